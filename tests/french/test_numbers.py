import random
import tomllib
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from conventassembler.french import amounts
from conventassembler.french.durations import (
    BOTH,
    DAY,
    FIGURES,
    MONTH,
    WEEK,
    WORDS,
    YEAR,
    read_duration,
    read_duration_range,
    write_duration,
    write_duration_range,
)
from conventassembler.french.grammar import joined
from conventassembler.french.numbers import LARGEST, cardinal, ordinal_short, read_cardinal
from conventassembler.french.ordinals import ordinal, read_ordinal, read_ordinal_short
from conventassembler.french.profiles import Profile, profile, profiles

from .cases import FIXTURES, cases

NUMBERS = tomllib.loads((FIXTURES / "nombres.toml").read_text(encoding="utf-8"))
AMOUNTS = tomllib.loads((FIXTURES / "montants.toml").read_text(encoding="utf-8"))
UNITS = {"an": YEAR, "mois": MONTH, "semaine": WEEK, "jour": DAY}


def styled(**settings) -> Profile:
    """The default profile with some of its keys replaced."""
    return replace(profiles()["collectivite"], **settings)


@pytest.mark.parametrize("case", cases("nombres"))
def test_cardinals(case):
    assert cardinal(case["entrée"]) == case["attendu"]
    assert cardinal(case["entrée"], reformed=True) == case["1990"]


@pytest.mark.parametrize("case", cases("nombres", "feminins"))
def test_feminine_cardinals(case):
    assert cardinal(case["entrée"], feminine=True) == case["attendu"]


def test_cardinals_are_those_of_num2words():
    chosen = random.Random(2026).sample(range(10_001, 100_001), 2_000)
    for number in (*range(10_001), *chosen):
        assert cardinal(number) == num2words(number, lang="fr")


@pytest.mark.long
def test_cardinals_are_those_of_num2words_up_to_100_000():
    for number in range(10_001, 100_001):
        assert cardinal(number) == num2words(number, lang="fr")


def test_large_cardinals_are_those_of_num2words():
    chosen = random.Random(2025)
    for _ in range(200):
        number = chosen.randrange(10 ** chosen.randint(5, 12))
        assert cardinal(number) == num2words(number, lang="fr")


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_a_cardinal_has_bounds(number):
    with pytest.raises(ValueError, match=str(number)):
        cardinal(number)


@given(st.integers(0, LARGEST), st.booleans(), st.booleans())
def test_cardinals_read_back(number, feminine, reformed):
    assert read_cardinal(cardinal(number, feminine=feminine, reformed=reformed)) == number


@pytest.mark.parametrize("text", NUMBERS["refuses"])
def test_what_is_no_well_written_number_is_refused(text):
    assert read_cardinal(text) is None


@pytest.mark.parametrize("case", cases("nombres", "ordinaux"))
def test_ordinals(case):
    number = case["entrée"]

    assert ordinal(number) == case["attendu"]
    assert ordinal(number, reformed=True) == case["1990"]
    assert ordinal_short(number) == case["chiffres"]


def test_only_the_first_has_a_feminine():
    assert (ordinal(1, feminine=True), ordinal_short(1, feminine=True)) == ("première", "1re")
    assert ordinal(21, feminine=True) == ordinal(21)
    assert ordinal_short(2, feminine=True) == "2e"


@pytest.mark.parametrize("number", [0, -1, LARGEST + 1])
def test_an_ordinal_has_bounds(number):
    with pytest.raises(ValueError, match=str(number)):
        ordinal(number)


@given(st.one_of(st.integers(1, 1_000), st.integers(1, LARGEST)), st.booleans(), st.booleans())
def test_ordinals_read_back(number, feminine, reformed):
    assert read_ordinal(ordinal(number, feminine=feminine, reformed=reformed)) == number
    assert read_ordinal_short(ordinal_short(number, feminine=feminine)) == number


@pytest.mark.parametrize("text", NUMBERS["ordinaux_refuses"])
def test_what_is_no_ordinal_is_refused(text):
    assert read_ordinal(text) is None


@pytest.mark.parametrize("text", NUMBERS["ordinaux_en_chiffres_refuses"])
def test_what_is_no_ordinal_in_figures_is_refused(text):
    assert read_ordinal_short(text) is None


@pytest.mark.parametrize("case", cases("montants", "quantites"))
def test_quantities(case):
    assert amounts.write_thousands(case["entrée"]) == case["attendu"]
    assert amounts.write_thousands(case["entrée"], profile("imprimerie-nationale")) == case["fine"]


@pytest.mark.parametrize("case", cases("montants"))
def test_amounts(case):
    amount = Decimal(case["entrée"])
    assert amounts.write_amount(amount) == case["attendu"]
    assert amounts.write_amount(amount, profile("imprimerie-nationale")) == case["fine"]
    assert amounts.amount_in_words(amount) == case["lettres"]
    assert amounts.write_both(amount) == f"{case['attendu']} ({case['lettres']})"


def test_amounts_follow_the_spelling_of_the_profile():
    assert amounts.amount_in_words(Decimal(200_000), styled(reformed_spelling=True)) == (
        "deux-cent-mille euros"
    )


@given(st.decimals("-99999999999", "99999999999", places=2))
def test_amounts_read_back(amount):
    assert amounts.read_amount(amounts.write_amount(amount)) == amount
    if amount >= 0:
        assert amounts.read_amount_in_words(amounts.amount_in_words(amount)) == amount


