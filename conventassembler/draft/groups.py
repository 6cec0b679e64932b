"""Groups of parties as clauses speak of them: « les Communes », and each of their members."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from conventassembler.agreement.model import Agreement, Group
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft import forms
from conventassembler.draft.forms import Form, Forms, noun_table
from conventassembler.draft.people import Person
from conventassembler.draft.places import place_of
from conventassembler.draft.together import one_table
from conventassembler.french import grammar
from conventassembler.french.gathered import Gathered, gathered
from conventassembler.french.grammar import Gender, Number
from conventassembler.french.lists import enumerate_with
from conventassembler.french.nouns import Noun
from conventassembler.frozen import dataclass
from conventassembler.library.model import Library, Model
from conventassembler.values import Blank, Fragment, Text, fragment, piece


@dataclass(frozen=True, slots=True)
class Grouped:
    """A group of parties, ready to be written about."""

    group: Group
    members: tuple[Person, ...]
    forms: forms.Group

    @property
    def in_title(self) -> Fragment:
        """What the title calls it: « les communes de la métropole »."""
        typed = self.group.in_title
        return fragment(self.forms["le"] if typed is None else typed)


def gather(agreement: Agreement, people: Mapping[str, Person]) -> Mapping[str, Grouped]:
    """Return the groups by id, with those of their members that are known."""
    found: dict[str, Grouped] = {}
    for group in agreement.groups:
        members = tuple(people[str(id_)] for id_ in group.members if str(id_) in people)
        named = _named(group, members) or Gathered(Noun(piece(group.name), Gender.MASCULINE))
        found[group.id] = Grouped(group, members, _forms(group, named, members))
    return found


def unnamed(agreement: Agreement, people: Mapping[str, Person]) -> Iterator[Diagnostic]:
    """Yield the finding that a group's name is no plural, or that nothing tells its gender."""
    for group in agreement.groups:
        members = [people[str(id_)] for id_ in group.members if str(id_) in people]
        if isinstance(group.name, Text) and not group.name.lower().startswith("les "):
            yield fault("C536", place_of(group.name, group.position), name=group.name)
        elif _named(group, members) is None:
            yield fault("C533", place_of(group.name, group.position), name=group.name)


def same_names(groups: Iterable[Grouped], people: Mapping[str, Person]) -> Iterator[Diagnostic]:
    """Find the group that the text would call by the name of a party or of another group."""
    first = {str(fragment(one.forms["le"])): one.party.position for one in people.values()}
    for one in groups:
        name, place = str(fragment(one.forms["le"])), one.group.position
        other = first.setdefault(name, place)
        if other is not place and not isinstance(one.group.name, Blank):
            yield fault("C456", place_of(one.group.name, place), name=name, first=other.line)


def together_in_one(people: Iterable[Person]) -> forms.Group:
    """Return parties that have no name in common, for the clause that presents them together."""
    members = tuple(people)
    table = _table(members) | {"nom": fragment}
    return forms.Group(table, "le", _agreement(members), members=_members(members))


def _named(group: Group, members: Sequence[Person]) -> Gathered | None:
    if isinstance(group.name, Blank):
        several = _agreement(members)
        return Gathered(Noun(piece(group.name), several.gender, Number.PLURAL, article=False))
    gender = None if group.gender is None else Gender(group.gender)
    kinds = [noun for one in members for noun in (_kind(one), one.kind.noun)]
    named = gathered(str(group.name), kinds, gender)
    return named and Gathered(_traced(named.all, group), named.one and _traced(named.one, group))


def _kind(person: Person) -> Noun:
    """Return the noun of a party's kind as it was typed: « ville » of a commune."""
    return Noun(str(person.party.kind), person.kind.noun.gender)


def _traced(noun: Noun, group: Group) -> Noun:
    text = piece(group.name, noun.text, "groupe")
    return Noun(text, noun.gender, noun.number, noun.article, noun.elides, noun.own_article)


def _forms(group: Group, named: Gathered, members: Sequence[Person]) -> forms.Group:
    table: dict[str, Form] = {
        **_table(members),
        **noun_table(named.all),
        **(one_table(named.one) if named.one else {}),
        "nom": lambda: fragment(named.all.text),
        "part": lambda: next(filter(None, (one.forms["part"] for one in members)), fragment()),
    }
    return forms.Group(table, "le", named.all.agreement, group.id, members=_members(members))


def _members(members: Sequence[Person]) -> tuple[Forms, ...]:
    return tuple(one.forms for one in members)


_NAMES = ("le_nom_complet", "du_nom_complet", "au_nom_complet")


def _table(members: Sequence[Person]) -> dict[str, Form]:
    """Return the forms that say the members one after the other."""
    table: dict[str, Form] = {"membres": lambda: _members(members)}
    for name in _NAMES:
        table[name] = _enumerated(name, name, members)
        table[name.capitalize()] = _enumerated(name.capitalize(), name, members)
    return table


def _enumerated(first: str, name: str, members: Sequence[Person]) -> Form:
    def said() -> Fragment:
        names = [first, *[name] * (len(members) - 1)]
        parts = [
            fragment(one.forms[form]).pieces for one, form in zip(members, names, strict=False)
        ]
        return fragment(*enumerate_with(parts))

    return said


def _agreement(members: Sequence[Person]) -> grammar.Agreement:
    if not members:
        return grammar.Agreement(Gender.MASCULINE, Number.PLURAL)
    whole, *others = [one.agreement for one in members]
    for other in others:
        whole = whole.plus(other)
    return whole


def unpresentable(agreement: Agreement, model: Model, library: Library) -> Iterator[Diagnostic]:
    """Yield the finding that the library has no clause to present groups, or partners."""
    wanted = {
        "groups": (bool(agreement.groups), model.group_clause),
        "compact": (agreement.compact, model.group_clause),
        "partners": (any(one.present for one in agreement.partners), model.partner_clause),
    }
    for field, (is_wanted, clause) in wanted.items():
        known = str(clause) in library.variants or str(clause) in library.unread
        if is_wanted and not known and model.shows("parties"):
            place = agreement.key_positions.get(field, agreement.position)
            yield fault("C535", place, clause=clause)
