"""C164: a number that is of one holder alone, and that two rows give to parties of other names.

Beside `planning`: most often it was copied down with the cell. Some have an account together, those
of one public accountant do, hence no row is refused for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from conventassembler.batch.belonging import belonging, is_account, renamed
from conventassembler.batch.columns import Settled
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.filling import Filling
from conventassembler.french.folding import fold
from conventassembler.frozen import dataclass
from conventassembler.schema import BicType
from conventassembler.source.replacing import Value


@dataclass(slots=True)
class Copied:
    """The numbers of one column, with whose they are in the rows so far."""

    column: Settled
    rank: int
    names: tuple[int, ...]
    """The ranks of the columns of names whose holder it may be."""
    first: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The name and the row that first had a number, by the number."""

    def told(self, values: Sequence[Value | None], row: str) -> Iterator[Diagnostic]:
        """Yield that a row has the number of another one, in the column and in no row."""
        number = values[self.rank]
        said = [str(values[rank]) for rank in self.names if values[rank] is not None]
        if not isinstance(number, str) or not said:
            return
        name = ", ".join(said)
        other, before = self.first.setdefault("".join(number.split()), (name, row))
        if fold(other) != fold(name):
            header = self.column.header
            words = {"value": number, "row": before, "other": other, "header": header}
            yield fault("C164", self.column.at, **words)


def copied(filling: Filling, columns: Sequence[Settled]) -> tuple[Copied, ...]:
    """Return the columns of such numbers, those beside which a column says whose they are."""
    known, names = belonging(filling), _names(columns)
    found = []
    for rank, one in enumerate(columns):
        if is_account(one.place) and not isinstance(one.place.type, BicType):
            ranks = tuple(names[owner] for owner in known.owners(one.place) if owner in names)
            found += [Copied(one, rank, ranks)] if ranks else []
    return tuple(found)


def _names(columns: Sequence[Settled]) -> Mapping[str, int]:
    """Return the ranks of the columns that rename a party, by its path."""
    named = {rank: renamed(one.place) for rank, one in enumerate(columns)}
    return {owner: rank for rank, owner in named.items() if owner}
