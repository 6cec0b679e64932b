"""What happens to the folder, the table and the journal while a batch runs: nothing is lost."""

import errno
import os
import re
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from small_batch import SmallPlan, hashes, make, numbered, rows_of
from test_running import told

from conventassembler.batch.delivering import Delivery
from conventassembler.batch.executors.here import Here
from conventassembler.batch.journal import Journal
from conventassembler.batch.manifest import NAME
from conventassembler.batch.model import Job, Kit, Made
from conventassembler.batch.running import Rules
from conventassembler.batch.staging import LOTS, Staging
from conventassembler.cli import batching, cli
from conventassembler.diagnostics import has_errors


def delivered(monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[], object]) -> None:
    """Have something happen when all rows are made, and before their files are moved."""
    deliver = Delivery.deliver

    def late(delivery: Delivery) -> object:
        meanwhile()
        return deliver(delivery)

    monkeypatch.setattr(Delivery, "deliver", late)


def test_a_file_that_vanished_while_it_waited_is_told_and_not_said_to_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanish() -> None:
        next((tmp_path / LOTS / "essai" / "attente").rglob("*.docx")).unlink()

    delivered(monkeypatch, vanish)
    _, done = make(tmp_path, numbered(5))

    assert done
    assert [one.code for one in done.findings] == ["C081"]
    assert done.manifest is None
    monkeypatch.undo()
    _, again = make(tmp_path, numbered(5))
    assert again
    assert again.manifest
    assert len(hashes(tmp_path)) == 10


@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_is_taken_from_the_folder_during_a_run_is_not_said_to_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    make(tmp_path, numbered(5))
    folder = tmp_path / "envoi" / "essai"

    def taken() -> None:
        one = folder if what == "folder" else folder / "00004.docx"
        one.rename(tmp_path / "ailleurs")

    delivered(monkeypatch, taken)
    rows = [*numbered(5)[:4], *rows_of(["a"] * 5)[4:]]
    _, done = make(tmp_path, rows)

    assert done
    assert [one.code for one in done.findings] == ["C081"]
    monkeypatch.undo()
    _, again = make(tmp_path, rows)
    assert again
    assert {line[2] for line in told(tmp_path)} == set(hashes(tmp_path))
    assert len(hashes(tmp_path)) == 10


def test_a_spoilt_file_that_waits_does_not_go_before_the_right_one(tmp_path: Path) -> None:
    make(tmp_path, numbered(3))
    plan = SmallPlan()
    (job, *_) = plan.jobs(numbered(1))
    staging = Staging(tmp_path / LOTS / "essai", tmp_path / "envoi" / "essai")
    quiet = hashes(tmp_path)
    staging.put(job.key, {"00002.docx": b"torn", "00002.md": b"torn"})  # type: ignore[union-attr]
    (tmp_path / "envoi" / "essai" / "00003.docx").unlink()

    make(tmp_path, numbered(3))

    assert hashes(tmp_path) == quiet


