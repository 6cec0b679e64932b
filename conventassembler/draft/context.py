"""What a clause finds under each name: its parameters, the act, the parties, references.

A value whose type is a party becomes that party's forms, wherever it stands in lists and records.
"""

from functools import partial

from conventassembler.draft.forms import Form, Forms, noun_table, reference_forms
from conventassembler.draft.references import lost
from conventassembler.draft.resolve import Resolved
from conventassembler.draft.together import together_forms
from conventassembler.french import nouns
from conventassembler.french.grammar import Agreement, Gender
from conventassembler.french.instruments import Instrument, present
from conventassembler.french.nouns import Noun
from conventassembler.frozen import replace
from conventassembler.keeping import recalled
from conventassembler.source import identifier
from conventassembler.values import ClauseError, PageCount, fragment


def shared_context(resolved: Resolved) -> dict[str, object]:
    """Return the names that every clause of an agreement may use."""
    return {
        "acte": act_forms(resolved.act, resolved.is_electronic),
        "parties": together_forms(
            resolved.agreement,
            resolved.people.values(),
            [group.forms for group in resolved.groups.values()],
        ),
        "ref": partial(_reference, resolved),
        "annexes": annexes_forms(resolved),
        "existe": lambda target: identifier(str(target)) in resolved.ids,
    }


def _reference(resolved: Resolved, target: object) -> Forms:
    """Return the forms of a reference to the heading of the instance `target`."""
    wanted = identifier(str(target))
    if numbered := resolved.numbers.get(wanted):
        said = partial(_titles, resolved)
        return reference_forms(
            numbered.noun, wanted, titre=lambda: fragment(said().get(wanted) or "")
        )
    titled = _titles(resolved)
    title = titled.get(wanted)
    code, arguments = lost(wanted, {*resolved.ids, *titled}, resolved.agreement.file)
    if title is None:
        raise ClauseError(code, **arguments)
    return _title_alone(title, partial(_refused, code, arguments))


def _titles(resolved: Resolved) -> dict[str, object]:
    """Return the words of all headings, by the id of what they stand over."""
    return {one.id: one.title for one in resolved.instances if one.scheme}


def _title_alone(title: object, refused: Form) -> Forms:
    """Return the forms of a heading without number: its title, and no other."""
    table = dict.fromkeys((*noun_table(Noun("", Gender.MASCULINE)), "nom"), refused)
    return Forms(table | {"titre": lambda: fragment(title)}, "nom", Agreement(Gender.MASCULINE))


def _refused(code: str, arguments: dict[str, str]) -> object:
    raise ClauseError(code, **arguments)


def annexes_forms(resolved: Resolved) -> tuple[Forms, ...]:
    """Return the annexes, each with its forms: those of a reference, and `a_joindre`."""
    return tuple(
        replace(
            reference_forms(
                resolved.numbers[one.id].noun,
                one.id,
                titre=partial(fragment, one.title),
                a_joindre=partial(bool, one.entry.to_join),
            ),
            id=one.id,
        )
        for one in resolved.annexes
    )


@recalled
def act_forms(act: Instrument, electronic: bool = False) -> Forms:
    """Return the forms of the act: « le protocole », « du présent protocole »."""
    noun = act.noun
    itself = present(noun)
    table = noun_table(noun) | noun_table(itself, "_present")
    table |= {
        "nom": lambda: fragment(noun.text),
        "present": lambda: fragment(itself.text),
        "ce": lambda: fragment(*nouns.ce(noun)),
        "Ce": lambda: fragment(*nouns.capitalised(nouns.ce(noun))),
        "pages": lambda: fragment(PageCount()),
        "signature_electronique": lambda: electronic,
    }
    return Forms(table, "nom", noun.agreement)
