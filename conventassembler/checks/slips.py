"""C795 and C796: a small word typed twice, a period whose days are exchanged."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from conventassembler.checks.passages import Reading
from conventassembler.checks.scans import LINES, VALUES, Near
from conventassembler.checks.whereabouts import Stretch, whereabouts
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.french.dates import MONTHS
from conventassembler.french.folding import unaccented
from conventassembler.patterns import Pattern

_SMALL = r"à|au|aux|avec|dans|de|des|du|et|la|le|les|ou|par|pour|que|qui|sur|un|une"
"""Words of which no sentence has two together; « le quartier est est rénové » is right."""
_TWICE = Pattern(rf"(?<![\w'’-])(?P<word>{_SMALL})\s+(?P=word)(?![\w'’-])")
_MOST = 20
"""How many a text is told of: one that says more is no text."""
_MONTH = "|".join((*MONTHS, "fevrier", "aout", "decembre"))
_PERIOD = Pattern(
    rf"\bdu (?P<first>\d\d?(?:er)? (?:{_MONTH}) \d{{4}})"
    rf" au (?P<last>\d\d?(?:er)? (?:{_MONTH}) \d{{4}})\b",
    re.IGNORECASE,
)
_RANKS = {unaccented(name): rank for rank, name in enumerate(MONTHS, 1)}


def words_typed_twice(reading: Reading) -> Iterator[Diagnostic]:
    """Find the small word that is typed twice: « s'engage à à verser », « de de la Commune ».

    What a value and the text around it say both is C707.
    """
    for text, (found, earlier) in reading.in_values(_REPEATED):
        if place := text.origin.position:
            at = whereabouts(Stretch(str(text), place), found.group(), 0, earlier)
            yield fault("C795", at, words=" ".join(found.group().split()), word=found["word"])


def _repeated(text: str) -> tuple[tuple[re.Match[str], int], ...]:
    """Return the words that stand twice in a text, each with how many such stand before it."""
    earlier: Counter[str] = Counter()
    found: list[tuple[re.Match[str], int]] = []
    for one in islice(_TWICE.finditer(text), _MOST):
        found.append((one, earlier[one.group()]))
        earlier[one.group()] += 1
    return tuple(found)


_REPEATED = VALUES.scan(_repeated, Pattern(rf"\A(?:{_SMALL})\Z"))


def periods_run_on(reading: Reading) -> Iterator[Diagnostic]:
    """Find the period of a text that ends before it begins: « du 1er mai 2027 au 30 avril 2026 ».

    Those of clauses are values with a role, which C738 compares.
    """
    for passage, found in reading.found(_TURNED):
        is_value = passage.block.provenance.variant and passage.path(found.start("first"))
        if not is_value:
            yield reading.tell(
                "C796", passage, *found.span(), first=found["first"], last=found["last"]
            )


def _turned(text: str) -> tuple[re.Match[str], ...]:
    return tuple(one for one in _PERIOD.finditer(text) if _day(one["last"]) < _day(one["first"]))


def _day(words: str) -> tuple[int, int, int]:
    """Return a day to compare, be it in the calendar or not."""
    day, month, year = words.split()
    return int(year), _RANKS[unaccented(month.lower())], int(day.removesuffix("er"))


_TURNED = LINES.scan(_turned, Pattern(r"\Aau\Z"), near=Near(1, 1, Pattern(r"\d{4} au \d")))
