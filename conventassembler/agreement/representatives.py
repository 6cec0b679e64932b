"""Who signs for a party, read from its record: one person, several, or one of another party."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from conventassembler.agreement.model import Authority, Party, Representative, SignsFor
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.keeping import recalled
from conventassembler.schema.pick import (
    due,
    either,
    items,
    items_or_blanks,
    pick,
    place,
    text,
)
from conventassembler.values import (
    Blank,
    Date,
    Origin,
    PartyId,
    Record,
    Text,
    key_positions,
    origin_of,
)


def representatives(party: Record) -> tuple[Representative, ...]:
    """Return who signs for a party, in the order typed; a blank is one person to be told."""
    for name in ("representatives", "representative"):
        blank = pick(party, name, Blank)
        if blank is not None:
            return (Representative(office=blank, position=_typed_at(blank)),)
    several = items(party, "representatives", Record)
    if several:
        return tuple(_representative(record, place(record)) for record in several)
    one = pick(party, "representative", Record)
    return () if one is None else (_representative(one, _key_position(party, "representative")),)


def _representative(record: Record, position: Position) -> Representative:
    office, gender = either(record, "office", Text), either(record, "gender", Text)
    usual = _usual_gender(record) if gender is None else None
    return Representative(
        office=due(record, "office", "fonction") if office is None else office,
        position=position,
        gender=usual or gender,
        civility=None if usual else text(record, "civility"),  # nothing tells that they agree
        name=either(record, "name", Text),
        of=text(record, "of"),
        capacities=items_or_blanks(record, "capacities", Text),
        same_as=pick(record, "same_as", PartyId),
        signs_for=_signs_for(record),
    )


def _usual_gender(representative: Record) -> Text | None:
    """Return what stands for a gender that could not be read: its fault is told, and is enough."""
    written = "gender" in key_positions(representative)
    return Text("masculin", Origin("gender")) if written else None


def _signs_for(representative: Record) -> SignsFor | None:
    record = pick(representative, "signs_for", Record)
    if record is None:
        return None
    office, gender = either(record, "office", Text), either(record, "gender", Text)
    return SignsFor(
        office=due(record, "office", "fonction") if office is None else office,
        position=_key_position(representative, "signs_for"),
        manner=text(record, "manner") or Text("délégation", origin_of(record)),
        gender=_usual_gender(record) if gender is None else gender,
        authority=authority(record),
    )


def authority(party: Record) -> Authority | None:
    """Return the act under `habilitation`; a blank is a deliberation of an unknown day."""
    blank = pick(party, "authority", Blank)
    if blank is not None:
        act = Text("délibération", replace(blank.origin, path=f"{blank.origin.path}.act"))
        return Authority(act, _typed_at(blank), dates=(blank,))
    record = pick(party, "authority", Record)
    return None if record is None else _authority(record, _key_position(party, "authority"))


@recalled
def _authority(record: Record, position: Position) -> Authority:
    return Authority(
        act=text(record, "act") or Text("délibération", origin_of(record)),
        position=position,
        organ=either(record, "organ", Text),
        number=either(record, "number", Text),
        dates=items_or_blanks(record, "dates", Date),
        executory=either(record, "executory", Date),
    )


def with_shared(parties: Iterable[Party]) -> tuple[tuple[Party, ...], tuple[Diagnostic, ...]]:
    """Return the parties, whoever signs « comme » for another with that person's name and gender.

    What is typed beside `comme` stays. A party that is not there is told elsewhere.
    """
    by_id = {party.id: party for party in parties}
    made, found = [], []
    for party in by_id.values():
        if all(person.same_as is None for person in party.representatives):
            made.append(party)
            continue
        people = tuple(_shared(person, by_id) for person in party.representatives)
        made.append(replace(party, representatives=people))
        found += [
            fault("C495", _typed_at(person.same_as), party=person.same_as.key)
            for person in people
            if person.same_as and person.same_as in by_id and person_of(person, by_id) is None
        ]
    return tuple(made), tuple(found)


def _shared(person: Representative, parties: Mapping[str, Party]) -> Representative:
    other = person_of(person, parties)
    if person.same_as is None or other is None:
        # its fault is told: no other follows from a gender that nobody gives
        needs_one = person.same_as is not None and person.gender is None
        usual = Text("masculin", Origin("gender"))
        return replace(person, gender=usual, civility=None) if needs_one else person
    return replace(
        person,
        gender=other.gender if person.gender is None else person.gender,
        civility=person.civility or other.civility,
        name=other.name if person.name is None else person.name,
    )


def person_of(person: Representative, parties: Mapping[str, Party]) -> Representative | None:
    """Return the representative that `person` is, through every « comme ».

    None where the party named has not exactly one, or where the names lead round in a circle.
    """
    seen: set[str] = set()
    while person.same_as is not None:
        other = parties.get(str(person.same_as))
        if other is None or other.id in seen or len(other.representatives) != 1:
            return None
        seen.add(other.id)
        person = other.representatives[0]
    return person


def _typed_at(value: Text | Blank) -> Position:
    position = value.origin.position
    assert position is not None  # it was read from a file
    return position


def _key_position(record: Record, name: str) -> Position:
    return key_positions(record).get(name, place(record))
