"""Rows of a real agreement, whose makers are killed at random moments: nothing lost or twice.

Long; the variable ROWS says another number of rows than that of the acceptance.
"""

import csv
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path

import pytest
from project import copy_of_repository
from test_dask import started, when_there
from test_running import is_empty

from conventassembler.batch.manifest import NAME, earlier_lines

pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(4 * 3600),
    pytest.mark.skipif(os.name == "nt", reason="SIGKILL"),
]
ACT = "plaine-dijonnaise"
ROWS = int(os.environ.get("ROWS", "2000"))
KILLS = 20


def workspace(root: Path) -> Path:
    """Return a workspace with a table of rows that differ in names, gender, days and numbers."""
    root.mkdir()
    copy_of_repository(root)
    columns = (
        *("#nom", "parties.communauté.nom", "parties.communauté.représentant.genre"),
        *("signature.date", "signature.originaux"),
    )
    rows = (
        (
            f"c{n:05}",
            f"communauté de communes de Ville{n}",
            ("féminin", "masculin")[n % 2],
            f"{n % 28 + 1:02}/{n % 12 + 1:02}/2026",
            str(n % 5 + 2),
        )
        for n in range(ROWS)
    )
    with (root / "t.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows((columns, *rows))
    return root


def begun(root: Path, *words: str) -> "subprocess.Popen[bytes]":
    line = ("batch", ACT, "--data", "t.csv", "--lang", "en", *words)
    return subprocess.Popen(
        [sys.executable, "-m", "conventassembler", *line],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def ended(process: "subprocess.Popen[bytes]") -> str:
    with process:
        output, _ = process.communicate()
    assert is_empty(process.pid)
    return output.decode("utf-8")


def hashes(root: Path) -> dict[str, str]:
    paths = (root / "envoi" / ACT).glob("*.docx")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def same_as(root: Path, quiet: Path) -> None:
    made = hashes(root)
    assert len(made) == ROWS
    assert made == hashes(quiet)
    lines = list(earlier_lines(root / "envoi" / ACT / NAME))
    assert {line.file: line.digest for line in lines} == made
    assert len(lines) == ROWS
    assert not list((root / ".conventassembler").rglob("*.docx"))


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """What nobody disturbed, and the seconds that it took."""
    root = workspace(tmp_path_factory.mktemp("quiet") / "here")
    start = time.monotonic()
    output = ended(begun(root, "--executor", "pool", "--jobs", "2"))
    assert f"written: {ROWS}, unchanged: 0" in output, output
    return root, time.monotonic() - start


@pytest.mark.parametrize("who", ["here", "pool"])
def test_the_run_is_killed_twenty_times(
    tmp_path: Path, quiet: tuple[Path, float], who: str
) -> None:
    root, (model, seconds) = workspace(tmp_path / "here"), quiet
    words = ("--executor", who, *(("--jobs", "2") if who == "pool" else ()))
    draw = random.Random()
    folder, kills, whole = root / "envoi" / ACT, 0, 0
    while kills < KILLS:
        process = begun(root, *words)
        try:
            process.wait(1 + draw.random() * seconds / 5)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            kills += 1
        else:  # all was made before: some of it is taken away, for the kills that are left
            whole += 1
            for path in list(folder.glob("*.docx"))[:: whole + 1]:
                path.unlink()
        ended(process)

    output = ended(begun(root, *words))

    assert "refused: 0" in output, output
    same_as(root, model)


@pytest.mark.skipif(find_spec("distributed") is None, reason="Dask Distributed is absent")
def test_workers_of_a_cluster_are_killed_twenty_times(
    tmp_path: Path, quiet: tuple[Path, float]
) -> None:
    import psutil  # noqa: PLC0415 -- comes with Dask

    root, (model, seconds) = workspace(tmp_path / "here"), quiet
    draw, over, kills = random.Random(), threading.Event(), []
    with ExitStack() as stack:
        said = tmp_path / "scheduler.json"
        started(stack, tmp_path, "scheduler", "--scheduler-file", said, "--port", "0")
        address = json.loads(when_there(said))["address"]
        nannies = [started(stack, tmp_path, "worker", address, "--nworkers", "1") for _ in "ab"]

        def disturb() -> None:
            while len(kills) < KILLS and not over.wait(1 + draw.random() * 2 * seconds / KILLS):
                below = psutil.Process(draw.choice(nannies).pid).children(recursive=True)
                busy = [one for one in below if "spawn_main" in " ".join(one.cmdline())]
                if busy:
                    draw.choice(busy).kill()
                    kills.append(time.monotonic())

        thread = threading.Thread(target=disturb)
        thread.start()
        stack.callback(thread.join)
        stack.callback(over.set)
        runs, output = 0, ""
        while "written:" not in output:  # a row that ended three workers by chance is left
            runs += 1
            output = ended(begun(root, "--executor", f"dask:{address}"))
            assert "written:" in output or "C080" in output, output
            assert runs < KILLS

    assert len(kills) > 3
    same_as(root, model)
