"""What a text says by itself, worked out once for all the rules that look at it.

A rule declares what it looks for in one text, and no more than that text; all that is declared is
run over a text together, and remembered, since the acts of one model share most of their lines.
What hangs on the act around it, the rule asks of the few texts in which something was found.

Most of what is looked for shows in a single word. Words come back in every line, so what one may
be a sign of is remembered by word, and a line is searched for what its words are signs of alone.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from itertools import chain, compress
from typing import Any, Generic, NamedTuple, TypeVar

from conventassembler.checks.prose import Prose, parts, prose
from conventassembler.french.folding import fold_line
from conventassembler.frozen import dataclass
from conventassembler.keeping import KEPT, Shelf, held_together, kept
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
Signed = Sequence[tuple[Scan[Any], ...]]
"""What each word of a text is a sign of."""
Told = tuple[Scan[str], str]
"""What a single word tells, with what was looked for."""


class Word(NamedTuple):
    """What is known of a word, wherever it stands."""

    scans: tuple[Scan[Any], ...]
    """What a text with it is searched for."""
    told: tuple[Told, ...]
    parts: tuple[str, ...]
    """The words in it as `fold` has them, without marks: `d'Or` is two, and a dash none."""


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

    def words_of(self, words: Iterable[str]) -> Sequence[Word]:
        """Return what is known of each of these words."""
        return list(map(self._words.__getitem__, words))

    def found(
        self, texts: Sequence[str], words: Sequence[Sequence[str]], signed: Iterable[Signed]
    ) -> Sequence[Hits]:
        """Return what was found in each of `texts`, given its words and what each is a sign of.

        They are searched for one thing at a time, which a processor is several times quicker with.
        """
        hits: list[list[tuple[Scan[Any], Sequence[Any]]]] = [[] for _ in texts]
        wanted: dict[Scan[Any], list[int]] = {}
        for rank, signs in enumerate(signed):
            is_plain = " ".join(words[rank]) == texts[rank]
            for scan in _wanted(words[rank] if is_plain else None, signs):
                wanted.setdefault(scan, []).append(rank)
        for scan, ranks in wanted.items():
            for rank in ranks:
                if found := scan.find(texts[rank]):
                    hits[rank].append((scan, found))
        return [tuple(one) for one in hits]

    def _read(self, word: str) -> Word:
        small = word.lower()
        scans = [one for sign, scans in self.letters.items() if sign in small for one in scans]
        scans += [scan for test, scan in self.tests if test(word)]
        told = [(one, said) for one in self.of_words for said in one.find(word)]
        return Word(tuple(scans), tuple(told), parts(fold_line(word)))


def _wanted(words: Sequence[str] | None, signs: Signed) -> set[Scan[Any]]:
    """Return what a text is to be searched for, given its words and what each is a sign of.

    The words are None where more, or something else, than a space parts them in the text: what is
    around a sign tells nothing then.
    """
    wanted: set[Scan[Any]] = set()
    for at, scans in compress(enumerate(signs), signs):
        for scan in scans:
            if scan in wanted:
                continue
            if words is None or scan.near is None or scan.near.sees(words, at):
                wanted.add(scan)
    return wanted


class _Words(dict[str, Word]):
    """What is known of the words of late, no more than `KEPT`; it makes what it misses."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[str], Word]) -> None:
        self._read = read

    def __missing__(self, word: str) -> Word:
        if len(self) >= KEPT:
            self.clear()
        self[word] = self._read(word)
        return self[word]


def _test(sign: Pattern | Callable[[str], object]) -> Callable[[str], object]:
    # The pattern is compiled when the first word is read.
    return (lambda word: sign.search(word)) if isinstance(sign, Pattern) else sign  # noqa: PLW0108


LINES = Scans()
"""What is looked for in the lines of an act, their spaces and apostrophes plain."""
VALUES = Scans()
"""What is looked for in the texts that were typed as values."""
_PLAIN = (("\u00a0", " "), ("\u202f", " "), ("\n", " "), ("’", "'"))


class Read(NamedTuple):
    """A line of an act by itself."""

    text: str
    """Its words with plain spaces and apostrophes."""
    small: str
    """The same in small letters."""
    prose: Prose | None
    """Its words as a paragraph that is compared with others; None where it is short."""
    hits: Hits
    told: frozenset[Told]
    """What its words tell by themselves."""

    @property
    def folded(self) -> str:
        """Its words as `fold` has them, which few lines are asked for."""
        return _folded(self.text)


_folded = kept(fold_line)
_Columns = tuple[tuple[Any, ...], ...]
"""What is known of the words of a line: what they are signs of, what they tell, and so on."""


@held_together
def read_lines(lines: Sequence[str]) -> Iterator[Read]:
    """Return what is known of each line; those that are new are read together."""
    texts = [_plain(one) for one in lines]
    words = [text.split() for text in texts]
    # What is known of each word, by what it is: the quickest way through all words of a line.
    known = [tuple(zip(*LINES.words_of(one), strict=True)) or _NO_WORDS for one in words]
    return map(_read, texts, known, LINES.found(texts, words, [one[0] for one in known]))


def _read(text: str, known: _Columns, hits: Hits) -> Read:
    _, told, inner = known
    paragraph = prose(list(chain.from_iterable(inner)))
    all_told = frozenset(chain.from_iterable(filter(None, told)))
    return Read(text, text.lower(), paragraph, hits, all_told)


_NO_WORDS: _Columns = ((), (), ())


def _plain(words: str) -> str:
    for typed, plain in _PLAIN:
        words = words.replace(typed, plain)
    return words


def read_value(value: str) -> Hits:
    """Return what is found in a text that was typed."""
    return _read_value(value) if len(value) <= _LONGEST else _value(value)


def _value(value: str) -> Hits:
    # What is found keeps nothing of where the value was typed.
    words = value.split()
    signed = [one.scans for one in VALUES.words_of(words)]
    return VALUES.found((str(value),), (words,), (signed,))[0]


_read_value = kept(_value)
