"""Comparing words as a clerk types them: without regard to case, accents, hyphens, apostrophes."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

from conventassembler.keeping import kept

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
_JOINTS = re.compile(r"[\s'’\-‐‑–]+")


_SHORT = 48
"""Longest text that is remembered: a word, a name, a key."""


def unaccented(text: str) -> str:
    """Return `text` in lower case, without accents or ligatures."""
    if text.isascii():
        return text.lower()
    return _unaccented(text) if len(text) <= _SHORT else _without_accents(text)


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.translate(_LIGATURES))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


_unaccented = kept(_without_accents)


def fold(text: str) -> str:
    """Return the form under which `text` is looked up: « Côte d'Or » and « cote-d’or » are one."""
    return _JOINTS.sub(" ", unaccented(text)).strip()


def near(text: str, candidates: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """Return the candidates that look like `text`, best first."""
    by_key: dict[str, str] = {}
    for candidate in candidates:
        by_key.setdefault(fold(candidate), candidate)
    return tuple(by_key[key] for key in difflib.get_close_matches(fold(text), by_key, n=count))
