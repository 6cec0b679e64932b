"""Lists in CommonMark: items nested by their level, continuations under their item.

CommonMark numbers lists « 1. » and « 1) » and no other way: an item numbered « a) » is one with a
bullet whose text begins with its number.
"""

from collections.abc import Sequence

from conventassembler.draft.enumeration import marker
from conventassembler.draft.model import ListItem, Paragraph
from conventassembler.frozen import dataclass
from conventassembler.writers.markdown.text import source_lines

_POINTS = {"1.": ".", "1)": ")"}
"""What follows the number where CommonMark has it."""
_OTHER = {".": ")", ")": "."}


@dataclass(frozen=True, slots=True)
class _Open:
    """An item that the next block may stand in, or follow."""

    item: ListItem
    point: str
    """What follows the number of an item that CommonMark numbers: two lists in a row differ by it.
    Empty for a bullet."""
    start: int
    """Column of its marker."""

    @property
    def marker(self) -> str:
        """What stands before its text."""
        return f"{self.item.ordinal}{self.point} " if self.point else "- "

    @property
    def number(self) -> str:
        """Its number where that is part of its text."""
        return "" if self.point or self.item.kind == "bullet" else f"{marker(self.item)} "

    @property
    def content(self) -> int:
        """Column where its text starts."""
        return self.start + len(self.marker)


def list_lines(blocks: Sequence[ListItem | Paragraph]) -> list[str]:
    """Return the lines of a run of items and continuations, which starts with an item.

    Nothing parts the items of a list; an empty line comes before what a parser would otherwise
    take for more of the text above it.
    """
    lines: list[str] = []
    opened: list[_Open] = []
    loose = False
    for block in blocks:
        if isinstance(block, ListItem):
            apart = _open(block, opened)
            lines += [""] * ((apart or loose) and bool(lines))
            lines += _item_lines(opened[-1])
        else:
            _close(block.level + 1, opened)
            indent = opened[-1].content if opened else 0
            lines += ["", *(" " * indent + line for line in source_lines(block.inlines))]
        loose = isinstance(block, Paragraph)
    return lines


def _open(item: ListItem, opened: list[_Open]) -> bool:
    """Put `item` on `opened`; tell whether a line must part it from what stands above."""
    before = _close(item.level, opened)
    start = opened[-1].content if opened else 0
    goes_on = before is not None and _goes_on(before, item)
    point = before.point if before and goes_on else _other_point(before, item)
    opened.append(_Open(item, point, start))
    nested = before is None and len(opened) > 1
    starts_anyhow = nested and (not point or item.ordinal == 1)
    return not (goes_on or starts_anyhow)


def _close(level: int, opened: list[_Open]) -> _Open | None:
    """Take from `opened` the items of `level` and deeper; return the outermost of them."""
    first = next((n for n, one in enumerate(opened) if one.item.level >= level), len(opened))
    closed = opened[first] if first < len(opened) else None
    del opened[first:]
    return closed


def _goes_on(before: _Open, item: ListItem) -> bool:
    """Tell whether `item` is the next one of the list of `before`."""
    if _point(item):
        same = before.item.enumeration == item.enumeration
        return bool(before.point) and same and item.ordinal == before.item.ordinal + 1
    return not before.point


def _point(item: ListItem) -> str:
    return "" if item.kind == "bullet" else _POINTS.get(item.enumeration, "")


def _other_point(before: _Open | None, item: ListItem) -> str:
    """Return the point of a list that starts: its own, unless the list above it has the same."""
    own = _point(item)
    return _OTHER[own] if own and before and before.point == own else own


def _item_lines(item: _Open) -> list[str]:
    first, *others = source_lines(item.item.inlines)
    margin = " " * item.content
    head = " " * item.start + item.marker + item.number
    return [head + first, *(margin + line for line in others)]
