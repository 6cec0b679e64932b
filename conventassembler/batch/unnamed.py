"""C168: a row that gives what is of one party or person alone, and leaves its name empty.

Beside `planning`, the reverse of `kin`: what a row gives would be said of the party for which the
agreement was filled. A name that the agreement leaves blank is awaited, and told as such.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from conventassembler.batch.belonging import belonging, is_account, renamed
from conventassembler.batch.bereft import shortened
from conventassembler.batch.columns import Settled
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.filling import Filling
from conventassembler.frozen import dataclass
from conventassembler.source import plain
from conventassembler.source.replacing import Value


@dataclass(frozen=True, slots=True)
class Own:
    """A column of what is of one party or person alone."""

    rank: int
    said: object
    """What the agreement says of it."""
    unnamed: Diagnostic
    """What is told where a row says something else, and no name."""

    def differs(self, values: Sequence[Value | None], wrong: Collection[int]) -> bool:
        """Tell whether a row says something else; a cell of the columns `wrong` is not empty."""
        value = values[self.rank]
        return self.rank in wrong or (value is not None and _several(value) != self.said)


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
    known, found = _names(columns), []
    owners = _owners(filling, columns, known)
    for owner, names in known.items():
        ranks = [rank for rank, whose in enumerate(owners) if owner in whose and rank not in names]
        own = tuple(_own(columns[names[0]], rank, columns[rank]) for rank in ranks)
        found += [Unnamed(names, own)] if own else []
    return tuple(found)


def _names(columns: Sequence[Settled]) -> Mapping[str, list[int]]:
    """Return the ranks of the columns of names that the agreement gives, by whose they are."""
    found: dict[str, list[int]] = {}
    for rank, one in enumerate(columns):
        owner = renamed(one.place)
        if owner and not (one.place.blank or one.place.shared):
            found.setdefault(owner, []).append(rank)
    return found


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
    said = plain(given.place.node)
    return Own(rank, _several(said), fault("C168", name.at, **words))


def _several(said: object) -> object:
    """Return a value as one with several texts: a day may stand alone or in a list."""
    return tuple(said) if isinstance(said, list | tuple) else (said,)
