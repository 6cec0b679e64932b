"""C732 to C734, C798: the days of what an act rests on, held against that of its signature.

Days are compared with each other, never with the day of the build.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from conventassembler.agreement.model import Agreement
from conventassembler.agreement.recitals import (
    DecisionRecital,
    DocumentRecital,
    OrderRecital,
    Recital,
    StatuteRecital,
)
from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.places import place_of, place_of_contradiction
from conventassembler.french.dates import write_date
from conventassembler.frozen import dataclass
from conventassembler.values import Blank, Date, Text


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that the act rests on, with the days that were typed."""

    what: str
    """« la délibération de « commune » », as messages name it."""
    position: Position
    days: tuple[Date, ...]
    executory: Date | None = None


def after_the_signature(reading: Reading) -> Iterator[Diagnostic]:
    """Find what the act rests on and that is younger than its signature.

    Bad: a deliberation of 18 December under an act signed on 15 December: who signs has no power
    yet. So with an act that delegates, and with a text that a recital cites.
    """
    signed = signing_day(reading.resolved.agreement)
    for one in rested_on(reading.resolved.agreement) if signed else ():
        late = [day for day in one.days if signed and day > signed]
        if late and signed:
            place = place_of_contradiction((late[0], signed), one.position)
            words = {"what": one.what, "day": write_date(late[0]), "signed": write_date(signed)}
            yield fault("C732", place, **words, **_to_type(place, (late[0], signed), max(late)))


def executory_in_time(reading: Reading) -> Iterator[Diagnostic]:
    """Find the act that would be executory before it was taken, or only after the signature.

    A local act is executory once it is published and sent to the prefect (CGCT, art. L. 2131-1,
    L. 3131-1, L. 4141-1); what it authorises waits for that.
    """
    signed = signing_day(reading.resolved.agreement)
    for one in rested_on(reading.resolved.agreement):
        if one.executory is None:
            continue
        words = {"what": one.what, "executory": write_date(one.executory)}
        if one.days and one.executory < max(one.days):
            place = place_of_contradiction((one.executory, max(one.days)), one.position)
            yield fault("C733", place, **words, day=write_date(max(one.days)))
        elif signed and one.executory > signed:
            days = (one.executory, signed)
            place = place_of_contradiction(days, one.position)
            words |= {"signed": write_date(signed)} | _to_type(place, days, one.executory)
            yield fault("C734", place, **words)


def avenants_in_time(reading: Reading) -> Iterator[Diagnostic]:
    """Find the avenant that is older than the act that it amends.

    Bad: `signée le: 2021-12-27` with an avenant of 28 December 2020. Two of one day are left.
    """
    for recital in reading.resolved.agreement.recitals:
        signed = _day(recital.signed) if isinstance(recital, DocumentRecital) else None
        for one in _avenants(recital):
            for day in one.days if signed else ():
                if signed and day < signed:
                    place = place_of_contradiction((day, signed), one.position)
                    days = {"day": write_date(day), "signed": write_date(signed)}
                    yield fault("C798", place, what=one.what, **days)


def _to_type(place: Position, days: tuple[Date, Date], latest: Date) -> dict[str, str]:
    """Return up to which day a cell may be, or from which, where `place` is one.

    `days` are that of the act and that of the signature, one of which stands there.
    """
    if not place.cell:
        return {}
    if place_of(days[0], place) == place:
        return {"until": write_date(days[1])}
    return {"since": write_date(latest)}


def signing_day(agreement: Agreement) -> Date | None:
    """Return the day of the signature where it was typed."""
    day = agreement.signature.date if agreement.signature else None
    return day if isinstance(day, Date) else None


def rested_on(agreement: Agreement) -> Iterator[Dated]:
    """Yield the acts that authorise and delegate, then the texts of the recitals."""
    for party in agreement.parties:
        delegated = [one.signs_for.authority for one in party.representatives if one.signs_for]
        for act in (party.authority, *delegated):
            if act is not None:
                what = f"{act.act} ({party.key})"
                yield Dated(what, act.position, _typed(act.dates), _day(act.executory))
    for recital in agreement.recitals:
        if dated := _of_recital(recital):
            yield dated
        yield from _avenants(recital)


def _of_recital(recital: Recital) -> Dated | None:
    place = recital.position
    match recital:
        case DecisionRecital():
            days, executory = _typed(recital.dates), _day(recital.executory)
            return Dated(f"{recital.act} {recital.title}", place, days, executory)
        case StatuteRecital():
            return Dated(f"{recital.number}", place, _typed((recital.date,)))
        case OrderRecital():
            return Dated(f"{recital.title}", place, _typed((recital.date,)))
        case DocumentRecital():
            return Dated(f"{recital.name}", place, _typed((recital.signed, recital.approved)))
        case _:
            return None


def _avenants(recital: Recital) -> Iterator[Dated]:
    """Yield the avenants to an earlier act, each under its number where it has one."""
    if not isinstance(recital, DocumentRecital):
        return
    for one in recital.amendments:
        number = f" n°\N{NO-BREAK SPACE}{one.number}" if isinstance(one.number, Text) else ""
        what = f"avenant{number} ({recital.name})"
        yield Dated(what, recital.position, _typed((one.date,)))


def _typed(days: Sequence[date | Blank | None]) -> tuple[Date, ...]:
    return tuple(day for day in days if isinstance(day, Date))


def _day(day: date | Blank | None) -> Date | None:
    return day if isinstance(day, Date) else None
