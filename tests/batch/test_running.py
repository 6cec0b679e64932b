"""A batch from its rows to its folder: what is written, what is kept, what is told."""

import csv
import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from small_batch import SmallKit, SmallPlan, hashes, make, numbered, rows_of

from conventassembler.abreast import TOGETHER
from conventassembler.batch.executors.here import Here
from conventassembler.batch.executors.pool import Pool
from conventassembler.batch.journal import Entry
from conventassembler.batch.manifest import NAME
from conventassembler.batch.running import Rules
from conventassembler.batch.staging import LOTS, Staging
from conventassembler.diagnostics import has_errors
from conventassembler.tables.delimited import unheld

SCRIPT = Path(__file__).with_name("small_batch.py")


def told(root: Path) -> list[list[str]]:
    with (root / "envoi" / "essai" / NAME).open(encoding="utf-8-sig", newline="") as file:
        return [list(map(unheld, line[:7])) for line in list(csv.reader(file, delimiter=";"))[1:]]


def test_every_row_gives_its_files_and_the_manifest_says_them(tmp_path: Path) -> None:
    ran, done = make(tmp_path, rows_of(("un", "vide")))

    assert done
    assert (done.written, done.unchanged, done.blanks) == (2, 0, 1)
    found = hashes(tmp_path)
    assert sorted(found) == ["00002.docx", "00002.md", "00003.docx", "00003.md"]
    assert told(tmp_path) == [
        ["2", "00002", "00002.docx", found["00002.docx"], "0", "", "written"],
        ["2", "00002", "00002.md", found["00002.md"], "0", "", "written"],
        ["3", "00003", "00003.docx", found["00003.docx"], "1", "C701", "written"],
        ["3", "00003", "00003.md", found["00003.md"], "1", "C701", "written"],
    ]
    assert not ran.refused


def test_nothing_is_written_when_one_row_is_wrong_and_all_are_told(tmp_path: Path) -> None:
    ran, done = make(tmp_path, rows_of(("un", "faux", "deux", "illisible", "faux")))

    assert done is None
    assert [str(one.findings[0].position) for one in ran.refused] == [
        "lignes.csv:A3",
        "lignes.csv:A5",
        "lignes.csv:A6",
    ]
    assert not (tmp_path / "envoi").exists()


def test_the_good_rows_are_written_when_they_are_asked_for(tmp_path: Path) -> None:
    rows = rows_of(("un", "faux", "deux"))
    ran, done = make(tmp_path, rows, rules=Rules(has_errors, keep_going=True))

    assert done
    assert sorted(hashes(tmp_path)) == ["00002.docx", "00002.md", "00004.docx", "00004.md"]
    assert [one.row.number for one in ran.refused] == [3]
    assert told(tmp_path)[2] == ["3", "00003", "", "", "", "C103", "refused"]


def test_a_second_run_does_nothing_and_one_changed_row_is_made_alone(tmp_path: Path) -> None:
    made: list[str] = []
    rules = Rules(has_errors, tick=made.append)
    make(tmp_path, numbered(30))
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "envoi/essai").iterdir()}

    _, again = make(tmp_path, numbered(30), rules=rules)
    assert again
    assert (again.written, again.unchanged, made) == (0, 30, ["known"] * 30)

    made.clear()
    rows = numbered(30)
    rows[7] = rows_of(["autre"] * 8)[7]
    _, third = make(tmp_path, rows, rules=rules)
    assert third
    assert (third.written, third.unchanged) == (1, 29)
    assert sorted(made) == ["known"] * 29 + ["made"]
    after = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "envoi/essai").iterdir()}
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"00009.docx", "00009.md", NAME}


def test_what_is_found_in_a_row_is_found_again_when_it_is_not_made_again(tmp_path: Path) -> None:
    make(tmp_path, rows_of(("un", "vide")))

    _, again = make(tmp_path, rows_of(("un", "vide")))

    assert again
    assert again.blanks == 1
    assert told(tmp_path)[2][4:] == ["1", "C701", "unchanged"]


def test_a_document_that_is_gone_is_made_again(tmp_path: Path) -> None:
    make(tmp_path, numbered(3))
    quiet = hashes(tmp_path)
    (tmp_path / "envoi" / "essai" / "00003.md").unlink()

    _, again = make(tmp_path, numbered(3))

    assert again
    assert (again.written, again.unchanged) == (1, 2)
    assert hashes(tmp_path) == quiet


