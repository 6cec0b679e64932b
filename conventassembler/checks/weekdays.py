"""C783 and C784: the dates in texts, which nobody but a reader of words looks at."""

import re
from collections.abc import Iterator
from datetime import date

from conventassembler.checks.passages import Reading
from conventassembler.checks.scans import LINES, Near
from conventassembler.diagnostics import Diagnostic
from conventassembler.french.dates import MONTHS, WEEKDAYS
from conventassembler.french.folding import unaccented
from conventassembler.patterns import Pattern

_MONTH = "|".join((*MONTHS, "fevrier", "aout", "decembre"))
_DAY = Pattern(
    rf"(?:\b(?P<weekday>{'|'.join(WEEKDAYS)})\s)?"
    rf"\b(?P<day>\d{{1,2}})(?:er)?\s(?P<month>{_MONTH})\b(?:\s(?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)
_IN_WORDS = Pattern(rf"\d\d?(?:er)?\s(?:{_MONTH})\b", re.IGNORECASE)
"""Where a day may stand before a month in words."""
_BEFORE = Pattern(rf"\b(?:{'|'.join(WEEKDAYS)})\s$", re.IGNORECASE)
_LONGEST = 10
"""Characters of a weekday, with a space at each end."""
_FIGURES = Pattern(
    r"(?<![\w/.-])(?<!n° )(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?![\w/-])"
)
_DOUBTFUL = Pattern(r"/|\b(?:00?|29|[3-9]\d)(?:er)?\s")
"""What a day has that is said in figures, or that some months have not: a number above 28."""
_RANKS = {unaccented(name): rank for rank, name in enumerate(MONTHS, 1)}
_LEAP = 2024
"""A year in which February has all its days."""


def days_exist(reading: Reading) -> Iterator[Diagnostic]:
    """Find the days that no calendar has: « 31 juin », « 29 février 2025 », « 12/13/2026 »."""
    for passage, found in reading.found(_NO_DAYS):
        yield reading.tell("C784", passage, *found.span(), day=found.group())


def _no_days(text: str) -> tuple[re.Match[str], ...]:
    """Return the days of a line that no calendar has."""
    figures = _FIGURES.finditer(text) if "/" in text else ()
    return tuple(one for one in (*_days(text), *figures) if not _exists(one))


def _days(text: str) -> tuple[re.Match[str], ...]:
    """Return the days of a line that are said in words, each with its weekday."""
    starts = (_start(text, one.start()) for one in _IN_WORDS.finditer(text))
    return tuple(one for one in (_DAY.match(text, start) for start in starts) if one)


def _start(text: str, figures: int) -> int:
    weekday = _BEFORE.search(text, max(0, figures - _LONGEST), figures)
    return weekday.start() if weekday else figures


def _exists(found: re.Match[str]) -> bool:
    month, year = _month(found["month"]), int(found["year"] or _LEAP)
    try:
        date(year, month, int(found["day"]))
    except ValueError:
        return False
    return True


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return _RANKS[unaccented(text)]


def weekdays_fit(reading: Reading) -> Iterator[Diagnostic]:
    """Find the weekday that is not that of its date: « lundi 16 décembre 2025 » was a Tuesday."""
    for passage, found in reading.found(_OTHER_WEEKDAYS):
        written = found.group().split(maxsplit=1)[1]
        words = {"weekday": found["weekday"], "right": _weekday(found), "day": written}
        yield reading.tell("C783", passage, *found.span(), **words)


def _other_weekdays(text: str) -> tuple[re.Match[str], ...]:
    """Return the dates of a line that were another day of the week."""
    dated = (one for one in _days(text) if one["weekday"] and one["year"])
    found = (one for one in dated if _exists(one))
    return tuple(one for one in found if _weekday(one) != one["weekday"].lower())


def _weekday(found: re.Match[str]) -> str:
    day = date(int(found["year"]), _month(found["month"]), int(found["day"]))
    return WEEKDAYS[day.weekday()]


_NO_DAYS = LINES.scan(
    _no_days, "/", Pattern(rf"\A(?:{_MONTH})\b", re.IGNORECASE), near=Near(2, 1, _DOUBTFUL)
)
_OTHER_WEEKDAYS = LINES.scan(_other_weekdays, *WEEKDAYS)
