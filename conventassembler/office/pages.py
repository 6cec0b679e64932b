"""Word files -> how many pages each has, and on which one each of its bookmarks stands.

Only a word processor knows pages. LibreOffice makes a PDF in which each bookmark of the Word file
is a named destination; pypdf reads their pages.
"""

import io
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.office.convert import converted
from conventassembler.office.filters import LOCATED
from conventassembler.office.kinds import Pages
from conventassembler.patterns import Pattern

_DESTINATION: Final = Pattern(r"/?ca(?:_|5F|#5F)([0-9a-f]{16})")
"""A bookmark of ours. LibreOffice writes a sign that is no letter or figure as its hexadecimal."""


Counted = tuple[Mapping[str, Pages], tuple[Diagnostic, ...]]


def page_counts(
    office: Path | None, documents: Mapping[str, bytes], *, seconds: float | None = None
) -> Counted:
    """Return the pages of each of the Word files `documents`, under the same names.

    What could not be counted is missing, each time with an error.
    """
    files, found = converted(office, documents, LOCATED, seconds)
    counted = {name: pages_of(data) for name, data in files.items()}
    lost = tuple(fault("C627", Position(name), name=name) for name in files if not counted[name])
    return {name: pages for name, pages in counted.items() if pages}, found + lost


def pages_of(pdf: bytes) -> Pages | None:
    """Return the pages of a PDF, or None where it cannot be read or holds no bookmark of ours."""
    from pypdf import PdfReader  # noqa: PLC0415 -- hardly any run counts pages
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        reader = PdfReader(io.BytesIO(pdf))
        places = {
            f"ca_{match[1]}": reader.get_destination_page_number(destination)
            for name, destination in reader.named_destinations.items()
            if (match := _DESTINATION.fullmatch(name))
        }
        count = len(reader.pages)
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError):
        return None
    known = {name: page + 1 for name, page in places.items() if page is not None and page >= 0}
    return Pages(count, MappingProxyType(known)) if known else None
