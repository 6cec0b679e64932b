"""SIREN, SIRET, IBAN and BIC: read in any spacing, checked, written as readers expect them."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from conventassembler.french.grammar import NBSP
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

_SEPARATORS = Pattern(r"[\s.\-‐‑]+")


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

SPECIMENS = frozenset(
    (
        "FR1420041010050500013M02606",
        "FR7630006000011234567890189",
        "FR7630001007941234567890185",
        "FR7612345987650123456789014",
        "DE89370400440532013000",
        "GB29NWBK60161331926819",
        "LU280019400644750000",
    )
)
"""IBANs that manuals, forms and the registry of SWIFT print as examples: of no account."""

_FRANCE = ("GF", "GP", "MQ", "RE", "YT", "PM", "BL", "MF", "TF", "NC", "PF", "WF")
"""Countries of a BIC whose accounts have an IBAN that begins with FR (ISO 13616, registry)."""
_CROWN = ("GG", "IM", "JE")
_QUOTED = Pattern(
    r"\b(?P<scheme>SIRET|SIREN|IBAN)\s*(?:n\s*[°ºo]\s*)?[:=]?\s*"
    r"(?P<value>[A-Z]{0,2}\d[0-9A-Z]*+(?>(?:[ \u00a0\u202f.-][0-9A-Z]{1,5}(?![0-9A-Za-z]))*))"
    r"|\b(?P<account>FR\d{2}(?:[ \u00a0\u202f]?[0-9A-Z]{4}){5}[ \u00a0\u202f]?[0-9A-Z]{1,4})\b"
)


def country_of(compact: str) -> str:
    """Return the country of an IBAN or a BIC as an IBAN writes it: FR for Nouvelle-Calédonie."""
    country = compact[4:6] if len(compact) in _BIC_LENGTHS else compact[:2]
    return "FR" if country in _FRANCE else "GB" if country in _CROWN else country


_BIC_LENGTHS = (8, 11)
"""An IBAN has at least 15 characters."""


def quoted(text: str) -> tuple[tuple[str, str], ...]:
    """Return the numbers that a text quotes with their schemes: ("siret", "123 456 782 00010").

    A SIRET, a SIREN or an IBAN behind its name; a French IBAN wherever it stands.
    """
    found = []
    for one in _QUOTED.finditer(text):
        scheme = (one["scheme"] or "IBAN").lower()
        value = one["account"] or one["value"]
        found.append((scheme, _up_to(value, scheme)))
    return tuple(found)


def _up_to(value: str, scheme: str) -> str:
    """Return a number without the words that follow it: « 12 345 678 2 00010 21 rue ».

    Groups are taken as long as they may belong to it.
    """
    most = {"siret": 14, "siren": 9}.get(scheme, 34)
    groups: list[str] = []
    count = 0
    for group in re.split(r"([ \u00a0\u202f.-])", value):
        compact = _SEPARATORS.sub("", group)
        count += len(compact)
        is_foreign = scheme != "iban" and not compact.isdigit() and compact
        if groups and (count > most or is_foreign):
            break
        groups.append(group)
    return "".join(groups).rstrip(" \u00a0\u202f.-")
