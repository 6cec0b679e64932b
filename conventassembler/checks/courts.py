"""C717 and C718: a court other than that of the act, and places that designate none."""

from collections.abc import Iterator

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.courts import proposed_court
from conventassembler.draft.model import Draft
from conventassembler.draft.places import place_of
from conventassembler.draft.resolve import Resolved
from conventassembler.schema import CourtType
from conventassembler.values import CourtName


def another_court(resolved: Resolved, _: Draft) -> Iterator[Diagnostic]:
    """Find the court that an agreement chooses and that the law would not give it.

    The parties may, unless the public interest stands against it (code de justice administrative,
    R. 312-11): a jurist is to know of it.
    """
    proposed = proposed_court(resolved.agreement)
    if not isinstance(proposed, CourtName):
        return
    for instance in resolved.instances:
        for value in instance.arguments.values():
            if isinstance(value, CourtName) and value != proposed:
                place = place_of(value, instance.entry.position)
                yield fault("C717", place, court=value, proposed=proposed)


def places_serve(resolved: Resolved, _: Draft) -> Iterator[Diagnostic]:
    """Find the `lieu d'exécution` of an act of which no clause names a court."""
    written = resolved.agreement.key_positions.get("places")
    variants = (one.variant for one in resolved.instances)
    types = (item.type for one in variants if one for item in one.parameters.values())
    if written and not any(isinstance(type_, CourtType) for type_ in types):
        yield fault("C718", written, key="lieu d'exécution")
