"""Numbers of headings: arabic figures, roman numerals, letters."""

from typing import Literal, get_args

from conventassembler.patterns import Pattern

Digits = Literal["arabes", "romains", "lettres"]
"""How a row of headings is counted."""
DIGITS: tuple[Digits, ...] = get_args(Digits)

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD")),
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LETTERS = 26
_MOST = 3999
"""Beyond it, roman numerals need signs of their own."""
_LONGEST = 9
"""Beyond so many figures, nobody counts on from what was typed."""
_LETTER = Pattern(r"[A-Z]{1,2}")


def write_numeral(number: int, digits: Digits = "arabes") -> str:
    """Return `number`, from 1, in digits of that sort: 4, « IV », « D »; after « Z », « AA »."""
    if digits == "romains" and number <= _MOST:
        return _roman(number)
    return _letters(number) if digits == "lettres" else str(number)


def read_numeral(text: str, digits: Digits = "arabes") -> int | None:
    """Return the number that `text` is, in digits of that sort or in figures; else None.

    « IV bis » and « 1er » are names, and no numbers.
    """
    if text.isascii() and text.isdecimal() and len(text) <= _LONGEST:
        return int(text) or None
    if digits == "romains":
        return _from_roman(text)
    if digits == "lettres" and _LETTER.fullmatch(text):
        return _from_letters(text)
    return None


def _roman(number: int) -> str:
    made = ""
    for value, sign in _ROMAN:
        made += sign * (number // value)
        number %= value
    return made


def _from_roman(text: str) -> int | None:
    """Return the number of a numeral in form: « IIII » is none."""
    rest, number = text, 0
    for value, sign in _ROMAN:
        while rest.startswith(sign):
            rest = rest.removeprefix(sign)
            number += value
    return number if not rest and number and _roman(number) == text else None


def _letters(number: int) -> str:
    made = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        made = chr(ord("A") + rest) + made
    return made


def _from_letters(text: str) -> int:
    number = 0
    for letter in text:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number
