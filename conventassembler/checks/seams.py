"""Where a value says again the words of the text that stand before it or behind it.

Beside `blocks`, which asks it of each line: « imputée sur » and « sur le chapitre 65 » meet at a
seam of text and value. What of the value is too many is counted in words, since the typography of
an act is not that of the file.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from conventassembler.draft.model import Inline, Inlines, Text
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


def seams(line: Inlines) -> Iterator[Seam]:
    """Yield the values of a line that say its words again.

    A value that typography cut is several inlines of one path.
    """
    ahead, last = "", len(line) - 1
    for rank, one in enumerate(line):
        if type(one) is Text and one.value is not None and one.value.path:
            ill = _ill_ahead(one.text)
            if (
                ill is None
                or (ahead and not ill.isdisjoint(_endings(ahead)))
                or (rank < last and line[rank + 1].text[:1] in "," and _goes_on(line, rank))
            ):
                yield from _at(line, rank)
            ahead = ""
        else:
            ahead = ahead + one.text if ahead else one.text  # the very text, as mostly


def _goes_on(line: Inlines, rank: int) -> bool:
    """Tell whether what is behind the comma that follows a value may say it again."""
    behind = "".join([one.text for one in line[rank + 1 : rank + 4]])
    first = WORD.search(behind)
    return first is not None and first[0] in WORD.findall(line[rank].text)


def _at(line: Inlines, rank: int) -> Iterator[Seam]:
    """Yield the value that an inline is of, if it says again what is around it."""
    text = line[rank].text
    if len(text) >= _LONG:
        return
    ahead = takewhile(lambda one: not _path(one), reversed(line[:rank]))
    before = "".join(reversed([one.text for one in ahead]))
    behind = "".join([one.text for one in line[rank + 1 :]])
    first, kept = _too_many(before[-_REACH:], text), _kept(text, behind[:_REACH])
    if first or kept:
        yield from _of_path([_path(one) for one in line], rank, first, kept)


def _path(inline: Inline) -> str:
    """Return the key path of the value that an inline is of; empty for none."""
    return inline.value.path if type(inline) is Text and inline.value else ""


def _of_path(paths: Sequence[str], rank: int, first: int, kept: int) -> Iterator[Seam]:
    """Yield what was found at an inline where its value begins there, or ends."""
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
def _endings(ahead: str) -> frozenset[str]:
    """Return the stems of the last word of a text, of its last two, and so on."""
    stems = list(map(_stem, WORD.findall(ahead[-_REACH:])[-_MOST:]))
    return frozenset([" ".join(stems[rank:]) for rank in range(len(stems))])


@kept
def _ill_ahead(value: str) -> frozenset[str] | None:
    """Return the stems of the words that say, right before a value, what it says again.

    None: what follows may, since the value ends in a link.
    """
    if value[value.rfind(" ") + 1 :] in _LINKS:
        return None
    words = WORD.findall(value[:_REACH])[:_MOST]
    stems = list(map(_stem, words))
    otherwise = [_stem(one) for one, first in _OTHERWISE if words and first == words[0].lower()]
    return frozenset([*[" ".join(stems[: rank + 1]) for rank in range(len(stems))], *otherwise])


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
