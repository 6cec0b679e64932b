"""What rows know of a column: where its value goes in the trees, as any process can be handed it.

`columns` settles them, who knows how an agreement is filled; a process that makes rows does not.
"""

from dataclasses import replace

from conventassembler.diagnostics import Position
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.schema.blanks import is_blank, is_blank_value
from conventassembler.source import Node, SequenceNode
from conventassembler.source.grafts import fitting, graft
from conventassembler.source.replacing import Value


@dataclass(frozen=True, slots=True)
class Seat:
    """Where the value of a column stands."""

    file: str
    path: str
    """Key path in field names."""
    node: Node
    inside: bool
    """Whether it stands between brackets."""
    listed: bool
    """Whether several values are awaited."""
    single: bool
    """Whether one of several may stand alone."""
    shared: bool
    """Whether it is of the registry, which serves all acts."""
    optional: bool = False
    """Whether its key is left out where a row says nothing: it may be absent, and not blank."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column, and the value that each row gives by it."""

    header: str
    """As the table has it."""
    place: Seat
    """Of the agreement that the rows differ from."""
    at: Position
    """Where the values of all rows are said to stand, the first of them: the column, and no row."""

    def rank(self, rank: int) -> Position:
        """Return where one text of a value with several is said to stand."""
        return _nth(self.at, rank + 1) if rank else self.at


@recalled
def _nth(at: Position, column: int) -> Position:
    return replace(at, column=column)


def left(column: Column) -> Node:
    """Return what is read in the place of a column where a row says nothing.

    It is the agreement's own value; what that leaves blank is awaited in the table, and stands in
    the column.
    """
    node = column.place.node
    if isinstance(node, SequenceNode):
        items = (_awaited(one, column.rank(rank)) for rank, one in enumerate(node.items))
        return replace(node, items=tuple(items))
    return _awaited(node, column.at)


def _awaited(node: Node, at: Position) -> Node:
    return replace(node, position=at) if is_blank(node) else node


def grafted(column: Column, value: Value) -> Node:
    """Return what is read in the place of a column once `value` is typed there."""
    seat = column.place
    listed = seat.listed and not is_blank_value(value)
    fits = fitting(seat.node, value, listed=listed, single=seat.single)
    return graft(seat.node, fits, column.rank, inside=seat.inside)
