"""Whom the parts of the codes are about: the communes, the départements, the CCAS.

The table is `data/code_parts.toml`. An article of no row of it is not judged.
"""

import re
from functools import cache

from conventassembler.french.folding import fold
from conventassembler.french.organs import kinds_of
from conventassembler.french.tables import table
from conventassembler.frozen import dataclass
from conventassembler.keeping import kept
from conventassembler.patterns import Pattern

_NUMBER = Pattern(r"^\s*L\.?\s*O?\.?\s*(\d.*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a code, and the legal persons that it is about."""

    code: str
    article: str
    kinds: frozenset[str]
    """Ids of the kinds."""
    concerned: str
    """« les communes », for a message."""
    source: str


@kept
def part_of(code: str, article: str) -> Part | None:
    """Return the part of a code, by its whole title, that an article stands in; else None.

    Articles of the legislative part alone are told apart: « L. 2121-29 ».
    """
    found = _NUMBER.match(article)
    if found is None:
        return None
    number = re.sub(r"[‐‑–]", "-", found[1])
    rows = (one for one in _parts() if fold(one.code) == fold(code))
    return next((one for one in rows if re.match(one.article, number)), None)


@cache
def _parts() -> tuple[Part, ...]:
    return tuple(
        Part(
            row["code"],
            row["article"],
            kinds_of(tuple(row["groups"])),
            row["concerned"],
            row["source"],
        )
        for row in table("code_parts")["parts"]
    )
