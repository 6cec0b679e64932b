"""Sheets of Excel 97 (.xls), as people see them: the only module that knows olefile and xlrd.

It lays out no rectangle: a cell far away costs the rows above it, and these hold nothing.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime, time, timedelta
from io import StringIO

import olefile
import xlrd
from xlrd.sheet import Sheet as Read

from conventassembler.diagnostics.spoken import NO_WORKBOOK
from conventassembler.patterns import Pattern
from conventassembler.tables.extent import WIDEST, bounded
from conventassembler.tables.model import Place, Sheet, cell_name, percentage, unsaid
from conventassembler.tables.percentages import shows_percentage

_EMPTY = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
_LASTING = Pattern(r"\[[hms]+\]", re.IGNORECASE)
"""In a format: hours that go on beyond the day."""

Value = str | float | bool | date | time | timedelta

# A link on a whole sheet would be noted down for each of its cells, which takes gigabytes.
Read.handle_hlink = lambda _sheet, _data: None


class Excel97:
    """A workbook of which each sheet is read when it is asked for."""

    def __init__(self, data: bytes) -> None:
        with _damaged_is_told():
            self._book = xlrd.open_workbook(
                file_contents=_stream(data),
                logfile=StringIO(),
                formatting_info=True,
                on_demand=True,
                ragged_rows=True,
            )
            formats = (self._book.format_map[one.format_key] for one in self._book.xf_list)
            self._formats = [one.format_str or "" for one in formats]  # None in a damaged file
        self.names: Sequence[str] = self._book.sheet_names()
        # a sheet says so in public once it was read, and each would have to be
        self.shown: Sequence[int] = [
            rank for rank, kind in enumerate(self._book._sheet_visibility) if not kind
        ]

    def sheet(self, rank: int) -> Sheet:
        """Return a sheet.

        Raises:
            ValueError: it is damaged, or takes more cells than one may.
        """
        with _damaged_is_told():
            read = self._book.sheet_by_index(rank)
            self._book.unload_sheet(rank)
        places = list(_said(read))
        bounded([places])
        hidden = frozenset(row + 1 for row, one in read.rowinfo_map.items() if one.hidden)
        if not places:
            return Sheet(1, 1, (), {}, hidden)
        rows, columns = zip(*places, strict=True)
        top, last, left, right = min(rows), max(rows), min(columns), max(columns)
        lines = (self._line(read, row, left, right) for row in range(top, last + 1))
        return Sheet(top, left, lines, _merged(read, top, last), hidden)

    def _line(self, read: Read, row: int, left: int, right: int) -> list[Value]:
        kinds = read.row_types(row - 1, left - 1, right)
        values = read.row_values(row - 1, left - 1, right)
        line = [
            self._value(read, row - 1, column, kind, value)
            for column, (kind, value) in enumerate(zip(kinds, values, strict=True), left - 1)
        ]
        return line + [""] * (right - left + 1 - len(line))

    def _value(self, read: Read, row: int, column: int, kind: int, value: object) -> Value:
        if not isinstance(value, int | float):
            return str(value)
        if kind == xlrd.XL_CELL_ERROR:
            return str(xlrd.error_text_from_code.get(value, "#N/A"))
        if kind == xlrd.XL_CELL_BOOLEAN:
            return bool(value)
        style = read.cell_xf_index(row, column)
        shape = self._formats[style] if style < len(self._formats) else ""
        if kind == xlrd.XL_CELL_DATE or _LASTING.search(shape):
            return _moment(value, shape, self._book.datemode)
        return percentage(repr(value)) if shows_percentage(shape) else value


def _stream(data: bytes) -> bytes:
    """Return the part of a file that is its workbook.

    In one that is damaged, xlrd itself may follow a chain of sectors that never ends.
    """
    with olefile.OleFileIO(data) as parts:
        name = "Workbook" if parts.exists("Workbook") else "Book"
        return bytes(parts.openstream(name).read())


@contextmanager
def _damaged_is_told() -> Iterator[None]:
    """Turn whatever a damaged file raises, by which xlrd is surprised, into one error."""
    try:
        yield
    except Exception as error:
        raise ValueError(NO_WORKBOOK) from error


def _said(read: Read) -> Iterator[Place]:
    """Yield the places of the first and of the last cell of each row that say something."""
    for row in range(read.nrows):
        said = [column for column, kind in enumerate(read.row_types(row), 1) if kind not in _EMPTY]
        yield from ((row + 1, column) for column in (said[:1] + said[-1:]))


def _moment(value: float, shape: str, datemode: int) -> Value:
    """Return the day, the hour, or how long; the number where there is no such day."""
    with suppress(OverflowError, ValueError):
        if _LASTING.search(shape):
            return timedelta(days=value)
        moment: datetime = xlrd.xldate_as_datetime(value, datemode)
        return moment.time() if value < 1 else moment
    return value


def _merged(read: Read, top: int, last: int) -> dict[Place, str]:
    """Return the cells under merged ones, but those of the row of names."""
    return {
        (row, column): unsaid(cell_name(first + 1, left + 1))
        for first, end, left, right in read.merged_cells
        if first + 1 > top and right - left <= WIDEST
        for row in range(first + 1, min(end, last) + 1)
        for column in range(left + 1, right + 1)
        if (row, column) != (first + 1, left + 1)
    }
