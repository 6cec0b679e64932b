import pytest

from conventassembler.french.bodies import (
    capacity,
    long_name,
    named,
    of_organ,
    organ_name,
    organ_noun,
    representative,
)
from conventassembler.french.grammar import Gender, joined
from conventassembler.french.kinds import kind, kinds, near_kinds, short_noun
from conventassembler.french.nouns import le
from conventassembler.french.offices import office

from .cases import cases


class Traced(str):
    """A text that knows where it comes from."""


@pytest.mark.parametrize("case", cases("parties"))
def test_the_forms_of_a_party(case):
    found, holder = kind(case["entrée"]), office(case["fonction"])
    assert found is not None
    assert holder is not None
    name = case["nom"]
    assert joined(long_name(found, name)) == case["long"]
    assert joined(organ_name(found, name) or ()) == case.get("organe", "")
    assert joined(of_organ(found, name) or ()) == case.get("du", "")
    assert joined(capacity(found, name, holder, Gender(case["genre"]))) == case["qualité"]
    assert joined(le(short_noun(found))) == case["court"]


@pytest.mark.parametrize("one", kinds(), ids=lambda one: one.id)
def test_the_table_of_kinds_is_sound(one):
    assert short_noun(one).gender is one.noun.gender
    assert office(one.executive) is not None
    assert kind(one.called) is one
    assert one.join in ("place", "department", "region", "territory", "own", "none")
    assert one.head in ("place", "prefecture", "academy", "organ", "body")
    assert one.organ_of in ("place", "body")
    assert not one.organ or organ_noun(one) is not None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("centre communal d'action sociale", "ccas"),
        ("Centre Communal d’Action Sociale", "ccas"),
        ("ccas", "ccas"),
        ("ville", "ville"),
        ("Ville de Paris", "ville-de-paris"),
        ("rectorat", "rectorat"),
        ("MDPH", "mdph"),
        ("etat", "etat"),
        ("CAF", "caf"),
    ],
)
def test_kinds_are_found_however_typed(typed, expected):
    found = kind(typed)
    assert found is not None
    assert found.id == expected


def test_an_unknown_kind_has_near_ones():
    assert kind("comune") is None
    assert near_kinds("comune")[0] == "commune"


def test_another_organ_follows_the_one_it_comes_from():
    department, ccas = kind("département"), kind("ccas")
    assert department is not None
    assert ccas is not None
    assert joined(of_organ(department, "Gard", "commission permanente") or ()) == (
        "de la commission permanente du conseil départemental du Gard"
    )
    assert joined(organ_name(ccas, "Longvic", "bureau") or ()) == (
        "bureau du centre communal d’action sociale de Longvic"
    )
    assert of_organ(department, "Gard", "gang") is None


def test_another_organ_may_head_the_signature():
    department, president = kind("département"), office("président")
    assert department is not None
    assert president is not None
    pieces = capacity(department, "Gard", president, Gender.FEMININE, organ="commission permanente")
    assert joined(pieces) == (
        "La Présidente de la commission permanente du conseil départemental du Gard"
    )


def test_a_given_acronym_replaces_the_usual_one():
    ccas, president = kind("ccas"), office("président")
    assert ccas is not None
    assert president is not None
    pieces = representative(ccas, "Dijon", president, Gender.MASCULINE, acronym="C.C.A.S.")
    assert joined(pieces) == "le président du C.C.A.S. de Dijon"


def test_names_come_back_as_the_same_objects():
    name, gap = Traced("Longvic"), Traced("[à compléter]")
    commune, holder = kind("commune"), office("maire")
    assert commune is not None
    assert holder is not None
    assert named(commune, name)[1][-1] is name
    assert (of_organ(commune, name) or ())[-1] is name
    assert capacity(commune, name, holder, Gender.FEMININE)[-1] is name
    assert joined(long_name(commune, gap)) == "commune de [à compléter]"
    department = kind("département")
    assert department is not None
    assert joined(long_name(department, gap)) == "département de [à compléter]"