@pytest.mark.parametrize("words", [("mot 0", "mot 1", "mot 2"), ("a", "b", "c")])
@pytest.mark.parametrize("journal", [True, False])
def test_a_document_that_was_changed_by_hand_is_not_replaced(
    tmp_path: Path, words: tuple[str, ...], journal: bool
) -> None:
    make(tmp_path, numbered(3))
    quiet = hashes(tmp_path)
    changed = tmp_path / "envoi" / "essai" / "00002.docx"
    changed.write_bytes(b"changed by hand")
    if not journal:  # on another computer, the folder has its manifest alone
        (tmp_path / LOTS / "essai" / "journal.jsonl").unlink()

    _, again = make(tmp_path, rows_of(words))

    assert again
    assert again.manifest is None
    assert [(one.code, one.arguments["name"]) for one in again.findings] == [("C159", changed.name)]
    assert changed.read_bytes() == b"changed by hand"
    assert {name for name, one in hashes(tmp_path).items() if quiet[name] != one} == {changed.name}

    _, forced = make(tmp_path, rows_of(words), force=True)
    assert forced
    (told,) = forced.findings
    assert (told.code, Path(told.arguments["file"]).name) == ("C167", changed.name)
    make(tmp_path / "quiet", rows_of(words))
    assert hashes(tmp_path) == hashes(tmp_path / "quiet")


@pytest.mark.parametrize("between", [(), ("p",)])
@pytest.mark.parametrize("rest", [0, 1, 2])
def test_what_a_run_moved_before_it_was_killed_is_not_taken_for_a_change_by_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rest: int, between: tuple[str, ...]
) -> None:
    make(tmp_path, numbered(3))
    move, moved = Staging.move, [0]

    def killed_then(staging: Staging, entry: Entry, folder: Path) -> None:
        if moved[0] == rest:
            raise KeyboardInterrupt
        moved[0] += 1
        move(staging, entry, folder)

    monkeypatch.setattr(Staging, "move", killed_then)
    with pytest.raises(KeyboardInterrupt):
        make(tmp_path, rows_of(("a", "b", "c")))
    monkeypatch.undo()
    if between:  # a run without most of the rows, which makes a long journal short
        with (tmp_path / LOTS / "essai" / "journal.jsonl").open("a", encoding="utf-8") as journal:
            journal.write("\n" * 2000)
        make(tmp_path, rows_of(between))

    _, done = make(tmp_path, rows_of(("A", "B", "C")))  # neither the manifest's nor the last ones

    assert done
    assert (done.written, done.findings) == (3, ())


def test_a_file_that_no_batch_made_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "envoi" / "essai"
    folder.mkdir(parents=True)
    (folder / "00003.docx").write_bytes(b"a letter")
    (folder / "note.txt").write_text("à garder", encoding="utf-8")

    _, done = make(tmp_path, numbered(3))

    assert done
    assert [(one.code, one.arguments["name"]) for one in done.findings] == [("C087", "00003.docx")]
    assert sorted(path.name for path in folder.iterdir()) == ["00003.docx", "note.txt"]
    assert (folder / "00003.docx").read_bytes() == b"a letter"

    _, forced = make(tmp_path, numbered(3), force=True)
    assert forced
    assert forced.written == 3
    assert (folder / "note.txt").read_text(encoding="utf-8") == "à garder"


def test_a_manifest_is_enough_to_know_which_files_are_of_a_batch(tmp_path: Path) -> None:
    make(tmp_path, numbered(3))
    (tmp_path / LOTS / "essai" / "journal.jsonl").unlink()

    _, again = make(tmp_path, rows_of(("a", "b", "c")))

    assert again
    assert (again.written, again.findings) == (3, ())


def test_files_of_rows_that_are_gone_are_told_and_left(tmp_path: Path) -> None:
    make(tmp_path, numbered(4))

    _, done = make(tmp_path, numbered(2))

    assert done
    (left,) = done.findings
    assert (left.code, left.arguments["count"]) == ("C082", "4")
    assert len(hashes(tmp_path)) == 8
    assert [line[-1] for line in told(tmp_path)] == ["unchanged"] * 4 + ["earlier"] * 4


