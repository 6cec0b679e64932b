"""Two people on one agreement: the second is told who has it, and nothing is lost."""

import json
import os
import platform
import subprocess
import sys
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from project import copy_of_repository

from conventassembler import locking
from conventassembler.cli import cli
from conventassembler.diagnostics.wording import message, remedy
from conventassembler.locking import FOLDER, filled_by_others, hold, lock_path
from conventassembler.processes import is_alive
from conventassembler.workspace import Workspace

ELSEWHERE = "PC-12"


@pytest.fixture(name="space")
def small_workspace(workspace: Path) -> Workspace:
    return Workspace(workspace)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "PATIENCE", 0.0)


def locked(path: Path, **other: object) -> Path:
    """Write the lock of somebody else, who took it now on another computer."""
    facts: dict[str, object] = {
        "user": "Mme X",
        "host": ELSEWHERE,
        "pid": 4,
        "work": "fill",
        "since": datetime.now(UTC).isoformat(),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(facts | other), encoding="utf-8")
    return path


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(
        cli, [*words, "--workspace", str(folder), "--lang", "en"], catch_exceptions=False
    )


def codes(space: Workspace, *names: str) -> list[str]:
    with hold(space, names or ("exemple",), "fill") as found:
        return [one.code for one in found]


def test_what_is_held_is_a_file_that_says_who_and_it_goes(space: Workspace) -> None:
    with hold(space, ("exemple",), "fill") as found:
        facts = json.loads(lock_path(space, "exemple", "fill").read_bytes())

    assert found == ()
    assert (facts["pid"], facts["host"], facts["work"]) == (os.getpid(), platform.node(), "fill")
    assert datetime.fromisoformat(facts["since"]).tzinfo
    assert not (space.root / ".conventassembler").exists()


def test_a_lock_goes_with_whatever_ends_the_work(space: Workspace) -> None:
    with pytest.raises(KeyboardInterrupt), hold(space, ("exemple",), "build"):
        raise KeyboardInterrupt

    assert not (space.root / ".conventassembler").exists()


def test_the_second_is_told_who_where_and_since_when(space: Workspace) -> None:
    moment = datetime.now().astimezone()
    path = locked(lock_path(space, "exemple", "fill"), since=moment.isoformat())

    with hold(space, ("exemple",), "upgrade") as (found,):
        pass

    assert found.code == "C065"
    said = message(found, "fr").replace("\N{NO-BREAK SPACE}", " ")
    day = f"{moment:%d/%m/%Y} à {moment.hour} h"
    assert f"Mme X, sur le poste PC-12, remplit « exemple » depuis le {day}" in said
    assert f"{FOLDER}/exemple.lock" in remedy(found, "fr")
    assert path.exists()


def test_with_one_that_is_held_none_is(space: Workspace) -> None:
    locked(lock_path(space, "longvic", "fill"))

    with hold(space, ("autre", "longvic", "sceaux"), "fill") as found:
        assert [one.arguments["name"] for one in found] == ["longvic"]
        assert not lock_path(space, "autre", "fill").exists()
        assert not lock_path(space, "sceaux", "fill").exists()


def test_another_process_holds_it_as_long_as_it_runs(space: Workspace) -> None:
    program = (
        "import sys, pathlib; from conventassembler.locking import hold;"
        "from conventassembler.workspace import Workspace\n"
        "with hold(Workspace(pathlib.Path(sys.argv[1])), ['exemple'], 'fill') as found:\n"
        "    print(found, flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", program, str(space.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with other:
        assert other.stdout
        assert other.stdin
        assert other.stdout.readline().strip() == b"()"
        assert codes(space) == ["C065"]
        other.kill()
        other.wait()
        assert lock_path(space, "exemple", "fill").exists()
        assert codes(space) == []


@pytest.mark.parametrize(
    "other",
    [
        {"host": platform.node(), "pid": 2**22 + 1},
        {"host": platform.node(), "pid": os.getpid()},
        {"host": platform.node(), "pid": 2**80},
        {"since": (datetime.now(UTC) - timedelta(hours=25)).isoformat()},
        {"since": (datetime.now(UTC) + timedelta(days=3)).isoformat()},
        {"since": "hier"},
        {"since": "0001-01-01T00:00:00"},
    ],
    ids=["dead", "of-our-number", "no-number", "old", "to-come", "no-day", "before-all-days"],
)
def test_a_lock_that_was_left_behind_is_taken_over(
    space: Workspace, other: dict[str, object]
) -> None:
    locked(lock_path(space, "exemple", "fill"), **other)

    assert codes(space) == []
    assert not (space.root / ".conventassembler").exists()


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b'{"user": 3}', b"[" * 4096, b"\xff"])
def test_what_is_no_lock_is_believed_while_it_may_be_half_written(
    space: Workspace, data: bytes
) -> None:
    path = lock_path(space, "exemple", "fill")
    path.parent.mkdir(parents=True)
    path.write_bytes(data)

    assert codes(space) == ["C065"]
    os.utime(path, (0, 0))
    assert codes(space) == []


