"""Paragraphs as they are compared with each other: their words, and those at both ends."""

from collections.abc import Sequence

from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

_FEWEST = 15
"""Words below which a sentence may well come back: « Le comité se réunit une fois par an. »"""
_ENDS = 4
"""Words at the beginning or at the end that two paragraphs share if they are nearly the same."""
_WORD = Pattern(r"\w+")


@dataclass(frozen=True, slots=True)
class Prose:
    """A line that is long enough to be a paragraph."""

    ends: tuple[str, str]
    """Its first words and its last, by which it is looked for."""
    count: int
    """How many words it has."""


def parts(folded: str) -> tuple[str, ...]:
    """Return the words of a text that was folded, without the marks between them."""
    return tuple(_WORD.findall(folded))


def prose(words: Sequence[str]) -> Prose | None:
    """Return a line, given by its words folded, as a paragraph; None where it is too short."""
    if len(words) < _FEWEST:
        return None
    ends = (f"< {' '.join(words[:_ENDS])}", f"> {' '.join(words[-_ENDS:])}")
    return Prose(ends, len(words))
