"""The trees of a row: those of the agreement, with the values of the row in their places.

What no column touches is the very same node for every row: only the ways that lead to a value are
made anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from conventassembler.batch.seats import Column, grafted
from conventassembler.frozen import dataclass
from conventassembler.source import MappingNode, Node, SequenceNode
from conventassembler.source.replacing import Value

Way = tuple[int, ...]
"""Ranks of the nodes that lead to one, from the root of its tree."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A node below which values of rows stand."""

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
            found[file] = _branch(tree, ranks)
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


def _branch(node: Node, ranks: Mapping[int, int]) -> Branch:
    if (column := ranks.get(id(node))) is not None:
        return Branch(column)
    inner = ((rank, _branch(one, ranks)) for rank, one in enumerate(_inside(node)))
    return Branch(None, {rank: one for rank, one in inner if one.below or one.column is not None})


def _inside(node: Node) -> Iterator[Node]:
    if isinstance(node, MappingNode):
        yield from (pair.value for pair in node.entries)
    elif isinstance(node, SequenceNode):
        yield from node.items


def overlaid(
    node: Node, branch: Branch, columns: Sequence[Column], values: Sequence[Value | None]
) -> Node:
    """Return a tree with the values of a row in it; `node` itself where they leave all as it is."""
    if branch.column is not None:
        column, value = columns[branch.column], values[branch.column]
        return node if value is None else grafted(column, value)
    if isinstance(node, MappingNode):
        entries = list(node.entries)
        for rank, inner in branch.below.items():
            pair = entries[rank]
            new = overlaid(pair.value, inner, columns, values)
            entries[rank] = pair if new is pair.value else replace(pair, value=new)
        same = all(map(_is, entries, node.entries))
        return node if same else replace(node, entries=tuple(entries))
    if isinstance(node, SequenceNode):
        items = list(node.items)
        for rank, inner in branch.below.items():
            items[rank] = overlaid(items[rank], inner, columns, values)
        return node if all(map(_is, items, node.items)) else replace(node, items=tuple(items))
    return node


def _is(one: object, other: object) -> bool:
    return one is other
