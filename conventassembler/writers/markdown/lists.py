"""Lists in CommonMark: items nested by their level, continuations under their item."""

from collections.abc import Sequence
from dataclasses import dataclass

from conventassembler.draft.model import ListItem, Paragraph
from conventassembler.writers.markdown.text import source_lines


@dataclass(frozen=True, slots=True)
class _Open:
    """An item that the next block may stand in, or follow."""

    item: ListItem
    point: str
    """What follows the number of an ordered item: two lists in a row differ by it."""
    start: int
    """Column of its marker."""

    @property
    def marker(self) -> str:
        """What stands before its text."""
        return "- " if self.item.kind == "bullet" else f"{self.item.ordinal}{self.point} "

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
            lines += _indented(block, opened[-1].start, opened[-1].marker)
        else:
            _close(block.level + 1, opened)
            lines += ["", *_indented(block, opened[-1].content if opened else 0)]
        loose = isinstance(block, Paragraph)
    return lines


def _open(item: ListItem, opened: list[_Open]) -> bool:
    """Put `item` on `opened`; tell whether a line must part it from what stands above."""
    before = _close(item.level, opened)
    start = opened[-1].content if opened else 0
    goes_on = before is not None and _goes_on(before.item, item)
    point = before.point if before and goes_on else _other_point(before)
    opened.append(_Open(item, point, start))
    nested = before is None and len(opened) > 1
    starts_anyhow = nested and (item.kind == "bullet" or item.ordinal == 1)
    return not (goes_on or starts_anyhow)


def _close(level: int, opened: list[_Open]) -> _Open | None:
    """Take from `opened` the items of `level` and deeper; return the outermost of them."""
    first = next((n for n, one in enumerate(opened) if one.item.level >= level), len(opened))
    closed = opened[first] if first < len(opened) else None
    del opened[first:]
    return closed


def _goes_on(before: ListItem, item: ListItem) -> bool:
    """Tell whether `item` is the next one of the list of `before`."""
    if item.kind == "ordered":
        return before.kind == "ordered" and item.ordinal == before.ordinal + 1
    return before.kind == "bullet"


def _other_point(before: _Open | None) -> str:
    return ")" if before and before.item.kind == "ordered" and before.point == "." else "."


def _indented(block: ListItem | Paragraph, indent: int, marker: str = "") -> list[str]:
    first, *others = source_lines(block.inlines)
    margin = " " * (indent + len(marker))
    return [" " * indent + marker + first, *(margin + line for line in others)]
