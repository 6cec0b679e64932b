"""Sheets of Excel and LibreOffice: the only module that knows python-calamine."""

from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from conventassembler.diagnostics.spoken import NO_SHEET, NO_WORKBOOK
from conventassembler.tables.model import Cell, Table, cell_position, rows_of

EXACT = 10**15
"""From here on a spreadsheet has lost the last figures of a number."""


def read_workbook(data: bytes, file: str, sheet: str = "") -> Table:
    """Return the table on one sheet of a workbook; by default the first one.

    Raises:
        ValueError: it is no workbook, it is locked by a password, or has no such sheet.
    """
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        names = book.sheet_names
        if sheet and sheet not in names:
            raise ValueError(NO_SHEET)
        found = book.get_sheet_by_name(sheet) if sheet else book.get_sheet_by_index(0)
        shown = found.name if len(names) > 1 else ""
        lines = _lines(found, file, shown)
        headers = tuple(next(lines, ()))
    except CalamineError as error:
        raise ValueError(NO_WORKBOOK) from error
    return Table(file, headers, rows_of(headers, lines))


def _lines(sheet: CalamineSheet, file: str, shown: str) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows from the first that says something; columns before the table are left out."""
    top, left = sheet.start or (0, 0)
    for row, line in enumerate(sheet.iter_rows(), 1):
        if row <= top:
            continue
        yield tuple(
            _cell(value, row, column, file, shown) for column, value in enumerate(line, left + 1)
        )


def _cell(value: object, row: int, column: int, file: str, shown: str) -> Cell:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return Cell(_text(value).strip(), cell_position(file, row, column, shown), number)


def _text(value: object) -> str:
    """Return a value as a person in France would type it."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, datetime):
        form = "%d/%m/%Y" if value.time() == time() else "%d/%m/%Y %H:%M"
        return value.strftime(form)
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, int | float):
        return _figures(float(value))
    return str(value)


def _figures(value: float) -> str:
    if abs(value) >= EXACT:
        return f"{value:.1E}".replace(".", ",")
    return f"{value:.15g}".replace(".", ",")
