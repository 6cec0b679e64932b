"""The repository's own acts, saved by LibreOffice: what stays, and what it makes anew."""

import re
from pathlib import Path

import pytest
from offices import OFFICES, answers, bare, bares, converted, put_in
from project import assembled, draft

from conventassembler.review.numbers import Numbers
from conventassembler.review.word_reader import read_text
from conventassembler.writers.word import default_template, write_word
from conventassembler.writers.word.package import read_members
from conventassembler.writers.word.xml import Element, parse, tag

pytestmark = pytest.mark.libreoffice
NAMES = sorted(assembled().drafts)


@pytest.fixture(scope="module")
def own() -> dict[str, bytes]:
    """The Word files of the repository's own conventions."""
    return {name: write_word(draft(name), default_template())[0] for name in NAMES}


def test_references_made_anew_say_what_they_said(own: dict[str, bytes], tmp_path: Path) -> None:
    """LibreOffice makes them anew when it lays the pages out."""
    for name, data in own.items():
        (tmp_path / f"{name}.docx").write_bytes(data)

    found = answers([{"path": str(tmp_path / f"{name}.docx"), "paragraphs": False} for name in own])

    assert sum(len(one["references"]) for one in found) > len(own)
    for (name, data), answer in zip(own.items(), found, strict=True):
        references = [one["reads"] for one in answer["references"]]
        assert sorted(bares(references)) == sorted(bares(_cached(data))), name
        assert {bare(one["in"]) for one in answer["references"]} == set(_cached_lines(data)), name


@pytest.mark.parametrize("office", OFFICES)
def test_what_libreoffice_saves_keeps_text_numbers_and_marks(
    office: str, own: dict[str, bytes], tmp_path: Path
) -> None:
    """Pages are counted, which were not; 25.2 writes the switch of a reference twice.

    In a saved file too, a paragraph that is given the style of articles is one.
    """
    saved = converted(own, tmp_path, office, "docx")

    for name, before in own.items():
        after = saved[name]
        assert _uncounted(read_text(after)) == _uncounted(read_text(before)), name
        assert _numbered(after) == _numbered(before), name
        assert _asked(after) == _asked(before), name
        assert _marks(before) <= _marks(after), name
        for kept in ("footnoteReference", "sdt"):
            assert _count(after, kept) == _count(before, kept), (name, kept)
        assert _numbered(put_in(after, _first(after), "", by_style=True)) == _numbered(
            put_in(before, _first(before), "", by_style=True)
        ), name


def _document(docx: bytes) -> Element:
    return parse(read_members(docx)["word/document.xml"])


def _uncounted(text: str) -> str:
    return re.sub(r"\[nombre de pages\]|\b\d+(?= pages, paraphées)", "…", text)


def _numbered(docx: bytes) -> list[str]:
    """Return the numbers that paragraphs show, those of lists too."""
    members = read_members(docx)
    numbers = Numbers(parse(members["word/numbering.xml"]), parse(members["word/styles.xml"]))
    return [found for one in _document(docx).iter(tag("p")) if (found := numbers.of(one))]


def _first(docx: bytes) -> int:
    """Return which numbered paragraph is the first article."""
    numbers = bares(_numbered(docx))
    return numbers.index("article1")


def _asked(docx: bytes) -> list[list[str]]:
    """Return what the fields of references ask for, each word once."""
    found = ((one.text or "").split() for one in _document(docx).iter(tag("instrText")))
    return [list(dict.fromkeys(one)) for one in found if one[:1] == ["REF"]]


def _marks(docx: bytes) -> set[str]:
    names = (one.get(tag("name"), "") for one in _document(docx).iter(tag("bookmarkStart")))
    return {name for name in names if name.startswith("ca_")}


def _count(docx: bytes, name: str) -> int:
    return len(list(_document(docx).iter(tag(name))))


def _cached(docx: bytes) -> list[str]:
    """Return the texts that stand in the references of a file."""
    found: list[str] = []
    inside = False
    for one in _document(docx).iter(tag("instrText"), tag("fldChar"), tag("t")):
        if one.tag == tag("instrText"):
            inside = (one.text or "").split()[:1] == ["REF"]
            found += [""] if inside else []
        elif one.get(tag("fldCharType")) == "end":
            inside = False
        elif one.tag == tag("t") and inside:
            found[-1] += one.text or ""
    return found


def _cached_lines(docx: bytes) -> list[str]:
    """Return the paragraphs with references as the file says them."""
    with_references = (
        one
        for one in _document(docx).iter(tag("p"))
        if any((asked.text or "").split()[:1] == ["REF"] for asked in one.iter(tag("instrText")))
    )
    texts = ("".join(t.text or "" for t in one.iter(tag("t"))) for one in with_references)
    return [bare(text) for text in texts]
