"""How the items of an ordered list are numbered: « 2) », « 2° », « b) », « B. », « II. »."""

from conventassembler.draft.model import Enumeration, ListItem
from conventassembler.french.numerals import write_numeral

_LETTERS = 26


def marker(item: ListItem) -> str:
    """Return what stands before an item of an ordered list, its number and the sign behind it."""
    return numeral(item.ordinal, item.enumeration) + item.enumeration[-1]


def numeral(ordinal: int, enumeration: Enumeration) -> str:
    """Return the number of an item; letters begin again doubled, « aa », as word processors do."""
    match enumeration:
        case "I.":
            return write_numeral(ordinal, "romains")
        case "a)" | "A.":
            turns, place = divmod(max(ordinal, 1) - 1, _LETTERS)
            return chr(ord(enumeration[0]) + place) * (turns + 1)
        case _:
            return str(ordinal)
