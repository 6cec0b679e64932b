"""Headings of a draft -> lists in which a word processor counts to the same numbers.

Word counts the paragraphs of a list level by level; a level starts anew below each paragraph of a
higher one (ISO/IEC 29500-1, 17.9). This module counts as Word does and compares: a heading joins
the list in which it gets its number by itself, starts a list anew where its number is another, and
is a list of its own where nothing counts to it (« 5 bis »). It knows nothing of XML.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Final

from conventassembler.draft.model import Heading, HeadingNumber
from conventassembler.french.numerals import Digits, write_numeral
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

DEEPEST: Final = 8
"""The deepest level of a list, from 0."""
_HELD: Final = Pattern(r"\{.*\}")
"""The number in a pattern, without the name before it."""
_ORDINAL: Final = Pattern("(?:er|re|e)?")
"""What « 1er » has more than 1; Word counts without it."""
_LAST: Final[Mapping[Digits, int]] = {"arabes": 32767, "romains": 3999, "lettres": 26}
"""Beyond it, programs count each in their own way: Word's 28th letter is « BB »."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    text: str
    """With %1 to %9 for the numbers of the levels."""
    digits: Digits
    capitals: bool
    style: str
    """Name of the style of its headings."""
    run_in: bool


@dataclass(slots=True)
class Series:
    """One list: its levels, and where each instance of it starts anew."""

    levels: dict[int, Level] = field(default_factory=dict)
    counters: dict[int, int] = field(default_factory=dict)
    starts: list[tuple[int, int] | None] = field(default_factory=lambda: [None])
    """For each instance, the level that starts anew and its number; the first starts none."""
    implied: set[int] = field(default_factory=set)
    """Levels that count as begun without a paragraph."""

    def is_sure(self, level: int) -> bool:
        """Tell whether every program comes to the same number for one more paragraph of `level`.

        Whether one follows an implied number, or begins again where its instance began, the
        standard and Word's own description of its files ([MS-DOC], 2.4.6.4) say otherwise.
        """
        if level in self.counters:
            return level not in self.implied
        start = self.starts[-1]
        return start is None or start[0] != level or start[1] == 1

    def go_on(self, level: int, counters: dict[int, int]) -> None:
        """Take the counters behind a paragraph of `level`."""
        unsaid = {one for one in range(level) if one not in self.counters}
        self.implied = {one for one in self.implied | unsaid if one < level}
        self.counters = counters

    def after(self, level: int, value: int | None = None) -> dict[int, int]:
        """Return the counters behind one more paragraph of `level`, or one that starts anew.

        A level above without a paragraph counts as begun, in Word and in LibreOffice.
        """
        number = self.counters.get(level, 0) + 1 if value is None else value
        return {one: self.counters.get(one, 1) for one in range(level)} | {level: number}

    def shown(self, level: int, counters: Mapping[int, int]) -> str:
        """Return what the number of a paragraph reads."""

        def numeral(found: re.Match[str]) -> str:
            above = int(found[1]) - 1
            return write_numeral(counters[above], self.levels[above].digits)

        return re.sub("%([1-9])", numeral, self.levels[level].text)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a heading is counted."""

    series: int
    instance: int
    level: int
    native: str
    """What the number reads by itself, « article 1 »."""
    rest: str
    """What is typed behind it, « er »."""


@dataclass(frozen=True, slots=True)
class Counting:
    """The lists of a draft, and the place of each numbered heading by its id."""

    series: tuple[Series, ...]
    places: Mapping[str, Place]


def count(headings: Iterable[Heading], style_of: Callable[[Heading], str]) -> Counting:
    """Return how `headings` are counted, in the order of the draft.

    `style_of` names the style of a heading. One that does not say how it is counted has no place.
    """
    counter = _Counter(style_of)
    for heading in headings:
        counter.add(heading)
    return Counting(tuple(counter.series), counter.places)


@dataclass(frozen=True, slots=True)
class _Above:
    """A numbered heading that others may stand below."""

    place: Place
    held: str
    """Its number in the texts of the levels below it, « %1.%2 »; empty where nothing counts it."""


class _Counter:
    """Counts headings one by one."""

    def __init__(self, style_of: Callable[[Heading], str]) -> None:
        self.series: list[Series] = []
        self.places: dict[str, Place] = {}
        self._style_of = style_of
        self._roots: dict[tuple[str, Level], int] = {}
        self._open: list[tuple[int, _Above | None]] = []

    def add(self, heading: Heading) -> None:
        """Give `heading` its place below those that are open."""
        while self._open and self._open[-1][0] >= heading.level:
            self._open.pop()
        above = next((one for _, one in reversed(self._open) if one), None)
        number, found = heading.number, None
        if number and _is_native(heading, number):
            found = self._counted(heading, number, above) or self._fixed(heading, number)
            self.places[heading.id] = found.place
        self._open.append((heading.level, found))

    def _counted(
        self, heading: Heading, number: HeadingNumber, above: _Above | None
    ) -> _Above | None:
        """Return the place in a list that counts to the number of `heading`, if there is one."""
        parent = _parent(number)
        if parent is None or number.value is None or number.value > _LAST[number.digits]:
            return None
        if above is None or (number.through and "{parent}" not in number.pattern):
            # LibreOffice knows no level that goes on below another: it is a list of its own.
            index = self._root(number.scheme, self._level_of(heading, number, 0, parent))
            return self._agreed(index, 0, self._level_of(heading, number, 0, parent), number)
        index, held = above.place.series, above.held or parent
        for level in range(above.place.level + 1, DEEPEST + 1):
            wanted = self._level_of(heading, number, level, held)
            if self.series[index].levels.setdefault(level, wanted) == wanted:
                return self._agreed(index, level, wanted, number)
        return None

    def _agreed(
        self, index: int, level: int, wanted: Level, number: HeadingNumber
    ) -> _Above | None:
        """Return the place where the list shows the number, as it counts or started anew."""
        series = self.series[index]
        for value in (None, number.value) if series.is_sure(level) else (number.value,):
            counters = series.after(level, value)
            native = series.shown(level, counters)
            rest = number.text.removeprefix(native)
            if number.text.startswith(native) and _ORDINAL.fullmatch(rest):
                if value is not None:
                    series.starts.append((level, value))
                series.go_on(level, counters)
                place = Place(index, len(series.starts) - 1, level, native, rest)
                return _Above(place, _held(wanted.text, number.pattern))
        return None

    def _root(self, scheme: str, level: Level) -> int:
        """Return the list that begins with `level`, which the headings of `scheme` share."""
        if (scheme, level) not in self._roots:
            self._roots[scheme, level] = self._new(level)
        return self._roots[scheme, level]

    def _fixed(self, heading: Heading, number: HeadingNumber) -> _Above:
        """Return the place of a heading that nothing counts: a list of its own."""
        level = Level(number.text, "arabes", *self._looks(heading))
        return _Above(Place(self._new(level), 0, 0, number.text, ""), "")

    def _level_of(self, heading: Heading, number: HeadingNumber, level: int, held: str) -> Level:
        text = number.pattern.replace("{parent}", held).replace("{n}", f"%{level + 1}")
        return Level(text, number.digits, *self._looks(heading))

    def _looks(self, heading: Heading) -> tuple[bool, str, bool]:
        return heading.capitals, self._style_of(heading), bool(heading.run_in)

    def _new(self, level: Level) -> int:
        self.series.append(Series({0: level}))
        return len(self.series) - 1


def _is_native(heading: Heading, number: HeadingNumber) -> bool:
    """Tell whether a list can say the label of `heading`.

    « Unique » that references call « unique » is typed: a list would say « unique ».
    """
    same = heading.label == number.text or (heading.capitals and bool(heading.label))
    return same and "%" not in number.text + number.pattern


def _parent(number: HeadingNumber) -> str | None:
    """Return the number of the heading above as `number` repeats it, None where it is not counted.

    It is empty where the pattern repeats none.
    """
    if "{n}" not in number.pattern:
        return None
    form = re.escape(number.pattern).replace(r"\{parent\}", "(.+)").replace(r"\{n\}", r"\w+")
    found = re.fullmatch(form, number.text)
    return None if found is None else "".join(found.groups())


def _held(text: str, pattern: str) -> str:
    """Return the part of the `text` of a level that is its number, without its name."""
    found = _HELD.search(pattern)
    return "" if found is None else text[found.start() : len(text) - len(pattern[found.end() :])]
