"""Comparing words as a clerk types them: without regard to case, accents, hyphens, apostrophes."""

import re
import unicodedata
from collections.abc import Iterable

from conventassembler.keeping import kept
from conventassembler.nearness import close_matches
from conventassembler.patterns import Pattern

_USUAL = (
    ("œ", "oe"), ("Œ", "oe"), ("æ", "ae"), ("Æ", "ae"), ("é", "e"), ("è", "e"), ("ê", "e"),
    ("à", "a"), ("â", "a"), ("ç", "c"), ("î", "i"), ("ô", "o"), ("û", "u"), ("ù", "u"),
    ("É", "E"), ("È", "E"), ("À", "A"), ("Ç", "C"),
)  # fmt: skip
"""Ligatures, and most of what French accents."""
_OTHER = Pattern("[^\x00-\x7f\xa0\u202f«»“”‘’–—…€°\ufffc]")
"""What may have accents besides."""
_JOINTS = "'’-‐‑–"
_ACCENTS = Pattern("[\u0300-\u034e\u0350-\u036f]+")
"""Marks that combine with the letter before them: those of Latin letters, all of one block."""
_RARE = Pattern("[\u0370-\u200f\u20d0-\U0010ffff]+")
"""Where the others stand, beside the letters of further scripts."""
_REMEMBERED = 1_000
"""Characters up to which a text is remembered: a name, a heading, a line."""


def unaccented(text: str) -> str:
    """Return `text` in lower case, without accents or ligatures."""
    if text.isascii():
        return text.lower()
    for accented, letters in _USUAL:
        text = text.replace(accented, letters)
    if not _OTHER.search(text):
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text)
    return _RARE.sub(_uncombined, _ACCENTS.sub("", decomposed)).lower()


def _uncombined(letters: re.Match[str]) -> str:
    return "".join(char for char in letters[0] if not unicodedata.combining(char))


def fold(text: str) -> str:
    """Return the form under which `text` is looked up: « Côte d'Or » and « cote-d’or » are one."""
    return _remembered(str(text)) if len(text) <= _REMEMBERED else _folded(text)


def _folded(text: str) -> str:
    plain = unaccented(text)
    for joint in _JOINTS:
        plain = plain.replace(joint, " ")
    return " ".join(plain.split())


_remembered = kept(_folded)


def near(text: str, candidates: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """Return the candidates that look like `text`, best first."""
    by_key: dict[str, str] = {}
    for candidate in candidates:
        by_key.setdefault(fold(candidate), candidate)
    return tuple(by_key[key] for key in close_matches(fold(text), by_key, count=count))
