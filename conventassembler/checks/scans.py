"""What a text says by itself, worked out once for all the rules that look at it.

A rule declares what it looks for in one text, and no more than that text; all that is declared is
run over a text together, and remembered, since the acts of one model share most of their lines.
What hangs on the act around it, the rule asks of the few texts in which something was found.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, Final, Generic, TypeVar, cast

from conventassembler.french.folding import fold
from conventassembler.frozen import dataclass
from conventassembler.keeping import Shelf, kept
from conventassembler.patterns import Pattern

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

    def pattern(self, pattern: Pattern, *signs: str) -> "Scan[re.Match[str]]":
        """Declare each match of a pattern."""
        return self.scan(lambda text: tuple(pattern.finditer(text)), *signs)

    def hits(self, texts: Sequence[str]) -> Sequence[Hits]:
        """Return what was found in each of `texts`, which are searched for one thing at a time.

        What is looked for changes rarely then, which a processor is quicker with.
        """
        hits: list[list[tuple[Scan[Any], Sequence[Any]]]] = [[] for _ in texts]
        for scan, ranks in self._wanted([text.lower() for text in texts]).items():
            for rank in ranks:
                if found := scan.find(texts[rank]):
                    hits[rank].append((scan, found))
        return [tuple(one) for one in hits]

    def _wanted(self, small: Sequence[str]) -> Mapping[Scan[Any], Collection[int]]:
        """Return the texts, given in small letters, that have a sign of each scan."""
        wanted: dict[Scan[Any], set[int]] = {}
        for sign, scans in self.declared.items():
            ranks = [rank for rank, text in enumerate(small) if sign in text]
            for scan in scans if ranks else ():
                wanted.setdefault(scan, set()).update(ranks)
        return wanted


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


_KNOWN: Final[Shelf[str, Read]] = Shelf()
"""Lines of late, by their words."""


def read_lines(lines: Sequence[str]) -> Sequence[Read]:
    """Return what is known of each line; those that are new are read together."""
    known = {one: _KNOWN.find(one) for one in lines}
    new = [one for one, read in known.items() if read is None]
    for one, read in zip(new, _read(new) if new else (), strict=True):
        known[one] = read if len(one) > _LONGEST else _KNOWN.keep(one, read)
    return [cast(Read, known[one]) for one in lines]


def _read(lines: Sequence[str]) -> Iterator[Read]:
    texts = [_plain(one) for one in lines]
    folded = [fold(text) for text in texts]
    for text, words, hits in zip(texts, folded, LINES.hits(texts), strict=True):
        yield Read(text, text.lower(), words, hits)


def _plain(words: str) -> str:
    for typed, plain in _PLAIN:
        words = words.replace(typed, plain)
    return words


def read_value(value: str) -> Hits:
    """Return what is found in a text that was typed."""
    return _read_value(value) if len(value) <= _LONGEST else _value(value)


def _value(value: str) -> Hits:
    # What is found keeps nothing of where the value was typed.
    return VALUES.hits((str(value),))[0]


_read_value = kept(_value)
