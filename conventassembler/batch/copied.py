"""C164: a number that is of one holder alone, and that two rows give to parties of other names.

Beside `planning`: most often it was copied down with the cell. Some have an account together, those
of one public accountant do, hence no row is refused for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from conventassembler.batch.belonging import belonging, is_account, renaming
from conventassembler.batch.columns import Settled
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.filling import Filling, Place
from conventassembler.filling.own import known_by
from conventassembler.frozen import dataclass
from conventassembler.schema import BicType
from conventassembler.source.replacing import Value

Known = tuple[str, ...]
"""What a value is recognised by, in any spelling."""


@dataclass(slots=True)
class Copied:
    """The numbers of one column, with whose they are in the rows so far."""

    column: Settled
    rank: int
    names: Mapping[int, Place]
    """What may name its holder, by the rank of the column."""
    first: dict[Known, tuple[Sequence[Known], str, str]] = field(default_factory=dict)
    """Whose a number was first, with the name and the row that said so, by the number."""

    def told(self, values: Sequence[Value | None], row: str) -> Iterator[Diagnostic]:
        """Yield that a row has the number of another one, in the column and in no row."""
        number = known_by(self.column.place, values[self.rank])
        names = {str(values[at]): known_by(one, values[at]) for at, one in self.names.items()}
        named = {name: known for name, known in names.items() if known}
        if not number or not named:
            return
        own = (list(named.values()), ", ".join(named), row)
        holder, other, before = self.first.setdefault(number, own)
        if holder != own[0]:
            words = {"value": values[self.rank], "row": before, "other": other}
            yield fault("C164", self.column.at, **words, header=self.column.header)


def copied(filling: Filling, columns: Sequence[Settled]) -> tuple[Copied, ...]:
    """Return the columns of such numbers, those beside which a column says whose they are."""
    known, named = belonging(filling), renaming(one.place for one in columns)
    found = []
    for rank, one in enumerate(columns):
        if is_account(one.place) and not isinstance(one.place.type, BicType):
            owners = [owner for owner in known.owners(one.place) if owner in named]
            names = {at: name for owner in owners for at, name in named[owner].items()}
            found += [Copied(one, rank, names)] if names else []
    return tuple(found)
