"""Paragraphs as they are compared with each other: their words, and those at both ends."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
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
def _parts(word: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold_line(word)))


@kept
def parts(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded, without the marks between them: `d'Or` is two."""
    return tuple(chain.from_iterable(map(_parts, text.split())))


def ends(words: Sequence[str]) -> tuple[str, ...]:
    """Return the first of the words of a line and the last, as `parts` has them.

    Nothing where they are fewer than `FEWEST`, unless marks that stand apart seem to be words.
    """
    if len(words) < FEWEST and sum(map(len, map(_parts, words))) < FEWEST:
        return ()
    first: list[str] = []
    last: list[str] = []
    for word in words:
        first += _parts(word)
        if len(first) >= _ENDS:
            break
    for word in reversed(words):
        last[:0] = _parts(word)
        if len(last) >= _ENDS:
            break
    return f"< {' '.join(first[:_ENDS])}", f"> {' '.join(last[-_ENDS:])}"
