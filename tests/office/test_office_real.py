"""LibreOffice itself: one run of each kind, of the repository's own conventions."""

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from project import draft
from pypdf import PdfReader

from conventassembler.draft.model import Heading
from conventassembler.draft.plain import text_of
from conventassembler.office import Kind
from conventassembler.office.convert import convert
from conventassembler.office.find import find_office
from conventassembler.office.pages import page_counts
from conventassembler.writers.word import default_template, write_word
from conventassembler.writers.word.bookmarks import bookmark_name

pytestmark = pytest.mark.libreoffice
NAME = "longvic"


@pytest.fixture(scope="module")
def word() -> bytes:
    return write_word(draft(NAME), default_template())[0]


@pytest.fixture(scope="module")
def made(word: bytes) -> dict[Kind, bytes]:
    """What LibreOffice makes of the Word file, once for all tests."""
    files: dict[Kind, bytes] = {}
    for kind in ("pdf", "pdfa", "odt"):
        of_kind, found = convert(find_office(), {NAME: word}, kind)
        assert found == ()
        files[kind] = of_kind[NAME]
    return files


@pytest.mark.parametrize("kind", ["pdf", "pdfa"])
def test_a_pdf_says_what_it_is(made: dict[Kind, bytes], kind: Kind) -> None:
    reader = PdfReader(io.BytesIO(made[kind]))
    root: Any = reader.root_object
    packet = root["/Metadata"].get_object().get_data().decode("utf-8")
    assert root["/Lang"] == "fr-FR"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == draft(NAME).title
    assert len(reader.outline) >= 5
    assert "<pdfuaid:part>1<" in packet
    assert ("<pdfaid:part>2<" in packet) == (kind == "pdfa")
    assert not reader.get_fields()


def test_no_table_lacks_its_headers(made: dict[Kind, bytes]) -> None:
    tags = list(tree(PdfReader(io.BytesIO(made["pdf"])).root_object["/StructTreeRoot"]))

    assert "/Table" in tags, "the places to sign stand in one"
    for table in " ".join(tags).split("/Table")[1:]:
        assert "/TH" in table


def tree(element: Any) -> Iterator[str]:
    """Yield the kinds of the elements of a PDF, each before those in it."""
    element = element.get_object()
    if not isinstance(element, dict):
        return
    yield str(element.get("/S", ""))
    inside = element.get("/K", [])
    for child in inside if isinstance(inside, list) else [inside]:
        yield from tree(child)


def test_an_opendocument_text_is_made(made: dict[Kind, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(made["odt"])) as archive:
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"


def test_a_heading_is_on_the_page_that_is_told(
    word: bytes, made: dict[Kind, bytes], tmp_path: Path
) -> None:
    counted, found = page_counts(find_office(), {NAME: word})

    assert found == ()
    printed = printed_pages(made["pdf"], tmp_path / "acte.pdf")
    assert counted[NAME].count == len(printed)
    headings = [block for block in draft(NAME).blocks if isinstance(block, Heading)]
    assert len(headings) >= 5
    for heading in headings:
        page = printed[counted[NAME].of[bookmark_name(heading.id)] - 1]
        assert squeezed(text_of(heading.inlines)) in page


def printed_pages(pdf: bytes, path: Path) -> list[str]:
    """Return the words of each page, read by another program."""
    path.write_bytes(pdf)
    command = ["pdftotext", str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    return [squeezed(page) for page in text.decode("utf-8").split("\f")[:-1]]


def squeezed(text: str) -> str:
    """Return `text` without its spaces, as lines are broken anywhere, nor its capitals."""
    return re.sub(r"\s", "", text).upper()
