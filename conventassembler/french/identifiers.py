"""SIREN, SIRET, IBAN and BIC: read in any spacing, checked, written as readers expect them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from conventassembler.french.grammar import NBSP

_SEPARATORS = re.compile(r"[\s.\-‐‑]+")


class Fault(StrEnum):
    """What is wrong with an identifier."""

    FORM = "form"
    LENGTH = "length"
    KEY = "key"
    """Its check digits are not those of its other characters."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """One kind of identifier."""

    name: str
    """As text calls it: « SIRET »."""
    groups: tuple[int, ...]
    """Characters of each group as written; the last size is repeated."""
    example: str
    kind: str
    """As `check_digits` calls it, and the type of a parameter."""

    def read(self, text: str) -> str | Fault:
        """Return the identifier without spaces, in capitals, or what is wrong with it."""
        compact = _SEPARATORS.sub("", text).upper()
        if not re.fullmatch(r"[0-9A-Z]+", compact):
            return Fault.FORM
        from conventassembler.french import check_digits  # noqa: PLC0415 -- costs 27 ms at start

        found = check_digits.problem(self.kind, compact)
        return Fault(found) if found else compact

    def write(self, compact: str) -> str:
        """Return the identifier in groups bound by no-break spaces: 123 456 782 00010."""
        return grouped(compact, self.groups)


def grouped(text: str, sizes: Sequence[int]) -> str:
    """Return `text` in groups of those sizes, the last repeated, bound by no-break spaces."""
    groups: list[str] = []
    start = 0
    while start < len(text):
        size = sizes[min(len(groups), len(sizes) - 1)]
        groups.append(text[start : start + size])
        start += size
    return NBSP.join(groups)


SCHEMES: Mapping[str, Scheme] = MappingProxyType(
    {
        "siren": Scheme("SIREN", (3,), "123 456 782", "siren"),
        "siret": Scheme("SIRET", (3, 3, 3, 5), "123 456 782 00010", "siret"),
        "iban": Scheme("IBAN", (4,), "FR14 2004 1010 0505 0001 3M02 606", "iban"),
        "bic": Scheme("BIC", (11,), "BDFEFRPPCCT", "bic"),
    }
)
"""The schemes, by the name of their type."""
