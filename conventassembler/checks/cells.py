"""C718 in a table: what a row gives of a party and its act shows nowhere."""

from collections.abc import Iterator
from typing import Any

from conventassembler.agreement.model import Party
from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.places import place_of
from conventassembler.values import Blank

_NOWHERE = Position("")


def cells_shown(reading: Reading) -> Iterator[Diagnostic]:
    """Find the address, the person or the act of authority that a cell gives and no clause shows.

    In an agreement, one that a clause may use later is left; a column was filled row by row.
    """
    shown = reading.whole.paths
    resolved = reading.resolved
    for person in (*resolved.people.values(), *resolved.partners.values()):
        for key, value in _given(person.party):
            place = place_of(value, _NOWHERE)
            if place.cell and not isinstance(value, Blank) and value.origin.path not in shown:
                yield fault("C718", place, key=key)


def _given(party: Party) -> Iterator[tuple[str, Any]]:
    """Yield what is printed as it was typed, each with its key."""
    yield from (("adresse", line) for line in party.address[:1])
    yield from (("nom", one.name) for one in party.representatives)
    if authority := party.authority:
        yield "numéro", authority.number
        yield from (("date", day) for day in authority.dates[:1])
        yield "exécutoire le", authority.executory