def test_a_document_that_is_open_keeps_all_as_it_was(tmp_path: Path) -> None:
    make(tmp_path, numbered(3))
    quiet = hashes(tmp_path)
    lock = tmp_path / "envoi" / "essai" / "~$00003.docx"
    lock.write_bytes(b"")

    _, done = make(tmp_path, rows_of(("a", "b", "c")))

    assert done
    assert [one.code for one in done.findings] == ["C067"]
    lock.unlink()
    assert hashes(tmp_path) == quiet
    made: list[str] = []
    _, after = make(tmp_path, rows_of(("a", "b", "c")), rules=Rules(has_errors, tick=made.append))
    assert made == ["known"] * 3
    assert after
    assert after.written == 3


def test_a_folder_that_cannot_be_made_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / "envoi").write_text("a file where the folder goes", encoding="utf-8")

    _, done = make(tmp_path, numbered(3))

    assert done
    assert [one.code for one in done.findings] == ["C081"]
    assert done.manifest is None
    (tmp_path / "envoi").unlink()
    made: list[str] = []
    _, again = make(tmp_path, numbered(3), rules=Rules(has_errors, tick=made.append))
    assert again
    assert (again.written, made) == (3, ["known"] * 3)


@pytest.mark.parametrize("room", [0, 1, 2, 5])
def test_a_full_disk_is_told_and_the_same_command_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    write, left = Path.write_bytes, [room]

    def full(path: Path, data: bytes) -> int:
        left[0] -= 1
        if left[0] < 0:
            write(path, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    ran, done = make(tmp_path, numbered(3))
    assert done is None
    assert [one.code for one in ran.broken] == ["C081"]
    assert not (tmp_path / "envoi").exists()

    monkeypatch.undo()
    _, again = make(tmp_path, numbered(3))
    assert again
    assert again.written == 3
    quiet = tmp_path / "quiet"
    make(quiet, numbered(3))
    assert hashes(tmp_path) == hashes(quiet)


def test_another_disk_is_copied_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_, rename = Path.replace, Path.rename

    def apart(one: Path, other: Path) -> bool:
        return (LOTS in one.as_posix()) != (LOTS in Path(other).as_posix())

    def moved(move: Any) -> Any:
        def across(path: Path, other: Path) -> Path:
            if apart(path, other):
                raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(path))
            return move(path, other)

        return across

    monkeypatch.setattr(Path, "replace", moved(replace_))
    monkeypatch.setattr(Path, "rename", moved(rename))
    _, done = make(tmp_path, numbered(3))

    assert done
    assert done.written == 3
    assert len(hashes(tmp_path)) == 6
    assert sorted(path.name for path in (tmp_path / LOTS / "essai").iterdir()) == ["journal.jsonl"]


def test_what_was_gathered_for_another_folder_does_not_go_into_this_one(tmp_path: Path) -> None:
    staging = Staging(tmp_path / LOTS / "essai", tmp_path / "ailleurs")
    staging.gathered.mkdir(parents=True)
    (staging.gathered / "99999.docx").write_bytes(b"of a run that was killed")

    make(tmp_path, numbered(2))

    assert sorted(hashes(tmp_path)) == ["00002.docx", "00002.md", "00003.docx", "00003.md"]


def killed(folder: Path, count: int, size: int, moments: Iterator[float]) -> int:
    """Run a batch, killing it at those moments, in seconds, until it ends by itself."""
    command = [sys.executable, str(SCRIPT), str(folder), str(count), str(size), "0.002"]
    kills = 0
    while True:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        with process:
            try:
                if (moment := next(moments, None)) is not None:
                    process.wait(moment)
            except subprocess.TimeoutExpired:
                process.kill()
                kills += 1
                process.wait()
                continue
            output, trouble = process.communicate()
            assert process.returncode == 0, trouble.decode()
            assert output.strip()
            if moment is None:
                return kills


