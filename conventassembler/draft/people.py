"""Parties as people of the draft: their kind known, their signatory agreed, their forms ready.

This is where an agreement's words meet the tables of `french`: natures, offices, places. What the
tables do not know, or what a word leaves undecided, is told with its place in the file.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from conventassembler.agreement.model import Agreement, Party
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.authorities import authority_forms
from conventassembler.draft.forms import Form, Forms, noun_table, phrase_table
from conventassembler.draft.natures import long_name, nature, short_name
from conventassembler.draft.places import place_of
from conventassembler.draft.representation import (
    Capacity,
    in_one_line,
    representative_forms,
    together,
)
from conventassembler.draft.sides import sides
from conventassembler.draft.signing import signings
from conventassembler.french import grammar, nouns
from conventassembler.french.bodies import named, organ_name
from conventassembler.french.kinds import Kind
from conventassembler.french.lists import enumerate_with
from conventassembler.french.nouns import Noun
from conventassembler.values import Blank, Fragment, Identifier, fragment, piece

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A party of the act, ready to be written about."""

    party: Party
    kind: Kind
    capacities: tuple[Capacity, ...]
    """Of those who sign for it, where they are told and known."""
    forms: Forms

    @property
    def id(self) -> str:
        """Id of the party."""
        return self.party.id

    @property
    def agreement(self) -> grammar.Agreement:
        """What words agree with that are said of it by its long name."""
        return long_name(self.party, self.kind)[0].agreement

    @property
    def name(self) -> str:
        """What follows its kind, as a text piece: « Longvic »."""
        return piece(self.party.name)

    @property
    def owned(self) -> Fragment:
        """The party named just behind the one that it belongs to: « son centre communal »."""
        noun, _ = named(self.kind, self.name)
        return fragment(*nouns.possessive(noun))


def introduce(
    agreement: Agreement, cited: Collection[str]
) -> tuple[Mapping[str, Person], Findings]:
    """Return the parties that are known by id, and what keeps the others from being so.

    `cited` are the ids of the parties whose authority a recital cites.
    """
    people: dict[str, Person] = {}
    findings: list[Diagnostic] = []
    said = sides(agreement.parties)
    for party in agreement.parties:
        side = said.get(party.id, fragment())
        person, found = _introduce(party, side, is_cited=party.id in cited)
        findings += found
        if person is not None:
            people[party.id] = person
    return people, (*findings, *_namesakes(people))


def _introduce(party: Party, side: Fragment, *, is_cited: bool) -> tuple[Person | None, Findings]:
    sort, undecided = nature(party)
    signs, unsigned = signings(party)
    if sort is None:
        return None, (*undecided, *unsigned)
    short, unreadable = short_name(party, sort)
    findings = (*undecided, *_siren_differs(party), *unreadable, *unsigned)
    if short is None:
        return None, findings
    act, unknown = authority_forms(party, sort, is_cited=is_cited)
    capacities = tuple(Capacity(party, sort, one) for one in signs)
    table = {
        **_table(party, sort, short),
        **_signing_table(capacities),
        "habilitation": lambda: act,
        "part": lambda: side,
    }
    forms = Forms(table, "le", short.agreement, party.id)
    return Person(party, sort, capacities, forms), (*findings, *unknown, *_delegations(capacities))


def _signing_table(capacities: tuple[Capacity, ...]) -> dict[str, Form]:
    """Return the forms that speak of those who sign: all together, and one by one."""
    each = tuple(representative_forms(capacity) for capacity in capacities)
    lines = [in_one_line(capacity).pieces for capacity in capacities]
    senders = [one.empowered() for one in capacities if one.is_sent()]
    # « La Présidente de la Caf et le Directeur de la Caf »: the article alone is put in small.
    lines[1:] = [(nouns.small(line[0]), *line[1:]) for line in lines[1:]]
    return {
        "representant": lambda: together(each),
        "titulaire": lambda: together(_once([one.holder() for one in capacities])),
        "mandant": lambda: together(_once(senders)),
        "representants": lambda: each,
        "qualite": lambda: fragment(*enumerate_with(lines)) if lines else None,
    }


def _once(capacities: Sequence[Capacity]) -> tuple[Forms, ...]:
    """Return the forms of each person, of whom two deputies may hold their signature, once."""
    return tuple(representative_forms(one) for one in dict.fromkeys(capacities))


def _delegations(capacities: tuple[Capacity, ...]) -> Findings:
    """Return what is unknown in the acts that delegate a signature."""
    acts = [(one, one.signs.representative.signs_for) for one in capacities]
    return tuple(
        finding
        for one, told in acts
        if told and told.authority
        for finding in authority_forms(
            replace(one.party, authority=told.authority), one.kind, is_cited=False
        )[1]
    )


def _table(party: Party, sort: Kind, short: Noun) -> dict[str, Form]:
    """Return the forms that need nobody but the party itself."""
    name = piece(party.name)
    noun, rest = long_name(party, sort)
    complete = phrase_table(noun, rest, "_nom_complet")
    acronym = party.acronym or sort.acronym
    return {
        **noun_table(short),
        **complete,
        "nom": lambda: fragment(short.text),
        "nom_complet": lambda: fragment(noun.text, *rest),
        "complet": lambda: Forms(complete, "le_nom_complet", noun.agreement, party.id),
        "sigle": lambda: fragment(acronym),
        "adresse": lambda: _address(party),
        "siret": lambda: _number(party.siret),
        "siren": lambda: _siren(party),
        "organe": lambda: fragment(*(organ_name(sort, name) or ())),
        "ville": lambda: fragment(name),
    }


def _address(party: Party) -> Fragment:
    parts = [part for line in party.address for part in (", ", line)]
    return fragment(*parts[1:])


def _number(number: Identifier | Blank | None) -> Fragment:
    return fragment() if number is None else fragment(number)


def _siren(party: Party) -> Fragment:
    """Return the SIREN, which is the beginning of the SIRET where that alone is given."""
    if party.siren is None and isinstance(party.siret, Identifier):
        return fragment(Identifier(party.siret[:9], party.siret.origin, "siren"))
    return _number(party.siret if party.siren is None else party.siren)


def _siren_differs(party: Party) -> Iterator[Diagnostic]:
    """Find the SIRET that is not of the legal person whose SIREN is given."""
    siret, siren = party.siret, party.siren
    both = isinstance(siret, Identifier) and isinstance(siren, Identifier)
    if both and not str(siret).startswith(str(siren)):
        yield fault("C226", place_of(siret, party.position), party=party.key, siren=fragment(siren))


def _namesakes(people: Mapping[str, Person]) -> Iterator[Diagnostic]:
    """Find two parties that the text would call by one name."""
    first: dict[str, Party] = {}
    for person in people.values():
        name = str(fragment(person.forms["le"]))
        stands_in = person.party.kind.origin.path == "kind"  # for a record that was not found
        if stands_in or isinstance(person.party.short_name, Blank):
            continue
        other = first.setdefault(name, person.party)
        if other is not person.party:
            place = place_of(person.party.short_name, person.party.position)
            yield fault("C456", place, name=name, first=other.position.line)
