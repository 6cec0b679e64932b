"""Numbered lists: each list is an instance of the template's numbering that starts anew."""

from conventassembler.draft.model import ListItem
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.styles import Styles, of_level
from conventassembler.writers.word.xml import Element, parse, serialise, tag, w


class Numbering:
    """The numbering part of one file; lists are allotted in the order of the draft."""

    def __init__(self, part: bytes, styles: Styles) -> None:
        self._root = parse(part)
        self._styles = styles
        self._abstract = {
            num.get(tag("numId"), ""): child.get(tag("val"), "")
            for num in self._root.findall(tag("num"))
            if (child := num.find(tag("abstractNumId"))) is not None
        }
        self._next = 1 + max((int(key) for key in self._abstract if key.isdigit()), default=0)
        self._open: dict[int, int] = {}

    def missing(self) -> tuple[str, ...]:
        """Return the list styles that carry no numbering of this part."""
        lists = (*names.BULLETS, *names.ORDERED)
        return tuple(name for name in lists if self._styles.numbering[name] not in self._abstract)

    def place(self, item: ListItem) -> Element:
        """Return the `w:numPr` that gives `item` its number."""
        level = min(max(item.level, 1), len(names.ORDERED))
        for deeper in [known for known in self._open if known > level]:
            del self._open[deeper]
        if item.ordinal == 1 or level not in self._open:
            self._open[level] = self._start(level, item.ordinal)
        return w("numPr", w("ilvl", val=level - 1), w("numId", val=self._open[level]))

    def part(self) -> bytes:
        """Return the numbering part with the lists allotted so far."""
        return serialise(self._root)

    def _start(self, level: int, ordinal: int) -> int:
        """Add an instance whose `level` starts at `ordinal`, and return its number."""
        number = self._next
        self._next += 1
        style = of_level(names.ORDERED, level)
        abstract = self._abstract[self._styles.numbering[style]]
        override = w("lvlOverride", w("startOverride", val=ordinal), ilvl=level - 1)
        instance = w("num", w("abstractNumId", val=abstract), override, numId=number)
        self._root.findall(tag("num"))[-1].addnext(instance)
        return number
