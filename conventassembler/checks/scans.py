"""What a text says by itself, worked out once for all the rules that look at it.

A rule declares what it looks for in one text, and no more than that text; all that is declared is
run over a text together, and remembered (by `blocks`, of the lines of each), since the acts of one
model share most of their lines. What hangs on the act around it, the rule asks of the few texts in
which something was found.

Most of what is looked for shows in a single word. Words come back in every line, so what one may
be a sign of is remembered by word, and a line is searched for what its words are signs of alone.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import field
from typing import Any, Generic, NamedTuple, TypeVar

from conventassembler.frozen import dataclass
from conventassembler.keeping import KEPT, Shelf, kept
from conventassembler.patterns import Pattern

T = TypeVar("T")
_LONGEST = 2_000
"""Characters of a value beyond which it is not remembered: no two acts share it."""


class Near:
    """What stands around a sign wherever there is something to find: a few words before and behind.

    Most words come with the same neighbours in every act, which are asked about once.
    """

    __slots__ = ("_after", "_before", "_may")

    def __init__(self, before: int, after: int, may: Pattern | Callable[[str], object]) -> None:
        """Ask `may` whether so many words before a sign and behind it may hold what is sought."""
        self._before, self._after = before, after + 1
        test = _test(may)
        self._may: Shelf[str, bool] = Shelf(lambda words: bool(test(words)))

    def sees(self, words: Sequence[str], at: int) -> bool:
        """Tell whether there may be something to find around the sign that is word `at`."""
        first = at - self._before
        return self._may[" ".join(words[first if first > 0 else 0 : at + self._after])]


@dataclass(frozen=True, slots=True, eq=False)
class Scan(Generic[T]):
    """What one rule looks for in a text."""

    find: Callable[[str], Sequence[T]]
    """From a text what was found in it; no finding hangs on anything else."""
    near: Near | None = None
    """What is around one of its signs at least, where it finds anything; None: whatever it is."""


Sign = str | Pattern | Callable[[str], object]
"""What a word has: letters, given small, or what a pattern or a function of the word tells."""
Hits = tuple[tuple[Scan[Any], Sequence[Any]], ...]
"""The scans that found something in a text, each with what it found."""
Told = tuple[Scan[str], str]
"""What a single word tells, with what was looked for."""


class Word(NamedTuple):
    """What is known of a word, wherever it stands; nothing of most."""

    scans: tuple[Scan[Any], ...]
    """What a text with it is searched for."""
    told: tuple[Told, ...]


Signs = Sequence[tuple[int, Word]]
"""The words of a text that say something, each with its rank."""


class Read(NamedTuple):
    """What a text says by itself."""

    words: Sequence[str]
    hits: Hits
    told: Sequence[Told]
    """What its words tell by themselves."""


@dataclass(frozen=True, slots=True, eq=False)
class Scans:
    """All that is looked for in texts of one sort."""

    letters: dict[str, list[Scan[Any]]] = field(default_factory=dict)
    """By sign; all of them before the first text, as the modules of the rules are read."""
    tests: list[tuple[Callable[[str], object], Scan[Any]]] = field(default_factory=list)
    """Those whose sign a function tells."""
    of_words: list[Scan[str]] = field(default_factory=list)
    _words: "_Words" = field(init=False)

    def __post_init__(self) -> None:
        """Know no word yet."""
        object.__setattr__(self, "_words", _Words(self._read))

    def scan(
        self, find: Callable[[str], Sequence[T]], *signs: Sign, near: Near | None = None
    ) -> Scan[T]:
        """Declare what `find` looks for.

        In a text none of whose words has one of the `signs`, with what is `near`, there is nothing
        to find.
        """
        scan = Scan(find, near)
        for sign in signs:
            if isinstance(sign, str):
                self.letters.setdefault(sign, []).append(scan)
            else:
                self.tests.append((_test(sign), scan))
        return scan

    def pattern(
        self, pattern: Pattern, *signs: Sign, near: Near | None = None
    ) -> "Scan[re.Match[str]]":
        """Declare each match of a pattern."""
        return self.scan(lambda text: tuple(pattern.finditer(text)), *signs, near=near)

    def words(self, find: Callable[[str], Sequence[str]]) -> Scan[str]:
        """Declare what `find` tells of a single word, wherever it stands."""
        scan = Scan(find)
        self.of_words.append(scan)
        return scan

    def read(self, texts: Sequence[str]) -> Sequence[Read]:
        """Return what each of `texts` says.

        They are searched for one thing at a time, which a processor is several times quicker with.
        """
        hits: list[list[tuple[Scan[Any], Sequence[Any]]]] = [[] for _ in texts]
        wanted: dict[Scan[Any], list[int]] = {}
        words = [text.split() for text in texts]
        signs = self.signs_of(words)
        for rank, of_text in enumerate(signs):
            for scan in _wanted(texts[rank], words[rank], of_text) if of_text else ():
                wanted.setdefault(scan, []).append(rank)
        for scan, ranks in wanted.items():
            for rank in ranks:
                if found := scan.find(texts[rank]):
                    hits[rank].append((scan, found))
        told = [[told for _, word in of_text for told in word.told] for of_text in signs]
        return list(map(Read, words, map(tuple, hits), told))

    def signs_of(self, words: Sequence[Sequence[str]]) -> Sequence[Signs]:
        """Return which of the words of each text say something."""
        known, mute = self._words, self._words.mute
        return [
            [
                (at, said)
                for at, word in enumerate(text)
                if word not in mute and (said := known[word]) is not None
            ]
            for text in words
        ]

    def _read(self, word: str) -> Word:
        small = word.lower()
        scans = [one for sign, scans in self.letters.items() if sign in small for one in scans]
        scans += [scan for test, scan in self.tests if test(word)]
        told = [(one, said) for one in self.of_words for said in one.find(word)]
        return Word(tuple(scans), tuple(told))


def _wanted(text: str, words: Sequence[str], signs: Signs) -> set[Scan[Any]]:
    """Return what a text is to be searched for, given its words and those that are signs.

    Where more, or something else, than a space parts them, what is around a sign tells nothing.
    """
    is_plain = " ".join(words) == text
    wanted: set[Scan[Any]] = set()
    for at, word in signs:
        for scan in word.scans:
            if scan in wanted:
                continue
            if scan.near is None or not is_plain or scan.near.sees(words, at):
                wanted.add(scan)
    return wanted


class _Words(dict[str, Word | None]):
    """What is known of the words of late, no more than `KEPT`; it makes what it misses."""

    __slots__ = ("_read", "mute")

    def __init__(self, read: Callable[[str], Word]) -> None:
        self._read = read
        self.mute: set[str] = set()
        """Those that say nothing, as most do."""

    def __missing__(self, word: str) -> Word | None:
        if len(self) + len(self.mute) >= KEPT:
            self.clear()
            self.mute.clear()
        known = self._read(word)
        if not any(known):
            self.mute.add(word)
            return None
        self[word] = known
        return known


def _test(sign: Pattern | Callable[[str], object]) -> Callable[[str], object]:
    # The pattern is compiled when the first word is read.
    return (lambda word: sign.search(word)) if isinstance(sign, Pattern) else sign  # noqa: PLW0108


LINES = Scans()
"""What is looked for in the lines of an act, their spaces and apostrophes plain."""
VALUES = Scans()
"""What is looked for in the texts that were typed as values."""


def read_value(value: str) -> Hits:
    """Return what is found in a text that was typed."""
    return _read_value(value) if len(value) <= _LONGEST else _value(value)


def _value(value: str) -> Hits:
    # What is found keeps nothing of where the value was typed.
    return VALUES.read((str(value),))[0].hits


_read_value = kept(_value)
