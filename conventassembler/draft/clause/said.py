"""What a clause says when it is run, as plain data: of what is equal, equal blocks are made.

Neither the values nor the places where they were typed are in it, so that two acts that say the
same share what is made of it.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import cast

from conventassembler.draft.clause.shown import AT_HAND, inlines_of, lines_of, mark_of
from conventassembler.draft.model import Blank, Field, Inlines, Reference
from conventassembler.frozen import dataclass
from conventassembler.values import Gap, Link, PageCount, Shown

FromValue = tuple[str, str, str]
"""A text that a value made, its key path, the formatter that wrote it."""
Piece = str | FromValue | Blank | Field | Reference
"""A derived text, a text from a value, or what is no text of a clause: a blank, a reference."""


SaidValue = tuple[int, tuple[Piece, ...]]
"""What a tag, by its number, shows."""


@dataclass(frozen=True, slots=True)
class SaidRich:
    """A text in Markdown that a tag shows."""

    tag: int
    text: str
    path: str


Said = int | str | SaidValue | SaidRich
"""The number of a run of operations, the key of an element that a loop turns to, or a value."""


def said_of(pieces: Iterable[str]) -> tuple[Piece, ...]:
    """Return text pieces as plain data."""
    return tuple([piece if type(piece) is str else _said(piece) for piece in pieces])


def _said(piece: str) -> Piece:
    if isinstance(piece, Shown):
        return str(piece), piece.origin.path, piece.formatter
    if isinstance(piece, (Gap, Link, PageCount)):
        return cast(Blank | Field | Reference, inlines_of(piece)[0])
    return str(piece)


@lru_cache(maxsize=AT_HAND)
def said_inlines(piece: Piece, expression: str, strong: bool, emphasis: bool) -> Inlines:
    """Return the inlines of a piece in a style; `expression` made it, where no value did."""
    if isinstance(piece, str):
        return lines_of(piece, mark_of("", "", expression), strong, emphasis)
    if isinstance(piece, tuple):
        text, path, formatter = piece
        return lines_of(text, mark_of(path, formatter, ""), strong, emphasis)
    return (replace(piece, strong=strong, emphasis=emphasis) if strong or emphasis else piece,)
