"""Amounts in figures and in words, percentages, and back."""

import re
from decimal import Decimal, InvalidOperation

from conventassembler.french.folding import fold
from conventassembler.french.grammar import APOSTROPHE, NBSP
from conventassembler.french.numbers import cardinal, read_cardinal
from conventassembler.french.profiles import Profile, default_profile

_MINUS = "\u2212"
_CENT = Decimal("0.01")


def write_thousands(number: int, profile: Profile | None = None) -> str:
    """Return the number in figures by groups of three, as the profile spaces them: 22 507.

    For a quantity; the figures of a year or of an address stay together. Source: Lexique of the
    Imprimerie nationale.
    """
    groups = f"{abs(number):,}".replace(",", (profile or default_profile()).group_space)
    return f"{_MINUS}{groups}" if number < 0 else groups


def write_amount(amount: Decimal, profile: Profile | None = None) -> str:
    """Return the amount in figures: 200 000 €, 8 550,50 €; cents only where there are some.

    Groups of three digits as the profile spaces them, a no-break space before €. Source:
    *Guide de légistique*, 4th edition, annex; Lexique of the Imprimerie nationale. Raises
    ValueError for a fraction of a cent.
    """
    euros, cents = _euros_and_cents(abs(amount))
    groups = write_thousands(euros, profile)
    decimals = f",{cents:02}" if cents else ""
    sign = _MINUS if amount < 0 else ""
    return f"{sign}{groups}{decimals}{NBSP}€"


def read_amount(text: str) -> Decimal | None:
    """Return the amount that `text` writes in figures, None where it is none."""
    match = re.fullmatch(r"([-−]?)\s*(\d[\d\s]*)(?:,(\d{1,2}))?\s*(?:€|euros?)", text.strip())
    if match is None:
        return None
    digits = re.sub(r"\s", "", match[2])
    value = Decimal(f"{digits}.{match[3] or 0}")
    value = value.quantize(_CENT) if match[3] else value.to_integral_value()
    return -value if match[1] else value


def amount_in_words(amount: Decimal, profile: Profile | None = None) -> str:
    """Return the amount in words: deux cent mille euros, un million d'euros, zéro euro.

    « de » after a round million or milliard, which are nouns; « et » before the cents; no
    « zéro centime ». Below two, the singular. Raises ValueError for a negative amount, a
    fraction of a cent, or one too large for `cardinal`.
    """
    reformed = (profile or default_profile()).reformed_spelling
    euros, cents = _euros_and_cents(amount)
    parts = []
    if euros or not cents:
        parts.append(_counted(euros, "euro", reformed))
    if cents:
        parts.append(_counted(cents, "centime", reformed))
    return " et ".join(parts)


def read_amount_in_words(text: str) -> Decimal | None:
    """Return the amount that `text` writes in words, None where it is none."""
    match = re.fullmatch(r"(?:(.+?) (?:d )?euros?)?(?: et )?(?:(.+?) centimes?)?", fold(text))
    if match is None or not (match[1] or match[2]):
        return None
    euros = read_cardinal(match[1]) if match[1] else 0
    cents = read_cardinal(match[2]) if match[2] else 0
    if euros is None or cents is None or cents > 99:
        return None
    return Decimal(euros) + _CENT * cents if cents else Decimal(euros)


def write_percentage(value: Decimal) -> str:
    """Return the percentage: 36 %, 5,5 %, with a no-break space and no useless zero."""
    plain = format(abs(value), "f")
    digits = plain.rstrip("0").rstrip(".") if "." in plain else plain
    sign = _MINUS if value < 0 else ""
    return f"{sign}{digits.replace('.', ',')}{NBSP}%"


def read_percentage(text: str) -> Decimal | None:
    """Return the percentage that `text` writes, None where it is none."""
    number, sign, after = text.strip().partition("%")
    if not sign or after:
        return None
    try:
        value = Decimal(number.strip().replace(_MINUS, "-").replace(",", "."))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _counted(count: int, unit: str, reformed: bool) -> str:
    words = cardinal(count, reformed=reformed)
    plural = "s" if count > 1 else ""
    of = f"d{APOSTROPHE}" if unit == "euro" and count and count % 1_000_000 == 0 else ""
    return f"{words} {of}{unit}{plural}"


def _euros_and_cents(amount: Decimal) -> tuple[int, int]:
    hundredths = amount * 100
    if amount < 0 or hundredths != hundredths.to_integral_value():
        raise ValueError(amount)
    return divmod(int(hundredths), 100)
