"""The court that judges the disputes of an act: proposed by the law, or chosen by the parties.

In contractual matters it is the court of the place of performance; where no place is named, or the
places are of several courts, that of the seat of the first public authority that the act names.
The parties may agree on another one, unless the public interest stands against it. Source: code de
justice administrative, R. 312-11, as in force since 8 April 2017.
"""

from collections.abc import Iterator

from conventassembler.agreement.model import Agreement, Party
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.forms import Forms, phrase_table
from conventassembler.draft.places import place_of
from conventassembler.french.courts import NOUN, area, area_of_address, court, court_of
from conventassembler.french.kinds import kind
from conventassembler.french.places import near_departments
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.schema import CourtType
from conventassembler.values import Blank, CourtName, Text, fragment, piece


@dataclass(frozen=True, slots=True)
class _Seat:
    """Where something is: the code of the department, and the value that tells it."""

    area: str
    told_by: Text


def proposed_court(agreement: Agreement) -> CourtName | Blank | None:
    """Return the court that the law gives the act, a blank where that hangs on one, or None.

    Its origin is that of the value that tells it: a place of performance, an address, a name.
    """
    for place in agreement.places:
        if isinstance(place, Blank):
            return place
    named = (name for name in agreement.places if isinstance(name, Text))
    found = [_Seat(code, name) for name in named if (code := area(str(name)))]
    if len({court_of(seat.area) for seat in found}) == 1:
        return _named(found[0])
    first = next((party for party in agreement.parties if _is_public(party)), None)
    seat = None if first is None else _seat(first)
    return _named(seat) if isinstance(seat, _Seat) else seat


def unknown_places(agreement: Agreement) -> Iterator[Diagnostic]:
    """Yield a finding for each place of performance that is no department or territory."""
    for name in agreement.places:
        if isinstance(name, Text) and area(str(name)) is None:
            near = {"suggestion": best[0]} if (best := near_departments(str(name))) else {}
            yield fault("C455", place_of(name, agreement.position), name=name, **near)


def court_forms(name: CourtName) -> Forms:
    """Return the forms of a court: « le tribunal administratif de Dijon »."""
    known = court(str(name))
    assert known is not None  # it was read by the table, or is of it
    *before, last = known.after
    rest = (*before, piece(name, last, CourtType.name))
    table = phrase_table(NOUN, rest) | {"nom": lambda: fragment(NOUN.text, *rest)}
    return Forms(table, "le", NOUN.agreement)


def _named(seat: _Seat) -> CourtName | None:
    return _told(seat.area, seat.told_by)


@recalled
def _told(area: str, told_by: Text) -> CourtName | None:
    known = court_of(area)
    return None if known is None else CourtName(known.name, told_by.origin)


@recalled
def _is_public(party: Party) -> bool:
    known = kind(str(party.kind))
    return known is not None and known.public


@recalled
def _seat(party: Party) -> _Seat | Blank | None:
    """Return where a party has its seat: its department by name, else by its postcode.

    A blank where one may tell it; None where nothing does.
    """
    known = kind(str(party.kind))
    of_department = known and (known.join == "department" or known.head == "prefecture")
    named = (party.name,) if of_department else ()
    for value in (*named, *reversed(party.address)):
        if isinstance(value, Blank):
            return value
        code = area(str(value)) if value is party.name else area_of_address(str(value))
        if code:
            return _Seat(code, value)
    return None
