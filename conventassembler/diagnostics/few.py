"""Long lists of names in a message, cut to those that were most likely meant.

A finding keeps all the names in its arguments, which other programs read; people read the nearest.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from conventassembler.nearness import likeness

LISTS: Final = frozenset({"known", "accepted", "shared"})
"""The arguments that hold names, parted by commas where nobody gave them."""
AS_CALLED: Final = frozenset({"C771"})
"""Codes whose lists are of names that people gave, commas and all: each is a line of its own, and
is told between quotation marks."""
BETWEEN: Final = "\n"
"""What parts such names: none has it."""
MOST: Final = 8
"""Names that are shown of a long list."""
LONG: Final = 12
"""Names from which on a list is cut."""
WHERE: Final = {
    **dict.fromkeys(("C401", "C402", "C403", "C430", "C704"), "conventassembler list clauses"),
    "C414": "conventassembler list models",
    "C217": "conventassembler list parties",
    "C426": "conventassembler list clauses",
}
"""By code, what to type to see the whole list."""
WHOLE: Final = frozenset({"C103"})
"""Codes whose list is never cut: nothing that a clerk could type shows the rest of it."""
SAME: Final = frozenset({"C051"})
"""Codes whose list is the same for each finding of a run: it is told once, and not by nearness."""


def listed(code: str, said: str) -> list[str]:
    """Return the names that a list of a finding of that code says."""
    return said.split(BETWEEN if code in AS_CALLED else ", ")


def few(names: Sequence[str], typed: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are nearest to words that were typed, in the order of the list.

    All of them where there are few; the first ones where none is near.
    """
    if len(names) < LONG:
        return tuple(names)
    words = [word.casefold() for word in typed if word]
    best = sorted(range(len(names)), key=lambda at: (-_likeness(names[at], words), at))
    return tuple(names[at] for at in sorted(islice(best, MOST)))


def _likeness(name: str, words: Iterable[str]) -> float:
    """Return how near a name is to the nearest of words, from 0 to 1; chance likeness is none."""
    ratios = (likeness(name.casefold(), word) for word in words)
    best = max(ratios, default=0.0)
    return best if best >= 0.5 else 0.0
