"""C448, C702, C703, C705, C715, C716, C720, C724: which parties sign, where, and what allows it."""

from collections.abc import Iterator, Sequence

from conventassembler.agreement.model import Seat
from conventassembler.agreement.seats import seating
from conventassembler.checks.outsiders import is_named
from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.cited import authorities
from conventassembler.draft.model import Paragraph
from conventassembler.draft.places import place_of
from conventassembler.draft.plain import text_of
from conventassembler.french.folding import fold
from conventassembler.keeping import kept
from conventassembler.values import PartyId

_OF_ONE_KIND = ("maire", "préfet")
"""Offices that are held in one kind of legal person alone."""


def places_to_sign(reading: Reading) -> Iterator[Diagnostic]:
    """Find the party that `disposition` forgets, and whose place to sign is therefore the last.

    Bad: `disposition` names the commune and the département of an act between three parties.
    """
    signature = reading.resolved.agreement.signature
    if signature is None or not signature.rows:
        return
    keys = {party.id: party.key for party in reading.resolved.agreement.parties}
    keys |= {one.id: one.key for one in signature.others}
    plan = seating(signature, reading.resolved.agreement.parties)[0]
    for id_ in dict.fromkeys(holder.id for holder in plan.unplaced):
        yield fault("C702", place_of(_last(signature.rows), signature.position), party=keys[id_])


def everyone_authorised(reading: Reading) -> Iterator[Diagnostic]:
    """Find the party of which nothing says that its representative may sign.

    The State's representative needs no deliberation, nor does the head of a hospital or of an
    agency of the State; everybody else acts under one, or under a delegation (CGCT, art. L. 2122-21
    for the mayor, L. 3221-1 for the president of a département).
    """
    for person in reading.resolved.people.values():
        if person.party.authority is None and person.kind.organ and person.kind.deliberates:
            yield fault("C703", person.party.position, party=person.party.key)


def legal_persons(reading: Reading) -> Iterator[Diagnostic]:
    """Find the party that is a service of the State, in whose name its head signs.

    Bad: « L'académie de Dijon, représentée par sa rectrice »: it has no legal personality, and
    the rector acts for the State (code de l'éducation, art. R. 222-1).
    """
    for person in reading.resolved.people.values():
        if not person.kind.legal_person:
            place = place_of(person.party.kind, person.party.position)
            yield fault("C720", place, party=person.party.key)


def offices_of_the_party(reading: Reading) -> Iterator[Diagnostic]:
    """Find the mayor or the prefect who signs for what has none, as « Le Maire du CCAS ».

    The mayor presides over the CCAS (CASF, art. L. 123-6) and signs for it as its president.
    """
    for person in reading.resolved.people.values():
        kind = person.kind
        for signs in (one.signs.principal or one.signs for one in person.capacities):
            typed = signs.representative
            office = signs.office.masculine if signs.office and not typed.capacities else ""
            if office in _OF_ONE_KIND and kind.id and kind.executive != office:
                words = {"party": person.party.key, "kind": kind.noun.text}
                near = {"suggestion": kind.executive} if kind.executive else {}
                place = place_of(typed.office, typed.position)
                yield fault("C448", place, office=typed.office, **words, **near)


def authorities_cited(reading: Reading) -> Iterator[Diagnostic]:
    """Find the authority that the recitals leave out, in an act that has recitals.

    The table that presents a group of parties has a column for them.
    """
    recitals = reading.resolved.agreement.recitals
    cited = authorities(reading.resolved.agreement)
    cited |= {one.id for group in reading.resolved.groups.values() for one in group.members}
    for person in reading.resolved.people.values():
        authority = person.party.authority
        if recitals and authority and person.id not in cited:
            yield fault("C705", authority.position, party=person.party.key)


def partners_named(reading: Reading) -> Iterator[Diagnostic]:
    """Find the partner whom no clause and no text names, and in whose presence no act is made."""
    partners = reading.resolved.partners.values()
    named = {str(one) for one in reading.texts if isinstance(one, PartyId)} if partners else ()
    for person in partners:
        if person.id in named or person.party.present or is_named(reading, person):
            continue
        yield fault("C724", person.party.position, party=person.party.key)


def delegations_told(reading: Reading) -> Iterator[Diagnostic]:
    """Find the deputy who signs by delegation, of which no act is told.

    A delegation of signature is an arrêté of the executive (CGCT, art. L. 2122-18, L. 3221-3,
    L. 5211-9); a deputy who stands in by law needs none.
    """
    for person in reading.resolved.people.values():
        for one in person.party.representatives:
            told = one.signs_for
            if told and told.authority is None and told.manner == "délégation":
                yield fault("C715", told.position, party=person.party.key)


def sides_shown(reading: Reading) -> Iterator[Diagnostic]:
    """Find the `part` of parties in an act that says « d'une part » nowhere.

    Whether it is said is the affair of the clause that presents the parties.
    """
    sided = [one for one in reading.resolved.people.values() if one.party.side is not None]
    blocks = reading.draft.blocks if sided else ()
    said = (one for one in blocks if isinstance(one, Paragraph) and one.role == "party")
    if any(_says_a_side(text_of(one.inlines)) for one in said):
        return
    for person in sided:
        place = place_of(person.party.side, person.party.position)
        yield fault("C716", place, party=person.party.key)


@kept
def _says_a_side(text: str) -> bool:
    folded = fold(text)
    return "une part" in folded or "autre part" in folded


def _last(rows: Sequence[Sequence[Seat]]) -> object:
    """Return the first item of the last row that has one."""
    return next((row[0][0] for row in reversed(rows) if row), None)
