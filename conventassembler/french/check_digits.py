"""Check digits of identifiers: the one module that knows python-stdnum.

Luhn's formula and the exception of La Poste, the structure of the IBAN of each country, the
countries of a BIC. `identifiers` imports it when there is something to check: python-stdnum takes
its time, and most acts hold no such number.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, Literal

from stdnum import bic, iban
from stdnum.exceptions import InvalidChecksum, InvalidLength, ValidationError
from stdnum.fr import siren, siret

Problem = Literal["form", "length", "key"]

_FRENCH_IBAN: Final = 27
_RIB_LETTERS: Final = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789")


def problem(kind: str, compact: str) -> Problem | None:
    """Return what is wrong with an identifier of that kind, without spaces and in capitals.

    Raises:
        KeyError: no such kind; they are siren, siret, iban and bic.
    """
    try:
        _CHECKS[kind](compact)
    except InvalidLength:
        return "length"
    except InvalidChecksum:
        return "key"
    except ValidationError:
        return "form"
    return None


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


_CHECKS: Final[Mapping[str, Callable[[str], object]]] = MappingProxyType(
    {
        "siren": siren.validate,
        "siret": siret.validate,
        "iban": _check_iban,
        "bic": bic.validate,
    }
)
