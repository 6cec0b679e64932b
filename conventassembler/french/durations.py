"""Durations in words, in figures or in both, and back: trois ans, 3 ans, trois (3) ans."""

import re

from conventassembler.french.grammar import NBSP, Pieces
from conventassembler.french.numbers import LARGEST, cardinal, read_cardinal
from conventassembler.french.profiles import Profile, default_profile
from conventassembler.frozen import dataclass

WORDS = "lettres"
FIGURES = "chiffres"
BOTH = "lettres et chiffres"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time."""

    singular: str
    plural: str
    feminine: bool = False


YEAR = Unit("an", "ans")
MONTH = Unit("mois", "mois")
WEEK = Unit("semaine", "semaines", feminine=True)
DAY = Unit("jour", "jours")


def write_duration(number: int, unit: Unit, profile: Profile | None = None) -> str:
    """Return the duration in the manner of the profile.

    Words by default (*Guide de légistique*, 4th edition, annex: durations in words); figures
    above one hundred, in every manner, since nobody reads « cent quatre-vingts jours » at sight.
    Raises ValueError for a negative number.
    """
    if number < 0:
        raise ValueError(number)
    manner = (profile or default_profile()).durations
    name = unit.singular if number < 2 else unit.plural
    if manner == FIGURES or number > 100:
        return f"{number}{NBSP}{name}"
    words = cardinal(number, feminine=unit.feminine, reformed=_reformed(profile))
    return f"{words} {name}" if manner == WORDS else f"{words} ({number}) {name}"


def write_duration_range(low: int, high: int, unit: Unit, profile: Profile | None = None) -> Pieces:
    """Return the two ends of a range, the unit once: trois à cinq ans, 90 à 180 jours.

    Both ends are in the same manner, that of the second. « de » does not elide before « un »
    there: de un à trois ans (Grevisse, *Le Bon Usage*, « Disjonction »: the numeral itself is
    meant). Raises ValueError where the second is not the greater, or for a negative number.
    """
    if not 0 <= low < high:
        raise ValueError(low, high)
    last = write_duration(high, unit, profile)
    if last[0].isdigit():
        return str(low), " à ", last
    first = write_duration(low, unit, profile)
    return first.rpartition(" ")[0], " à ", last


def read_duration_range(text: str, unit: Unit) -> tuple[int, int] | None:
    """Return the two numbers of a range of that unit, in any manner; None for any other."""
    first, joint, last = text.strip().partition(" à ")
    high = read_duration(last, unit) if joint else None
    if high is None:
        return None
    names = (unit.plural, unit.singular)
    lows = (read_duration(f"{first}{NBSP}{name}", unit) for name in names)
    low = next((number for number in lows if number is not None), None)
    return (low, high) if low is not None and low < high else None


def read_duration(text: str, unit: Unit) -> int | None:
    """Return the number that a duration of that unit writes, in any manner; None for any other."""
    match = re.fullmatch(
        rf"(?:(?P<figures>\d+)|(?P<words>[^\d()]+?)(?:\s+\((?P<both>\d+)\))?)"
        rf"\s+(?P<name>{unit.plural}|{unit.singular})",
        " ".join(text.split()),
    )
    if match is None:
        return None
    number = int(match["figures"]) if match["figures"] else read_cardinal(match["words"])
    if number is None or (match["both"] and int(match["both"]) != number) or number > LARGEST:
        return None
    return number if match["name"] == (unit.singular if number < 2 else unit.plural) else None


def in_years(number: int, profile: Profile | None = None) -> str:
    """Return a number of years: un an, trois ans."""
    return write_duration(number, YEAR, profile)


def in_months(number: int, profile: Profile | None = None) -> str:
    """Return a number of months: un mois, trois mois."""
    return write_duration(number, MONTH, profile)


def in_weeks(number: int, profile: Profile | None = None) -> str:
    """Return a number of weeks: une semaine, vingt et une semaines."""
    return write_duration(number, WEEK, profile)


def in_days(number: int, profile: Profile | None = None) -> str:
    """Return a number of days: un jour, quinze jours."""
    return write_duration(number, DAY, profile)


def read_years(text: str) -> int | None:
    """Return the number of years that `text` writes."""
    return read_duration(text, YEAR)


def read_months(text: str) -> int | None:
    """Return the number of months that `text` writes."""
    return read_duration(text, MONTH)


def read_weeks(text: str) -> int | None:
    """Return the number of weeks that `text` writes."""
    return read_duration(text, WEEK)


def read_days(text: str) -> int | None:
    """Return the number of days that `text` writes."""
    return read_duration(text, DAY)


def _reformed(profile: Profile | None) -> bool:
    return (profile or default_profile()).reformed_spelling
