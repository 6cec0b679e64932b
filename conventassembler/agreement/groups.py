"""`groupes`: parties that the act presents and names together, « les Communes »."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from conventassembler.agreement.model import Agreement, Group, Party, Seat
from conventassembler.agreement.parties import check_party
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.keeping import recalled
from conventassembler.schema.pick import due, either, items, place, text
from conventassembler.source import identifier
from conventassembler.values import PartyId, Record, Text

WIDEST_ROW = 3
"""Places to sign that stand side by side on a page."""


@recalled
def read_groups(written: Iterable[tuple[Text, object]]) -> tuple[Group, ...]:
    """Return the groups under `groupes:`, in order; those whose record is faulty are left out."""
    return tuple(_group(key, record) for key, record in written if isinstance(record, Record))


def _group(key: Text, record: Record) -> Group:
    name = either(record, "name", Text)
    return Group(
        id=identifier(key),
        key=str(key),
        position=key.origin.position or place(record),
        name=due(record, "name", "nom") if name is None else name,
        members=items(record, "members", PartyId),
        in_title=either(record, "in_title", Text),
        gender=text(record, "gender"),
    )


def named_once(agreement: Agreement) -> Iterator[Diagnostic]:
    """Yield a finding for each partner or group whose key is no name, or another's already."""
    taken = {party.id for party in agreement.parties}
    named: tuple[Party | Group, ...] = (*agreement.partners, *agreement.groups)
    for one in named:
        if not one.id.isidentifier():
            yield fault("C218", one.position, key=one.key)
        elif one.id in taken:
            yield fault("C532", one.position, key=one.key)
        taken.add(one.id)


def check_members(agreement: Agreement) -> Iterator[Diagnostic]:
    """Yield a finding for each member that is no party, or is one of a group already."""
    keys = {party.id: party.key for party in agreement.parties}
    first: dict[str, Group] = {}
    for group in agreement.groups:
        for name in group.members:
            yield from check_party(name, keys)
            other = first.get(str(name))
            first.setdefault(str(name), group)
            if other and name.origin.position:
                words = {"party": name.key, "group": other.key}
                yield fault("C534", name.origin.position, **words)


def spread(
    rows: Sequence[Sequence[Seat]], groups: Sequence[Group], parties: Collection[str]
) -> tuple[tuple[Seat, ...], ...]:
    """Return the rows of `disposition`, a group in them standing for those members that are known.

    A row that becomes too wide for a page goes on in the next one. What is wrong with a member's
    place is told where the group is named; of a group that is named again, by its own name.
    """
    members = {group.id: _known(group, parties) for group in groups}
    return tuple(part for row in rows for part in _wrapped(row, members))


def _known(group: Group, parties: Collection[str]) -> tuple[PartyId, ...]:
    return tuple(name for name in dict.fromkeys(group.members) if str(name) in parties)


def _wrapped(
    row: Sequence[Seat], members: dict[str, tuple[PartyId, ...]]
) -> Iterator[tuple[Seat, ...]]:
    if not any(len(seat) == 1 and str(seat[0]) in members for seat in row):
        yield tuple(row)
        return
    seats: list[Seat] = []
    for seat in row:
        seats += _of_group(seat[0], members) if str(seat[0]) in members else [seat]
    for at in range(0, len(seats), WIDEST_ROW):
        yield tuple(seats[at : at + WIDEST_ROW])


def _of_group(name: PartyId, members: dict[str, tuple[PartyId, ...]]) -> list[Seat]:
    """Return the places of a group, which is then one member under the name of all."""
    found = members[str(name)]
    members[str(name)] = tuple(PartyId(str(one), name.origin, name.key) for one in found[:1])
    return [(PartyId(str(one), name.origin, one.key),) for one in found]