def test_an_entry_that_nobody_can_read_any_more_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut() -> None:
        path = tmp_path / LOTS / "essai" / "journal.jsonl"
        os.truncate(path, path.stat().st_size // 2)

    delivered(monkeypatch, cut)
    _, done = make(tmp_path, numbered(5))

    assert done
    assert [one.code for one in done.findings] == ["C081"]
    monkeypatch.undo()
    _, again = make(tmp_path, numbered(5))
    assert again
    assert (again.written, len(hashes(tmp_path))) == (5, 10)


def test_an_entry_without_files_is_none(tmp_path: Path) -> None:
    (job,) = SmallPlan().jobs(numbered(1))
    path = tmp_path / LOTS / "essai" / "journal.jsonl"
    path.parent.mkdir(parents=True)
    path.write_text(f'["{job.key}","00002",{{}},0,[]]\n', encoding="utf-8")  # type: ignore[union-attr]

    _, done = make(tmp_path, numbered(1))

    assert done
    assert (done.written, len(hashes(tmp_path))) == (1, 2)


def test_an_entry_of_another_row_is_not_taken_for_one_of_this(tmp_path: Path) -> None:
    make(tmp_path, numbered(2))
    path = tmp_path / LOTS / "essai" / "journal.jsonl"
    first, second = (job.key for job in SmallPlan().jobs(numbered(2)))  # type: ignore[union-attr]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(second, "0" * 64).replace(first, second), encoding="utf-8")
    (tmp_path / "envoi" / "essai" / "00003.docx").unlink()

    make(tmp_path, numbered(2))

    assert len(hashes(tmp_path)) == 4


def test_how_files_are_called_is_asked_of_what_an_earlier_run_made(tmp_path: Path) -> None:
    make(tmp_path, numbered(2))

    named = Rules(has_errors, renamed=lambda file: f"projet-{file}")
    _, done = make(tmp_path, numbered(2), rules=named)

    assert done
    assert done.written == 2
    assert {"projet-00002.docx", "projet-00003.md"} <= set(hashes(tmp_path))


def test_a_folder_that_somebody_made_meanwhile_keeps_what_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, settle = tmp_path / "envoi" / "essai", Staging.settle

    def late(staging: Staging, last: Container[str]) -> None:
        folder.mkdir(parents=True)
        (folder / "00003.docx").write_bytes(b"a letter")
        settle(staging, last)

    monkeypatch.setattr(Staging, "settle", late)
    _, done = make(tmp_path, numbered(3))

    assert done
    assert [one.code for one in done.findings] == ["C081"]
    assert (folder / "00003.docx").read_bytes() == b"a letter"
    monkeypatch.undo()
    _, again = make(tmp_path, numbered(3))
    assert again
    assert [one.code for one in again.findings] == ["C087"]
    (folder / "00003.docx").unlink()
    _, third = make(tmp_path, numbered(3))
    assert third
    assert third.manifest
    assert len(hashes(tmp_path)) == 6


class Confused:
    """An executor that hands over what it made for another table."""

    def run(self, kit: Kit, jobs: Iterable[Job]) -> Iterator[Made]:
        for job in jobs:
            yield from kit.make([replace(job, key="other", values=("autre",))])


def test_what_was_made_of_another_table_is_not_taken_for_a_row(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="other"):
        make(tmp_path, numbered(2), Confused())

    assert not (tmp_path / "envoi").exists()


# -- a disk that refuses, at each step


_STEPS = (
    *((Path, name) for name in ("write_bytes", "mkdir", "unlink", "rmdir", "rename", "replace")),
    (Path, "open"),
    (Journal, "_append"),
)


@contextmanager
def refusing(turn: int, below: Path, with_what: type[BaseException]) -> Iterator[Iterator[int]]:
    """Have the `turn`th thing that is asked of the disk below a folder end otherwise."""
    turns = count()

    def refused(done: Any) -> Any:
        def step(asked: Any, *words: Any, **named: Any) -> Any:
            path = asked.path if isinstance(asked, Journal) else asked
            is_read = done is _OPEN and not set("wa+") & set("".join(map(str, words)))
            if path.is_relative_to(below) and not is_read and next(turns) == turn:
                raise with_what(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            return done(asked, *words, **named)

        return step

    with pytest.MonkeyPatch.context() as patch:
        for owner, name in _STEPS:
            patch.setattr(owner, name, refused(getattr(owner, name)))
        yield turns


_OPEN = Path.open


def test_a_disk_that_refuses_at_any_step_loses_nothing(tmp_path: Path) -> None:
    quiet = tmp_path / "quiet"
    rules = Rules(has_errors, keep_going=True)
    rows = rows_of(("un", "deux", "faux", "vide"))
    make(quiet, rows, Here(), rules=rules)

    for turn in count():
        root = tmp_path / str(turn)
        root.mkdir()
        with refusing(turn, root, OSError) as turns:
            ran, done = make(root, rows, Here(), rules=rules)
        broken = [one.code for one in (*ran.broken, *(done.findings if done else ()))]
        if next(turns) <= turn:
            assert broken == []
            break
        _, again = make(root, rows, Here(), rules=rules)
        assert again
        assert again.findings == ()
        assert hashes(root) == hashes(quiet), turn
        assert {line[2] for line in told(root)} == {*hashes(quiet), ""}, turn
    assert turn > 20


def test_ctrl_c_at_any_step_loses_nothing(tmp_path: Path) -> None:
    quiet = tmp_path / "quiet"
    make(quiet, numbered(3), Here())

    for turn in count():
        root = tmp_path / str(turn)
        root.mkdir()
        with refusing(turn, root, KeyboardInterrupt) as turns, suppress(KeyboardInterrupt):
            make(root, numbered(3), Here())
        is_over = next(turns) <= turn
        _, again = make(root, numbered(3), Here())
        assert again
        assert again.findings == ()
        assert hashes(root) == hashes(quiet), turn
        assert not list((root / LOTS).rglob("*.docx"))
        if is_over:
            break
    assert turn > 20


def test_a_disk_that_refuses_while_files_are_replaced_loses_nothing(tmp_path: Path) -> None:
    quiet = tmp_path / "quiet"
    rows = rows_of(("un", "autre", "quatre"))
    make(quiet, rows, Here())

    for turn in count():
        root = tmp_path / str(turn)
        make(root, rows_of(("un", "deux", "trois")), Here())
        with refusing(turn, root, OSError) as turns:
            ran, done = make(root, rows, Here())
        is_over = next(turns) <= turn
        assert is_over or ran.broken or (done and (done.findings or done.manifest))
        _, again = make(root, rows, Here())
        assert again
        assert again.findings == ()
        assert hashes(root) == hashes(quiet), turn
        if is_over:
            break
    assert turn > 10


# -- a table that is changed under the run


def test_a_table_that_is_saved_during_a_run_is_that_of_the_beginning(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workspace / "t.csv"
    path.write_text("#nom;commune.nom\na;Genlis\nb;Auxonne\n", encoding="utf-8")
    settled = batching.plan

    def saved(*words: Any, **named: Any) -> Any:
        path.write_text('#nom;ville\na;Dole\nc;"Dijon\n', encoding="utf-8")
        return settled(*words, **named)

    monkeypatch.setattr(batching, "plan", saved)
    words = ["batch", "exemple", "--data", str(path), "--workspace", str(workspace), "--twins"]
    result = CliRunner().invoke(cli, words, catch_exceptions=False)

    assert result.exit_code == 0, result.output
    folder = workspace / "envoi" / "exemple"
    assert "Genlis" in (folder / "a.md").read_text(encoding="utf-8")
    assert "Auxonne" in (folder / "b.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        '[{"commune": {"nom": "Genlis"}}, {}, {"commune": {"nom": ""}}, null]',
        '[{"#nom": "a", "commune": {"nom": "Genlis"}}, {}]',
    ],
)
def test_a_row_of_json_that_says_nothing_is_none(workspace: Path, text: str) -> None:
    path = workspace / "t.json"
    path.write_text(text, encoding="utf-8")
    words = ["batch", "exemple", "--data", str(path), "--workspace", str(workspace), "--lang", "en"]

    result = CliRunner().invoke(cli, words, catch_exceptions=False)

    assert "written: 1" in result.output


def test_of_a_row_that_a_separator_shifted_that_alone_is_told(workspace: Path) -> None:
    path = workspace / "t.csv"
    names = "#nom;commune.nom;titre;années;signature.date"
    shifted = "Genlis;Convention; suite;2;15/01/2026"
    path.write_text(f"{names}\na;Genlis;;2;\na;{shifted}\n", encoding="utf-8")
    where = ["--workspace", str(workspace), "--lang", "en"]

    made = CliRunner().invoke(cli, ["batch", "exemple", "--data", str(path), *where])
    words = ["fill", "exemple", "--from", str(path), "--row", "3", "--replace"]
    filled = CliRunner().invoke(cli, [*words, *where])

    for result in (made, filled):
        assert re.findall(r"t\.csv:\w+: error \w+", result.output) == ["t.csv:F3: error C046"]


def test_a_row_that_stands_beside_the_columns_is_told(workspace: Path) -> None:
    path = workspace / "t.csv"
    path.write_text("#nom;commune.nom;\na;Genlis;\n;;Auxonne\n", encoding="utf-8")
    words = ["batch", "exemple", "--data", str(path), "--workspace", str(workspace), "--lang", "en"]

    result = CliRunner().invoke(cli, words, catch_exceptions=False)

    assert result.exit_code == 1
    assert "t.csv:C3: error C046" in result.output


def test_a_manifest_that_excel_has_open_is_told_before_anything_is_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, rows_of(["un", "deux"]))
    before = hashes(tmp_path)
    rename = os.rename

    def refused(path: Path, place: Path) -> None:
        if Path(path).name == NAME:
            problem = PermissionError(13, "Accès refusé")
            problem.winerror = 32  # type: ignore[attr-defined,unused-ignore]
            raise problem
        rename(path, place)

    monkeypatch.setattr(os, "rename", refused)
    _, done = make(tmp_path, rows_of(["un", "autre"]))

    assert done is not None
    assert done.manifest is None
    assert [(one.code, one.arguments["name"]) for one in done.findings] == [("C068", NAME)]
    assert hashes(tmp_path) == before
    monkeypatch.undo()
    _, again = make(tmp_path, rows_of(["un", "autre"]))
    assert again is not None
    assert again.written == 1
