import pytest

from conventassembler.french.grammar import Agreement, Gender, Number, joined
from conventassembler.french.inflection import UnknownWordError, agree
from conventassembler.french.instruments import (
    deciding_act,
    instrument,
    near_instruments,
    present,
)
from conventassembler.french.nouns import au, du, le
from conventassembler.french.offices import near_offices, office, own_gender, title

from .cases import cases

AGREEMENTS = [Agreement(gender, number) for number in Number for gender in Gender]


@pytest.mark.parametrize("case", cases("accords"))
def test_participles_agree(case):
    assert [agree(case["entrée"], one) for one in AGREEMENTS] == case["formes"]
    for form in case["formes"]:
        assert [agree(form, one) for one in AGREEMENTS] == case["formes"]


def test_an_unknown_word_is_refused_with_near_ones():
    with pytest.raises(UnknownWordError) as raised:
        agree("représentté", Agreement(Gender.FEMININE))
    assert raised.value.word == "représentté"
    assert "représenté" in raised.value.near


def test_only_known_adverbs_may_stand_before():
    with pytest.raises(UnknownWordError):
        agree("joyeusement habilité", Agreement(Gender.FEMININE))


@pytest.mark.parametrize(
    ("typed", "masculine", "feminine"),
    [
        ("maire", "maire", "maire"),
        ("Présidente", "président", "présidente"),
        ("vice président", "vice-président", "vice-présidente"),
        ("préfète", "préfet", "préfète"),
        ("directrice", "directeur", "directrice"),
        ("adjointe", "adjoint", "adjointe"),
        ("conseiller délégué", "conseiller délégué", "conseillère déléguée"),
        ("secrétaire général", "secrétaire général", "secrétaire générale"),
        (
            "directrice générale des services",
            "directeur général des services",
            "directrice générale des services",
        ),
    ],
)
def test_offices_have_both_forms(typed, masculine, feminine):
    found = office(typed)
    assert found is not None
    assert title(found, Gender.MASCULINE) == masculine
    assert title(found, Gender.FEMININE) == feminine


def test_an_unknown_office_has_near_ones():
    assert office("presidant") is None
    assert near_offices("presidant")[0] == "président"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("présidente", Gender.FEMININE), ("préfet", Gender.MASCULINE), ("maire", None), ("roi", None)],
)
def test_a_form_may_tell_the_gender(typed, expected):
    assert own_gender(typed) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("protocole", ("le présent protocole", "du présent protocole", "au présent protocole")),
        (
            "convention territoriale globale",
            (
                "la présente convention territoriale globale",
                "de la présente convention territoriale globale",
                "à la présente convention territoriale globale",
            ),
        ),
        (
            "convention-cadre",
            (
                "la présente convention-cadre",
                "de la présente convention-cadre",
                "à la présente convention-cadre",
            ),
        ),
        ("avenant", ("le présent avenant", "du présent avenant", "au présent avenant")),
    ],
)
def test_instruments_speak_of_themselves(name, expected):
    found = instrument(name)
    assert found is not None
    itself = present(found.noun)
    assert tuple(joined(form(itself)) for form in (le, du, au)) == expected


def test_an_unknown_instrument_is_refused():
    assert instrument("protocol") is None
    assert instrument("") is None
    assert near_instruments("protocol territorial") == ("protocole",)


def test_deciding_acts():
    deliberation = deciding_act("Délibération")
    assert deliberation is not None
    assert deliberation.gender is Gender.FEMININE
    assert deciding_act("roman") is None
