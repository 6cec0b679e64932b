"""C793: a day that lies far from all other days of the act: a slip in its year.

Part of the checks. Days are compared with each other, never with the day of the build; those of
texts of law are left out, since an act of today may rest on a law of 1901.
"""

from collections.abc import Iterator, Sequence

from conventassembler.agreement.model import Agreement, Authority
from conventassembler.checks.asked import ENTRIES
from conventassembler.checks.days import signing_day
from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.instances import Instance
from conventassembler.draft.places import place_of
from conventassembler.french.dates import write_date
from conventassembler.frozen import dataclass
from conventassembler.schema import roles
from conventassembler.values import Date

_YEAR = 365.25
_MOST = 60
"""Years that may lie between a day of an act and the nearest of its other days."""
_LONGEST_TERM = 99
"""Years of the longest lease that the law knows, the emphyteutic one (CRPM, art. L. 451-1)."""


@dataclass(frozen=True, slots=True)
class _Lived:
    """A day in the life of an act."""

    day: Date
    position: Position
    most: int = _MOST
    """Years that it may lie from the others."""
    only_later: bool = False
    """Whether it may be as old as it likes: what it is of, no one says."""


def far_days(reading: Reading) -> Iterator[Diagnostic]:
    """Find the day that is far from every other one of the act: 2207 for 2027, 1926 for 2026.

    Of two days that are far from each other, the later one is told.
    """
    days = sorted(dict.fromkeys(_lived(reading)), key=lambda one: one.day)
    nearest_of = _nearest(days)
    for rank, one in enumerate(days):
        if (found := nearest_of[rank]) is None:
            continue
        nearest = days[found]
        if _years(one, nearest) <= one.most:
            continue
        pair = nearest_of[found] == rank and _years(one, nearest) > nearest.most
        if one.day < nearest.day and (one.only_later or pair):
            continue
        words = {"day": write_date(one.day), "years": one.most, "other": write_date(nearest.day)}
        yield fault("C793", one.position, **words)


def _nearest(days: Sequence[_Lived]) -> Sequence[int | None]:
    """Return the rank of the nearest other day for each of `days`, the first of two that are.

    They come in order: it is a neighbour, and of several on one day the first.
    """
    first: list[int] = []
    nearest: list[int | None] = []
    for rank, one in enumerate(days):
        is_same = rank > 0 and days[rank - 1].day == one.day
        first.append(first[-1] if is_same else rank)
    for rank, one in enumerate(days):
        before = first[rank] if first[rank] < rank else first[rank - 1] if rank else None
        after = rank + 1 if rank + 1 < len(days) else None
        if before is None or after is None:
            nearest.append(after if before is None else before)
        else:
            is_later = _years(one, days[after]) < _years(one, days[before])
            nearest.append(after if is_later else before)
    return nearest


def _years(one: _Lived, other: _Lived) -> float:
    return abs((one.day.plain - other.day.plain).days) / _YEAR


def _lived(reading: Reading) -> Iterator[_Lived]:
    """Yield the days that an act has: of its signature, of what allows it, of its clauses."""
    agreement = reading.resolved.agreement
    if signed := signing_day(agreement):
        yield _Lived(signed, place_of(signed, Position("")))
    for act in _authorities(agreement):
        for day in (*act.dates, act.executory):
            if isinstance(day, Date):
                yield _Lived(day, place_of(day, act.position))
    yield from (day for _, day in reading.asked(_OF_CLAUSES))


def _lived_in(instance: Instance) -> Iterator[_Lived]:
    for parameter in instance.variant.parameters.values() if instance.variant else ():
        value = instance.arguments.get(parameter.name)
        most = _LONGEST_TERM if parameter.role == roles.END else _MOST
        for day in value if isinstance(value, tuple) else (value,):
            if isinstance(day, Date):
                place = place_of(day, instance.entry.position)
                yield _Lived(day, place, most, only_later=not parameter.role)


_OF_CLAUSES = ENTRIES.ask(_lived_in)


def _authorities(agreement: Agreement) -> Iterator[Authority]:
    for party in agreement.parties:
        delegated = (one.signs_for.authority for one in party.representatives if one.signs_for)
        yield from (act for act in (party.authority, *delegated) if act is not None)
