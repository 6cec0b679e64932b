"""What a text says by itself, worked out once for all the rules that look at it.

A rule declares what it looks for in one text, and no more than that text; all that is declared is
run over a text together, and remembered, since the acts of one model share most of their lines.
What hangs on the act around it, the rule asks of the few texts in which something was found.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from conventassembler.french.folding import fold
from conventassembler.keeping import kept

T = TypeVar("T")
_LONGEST = 2_000
"""Characters of a text beyond which it is not remembered: no two acts share it."""


@dataclass(frozen=True, slots=True, eq=False)
class Scan(Generic[T]):
    """What one rule looks for in a text."""

    find: Callable[[str], Sequence[T]]
    """From a text what was found in it; no finding hangs on anything else."""


Hits = tuple[tuple[Scan[Any], Sequence[Any]], ...]
"""The scans that found something in a text, each with what it found."""


@dataclass(frozen=True, slots=True, eq=False)
class Scans:
    """All that is looked for in texts of one sort."""

    declared: dict[str, list[Scan[Any]]] = field(default_factory=dict)
    """By sign, the empty one for none; all of them before the first text, as the modules of the
    rules are read."""

    def scan(self, find: Callable[[str], Sequence[T]], *signs: str) -> Scan[T]:
        """Declare what `find` looks for.

        In a text that has none of the `signs`, given in small letters, there is nothing to find.
        """
        scan = Scan(find)
        for sign in signs or ("",):
            self.declared.setdefault(sign, []).append(scan)
        return scan

    def pattern(self, pattern: re.Pattern[str], *signs: str) -> "Scan[re.Match[str]]":
        """Declare each match of a pattern."""
        return self.scan(lambda text: tuple(pattern.finditer(text)), *signs)

    def hits(self, text: str) -> Hits:
        """Return what was found in `text`."""
        small = text.lower()
        wanted = {one for sign, scans in self.declared.items() if sign in small for one in scans}
        return tuple([(one, found) for one in wanted if (found := one.find(text))])


LINES = Scans()
"""What is looked for in the lines of an act, their spaces and apostrophes plain."""
PRINTED = Scans()
"""What is looked for in them as they are printed."""
VALUES = Scans()
"""What is looked for in the texts that were typed as values."""
_PLAIN = (("\u00a0", " "), ("\u202f", " "), ("\n", " "), ("’", "'"))


@dataclass(frozen=True, slots=True)
class Read:
    """A line of an act by itself."""

    text: str
    """Its words with plain spaces and apostrophes."""
    small: str
    """The same in small letters."""
    folded: str
    hits: Hits


def read_line(words: str) -> Read:
    """Return what is known of a line."""
    return _read_line(words) if len(words) <= _LONGEST else _line(words)


def read_value(value: str) -> Hits:
    """Return what is found in a text that was typed."""
    return _read_value(value) if len(value) <= _LONGEST else _value(value)


def _line(words: str) -> Read:
    text = words
    for typed, plain in _PLAIN:
        text = text.replace(typed, plain)
    return Read(text, text.lower(), fold(text), LINES.hits(text))


def _value(value: str) -> Hits:
    # What is found keeps nothing of where the value was typed.
    return VALUES.hits(str(value))


_read_line, _read_value = kept(_line), kept(_value)
