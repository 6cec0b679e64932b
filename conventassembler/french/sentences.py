"""Where sentences end, so that a text can be kept one sentence a line.

A point that ends no sentence is far more common in a convention than elsewhere: « M. », « art. »,
« L. 1111-9 ». In doubt two sentences stay together: a long line does no harm.
"""

import re
from functools import cache
from typing import Final

from conventassembler.french.tables import table
from conventassembler.patterns import Pattern

_CANDIDATE: Final = Pattern(r"(?<![.!?…])(?P<mark>[.!?…]++)(?:[ \u00a0\u202f]?[»”\"’)\]])* (?=\S)")
_BEGINNING: Final = Pattern(r"[«“\"‘(\[–—-]?[ \u00a0\u202f]?(?P<first>\w)")
_WORD: Final = Pattern(r"\w+\Z")
_NUMBERING: Final = Pattern(r"(?:[0-9]+|[IVXLC]+)\Z")
_ABBREVIATED: Final = Pattern(r"[0-9]|[A-Z]{1,2}\.")
_LONGEST_WORD: Final = 30


def sentence_ends(text: str) -> tuple[int, ...]:
    """Return the places of the plain spaces of `text` that part two sentences.

    A no-break space never parts sentences, nor does a space beside another.
    Source: Lexique des règles typographiques en usage à l'Imprimerie nationale (a sentence begins
    with a capital letter or a figure; points of abbreviations).
    """
    ends: list[int] = []
    for found in _CANDIDATE.finditer(text):
        start = ends[-1] + 1 if ends else 0
        if _begins(text, found.end()) and _is_last(text, start, found):
            ends.append(found.end() - 1)
    return tuple(ends)


def _begins(text: str, place: int) -> bool:
    """Tell whether what stands at `place` can begin a sentence."""
    found = _BEGINNING.match(text, place)
    return found is not None and (found["first"].isupper() or found["first"].isdigit())


def _is_last(text: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether the mark ends the sentence that began at `start`, and not a word."""
    last = _WORD.search(text, max(start, found.start() - _LONGEST_WORD), found.start())
    if found["mark"] != "." or last is None:
        return True
    word = last.group()
    if len(word) == 1 and word.isalpha():
        return False
    if last.start() == start and _NUMBERING.match(word):
        return False
    return not _is_abbreviation(word.lower(), text, found.end())


def _is_abbreviation(word: str, text: str, after: int) -> bool:
    never_last, before_number = _abbreviations()
    if word in never_last:
        return True
    return word in before_number and _ABBREVIATED.match(text, after) is not None


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    data = table("abbreviations")
    return frozenset(data["never_last"]), frozenset(data["before_number"])
