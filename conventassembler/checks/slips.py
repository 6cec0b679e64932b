"""C795: a small word typed twice."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from conventassembler.checks.passages import Reading
from conventassembler.checks.quoted import in_title
from conventassembler.checks.scans import VALUES
from conventassembler.checks.whereabouts import Stretch, whereabouts
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.patterns import Pattern
from conventassembler.values import RichText, Text

_SMALL = (
    r"à|au|aux|avec|cette|dans|de|des|dont|du|et|la|le|les|ne|ou|par|pour|que|qui|se|sur|un|une"
)
"""Words of which no sentence has two together; « le quartier est est rénové » is right."""
_NAME = r"(?<=\bde)\s+[A-ZÀ-Ý]"
"""« Les Mémoires de de Gaulle »."""
_TWICE = Pattern(
    rf"(?<![\w'’-])(?P<word>(?i:{_SMALL}))\s+(?=[a-zà])(?i:(?P=word))(?![\w'’-])(?!{_NAME})"
)
_OPENS = Pattern(r"(?:\A|\n|[.!?]\s|[-*]\s)\Z")
"""Before the first word of a sentence."""
_MOST = 20
"""How many a text is told of: one that says more is no text."""


def words_typed_twice(reading: Reading) -> Iterator[Diagnostic]:
    """Find the small word that is typed twice: « s'engage à à verser », « de de la Commune ».

    Left alone: names (« les Mémoires de de Gaulle », « La La Land »), and titles between quotes.
    What a value and the text around it say both is C707.
    """
    for text, (found, earlier) in reading.in_values(_REPEATED):
        place = text.origin.position
        if place and (found["word"].islower() or _opens_sentence(text, found.start())):
            at = whereabouts(Stretch(str(text), place), found.group(), 0, earlier)
            yield fault("C795", at, words=" ".join(found.group().split()), word=found["word"])


def _opens_sentence(text: Text, start: int) -> bool:
    """Tell whether a sentence begins there; elsewhere a capital is that of a name."""
    return isinstance(text, RichText) and bool(_OPENS.search(text[:start]))


def _repeated(text: str) -> tuple[tuple[re.Match[str], int], ...]:
    """Return the words that stand twice in a text, each with how many such stand before it."""
    earlier: Counter[str] = Counter()
    found: list[tuple[re.Match[str], int]] = []
    twice = (one for one in _TWICE.finditer(text) if not in_title(text, *one.span()))
    for one in islice(twice, _MOST):
        found.append((one, earlier[one.group()]))
        earlier[one.group()] += 1
    return tuple(found)


_REPEATED = VALUES.scan(_repeated, Pattern(rf"\A(?:{_SMALL})\Z"))
