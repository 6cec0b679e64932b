"""The tree that Markdown gives: blocks that span lines, inlines, and the tags among them."""

from collections.abc import Iterator
from typing import Literal

from conventassembler.draft.clause.program import Alignment, BlockKind
from conventassembler.draft.model import Enumeration
from conventassembler.frozen import dataclass

Style = Literal["strong", "emphasis"]
Kind = Literal["root"] | BlockKind

LEAVES = frozenset({"paragraph", "heading", "header", "row", "term", "band", "page"})
"""Blocks that no statement alone on its line may enter."""


@dataclass(frozen=True, slots=True)
class Hold:
    """The place of a tag."""

    index: int


@dataclass(frozen=True, slots=True)
class Break:
    """A hard line break."""


@dataclass(frozen=True, slots=True)
class Styled:
    """Inlines in strong or in emphasis."""

    style: Style
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note at the foot of the page."""

    line: int
    children: tuple["Inline", ...]


Inline = str | Hold | Break | Styled | Note


@dataclass(frozen=True, slots=True)
class Block:
    """A block and the lines it spans: from `start` to before `end`, from 0, blank ends left out."""

    kind: Kind
    start: int
    end: int
    children: tuple["Block | Hold", ...] = ()
    inlines: tuple[Inline, ...] = ()
    level: int = 0
    """Of a heading, as written."""
    ordered: bool = False
    alignments: tuple[Alignment, ...] = ()
    enumeration: Enumeration = "1."
    """Of a list and its items: how its first one is numbered."""
    rank: int = 1
    """Of an item, the number that is typed before it."""
    widths: tuple[int, ...] = ()
    """Of a table or a record, the shares of its columns in hundredths."""

    @property
    def blocks(self) -> tuple["Block", ...]:
        """The children that are blocks."""
        return tuple(child for child in self.children if isinstance(child, Block))


def sequences(inlines: tuple[Inline, ...]) -> Iterator[tuple[Inline, ...]]:
    """Yield the inlines and those of each strong, emphasis or note among them, at any depth."""
    yield inlines
    for inline in inlines:
        if isinstance(inline, Styled | Note):
            yield from sequences(inline.children)


def holds(block: Block | Hold) -> Iterator[int]:
    """Yield the tags in the order in which they are met."""
    if isinstance(block, Hold):
        yield block.index
        return
    yield from _inline_holds(block.inlines)
    for child in block.children:
        yield from holds(child)


def _inline_holds(inlines: tuple[Inline, ...]) -> Iterator[int]:
    for inline in inlines:
        if isinstance(inline, Hold):
            yield inline.index
        elif isinstance(inline, Styled | Note):
            yield from _inline_holds(inline.children)
