"""C155: a row that gives a party another name, and leaves empty what else tells who it is.

Beside `planning`: which columns go together is found once, a row then looks which of them it
leaves to the agreement.
"""

from collections.abc import Iterator, Sequence

from conventassembler.batch.columns import Settled
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.source import Node, SequenceNode, plain
from conventassembler.source.replacing import Value

_PARTY = r"((?:parties|partners|groups)\.\w+)\."
_NAME = Pattern(rf"{_PARTY}name")
_OWN = Pattern(rf"{_PARTY}(?:short_name|address|representatives?(?:\[\d+\])?\.name)")
"""What is of one party alone: two may have one kind, one office and one gender."""


@dataclass(frozen=True, slots=True)
class Kin:
    """The columns of one party."""

    rank: int
    """That of its name."""
    name: object
    """What the agreement calls it."""
    own: tuple[tuple[int, Diagnostic], ...]
    """The other columns, each with what is told where it is empty and the name is another."""

    def left(self, values: Sequence[Value | None]) -> Iterator[Diagnostic]:
        """Yield what a row leaves to the agreement, though it is another party's."""
        if values[self.rank] not in (None, self.name):
            yield from (found for rank, found in self.own if values[rank] is None)


def kin(columns: Sequence[Settled]) -> tuple[Kin, ...]:
    """Return the columns that go together, for each party whose name is one of them."""
    found = []
    for rank, one in enumerate(columns):
        party = _NAME.fullmatch(one.place.path)
        own = tuple(_own(columns, party[1])) if party and not one.place.shared else ()
        if own:
            found.append(Kin(rank, plain(one.place.node), own))
    return tuple(found)


def _own(columns: Sequence[Settled], party: str) -> Iterator[tuple[int, Diagnostic]]:
    for rank, one in enumerate(columns):
        found = _OWN.fullmatch(one.place.path)
        if found and found[1] == party and not (one.place.shared or one.place.blank):
            facts = {"words": _said(one.place.node), "header": one.header}
            yield rank, fault("C155", one.at, **facts)


def _said(node: Node) -> str:
    items = node.items if isinstance(node, SequenceNode) else (node,)
    return ", ".join(str(plain(item)) for item in items)
