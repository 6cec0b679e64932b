"""What a clause finds under each name: its parameters, the act, the parties, references.

A value whose type is a party becomes that party's forms, wherever it stands in lists and records.
"""

from functools import partial

from conventassembler.draft.forms import Forms, noun_table, reference_forms
from conventassembler.draft.references import lost
from conventassembler.draft.resolve import Resolved
from conventassembler.draft.together import together_forms
from conventassembler.french import nouns
from conventassembler.french.instruments import Instrument, present
from conventassembler.source import identifier
from conventassembler.values import ClauseError, fragment


def shared_context(resolved: Resolved) -> dict[str, object]:
    """Return the names that every clause of an agreement may use."""
    return {
        "acte": act_forms(resolved.act),
        "parties": together_forms(resolved.agreement, resolved.people.values()),
        "ref": partial(_reference, resolved),
        "existe": lambda target: identifier(str(target)) in resolved.ids,
    }


def _reference(resolved: Resolved, target: object) -> Forms:
    """Return the forms of a reference to the heading of the instance `target`."""
    wanted = identifier(str(target))
    if numbered := resolved.numbers.get(wanted):
        return reference_forms(numbered.noun, wanted)
    code, arguments = lost(wanted, resolved.ids, resolved.agreement)
    raise ClauseError(code, **arguments)


def act_forms(act: Instrument) -> Forms:
    """Return the forms of the act: « le protocole », « du présent protocole »."""
    noun = act.noun
    itself = present(noun)
    table = noun_table(noun) | noun_table(itself, "_present")
    table |= {
        "nom": lambda: fragment(noun.text),
        "present": lambda: fragment(itself.text),
        "ce": lambda: fragment(*nouns.ce(noun)),
        "Ce": lambda: fragment(*nouns.capitalised(nouns.ce(noun))),
    }
    return Forms(table, "nom", noun.agreement)
