"""The journal of a batch: what it keeps, and what it makes of a file that was torn or changed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conventassembler.batch.journal import Entry, Journal
from conventassembler.diagnostics import Diagnostic, Position, Severity, fault


def finding(word: str) -> Diagnostic:
    return fault("C701", Position("agreements/a.yaml", 3, 4), path=word)


def entry(number: int, *findings: Diagnostic) -> Entry:
    files = {f"n{number}.docx": "0" * 64, f"n{number}.md": "1" * 64}
    return Entry(f"key{number}", f"n{number}", files, number, findings)


def test_what_is_added_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "lots" / "journal.jsonl"
    found = finding("é « à »")
    graver = Diagnostic(found.code, Position("t.csv", 2, 3, "C2"), {}, Severity.ERROR, "motif")
    kept = [entry(1, found), entry(2, found, graver), entry(3)]
    with Journal(path) as journal:
        for one in kept:
            journal.add(one)

    with Journal(path) as again:
        places = [again.made(one.key) for one in kept]
        assert [again.at(place) for place in places if place is not None] == kept
        assert again.made("another") is None
        assert again.lines == 5  # a finding that two rows have is there once


def test_the_last_that_was_made_of_a_job_counts(tmp_path: Path) -> None:
    with Journal(tmp_path / "j") as journal:
        journal.add(entry(1))
        last = Entry("key1", "n1", {"n1.docx": "2" * 64}, 0, ())
        journal.add(last)
        assert journal.at(journal.made("key1") or 0) == last


@given(st.integers(0, 400))
def test_a_torn_line_is_passed_over_and_the_next_is_whole(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    path = tmp_path_factory.mktemp("j") / "journal.jsonl"
    with Journal(path) as journal:
        for number in range(3):
            journal.add(entry(number, finding("a")))
    data = path.read_bytes()
    path.write_bytes(data[: max(len(data) - cut, 0)])

    with Journal(path) as torn:
        torn.add(entry(9, finding("b")))
    with Journal(path) as again:
        for number in range(3):
            place = again.made(f"key{number}")
            assert place is None or again.at(place) == entry(number, finding("a"))
        assert again.at(again.made("key9") or 0) == entry(9, finding("b"))


@given(st.lists(st.binary(max_size=60), max_size=8))
def test_nothing_in_the_file_makes_it_fail(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes]
) -> None:
    path = tmp_path_factory.mktemp("j") / "journal.jsonl"
    path.write_bytes(b"\n".join(lines))

    with Journal(path) as journal:
        journal.add(entry(1))
        assert journal.at(journal.made("key1") or 0) == entry(1)
        assert list(journal.files())[-1] == entry(1).files


@pytest.mark.parametrize(
    "name", ["../secret.docx", "a/b.docx", "C:x.docx", "a\\\\b.docx", "..", ""]
)
def test_a_name_that_leads_out_of_the_folder_is_none(tmp_path: Path, name: str) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_text(f'["key1","n1",{{"{name}":"00"}},0,[]]\n', encoding="utf-8")

    with Journal(path) as journal:
        assert journal.made("key1") is None


def test_a_finding_that_cannot_be_read_makes_its_row_be_made_again(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_text(
        '["C999","a",1,1,"",{},null,""]\n["k","n",{"n.md":"0"},0,[0]]\n', encoding="utf-8"
    )

    with Journal(path) as journal:
        place = journal.made("k")
        assert place is not None
        assert journal.at(place) is None


def test_what_is_left_in_the_folder_stays_in_a_journal_that_is_made_short(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    with Journal(path) as journal:
        places = [journal.add(entry(number, finding("a"))) for number in range(1500)]
        journal.shorten(places[-10:], {"n3.docx", "n1490.md"})

    with Journal(path) as again:
        known = {name for files in again.files() for name in files if name.endswith(".docx")}
    assert known == {"n3.docx", *(f"n{number}.docx" for number in range(1490, 1500))}


def test_a_journal_of_many_runs_is_made_short(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    with Journal(path) as journal:
        places = [journal.add(entry(number, finding("a"))) for number in range(1500)]
        journal.shorten(places[-10:])

    with Journal(path) as again:
        assert again.lines == 11
        assert again.made("key3") is None
        assert again.at(again.made("key1499") or 0) == entry(1499, finding("a"))
