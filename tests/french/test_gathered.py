"""Names of groups: what tells their gender, and what one of them is called."""

import pytest

from conventassembler.french.gathered import gathered
from conventassembler.french.grammar import Gender, Number, joined
from conventassembler.french.kinds import kind
from conventassembler.french.nouns import du, le


@pytest.mark.parametrize(
    ("name", "kinds", "gender", "every", "one"),
    [
        ("les Communes", ["commune"], None, "des Communes", "la Commune"),
        ("les Communes", ["département"], None, "des Communes", "la Commune"),
        ("les Partenaires publics", ["Caf"], None, "des Partenaires publics", None),
        (
            "les Communautés de communes",
            ["communauté de communes"],
            None,
            "des Communautés de communes",
            "la Communauté de communes",
        ),
        ("les Métropoles", ["métropole"], None, "des Métropoles", "la Métropole"),
        ("les Hôpitaux", [], "masculin", "des Hôpitaux", None),
        ("les Intercommunalités", ["métropole"], "féminin", "des Intercommunalités", None),
        ("le Groupement", ["commune"], None, "du Groupement", None),
        ("la Plaine", ["commune"], None, "de la Plaine", None),
        ("l'Entente", ["commune"], "féminin", "de l’Entente", None),
    ],
)
def test_what_tells_the_gender_of_a_name(
    name: str, kinds: list[str], gender: str | None, every: str, one: str | None
) -> None:
    nouns = [known.noun for text in kinds if (known := kind(text))]

    found = gathered(name, nouns, Gender(gender) if gender else None)

    assert found
    assert joined(du(found.all)) == every
    if one:
        assert found.one
        assert joined(le(found.one)) == one
    assert (found.all.number is Number.PLURAL) == name.startswith("les ")


@pytest.mark.parametrize("name", ["les Bienveillants", "l'Entente", "Communes", "les"])
def test_what_nothing_tells_is_not_guessed(name: str) -> None:
    known = kind("commune")
    assert known

    assert gathered(name, [known.noun]) is None
