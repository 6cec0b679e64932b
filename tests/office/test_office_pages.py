"""The pages of bookmarks, read in a PDF."""

import io
from pathlib import Path

import pytest
from pypdf import PdfWriter

from conventassembler.office import Pages
from conventassembler.office.pages import page_counts, pages_of

FIRST, LAST = "0123456789abcdef", "fedcba9876543210"


def pdf(names: dict[str, int], pages: int = 3) -> bytes:
    """Return a PDF whose destinations `names` stand on those pages, counted from 0."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    for name, page in names.items():
        writer.add_named_destination(name, page)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize("sign", ["_", "5F", "#5F"])
def test_bookmarks_have_pages_counted_from_one(sign: str) -> None:
    found = pages_of(pdf({f"ca{sign}{FIRST}": 0, f"ca{sign}{LAST}": 2, "OLE_LINK1": 1}))

    assert found == Pages(3, {f"ca_{FIRST}": 1, f"ca_{LAST}": 3})


@pytest.mark.parametrize(
    "data", [b"", b"no PDF", b"%PDF-1.7\n%%EOF\n", pdf({}), pdf({"OLE_LINK1": 0})]
)
def test_a_pdf_without_our_bookmarks_has_no_pages(data: bytes) -> None:
    assert pages_of(data) is None


def test_a_pdf_that_cannot_be_read_is_told(office: Path) -> None:
    counted, found = page_counts(office, {"acte": b"1"})

    assert counted == {}
    assert [(one.code, one.position.file) for one in found] == [("C627", "acte")]


def test_the_absence_of_libreoffice_is_told() -> None:
    counted, found = page_counts(None, {"acte": b"1"})

    assert counted == {}
    assert [one.code for one in found] == ["C620"]
