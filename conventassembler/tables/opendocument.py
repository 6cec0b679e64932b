"""A sheet of LibreOffice -> the cells that say otherwise, or nothing, where they are laid out.

Beside `extent`, which does so for Excel, and before `workbook`: faults, which would be empty; cells
that are merged with one before them, which say nothing; percentages, which are kept as fractions;
hours, of which a day's would be « PT26H03M00S ».
"""

import re
from collections.abc import Iterator, Sequence

from conventassembler.tables.model import cell_name, duration, percentage, unsaid

_SHEET = re.compile(rb"<table:table(?=[\s>])")
_PIECE = re.compile(rb"<table:(table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*?)(/?)>")
_TIMES = re.compile(rb'number-(?:rows|columns)-repeated="(\d+)"')
_SPANNED = re.compile(rb'number-(columns|rows)-spanned="(\d+)"')
_PERCENTAGE = re.compile(rb'value-type="percentage"[^>]*office:value="([^"]*)"')
_FAULT = b'value-type="error"'
_HOURS = re.compile(
    rb'value-type="time"[^>]*office:time-value="(-?)PT(\d{1,9})H(\d{1,9})M(\d{1,9})[.,\d]*S"'
)
_SIGNS = (_FAULT, b'value-type="percentage"', b'value-type="time"', b"-spanned=")
"""Without any of these, all cells say what they show."""
_HIDDEN = re.compile(rb'table:visibility="(?:filter|collapse)"')
_SHOWN = re.compile(rb"\s*<text:p[^>]*>([^<]*)")
_WIDEST = 1_000
"""Columns, and rows, of merged cells that are looked at."""

Shown = dict[tuple[int, int], str]


def shown_in(content: bytes, rank: int) -> Shown:
    """Return what people see in such cells of a sheet, by row and column counted from 1.

    `content` is the part `content.xml` of the file, `rank` that of the sheet in it.
    """
    if not any(sign in content for sign in _SIGNS):
        return {}  # most files: a walk over each cell is not free
    starts = [found.start() for found in _SHEET.finditer(content)]
    ends = [*starts[1:], len(content)]
    found: Shown = {}
    spans: list[tuple[int, int, int, int]] = []
    top = 0
    for row, column, times, attributes, inside in _cells(content, starts[rank], ends[rank]):
        top = top or (row if b"office:value" in attributes else 0)
        if span := _span(attributes):
            spans.append((row, column, *span))
        if text := _text(attributes, content, inside):
            found |= {
                (row + down, column + right): text
                for down in range(times[0])
                for right in range(times[1])
            }
    return _covered(spans, top) | found


def hidden_in(content: bytes, rank: int) -> Iterator[int]:
    """Yield the numbers of the rows that a sheet does not show: hidden, or filtered out.

    Of rows that are said at once, the first alone: those that hold something are said one by one.
    """
    if not _HIDDEN.search(content):
        return
    starts = [found.start() for found in _SHEET.finditer(content)]
    row = 1
    for piece in _PIECE.finditer(content, starts[rank], [*starts[1:], len(content)][rank]):
        if piece[1] == b"table-row":
            if _HIDDEN.search(piece[2]):
                yield row
            row += int(found[1]) if (found := _TIMES.search(piece[2])) else 1


def _cells(
    content: bytes, start: int, end: int
) -> Iterator[tuple[int, int, tuple[int, int], bytes, int]]:
    """Yield each cell: its row and column, how often it comes down and along, what is said of it.

    Last is where its inside begins.
    """
    row, column, repeated = 1, 1, 0
    for piece in _PIECE.finditer(content, start, end):
        times = int(found[1]) if (found := _TIMES.search(piece[2])) else 1
        if piece[1] == b"table-row":
            row, column, repeated = row + repeated, 1, times
        else:
            yield row, column, (repeated, times), piece[2], piece.end()
            column += times


def _text(attributes: bytes, content: bytes, inside: int) -> str:
    """Return what a cell shows where the layer does not say it; else nothing."""
    if _FAULT in attributes:
        said = _SHOWN.match(content, inside)
        return (said[1].decode("utf-8", "replace") if said else "") or "#N/A"
    if hours := _HOURS.search(attributes):
        whole, minutes, seconds = (int(hours[rank]) for rank in (2, 3, 4))
        return hours[1].decode("ascii") + duration(60 * whole + minutes, seconds, digits=2)
    kept = _PERCENTAGE.search(attributes)
    return percentage(kept[1].decode("ascii", "replace")) if kept else ""


def _span(attributes: bytes) -> tuple[int, int] | None:
    sizes = {kind: int(count) for kind, count in _SPANNED.findall(attributes)}
    rows, columns = sizes.get(b"rows", 1), sizes.get(b"columns", 1)
    return (min(rows, _WIDEST), columns) if rows * columns > 1 and columns < _WIDEST else None


def _covered(spans: Sequence[tuple[int, int, int, int]], top: int) -> Shown:
    """Return the cells under merged ones, but under those of the row of names."""
    return {
        (row + down, column + right): unsaid(cell_name(row, column))
        for row, column, rows, columns in spans
        for down in range(rows)
        for right in range(columns)
        if row > top and (down or right)
    }
