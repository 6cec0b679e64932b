"""Widths of a table's columns: as asked, else room for the longest word, then for longer texts.

Word could fit columns by itself, LibreOffice cannot: the widths are written into the file.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from conventassembler.draft.lines import rows_of
from conventassembler.draft.model import Cell, Row, Table
from conventassembler.draft.plain import units
from conventassembler.patterns import Pattern

CHARACTER: Final = 115
"""What a character takes in a cell, on average and in bold, in twentieths of a point."""
MARGINS: Final = 260
_LONG: Final = 60
"""A text of more characters asks for no more width: it goes on several lines."""
_WORD: Final = Pattern("[^ \t\n-]+-?")
"""What a line cannot break; a no-break space is part of it."""
_RECORD: Final = (25, 75)
"""Shares of the terms and of what stands beside them, in a record that asks for none."""


def column_count(block: Table) -> int:
    """Return how many columns the widest row takes."""
    return max((sum(cell.span for cell in row.cells) for row in rows_of(block)), default=0)


def column_widths(block: Table, total: int) -> list[int]:
    """Return the widths of the columns of `block`, which share `total`."""
    count = column_count(block)
    asked = block.widths or (_RECORD if block.kind == "record" else ())
    if count and len(asked) == count and min(asked) > 0:
        return _shared(asked, total)
    return _fitted(_columns(rows_of(block), count), total)


def _fitted(columns: Sequence[Sequence[str]], total: int) -> list[int]:
    needs = [_width(_WORD.findall("\n".join(texts))) for texts in columns]
    wants = [_width(text[:_LONG] for text in texts) for texts in columns]
    extras = [max(want - need, 1) for want, need in zip(wants, needs, strict=True)]
    spare = max(total - sum(needs), 0)
    shares = [need + spare * more // sum(extras) for need, more in zip(needs, extras, strict=True)]
    return _shared(shares, total)


def _shared(shares: Sequence[int], total: int) -> list[int]:
    return [total * share // sum(shares) for share in shares]


def _columns(rows: Iterable[Row], count: int) -> list[list[str]]:
    """Return the texts of each column; a cell over several asks for nothing."""
    texts: list[list[str]] = [[] for _ in range(count)]
    for row in rows:
        for column, cell in placed(row.cells):
            if cell.span == 1:
                texts[column] += units(cell.blocks)
    return texts


def placed(cells: Iterable[Cell]) -> list[tuple[int, Cell]]:
    """Return each cell with the column that it starts in."""
    found: list[tuple[int, Cell]] = []
    column = 0
    for cell in cells:
        found.append((column, cell))
        column += cell.span
    return found


def _width(texts: Iterable[str]) -> int:
    return MARGINS + CHARACTER * max(map(len, texts), default=1)
