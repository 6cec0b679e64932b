"""Other spellings of a name as a regular expression: what editors must accept as the loader does.

Keys are matched by their fold, which JSON Schema does not know; a pattern says the same. It means
the same to Python and to ECMAScript, in which the accented letters are no part of words: there it
lets one too many pass, which the loader then tells.
"""

import re
from collections.abc import Iterable
from functools import cache

from conventassembler.source import fold

_BETWEEN = r"[\W_]*"
_ACCENTED = {
    "a": "àâä",
    "c": "ç",
    "e": "éèêë",
    "i": "îï",
    "n": "ñ",
    "o": "ôö",
    "u": "ùûü",
    "y": "ÿ",
}
_LIGATURES = {"oe": "[œŒ]", "ae": "[æÆ]"}


def spelled(names: Iterable[str], but: Iterable[str] = ()) -> str:
    """Return the pattern of every spelling that is read as one of `names`, but for some."""
    return _pattern(tuple(names), tuple(but))


@cache
def _pattern(names: tuple[str, ...], but: tuple[str, ...]) -> str:
    folded = dict.fromkeys(map(fold, names))
    others = "|".join(re.escape(name).replace(r"\ ", " ").replace(r"\-", "-") for name in but)
    ahead = f"(?!(?:{others})$)" if others else ""
    return f"^{ahead}{_BETWEEN}(?:{'|'.join(map(_one, folded))})$"


def _one(folded: str) -> str:
    """Return the pattern of one name, which lets what stands between words follow each letter."""
    made = "".join(_letter(letter) + _BETWEEN for letter in folded)
    for pair, ligature in _LIGATURES.items():
        apart = "".join(_letter(letter) + _BETWEEN for letter in pair)
        made = made.replace(apart, f"(?:{apart}|{ligature}{_BETWEEN})")
    return made


def _letter(letter: str) -> str:
    both = "".join(dict.fromkeys((letter, letter.upper())))
    accented = _ACCENTED.get(letter, "")
    return f"[{both}{accented}{accented.upper()}]" if len(both) > 1 else letter
