"""C735: what the law asks of such an act, where the act itself shows that it is one."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from conventassembler.checks.passages import Reading
from conventassembler.checks.scans import LINES, Near
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.resolve import Resolved
from conventassembler.french.organs import kinds_of
from conventassembler.french.tables import table
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern
from conventassembler.values import Amount, Percentage


def subsidy_is_framed(reading: Reading) -> Iterator[Diagnostic]:
    """Find the subsidy over 23 000 euros to a private body, without how it is paid or used.

    A convention is then an obligation, and says the object, the amount, how it is paid and the
    conditions of its use (loi n° 2000-321, art. 10; décret n° 2001-495, art. 1er). An act without
    the word « subvention », or without such an amount, is left alone.
    """
    rule = table("obligations")["subsidy"]
    kinds = {person.kind.id for person in reading.resolved.people.values()}
    public = any(person.kind.public for person in reading.resolved.people.values())
    if not public or not kinds & kinds_of(tuple(rule["kinds"])):
        return
    amounts = [one for one in reading.gathered.of(Amount) if not isinstance(one, Percentage)]
    if max(amounts, default=0) > rule["above"] and _says(reading, rule["word"]):
        for point in rule["points"]:
            if not _says(reading, *point["words"]):
                yield _missing(reading.resolved, point["said"], rule["source"])


def data_are_framed(reading: Reading) -> Iterator[Diagnostic]:
    """Find the act that speaks of personal data, and nowhere of who answers for them.

    Those who decide together of a processing settle their duties by agreement, and who processes
    for another is bound by a contract (RGPD, art. 26 and 28). A mere reference to the regulation
    or to the law n° 78-17 is enough: what it has to say is for a jurist.
    """
    rule: dict[str, Any] = table("obligations")["data"]
    speaks = reading.by_line(_DATA) or (reading.has_long_lines and _says(reading, rule["mention"]))
    if speaks and not _says(reading, *rule["words"]):
        yield _missing(reading.resolved, rule["said"], rule["source"])


def _speaks_of_data(line: str) -> tuple[str, ...]:
    return (line,) if _pattern(table("obligations")["data"]["mention"]).search(line) else ()


_DATA = LINES.scan(_speaks_of_data, "donnée", near=Near(0, 4, _speaks_of_data))


def _says(reading: Reading, *words: str) -> bool:
    """Tell whether any line has one of the words; none of them goes over an end of line."""
    return any(_has(line, *words) for line in reading.printed)


@kept
def _has(line: str, *words: str) -> bool:
    return any(_pattern(word).search(line) for word in words)


@cache
def _pattern(word: str) -> Pattern:
    return Pattern(word, re.IGNORECASE)


def _missing(resolved: Resolved, what: str, source: str) -> Diagnostic:
    act = resolved.agreement
    place: Position = act.key_positions.get("clauses", act.position)
    return fault("C735", place, what=what, source=source)
