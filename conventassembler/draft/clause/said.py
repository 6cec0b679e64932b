"""What a clause says when it is run, as plain data: of what is equal, equal blocks are made.

Neither the values nor the places where they were typed are in it, so that two acts that say the
same share what is made of it.
"""

from typing import cast

from conventassembler.draft.clause.casts import are_words, hole
from conventassembler.draft.clause.shown import inlines_of, lines_of, mark_of
from conventassembler.draft.model import Blank, Field, Inlines, Reference
from conventassembler.frozen import dataclass, replace
from conventassembler.keeping import kept, recalled
from conventassembler.values import Gap, Link, PageCount, Shown

Words = str | None
"""A text; None for words that are said apart."""
FromValue = tuple[Words, str, str]
"""A text that a value made, its key path, the formatter that wrote it."""
Piece = Words | FromValue | Blank | Field | Reference
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


Told = tuple[tuple[Piece, ...], tuple[str, ...]]
"""Text pieces as plain data, and the words that stand apart from it."""


def said_of(pieces: tuple[str, ...]) -> Told:
    """Return what text pieces say."""
    words: list[str] = []
    return tuple([_said(piece, words) for piece in pieces]), tuple(words)


said_again = recalled(said_of)
"""The same of pieces that are asked for again: the forms of a party."""


@kept
def said_by_itself(text: str) -> Told:
    """Return what a text says that no value made, as words that agree with a party."""
    return said_of((text,))


def _said(piece: str, words: list[str]) -> Piece:
    if isinstance(piece, (Gap, Link, PageCount)):
        return cast(Blank | Field | Reference, inlines_of(piece)[0])
    text: Words = str(piece)
    if are_words(piece):
        words.append(str(piece))
        text = None
    return (text, piece.origin.path, piece.formatter) if isinstance(piece, Shown) else text


def is_apart(piece: Piece) -> bool:
    """Tell whether the words of a piece are said apart."""
    return piece is None or (isinstance(piece, tuple) and piece[0] is None)


def said_inlines(
    piece: Piece, expression: str, rank: int, *, strong: bool, emphasis: bool
) -> Inlines:
    """Return the inlines of a piece in a style; `expression` made it, where no value did.

    Where its words are said apart, that is the place for them, which are those of that `rank`.
    """
    if isinstance(piece, (Blank, Field, Reference)):
        return (replace(piece, strong=strong, emphasis=emphasis),)
    text, path, formatter = piece if isinstance(piece, tuple) else (piece, "", "")
    mark = mark_of(path, formatter, expression)
    if text is None:
        return (hole(rank, mark, strong, emphasis),)
    return lines_of(text, mark, strong, emphasis)
