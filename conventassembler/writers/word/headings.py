"""The numbers of headings: multilevel lists tied to the styles of the house template.

A style carries the numbering that most of its headings have, so that an article inserted by hand is
numbered; a heading that is counted otherwise says so itself, and one without a number says it has
none.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

from conventassembler.draft.lines import rows_of
from conventassembler.draft.model import Block, Heading, Provenance, Table
from conventassembler.keeping import recalled_of_each
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.counting import Counting, Level, Place, Series, count
from conventassembler.writers.word.levels import DIGITS
from conventassembler.writers.word.styles import Styles, of_level
from conventassembler.writers.word.xml import Element, integer, tag, w

NO_LIST: Final = 0
"""The number of no numbering (ISO/IEC 29500-1, 17.9.18)."""
_STYLES: Final = (*names.HEADINGS, names.ANNEX, names.PART)
_BEFORE_NUMBERING: Final = tuple(
    map(tag, ("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"))
)


class Counted(NamedTuple):
    """How a heading is counted."""

    place: Place | None
    """None where its label is typed."""
    list: tuple[int, int] | None
    """Number and level of the list that it names itself, where its style does not."""


def headings_of(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Yield the headings of `blocks` in reading order, those in cells too."""
    for block in [one for one in blocks if isinstance(one, (Heading, Table))]:
        if isinstance(block, Heading):
            yield block
            continue
        for row in rows_of(block):
            for cell in row.cells:
                yield from headings_of(cell.blocks)


def style_of(heading: Heading) -> str:
    """Return the name of the style of `heading`; run in, it has that of running text."""
    if heading.run_in:
        return names.ROLES["body"]
    match heading.rank:
        case "annex":
            return names.ANNEX
        case "part":
            return names.PART
        case "clause":
            return of_level(names.HEADINGS, heading.level)


@recalled_of_each
def _bare(heading: Heading) -> Heading:
    """Return `heading` with what its number hangs on, and without its words."""
    return replace(heading, inlines=(), separator="", provenance=Provenance())


def heading_numbers(headings: Iterable[Heading], first: int) -> "HeadingNumbers":
    """Return the numbers of `headings`; the lists of the file number from `first` on.

    Acts whose headings differ by their words alone have the very same.
    """
    return _numbers(_bare(headings), first)


@lru_cache(maxsize=32)
def _numbers(headings: tuple[Heading, ...], first: int) -> "HeadingNumbers":
    return HeadingNumbers(headings, first)


