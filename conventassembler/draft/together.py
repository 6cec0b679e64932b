"""The parties together, as clauses speak of them: les parties, chaque partie, or a name given."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from conventassembler.agreement.model import Agreement
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.forms import Form, Forms, Group, noun_table
from conventassembler.draft.people import Person
from conventassembler.draft.places import place_of
from conventassembler.french import grammar, nouns
from conventassembler.french.grammar import Pieces
from conventassembler.french.nouns import Noun
from conventassembler.french.together import USUAL, Together, each, near_together, together
from conventassembler.frozen import replace
from conventassembler.keeping import recalled
from conventassembler.values import Blank, Text, fragment, piece


def together_forms(
    agreement: Agreement, people: Iterable[Person], groups: Iterable[Group] = ()
) -> Group:
    """Return the parties as one thing with forms, and one by one.

    The name is the agreement's `ensemble`, or « les parties ». A list of them says the name of each
    of the `groups` once, in place of its members.
    """
    whole = _together(agreement, people)
    return replace(whole, listed=tuple(_listed(whole.members, tuple(groups))))


def _listed(members: Iterable[Forms], groups: Sequence[Group]) -> Iterator[Forms]:
    of_group = {one.id: group for group in groups for one in group.members}
    said = [of_group.get(one.id, one) for one in members]
    return iter({one.id: one for one in said}.values())


def _together(agreement: Agreement, people: Iterable[Person]) -> Group:
    table, agreed = _called(agreement.together)
    return Group(table, "le", agreed, members=tuple(person.forms for person in people))


@recalled
def _called(typed: Text | Blank | None) -> tuple[Mapping[str, Form], grammar.Agreement]:
    """Return the forms of that name, each made once for all acts that have it, and what agrees."""
    named = _named(typed)
    forms = noun_table(named.all) | {"nom": lambda: fragment(named.all.text)}
    if isinstance(typed, Blank):
        forms = {name: lambda: fragment(typed) for name in forms}
    table = forms | one_table(named.one)
    return {name: cache(form) for name, form in table.items()}, named.all.agreement


def untold(agreement: Agreement) -> tuple[Diagnostic, ...]:
    """Return the finding that the name of the parties together is one of no table."""
    name = agreement.together
    if not isinstance(name, Text) or together(name):
        return ()
    near = {"suggestion": best[0]} if (best := near_together(name)) else {}
    return (fault("C443", place_of(name, agreement.position), name=name, **near),)


def one_table(one: Noun) -> dict[str, Form]:
    """Return the forms that say one of several: « chaque partie », « une partie »."""
    return {
        "chaque": lambda: _one(one, each(one)),
        "Chaque": lambda: _one(one, nouns.capitalised(each(one))),
        "une": lambda: _one(one, nouns.un(one)),
        "Une": lambda: _one(one, nouns.capitalised(nouns.un(one))),
    }


def _one(noun: Noun, words: Pieces) -> Forms:
    """Return one of the parties, with which words agree in the singular."""
    return Forms({"nom": lambda: fragment(*words)}, "nom", noun.agreement)


def _named(typed: Text | Blank | None) -> Together:
    """Return the nouns that the agreement declares, as text pieces that know their key."""
    usual = together(USUAL)
    assert usual is not None  # the table has it, and a test holds it
    declared = together(typed) if isinstance(typed, Text) else None
    if declared is None:
        return usual
    return Together(_valued(declared.all, typed), _valued(declared.one, typed))


def _valued(noun: Noun, typed: object) -> Noun:
    text = piece(typed, noun.text, "ensemble")
    return Noun(text, noun.gender, noun.number)
