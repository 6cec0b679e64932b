"""Ordinals in words: premier, vingt et unième, deux centième; and back."""

import re

from conventassembler.french.folding import fold
from conventassembler.french.numbers import cardinal, read_cardinal
from conventassembler.patterns import Pattern

_LAST = Pattern(r"[^\s-]+$")
_IRREGULAR = {
    "cinq": "cinquième",
    "neuf": "neuvième",
    "cents": "centième",
    "vingts": "vingtième",
    "millions": "millionième",
    "milliards": "milliardième",
}
_ONE = {False: "premier", True: "première"}
_NOUNS = (1_000_000, 1_000_000_000)
_LONGEST = 200
"""Characters of a text that may still be an ordinal."""


def ordinal(number: int, *, feminine: bool = False, reformed: bool = False) -> str:
    """Return the ordinal in words: premier, deuxième, vingt et unième, deux centième.

    « -ième » is put to the last word of the cardinal, which loses its final e and the s of a
    plural: quatre-vingtième, deux centième (deux-centième under the 1990 rectifications). Only
    « premier » has a feminine of its own, and it stands alone: vingt et unième. Source: Grevisse,
    *Le Bon Usage*, « numéraux ordinaux ». Raises ValueError out of 1..`LARGEST`.
    """
    if number < 1:
        raise ValueError(number)
    if number == 1:
        return _ONE[feminine]
    words = cardinal(number, reformed=reformed)
    if number in _NOUNS:
        words = words.removeprefix("un ")
    text = _LAST.sub(_with_suffix, words)
    return re.sub(r"(?<=cent|ingt)s(?= milli\w+ième$)", "", text)


def read_ordinal(text: str) -> int | None:
    """Return the number of an ordinal in words, in either spelling and gender; None otherwise."""
    written = fold(text)
    if written in map(fold, _ONE.values()):
        return 1
    for words in _cardinals(written):
        number = read_cardinal(words)
        if number and written in (fold(ordinal(number)), fold(ordinal(number, reformed=True))):
            return number
    return None


def read_ordinal_short(text: str) -> int | None:
    """Return the number of an ordinal in figures, 1er, 1re, 2e; None for any other, as 2ème."""
    match = re.fullmatch(r"(?P<first>1)(?:er|re)|(?P<other>[1-9]\d*)e", text.strip())
    if match is None or match["other"] == "1":
        return None
    return int(match["first"] or match["other"])


def _with_suffix(match: re.Match[str]) -> str:
    last = match.group()
    return _IRREGULAR.get(last) or f"{last.removesuffix('e')}ième"


def _cardinals(written: str) -> tuple[str, ...]:
    """Return the cardinals that may have made the folded ordinal; one of them at most is right."""
    if not re.fullmatch(r"(?:\w+ )*\w+ieme", written) or len(written) > _LONGEST:
        return ()
    stem = re.sub(r"(?<=\bcinq)u$", "", written.removesuffix("ieme"))
    stem = re.sub(r"\bneuv$", "neuf", stem)
    plural = re.sub(r"(?<=cent|ingt)(?= milli\w+$)", "s", stem)
    return stem, f"{stem}e", f"{stem}s", f"{plural}s", f"un {stem}"
