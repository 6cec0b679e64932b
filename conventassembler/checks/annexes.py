"""C721: the annexes that are documents of their own."""

from collections.abc import Iterator

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.model import Draft
from conventassembler.draft.places import place_of
from conventassembler.draft.resolve import Resolved


def annexes_to_join(resolved: Resolved, _: Draft) -> Iterator[Diagnostic]:
    """List the annexes `à joindre`: an act that is signed without them is not whole."""
    for annex in resolved.annexes:
        if annex.entry.to_join:
            place = place_of(annex.title, annex.entry.position)
            label = resolved.numbers[annex.id].label
            yield fault("C721", place, annex=label, title=annex.title)
