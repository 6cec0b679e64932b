"""Parties as people of the draft: their kind known, their signatory agreed, their forms ready.

This is where an agreement's words meet the tables of `french`: natures, offices, places. What the
tables do not know, or what a word leaves undecided, is told with its place in the file.
"""

from collections import ChainMap
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from conventassembler.agreement.model import Agreement, Party
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.authorities import authority_forms
from conventassembler.draft.forms import Form, Forms, MadeOnce, noun_table, phrase_table
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
from conventassembler.frozen import dataclass, replace
from conventassembler.keeping import recalled
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
    said = sides(agreement.parties)
    members = {str(id_) for group in agreement.groups for id_ in group.members}
    people, found = _introduced(
        _Standing(
            party,
            said.get(party.id, _UNSAID),
            is_cited=party.id in cited,
            in_full=party.id in members,
        )
        for party in agreement.parties
    )
    return people, (*found, *namesakes(people.values()))


def introduce_partners(agreement: Agreement) -> tuple[Mapping[str, Person], Findings]:
    """Return the partners that are known by id; nobody needs to sign for them."""
    return _introduced(
        _Standing(party, in_full=True, signs=bool(party.representatives))
        for party in agreement.partners
    )


_UNSAID = fragment()


@dataclass(frozen=True, slots=True)
class _Standing:
    """A party, with what the act makes of it."""

    party: Party
    side: Fragment = _UNSAID
    is_cited: bool = False
    """Whether a recital cites its authority."""
    in_full: bool = False
    """Whether it is called by its full name where it has no short name of its own."""
    signs: bool = True
    """Whether somebody is to sign for it."""


def _introduced(parties: Iterable[_Standing]) -> tuple[dict[str, Person], Findings]:
    people: dict[str, Person] = {}
    findings: list[Diagnostic] = []
    for one in parties:
        person, found = _introduce(one.party, one.side, one.is_cited, one.in_full, one.signs)
        findings += found
        if person is not None:
            people[one.party.id] = person
    return people, tuple(findings)


@dataclass(frozen=True, slots=True)
class _Introduced:
    """What a party is by itself, whatever side it stands on."""

    sort: Kind
    capacities: tuple[Capacity, ...]
    table: "MadeOnce"
    agreed: grammar.Agreement


@recalled
def _introduce(
    party: Party, side: Fragment, is_cited: bool, in_full: bool, signs: bool
) -> tuple[Person | None, Findings]:
    alone, found = _alone(party, is_cited, in_full, signs)
    if alone is None:
        return None, found
    forms = _forms(alone, side, party.id)
    return Person(party, alone.sort, alone.capacities, forms), found


def _forms(alone: _Introduced, side: Fragment, id_: str) -> Forms:
    """Return the forms of a party, which is its only member.

    That is made when it is asked for: forms that held themselves would outlive their act.
    """
    itself: dict[str, Form] = {
        "part": lambda: side,
        "membres": lambda: (_forms(alone, side, id_),),
    }
    return Forms(ChainMap(alone.table, itself), "le", alone.agreed, id_)


@recalled
def _alone(
    party: Party, is_cited: bool, in_full: bool, with_signings: bool
) -> tuple[_Introduced | None, Findings]:
    sort, undecided = nature(party)
    signs, unsigned = signings(party) if with_signings else ((), ())
    if sort is None:
        return None, (*undecided, *unsigned)
    short, unreadable = short_name(party, sort)
    findings = (*undecided, *_siren_differs(party), *unreadable, *unsigned)
    if short is None:
        return None, findings
    act, unknown = authority_forms(party, sort, is_cited=is_cited)
    capacities = tuple(Capacity(party, sort, one) for one in signs)
    called, agreed = _called(party, sort, short, in_full=in_full)
    table: dict[str, Form] = {
        **_table(party, sort),
        **called,
        **_signing_table(capacities),
        "habilitation": lambda: act,
    }
    told = (*findings, *unknown, *_delegations(capacities))
    return _Introduced(sort, capacities, MadeOnce(table), agreed), told


def _signing_table(capacities: tuple[Capacity, ...]) -> dict[str, Form]:
    """Return the forms that speak of those who sign: all together, and one by one."""

    def each() -> tuple[Forms, ...]:
        return tuple(map(representative_forms, capacities))

    return {
        "representant": lambda: together(each()),
        "titulaire": lambda: together(_once([one.holder() for one in capacities])),
        "mandant": lambda: together(
            _once([one.empowered() for one in capacities if one.is_sent()])
        ),
        "representants": each,
        "qualite": lambda: _qualities(capacities),
    }


def _qualities(capacities: tuple[Capacity, ...]) -> Fragment | None:
    """Return « La Présidente de la Caf et le Directeur de la Caf », None where nobody signs."""
    lines = [in_one_line(capacity).pieces for capacity in capacities]
    # The article alone is put in small.
    lines[1:] = [(nouns.small(line[0]), *line[1:]) for line in lines[1:]]
    return fragment(*enumerate_with(lines)) if lines else None


def _once(capacities: Sequence[Capacity]) -> tuple[Forms, ...]:
    """Return the forms of each person, of whom two deputies may hold their signature, once."""
    each = capacities if len(capacities) == 1 else dict.fromkeys(capacities)
    return tuple(map(representative_forms, each))


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


def _called(
    party: Party, sort: Kind, short: Noun, *, in_full: bool
) -> tuple[dict[str, Form], grammar.Agreement]:
    """Return the forms of the name by which the act calls a party, and what agrees with them."""
    noun, rest = long_name(party, sort)
    if not in_full or party.short_name is not None:
        both = {"nom": lambda: fragment(short.text), "ci_apres": lambda: fragment(*nouns.le(short))}
        return {**noun_table(short), **both}, short.agreement
    named: dict[str, Form] = {"nom": lambda: fragment(noun.text, *rest), "ci_apres": fragment}
    return {**phrase_table(noun, rest), **named}, noun.agreement


def _table(party: Party, sort: Kind) -> dict[str, Form]:
    """Return the forms that need nobody but the party itself."""
    name = piece(party.name)
    noun, rest = long_name(party, sort)
    complete = phrase_table(noun, rest, "_nom_complet")
    acronym = party.acronym or sort.acronym
    return {
        **complete,
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


def namesakes(people: Iterable[Person]) -> Iterator[Diagnostic]:
    """Find two parties, or partners, that the text would call by one name."""
    first: dict[str, Party] = {}
    for person in people:
        name = str(fragment(person.forms["le"]))
        stands_in = person.party.kind.origin.path == "kind"  # for a record that was not found
        if stands_in or isinstance(person.party.short_name, Blank):
            continue
        other = first.setdefault(name, person.party)
        if other is not person.party:
            place = place_of(person.party.short_name, person.party.position)
            yield fault("C456", place, name=name, first=other.position.line)
