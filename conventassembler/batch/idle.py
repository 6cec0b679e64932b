"""What a row says and its act has no use for: told in its column, and of no empty cell.

Below `kit`. The finding stands at a key of the agreement, which is the same for rows whose acts
have a use for its value and for those that say nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from conventassembler.batch.seats import Column
from conventassembler.diagnostics import Diagnostic, Position
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.schema.blanks import is_blank
from conventassembler.source import MappingNode, Node, SequenceNode, inside
from conventassembler.source.replacing import Value

UNUSED: Final = ("C518", "C710")
"""No clause has such a key; the clause that has it shows it nowhere in this act."""


_ACCEPTED: Final = "C728"
"""The agreement accepts what this act does not have."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key at or below which values of rows stand."""

    ranks: tuple[int, ...]
    """Those of their columns."""
    awaited: bool
    """Whether the agreement leaves all of its value to the rows."""


def keyed(trees: Mapping[str, Node], columns: Sequence[Column]) -> Mapping[Position, Key]:
    """Return the keys of the agreement under which values of rows stand, by their places."""
    ranks = {id(one.place.node): rank for rank, one in enumerate(columns) if not one.place.shared}
    return {place: key for tree in trees.values() for place, key in _keys(tree, ranks)}


def _keys(node: Node, ranks: Mapping[int, int]) -> Iterator[tuple[Position, Key]]:
    for pair in node.entries if isinstance(node, MappingNode) else ():
        if below := tuple(_below(pair.value, ranks)):
            yield pair.key.position, Key(below, _is_awaited(pair.value, ranks))
    for one in inside(node):
        yield from _keys(one, ranks)


def _below(node: Node, ranks: Mapping[int, int]) -> Iterator[int]:
    if (rank := ranks.get(id(node))) is not None:
        yield rank
    for one in inside(node):
        yield from _below(one, ranks)


def _is_awaited(node: Node, ranks: Mapping[int, int]) -> bool:
    items = node.items if isinstance(node, SequenceNode) else (node,)
    return id(node) in ranks and bool(items) and all(map(is_blank, items))


def in_columns(
    findings: Sequence[Diagnostic],
    keys: Mapping[Position, Key],
    columns: Sequence[Column],
    values: Sequence[Value | None],
) -> Iterator[Diagnostic]:
    """Yield the findings of a row, those of what it says to no use in the column that says it.

    Where it says nothing, and the agreement neither, nothing is lost, and nothing is told. Nor is
    what the agreement accepts for the sake of other rows.
    """
    for one in findings:
        if one.code == _ACCEPTED:
            continue
        key = keys.get(one.position) if one.code in UNUSED else None
        given = [rank for rank in key.ranks if values[rank] is not None] if key else []
        if given:
            yield _moved(one, columns[given[0]])
        elif key is None or not key.awaited:
            yield one


@recalled
def _moved(finding: Diagnostic, column: Column) -> Diagnostic:
    facts = {**finding.arguments, "header": column.header}
    return replace(finding, position=column.at, arguments=facts)
