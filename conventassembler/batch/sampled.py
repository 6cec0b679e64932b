"""C166: a row that was typed over the example of the workbook, and still says most of that.

Beside `planning`. The example loses its mark with its first cell: what it says of addresses,
persons and numbers would be the words of an act.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from conventassembler.batch.columns import Settled
from conventassembler.batch.kin import Kin
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filling import Answer, Filling
from conventassembler.filling.own import is_own
from conventassembler.filling.places import settled
from conventassembler.french.folding import fold
from conventassembler.frozen import dataclass
from conventassembler.schema import ListType, PhoneType, SirenType, SiretType
from conventassembler.sheets import samples
from conventassembler.source.replacing import Value

_FEWEST: Final = 3
_OURS: Final = "exemple"
"""What the texts of the example say that no agreement gives."""
_TELLING: Final = (SirenType, SiretType, PhoneType, ListType)
"""Types of which no row says by chance what the example says."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What the example may say in a column."""

    rank: int
    header: str
    at: Position
    value: Value
    own: bool
    """Whether it is the agreement's own value: another party has it only where it was left."""
    telling: bool
    """Whether no row says it by chance, as a day or a number may be."""


def known_samples(
    filling: Filling, columns: Sequence[Settled], read: Callable[[int, str], Answer]
) -> tuple[Sample, ...]:
    """Return what the example may say in each column; `read` reads what is typed in a column."""
    found = []
    for rank, one in enumerate(columns):
        for text in () if one.place.shared else samples(filling, one.header, one.place):
            value = read(rank, text).value
            if value is not None:
                own = is_own(one.place, value)
                of_one = isinstance(settled(one.place.type), _TELLING) or _OURS in fold(text)
                found.append(Sample(rank, one.header, one.at, value, own, own or of_one))
    return tuple(found)


def sampled(
    values: Sequence[Value | None], known: Iterable[Sample], kin: Iterable[Kin]
) -> Iterator[Diagnostic]:
    """Yield that most of what a row says is the example, at the first such cell.

    The agreement's own values are right in a row that gives no other name, and what belongs to no
    party may be alike in all rows.
    """
    alike = [one for one in known if values[one.rank] == one.value]
    if len(alike) >= _FEWEST:
        renamed = {rank for one in kin if one.is_another(values) for rank, _ in one.own}
        left = [one for one in alike if not one.own or one.rank in renamed]
        said = sum(value is not None for value in values) - (len(alike) - len(left))
        if len(left) >= _FEWEST and 2 * len(left) > said and any(one.telling for one in left):
            yield fault("C166", left[0].at, columns=", ".join(one.header for one in left))
