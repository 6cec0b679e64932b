"""C155: a row that gives a party or a person another name, and leaves empty what else is of it.

Beside `planning`: which columns go together is found once, a row then looks which of them it
leaves to the agreement.
"""

from collections.abc import Collection, Iterator, Sequence

from conventassembler.batch.belonging import belonging, renaming
from conventassembler.batch.bereft import shortened
from conventassembler.batch.columns import Settled
from conventassembler.batch.leftovers import sayings
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.filling import Filling, Place
from conventassembler.filling.own import is_another
from conventassembler.frozen import dataclass
from conventassembler.source.replacing import Value


@dataclass(frozen=True, slots=True)
class Kin:
    """The columns of one party, or of one person."""

    rank: int
    """That of its name."""
    name: Place
    """Where the agreement names it."""
    own: tuple[tuple[int, Diagnostic], ...]
    """The other columns, each with what is told where it is empty and the name is another."""

    def is_another(self, values: Sequence[Value | None]) -> bool:
        """Tell whether a row gives another name than the agreement."""
        return is_another(self.name, values[self.rank])

    def left(self, values: Sequence[Value | None], wrong: Collection[int]) -> Iterator[Diagnostic]:
        """Yield what a row leaves to the agreement, though it is another party's.

        A cell of the columns `wrong` is not empty: what is told is what is wrong with it.
        """
        if self.is_another(values):
            kept = (one for one in self.own if values[one[0]] is None and one[0] not in wrong)
            yield from (found for _, found in kept)


def kin(filling: Filling, columns: Sequence[Settled]) -> tuple[Kin, ...]:
    """Return the columns that go together, for each party whose name is one of them.

    So do a name and a value that says it.
    """
    found = []
    for owner, names in renaming(one.place for one in columns).items():
        own = tuple(_own(filling, columns, owner))
        found += [Kin(rank, place, own) for rank, place in names.items() if own]
    for rank, other in sayings(columns):
        found.append(Kin(rank, columns[rank].place, ((other, _empty(columns[other])),)))
    return tuple(found)


def _own(
    filling: Filling, columns: Sequence[Settled], owner: str
) -> Iterator[tuple[int, Diagnostic]]:
    known = belonging(filling)
    for rank, one in enumerate(columns):
        place = one.place
        if owner in known.owners(place) and not (place.shared or place.blank):
            yield rank, _empty(one)


def _empty(column: Settled) -> Diagnostic:
    return fault("C155", column.at, words=shortened(column.place), header=column.header)
