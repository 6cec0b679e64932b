"""Sums, differences and shares in clauses: of amounts an amount, of percentages a percentage."""

from decimal import Decimal
from operator import add, sub

from conventassembler.values import Blank, ClauseError, Percentage, PlainPercentage

_OPERATORS = {"+": add, "-": sub}
_PERCENTAGES = (Percentage, PlainPercentage)


def added(operator: str, left: object, right: object) -> object:
    """Return the sum or the difference; with an amount, a blank makes it that blank.

    Raises:
        ClauseError: a percentage is added to something else.
        TypeError: the two cannot be added at all.
    """
    both = (left, right)
    blank = next((one for one in both if isinstance(one, Blank)), None)
    if blank is not None and all(isinstance(one, Blank | Decimal) for one in both):
        return blank
    shares = [isinstance(one, _PERCENTAGES) for one in both]
    if any(shares) and not all(shares) and blank is None:
        words = [str(one) for one in both]
        raise ClauseError("C531", left=words[0], operator=operator, right=words[1])
    result: object = _OPERATORS[operator](left, right)
    return PlainPercentage(result) if all(shares) and isinstance(result, Decimal) else result


def blank_share(operator: str, left: object, right: object) -> Blank | None:
    """Return the blank of a share, « montant * part / 100 », None where there is none."""
    both = (left, right)
    numbers = Blank | Decimal if operator == "*" else Blank | Decimal | int
    is_share = all(isinstance(one, numbers) for one in both)
    return next((one for one in both if is_share and isinstance(one, Blank)), None)
