"""Durations in words, in figures or in both, and back: trois ans, 3 ans, trois (3) ans."""

import re
from dataclasses import dataclass

from conventassembler.french.grammar import NBSP
from conventassembler.french.numbers import LARGEST, cardinal, read_cardinal
from conventassembler.french.profiles import Profile, default_profile

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


def read_duration(text: str, unit: Unit) -> int | None:
    """Return the number that a duration of that unit writes, in any manner; None for any other."""
    match = re.fullmatch(
        rf"(?:(?P<figures>\d+)|(?P<words>[^\d()]+?)(?:\s+\((?P<both>\d+)\))?)"
        rf"\s+(?P<name>{unit.plural}|{unit.singular})",
        text.strip(),
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
