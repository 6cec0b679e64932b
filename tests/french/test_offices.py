import pytest

from conventassembler.french.grammar import Gender, Number, joined
from conventassembler.french.kinds import is_misspelt
from conventassembler.french.nouns import Noun, au, le, possessive
from conventassembler.french.offices import (
    complement,
    leading_office,
    near_offices,
    own_gender,
    split_office,
)
from conventassembler.french.places import departments, of_region, regions

FEMININE, MASCULINE = Gender.FEMININE, Gender.MASCULINE


@pytest.mark.parametrize(
    ("text", "office", "rest"),
    [
        ("maire", "maire", ""),
        ("vice-présidente chargée des solidarités", "vice-président", "chargée des solidarités"),
        ("adjointe au maire déléguée à l'enfance", "adjoint au maire", "déléguée à l'enfance"),
        ("deuxième adjointe", "deuxième adjoint", ""),
        ("conseiller délégué aux solidarités", "conseiller", "délégué aux solidarités"),
        ("vice-présidente déléguée à l'emploi", "vice-président", "déléguée à l'emploi"),
        ("conseillère déléguée", "conseiller délégué", ""),
        ("directrice régionale", "directeur régional", ""),
        ("directrice générale adjointe en charge des finances",
         "directeur général adjoint", "en charge des finances"),
        ("2ème vice-président", "deuxième vice-président", ""),
        ("1er vice-président", "premier vice-président", ""),
        ("1re adjointe", "premier adjoint", ""),
        ("1ère vice-présidente", "premier vice-président", ""),
        ("2nde adjointe", "second adjoint", ""),
        ("5e vice-président délégué aux finances", "cinquième vice-président",
         "délégué aux finances"),
        ("15e adjoint", "quinzième adjoint", ""),
        ("22e vice-présidente", "vingt-deuxième vice-président", ""),
        ("directrice du pôle culture", "directeur du pôle culture", ""),
        ("directeur de l'eau", "directeur de l'eau", ""),
        ("responsable des affaires sociales", "responsable des affaires sociales", ""),
        ("directrice générale des services techniques",
         "directeur général des services techniques", ""),
        ("proviseure adjointe", "proviseur adjoint", ""),
        ("coprésidente", "coprésident", ""),
        ("administratrice provisoire", "administrateur provisoire", ""),
    ],
)  # fmt: skip
def test_an_office_and_its_complement(text, office, rest):
    found = split_office(text)
    assert found is not None
    assert (found[0].masculine, found[1]) == (office, rest)


@pytest.mark.parametrize(
    "text",
    [
        "maire de Longvic", "préfet du Gard", "chargée de mission", "", "directeur du CCAS",
        "maire du pôle culture", "directeur du pôle culture de la Ville",
        "directeur du service des eaux de Longvic", "99e adjoint", "2 adjoint", "2er adjoint",
    ],
)  # fmt: skip
def test_what_follows_an_office_is_a_complement_or_refused(text):
    assert split_office(text) is None


def test_any_words_may_follow_the_office_of_a_capacity():
    found = leading_office("préfet de la région Grand Est")
    assert found is not None
    assert (found[0].feminine, found[1]) == ("préfète", "de la région Grand Est")


@pytest.mark.parametrize(
    ("text", "gender", "expected"),
    [
        ("chargé des solidarités", FEMININE, "chargée des solidarités"),
        ("chargée des solidarités", MASCULINE, "chargé des solidarités"),
        ("en charge des finances", FEMININE, "en charge des finances"),
        ("délégué", FEMININE, "déléguée"),
    ],
)
def test_a_participle_agrees_with_the_holder(text, gender, expected):
    assert complement(text, gender) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("maire", None),
        ("présidente", FEMININE),
        ("vice-président chargé des sports", MASCULINE),
        ("secrétaire chargée des sports", FEMININE),
        ("secrétaire chargé des sports", None),
        ("quatrième adjointe", FEMININE),
        ("1ère adjointe", FEMININE),
        ("2ème adjoint", MASCULINE),
        ("2e vice-présidente déléguée à l'eau", FEMININE),
        ("directrice du pôle culture", FEMININE),
        ("responsable du pôle culture", None),
    ],
)
def test_the_gender_that_the_words_tell(text, expected):
    assert own_gender(text) is expected


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("troisème adjointe", "troisième adjointe"),
        ("vice présidnet", "vice-président"),
        ("vice-principale adjointe", None),
        ("proviseure ajointe", "proviseure adjointe"),
        ("directrice des services informatiques", None),
        ("99ème vice-président", None),
    ],
)
def test_a_slip_is_no_other_office(text, meant):
    assert next(iter(near_offices(text)), None) == meant


def test_several_owners_say_leur():
    director = Noun("directrice", FEMININE)
    assert joined(possessive(director, Number.PLURAL)) == "leur directrice"
    assert joined(possessive(director)) == "sa directrice"


@pytest.mark.parametrize("one", departments(), ids=lambda one: one.code)
def test_the_articles_of_every_department(one):
    assert joined(le(one.noun)) == one.article + one.name
    to = {"le ": "au ", "la ": "à la ", "l’": "à l’", "les ": "aux ", "": "à "}[one.article]
    assert joined(au(one.noun)) == to + one.name


@pytest.mark.parametrize("one", regions(), ids=lambda one: one.name)
def test_the_articles_of_every_region(one):
    assert joined(le(one.noun)) == one.article + one.name
    assert joined(of_region(one.name)) == one.of + one.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [("comune", True), ("associations", True), ("société coopérative", False), ("haras", False)],
)
def test_a_kind_of_ones_own_is_no_misspelt_one(text, expected):
    assert is_misspelt(text) is expected
