"""SIREN, SIRET, IBAN and BIC: read in any spacing, checked, written as readers expect them.

The one module that knows python-stdnum: Luhn's formula and the exception of La Poste, the
structure of the IBAN of each country, the countries of a BIC.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from stdnum import bic, iban
from stdnum.exceptions import InvalidChecksum, InvalidLength, ValidationError
from stdnum.fr import siren, siret

from conventassembler.french.grammar import NBSP

_SEPARATORS = re.compile(r"[\s.\-‐‑]+")
_FRENCH_IBAN = 27
_RIB_LETTERS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789")


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
    check: Callable[[str], object]
    """Raises a ValidationError of python-stdnum, or passes."""

    def read(self, text: str) -> str | Fault:
        """Return the identifier without spaces, in capitals, or what is wrong with it."""
        compact = _SEPARATORS.sub("", text).upper()
        if not re.fullmatch(r"[0-9A-Z]+", compact):
            return Fault.FORM
        try:
            self.check(compact)
        except InvalidLength:
            return Fault.LENGTH
        except InvalidChecksum:
            return Fault.KEY
        except ValidationError:
            return Fault.FORM
        return compact

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


def rib_key(account: str) -> str:
    """Return the key of a French account: bank, branch and number, 21 characters.

    Letters count as figures, and 97 minus the rest of the division of the whole, times 100, by 97
    is the key. Source: the *relevé d'identité bancaire*, NF Z 63-011.
    """
    return f"{97 - int(account.translate(_RIB_LETTERS)) * 100 % 97:02}"


def _check_iban(compact: str) -> None:
    """Check length before key, so that a missing figure is told as such, and the French key."""
    if not re.match(r"[A-Z]{2}\d{2}", compact):
        raise ValidationError
    is_french = compact.startswith("FR")
    if is_french and len(compact) != _FRENCH_IBAN:
        raise InvalidLength
    iban.validate(compact)
    if is_french and rib_key(compact[4:-2]) != compact[-2:]:
        raise InvalidChecksum


SCHEMES: Mapping[str, Scheme] = MappingProxyType(
    {
        "siren": Scheme("SIREN", (3,), "123 456 782", siren.validate),
        "siret": Scheme("SIRET", (3, 3, 3, 5), "123 456 782 00010", siret.validate),
        "iban": Scheme("IBAN", (4,), "FR14 2004 1010 0505 0001 3M02 606", _check_iban),
        "bic": Scheme("BIC", (11,), "BDFEFRPPCCT", bic.validate),
    }
)
"""The schemes, by the name of their type."""
