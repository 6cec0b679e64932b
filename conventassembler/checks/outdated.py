"""C787: names that bodies, codes and offices bore once."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from conventassembler.checks.passages import Reading
from conventassembler.checks.scans import LINES, Near
from conventassembler.diagnostics import Diagnostic
from conventassembler.french.dates import write_date
from conventassembler.french.signs import Signed, signed
from conventassembler.french.tables import table
from conventassembler.patterns import Pattern
from conventassembler.values import Date

_FORMER = Pattern(
    r"\b(?:ancien(?:ne)?s?|ex|ex-|anciennement|devenue?s?|autrefois|jadis|alors|dénommée?)\s?[«(]?\s?"
    r"(?:l[ea]s?\s|l')?$"
    r"|\barchives? (?:de |du |d')(?:l[ea]s?\s|l')?$"
    r"|\bsuccéd\w{1,6}\s(?:à|aux?)\s(?:l[ea]s?\s|l')?$",
    re.IGNORECASE,
)
_DATED = Pattern(r"\b(?:19|20)\d{2}\b")
REACH = 8
"""Words of a name behind its first one, at most."""


def names_in_use(reading: Reading) -> Iterator[Diagnostic]:
    """Find the names that were changed: « Pôle emploi », « conseil général », « DIRECCTE ».

    The table says since when, and which text changed them. Left alone: recitals, which cite texts
    of their time, acts signed or authorised before the change, sentences with a year up to it, and
    « ancien », « devenu » beside it.
    """
    day = _day_of(reading)
    for passage, (found, row) in reading.found(_OLD_NAMES):
        if not passage.is_recital and (day is None or day >= row["since"]):
            words = {"old": found.group(), "new": row["new"]}
            since = write_date(row["since"]).replace("\u00a0", " ")
            yield reading.tell("C787", passage, *found.span(), **words, since=since)


def _old_names(text: str) -> tuple[tuple[re.Match[str], Any], ...]:
    """Return the former names in a line that speaks of today, each with its row of the table."""
    return tuple((one, row) for one, row in _named(text) if not _is_of_its_time(text, one, row))


def _named(text: str) -> tuple[tuple[re.Match[str], Any], ...]:
    rows = table("obsolete")["names"]
    old = (rows[rank] for rank in _signed().found(text))
    return tuple((one, row) for row in old for one in _pattern(row["old"]).finditer(text))


def _day_of(reading: Reading) -> date | None:
    """Return the day of the act: of its signature, else the last on which it was authorised."""
    agreement = reading.resolved.agreement
    signed = agreement.signature.date if agreement.signature else None
    if isinstance(signed, Date):
        return signed.plain
    acts = [party.authority for party in agreement.parties if party.authority]
    return max(
        (day.plain for act in acts for day in act.dates if isinstance(day, Date)), default=None
    )


def _may_be(word: str) -> bool:
    return _signed().in_word(word)


@cache
def _signed() -> Signed:
    return signed(row["old"] for row in table("obsolete")["names"])


@cache
def _pattern(old: str) -> Pattern:
    # A name with a capital is looked for as it is: the « RAM » of a computer is none of these.
    flags = re.NOFLAG if any(mark.isupper() for mark in old) else re.IGNORECASE
    return Pattern(rf"(?<![\w-])(?:{old})(?![\w-])", flags)


def _is_of_its_time(text: str, found: re.Match[str], row: Any) -> bool:
    before = re.split(r"[.;]\s", text[: found.start()])[-1]
    after = re.split(r"[.;]\s", text[found.end() :])[0]
    years = [int(year) for year in _DATED.findall(before + " " + after)]
    renamed = re.match(r"\s?[,(]?\s?(?:devenue?s?|aujourd'hui|désormais)\b", after)
    return bool(
        _FORMER.search(before) or renamed or any(year <= row["since"].year for year in years)
    )


_OLD_NAMES = LINES.scan(_old_names, _may_be, near=Near(REACH, REACH, _named))
