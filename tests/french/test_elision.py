import pytest

from conventassembler.french.elision import elides, is_certain

from .cases import cases


@pytest.mark.parametrize("case", cases("elision"))
def test_elides_as_the_table_says(case):
    assert elides(case["entrée"]) is case["attendu"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Haguenau", True), ("Hyères", True), ("Dijon", True), ("Hautecombe", False), ("hôtel", True)],
)
def test_an_h_name_of_no_table_is_uncertain(name, expected):
    assert is_certain(name) is expected
