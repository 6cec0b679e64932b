"""Sheets of Excel and LibreOffice: the only module that knows python-calamine."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from conventassembler.diagnostics.spoken import NO_WORKBOOK
from conventassembler.source import fold
from conventassembler.tables.delimited import unmarked
from conventassembler.tables.extent import Shown, check_extent, looks_of
from conventassembler.tables.model import Cell, NoSheetError, Table, cell_position, rows_of

_DEEP = 20
"""Rows among which those are looked for that name the columns of a sheet that is not read."""
EXACT = 10**15
"""From here on a spreadsheet has lost the last figures of a number."""


def read_workbook(data: bytes, file: str, sheet: str = "") -> Table:
    """Return the table on one sheet of a workbook; by default the first that people see.

    Raises:
        ValueError: it is no workbook, has a password, is too large, or has no such sheet.
    """
    try:
        check_extent(data)
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        names = book.sheet_names
        if sheet and sheet not in names:
            raise NoSheetError(names)
        rank = names.index(sheet) if sheet else _first_shown(book)
        looks = looks_of(data, rank)
        found = book.get_sheet_by_index(rank)
        shown = found.name if len(names) > 1 else ""
        lines = _lines(found, file, shown, looks.cells)
        headers = tuple(next(lines, ()))
    except CalamineError as error:
        raise ValueError(NO_WORKBOOK) from error
    others = [one for one in _shown(book) if one != rank]
    alike = () if sheet else tuple(one for one in others if _alike(data, book, one, headers))
    return Table(
        *(file, headers, rows_of(headers, lines)),
        *((found.name, *(names[one] for one in others)), looks.hidden),
        tuple(names[one] for one in alike),
    )


def _alike(data: bytes, book: CalamineWorkbook, rank: int, headers: Sequence[Cell]) -> bool:
    """Tell whether a sheet has rows under the same names: half of them, and two where there are."""
    try:
        looks_of(data, rank)
    except ValueError:  # too wide to be laid out
        return False
    lines = ([_text(one) for one in line] for line in book.get_sheet_by_index(rank).iter_rows())
    said = [line for line in islice(lines, _DEEP) if any(line)]
    names = {fold(one.text) for one in headers if one.text}
    common = names & set(map(fold, said[0])) if len(said) > 1 else set()
    return len(common) >= max(min(len(names), 2), len(names) / 2, 1)


def _first_shown(book: CalamineWorkbook) -> int:
    """Return the rank of the first sheet that people see; of the first one where they see none."""
    return next(iter(_shown(book)), 0)


def _shown(book: CalamineWorkbook) -> list[int]:
    """Return the ranks of the sheets that people see."""
    sheets = enumerate(book.sheets_metadata)
    return [rank for rank, one in sheets if one.visible == SheetVisibleEnum.Visible]


def _lines(sheet: CalamineSheet, file: str, shown: str, seen: Shown) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows from the first that says something; columns before the table are left out."""
    top, left = sheet.start or (0, 0)
    for row, line in enumerate(sheet.iter_rows(), 1):
        if row <= top:
            continue
        yield tuple(
            _cell(seen.get((row, column), value), row, column, file, shown)
            for column, value in enumerate(line, left + 1)
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
        return _duration(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    timed = isinstance(value, datetime) and value.time() != time()
    return value.strftime("%d/%m/%Y %H:%M" if timed else "%d/%m/%Y")


def _duration(value: timedelta) -> str:
    """Return « 26:03 », as a sheet shows hours and minutes."""
    minutes, seconds = divmod(round(abs(value.total_seconds())), 60)
    sign = "-" if value < timedelta() else ""
    behind = f":{seconds:02}" if seconds else ""
    return f"{sign}{minutes // 60}:{minutes % 60:02}{behind}"


def _figures(value: float) -> str:
    if abs(value) >= EXACT:
        return f"{value:.1E}".replace(".", ",")
    return f"{value:.15g}".replace(".", ",")
