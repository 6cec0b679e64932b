"""How far the cells of a workbook reach, and which say otherwise: read before it is laid out.

What lays a sheet out takes the memory of its whole rectangle: one cell far away, by a slip of the
hand, and a file of 5 KB takes all that a computer has. It leaves faulty cells empty, too.
"""

import re
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import field
from html import unescape
from io import BytesIO
from posixpath import join, normpath
from zipfile import BadZipFile, ZipFile

from conventassembler.diagnostics.spoken import NO_WORKBOOK, TOO_WIDE
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.tables.model import Place, Shown, unsaid
from conventassembler.tables.opendocument import hidden_in, shown_in
from conventassembler.tables.percentages import percentages

MOST = 1_000_000
"""Cells of the rectangle that a sheet may take."""
WIDEST = 1_000
"""Columns of merged cells that are looked at."""
LARGEST = 200_000_000
"""Bytes of a workbook, unpacked."""
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)(?<!/)>\s*<(?:\w+:)?(?:v|is|f)\b")
_FAULT = re.compile(
    rb'<(?:\w+:)?c\b([^>]*\bt="e"[^>]*)>(?:<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</[^>]*>))?'
    rb"<(?:\w+:)?v>([^<]*)<"
)
_UNWORKED = re.compile(
    rb"<(?:\w+:)?c\b(?![^>]*\bt=\"str\")([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>([^<]*)</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
"""A formula that no spreadsheet has worked out yet: the file comes from a program."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"')
_HIDDEN = re.compile(rb'<(?:\w+:)?row\b[^>]*\bhidden="(?:1|true)"[^>]*>')
_NUMBER = re.compile(rb'\br="(\d{1,7})"')
_AT = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_SHEET = Pattern(r"<(?:\w+:)?sheet\b[^>]*>")
_LINK = Pattern(r"<(?:\w+:)?Relationship\b[^>]*>")
_TABLE = re.compile(
    rb"<table:(table-row|table-cell|covered-table-cell|table)\b([^>]*?)(/?)>(?:(</table:)?)"
)
_TIMES = re.compile(rb'number-(?:rows|columns)-repeated="(\d+)"')

_STYLES = "xl/styles.xml"


def check_extent(data: bytes) -> None:
    """Look at what a workbook comes to, all of which is read when it is opened.

    Raises:
        ValueError: its parts are more than `LARGEST`, or not what they say; or a sheet of
            LibreOffice, all of which are laid out, takes more than `MOST` cells.
    """
    with suppress(BadZipFile), ZipFile(BytesIO(data)) as archive:
        _check_parts(archive)
        if "content.xml" in archive.namelist():
            bounded(_reach_of_tables(_part(archive, "content.xml")))


def _check_parts(archive: ZipFile) -> None:
    """Unpack all parts, none beyond what it says that it holds: few bytes may be gigabytes."""
    if sum(one.file_size for one in archive.infolist()) > LARGEST:
        raise ValueError(TOO_WIDE)
    try:
        broken = archive.testzip()
    except (NotImplementedError, RuntimeError, OSError, zlib.error) as error:
        raise ValueError(NO_WORKBOOK) from error
    if broken is not None:
        raise ValueError(NO_WORKBOOK)


@dataclass(frozen=True, slots=True)
class Looks:
    """What people see of a sheet that those do not see who lay it out."""

    cells: Shown = field(default_factory=dict)
    """The cells that say otherwise, by row and column."""
    hidden: frozenset[int] = frozenset()
    """The rows that nobody sees."""


def looks_of(data: bytes, rank: int) -> Looks:
    """Return the cells of a sheet that say otherwise where they are laid out, and its hidden rows.

    The cells are faults, « #REF! »; formulas that were never worked out; cells that are merged with
    one before them; and percentages, « 5,5 % », which are kept as fractions.

    `rank` is that of the sheet. Of a binary file of Excel 2007 (.xlsb) nothing is known.

    Raises:
        ValueError: the sheet takes more than `MOST` cells.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            if "content.xml" in archive.namelist():
                content = _part(archive, "content.xml")
                return Looks(shown_in(content, rank), frozenset(hidden_in(content, rank)))
            if "xl/workbook.xml" not in archive.namelist():
                return Looks()
            part = _part(archive, _sheet(archive, rank))
            styles = _part(archive, _STYLES) if _STYLES in archive.namelist() else b""
    except (BadZipFile, KeyError, IndexError, StopIteration) as error:
        raise ValueError(NO_WORKBOOK) from error
    cells = [at for cell in _CELL.finditer(part) if (at := _place(cell[1]))]
    bounded([cells])
    found = [(_place(one[1]), _text(one[2])) for one in _FAULT.finditer(part)]
    found += [(_place(one[1]), f"={_text(one[2] or b'...')}") for one in _UNWORKED.finditer(part)]
    merged = _merged(part, max(cells, default=(0, 0))[0], min(cells, default=(0, 0))[0])
    found += [(_place(at), text) for at, text in percentages(part, styles)]
    hidden = frozenset(
        int(number[1]) for row in _HIDDEN.findall(part) if (number := _NUMBER.search(row))
    )
    return Looks(merged | {at: text for at, text in found if at}, hidden)


def _text(part: bytes) -> str:
    return unescape(part.decode("utf-8", "replace"))


def _merged(part: bytes, last: int, top: int) -> dict[Place, str]:
    """Return the cells that are merged with one before them, below the first row: they say nothing.

    To whoever looks at the sheet, they say what that one says.
    """
    found: dict[Place, str] = {}
    for one in _MERGED.finditer(part):
        first, end = (_place(b' r="' + corner + b'"') for corner in one.groups())
        if first and end and first[0] > top and end[1] - first[1] < WIDEST:
            rows = range(first[0], min(end[0], last) + 1)
            places = [(row, column) for row in rows for column in range(first[1], end[1] + 1)]
            found |= dict.fromkeys(places[1:], unsaid(_text(one[1])))
    return found


def _part(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        data = part.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError(TOO_WIDE)
    return data


def _sheet(archive: ZipFile, rank: int) -> str:
    """Return the name of the part that holds a sheet."""
    sheet = _SHEET.findall(_part(archive, "xl/workbook.xml").decode("utf-8", "replace"))[rank]
    id_ = _attribute(sheet, r"\w+:id")
    links = _LINK.findall(_part(archive, "xl/_rels/workbook.xml.rels").decode("utf-8", "replace"))
    target = next(_attribute(one, "Target") for one in links if _attribute(one, "Id") == id_)
    return normpath(join("/xl", target)).lstrip("/")


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf"""\s{name}\s*=\s*["']([^"']*)["']""", tag)
    return found[1] if found else ""


def _place(attributes: bytes) -> Place | None:
    found = _AT.search(attributes)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + letter - ord("A") + 1
    return int(found[2]), column


def bounded(sheets: Iterable[Iterable[Place]]) -> None:
    """Look at the places of what each sheet says.

    Raises:
        ValueError: those of one are in a rectangle of more than `MOST` cells.
    """
    for places in map(list, sheets):
        rows, columns = zip(*places, strict=True) if places else ((0,), (0,))
        if (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1) > MOST:
            raise ValueError(TOO_WIDE)


def _reach_of_tables(content: bytes) -> list[list[Place]]:
    """Return the corners of what the sheets of LibreOffice say, repeated cells counted."""
    sheets: list[list[Place]] = []
    row, column, repeated = 1, 0, 0
    for kind, attributes, closed, empty in _TABLE.findall(content):
        times = int(found[1]) if (found := _TIMES.search(attributes)) else 1
        if kind == b"table":
            sheets.append([(1, 1)])
            row, repeated = 1, 0
        elif kind == b"table-row":
            row, column, repeated = row + repeated, 0, times
        elif sheets:
            column += times
            if b"office:value" in attributes or not (closed or empty):
                sheets[-1].append((row + repeated - 1, column))
    return sheets
