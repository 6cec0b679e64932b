"""The trees of a row: those of the agreement, with the values of the row in their places.

What no column touches is the very same node for every row: only the ways that lead to a value are
made anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from conventassembler.batch.seats import Column, grafted, left
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.source import MappingNode, Node, Pair, SequenceNode, inside
from conventassembler.source.replacing import Value


@dataclass(frozen=True, slots=True)
class Branch:
    """A node below which values of rows stand."""

    node: Node
    """As it is in a row that says nothing below it."""
    column: int | None = None
    """The rank of the column whose value stands here."""
    below: "Mapping[int, Branch]" = field(default_factory=dict)
    """By the rank of the node inside this one."""


def branches(trees: Mapping[str, Node], columns: Sequence[Column]) -> Mapping[str, Branch]:
    """Return for each file where in its tree the values of rows stand.

    Values of a record that serves all acts are not among them: no row changes it.

    Raises:
        LookupError: a fault of ours: the place of a column is in none of the trees.
    """
    found: dict[str, Branch] = {}
    for file, tree in trees.items():
        ranks = {id(one.place.node): rank for rank, one in enumerate(columns) if _is_in(one, file)}
        if ranks:
            found[file] = _branch(tree, ranks, columns)
    reached = {rank for one in found.values() for rank in _columns_of(one)}
    for rank, column in enumerate(columns):
        if not (column.place.shared or rank in reached):  # no row may lose a value in silence
            raise LookupError(column.place.path)
    return found


def _columns_of(branch: Branch) -> Iterator[int]:
    if branch.column is not None:
        yield branch.column
    for one in branch.below.values():
        yield from _columns_of(one)


def _is_in(column: Column, file: str) -> bool:
    return column.place.file == file and not column.place.shared


def _branch(node: Node, ranks: Mapping[int, int], columns: Sequence[Column]) -> Branch:
    if (column := ranks.get(id(node))) is not None:
        return Branch(left(columns[column]), column)
    inner = ((rank, _branch(one, ranks, columns)) for rank, one in enumerate(inside(node)))
    below = {rank: one for rank, one in inner if one.below or one.column is not None}
    return Branch(_with(node, {rank: one.node for rank, one in below.items()}), None, below)


def overlaid(branch: Branch, columns: Sequence[Column], values: Sequence[Value | None]) -> Node:
    """Return the tree of a branch with the values of a row in it.

    It is the node itself where they leave all as it is.
    """
    return _holding(branch, *[_below(one, columns, values) for one in branch.below.values()])


def _below(
    branch: Branch, columns: Sequence[Column], values: Sequence[Value | None]
) -> Node | None:
    """Return what stands in the place of a branch; None where its key is left out."""
    if branch.column is None:
        return overlaid(branch, columns, values)
    column, value = columns[branch.column], values[branch.column]
    if value is not None:
        return _given(column, value)
    return None if column.place.optional else branch.node


@recalled
def _holding(branch: Branch, *new: Node | None) -> Node:
    """Return the node with what stands below it now: one node for all rows that give the same."""
    below = zip(branch.below.items(), new, strict=True)
    return _with(branch.node, {rank: now for (rank, old), now in below if now is not old.node})


def _with(node: Node, placed: Mapping[int, Node | None]) -> Node:
    """Return the node with others inside it, by their ranks; without the keys of those of None."""
    if not placed:
        return node
    if isinstance(node, MappingNode):
        entries: list[Pair | None] = list(node.entries)
        for rank, now in placed.items():
            entries[rank] = Pair(node.entries[rank].key, now) if now is not None else None
        return MappingNode(tuple(filter(None, entries)), node.position, node.flow)
    assert isinstance(node, SequenceNode)  # a branch has nothing below it elsewhere
    items = [placed.get(rank) or one for rank, one in enumerate(node.items)]
    return SequenceNode(tuple(items), node.position, node.flow)


def _given(column: Column, value: Value) -> Node:
    """Return what is read where a value of a row stands."""
    return _read(column, True, value) if isinstance(value, str) else _read(column, False, *value)


@recalled
def _read(column: Column, alone: bool, *texts: str) -> Node:
    """Return the node of a value: the very same for all rows that give it, as many do."""
    return grafted(column, texts[0] if alone else texts)
