"""Parties as people of the draft: their kind known, their signatory agreed, their forms ready.

This is where an agreement's words meet the tables of `french`: natures, offices, places. What the
tables do not know, or what a word leaves undecided, is told with its place in the file.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from conventassembler.agreement.model import Agreement, Party
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.authorities import authority_forms
from conventassembler.draft.forms import Form, Forms, noun_table, phrase_table
from conventassembler.draft.places import place_of
from conventassembler.draft.signing import Signing, capacity, representative_forms, signing
from conventassembler.french import nouns, places
from conventassembler.french.grammar import Gender
from conventassembler.french.kinds import Kind, kind, named, near_kinds, organ_name, short_noun
from conventassembler.french.nouns import Noun, parse_definite
from conventassembler.values import Blank, Fragment, Identifier, Shown, Text, fragment, piece

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A party of the act, ready to be written about."""

    party: Party
    kind: Kind
    signing: Signing | None
    """Who signs for it, where that is told and known."""
    forms: Forms

    @property
    def id(self) -> str:
        """Id of the party."""
        return self.party.id

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
    for party in agreement.parties:
        person, found = _introduce(party, is_cited=party.id in cited)
        findings += found
        if person is not None:
            people[party.id] = person
    return people, (*findings, *_namesakes(people))


def _introduce(party: Party, *, is_cited: bool) -> tuple[Person | None, Findings]:
    sort = kind(str(party.kind))
    if sort is None:
        near = {"suggestion": best[0]} if (best := near_kinds(str(party.kind))) else {}
        return None, (fault("C450", place_of(party.kind, party.position), kind=party.kind, **near),)
    short, unreadable = _short(party, sort)
    signs, unsigned = signing(party)
    findings = (*_unknown_place(party, sort), *_siren_differs(party), *unreadable, *unsigned)
    if short is None:
        return None, findings
    act, unknown = authority_forms(party, sort, is_cited=is_cited)
    table = _table(party, sort, short)
    forms = Forms(
        {
            **table,
            "representant": lambda: representative_forms(party, sort, signs) if signs else None,
            "habilitation": lambda: act,
            "qualite": lambda: capacity(party, sort, signs) if signs else None,
        },
        "le",
        short.agreement,
        party.id,
    )
    return Person(party, sort, signs, forms), (*findings, *unknown)


def _table(party: Party, sort: Kind, short: Noun) -> dict[str, Form]:
    """Return the forms that need nobody but the party itself."""
    name = piece(party.name)
    noun, rest = named(sort, name)
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


def _short(party: Party, sort: Kind) -> tuple[Noun | None, Findings]:
    """Return the short name as a noun whose text knows its key."""
    typed = party.short_name
    if typed is None:
        return short_noun(sort), ()
    if isinstance(typed, Blank):
        return Noun(piece(typed), sort.noun.gender, article=False), ()
    gender = sort.noun.gender if party.gender is None else Gender(party.gender)
    noun = parse_definite(str(typed), gender)
    if noun is None:
        return None, (fault("C454", place_of(typed, party.position), name=typed),)
    text = Shown(noun.text, typed.origin, "nom")
    return Noun(text, noun.gender, noun.number, noun.article, noun.elides), ()


def _unknown_place(party: Party, sort: Kind) -> Iterator[Diagnostic]:
    name = party.name
    if "department" not in (sort.join, sort.head) or not isinstance(name, Text):
        return
    of_region = sort.join == "none" and places.region(name)  # a préfet of a region
    if places.department(name) or of_region:
        return
    near = {"suggestion": best[0]} if (best := places.near_departments(name)) else {}
    yield fault("C455", place_of(name, party.position), name=name, **near)


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
