"""Lists in a sentence: « a, b et c »."""

from collections.abc import Sequence
from itertools import chain

from conventassembler.french.grammar import Pieces


def enumerate_with(items: Sequence[Pieces], conjunction: str = "et") -> Pieces:
    """Return the items joined by commas, and by the conjunction before the last.

    No comma stands before « et » or « ou » (Grevisse; *Guide de légistique*, 4th edition,
    3.2.2). No items give no pieces.
    """
    if len(items) < 2:
        return tuple(chain.from_iterable(items))
    *first, last = items
    return *separated(first, ", "), f" {conjunction} ", *last


def separated(items: Sequence[Pieces], separator: str) -> Pieces:
    """Return the items with the separator between each two."""
    parts = (piece for item in items for piece in (separator, *item))
    return tuple(parts)[1:]
