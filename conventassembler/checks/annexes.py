"""C721, C725: the annexes that are documents of their own, and those that recitals cite."""

from collections.abc import Iterator

from conventassembler.agreement.recitals import DecisionRecital, DocumentRecital, OrderRecital
from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.places import place_of
from conventassembler.draft.recital_words import annex_named
from conventassembler.draft.resolve import Resolved
from conventassembler.french.documents import annex_number
from conventassembler.french.folding import fold
from conventassembler.schema.near import nearest
from conventassembler.values import Text


def annexes_to_join(reading: Reading) -> Iterator[Diagnostic]:
    """List the annexes `à joindre`: an act that is signed without them is not whole."""
    for annex in reading.resolved.annexes:
        if annex.entry.to_join:
            place = place_of(annex.title, annex.entry.position)
            label = reading.resolved.numbers[annex.id].label
            yield fault("C721", place, annex=label, title=annex.title)


def annexes_cited(reading: Reading) -> Iterator[Diagnostic]:
    """Find the annex that a recital cites and that the act does not have.

    Bad: `annexe: deliberation` where the annex has `repère: deliberations`. An act that lists no
    annexes may cite them by their numbers: they are documents joined to it.
    """
    for recital in reading.resolved.agreement.recitals:
        if isinstance(recital, OrderRecital | DocumentRecital | DecisionRecital):
            typed = recital.annexed
            if isinstance(typed, Text) and not _is_known(typed, reading.resolved):
                yield _no_annex(typed, reading.resolved)


def _is_known(typed: Text, resolved: Resolved) -> bool:
    if fold(typed) in ("oui", "yes", "non", "no"):
        return True
    number = annex_number(str(typed))
    is_number = number.isupper() or any(sign.isdigit() for sign in number)
    return bool(annex_named(number, resolved)) or (is_number and not resolved.annexes)


def _no_annex(typed: Text, resolved: Resolved) -> Diagnostic:
    known = [annex.id for annex in resolved.annexes]
    place = place_of(typed, resolved.agreement.position)
    near = nearest(annex_number(str(typed)), known)
    return fault("C725", place, annex=typed, known=", ".join(known) or "–", **near)
