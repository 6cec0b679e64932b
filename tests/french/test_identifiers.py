import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban

from conventassembler.french.check_digits import rib_key
from conventassembler.french.identifiers import SCHEMES, Fault
from conventassembler.french.phones import read_phone, write_phone

from .cases import FIXTURES, cases

REFUSED = tomllib.loads((FIXTURES / "identifiants.toml").read_text(encoding="utf-8"))[
    "telephones_refuses"
]
SPECIMEN = "FR1420041010050500013M02606"


@pytest.mark.parametrize("case", cases("identifiants"))
def test_identifiers_are_read_and_written(case):
    scheme = SCHEMES[case["type"]]

    assert scheme.read(case["entrée"]) == case["lu"]
    assert scheme.write(case["lu"]) == case["attendu"]
    assert scheme.read(case["attendu"]) == case["lu"]


@pytest.mark.parametrize("case", cases("identifiants", "fautes"))
def test_each_fault_is_told_by_its_kind(case):
    assert SCHEMES[case["type"]].read(case["entrée"]) is Fault(case["faute"])


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=lambda scheme: scheme.name)
def test_the_example_of_messages_is_right(scheme):
    assert not isinstance(scheme.read(scheme.example), Fault)


def test_the_key_of_a_french_account():
    assert rib_key(SPECIMEN[4:-2]) == "06"


@given(st.integers(0, 22), st.sampled_from("0123456789"))
def test_one_wrong_figure_of_an_account_is_found(place, figure):
    changed = SPECIMEN[: 4 + place] + figure + SPECIMEN[5 + place :]

    found = SCHEMES["iban"].read(changed)

    assert (found == SPECIMEN) == (changed == SPECIMEN)


def test_an_iban_whose_own_key_is_right_and_whose_french_one_is_wrong_is_refused():
    account = SPECIMEN[4:-2] + "07"
    twin = f"FR{iban.calc_check_digits(f'FR00{account}')}{account}"

    assert iban.is_valid(twin)
    assert SCHEMES["iban"].read(twin) is Fault.KEY


@given(st.text(max_size=40))
def test_nothing_that_is_typed_breaks_a_reader(text):
    for scheme in SCHEMES.values():
        found = scheme.read(text)
        assert isinstance(found, Fault) or scheme.read(scheme.write(found)) == found
    number = read_phone(text)
    assert number is None or read_phone(write_phone(number)) == number


@pytest.mark.parametrize("case", cases("identifiants", "telephones"))
def test_telephone_numbers(case):
    assert read_phone(case["entrée"]) == case["lu"]
    assert write_phone(case["lu"]) == case["attendu"]
    assert read_phone(case["attendu"]) == case["lu"]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_telephone_number_is_refused(text):
    assert read_phone(text) is None


@given(st.from_regex(r"0[1-9][0-9]{8}|\+33[1-9][0-9]{8}", fullmatch=True))
def test_telephone_numbers_read_back(number):
    assert read_phone(write_phone(number)) == number
