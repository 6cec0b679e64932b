"""Figures, roman numerals and letters of headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conventassembler.french.numerals import DIGITS, Digits, read_numeral, write_numeral


@pytest.mark.parametrize(
    ("number", "digits", "text"),
    [
        (4, "arabes", "4"),
        (4, "romains", "IV"),
        (9, "romains", "IX"),
        (44, "romains", "XLIV"),
        (1999, "romains", "MCMXCIX"),
        (4000, "romains", "4000"),
        (1, "lettres", "A"),
        (26, "lettres", "Z"),
        (27, "lettres", "AA"),
        (52, "lettres", "AZ"),
        (702, "lettres", "ZZ"),
    ],
)
def test_a_number_in_the_digits_of_its_row(number: int, digits: Digits, text: str) -> None:
    assert write_numeral(number, digits) == text
    assert read_numeral(text, digits) == number


@given(st.integers(1, 702), st.sampled_from(DIGITS))
def test_what_is_written_is_read_back(number: int, digits: Digits) -> None:
    assert read_numeral(write_numeral(number, digits), digits) == number


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("1 bis", "arabes"),
        ("1er", "arabes"),
        ("0", "arabes"),
        ("9" * 5000, "arabes"),
        ("IIII", "romains"),
        ("IVX", "romains"),
        ("", "romains"),
        ("II bis", "romains"),
        ("a", "lettres"),
        ("ABC", "lettres"),
        ("II", "arabes"),
    ],
)
def test_what_is_no_number_is_kept_as_a_name(text: str, digits: Digits) -> None:
    assert read_numeral(text, digits) is None
