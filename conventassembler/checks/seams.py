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
    ahead = ""
    for rank, one in enumerate(line):
        text = one.text
        end = at + len(text)
        if type(one) is Text and one.value is not None and one.value.path:
            if _may_meet(ahead, text, words, end) and len(text) < _LONG:
                first = _too_many(words[max(said, at - _REACH) : at], text)
                kept = _kept(text, words[end : end + _REACH])
                if first or kept:
                    yield from _seam(line, rank, first, kept)
            said = end
            ahead = ""
        elif not text.isspace():
            ahead = text
        at = end


def _may_meet(ahead: str, value: str, words: str, end: int) -> bool:
    """Tell whether a value may say again what stands before it, or behind it: most do not.

    This is asked of every value of every act, and so hangs on what is known of texts alone.
    """
    return (
        _last(ahead) in _ill_ahead(value)
        or _ends_in_a_link(value)
        or (words.startswith(", ", end) and words[end + 2 : end + 4] in value)
    )


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
    begin = WORD.findall(value[:_REACH])[: _MOST + 1]
    words = WORD.findall(said)[-_MOST:]
    if (words[-1].lower(), begin[0].lower()) in _OTHERWISE and not _LIMITS & set(begin[1:2]):
        return 1
    ending, opening = list(map(_stem, words)), list(map(_stem, begin))
    alike = [n for n, one in enumerate(opening, 1) if one == ending[-1]]
    said_again = [n for n in alike if opening[:n] == ending[-n:]]
    return next((n for n in said_again if _comes_back(begin[:n], words[-n:])), 0)


@kept
def _last(ahead: str) -> str:
    """Return the stem of the last word of a text that a value stands behind."""
    words = WORD.findall(ahead[-_REACH:])
    return _stem(words[-1]) if words else ""


@kept
def _ill_ahead(value: str) -> frozenset[str]:
    """Return the stems of the words that say, right before a value, what it says again."""
    words = WORD.findall(value[:_REACH])[:_MOST]
    otherwise = [before for before, first in _OTHERWISE if words and first == words[0].lower()]
    return frozenset(map(_stem, (*words, *otherwise)))


@kept
def _ends_in_a_link(value: str) -> bool:
    return value[value.rfind(" ") + 1 :] in _LINKS


def _comes_back(again: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether words that are said `again`, in whatever gender and number, are too many."""
    first = again[0]
    if first.lower() in _TWICE_RIGHTLY or not any(map(str.isalpha, again)):
        return False
    is_name = first[0].isupper() and first not in ("A", *words) and len(first) < _MOST
    return not is_name  # « de De Wailly »


def _stem(word: str) -> str:
    small = "à" if word == "A" else word.lower()
    return small.rstrip("es") or small


def _kept(value: str, behind: str) -> int:
    """Return how many words of a value are left without those that the text goes on with."""
    goes_on = behind.lstrip(_SPACES)
    ends = value[value.rfind(" ") + 1 :]
    if ends not in _LINKS and goes_on[:1] != ",":
        return 0
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
