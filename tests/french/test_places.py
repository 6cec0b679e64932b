import tomllib

import pytest

from conventassembler.french import nouns, places
from conventassembler.french.grammar import joined

from .cases import FIXTURES, cases


class Traced(str):
    """A text that knows where it comes from."""


@pytest.mark.parametrize("case", cases("lieux"))
def test_communes(case):
    assert joined(places.of_place(case["entrée"])) == case["de"]
    assert joined(places.at_place(case["entrée"])) == case["a"]


def test_the_name_comes_back_as_the_same_object():
    name = Traced("Longvic")
    assert places.of_place(name)[-1] is name
    assert places.at_place(name)[-1] is name
    department = Traced("Côte-d'Or")
    assert (places.of_department(department) or ())[-1] is department


def test_every_department_against_the_hand_made_list():
    text = (FIXTURES / "departements.toml").read_text(encoding="utf-8")
    expected = [form.strip() for form in tomllib.loads(text)["liste"].split(",")]
    written = [joined(places.of_department(one.name) or ()) for one in places.departments()]
    assert written == expected
    assert len(written) == 101


def test_the_article_of_every_department_against_the_hand_made_list():
    text = (FIXTURES / "departements.toml").read_text(encoding="utf-8")
    expected = [
        form.strip() for form in tomllib.loads(text)["articles"].replace("\n", " ").split(",")
    ]
    contracted = {"le ": "au ", "les ": "aux "}

    assert [joined(nouns.le(one.noun)) for one in places.departments()] == expected
    for one, written in zip(places.departments(), expected, strict=True):
        head = next((head for head in contracted if written.startswith(head)), "")
        to = contracted[head] + written.removeprefix(head) if head else f"à {written}"
        assert joined(nouns.au(one.noun)) == to


@pytest.mark.parametrize("one", places.departments(), ids=lambda one: one.code)
def test_the_article_of_a_department_and_its_preposition_agree(one):
    contracted = {"le ": "du ", "la ": "de la ", "l’": "de l’", "les ": "des "}.get(one.article)
    # Two rivers joined by « et », and Vaucluse, take « de » alone.
    bare = "d’" if one.article == "l’" else "de "
    alone = "-et-" in one.name or one.name == "Vaucluse" or not one.article
    assert one.of == (bare if alone else contracted)


@pytest.mark.parametrize("typed", ["Côte d'Or", "cote-d’or", "COTE D OR", "Côte-d'Or"])
def test_departments_are_found_however_typed(typed):
    found = places.department(typed)
    assert found is not None
    assert found.name == "Côte-d’Or"


def test_an_unknown_department_has_near_names():
    assert places.of_department("Cote d'Ore") is None
    assert places.near_departments("Cote d'Ore")[0] == "Côte-d’Or"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bourgogne-Franche-Comté", "de Bourgogne-Franche-Comté"),
        ("Grand Est", "du Grand Est"),
        ("Île-de-France", "d’Île-de-France"),
        ("Hauts-de-France", "des Hauts-de-France"),
        ("La Réunion", "de La Réunion"),
    ],
)
def test_regions(name, expected):
    assert joined(places.of_region(name) or ()) == expected
    assert places.of_region("Bourgogne-du-Sud") is None
    assert places.near_regions("Bretagnes") == ("Bretagne",)
