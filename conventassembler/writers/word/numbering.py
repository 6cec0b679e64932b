"""Numbered lists: each list is an instance of the template's numbering that starts anew."""

from collections.abc import Sequence

from conventassembler.draft.model import Enumeration, ListItem
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.holes import Holes, Item
from conventassembler.writers.word.levels import set_bullet, with_format
from conventassembler.writers.word.styles import Lists, Styles, of_level
from conventassembler.writers.word.xml import Element, integer, tag, w

_BOTH = (names.TEXT_LISTS, names.CELL_LISTS)


def place(item: ListItem, lists: Lists, holes: Holes) -> str:
    """Return the `w:numPr` that gives `item`, in the styles `lists`, its number."""
    number = holes.item(item, is_in_cell=lists is names.CELL_LISTS)
    return numbered(_level(item.level, lists) - 1, number)


def numbered(level: int, number: int | str) -> str:
    """Return the `w:numPr` of a paragraph at `level`, from 0, of the list `number`."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _level(level: int, lists: Lists) -> int:
    return min(max(level, 1), len(lists.ordered))


class Numbering:
    """The numbering under `root` of one file; lists are allotted in the order of the draft."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._root = root
        self._styles = styles
        self._abstract = {
            num.get(tag("numId"), ""): child.get(tag("val"), "")
            for num in self._root.findall(tag("num"))
            if (child := num.find(tag("abstractNumId"))) is not None
        }
        self._next = 1 + max((int(key) for key in self._abstract if key.isdigit()), default=0)
        self._open: dict[tuple[Lists, int], int] = {}
        self._formats: dict[tuple[str, int, Enumeration], str] = {}

    def missing(self) -> tuple[str, ...]:
        """Return the list styles that are there and carry no numbering of this part."""
        lists = [name for both in _BOTH for name in (*both.bullets, *both.ordered)]
        known = self._styles.numbering
        return tuple(name for name in lists if name in known and known[name] not in self._abstract)

    def mark(self, bullets: Sequence[str]) -> None:
        """Give the levels of bulleted lists the marks `bullets`, which begin again below them."""
        styles = [(n, name) for both in _BOTH for n, name in enumerate(both.bullets)]
        for level, name in styles if bullets else ():
            definition = self._definition(self._abstract[self._styles.numbering[name]])
            set_bullet(definition, level, bullets[level % len(bullets)])

    def place(self, item: Item) -> int:
        """Return the number of the list that gives `item` its own."""
        lists = names.CELL_LISTS if item.is_in_cell else names.TEXT_LISTS
        level = _level(item.level, lists)
        for deeper in [known for known in self._open if known[0] is lists and known[1] > level]:
            del self._open[deeper]
        if item.ordinal == 1 or (lists, level) not in self._open:
            style = of_level(lists.ordered, level)
            base = self._abstract[self._styles.numbering[style]]
            abstract = self._formatted(base, level, item.enumeration)
            self._open[lists, level] = self._start(abstract, level, item.ordinal)
        return self._open[lists, level]

    def _start(self, abstract: str, level: int, ordinal: int) -> int:
        """Add an instance whose `level` starts at `ordinal`, and return its number."""
        number = self._next
        self._next += 1
        override = w("lvlOverride", w("startOverride", val=ordinal), ilvl=level - 1)
        instance = w("num", w("abstractNumId", val=abstract), override, numId=number)
        self._root.findall(tag("num"))[-1].addnext(instance)
        return number

    def _formatted(self, base: str, level: int, enumeration: Enumeration) -> str:
        """Return the id of the numbering `base` with its `level` numbered as `enumeration` says.

        « 1. » is what clauses type who ask for no format: the template's own.
        """
        if enumeration == "1.":
            return base
        key = (base, level, enumeration)
        if key not in self._formats:
            known = self._root.findall(tag("abstractNum"))
            number = 1 + max(integer(one, "abstractNumId", 0) for one in known)
            made = with_format(self._definition(base), number, level - 1, enumeration)
            known[-1].addnext(made)
            self._formats[key] = str(number)
        return self._formats[key]

    def _definition(self, abstract: str) -> Element:
        """Return the numbering with the id `abstract`; an empty one where the template has none."""
        for one in self._root.findall(tag("abstractNum")):
            if one.get(tag("abstractNumId")) == abstract:
                return one
        made = w("abstractNum", w("multiLevelType", val="multilevel"), abstractNumId=abstract)
        self._root.insert(0, made)
        return made
