"""Sheets of Excel from 2007 on and of LibreOffice: the only module that knows python-calamine."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import islice

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from conventassembler.diagnostics.spoken import NO_WORKBOOK
from conventassembler.tables.extent import check_extent, looks_of
from conventassembler.tables.model import Sheet


class LaidOut:
    """A workbook of which each sheet is laid out in its whole rectangle."""

    def __init__(self, data: bytes) -> None:
        check_extent(data)
        self._data = data
        with _damaged_is_told():
            self._book = CalamineWorkbook.from_filelike(BytesIO(data))
        self.names: Sequence[str] = self._book.sheet_names
        sheets = enumerate(self._book.sheets_metadata)
        visible = SheetVisibleEnum.Visible
        self.shown: Sequence[int] = [rank for rank, one in sheets if one.visible == visible]

    def sheet(self, rank: int) -> Sheet:
        """Return a sheet.

        Raises:
            ValueError: it is damaged, or takes more cells than one may.
        """
        looks = looks_of(self._data, rank)
        with _damaged_is_told():
            found = self._book.get_sheet_by_index(rank)
        top, left = found.start or (0, 0)
        return Sheet(top + 1, left + 1, _lines(found, top), looks.cells, looks.hidden)


def _lines(sheet: CalamineSheet, top: int) -> Iterator[list[object]]:
    with _damaged_is_told():
        yield from islice(sheet.iter_rows(), top, None)


@contextmanager
def _damaged_is_told() -> Iterator[None]:
    try:
        yield
    except (CalamineError, OverflowError) as error:  # hours beyond all that Python counts
        raise ValueError(NO_WORKBOOK) from error
