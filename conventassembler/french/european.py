"""Numbers of European regulations and directives: « (UE) 2016/679 », « 95/46/CE »."""

import re

from conventassembler.french.grammar import NBSP
from conventassembler.patterns import Pattern

_DOMAINS = {"ue": "UE", "ce": "CE", "cee": "CEE"}
_TYPED = Pattern(
    r"(?:\(?\s*(?P<before>UE|CEE|CE)\s*+\)?\s*+)?(?:n\s*[°ºo]\s*)?"
    r"(?P<one>\d{1,4})\s*/\s*(?P<two>\d{1,4})(?:\s*/\s*(?P<after>UE|CEE|CE))?",
    re.IGNORECASE,
)
_COMMON_NUMBERING = 2015
"""From this year on regulations and directives share one series, the year first."""


def write_regulation_number(text: str) -> str | None:
    """Return the number of a regulation as it is cited, None when it cannot be read.

    « (UE) 2016/679 » since 2015, « (UE) n° 1407/2013 » and « (CE) n° 883/2004 » before: there the
    domain must be typed, since the number alone does not tell it. A text in form comes back as the
    same object. Source: *Code de rédaction interinstitutionnel* of the European Union, 1.2.2.
    """
    match = _TYPED.fullmatch(text.strip())
    if match is None or match["after"]:
        return None
    if _is_common(match):
        return _same(text, f"(UE) {match['one']}/{match['two']}")
    if not match["before"] or len(match["two"]) == 3:
        return None
    return _same(text, f"({_domain(match['before'])}) n°{NBSP}{match['one']}/{match['two']}")


def write_directive_number(text: str) -> str | None:
    """Return the number of a directive as it is cited, None when it cannot be read.

    « (UE) 2016/680 » since 2015, « 2014/24/UE » and « 95/46/CE » before.
    """
    match = _TYPED.fullmatch(text.strip())
    if match is None:
        return None
    if _is_common(match) and not match["after"]:
        return _same(text, f"(UE) {match['one']}/{match['two']}")
    if not match["after"] or match["before"]:
        return None
    return _same(text, f"{match['one']}/{match['two']}/{_domain(match['after'])}")


def _is_common(match: re.Match[str]) -> bool:
    is_european = _domain(match["before"] or "UE") == "UE"
    return is_european and _COMMON_NUMBERING <= int(match["one"]) < 2100


def _domain(typed: str) -> str:
    return _DOMAINS[typed.lower()]


def _same(text: str, written: str) -> str:
    return text if text == written else written
