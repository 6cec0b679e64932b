"""Forms that leave the gender undecided: « habilité(e) », « élu·e », « Monsieur/Madame ».

An act never prints them: the tool knows whom each word speaks of. Source: circular of 21 November
2017 on the rules of feminisation and of writing in texts published in the Journal officiel (no
« écriture dite inclusive »).
"""

import re
from itertools import pairwise
from typing import Final

from conventassembler.patterns import Pattern

_ENDING: Final = r"e|ne|le|re|se|te|ve|euse|rice|trice|ère|ière|esse"
_BRACKETED: Final = Pattern(rf"\b\w++\((?:{_ENDING})\)(?:\(s\)|s\b)?")
_DOTTED: Final = Pattern(rf"\b\w++[·•⋅‧](?:{_ENDING})(?:[·•⋅‧]?s)?\b|\b\w{{2,}}+\.e\.s\b")
_SIGNED: Final = ((("e)",), _BRACKETED), (("·", "•", "⋅", "‧", ".e.s"), _DOTTED))
"""With what such a form has."""
_WORD: Final = r"[^\W\d_]+\.?"
_SLASHED: Final = Pattern(
    rf"(?<![\w/.:]){_WORD}(?:[ \u00a0]?/[ \u00a0]?(?:(?:l[ae] |l['’]))?{_WORD})+(?![\w/-])"
)
_ARTICLE: Final = Pattern(r"l[ae] |l['’]")
_PAIRS: Final = frozenset(
    frozenset(pair)
    for pair in (
        ("le", "la"), ("du", "la"), ("un", "une"), ("son", "sa"), ("ce", "cette"), ("il", "elle"),
        ("au", "la"), ("celui", "celle"), ("monsieur", "madame"), ("m.", "mme"), ("m", "mme"),
    )
)  # fmt: skip
_SHORTEST_STEM: Final = 4


def may_double(text: str) -> bool:
    """Tell whether `text` has any sign that such a form has."""
    # It is asked of every new line: sign by sign is what costs least.
    return (
        "/" in text
        or "e)" in text
        or ".e.s" in text
        or "·" in text
        or "•" in text
        or "⋅" in text
        or "‧" in text
    )


def double_form(text: str) -> str | None:
    """Return the first form of `text` that stands for two genders at once, None without any.

    « et/ou » and the number of a circular are no such forms, nor is a plural in brackets
    (« annexe(s) »), which leaves the gender alone.
    """
    patterns = (pattern for signs, pattern in _SIGNED if any(sign in text for sign in signs))
    found = [match for pattern in patterns for match in pattern.finditer(text)]
    slashed = _SLASHED.finditer(text) if "/" in text else ()
    found += [match for match in slashed if _is_double(match[0])]
    return min(found, key=re.Match.start)[0] if found else None


def _is_double(words: str) -> bool:
    parts = [_ARTICLE.sub("", part.strip(" \u00a0").lower()) for part in words.split("/")]
    return any(_are_genders(one, other) for one, other in pairwise(parts))


def _are_genders(one: str, other: str) -> bool:
    """Tell whether two words are one in both genders: a known pair, or a stem in common."""
    if frozenset((one, other)) in _PAIRS or other in _ENDING.split("|"):
        return True
    same = min(len(one), len(other), max(_SHORTEST_STEM, min(len(one), len(other)) - 3))
    return one != other and same >= _SHORTEST_STEM and one[:same] == other[:same]
