"""What headings announce, and the words that tell whether a text speaks of it."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from conventassembler.french.folding import fold
from conventassembler.french.tables import table
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern

_AND = Pattern(r" et | [–-] |[,:;/]")
_OPENING = Pattern(
    r"\A(?:l[ae]s?\s+|l\s+)?(?:(?:modalites|conditions|regles|clauses?)\s+(?=d))?"
    r"(?:d[eu]s?\s+|d\s+)?(?:l[ae]s?\s+|l\s+)?"
)
"""What may stand before the word that tells what a heading is about."""
_OF_THE_ACT = Pattern(
    r"\s+(?:d[eu]|des|entre)(?: l[ae]s?| l)?(?: presente?s?)?"
    r" (?:convention|protocole|acte|accord|contrat|pacte|charte|partenariat|parties)\b.*"
)
"""What may stand behind it: « de la présente convention »."""


def topics() -> Mapping[str, Any]:
    """Return the table of topics: what a heading is about, and the words that tell it."""
    found: Mapping[str, Any] = table("topics")["topics"]
    return found


@kept
def topics_of(title: str) -> tuple[str, ...]:
    """Return the topics that a heading announces, none for a heading of its own.

    « Durée et renouvellement » announces two; « Les objectifs partagés », none.
    """
    folded = (fold(part) for part in _AND.split(" ".join(title.split())))
    parts = [_OF_THE_ACT.sub("", _OPENING.sub("", part)) for part in folded]
    return tuple(
        [name for name, announced in _headings().items() if any(map(announced.fullmatch, parts))]
    )


@cache
def _headings() -> Mapping[str, Pattern]:
    """Return what announces each topic, all its headings in one pattern."""
    return {name: Pattern("|".join(row["headings"])) for name, row in topics().items()}


@kept
def line_has(line: str, topic: str) -> bool:
    """Tell whether a line has a word of the topic; lines come back in other acts."""
    return has_word(line, topic)


def has_word(text: str, topic: str) -> bool:
    """Tell whether a text has a word of the topic."""
    said = fold(text)
    return any(re.search(rf"(?<!\w)(?:{one})", said) for one in topics()[topic]["words"])
