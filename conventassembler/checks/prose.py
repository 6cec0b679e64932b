"""Paragraphs as they are compared with each other: their words, and those at both ends."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from conventassembler.french.folding import fold_line
from conventassembler.keeping import KEPT, kept
from conventassembler.patterns import Pattern

FEWEST: Final = 15
"""Words below which a sentence may well come back: « Le comité se réunit une fois par an. »"""
_ENDS = 4
"""Words at the beginning or at the end that two paragraphs share if they are nearly the same."""
_WORD = Pattern(r"\w+")


@lru_cache(KEPT)
def parts(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded, without the marks between them: `d'Or` is two."""
    return tuple(_WORD.findall(fold_line(text)))


@kept
def count(text: str) -> int:
    """Return how many words a text has, as `parts` has them."""
    return _count(text.split())


def _count(words: Iterable[str]) -> int:
    return sum(map(len, map(parts, words)))


def ends(words: Sequence[str]) -> tuple[str, ...]:
    """Return the first of the words of a line and the last, as `parts` has them.

    Nothing where they are fewer than `FEWEST`; a few that only have marks more are left to `count`.
    """
    if len(words) < FEWEST and _count(words) < FEWEST:
        return ()
    first: list[str] = []
    last: list[str] = []
    for word in words:
        first += parts(word)
        if len(first) >= _ENDS:
            break
    for word in reversed(words):
        last[:0] = parts(word)
        if len(last) >= _ENDS:
            break
    return f"< {' '.join(first[:_ENDS])}", f"> {' '.join(last[-_ENDS:])}"
