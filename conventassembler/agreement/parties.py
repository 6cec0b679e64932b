"""The parties of an agreement: the registry's record merged under what the agreement says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from conventassembler.agreement.forms import ATTACHED_PARTY, PARTNER_ENTRY, PARTY, PARTY_ENTRY
from conventassembler.agreement.model import Party
from conventassembler.agreement.registry import PartyFile, Registry, find_party
from conventassembler.agreement.representatives import authority, representatives, with_shared
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.keeping import recalled
from conventassembler.schema import nearest
from conventassembler.schema.pick import (
    due,
    either,
    items,
    items_or_blanks,
    pick,
    text,
)
from conventassembler.schema.types import Findings
from conventassembler.source import Node, Scalar, identifier
from conventassembler.values import (
    Blank,
    Identifier,
    Origin,
    PartyId,
    Record,
    Text,
    key_positions,
    origin_of,
    value_of,
)

_IN_RECORDS = ("name", "short_name", "representative", "authority")
"""What other faults would follow from, were it missing."""
_REPRESENTED = ("representative", "representatives")
"""One person, or several: whichever an agreement says replaces what the registry says."""


def read_parties(
    written: Iterable[tuple[Text, Node]], registry: Registry
) -> tuple[tuple[Party, ...], Findings]:
    """Return the parties under `parties:`, in the order written, and every fault of theirs."""
    parties: list[Party] = []
    found: list[Diagnostic] = []
    for key, node in written:
        party, faults = _read_party(key, node, registry)
        found += faults
        if party is not None:
            parties.append(party)
    whole, faults = with_shared(_with_owners_names(parties))
    return whole, (*found, *faults)


def read_partners(
    written: Iterable[tuple[Text, Node]], registry: Registry, parties: Sequence[Party]
) -> tuple[tuple[Party, ...], Findings]:
    """Return those under `partenaires:`, in the order written, and every fault of theirs.

    One may belong to a party, bear its name, and be represented by the same person.
    """
    readings = [_read_party(key, node, registry, "partners") for key, node in written]
    found: Findings = tuple(item for _, some in readings for item in some)
    own = {one.id: one for one, _ in readings if one is not None}
    others = [party for party in parties if party.id not in own]
    whole, faults = with_shared(_with_owners_names((*others, *own.values())))
    return tuple(one for one in whole if one.id in own), (*found, *faults)


def _with_owners_names(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return the parties, those that have no name of their own under that of their owner.

    A CCAS is « de Longvic » because its commune is: one key to change, whatever is renamed.
    """
    by_id = {party.id: party for party in parties}
    return tuple(
        _named_after(party, owner)
        if party.unnamed and (owner := by_id.get(str(party.attached_to)))
        else party
        for party in by_id.values()
    )


def _named_after(party: Party, owner: Party) -> Party:
    """Return a party under the name of its owner, said after « de » as that of the owner is."""
    if party.elided is not None:
        return replace(party, name=owner.name)
    return replace(party, name=owner.name, elided=owner.elided, elided_at=owner.elided_at)


_ENTRIES = {"parties": PARTY_ENTRY, "partners": PARTNER_ENTRY}
"""What reads an item of each list."""


@recalled
def _read_party(
    key: Text, node: Node, registry: Registry, root: str = "parties"
) -> tuple[Party | None, Findings]:
    position = _typed_at(key)
    if not (id_ := identifier(key)).isidentifier():
        return None, (fault("C218", position, key=key),)
    path = f"{root}.{id_}"
    if isinstance(node, Scalar) and node.empty:
        return None, (fault("C107", position, label=key),)
    written, found = _ENTRIES[root].read(node, path, key)
    if not isinstance(written, Record):
        return None, found
    found += _one_and_several(written)
    file, unknown = _registered(written, registry)
    base = file.read(path) if file else None
    whole = _merged(base, written) if base else written
    # a record that could not be found may hold all that seems missing
    whole_party = ATTACHED_PARTY if "attached_to" in whole else PARTY
    missing = () if unknown else whole_party.missing(whole, position, key)
    filled = _filled(whole, lost=bool(unknown))
    party = _party(filled, id_, key, position, file.id if file else "")
    return party, (*found, *unknown, *missing)


def _one_and_several(written: Record) -> Findings:
    """Return the finding that a party has both `représentant` and `représentants`."""
    keys = key_positions(written)
    both = [keys[name] for name in _REPRESENTED if name in keys]
    return (fault("C498", max(both, key=lambda key: key.line)),) if len(both) > 1 else ()


