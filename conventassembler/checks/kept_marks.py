"""C763: the marks that a value keeps from the sentence or the list that it was copied from."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from conventassembler.checks.doubled_marks import doubled_marks
from conventassembler.checks.passages import Reading
from conventassembler.checks.phrases import phrase_of_value
from conventassembler.checks.scans import VALUES
from conventassembler.checks.typed import Values
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.places import place_of
from conventassembler.patterns import Pattern
from conventassembler.values import PartyId, RichText, Text

_ENDS = Pattern(r"(?P<marks>(?<![;:,])[;:,]+|(?<=[^\W\d_]{4})\.)\s*$")
_GOES_ON = Pattern(r"(?P<marks>(?<![;,])[;,]+)\s*$")
"""What no value of a clause ends with: a colon or a full stop may be the clause's own manner."""
_AROUND = Pattern(r"\s*(?P<open>[«“\"])(?P<words>[^«»“”\"]+)(?P<close>[»”\"])\s*")
_BULLET = Pattern(r"\s*(?P<mark>[-–—•*·▪►]+)\s+(?=\S)")
_QUOTE = Pattern(r"[«»“”\"]")
_PAIRED = frozenset("«»")
"""A guillemet that is alone is C228."""
_NO_WORDS_OF_THE_ACT = ("accepted", "manner")
"""What an agreement says of its findings and of its profile."""
_QUOTES_ELSEWHERE = Pattern(r"\.short_name$|^groups\..*\.name$|^together$")
"""Names that the act sets between quotes: theirs are told as doubled."""
_MAY_QUOTE = Pattern(r"^recitals\[(?!.*\.number)")
"""A recital may cite what bears quotes, « Dijon 2030 »; a number bears none."""


def values_alone(reading: Reading) -> Iterator[Diagnostic]:
    """Find the quotes, the bullet or the last mark that a value keeps from where it was copied.

    Bad: `titre: "« Objet »"`, `numéro: '"2026-77"'`, `adresse: "- 3, rue des Écoles ;"`,
    `lieu: "Dijon,"`. Good: the words alone.
    """
    for value, marks in (*_of_agreement(reading), *_of_clauses(reading)):
        if marks and value.origin.position is not None:
            place = place_of(value, value.origin.position)
            quoted = phrase_of_value(reading.lines, value.origin.path)
            yield fault("C763", place, marks=marks, **quoted)


def _of_agreement(reading: Reading) -> Iterator[tuple[Text, str]]:
    """Yield the texts of parties, visas, titles and signature, with the marks too many."""
    said = reading.gathered.fields
    parts = [part for name in said if name not in _NO_WORDS_OF_THE_ACT for part in said[name]]
    marked = _marked(parts)
    numbers = reading.resolved.numbers
    numbered = {str(one.entry.path) for one in reading.instances if marked and one.id in numbers}
    for value in marked:
        path = value.origin.path
        bullet = path.removesuffix(".title") not in numbered  # of those, C765 tells it
        yield value, " ".join((*_bullet(value, bullet), *_quotes(value), *_last(value, _ENDS)))


def _of_clauses(reading: Reading) -> Iterator[tuple[Text, str]]:
    """Yield the values of clauses: they may bear quotes, and what the text doubles is C707."""
    told = {finding.position for finding in doubled_marks(reading)}
    for value in _marked(reading.gathered.clauses):
        if value.origin.position not in told:
            alone = not value.origin.path.endswith("]")  # of an item, C765 tells the bullet
            yield value, " ".join((*_bullet(value, alone), *_last(value, _GOES_ON)))


def _marked(parts: Iterable[Values]) -> Sequence[Text]:
    """Return the texts that have a bullet, a quote or a mark at their end: no rich text keeps any.

    Those are words alone: neither a rich text nor the id of a party.
    """
    hits = chain.from_iterable([one.hits for one in parts if one.hits])
    found = [text for scan, text, _ in hits if scan is _MARKED]
    return [one for one in found if not isinstance(one, RichText | PartyId)]


def _has_marks(value: str) -> tuple[str, ...]:
    patterns = (_BULLET.match, _QUOTE.search, _ENDS.search, _GOES_ON.search)
    return (value,) if any(pattern(value) for pattern in patterns) else ()


_MARKED = VALUES.scan(_has_marks, Pattern(r"[«»“”\"]|[;:,.]\Z|\A[-–—•*·▪►]+\Z"))
"""A bullet is a word of its own."""


def _bullet(value: str, told_here: bool) -> Iterator[str]:
    if told_here and (found := _BULLET.match(value)):
        yield found["mark"]


def _last(value: str, ends: Pattern) -> Iterator[str]:
    found = ends.search(value)
    if found and not value.endswith(("etc.", "...")):
        yield found["marks"]


def _quotes(value: Text) -> Iterator[str]:
    """Yield the quotes around a value, or the one that has lost its other."""
    path = value.origin.path
    if _QUOTES_ELSEWHERE.search(path) or _MAY_QUOTE.search(path):
        return
    words = _ENDS.sub("", _BULLET.sub("", value))
    marks = _QUOTE.findall(words)
    if around := _AROUND.fullmatch(words):
        yield from (around["open"], around["close"])
    elif (len(marks) % 2 and not _PAIRED & set(marks)) or (marks and path.endswith("number")):
        yield from marks
