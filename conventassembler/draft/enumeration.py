"""How the items of an ordered list are numbered: « 2) », « 2° », « b) », « B. », « II. »."""

from conventassembler.draft.model import Enumeration, ListItem

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LETTERS = 26


def marker(item: ListItem) -> str:
    """Return what stands before an item of an ordered list, its number and the sign behind it."""
    return numeral(item.ordinal, item.enumeration) + item.enumeration[-1]


def numeral(ordinal: int, enumeration: Enumeration) -> str:
    """Return the number of an item; letters begin again doubled, « aa », as word processors do."""
    match enumeration:
        case "I.":
            return _roman(ordinal)
        case "a)" | "A.":
            turns, place = divmod(max(ordinal, 1) - 1, _LETTERS)
            return chr(ord(enumeration[0]) + place) * (turns + 1)
        case _:
            return str(ordinal)


def _roman(number: int) -> str:
    made = ""
    for value, sign in _ROMAN:
        made += sign * (number // value)
        number %= value
    return made
