"""C717, C718, C753: courts chosen and typed, held against that of the act; places of no use."""

from collections.abc import Iterator

from conventassembler.checks.asked import ENTRIES
from conventassembler.checks.passages import Reading
from conventassembler.checks.scans import VALUES
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.courts import proposed_court
from conventassembler.draft.places import place_of
from conventassembler.french.courts import court, courts, courts_named, seated_at
from conventassembler.schema import CourtType
from conventassembler.schema.near import nearest
from conventassembler.values import CourtName

_NAMED = VALUES.scan(courts_named, "tribun")


def another_court(reading: Reading) -> Iterator[Diagnostic]:
    """Find the court that an agreement chooses and that the law would not give it.

    The parties may, unless the public interest stands against it (code de justice administrative,
    R. 312-11): a jurist is to know of it.
    """
    proposed = reading.once(_proposed)
    for instance, value in reading.asked(_CHOSEN) if proposed is not None else ():
        if value != proposed:
            place = place_of(value, instance.entry.position)
            yield fault("C717", place, court=value, proposed=proposed)


_CHOSEN = ENTRIES.ask(
    lambda entry: [one for one in entry.arguments.values() if isinstance(one, CourtName)]
)


def courts_in_texts(reading: Reading) -> Iterator[Diagnostic]:
    """Find the court that a text of the agreement names, and that does not exist or is another.

    Bad: « le tribunal administratif de Nanterre », whose department is of Cergy-Pontoise.
    """
    own = reading.once(_proposed)
    for text, name in reading.in_values(_NAMED):
        if isinstance(text, CourtName):
            continue
        place = place_of(text, reading.resolved.agreement.position)
        known = court(name)
        if known is None:
            yield fault("C753", place, court=name, **_meant(name, own))
        elif own is not None and known.name != own:
            yield fault("C717", place, court=known.name, proposed=own)


def _proposed(reading: Reading) -> CourtName | None:
    proposed = proposed_court(reading.resolved.agreement)
    return proposed if isinstance(proposed, CourtName) else None


def _meant(name: str, own: CourtName | None) -> dict[str, str]:
    """Return the suggestion: the court that sits there, one of a near name, or that of the act."""
    if seated := seated_at(name):
        return {"suggestion": seated.name}
    return nearest(name, (one.name for one in courts())) or ({"suggestion": own} if own else {})


def places_serve(reading: Reading) -> Iterator[Diagnostic]:
    """Find the `lieu d'exécution` of an act of which no clause names a court."""
    written = reading.resolved.agreement.key_positions.get("places")
    variants = (one.variant for one in reading.instances)
    types = (item.type for one in variants if one for item in one.parameters.values())
    if written and not any(isinstance(type_, CourtType) for type_ in types):
        yield fault("C718", written, key="lieu d'exécution")
