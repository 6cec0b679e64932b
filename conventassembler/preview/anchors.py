"""Where in the text of an act the lines of its files show: what findings are placed by."""

from collections.abc import Iterable, Iterator, Mapping

from conventassembler.diagnostics import Position
from conventassembler.draft.instances import Instance
from conventassembler.draft.lines import lines, notes, rows_of
from conventassembler.draft.model import Blank, Block, Draft, Provenance, Table, Text
from conventassembler.draft.people import Person
from conventassembler.draft.plain import units
from conventassembler.draft.resolve import Resolved
from conventassembler.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a file, and the block of the text, outside tables, that shows it."""

    position: Position
    block: str
    blank: str = ""
    """Key path of the blank that stands there."""


class Anchors:
    """The places of one act, by file."""

    def __init__(self, anchors: Iterable[Anchor]) -> None:
        self._files: dict[str, list[Anchor]] = {}
        for one in anchors:
            self._files.setdefault(one.position.file, []).append(one)
        for found in self._files.values():
            found.sort(key=lambda one: (one.position.line, one.position.column))

    def at(self, place: Position) -> Anchor | None:
        """Return what shows `place`: that very value, else its line, else the nearest line above.

        None where the file shows nowhere in the text, or the place is above all that does.
        """
        found = self._files.get(place.file, []) if place.line else []
        same = sorted(
            (one for one in found if one.position == place), key=lambda one: not one.blank
        )
        line = [one for one in found if one.position.line == place.line]
        above = [one for one in found if one.position.line < place.line]
        nearest = [one for one in above if one.position.line == above[-1].position.line]
        return next(iter((*same, *line, *nearest)), None)


def anchors(draft: Draft, resolved: Resolved, places: Mapping[str, Position]) -> Anchors:
    """Return what the text of `draft` shows, of the values at `places` and of its entries."""
    seen = [block for block in draft.blocks if any(units((block,)))]
    return Anchors(
        (
            *(one for block in seen for one in _shown(block, places)),
            *_entries(seen, resolved.instances),
            *_parties(seen, {**resolved.people, **resolved.partners}),
        )
    )


def _shown(block: Block, places: Mapping[str, Position]) -> Iterator[Anchor]:
    """Yield where the values of a block were typed, then the lines of the clauses it comes of."""
    said = (*lines((block,)), *(note.inlines for note in notes((block,))))
    for inline in (one for line in said for one in line):
        if isinstance(inline, Blank) and inline.path in places:
            yield Anchor(places[inline.path], block.id, inline.path)
        elif isinstance(inline, Text) and inline.value and inline.value.path in places:
            yield Anchor(places[inline.value.path], block.id)
    for made in _made_by(block):
        yield Anchor(Position(made.file, made.line), block.id)


def _made_by(block: Block) -> Iterator[Provenance]:
    if block.provenance.file:
        yield block.provenance
    if isinstance(block, Table):
        cells = (cell for row in rows_of(block) for cell in row.cells)
        yield from (made for cell in cells for one in cell.blocks for made in _made_by(one))


def _entries(blocks: list[Block], instances: Iterable[Instance]) -> Iterator[Anchor]:
    for one in instances:
        yield from _first(blocks, one.entry.position, {one.id, f"{one.part}.{one.id}"})


def _parties(blocks: list[Block], people: Mapping[str, Person]) -> Iterator[Anchor]:
    for name, person in people.items():
        yield from _first(blocks, person.party.position, {f"parties.{name}"})


def _first(blocks: list[Block], position: Position, owners: set[str]) -> Iterator[Anchor]:
    """Yield where the first block of an instance stands, if it has any."""
    found = (block for block in blocks if block.id.partition("/")[0] in owners)
    yield from (Anchor(position, block.id) for block in (next(found, None),) if block)
