"""Where a value says again the words of the text that stand before it or behind it.

Beside `blocks`, which asks it of each line: « imputée sur » and « sur le chapitre 65 » meet at a
seam of text and value. What of the value is too many is counted in words, since the typography of
an act is not that of the file.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from conventassembler.draft.model import Inlines, Text
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern

WORD = Pattern(r"[^\W_]+(?:-[^\W_]+)*")
"""« sur-mesure » is one."""
_MOST = 4
"""Words that a value may say again: « les actions portent sur »."""
_REACH = 48
"""Characters around a seam that are looked at."""
_LONG = 400
"""Characters beyond which a value is a text."""
_SPACES = " \u00a0\u202f'’"
_LINKS = frozenset(("le", "la", "les", "du", "de", "des", "à", "au", "aux", "et", "en", "par"))
"""What no value ends with; a word of another sort may well come back: « Longvic, Longvic »."""
_TWICE_RIGHTLY = frozenset(("nous", "vous", "m", "mme", "mlle", "monsieur", "madame"))
"""« nous nous engageons »; a civility in a name is C762."""
_OTHERWISE = frozenset((("à", "au"), ("à", "aux"), ("de", "du"), ("et", "etc"), ("ou", "etc")))
"""What stands before a value, and what it cannot begin with then."""
_LIMITS = frozenset(("moins", "plus", "maximum", "minimum"))
"""« à au moins deux »."""
_TELLING = 7
"""Letters of a word that does not come back by chance."""


class Seam(NamedTuple):
    """A value that says words of its line again."""

    path: str
    """Its key path."""
    first: int
    """How many words are too many at its beginning."""
    kept: int
    """How many it keeps where its end is too much; 0 where it is not."""


def seams(line: Inlines, words: str) -> Iterator[Seam]:
    """Yield the values of a line that say its words again, given its words.

    A value that typography cut is several inlines of one path.
    """
    at = said = 0
    for rank, one in enumerate(line):
        text = one.text
        end = at + len(text)
        if type(one) is Text and one.value is not None and one.value.path:
            if len(text) < _LONG:
                first = _too_many(words[max(said, at - _REACH) : at], text)
                kept = _kept(text, words[end : end + _REACH])
                if first or kept:
                    yield from _seam(line, rank, first, kept)
            said = end
        at = end


def _seam(line: Inlines, rank: int, first: int, kept: int) -> Iterator[Seam]:
    """Yield what was found at an inline where its value begins there, or ends."""
    paths = [one.value.path if type(one) is Text and one.value else "" for one in line]
    path = paths[rank]
    first = 0 if path in paths[:rank] else first
    kept = 0 if path in paths[:rank] or path in paths[rank + 1 :] else kept
    if first or kept:
        yield Seam(path, first, kept)


def _too_many(before: str, value: str) -> int:
    """Return how many words at the beginning of a value the text ends with before it."""
    said = before.rstrip(_SPACES)
    if said == before or not said[-1:].isalnum() or not value[:1].isalnum():
        return 0
    last = max(said.rfind(" "), said.rfind("’"), said.rfind("\u00a0")) + 1
    if _stem(said[last:]) not in _ill_ahead(value[:_REACH]):
        return 0  # as most do not
    begin = WORD.findall(value[:_REACH])[: _MOST + 1]
    words = WORD.findall(said)[-_MOST:]
    if (words[-1].lower(), begin[0].lower()) in _OTHERWISE and not _LIMITS & set(begin[1:2]):
        return 1
    counts = range(1, min(len(words), len(begin)) + 1)
    return next((count for count in counts if _says(words[-count:], begin[:count])), 0)


@kept
def _ill_ahead(begin: str) -> frozenset[str]:
    """Return the stems of the words that say, right before such a value, what it says again."""
    words = WORD.findall(begin)[:_MOST]
    otherwise = (before for before, first in _OTHERWISE if first == words[0].lower())
    return frozenset(map(_stem, (*words, *otherwise)))


def _says(words: Sequence[str], again: Sequence[str]) -> bool:
    """Tell whether words are the same, be it in another gender or number."""
    first = again[0]
    if first.lower() in _TWICE_RIGHTLY or not any(map(str.isalpha, again)):
        return False
    if first[0].isupper() and first not in ("A", *words) and len(first) < _MOST:
        return False  # « de De Wailly »
    return list(map(_stem, words)) == list(map(_stem, again))


def _stem(word: str) -> str:
    small = "à" if word == "A" else word.lower()
    return small.rstrip("es") or small


def _kept(value: str, behind: str) -> int:
    """Return how many words of a value are left without those that the text goes on with."""
    goes_on = behind.lstrip(_SPACES)
    ends = value[value.rfind(" ") + 1 :]
    if ends not in _LINKS and (goes_on[:1] != "," or goes_on[1:].lstrip(_SPACES)[:2] not in value):
        return 0  # as most do not
    words, said = WORD.findall(value), WORD.findall(behind)[:2]
    if len(words) < 2 or not said:
        return 0
    gap = behind[: behind.index(said[0])]
    if words[-1] == said[0] and said[0] in _LINKS and not gap.strip(f",{_SPACES}"):
        return len(words) - 1
    is_telling = any(len(one) >= _TELLING or one.isdigit() for one in said)
    if gap.strip(_SPACES) != "," or not is_telling or len(said) == 1:
        return 0
    return next((at for at in range(1, len(words) - 1) if words[at : at + 2] == said), 0)
