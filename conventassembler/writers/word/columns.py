"""Widths of a table's columns: room for the longest word of each, then for the longer texts.

Word could fit columns by itself, LibreOffice cannot: the widths are written into the file.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from conventassembler.draft.model import Cell, Row
from conventassembler.draft.plain import units

_CHARACTER: Final = 115
"""What a character takes in a cell, on average and in bold, in twentieths of a point."""
_MARGINS: Final = 260
_LONG: Final = 60
"""A text of more characters asks for no more width: it goes on several lines."""
_WORD: Final = re.compile("[^ \t\n-]+-?")
"""What a line cannot break; a no-break space is part of it."""


def column_widths(rows: Iterable[Row], total: int) -> list[int]:
    """Return the widths of the columns of `rows`, which share `total`."""
    columns = _columns([row.cells for row in rows])
    needs = [_width(_WORD.findall("\n".join(texts))) for texts in columns]
    wants = [_width(text[:_LONG] for text in texts) for texts in columns]
    extras = [max(want - need, 1) for want, need in zip(wants, needs, strict=True)]
    spare = max(total - sum(needs), 0)
    shares = [need + spare * more // sum(extras) for need, more in zip(needs, extras, strict=True)]
    return [total * share // sum(shares) for share in shares]


def _columns(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """Return the texts of each column; a row may be short of cells."""
    count = max(map(len, rows), default=0)
    return [
        [text for cells in rows for cell in cells[index : index + 1] for text in units(cell.blocks)]
        for index in range(count)
    ]


def _width(texts: Iterable[str]) -> int:
    return _MARGINS + _CHARACTER * max(map(len, texts), default=1)
