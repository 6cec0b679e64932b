"""C162 and C163: acts that all bear the name of the party for which the agreement was filled.

Beside `planning`, the reverse of `bereft`: columns change what a party alone has, and none its name
(C162); or no column changes anything of any party (C163), which is told where rows differ.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from conventassembler.batch.belonging import ACCOUNTS, belonging, renamed
from conventassembler.batch.bereft import shortened
from conventassembler.batch.columns import Settled
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filling import Filling, Place
from conventassembler.filling.places import settled
from conventassembler.patterns import Pattern
from conventassembler.schema import ListType, PartyType

_OF_PARTIES: Final = (PartyType, *ACCOUNTS)
_PARTIES: Final = ("parties.", "partners.", "groups.")
_PARTY_NAME: Final = Pattern(r"(?:parties|partners)\.\w+\.name")


def nameless(
    filling: Filling, columns: Sequence[Settled], headers: Mapping[str, Position]
) -> Iterator[Diagnostic]:
    """Yield each party that keeps its name in all rows, while columns change what it alone has.

    `headers` are the places of the names of the columns; it is told at the first of them.
    """
    known = belonging(filling)
    named = {renamed(one.place) for one in columns}
    groups: dict[tuple[str, ...], list[str]] = {}
    for one in columns:
        owners = known.told_apart(one.place)
        if owners and not named & set(owners):
            groups.setdefault(owners, []).append(one.header)
    for owners, found in groups.items():
        is_told = len(owners) > 1 and any((one,) in groups for one in owners)
        names = [] if is_told else [known.said[f"{one}.name"] for one in owners]
        if names and not any(one.blank for one in names):
            yield _kept(filling, names, found, headers[found[0]])


def _kept(
    filling: Filling, names: Sequence[Place], found: Sequence[str], at: Position
) -> Diagnostic:
    wanted = ", ".join(map(filling.columns.name_of, names))
    words = ", ".join(map(shortened, names))
    return fault("C162", at, header=found[0], columns=", ".join(found), words=words, column=wanted)


def of_no_party(
    filling: Filling, columns: Sequence[Settled], at: Position
) -> tuple[Diagnostic, ...]:
    """Return that all acts are of the same parties, since no column is of one, nor any blank."""
    known = belonging(filling)
    awaited = any(_is_of_a_party(one) for one in filling.blanks if not one.shared)
    parties = [one for path, one in known.said.items() if _PARTY_NAME.fullmatch(path)]
    if awaited or not parties or any(_is_of_a_party(one.place) for one in columns):
        return ()
    column = filling.columns.name_of(_likeliest(parties))
    return (fault("C163", at, words=", ".join(map(shortened, parties)), column=column),)


def _is_of_a_party(place: Place) -> bool:
    type_ = settled(place.type.items if isinstance(place.type, ListType) else place.type)
    return place.path.startswith(_PARTIES) or isinstance(type_, _OF_PARTIES)


def _likeliest(parties: Sequence[Place]) -> Place:
    """Return the name that a column would give: the first that no record gives to all acts."""
    return next((one for one in parties if not one.shared), parties[0])