@pytest.mark.parametrize(
    "text", ["", "euros", "12", "12 dollars", "1,234 €", "cent deux cents euros"]
)
def test_what_is_no_amount_is_refused(text):
    assert amounts.read_amount(text) is None
    assert amounts.read_amount_in_words(text) is None


def test_a_fraction_of_a_cent_is_refused():
    with pytest.raises(ValueError, match=r"1\.005"):
        amounts.write_amount(Decimal("1.005"))


@pytest.mark.parametrize("case", cases("montants", "millions"))
def test_round_amounts_in_millions(case):
    amount = Decimal(case["entrée"])

    assert amounts.write_millions(amount) == case["attendu"]
    assert amounts.read_millions(case["attendu"]) == amount


@pytest.mark.parametrize("amount", AMOUNTS["millions_refuses"])
def test_an_amount_that_is_not_round_is_not_written_in_millions(amount):
    with pytest.raises(ValueError, match=amount):
        amounts.write_millions(Decimal(amount))


@given(st.integers(1_000, 999_999_999))
def test_millions_read_back(thousands):
    amount = Decimal(thousands * 1000)
    assert amounts.read_millions(amounts.write_millions(amount)) == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [("7,5 M€", 7_500_000), ("1,2 milliard d'euros", 1_200_000_000), ("2 Md€", 2_000_000_000)],
)
def test_other_round_amounts_are_read(text, amount):
    assert amounts.read_millions(text) == amount


@pytest.mark.parametrize("text", ["", "7,5", "7,5 millions", "7,5555 M€", "7.5 M€", "M€"])
def test_what_is_no_round_amount_is_refused(text):
    assert amounts.read_millions(text) is None


@pytest.mark.parametrize("case", cases("montants", "fourchettes"))
def test_ranges_of_amounts(case):
    low, high = Decimal(case["entrée"]), Decimal(case["a"])
    assert joined(amounts.write_amount_range(low, high)) == case["attendu"]


@pytest.mark.parametrize("case", cases("montants", "fourchettes_de_taux"))
def test_ranges_of_percentages(case):
    low, high = Decimal(case["entrée"]), Decimal(case["a"])
    assert joined(amounts.write_percentage_range(low, high)) == case["attendu"]


def test_ranges_of_numbers():
    assert joined(amounts.write_number_range(12, 17)) == "12 à 17"


@pytest.mark.parametrize("case", cases("montants", "taux"))
def test_percentages(case):
    assert amounts.write_percentage(Decimal(case["entrée"])) == case["attendu"]


@given(st.decimals("-1000", "1000", places=3))
def test_percentages_read_back(value):
    assert amounts.read_percentage(amounts.write_percentage(value)) == value


@pytest.mark.parametrize("text", ["", "36", "trente %", "36 % environ", "nan %"])
def test_what_is_no_percentage_is_refused(text):
    assert amounts.read_percentage(text) is None


@pytest.mark.parametrize("case", cases("durees"))
def test_durations(case):
    unit = UNITS[case["unité"]]
    for manner, key in ((WORDS, "lettres"), (FIGURES, "chiffres"), (BOTH, "deux")):
        assert write_duration(case["entrée"], unit, styled(durations=manner)) == case[key]


@given(
    st.integers(0, 100_000), st.sampled_from(list(UNITS.values())),
    st.sampled_from([WORDS, FIGURES, BOTH]), st.booleans(),
)  # fmt: skip
def test_durations_read_back(number, unit, manner, reformed):
    chosen = styled(durations=manner, reformed_spelling=reformed)
    assert read_duration(write_duration(number, unit, chosen), unit) == number


@pytest.mark.parametrize("case", cases("durees", "fourchettes"))
def test_ranges_of_durations(case):
    unit = UNITS[case["unité"]]
    for manner, key in ((WORDS, "lettres"), (FIGURES, "chiffres"), (BOTH, "deux")):
        written = joined(
            write_duration_range(case["entrée"], case["a"], unit, styled(durations=manner))
        )
        assert written == case[key]


@given(
    st.integers(0, 1_000), st.integers(1, 1_000), st.sampled_from(list(UNITS.values())),
    st.sampled_from([WORDS, FIGURES, BOTH]), st.booleans(),
)  # fmt: skip
def test_ranges_of_durations_read_back(low, more, unit, manner, reformed):
    chosen = styled(durations=manner, reformed_spelling=reformed)
    written = joined(write_duration_range(low, low + more, unit, chosen))
    assert read_duration_range(written, unit) == (low, low + more)


@pytest.mark.parametrize("text", ["", "trois ans", "trois à", "cinq à trois ans", "x à trois ans"])
def test_what_is_no_range_is_refused(text):
    assert read_duration_range(text, YEAR) is None


@pytest.mark.parametrize(("low", "high"), [(5, 3), (3, 3), (-1, 3)])
def test_a_range_goes_up(low, high):
    with pytest.raises(ValueError, match=str(high)):
        write_duration_range(low, high, YEAR)


@pytest.mark.parametrize("text", ["trois", "trois (4) ans", "trois an", "trois mois", "-3 ans", ""])
def test_what_is_no_number_of_years_is_refused(text):
    assert read_duration(text, YEAR) is None
