"""A sheet -> the bytes of its workbook: the only module that knows XlsxWriter.

Equal sheets give equal bytes: the day of the file is fixed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import field
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from conventassembler.frozen import dataclass
from conventassembler.sheets.aid import aid, told
from conventassembler.sheets.columns import Sheet, SheetColumn
from conventassembler.sheets.kinds import TEXT, Cells, Rule, Value, cells_of
from conventassembler.sheets.samples import shown
from conventassembler.sheets.words import spaced
from conventassembler.tables.model import EXAMPLE

FILLED: Final = "Conventions"
"""The sheet that is filled, the first one."""
_AID: Final = "Aide"
_LISTS: Final = "Listes"
_AID_NAMES: Final = 38
_AID_WIDTH: Final = 90
"""Characters of its two columns."""
_LINE: Final = 16
"""Points of a line of text: LibreOffice fits no row to its texts that it did not write itself."""
_LOST: Final = 2
"""Characters of its width that a column loses to where its lines part."""
_A4: Final = 9
_PAGE: Final = 180
"""Characters of all columns that are read well on one page."""
_LAST_ROW: Final = 1_048_575
_CREATED: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_HEAD: Final = {"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter"}
_DARK: Final = _HEAD | {"bg_color": "#1F3864", "font_color": "#FFFFFF"}
_LIGHT: Final = _HEAD | {"bg_color": "#D9E2F3", "font_color": "#1F3864"}
_GREEN: Final = _HEAD | {"bg_color": "#375623", "font_color": "#FFFFFF"}
_CELL: Final = {"num_format": TEXT, "text_wrap": True, "valign": "top"}
_WIDE: Final = 50
"""Characters of a column at most."""
_GREY: Final = {"italic": True, "font_color": "#595959", "bg_color": "#E7E6E6"}
_REFUSED: Final = "Valeur refusée"


def workbook(sheet: Sheet, command: str) -> bytes:
    """Return the .xlsx of a sheet; `command` is what makes the conventions of its rows."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"title": sheet.agreement, "created": _CREATED})
    filled, aided, lists = (book.add_worksheet(name) for name in (FILLED, _AID, _LISTS))
    lists.hide()
    _Filled(book, filled, lists).write(sheet.columns)
    _write_aid(book, aided, aid(sheet, command))
    book.close()
    return out.getvalue()