def test_what_a_lock_says_cannot_speak_to_the_terminal(space: Workspace) -> None:
    locked(lock_path(space, "exemple", "fill"), user="\x1b[31mX\nY" + "z" * 500)

    with hold(space, ("exemple",), "fill") as (found,):
        pass

    assert found.arguments["who"].startswith("[31mX Yzzz")
    assert len(found.arguments["who"]) == 60


def test_of_two_who_take_a_stale_lock_over_one_has_it(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = locked(lock_path(space, "exemple", "fill"), since="1999-01-01T00:00:00+00:00")
    take_away = locking._take_away

    def late(place: Path, stale: locking.Holder) -> None:
        locked(place, user="M. Y")  # he has seen it, too, and was faster
        take_away(place, stale)

    monkeypatch.setattr(locking, "_take_away", late)

    with hold(space, ("exemple",), "fill") as (found,):
        assert found.arguments["who"] == "M. Y"
    assert json.loads(path.read_bytes())["user"] == "M. Y"
    assert not list(path.parent.glob("*.old"))


def test_who_waits_gets_it_when_it_is_free(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = locked(lock_path(space, "exemple", "build"), work="build")
    monkeypatch.setattr(locking, "PATIENCE", 60.0)
    monkeypatch.setattr(locking.time, "sleep", lambda _: path.unlink(missing_ok=True))

    with hold(space, ("exemple",), "build") as found:
        assert found == ()
        assert json.loads(path.read_bytes())["pid"] == os.getpid()


def test_names_that_some_computers_hold_equal_have_one_lock(space: Workspace) -> None:
    locked(lock_path(space, "École", "fill"))

    assert codes(space, "e\N{COMBINING ACUTE ACCENT}cole") == ["C065"]


def test_where_no_lock_can_be_written_the_work_goes_on(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(locking.os, "open", refuse)

    with ExitStack() as stack:
        assert stack.enter_context(hold(space, ("exemple",), "fill")) == ()


def test_a_process_that_runs_is_told_from_one_that_is_gone() -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()

    assert is_alive(os.getpid())
    assert not is_alive(gone.pid)
    assert not is_alive(0)
    assert not is_alive(-1)


def test_what_is_being_filled_is_told_to_who_builds_it(space: Workspace) -> None:
    assert filled_by_others(space, ("exemple",)) == ()
    locked(lock_path(space, "exemple", "fill"))

    (found,) = filled_by_others(space, ("exemple", "autre"))

    assert (found.code, found.arguments["who"]) == ("C066", "Mme X")


# -- the commands


def test_a_build_beside_a_build_writes_nothing(workspace: Path) -> None:
    locked(lock_path(Workspace(workspace), "exemple", "build"), work="build")

    result = run(workspace, "build")

    assert result.exit_code == 1
    assert "error C065 Mme X, on PC-12, builds “exemple” since" in result.stderr
    assert not (workspace / "output").exists()


def test_what_somebody_fills_is_built_as_it_was_kept(workspace: Path) -> None:
    locked(lock_path(Workspace(workspace), "exemple", "fill"))

    result = run(workspace, "build", "--strict")

    assert result.exit_code == 0
    assert "note C066 Mme X, on PC-12, fills “exemple” since" in result.stderr
    assert (workspace / "output" / "exemple.docx").exists()


def test_nothing_is_renamed_in_what_somebody_fills(workspace: Path) -> None:
    locked(lock_path(Workspace(workspace), "exemple", "fill"))

    result = run(workspace, "upgrade")

    assert result.exit_code == 1
    assert "C065" in result.stderr
    assert run(workspace, "upgrade", "--dry-run").exit_code == 0


def test_two_who_begin_one_agreement_are_told_apart(tmp_path: Path) -> None:
    space = copy_of_repository(tmp_path)
    path = locked(lock_path(space, "genlis", "new"), work="new")

    result = run(tmp_path, "new", "protocole-local", "genlis")

    assert result.exit_code == 1
    assert "makes “genlis”" in result.stderr
    assert not space.agreement("genlis").exists()
    path.unlink()
    assert run(tmp_path, "new", "protocole-local", "genlis").exit_code == 0
    assert not path.exists()


@pytest.mark.parametrize("words", [("build",), ("upgrade",)], ids=str)
def test_the_commands_leave_no_lock_behind(workspace: Path, words: tuple[str, ...]) -> None:
    assert run(workspace, *words).exit_code == 0

    assert not (workspace / ".conventassembler").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among files")
def test_a_pipe_in_the_place_of_a_lock_is_not_waited_for(space: Workspace) -> None:
    path = lock_path(space, "exemple", "fill")
    path.parent.mkdir(parents=True)
    os.mkfifo(path)

    with hold(space, ("exemple",), "fill") as found:
        assert not found
    assert not filled_by_others(space, ("exemple",))


@pytest.mark.parametrize("pid", ["1e400", "-1e400", "9" * 40, "NaN"])
def test_a_number_that_no_process_has_stops_nothing(space: Workspace, pid: str) -> None:
    path = locked(lock_path(space, "exemple", "fill"), host=platform.node())
    words = path.read_text(encoding="utf-8")
    path.write_text(words.replace('"pid": 4', f'"pid": {pid}'), encoding="utf-8")
    old = datetime.now(UTC).timestamp() - 3600
    os.utime(path, (old, old))

    with hold(space, ("exemple",), "fill") as found:
        assert not found
