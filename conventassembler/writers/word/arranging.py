"""The stretches of a whole file -> the numbers and names that they left open.

Bookmarks, controls, lists and notes are counted through the file, in the order in which the
stretches asked. Acts of one shape have the same numbers, whatever their words.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import count
from types import MappingProxyType

from conventassembler.frozen import dataclass
from conventassembler.writers.word.bookmarks import Bookmarks
from conventassembler.writers.word.controls import Controls
from conventassembler.writers.word.headings import HeadingNumbers
from conventassembler.writers.word.holes import (
    BOOKMARK,
    COMMENT,
    CONTROL,
    ITEM,
    NAME,
    NOTE,
    Fill,
    Mark,
)
from conventassembler.writers.word.kit import Kit
from conventassembler.writers.word.numbering import Numbering
from conventassembler.writers.word.package import Packed, packed
from conventassembler.writers.word.parts import NUMBERING, STYLES
from conventassembler.writers.word.shapes import Shape
from conventassembler.writers.word.xml import parse, serialise


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """The numbering of headings and the styles that carry it, and nothing yet of other lists."""

    numbering: bytes
    styles: bytes
    packed_styles: Packed


@dataclass(frozen=True, slots=True, eq=False)
class Arrangement:
    """What all stretches of a file are filled with."""

    fills: tuple[tuple[Fill, ...], ...]
    """For each stretch, a fill for each of its forms."""
    numbering: bytes
    packed_numbering: Packed
    marks: tuple[Mark, ...]
    """The bookmarks of the file, in the order in which they are numbered."""
    ids: tuple[str, ...]
    """Of the blocks that the stretches are made of, in their order."""
    variants: Mapping[str, str]
    """Of each block, in cells too, the clause that made it, by its id."""
    has_notes: bool


@lru_cache(maxsize=16)
def lists_of(kit: Kit, numbers: HeadingNumbers, bullets: tuple[str, ...]) -> Lists:
    """Return the numbering part and the styles of a file whose headings have `numbers`."""
    root, sheet = parse(kit.members[NUMBERING]), parse(kit.members[STYLES])
    numbers.write(root, sheet, kit.styles)
    Numbering(root, kit.styles).mark(bullets)
    styles = serialise(sheet)
    return Lists(serialise(root), styles, packed(styles))


@lru_cache(maxsize=32)
def arrange(kit: Kit, lists: Lists, shapes: tuple[Shape, ...]) -> Arrangement:
    """Return what fills the stretches with these `shapes`, and what it tells of all of them."""
    root = parse(lists.numbering)
    counters = _Counters(kit, Numbering(root, kit.styles))
    fills = tuple(map(counters.fill, shapes))
    numbering = serialise(root)
    return Arrangement(
        fills,
        numbering,
        packed(numbering),
        tuple([mark for shape in shapes for mark in shape.asked.marks]),
        tuple([id_ for shape in shapes for id_ in shape.ids]),
        MappingProxyType(dict(pair for shape in shapes for pair in shape.variants)),
        any(len(shape.texts) > 1 for shape in shapes),
    )


class _Counters:
    """What is counted through one file."""

    def __init__(self, kit: Kit, numbering: Numbering) -> None:
        self._bookmarks = Bookmarks(kit.names, kit.first_mark)
        self._controls = Controls(kit.controls)
        self._numbering = numbering
        self._notes = count(kit.first_note)
        self._comments = count(kit.margin.first if kit.margin else 0)

    def fill(self, shape: Shape) -> tuple[Fill, ...]:
        """Return the fills of the next stretch."""
        known = dict(self._given(shape))
        return tuple(Fill(tuple([known[code] for code in codes])) for codes in shape.codes)

    def _given(self, shape: Shape) -> Iterator[tuple[str, str | int]]:
        """Yield each hole of a stretch with what fills it."""
        for n, mark in enumerate(shape.asked.marks, 1):
            number, name = self._bookmarks.give(mark.keys)
            yield f"{BOOKMARK}{n}", number
            yield f"{NAME}{n}", name
        for n, keys in enumerate(shape.asked.controls, 1):
            yield f"{CONTROL}{n}", self._controls.give(keys)
        for n, item in enumerate(shape.asked.items, 1):
            yield f"{ITEM}{n}", self._numbering.place(item)
        for n in range(1, len(shape.codes)):
            yield f"{NOTE}{n}", next(self._notes)
        for n in range(1, shape.asked.comments + 1):
            yield f"{COMMENT}{n}", next(self._comments)