def _filled(record: Record, *, lost: bool) -> Record:
    """Return `record` with a blank for each value whose fault is told: no other follows from it.

    These are the keys that could not be read, and, where the registry's record is `lost`, all
    that it may have held.
    """
    faulty = [name for name in key_positions(record) if value_of(record, name) is None]
    if "representatives" in key_positions(record) and not _is_told(record, "representatives"):
        faulty.append("representative")
    wanted = {*faulty, *(_IN_RECORDS if lost else ())} & set(_IN_RECORDS)
    if not wanted:
        return record
    values = {name: record[name] for name in record}
    for name in sorted(wanted):
        if values.get(name) is None:
            values[name] = due(record, name, name)
    return Record(MappingProxyType(values), origin_of(record), key_positions(record))


def _is_told(record: Record, name: str) -> bool:
    """Tell whether a list has an item that could be read, or is a blank."""
    return isinstance(value_of(record, name), Blank) or bool(items(record, name, Record))


def _registered(written: Record, registry: Registry) -> tuple[PartyFile | None, Findings]:
    """Return the record that a party takes up, None where it takes up none that is."""
    name = text(written, "record")
    return (None, ()) if name is None else find_party(registry, name)


def _merged(base: Record, over: Record) -> Record:
    """Return `over` completed by `base`, group by group; each value keeps its own place."""
    replaced = _REPRESENTED if set(_REPRESENTED) & set(over) else ()
    dropped = {name for name in replaced if name not in over}
    values = {name: base[name] for name in base if name not in dropped}
    for name in over:
        below, above = values.get(name), over[name]
        if isinstance(below, Record) and isinstance(above, Record):
            above = _merged(below, above)
        values[name] = above
    keys = {**key_positions(base), **key_positions(over)}
    return Record(MappingProxyType(values), origin_of(over), MappingProxyType(keys))


def _party(record: Record, id_: str, key: Text, position: Position, taken_up: str) -> Party:
    address = items_or_blanks(record, "address", Text)
    name = either(record, "name", Text)
    return Party(
        id=id_,
        key=str(key),
        position=position,
        kind=text(record, "kind") or _usual_kind(position),
        name=due(record, "name", "nom") if name is None else name,
        short_name=either(record, "short_name", Text),
        acronym=text(record, "acronym"),
        gender=text(record, "gender"),
        address=address,
        representatives=representatives(record),
        authority=authority(record),
        attached_to=pick(record, "attached_to", PartyId),
        name_alone=pick(record, "name_alone", bool) or False,
        plurality=text(record, "plurality"),
        elided=pick(record, "elided", bool),
        elided_at=key_positions(record).get("elided"),
        side=text(record, "side"),
        unnamed=name is None,
        siret=either(record, "siret", Identifier),
        siren=either(record, "siren", Identifier),
        record=taken_up,
        present=pick(record, "present", bool) or False,
    )


def _usual_kind(position: Position) -> Text:
    """Return what stands for a missing kind, so that clauses still find the party they name."""
    return Text("commune", Origin("kind", position))


def _typed_at(value: Text | Blank) -> Position:
    position = value.origin.position
    assert position is not None  # it was read from a file
    return position


def check_party(name: PartyId, parties: Mapping[str, str]) -> Findings:
    """Return the finding that no party has the id `name`; `parties` are the keys by id."""
    if name in parties or name.origin.position is None:
        return ()
    known = ", ".join(parties.values()) or "–"
    near = nearest(name.key, parties.values())
    return (fault("C211", name.origin.position, key=name.key, known=known, **near),)


def unknown_parties(value: object, parties: Mapping[str, str]) -> Findings:
    """Return a finding for each party that a value names, however deep, and that is none.

    `parties` are the keys of the parties by id.
    """
    return tuple(found for name in _named(value) for found in check_party(name, parties))


@recalled
def _named(value: object) -> tuple[PartyId, ...]:
    """Return the parties that a value names, in its order."""
    return tuple(_each_named(value))


def _each_named(value: object) -> Iterator[PartyId]:
    if isinstance(value, PartyId):
        yield value
    elif isinstance(value, Record):
        for name in value:
            yield from _each_named(value[name])
    elif isinstance(value, tuple):
        for item in value:
            yield from _each_named(item)