def is_empty(group: int) -> bool:
    """Tell whether no process of a group is left, or none any more in a moment."""
    limit = time.monotonic() + 10
    while time.monotonic() < limit:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def same_as_a_quiet_run(folder: Path, count: int) -> None:
    quiet = folder / "quiet"
    make(quiet, numbered(count), Here())
    assert hashes(folder) == hashes(quiet)
    assert len(hashes(folder)) == 2 * count
    documents = [line[2] for line in told(folder)]
    assert sorted(documents) == sorted(set(documents)) == sorted(hashes(folder))


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
@pytest.mark.parametrize("size", [0, 2])
def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path, size: int) -> None:
    draw = random.Random(size)
    start = 0.6 if size else 0.25

    killed(tmp_path, 60, size, iter([start + draw.random() / 5 for _ in range(3)]))

    same_as_a_quiet_run(tmp_path, 60)


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
@pytest.mark.parametrize("size", [0, 2])
def test_two_thousand_rows_are_killed_twenty_times(tmp_path: Path, size: int) -> None:
    draw = random.Random()

    kills = killed(tmp_path, 2000, size, iter([0.2 + draw.random() * 3 for _ in range(20)]))

    assert kills >= 3
    same_as_a_quiet_run(tmp_path, 2000)


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("size", [0, 2])
def test_after_ctrl_c_no_process_is_left_and_what_is_made_is_kept(
    tmp_path: Path, size: int
) -> None:
    command = [sys.executable, str(SCRIPT), str(tmp_path), "5000", str(size), "0.01"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        journal = tmp_path / LOTS / "essai" / "journal.jsonl"
        limit = time.monotonic() + 30
        while time.monotonic() < limit and not (journal.exists() and journal.stat().st_size):
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the workers get it too
        _, trouble = process.communicate(timeout=30)

    assert process.returncode != 0
    assert trouble.decode().count("KeyboardInterrupt") == 1
    assert is_empty(process.pid)
    made: list[str] = []
    # The first that are made may be those of the second process, which has two groups too.
    make(tmp_path, numbered(4 * TOGETHER), rules=Rules(has_errors, tick=made.append))
    assert "known" in made


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_a_worker_that_is_killed_is_replaced_and_its_row_made_again(tmp_path: Path) -> None:
    lives = tmp_path / "lives"
    lives.mkdir()
    plan = SmallPlan(SmallKit(lives=str(lives)))
    words = [f"mot {n}" for n in range(60)]
    words[5], words[40] = "meurt1", "meurt2"

    _, done = make(tmp_path, rows_of(words), Pool(2), plan=plan)

    assert done
    assert done.written == 60
    assert len(list(lives.iterdir())) == 3


def test_a_worker_without_memory_is_replaced_and_its_row_made_again(tmp_path: Path) -> None:
    lives = tmp_path / "lives"
    lives.mkdir()
    words = [f"mot {n}" for n in range(30)]
    words[5] = "mémoire"

    _, done = make(tmp_path, rows_of(words), Pool(2), plan=SmallPlan(SmallKit(lives=str(lives))))

    assert done
    assert done.written == 30


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_a_row_that_ends_every_worker_is_told_and_the_others_are_made(tmp_path: Path) -> None:
    lives = tmp_path / "lives"
    lives.mkdir()
    plan = SmallPlan(SmallKit(lives=str(lives)))
    words = [f"mot {n}" for n in range(60)]
    words[5] = "meurt"

    ran, done = make(tmp_path, rows_of(words), Pool(2), plan=plan)
    assert done is None
    assert [(one.code, one.arguments["rows"]) for one in ran.broken] == [("C080", "7")]
    assert len(ran.done) == 59

    rules = Rules(has_errors, keep_going=True)
    ran, done = make(tmp_path, rows_of(words), Pool(2), plan=plan, rules=rules)
    assert done
    assert done.written == 59
    assert [(one.row.number, one.findings[0].code) for one in ran.refused] == [(7, "C080")]


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_workers_that_never_make_anything_are_given_up(tmp_path: Path) -> None:
    lives = tmp_path / "lives"
    lives.mkdir()
    plan = SmallPlan(SmallKit(lives=str(lives)))

    ran, done = make(tmp_path, rows_of(["meurt"] * 30), Pool(2), plan=plan)

    assert done is None
    assert [one.code for one in ran.broken] == ["C080"]
    assert len(list(lives.iterdir())) < 12


def test_a_fault_of_ours_in_a_worker_is_told_as_one(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError: panne"):
        make(tmp_path, rows_of(["mot", "panne"]), Pool(1))


def test_the_pool_writes_what_this_process_writes(tmp_path: Path) -> None:
    make(tmp_path / "a", numbered(40), Here())
    make(tmp_path / "b", numbered(40), Pool(2))
    make(tmp_path / "c", numbered(40))

    assert hashes(tmp_path / "a") == hashes(tmp_path / "b") == hashes(tmp_path / "c")


def test_a_row_of_many_words_blocks_nobody(tmp_path: Path) -> None:
    rows = rows_of("x" * 1_000_000 + str(n) for n in range(24))

    _, done = make(tmp_path, rows, Pool(2))

    assert done
    assert done.written == 24
