"""C160: what belongs to a party that a column renames, and has no column of its own.

Beside `planning`, once for all rows. Each such value is a finding, so that the agreement can accept
one and not another; what is left is told together, at the name of the column.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from conventassembler.batch.belonging import belonging, renaming
from conventassembler.batch.columns import Settled
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filling import Filling, Place
from conventassembler.filling.rows import overlap
from conventassembler.filling.saying import said_at
from conventassembler.schema.types import Findings

CODE: Final = "C160"
_LONGEST: Final = 60
"""Characters of a value that a message quotes."""


def bereft(
    filling: Filling, columns: Sequence[Settled], headers: Mapping[str, Position]
) -> Iterator[tuple[Place, Diagnostic]]:
    """Yield the values that stay while a column renames whose they are, each with its finding.

    `headers` are the places of the names of the columns. What the agreement leaves to complete
    is told where it is awaited.
    """
    places = [one.place for one in columns]
    known = belonging(filling)
    names = {owner: columns[min(named)] for owner, named in renaming(places).items()}
    for place in filling.in_columns if names else ():
        owner = next((one for one in known.owners(place) if one in names), "")
        left = owner and not place.blank and not any(overlap(place, one) for one in places)
        if left and not (place.shared and names[owner].place.path.endswith(".record")):
            header = names[owner].header
            yield place, _left(filling, place, header, headers[header])


def _left(filling: Filling, place: Place, header: str, at: Position) -> Diagnostic:
    column = filling.columns.name_of(place)
    said = f"{column} ({shortened(place)})"
    return fault(CODE, at, header=header, columns=column, words=said)


def shortened(place: Place) -> str:
    """Return what a place holds, on one line that a message has room for."""
    said = " ".join(", ".join(said_at(place)).split())
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…"


def together(findings: Iterable[Diagnostic]) -> Findings:
    """Return findings with those of one column, and of one judgment, told as one."""
    groups: dict[object, list[Diagnostic]] = {}
    for rank, one in enumerate(findings):
        mark = (one.position, one.accepted, one.level) if one.code == CODE else rank
        groups.setdefault(mark, []).append(one)
    return tuple(_joined(group) for group in groups.values())


def _joined(group: Sequence[Diagnostic]) -> Diagnostic:
    if len(group) == 1:
        return group[0]
    words = {key: ", ".join(one.arguments[key] for one in group) for key in ("columns", "words")}
    return replace(group[0], arguments={**group[0].arguments, **words})
