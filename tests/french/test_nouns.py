import pytest

from conventassembler.french.grammar import Agreement, Gender, Number, joined
from conventassembler.french.nouns import (
    Noun,
    au,
    capitalised,
    ce,
    du,
    le,
    parse_definite,
    possessive,
    un,
)

from .cases import cases

MASCULINE, FEMININE = Gender.MASCULINE, Gender.FEMININE


class Traced(str):
    """A text that knows where it comes from, as callers hand in."""


@pytest.mark.parametrize("case", cases("noms"))
def test_determiners(case):
    noun = Noun(
        case["entrée"],
        Gender(case["genre"]),
        Number(case.get("nombre", "singulier")),
        article=case.get("article", True),
    )
    forms = [joined(determine(noun)) for determine in (le, du, au, un, possessive, ce)]
    assert forms[: len(case["formes"])] == case["formes"]


@pytest.mark.parametrize("determine", [le, du, au, un, possessive, ce])
def test_the_text_handed_in_comes_back_as_the_same_object(determine):
    text = Traced("État")
    assert determine(Noun(text, MASCULINE))[-1] is text


def test_a_noun_may_say_whether_it_elides():
    assert joined(le(Noun("Hautecombe", FEMININE, elides=True))) == "l’Hautecombe"


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (("la ", "Commune"), ("La ", "Commune")),
        (("l’", "État"), ("L’", "État")),
        (("", "dijon Métropole"), ("", "Dijon Métropole")),
        (("« la ", "Commune »"), ("« La ", "Commune »")),
        (("[à compléter]", " ans"), ("[à compléter]", " ans")),
        (("12", " ans"), ("12", " ans")),
        (("à ", "Dijon"), ("À ", "Dijon")),
        ((), ()),
    ],
)
def test_capitalised(pieces, expected):
    assert capitalised(pieces) == expected


def test_capitalised_keeps_the_objects_it_does_not_change():
    text = Traced("Commune")
    assert capitalised(("", text))[1] is text
    assert capitalised(("la ", text))[1] is text


@pytest.mark.parametrize(
    ("text", "gender", "expected"),
    [
        ("la Commune", None, "de la Commune"),
        ("le Département", None, "du Département"),
        ("l'État", MASCULINE, "de l’État"),
        ("l’Hautecombe", FEMININE, "de l’Hautecombe"),
        ("les Hospices", MASCULINE, "des Hospices"),
        ("Dijon Métropole", FEMININE, "de Dijon Métropole"),
    ],
)
def test_parse_definite(text, gender, expected):
    noun = parse_definite(text, gender)
    assert noun is not None
    assert joined(du(noun)) == expected


@pytest.mark.parametrize("text", ["l'État", "les Hospices", "Dijon Métropole", "la ", ""])
def test_parse_definite_refuses_what_it_cannot_decide(text):
    assert parse_definite(text) is None


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (FEMININE, FEMININE, FEMININE),
        (FEMININE, MASCULINE, MASCULINE),
        (MASCULINE, MASCULINE, MASCULINE),
    ],
)
def test_several_agree_in_the_plural(first, second, expected):
    assert Agreement(first).plus(Agreement(second)) == Agreement(expected, Number.PLURAL)
