"""Sheets of Excel and LibreOffice -> rows, whichever library reads them."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Protocol

from conventassembler.source import fold
from conventassembler.tables.delimited import unmarked
from conventassembler.tables.model import (
    Cell,
    NoSheetError,
    Sheet,
    Table,
    cell_position,
    duration,
    rows_of,
)

_DEEP = 20
"""Rows among which those are looked for that name the columns of a sheet that is not read."""
EXACT = 10**15
"""From here on a spreadsheet has lost the last figures of a number."""
_EXCEL_97 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What its files begin with, whatever they are named."""


class Book(Protocol):
    """A workbook."""

    names: Sequence[str]
    """Those of its sheets."""
    shown: Sequence[int]
    """The ranks of the sheets that people see."""

    def sheet(self, rank: int) -> Sheet:
        """Return a sheet; or raise ValueError where it is damaged, or too large."""


def read_workbook(data: bytes, file: str, sheet: str = "") -> Table:
    """Return the table on one sheet of a workbook; by default the first that people see.

    Raises:
        ValueError: it is no workbook, has a password, is too large, or has no such sheet.
    """
    book = _open(data)
    names = book.names
    if sheet and sheet not in names:
        raise NoSheetError(names)
    rank = names.index(sheet) if sheet else next(iter(book.shown), 0)
    lines = _lines(found := book.sheet(rank), file, names[rank] if len(names) > 1 else "")
    headers = tuple(next(lines, ()))
    others = [one for one in book.shown if one != rank]
    alike = () if sheet else tuple(one for one in others if _alike(book, one, headers))
    return Table(
        *(file, headers, rows_of(headers, lines)),
        *((names[rank], *(names[one] for one in others)), found.hidden),
        tuple(names[one] for one in alike),
    )


def _open(data: bytes) -> Book:
    if data.startswith(_EXCEL_97):
        from conventassembler.tables.excel_97 import Excel97  # noqa: PLC0415 -- rarely one

        return Excel97(data)
    from conventassembler.tables.laid_out import LaidOut  # noqa: PLC0415 -- not beside the other

    return LaidOut(data)


def _alike(book: Book, rank: int, headers: Sequence[Cell]) -> bool:
    """Tell whether a sheet has rows under the same names: half of them, and two where there are."""
    try:
        lines = ([_text(one) for one in line] for line in book.sheet(rank).lines)
        said = [line for line in islice(lines, _DEEP) if any(line)]
    except ValueError:  # too wide to be laid out
        return False
    names = {fold(one.text) for one in headers if one.text}
    common = names & set(map(fold, said[0])) if len(said) > 1 else set()
    return len(common) >= max(min(len(names), 2), len(names) / 2, 1)


def _lines(sheet: Sheet, file: str, shown: str) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows from the first that says something; columns before the table are left out."""
    for row, line in enumerate(sheet.lines, sheet.top):
        yield tuple(
            _cell(sheet.seen.get((row, column), value), row, column, file, shown)
            for column, value in enumerate(line, sheet.left)
        )


def _cell(value: object, row: int, column: int, file: str, shown: str) -> Cell:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    at = cell_position(file, row, column, shown)
    return Cell(unmarked(_text(value).strip()), at, number, day=isinstance(value, date))


def _text(value: object) -> str:
    """Return a value as a person in France would type it."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date | time | timedelta):
        return _moment(value)
    if isinstance(value, int | float):
        return _figures(float(value))
    return str(value)


def _moment(value: date | time | timedelta) -> str:
    if isinstance(value, timedelta):
        sign = "-" if value < timedelta() else ""
        return sign + duration(*divmod(round(abs(value.total_seconds())), 60))
    if isinstance(value, time):
        return f"{value:%H:%M}"
    timed = isinstance(value, datetime) and value.time() != time()
    return value.strftime("%d/%m/%Y %H:%M" if timed else "%d/%m/%Y")


def _figures(value: float) -> str:
    if abs(value) >= EXACT:
        return f"{value:.1E}".replace(".", ",")
    return f"{value:.15g}".replace(".", ",")
