"""C164: what is of one holder alone, and two rows give to parties of other names.

Beside `planning`: a number, or a short name that says the name of one of them, « la communauté Val
de Norge ». Most often it was copied down with the cell. Some have an account together, those of one
public accountant do, hence no row is refused for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Final

from conventassembler.batch.belonging import belonging, is_account, renaming
from conventassembler.batch.columns import Settled
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.filling import Filling, Place
from conventassembler.filling.own import known_by
from conventassembler.frozen import dataclass
from conventassembler.schema import BicType
from conventassembler.source.replacing import Value

_NEAR: Final = 1_000
"""How many short names are kept: each row has its own, and a cell is copied down from nearby."""
Known = tuple[str, ...]
"""What a value is recognised by, in any spelling."""


@dataclass(slots=True)
class Copied:
    """The values of one column, with whose they are in the rows so far."""

    column: Settled
    rank: int
    names: Mapping[int, Place]
    """What may name its holder, by the rank of the column."""
    in_words: bool
    """Whether they are short names, which are of one holder where they say its name alone."""
    first: dict[Known, tuple[Sequence[Known], str, str]] = field(default_factory=dict)
    """Whose a value was first, with the name and the row that said so, by the value."""

    def told(self, values: Sequence[Value | None], row: str) -> Iterator[Diagnostic]:
        """Yield that a row has the value of another one, in the column and in no row."""
        said = known_by(self.column.place, values[self.rank])
        names = {str(values[at]): known_by(one, values[at]) for at, one in self.names.items()}
        named = {name: known for name, known in names.items() if known}
        if not said or not named:
            return
        own = (list(named.values()), ", ".join(named), row)
        holder, other, before = self.first.setdefault(said, own)
        if self.in_words and len(self.first) > _NEAR:
            del self.first[next(iter(self.first))]
        if holder != own[0] and (not self.in_words or _names((*holder, *own[0]), said)):
            words = {"value": values[self.rank], "row": before, "other": other}
            yield fault("C164", self.column.at, **words, header=self.column.header)


def _names(holders: Sequence[Known], said: Known) -> bool:
    """Tell whether a short name says one of these names."""
    words = f" {' '.join(said)} "
    return any(f" {' '.join(one)} " in words for one in holders)


def copied(filling: Filling, columns: Sequence[Settled]) -> tuple[Copied, ...]:
    """Return the columns of such values, those beside which a column says whose they are."""
    known, named = belonging(filling), renaming(one.place for one in columns)
    found = []
    for rank, one in enumerate(columns):
        bearer, _, key = one.place.path.rpartition(".")
        in_words = key == "short_name"
        if in_words or (is_account(one.place) and not isinstance(one.place.type, BicType)):
            whose = (bearer,) if in_words else known.owners(one.place)
            owners = [owner for owner in whose if owner in named]
            names = {at: name for owner in owners for at, name in named[owner].items()}
            found += [Copied(one, rank, names, in_words)] if names else []
    return tuple(found)