class HeadingNumbers:
    """The numbers of the headings of one file."""

    def __init__(self, headings: Iterable[Heading], first: int) -> None:
        self._headings = tuple(headings)
        self._counting = count(self._headings, style_of)
        self._ids = frozenset(one.id for one in self._headings)
        self._texts = {one.id: one.number.text for one in self._headings if one.number}
        self._tied = dict(self._ties())
        self._first = first
        turns = (
            (index, turn)
            for index, series in enumerate(self._counting.series)
            for turn in range(len(series.starts))
        )
        self._instances = {key: number for number, key in enumerate(turns, first)}
        self._counted: dict[tuple[str, str], Counted] = {}

    def __contains__(self, target: str) -> bool:
        return target in self._ids

    def write(self, numbering: Element, sheet: Element, styles: Styles) -> None:
        """Write the lists under the two roots of the file, whose lists have numbers below ours."""
        _Writer(numbering, sheet, styles).write(self._counting, self._tied, self._instances)

    def counted(self, id_: str, style: str) -> Counted:
        """Return how the heading with that id, in that style, is counted."""
        key = (id_, style)
        if key not in self._counted:
            self._counted[key] = Counted(self._counting.places.get(id_), self._list(id_, style))
        return self._counted[key]

    def reference(self, target: str, text: str) -> Place | None:
        """Return where the heading `target` is counted, if a reference to it reads `text`."""
        return self._counting.places.get(target) if self._texts.get(target) == text else None

    def _list(self, id_: str, style: str) -> tuple[int, int] | None:
        """Return the list and the level of a heading that its style does not number as it is."""
        place = self._counting.places.get(id_)
        key = (place.series, place.level) if place else None
        if self._tied.get(style) == key and not (place and place.instance):
            return None
        if place is None:
            return NO_LIST, 0
        return self._instances[place.series, place.instance], place.level

    def _ties(self) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield for each style of headings the list and the level that most of them have."""
        for style in _STYLES:
            places = self._counting.places
            own = (places.get(one.id) for one in self._headings if style_of(one) == style)
            votes = Counter((one.series, one.level) for one in own if one)
            if votes:
                yield style, votes.most_common(1)[0][0]


class _Writer:
    """Writes lists under the root of the numbering part, and ties them to styles."""

    def __init__(self, numbering: Element, sheet: Element, styles: Styles) -> None:
        self._root = numbering
        self._ids = styles
        self._sheet = {one.get(tag("styleId"), ""): one for one in sheet.iter(tag("style"))}
        self._abstract = _after(self._root, "abstractNum", "abstractNumId")

    def write(
        self,
        counting: Counting,
        tied: Mapping[str, tuple[int, int]],
        instances: Mapping[tuple[int, int], int],
    ) -> None:
        """Write the lists of `counting`, each instance under its number of `instances`."""
        self._untie({self._ids[style] for style in _STYLES})
        levels = {place: self._ids[style] for style, place in tied.items()}
        for index, series in enumerate(counting.series):
            self._definition(index, series, levels)
            for turn, start in enumerate(series.starts):
                self._instance(start, instances[index, turn])
            self._abstract += 1
        for style in _STYLES:
            place = tied.get(style)
            number = instances[place[0], 0] if place else NO_LIST
            self._tie(self._ids[style], number, place[1] if place else 0)

    def _untie(self, styles: set[str]) -> None:
        """Take `styles` out of the template's own lists: a style is of one list."""
        for link in list(self._root.iter(tag("pStyle"))):
            level = link.getparent()
            if level is not None and link.get(tag("val")) in styles:
                level.remove(link)

    def _definition(self, index: int, series: Series, levels: dict[tuple[int, int], str]) -> None:
        rows = (
            self._level(number, level, levels.get((index, number), ""))
            for number, level in sorted(series.levels.items())
        )
        kind = w("multiLevelType", val="multilevel")
        made = w("abstractNum", kind, *rows, abstractNumId=self._abstract)
        first = self._root.find(tag("num"))
        if first is None:
            self._root.append(made)
        else:
            first.addprevious(made)

    def _instance(self, start: tuple[int, int] | None, number: int) -> None:
        override = (
            [w("lvlOverride", w("startOverride", val=start[1]), ilvl=start[0])] if start else []
        )
        made = w("num", w("abstractNumId", val=self._abstract), *override, numId=number)
        known = self._root.findall(tag("num"))
        (known[-1].addnext if known else self._root.append)(made)

    def _level(self, number: int, level: Level, style: str) -> Element:
        """Return a level; its number has the looks of the text behind it, and no room of its own.

        LibreOffice 7.4 prints a number in capitals over its text when the text has none.
        """
        looks = self._run_in() if level.run_in else []
        capitals = [w("caps")] if level.capitals else []
        return w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=DIGITS[level.digits]),
            *([w("pStyle", val=style)] if style else []),
            w("suff", val="nothing"),
            w("lvlText", val=level.text),
            w("lvlJc", val="left"),
            w("pPr", self._indent(self._ids[level.style])),
            *([w("rPr", *looks, *capitals)] if looks or capitals else []),
            ilvl=number,
        )

    def _run_in(self) -> list[Element]:
        """Return the looks of a run-in heading, whose paragraph has others."""
        looks = self._sheet[self._ids[names.RUN_IN]].find(tag("rPr"))
        return [] if looks is None else [deepcopy(one) for one in looks if one.tag != tag("caps")]

    def _indent(self, style: str) -> Element:
        """Return the indent of a style or of those it is based on: a list would put its own."""
        for one in self._based(style):
            if (found := one.find(f"{tag('pPr')}/{tag('ind')}")) is not None:
                return deepcopy(found)
        return w("ind", left=0, firstLine=0)

    def _based(self, style: str) -> Iterator[Element]:
        """Yield the style with the id `style`, and those that it is based on."""
        seen: set[str] = set()
        while style in self._sheet and style not in seen:
            seen.add(style)
            yield self._sheet[style]
            base = self._sheet[style].find(tag("basedOn"))
            style = "" if base is None else base.get(tag("val"), "")

    def _tie(self, style: str, number: int, level: int) -> None:
        """Give a style its numbering; one that is based on a numbered style has none of that."""
        properties = self._properties(self._sheet[style])
        for old in properties.findall(tag("numPr")):
            properties.remove(old)
        headings = {self._ids[one] for one in _STYLES} - {style}
        based = {one.get(tag("styleId"), "") for one in self._based(style)}
        if number != NO_LIST or based & headings:
            place = sum(one.tag in _BEFORE_NUMBERING for one in properties)
            properties.insert(place, _numbered(number, level))

    def _properties(self, style: Element) -> Element:
        found = style.find(tag("pPr"))
        if found is None:
            found = w("pPr")
            looks = style.find(tag("rPr"))
            (style.append if looks is None else looks.addprevious)(found)
        return found


def first_list(numbering: Element) -> int:
    """Return the number of the first list that is added under the root `numbering`."""
    return _after(numbering, "num", "numId")


def _after(root: Element, name: str, number: str) -> int:
    known = (integer(one, number, 0) for one in root.findall(tag(name)))
    return 1 + max(known, default=0)


def _numbered(number: int, level: int) -> Element:
    return w("numPr", w("ilvl", val=level), w("numId", val=number))
