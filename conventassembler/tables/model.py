"""What every format of table gives: named columns, and rows of cells that know their place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import zip_longest

from conventassembler.diagnostics import Position
from conventassembler.diagnostics.spoken import NO_SHEET
from conventassembler.frozen import dataclass
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern

EXAMPLE = "#exemple"
"""What a cell begins with in a row that only shows how rows are filled."""
MERGED = Pattern(r"#fusionnée avec ([A-Z]{1,3}\d{1,7})")
"""What stands for a cell that is merged with one before it."""


Place = tuple[int, int]
"""A row and a column, counted from 1."""
Shown = Mapping[Place, str]
"""What people see in cells that are kept as something else."""


class NoSheetError(ValueError):
    """The workbook has no sheet of that name."""

    def __init__(self, sheets: Sequence[str]) -> None:
        super().__init__(NO_SHEET)
        self.sheets = tuple(sheets)
        """Those that it has."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, as a person would type what it says."""

    text: str
    """A day as 16/12/2025, decimals behind a comma, « oui » or « non »."""
    position: Position
    number: bool = False
    """Whether the spreadsheet keeps it as a number, which has lost its zeros and its format."""
    column: Position | None = None
    """Where the name of its column stands, in formats that have a row of names."""
    day: bool = False
    """Whether the spreadsheet keeps it as a day, as which it takes « 2025-12 » too."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row."""

    number: int
    """As the sheet shows it; from 1 in a file without a row of names."""
    cells: Mapping[str, Cell]
    """Those that say something, by the name of their column as typed."""
    unnamed: tuple[Cell, ...] = ()
    """Those that say something in a column without a name."""

    @property
    def first(self) -> Cell:
        """The first of its cells that says something."""
        return next(iter((*self.cells.values(), *self.unnamed)))

    @property
    def example(self) -> Cell | None:
        """The cell by which it says that it is an example, of which nothing is made; else None."""
        cells = (*self.cells.values(), *self.unnamed)
        return next(
            (one for one in cells if one.text[:1] == "#" and one.text[:8].casefold() == EXAMPLE),
            None,
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is being read."""

    file: str
    """As messages show it."""
    headers: tuple[Cell, ...]
    """The names of the columns; those of JSON and YAML are known row by row, and are not here."""
    rows: Iterable[Row]
    """They can be gone through once, from the first that is below the names."""
    sheets: tuple[str, ...] = ()
    """The name of its sheet, then those of the others that people see in the workbook."""
    hidden: frozenset[int] = frozenset()
    """The numbers of the rows that the sheet does not show."""
    alike: tuple[str, ...] = ()
    """The names of the sheets with rows under the same names, where none was asked for."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook, as the program that kept it laid it out."""

    top: int
    """The first row that says something."""
    left: int
    """The column where the lines begin."""
    lines: Iterable[Sequence[object]]
    """What the cells of each row hold, from `top` on; they can be gone through once."""
    seen: Shown
    """Cells of which people see something else."""
    hidden: frozenset[int]
    """The rows that nobody sees."""


def cell_position(file: str, row: int, column: int, sheet: str = "") -> Position:
    """Return the place of a cell, rows and columns counted from 1: « B3 », « Feuil1!B3 »."""
    name = cell_name(row, column)
    quoted = f"'{sheet}'" if sheet and not sheet.isalnum() else sheet
    return Position(file, row, column, f"{quoted}!{name}" if sheet else name)


def cell_name(row: int, column: int) -> str:
    """Return how a sheet names a cell, rows and columns counted from 1: B3."""
    return f"{column_letters(column)}{row}"


def unsaid(name: str) -> str:
    """Return what stands for a cell that is merged with the one of this name: `MERGED`."""
    return f"#fusionnée avec {name}"


def duration(minutes: int, seconds: int, *, digits: int = 1) -> str:
    """Return how long something takes as people see it, beyond a day too: « 26:03 ».

    Its hours have so many `digits` at least: « 08:30 » has two.
    """
    behind = f":{seconds:02}" if seconds else ""
    return f"{minutes // 60:0{digits}}:{minutes % 60:02}{behind}"


def percentage(kept: str) -> str:
    """Return a percentage as people see it, « 5,5 % », from the fraction that is kept: 0.055.

    What is no number is given back as it is.
    """
    with suppress(ValueError):
        return f"{float(kept) * 100:.12g} %".replace(".", ",")
    return kept


@kept
def column_letters(column: int) -> str:
    """Return the letters that a sheet shows above a column, counted from 1: A, Z, AA."""
    letters = ""
    while column:
        column, last = divmod(column - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters


def rows_of(headers: Sequence[Cell], cells: Iterable[Sequence[Cell]]) -> Iterator[Row]:
    """Yield the rows that say something, their cells by the names of the columns."""
    for line in cells:
        said: dict[str, Cell] = {}
        unnamed: list[Cell] = []
        for header, cell in zip_longest(headers, line):
            if cell is None or not cell.text:
                continue
            if header is None or not header.text:
                unnamed.append(cell)
            else:
                facts = (cell.text, cell.position, cell.number, header.position, cell.day)
                said[header.text] = Cell(*facts)
        if said or unnamed:
            yield Row(line[0].position.line, said, tuple(unnamed))
