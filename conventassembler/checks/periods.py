"""C796: periods of a text that end before they begin."""

import re
from collections.abc import Iterator

from conventassembler.checks.passages import Reading
from conventassembler.checks.scans import LINES, Near
from conventassembler.diagnostics import Diagnostic
from conventassembler.french.dates import MONTHS, WEEKDAYS
from conventassembler.french.folding import unaccented
from conventassembler.patterns import Pattern

_MONTH = rf"(?:{'|'.join((*MONTHS, 'fevrier', 'aout', 'decembre'))}) \d{{4}}"
_WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS)}) )?"
_DAY = rf"\d\d?(?:er)? {_MONTH}"
_PERIOD = Pattern(
    rf"\bdu {_WEEKDAY}(?P<first>{_DAY}),? (?:et )?(?:jusqu')?au {_WEEKDAY}(?P<last>{_DAY})\b"
    rf"|\bentre le {_WEEKDAY}(?P<after>{_DAY}) et le {_WEEKDAY}(?P<before>{_DAY})\b"
    rf"|\bd(?:e |')(?P<month>{_MONTH}) (?:à |jusqu'(?:à |en ))(?P<until>{_MONTH})\b"
    r"|\bde (?P<year>20\d\d) à (?P<end>20\d\d)(?=\s*(?:[.;,:)]|\Z))",
    re.IGNORECASE,
)
_MOVED = Pattern(
    r"\b(?:avanc(?:[ée]+s?|er|era|ent)|ram[eè]n\w+|anticip\w+|pass(?:e|ent|er|era|age|[ée]+s?)"
    r"|report\w*|décal\w+|déplac\w+|modifi\w+|remont\w+)\b[^.;:,]{0,60}\Z",
    re.IGNORECASE,
)
"""What comes just before two days of which the second replaces the first: « avancé du … au … »."""
_COUNTED = Pattern(
    r"\b(?:lots?|parcelles?|numéros?|n°|places?|articles?)(?: \w+)? \Z", re.IGNORECASE
)
"""What numbers like those of years count."""
_RANKS = {unaccented(name): rank for rank, name in enumerate(MONTHS, 1)}
Bounds = tuple[int, int, str, str]
"""Where a period stands in a text, from and to, with its two bounds as they were typed."""


def periods_run_on(reading: Reading) -> Iterator[Diagnostic]:
    """Find the period of a text that ends before it begins: « du 1er mai 2027 au 30 avril 2026 ».

    Left alone: a day brought forward, « avancée du 30 septembre 2026 au 15 juillet 2026 ». The
    periods of clauses are values with a role, which C738 compares.
    """
    for passage, (start, end, first, last) in reading.found(_TURNED):
        is_value = passage.block.provenance.variant and passage.path(
            passage.text.index(first, start)
        )
        if not is_value:
            yield reading.tell("C796", passage, start, end, first=first, last=last)


def _turned(text: str) -> tuple[Bounds, ...]:
    return tuple(
        (*one.span(), first, last)
        for one in _PERIOD.finditer(text)
        for first, last in (_bounds(one),)
        if _day(last) < _day(first) and not _is_no_period(text[: one.start()], first)
    )


def _bounds(found: re.Match[str]) -> tuple[str, str]:
    first, last = filter(None, found.groups())
    return first, last


def _is_no_period(before: str, first: str) -> bool:
    return bool(_MOVED.search(before) or (first.isdigit() and _COUNTED.search(before)))


def _day(words: str) -> tuple[int, int, int]:
    """Return a day to compare, be it in the calendar or not; 0 for what it does not say."""
    *day, year = words.split()
    month = _RANKS[unaccented(day[-1].lower())] if day else 0
    return int(year), month, int(day[0].removesuffix("er")) if len(day) > 1 else 0


_TURNED = LINES.scan(
    _turned,
    Pattern(r"\A\d{4},?\Z"),
    near=Near(0, 1, Pattern(r" (?:au|et|à|jusqu'\w+)\Z", re.IGNORECASE)),
)
