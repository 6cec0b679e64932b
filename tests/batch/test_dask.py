"""A batch on a Dask cluster: a real scheduler and two workers on this computer."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from small_batch import SmallKit, SmallPlan, hashes, make, numbered, rows_of

from conventassembler.batch.executors import likeness as alike
from conventassembler.batch.executors.dask import Cluster, _Chunk, _Hands
from conventassembler.batch.executors.here import Here
from conventassembler.batch.model import LostWorkersError
from conventassembler.batch.running import Rules
from conventassembler.cli import cli
from conventassembler.diagnostics import has_errors

pytestmark = [
    pytest.mark.skipif(find_spec("distributed") is None, reason="Dask Distributed is absent"),
    pytest.mark.skipif(os.name == "nt", reason="processes are killed"),
    pytest.mark.filterwarnings("default"),  # what Dask and Tornado leave open is not ours
]
_PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Machines:
    """A scheduler and its workers, as processes of this computer."""

    address: str
    scheduler: "subprocess.Popen[bytes]"
    workers: list["subprocess.Popen[bytes]"]


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    with ExitStack() as stack:
        said = tmp_path / "scheduler.json"
        scheduler = started(stack, tmp_path, "scheduler", "--scheduler-file", said, "--port", "0")
        address = json.loads(when_there(said))["address"]
        workers = [started(stack, tmp_path, "worker", address, "--no-nanny") for _ in range(2)]
        yield Machines(address, scheduler, workers)


def started(stack: ExitStack, folder: Path, *words: object) -> "subprocess.Popen[bytes]":
    """Start a part of the cluster; it ends with the test."""
    own = [] if words[0] == "scheduler" else ["--nthreads", "1", "--local-directory", str(folder)]
    command = [sys.executable, "-m", "dask", *map(str, words), "--host", "127.0.0.1", *own]
    paths = {"PYTHONPATH": str(Path(__file__).parent)}
    process = subprocess.Popen(
        [*command, "--no-dashboard"],
        env=os.environ | paths | {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "2"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process


def when_there(path: Path) -> str:
    """Return what a file says, once it is written whole."""
    limit = time.monotonic() + _PATIENCE
    while time.monotonic() < limit:
        if path.exists() and (text := path.read_text(encoding="utf-8")).rstrip().endswith("}"):
            return text
        time.sleep(0.05)
    raise TimeoutError(path)


def later(waits_for: Path, process: "subprocess.Popen[bytes]") -> threading.Thread:
    """Kill a process as soon as a file has something."""

    def kill() -> None:
        limit = time.monotonic() + _PATIENCE
        while time.monotonic() < limit and not (waits_for.exists() and waits_for.stat().st_size):
            time.sleep(0.01)
        process.kill()

    thread = threading.Thread(target=kill)
    thread.start()
    return thread


def journal(root: Path) -> Path:
    return root / ".conventassembler" / "lots" / "essai" / "journal.jsonl"


def test_a_cluster_writes_what_this_process_writes(machines: Machines, tmp_path: Path) -> None:
    _, done = make(tmp_path / "a", numbered(100), Cluster(machines.address))
    make(tmp_path / "b", numbered(100), Here())

    assert done
    assert done.written == 100
    assert hashes(tmp_path / "a") == hashes(tmp_path / "b")


def test_the_command_has_conventions_made_by_a_cluster(machines: Machines, workspace: Path) -> None:
    path = workspace / "communes.csv"
    rows = "".join(f"c{n};Ville{n}\n" for n in range(20))
    path.write_text(f"#nom;parties.commune.nom\n{rows}", encoding="utf-8")
    words = ["batch", "exemple", "--data", str(path), "--workspace", str(workspace), "--to"]
    for folder, who in (("ici", "here"), ("là-bas", f"dask:{machines.address}")):
        line = [*words, str(workspace / folder), "--executor", who]
        result = CliRunner().invoke(cli, line, catch_exceptions=False)
        assert result.exit_code == 0, result.output

    made = [
        {path.name: path.read_bytes() for path in (workspace / folder).iterdir()}
        for folder in ("ici", "là-bas")
    ]
    assert made[0] == made[1]
    assert len(made[0]) == 21


def test_a_worker_is_killed_and_every_row_is_made_once(machines: Machines, tmp_path: Path) -> None:
    plan = SmallPlan(SmallKit(slowness=0.01))
    made: list[str] = []
    rules = Rules(has_errors, tick=made.append)
    thread = later(journal(tmp_path), machines.workers[0])

    _, done = make(tmp_path, numbered(200), Cluster(machines.address), plan=plan, rules=rules)
    thread.join()

    assert done
    assert (done.written, made) == (200, ["made"] * 200)
    make(tmp_path / "quiet", numbered(200), Here())
    assert hashes(tmp_path) == hashes(tmp_path / "quiet")


def test_a_scheduler_is_lost_and_the_run_goes_on_elsewhere(
    machines: Machines, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    plan = SmallPlan(SmallKit(slowness=0.01))
    thread = later(journal(tmp_path), machines.scheduler)

    ran, done = make(tmp_path, numbered(300), Cluster(machines.address, patience=5), plan=plan)
    thread.join()

    assert done is None
    assert [one.code for one in ran.broken] == ["C080"]
    assert not [one for one in caplog.records if one.name.startswith("distributed")]
    assert 0 < len(ran.done) < 300
    assert not (tmp_path / "envoi").exists()
    made: list[str] = []
    make(tmp_path, numbered(300), Here(), rules=Rules(has_errors, tick=made.append))
    assert made.count("known") == len(ran.done)
    make(tmp_path / "quiet", numbered(300), Here())
    assert hashes(tmp_path) == hashes(tmp_path / "quiet")


def test_workers_that_are_all_gone_are_waited_for_and_then_told(
    machines: Machines, tmp_path: Path
) -> None:
    plan = SmallPlan(SmallKit(slowness=0.01))
    threads = [later(journal(tmp_path), one) for one in machines.workers]

    ran, done = make(tmp_path, numbered(300), Cluster(machines.address, patience=4), plan=plan)
    for thread in threads:
        thread.join()

    assert done is None
    (told,) = ran.broken
    assert (told.code, told.arguments["loss"]) == ("C080", "no worker is left")


def test_a_row_that_ends_every_worker_is_told(tmp_path: Path) -> None:
    lives = tmp_path / "lives"
    lives.mkdir()
    plan = SmallPlan(SmallKit(lives=str(lives)))
    words = [f"mot {n}" for n in range(60)]
    words[59] = "meurt"
    with ExitStack() as stack:
        said = tmp_path / "scheduler.json"
        started(stack, tmp_path, "scheduler", "--scheduler-file", said, "--port", "0")
        address = json.loads(when_there(said))["address"]
        for _ in range(2):  # with a nanny, which starts another worker when one dies
            started(stack, tmp_path, "worker", address, "--nworkers", "1")
        ran, done = make(tmp_path, rows_of(words), Cluster(address), plan=plan)

    assert done is None
    assert [one.code for one in ran.broken] == ["C080"]
    assert len(ran.done) >= 52


def test_no_scheduler_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conventassembler.batch.executors.dask._CONNECTING", 0.5)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    ran, done = make(tmp_path, numbered(3), Cluster(f"tcp://127.0.0.1:{port}"))

    assert done is None
    assert [one.code for one in ran.broken] == ["C085"]


def test_workers_of_another_version_are_told(
    machines: Machines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("conventassembler.batch.executors.dask.likeness", lambda: "0.1.0 (other)")

    ran, done = make(tmp_path, numbered(3), Cluster(machines.address))

    assert done is None
    assert [one.code for one in ran.broken] == ["C086"]
    assert not ran.done


def test_a_program_is_like_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def now() -> str:
        alike.likeness.cache_clear()
        return alike.likeness()

    (tmp_path / "a.py").write_text("a = 1", encoding="utf-8")
    (tmp_path / "starter").mkdir()
    monkeypatch.setattr(alike, "_PACKAGE", tmp_path)
    first = now()
    (tmp_path / "starter" / "b.md").write_text("b", encoding="utf-8")
    assert now() == first
    seen = [first]
    (tmp_path / "a.py").write_text("a = 2", encoding="utf-8")
    seen.append(now())
    monkeypatch.setattr(alike, "_libraries", lambda: ["lxml 1"])
    seen.append(now())
    alike.likeness.cache_clear()

    assert len(set(seen)) == 3


def test_a_task_of_other_rows_is_another_task() -> None:
    """A scheduler knows the tasks of a run that was killed for a while."""
    first, second, third = SmallPlan().jobs(numbered(3))

    chunks = [_Chunk((first, second)), _Chunk((first, third)), _Chunk((first, second), 1)]

    assert len({chunk.key for chunk in chunks}) == 3


class Unsteady:
    """A cluster of which some results never arrive."""

    status = "running"

    def __init__(self, lost: int) -> None:
        self.lost = lost

    def submit(self, function: Any, *words: Any, key: str, **_: Any) -> "Future":
        future: Future = Future()
        future.release = lambda: None  # type: ignore[attr-defined]
        if key.startswith("rows-") and self.lost:
            self.lost -= 1
            future.set_exception(TimeoutError())
        else:
            given = [one.result() if isinstance(one, Future) else one for one in words]
            future.set_result(function(*given))
        return future

    def scheduler_info(self, **_: Any) -> Any:
        return {"workers": {"w": {"nthreads": 1}}}


def test_what_did_not_arrive_is_asked_for_again(tmp_path: Path) -> None:
    jobs = list(SmallPlan().jobs(numbered(60)))

    made = list(_Hands(Unsteady(3), SmallKit(), iter(jobs), 5).work())  # type: ignore[arg-type]

    assert sorted(one.job.row for one in made) == [job.row for job in jobs]  # type: ignore[union-attr]


def test_what_never_arrives_is_given_up(tmp_path: Path) -> None:
    jobs = SmallPlan().jobs(numbered(60))

    with pytest.raises(LostWorkersError):
        list(_Hands(Unsteady(10**9), SmallKit(), jobs, 5).work())  # type: ignore[arg-type]


def test_a_fault_of_ours_over_there_is_told_as_one(machines: Machines, tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        make(tmp_path, rows_of(["mot", "panne"]), Cluster(machines.address))