def texts(lines: Sequence[Sequence[str]]) -> bytes:
    """Return the .xlsx of a table of texts, its names first: what is saved in it stays as it is."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    page = book.add_worksheet(FILLED)
    head, text = book.add_format(_DARK), book.add_format(_CELL)
    for row, line in enumerate(lines):
        for rank, said in enumerate(line):
            page.write_string(row, rank, said, text if row else head)
    widths = [min(max(map(len, column)) + 2, _WIDE) for column in zip(*lines, strict=True)]
    for rank, width in enumerate(widths):
        page.set_column(rank, rank, width, text)
    for row, line in enumerate(lines):
        page.set_row(row, _height(zip(line, widths, strict=True)))
    page.freeze_panes(1, 0)
    _printed(page, widths)
    book.close()
    return out.getvalue()


@dataclass(slots=True)
class _Filled:
    """The sheet that is filled, as it is written."""

    book: Workbook
    page: Worksheet
    lists: Worksheet
    formats: dict[str, Format] = field(default_factory=dict)

    def write(self, columns: Sequence[SheetColumn]) -> None:
        widths = [_width(one) for one in columns]
        for rank, (column, width) in enumerate(zip(columns, widths, strict=True)):
            cells = cells_of(column.type)
            self.page.set_column(rank, rank, width, self._format({"num_format": cells.format}))
            self._head(rank, column)
            self._example(rank, column, cells)
            self._validate(rank, column, cells)
            self._shorten(rank, cells)
        self._grey(columns)
        heads = zip((one.header for one in columns), widths, strict=True)
        self.page.set_row(0, max(36, _height(heads)))
        self.page.freeze_panes(1, 1)
        _printed(self.page, widths)

    def _format(self, said: dict[str, Any]) -> Format:
        """Return a format, made once for all cells that have it."""
        said = {"valign": "top", "text_wrap": True, **said}
        return self.formats.setdefault(repr(said), self.book.add_format(said))

    def _head(self, rank: int, column: SheetColumn) -> None:
        kept = column.own or column.optional
        looks = _GREEN if column.always else _LIGHT if kept else _DARK
        self.page.write_string(0, rank, column.header, self._format(looks))
        lines = "\n".join(told(column))
        size = {"x_scale": 2.2, "y_scale": max(0.8, (len(lines) / 38 + lines.count("\n")) / 4)}
        self.page.write_comment(0, rank, lines, {"author": "conventassembler", **size})

    def _example(self, rank: int, column: SheetColumn, cells: Cells) -> None:
        value = shown(column)
        looks = self._format({"num_format": cells.format})
        if isinstance(value, date):
            moment = datetime(value.year, value.month, value.day)
            self.page.write_datetime(1, rank, moment, looks)
        elif isinstance(value, str):
            self.page.write_string(1, rank, value, looks)
        else:
            self.page.write_number(1, rank, value, looks)

    def _grey(self, columns: Sequence[SheetColumn]) -> None:
        """Show the row of the example grey, until somebody types over what says that it is one."""
        mark = next((rank for rank, one in enumerate(columns) if one.names), 0)
        cell = xl_rowcol_to_cell(1, mark, col_abs=True)
        formula = f'=LEFT({cell},{len(EXAMPLE)})="{EXAMPLE}"'
        looks = {"type": "formula", "criteria": formula, "format": self.book.add_format(_GREY)}
        self.page.conditional_format(1, 0, 1, len(columns) - 1, looks)

    def _shorten(self, rank: int, cells: Cells) -> None:
        """Show whole percentages without decimals: « 20 % » and « 5,5 % »."""
        if not cells.whole:
            return
        share = f"{xl_rowcol_to_cell(1, rank)}*100"
        looks = self.book.add_format({"num_format": cells.whole})
        formula = f"=ROUND({share},8)=ROUND({share},0)"
        rule = {"type": "formula", "criteria": formula, "format": looks}
        self.page.conditional_format(1, rank, _LAST_ROW, rank, rule)

    def _validate(self, rank: int, column: SheetColumn, cells: Cells) -> None:
        """Say what the cells of a column take."""
        if column.choices:
            said = self._chosen(rank, column.choices)
        elif cells.rule:
            said = _ruled(cells.rule)
        elif cells.figures:
            said = _counted(xl_rowcol_to_cell(1, rank), cells)
        else:
            return
        self.page.data_validation(1, rank, _LAST_ROW, rank, {"error_title": _REFUSED, **said})

    def _chosen(self, rank: int, choices: Sequence[str]) -> dict[str, Any]:
        """Return the rule of a column of choices, which stand on a sheet that is not shown."""
        for row, one in enumerate(choices):
            self.lists.write_string(row, rank, one)
        corners = (
            xl_rowcol_to_cell(row, rank, row_abs=True, col_abs=True)
            for row in (0, len(choices) - 1)
        )
        message = "Choisissez une valeur dans la liste de la cellule."
        return {"validate": "list", "source": f"={_LISTS}!{':'.join(corners)}"} | _told(message)


def _width(column: SheetColumn) -> int:
    return max(cells_of(column.type).width, min(len(column.header) + 2, 40))


def _height(cells: Iterable[tuple[str, int]]) -> int:
    """Return the points of a row of texts, each with the width of its column: see `_LINE`."""
    return _LINE * max(
        sum(max(-(-len(line) // (width - _LOST)), 1) for line in text.split("\n"))
        for text, width in cells
    )


def _printed(page: Worksheet, widths: Sequence[int]) -> None:
    """Have a sheet printed on A4 as people read it: the names and the first column on each page."""
    page.set_paper(_A4)
    page.set_landscape()
    page.fit_to_pages(-(-sum(widths) // _PAGE), 0)
    page.repeat_rows(0)
    page.repeat_columns(0)


def _ruled(rule: Rule) -> dict[str, Any]:
    bounds = {"criteria": "between", "minimum": _bound(rule.low), "maximum": _bound(rule.high)}
    style = {} if rule.stops else {"error_type": "warning"}
    return {"validate": rule.kind} | bounds | _told(rule.message) | style


def _bound(value: Value) -> Value:
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    return value


def _counted(cell: str, cells: Cells) -> dict[str, Any]:
    formula = f'=LEN(SUBSTITUTE(SUBSTITUTE({cell}," ",""),CHAR(160),""))={cells.figures}'
    return {"validate": "custom", "value": formula} | _told(cells.how)


def _told(message: str) -> dict[str, Any]:
    return {"error_message": spaced(message)}


def _write_aid(book: Workbook, page: Worksheet, lines: Sequence[tuple[str, str]]) -> None:
    head = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    widths = (_AID_NAMES, _AID_WIDTH)
    page.set_column(0, 0, _AID_NAMES, head)
    page.set_column(1, 1, _AID_WIDTH, text)
    for row, line in enumerate(lines):
        word, meaning = line
        page.set_row(row, _height(zip(line, widths, strict=True)))
        page.write_string(row, 0, word, head)
        page.write_string(row, 1, meaning, text)
    page.set_paper(_A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
