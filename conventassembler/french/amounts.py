"""Amounts in figures and in words, percentages, and back."""

import re
from decimal import Decimal, InvalidOperation

from conventassembler.french.folding import fold
from conventassembler.french.grammar import APOSTROPHE, NBSP, Pieces
from conventassembler.french.numbers import cardinal, read_cardinal
from conventassembler.french.profiles import Profile, default_profile
from conventassembler.patterns import Pattern

_MINUS = "\u2212"
_CENT = Decimal("0.01")
_MILLION = 1_000_000
_IN_MILLIONS = Pattern(
    r"(?P<count>\d{1,6}(?:,\d{1,3})?)\s*(?P<noun>millions?\s+d['’]euros?|milliards?\s+d['’]euros?|M€|Md€)"
)


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


def write_both(amount: Decimal, profile: Profile | None = None) -> str:
    """Return the amount in figures, then in words: 200 000 € (deux cent mille euros).

    Raises ValueError where `amount_in_words` does.
    """
    return f"{write_amount(amount, profile)} ({amount_in_words(amount, profile)})"


def write_millions(amount: Decimal) -> str:
    """Return a round amount from one million up: 7,5 millions d'euros, 1,2 million d'euros.

    The noun is plural from two up. Source: *Guide de légistique*, 4th edition, annex. Raises
    ValueError below one million, and where more than three decimals would be needed.
    """
    count = amount / _MILLION
    if count < 1 or count != count.quantize(Decimal("0.001")):
        raise ValueError(amount)
    plural = "s" if count >= 2 else ""
    return f"{_decimal(count)}{NBSP}million{plural} d{APOSTROPHE}euros"


def read_millions(text: str) -> Decimal | None:
    """Return the amount that « 7,5 millions d'euros » or « 7,5 M€ » writes, None for any other."""
    match = _IN_MILLIONS.fullmatch(text.strip())
    if match is None:
        return None
    size = 1000 * _MILLION if match["noun"].startswith(("milliard", "Md")) else _MILLION
    return (Decimal(match["count"].replace(",", ".")) * size).quantize(Decimal(1))


def write_amount_range(low: Decimal, high: Decimal, profile: Profile | None = None) -> Pieces:
    """Return the two amounts of a range, the sign once: 1 000 à 2 000 €.

    Raises ValueError where the second is not the greater.
    """
    first = write_amount(low, profile).removesuffix(f"{NBSP}€")
    return _range(low, high, first, write_amount(high, profile))


def write_percentage_range(low: Decimal, high: Decimal) -> Pieces:
    """Return the two percentages of a range, the sign once: 5 à 7,5 %.

    Raises ValueError where the second is not the greater.
    """
    first = write_percentage(low).removesuffix(f"{NBSP}%")
    return _range(low, high, first, write_percentage(high))


def write_number_range(low: int, high: int) -> Pieces:
    """Return the two numbers of a range in figures: 12 à 17.

    Raises ValueError where the second is not the greater.
    """
    return _range(Decimal(low), Decimal(high), str(low), str(high))


def _range(low: Decimal, high: Decimal, first: str, second: str) -> Pieces:
    if low >= high:
        raise ValueError(low, high)
    return first, " à ", second


def write_percentage(value: Decimal) -> str:
    """Return the percentage: 36 %, 5,5 %, with a no-break space and no useless zero."""
    sign = _MINUS if value < 0 else ""
    return f"{sign}{_decimal(abs(value))}{NBSP}%"


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


def _decimal(value: Decimal) -> str:
    """Return a number in figures, a comma before its decimals, without useless zeros."""
    plain = format(value, "f")
    digits = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return digits.replace(".", ",")


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
