"""The figures of a table, column by column, and which of its rows add up others."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from conventassembler.draft.lines import lines
from conventassembler.draft.model import Cell, Row, RowRole, Table
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

_FIGURE = Pattern(
    r"(?P<sign>[-−–]\s*)?(?P<whole>\d{1,3}(?:\s\d{3}){1,5}|\d{1,18})(?:,(?P<part>\d{1,6}))?\s*"
    r"(?P<unit>€|euros?|k€|K€|M€)?"
)
_NOTHING = ("", "-", "–", "—", "/")
"""What a cell without amount says."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number read in a cell."""

    value: Decimal
    unit: str
    """« € », « k€ » or nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row, in one column."""

    name: str
    """What its first cell says."""
    role: RowRole
    figure: Figure | None
    """None where its cell is empty."""
    words: str = ""
    """The whole row, cell after cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that holds nothing but figures, and empty cells."""

    name: str
    lines: tuple[Line, ...]

    @property
    def unit(self) -> str:
        """The unit of its figures."""
        return next((one.figure.unit for one in self.lines if one.figure), "")


def text(cell: Cell) -> str:
    """Return what a cell says, on one line, with plain spaces."""
    words = "".join(inline.text for line in lines(cell.blocks) for inline in line)
    return re.sub(r"\s+", " ", words).strip()


def columns(table: Table) -> Iterator[Column]:
    """Yield the columns of figures; one with words in it, or with two units, is left alone."""
    heads = _spread(table.header) if table.header else ()
    rows = [(text(row.cells[0]), row.role, _spread(row)) for row in table.rows if row.cells]
    for rank in range(1, len(table.alignments)):
        cells = [cells[rank] if rank < len(cells) else "" for _, _, cells in rows]
        figures = [None if words in _NOTHING else _read(words) for words in cells]
        unread = any(
            one is None and words not in _NOTHING for one, words in zip(figures, cells, strict=True)
        )
        units = {one.unit for one in figures if one and one.unit}
        if unread or len(units) > 1:
            continue
        found = tuple(_lines(rows, figures))
        name = heads[rank] if rank < len(heads) else ""
        yield Column(name or str(rank + 1), found)


def _lines(
    rows: Sequence[tuple[str, RowRole, Sequence[str]]], figures: Sequence[Figure | None]
) -> Iterator[Line]:
    for (name, role, cells), figure in zip(rows, figures, strict=True):
        yield Line(name, role, figure, " | ".join(filter(None, cells)))


def _spread(row: Row) -> Sequence[str]:
    """Return the texts of a row by column: a wide cell stands in its first one."""
    return [words for cell in row.cells for words in (text(cell), *[""] * (cell.span - 1))]


def _read(words: str) -> Figure | None:
    found = _FIGURE.fullmatch(words)
    if found is None:
        return None
    digits = re.sub(r"\s", "", found["whole"])
    value = Decimal(f"{digits}.{found['part'] or 0}")
    unit = (found["unit"] or "").replace("euros", "€").replace("euro", "€").lower()
    return Figure(-value if found["sign"] else value, unit)
