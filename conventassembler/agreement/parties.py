"""The parties of an agreement: the registry's record merged under what the agreement says."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from conventassembler.agreement.forms import ATTACHED_PARTY, PARTY, PARTY_ENTRY
from conventassembler.agreement.model import Authority, Party, Representative
from conventassembler.agreement.registry import Registry, find_party
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.schema import nearest
from conventassembler.schema.pick import (
    due,
    either,
    items_or_blanks,
    pick,
    place,
    text,
)
from conventassembler.schema.types import Findings
from conventassembler.source import Node, Scalar, identifier
from conventassembler.values import (
    Blank,
    Date,
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
    return _with_owners_names(parties), tuple(found)


def _with_owners_names(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return the parties, those that have no name of their own under that of their owner.

    A CCAS is « de Longvic » because its commune is: one key to change, whatever is renamed.
    """
    by_id = {party.id: party for party in parties}
    return tuple(
        replace(party, name=owner.name)
        if party.unnamed and (owner := by_id.get(str(party.attached_to)))
        else party
        for party in by_id.values()
    )


def _read_party(key: Text, node: Node, registry: Registry) -> tuple[Party | None, Findings]:
    position = _typed_at(key)
    if not (id_ := identifier(key)).isidentifier():
        return None, (fault("C218", position, key=key),)
    path = f"parties.{id_}"
    if isinstance(node, Scalar) and node.empty:
        return None, (fault("C107", position, label=key),)
    written, found = PARTY_ENTRY.read(node, path, key)
    if not isinstance(written, Record):
        return None, found
    base, unknown = _registered(written, registry, path)
    whole = _merged(base, written) if base else written
    # a record that could not be found may hold all that seems missing
    whole_party = ATTACHED_PARTY if "attached_to" in whole else PARTY
    missing = () if unknown else whole_party.missing(whole, position, key)
    return _party(_filled(whole, lost=bool(unknown)), id_, key, position), (
        *found,
        *unknown,
        *missing,
    )


def _filled(record: Record, *, lost: bool) -> Record:
    """Return `record` with a blank for each value whose fault is told: no other follows from it.

    These are the keys that could not be read, and, where the registry's record is `lost`, all
    that it may have held.
    """
    faulty = [name for name in key_positions(record) if value_of(record, name) is None]
    wanted = {*faulty, *(_IN_RECORDS if lost else ())} & set(_IN_RECORDS)
    values = {name: record[name] for name in record}
    for name in sorted(wanted):
        if values.get(name) is None:
            values[name] = due(record, name, name)
    return Record(MappingProxyType(values), origin_of(record), key_positions(record))


def _registered(written: Record, registry: Registry, path: str) -> tuple[Record | None, Findings]:
    name = text(written, "record")
    if name is None:
        return None, ()
    party, found = find_party(registry, name)
    return (party.read(path) if party else None), found


def _merged(base: Record, over: Record) -> Record:
    """Return `over` completed by `base`, group by group; each value keeps its own place."""
    values = {name: base[name] for name in base}
    for name in over:
        below, above = values.get(name), over[name]
        if isinstance(below, Record) and isinstance(above, Record):
            above = _merged(below, above)
        values[name] = above
    keys = {**key_positions(base), **key_positions(over)}
    return Record(MappingProxyType(values), origin_of(over), MappingProxyType(keys))


def _party(record: Record, id_: str, key: Text, position: Position) -> Party:
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
        representative=_representative(record),
        authority=_authority(record),
        attached_to=pick(record, "attached_to", PartyId),
        unnamed=name is None,
        siret=either(record, "siret", Identifier),
        siren=either(record, "siren", Identifier),
    )


def _usual_kind(position: Position) -> Text:
    """Return what stands for a missing kind, so that clauses still find the party they name."""
    return Text("commune", Origin("kind", position))


def _representative(party: Record) -> Representative | None:
    blank = pick(party, "representative", Blank)
    if blank is not None:
        return Representative(office=blank, position=_typed_at(blank))
    record = pick(party, "representative", Record)
    if record is None:
        return None
    office, gender = either(record, "office", Text), either(record, "gender", Text)
    return Representative(
        office=due(record, "office", "fonction") if office is None else office,
        position=_key_position(party, "representative"),
        gender=_usual_gender(record) if gender is None else gender,
        civility=text(record, "civility"),
        name=either(record, "name", Text),
        of=text(record, "of"),
    )


def _usual_gender(representative: Record) -> Text | None:
    """Return what stands for a gender that could not be read: its fault is told, and is enough."""
    written = "gender" in key_positions(representative)
    return Text("masculin", Origin("gender")) if written else None


def _authority(party: Record) -> Authority | None:
    blank = pick(party, "authority", Blank)
    if blank is not None:
        act = Text("délibération", replace(blank.origin, path=f"{blank.origin.path}.act"))
        return Authority(act, _typed_at(blank), dates=(blank,))
    record = pick(party, "authority", Record)
    if record is None:
        return None
    return Authority(
        act=text(record, "act") or Text("délibération", origin_of(record)),
        position=_key_position(party, "authority"),
        organ=either(record, "organ", Text),
        number=either(record, "number", Text),
        dates=items_or_blanks(record, "dates", Date),
        executory=either(record, "executory", Date),
    )


def _typed_at(value: Text | Blank) -> Position:
    position = value.origin.position
    assert position is not None  # it was read from a file
    return position


def _key_position(record: Record, name: str) -> Position:
    return key_positions(record).get(name, place(record))


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
    if isinstance(value, PartyId):
        return check_party(value, parties)
    if isinstance(value, Record):
        return unknown_parties(tuple(value[name] for name in value), parties)
    inner = value if isinstance(value, tuple) else ()
    return tuple(found for item in inner for found in unknown_parties(item, parties))
