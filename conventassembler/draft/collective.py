"""« ci-après dénommées ensemble « les Parties » »: what all parties are called together."""

from functools import reduce

from conventassembler.draft.inline import inlines
from conventassembler.draft.model import Paragraph, Provenance
from conventassembler.draft.people import Person
from conventassembler.draft.resolve import Resolved
from conventassembler.french.grammar import Agreement
from conventassembler.french.inflection import agree
from conventassembler.french.nouns import collective as collective_noun
from conventassembler.values import Text


def collective(resolved: Resolved) -> tuple[Paragraph, ...]:
    """Return the line that gives the parties their common name, where the agreement has one.

    It stands behind the last party and ends their presentation.
    """
    name = resolved.agreement.together
    if name is None:
        return ()
    named = agree("dénommé", _agreement(name, tuple(resolved.people.values())))
    words = ("ci-après ", named, " ensemble « ", name, " ».")
    made_from = Provenance(file=resolved.agreement.file)
    return (Paragraph("parties.ensemble", inlines(*words), "party", provenance=made_from),)


def _agreement(name: object, people: tuple[Person, ...]) -> Agreement:
    """Return what « dénommées » agrees with: the common name, else the parties together."""
    noun = collective_noun(name) if isinstance(name, Text) else None
    if noun is not None:
        return noun.agreement
    first, *others = (person.agreement for person in people)
    return reduce(Agreement.plus, others, first)
