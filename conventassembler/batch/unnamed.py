"""C168: a row that gives what is of one party or person alone, and leaves its name empty.

Beside `planning`, the reverse of `kin`: what a row gives would be said of the party for which the
agreement was filled. A name that the agreement leaves blank is awaited, and told as such.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from conventassembler.batch.belonging import belonging, is_account, renaming
from conventassembler.batch.bereft import shortened
from conventassembler.batch.columns import Settled
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.filling import Filling, Place
from conventassembler.filling.own import is_another
from conventassembler.frozen import dataclass
from conventassembler.source.replacing import Value


@dataclass(frozen=True, slots=True)
class Own:
    """A column of what is of one party or person alone."""

    rank: int
    place: Place
    """Where the agreement says it."""
    unnamed: Diagnostic
    """What is told where a row says something else, and no name."""

    def differs(self, values: Sequence[Value | None], wrong: Collection[int]) -> bool:
        """Tell whether a row says something else; a cell of the columns `wrong` is not empty."""
        return self.rank in wrong or is_another(self.place, values[self.rank])


@dataclass(frozen=True, slots=True)
class Unnamed:
    """The columns of one party, or of one person."""

    names: Collection[int]
    """The ranks of its name and of its record: one is enough."""
    own: tuple[Own, ...]

    def told(self, values: Sequence[Value | None], wrong: Collection[int]) -> Iterator[Diagnostic]:
        """Yield that a row names nobody, with the first column of what it says of somebody."""
        if not any(values[rank] is not None or rank in wrong for rank in self.names):
            others = (one.unnamed for one in self.own if one.differs(values, wrong))
            yield from (found for found in (next(others, None),) if found)


def unnamed(filling: Filling, columns: Sequence[Settled]) -> tuple[Unnamed, ...]:
    """Return the columns that go with a name, for each party whose name is one of them."""
    known = _named(columns)
    owners, found = _owners(filling, columns, known), []
    for owner, names in known.items():
        ranks = [rank for rank, whose in enumerate(owners) if owner in whose and rank not in names]
        own = tuple(_own(columns[min(names)], rank, columns[rank]) for rank in ranks)
        found += [Unnamed(names, own)] if own else []
    return tuple(found)


def _named(columns: Sequence[Settled]) -> Mapping[str, Collection[int]]:
    """Return the ranks of the columns of names, by whose they are, where none is awaited."""
    names = renaming(one.place for one in columns)
    given = (one for one in names if not any(place.blank for place in names[one].values()))
    return {owner: tuple(names[owner]) for owner in given}


def _owners(
    filling: Filling, columns: Sequence[Settled], names: Collection[str]
) -> Sequence[Sequence[str]]:
    """Return of each column whose it is, among those whose name is one of them.

    An account that may be of several is of none of them.
    """
    known, found = belonging(filling), []
    for one in columns:
        all_owners = () if one.place.shared else known.owners(one.place)
        owners = [owner for owner in all_owners if owner in names]
        found.append([] if is_account(one.place) and len(owners) > 1 else owners)
    return found


def _own(name: Settled, rank: int, given: Settled) -> Own:
    words = {"words": shortened(name.place), "header": name.header, "given": given.header}
    return Own(rank, given.place, fault("C168", name.at, **words))
