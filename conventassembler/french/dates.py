"""Dates as an act writes them, and back: « 1er juin 2025 », « 15 et 16 décembre 2025 »."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from itertools import groupby

from conventassembler.french.folding import unaccented
from conventassembler.french.grammar import NBSP, Pieces
from conventassembler.french.lists import enumerate_with
from conventassembler.patterns import Pattern

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
"""In the order of `date.weekday`."""

FIRST_YEAR = 1000
"""The first year in four figures: below it, figures of a year were left out."""
_CENTURY, _HUNDRED = 2000, 100

Wrap = Callable[[date, str], str]
"""What a caller does to the text that one date makes, to remember that date."""


def write_date(day: date) -> str:
    """Return the date: `1er` for the first day only, no leading zero, month in lower case.

    Bound by no-break spaces. Source: *Guide de légistique*, 4th edition, annex; Lexique of the
    Imprimerie nationale, « dates ».
    """
    return f"{_write_day(day)}{NBSP}{_write_month(day)}"


def read_date(text: str) -> date | None:
    """Return the date that `text` writes, None where it is none: read(write(d)) is d."""
    days = read_dates(text)
    return days[0] if days is not None and len(days) == 1 else None


def with_full_year(day: date) -> date | None:
    """Return the day that is most likely meant where its year was typed short: 27 is 2027.

    A year in four figures is kept; one in three, which is none that anybody means, gives None.
    """
    if day.year >= FIRST_YEAR:
        return day
    return _day(day.year + _CENTURY, day.month, day.day) if day.year < _HUNDRED else None


def write_dates(days: Sequence[date]) -> str:
    """Return several dates as one phrase: the days of one month share its name.

    « 15 et 16 décembre 2025 », « 30 avril et 2 mai 2025 », « 31 décembre 2025 et 2 janvier 2026 ».
    """
    return "".join(enumerate_with([(part,) for part in _parts(days)]))


def read_dates(text: str) -> tuple[date, ...] | None:
    """Return the dates that `text` writes, None where a part is no date."""
    year: int | None = None
    month: int | None = None
    days: list[date] = []
    for part in reversed(re.split(r",\s*+|(?<!\s)\s++et\s++", text.strip())):
        match = _date_pattern().fullmatch(part)
        if match is None:
            return None
        if match["month"]:
            month = _month_numbers()[unaccented(match["month"])]
        if match["year"]:
            year = int(match["year"])
        day = _day(year, month, int(match["day"]))
        if day is None:
            return None
        days.append(day)
    return tuple(reversed(days))


def of_dates(days: Sequence[date | str], wrap: Wrap | None = None) -> Pieces:
    """Return the dates after « de »: du 1er juin 2025, des 15 et 16 décembre 2025.

    Dates of several months each take their own article: du 30 avril et du 2 mai 2025. A string
    among them (a blank) stands as a date on its own. `wrap` is called with each date and the
    text that it makes.
    """
    groups: list[Pieces] = []
    for shared, same in groupby(_each(days), key=lambda item: item[2]):
        parts = [_wrapped(item, text, wrap) for item, text, _ in same]
        article = "des " if len(parts) > 1 and shared is not None else "du "
        if shared is None:
            groups.extend((article, *part) for part in parts)
        else:
            groups.append((article, *enumerate_with(parts)))
    return enumerate_with(groups)


def _wrapped(item: date | str, text: str, wrap: Wrap | None) -> Pieces:
    if isinstance(item, str):
        return (item,)
    return (text if wrap is None else wrap(item, text),)


def _parts(days: Sequence[date]) -> list[str]:
    return [text for _, text, _ in _each(days)]


def _each(days: Sequence[date | str]) -> list[tuple[date | str, str, tuple[int, int] | None]]:
    """Give each date the part of the phrase that it makes, and the month that it shares."""
    found: list[tuple[date | str, str, tuple[int, int] | None]] = []
    following: date | None = None
    for day in reversed(days):
        if isinstance(day, str):
            found.append((day, day, None))
            following = None
            continue
        found.append((day, _write_part(day, following), (day.year, day.month)))
        following = day
    return found[::-1]


def _write_part(day: date, following: date | None) -> str:
    """Leave out the month and the year that the following date writes."""
    if following is None or following.year != day.year:
        return write_date(day)
    if following.month != day.month:
        return f"{_write_day(day)}{NBSP}{MONTHS[day.month - 1]}"
    return _write_day(day)


def _write_day(day: date) -> str:
    return "1er" if day.day == 1 else str(day.day)


def _write_month(day: date) -> str:
    return f"{MONTHS[day.month - 1]}{NBSP}{day.year}"


def _day(year: int | None, month: int | None, day: int) -> date | None:
    if year is None or month is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _month_numbers() -> dict[str, int]:
    return {unaccented(name): number for number, name in enumerate(MONTHS, start=1)}


@cache
def _date_pattern() -> Pattern:
    names = "|".join((*MONTHS, *_month_numbers()))
    return Pattern(
        rf"0?(?P<day>\d{{1,2}})(?:er|ᵉʳ)?(?:\s+(?P<month>{names})(?:\s+(?P<year>\d{{1,4}}))?)?",
        re.IGNORECASE,
    )
