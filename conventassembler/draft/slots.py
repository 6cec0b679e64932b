"""What of the instances of an act hangs on no value: ids, variants, headings, and how they stand.

Of each instance, for those that look at an act as a whole. It is one object in all acts of these
clauses, whatever they say: numbers, neighbours and references are settled once for them.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.places import place_of
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.library.model import HeadingScheme, Variant
from conventassembler.values import Text

Part = Literal["preamble", "clauses", "annexes"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One instance, without its values and the words of its heading."""

    id: str
    part: Part
    clause: Text | None
    """The variant as the entry names it."""
    variant: Variant | None
    scheme: HeadingScheme | None
    anchor: Text | None
    fixed: Text | None
    """The number typed by hand."""
    position: Position
    below: "tuple[Slot, ...]"


def walk(row: Iterable[Slot]) -> Iterator[Slot]:
    """Yield every slot in reading order."""
    for one in row:
        yield one
        yield from walk(one.below)


@recalled
def taken_twice(row: tuple[Slot, ...]) -> tuple[Diagnostic, ...]:
    """Return a finding for each id that an earlier instance has."""
    taken: dict[str, Position] = {}
    return tuple(
        fault("C405", place_of(one.anchor, one.position), id=one.id, first=first.line)
        for one in walk(row)
        if (first := taken.setdefault(one.id, one.position)) is not one.position
    )


@recalled
def slot(  # noqa: PLR0917 -- what is recalled is looked up by its place
    id_: str,
    part: Part,
    clause: Text | None,
    variant: Variant | None,
    scheme: HeadingScheme | None,
    anchor: Text | None,
    fixed: Text | None,
    position: Position,
    below: tuple[Slot, ...],
) -> Slot:
    """Return the slot of an instance: one object for all that have the same."""
    return Slot(id_, part, clause, variant, scheme, anchor, fixed, position, below)


@recalled
def in_row(*row: Slot) -> tuple[Slot, ...]:
    """Return these slots: one object for all acts that have them in a row."""
    return row
