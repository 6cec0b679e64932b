"""What number is meant by words where figures alone are asked: « 22 507 habitants », « trois ans ».

A clerk who types what is proposed gets an act that says it: nothing is proposed of a number in
another unit than the one asked for, nor of words that may change it (« 3 à 5 ans », « 12 mille »).
"""

import re

from conventassembler.french import numbers
from conventassembler.french.folding import fold
from conventassembler.patterns import Pattern

SPACES = " \u00a0\u202f\u2009"
WHOLE = rf"(?:0|[1-9][0-9]{{0,14}}|[1-9][0-9]{{0,2}}(?:[{SPACES}][0-9]{{3}}){{1,4}})"
"""Without a leading zero: `01000` is a postal code or a slip, never a number."""
_SLIPS = Pattern(
    r"0*(?P<figures>[1-9][0-9]{0,2}(?:_[0-9]{3})*|[1-9][0-9]{0,14})(?:[.,]0{1,2})?[;,.]?"
)
"""What other programs write for a whole number; « 22.000 » is as well read as 22 000."""
_HEADED = Pattern(rf"(?P<count>{WHOLE})[{SPACES}]*(?P<rest>[^\d{SPACES}][^\d]*)")
_AGAIN = Pattern(r"\((?P<words>[^()]+)\)")
"""A number said a second time: « 3 (trois) »."""
_YEARS, _MONTHS = "années", "mois"
_UNITS = {
    **dict.fromkeys(("an", "ans", "annee", "annees"), _YEARS),
    "mois": _MONTHS,
    **dict.fromkeys(("semaine", "semaines"), "semaines"),
    **dict.fromkeys(("jour", "jours"), "jours"),
    **dict.fromkeys(("heure", "heures", "h"), "heures"),
    **dict.fromkeys(("minute", "minutes", "min"), "minutes"),
}
_ASKED = Pattern(r"(?:.*\ben )?(ans|annees|mois|semaines|jours|heures|minutes)\b.*")
_WORD = Pattern(r"[^\W\d_]+\.?")
_SMALL = frozenset(("de", "d", "du", "des"))


def meant(text: str, label: str) -> dict[str, str]:
    """Return the facts of a finding: the number that is meant, or the units typed and asked for."""
    if match := _SLIPS.fullmatch(text):
        return {"suggestion": match["figures"].replace("_", "")}
    count, rest = _parted(text)
    if count is None:
        return {}
    unit, asked = _UNITS.get(fold(rest).rstrip("."), ""), _unit_asked(label)
    if unit and asked and unit != asked:
        return {"unit": rest, "asked": asked} | _converted(count, unit, asked)
    is_plain = not rest or (unit and unit == asked) or _is_said(rest, count, label)
    return {"suggestion": str(count)} if is_plain else {}


def _parted(text: str) -> tuple[int | None, str]:
    """Return the number that a text begins with, in figures or in words, and what follows it."""
    if match := _HEADED.fullmatch(text):
        return int(re.sub(f"[{SPACES}]", "", match["count"])), match["rest"].strip()
    if (count := numbers.read_cardinal(text)) is not None:
        return count, ""
    words, _, rest = text.rpartition(" ")
    return numbers.read_cardinal(words) if words else None, rest


def _unit_asked(label: str) -> str:
    """Return the unit that a name asks for: « Durée initiale, en années »."""
    match = _ASKED.fullmatch(fold(label))
    return _UNITS[match[1]] if match else ""


def _converted(count: int, unit: str, asked: str) -> dict[str, str]:
    """Return what is the same in the unit asked for: 36 months are 3 years, 18 are no number."""
    if (unit, asked) == (_YEARS, _MONTHS):
        return {"suggestion": str(count * 12)}
    if (unit, asked) == (_MONTHS, _YEARS) and count and count % 12 == 0:
        return {"suggestion": str(count // 12)}
    return {}


def _is_said(rest: str, count: int, label: str) -> bool:
    """Tell whether what follows a number is the number again, or words of what is asked for."""
    if again := _AGAIN.fullmatch(rest):
        return numbers.read_cardinal(again["words"]) == count
    known = {one.removesuffix("s") for one in _words(label)}
    said = [one for one in _words(rest) if one not in _SMALL]
    return bool(said) and all(_is_known(one, known) for one in said)


def _is_known(word: str, known: set[str]) -> bool:
    """Tell whether a word is one of those, or is short for one: « hab. »."""
    if word.endswith("."):
        return any(len(word) > 3 and one.startswith(word[:-1]) for one in known)
    return word.removesuffix("s") in known


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
