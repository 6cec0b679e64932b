"""C795, C796, and what drafts leave: slips in the words of an own text."""

from pathlib import Path

import pytest
from changed import AUTHORITY, article, findings

SLIPS = (
    ("La Commune s'engage à à verser.", "C795", "à à"),
    ("Les parties disent que  que tout va.", "C795", "que que"),
    ("Il est remis au au Département.", "C795", "au au"),
    ("Il court du 1er janvier 2028 au 31 décembre 2027.", "C796", "1er janvier 2028"),
    ("Il court du 30 juin 2027 au 30 mai 2027.", "C796", "30 juin 2027"),
    ("Rayer la mention inutile.", "C760", "Rayer la mention inutile"),
    ("(Paragraphe à supprimer sans objet.)", "C760", "Paragraphe à supprimer"),
    ("Le Bailleur remet les clés.", "C771", "Bailleur"),
    ("La Région utilise les locaux.", "C771", "Région"),
)
RIGHT = (
    "Nous nous engageons ; le quartier est est rénové.",
    "Ils en ont, et, et encore, et toujours.",
    "Il vient de De Wailly.",
    "Il court du 1er janvier 2027 au 31 décembre 2027.",
    "Il est ouvert du 1er septembre au 30 juin 2027.",
    "Les dépenses inutiles sont à supprimer.",
    "Le Bailleur social du quartier est associé.",
    "La commune utilise la salle.",
)


@pytest.mark.parametrize(("text", "code", "said"), SLIPS)
def test_a_slip_is_told_where_it_stands(workspace: Path, text: str, code: str, said: str) -> None:
    (found,) = findings(workspace, article("Suivi", text))

    assert found.code == code
    assert said in found.arguments.values()


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left(workspace: Path, text: str) -> None:
    assert [one.code for one in findings(workspace, article("Suivi", text))] == []


def test_each_word_typed_twice_has_its_place(workspace: Path) -> None:
    text = "Il va à à Dijon, et et puis à à Longvic."

    found = findings(workspace, article("Suivi", text))

    first = text.index("à à")
    columns = [one.position.column - found[0].position.column for one in found]
    assert sorted(columns) == [0, text.index("et et") - first, text.rindex("à à") - first]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Un plan est annexé au présent acte.", []),
        ("Le bilan est annexé au présent acte.", ["C779"]),
        ("Est joint le plan qui délimite les lieux.", []),
    ],
)
def test_an_annex_is_spoken_of_by_what_it_is(workspace: Path, text: str, codes: list[str]) -> None:
    old, new = article("Lieux", text)
    annex = '  - titre: "Plan des locaux"\n    texte: "La salle est au nord."\n'

    found = findings(workspace, (old, new.replace(old, f"annexes:\n{annex}{old}")))

    assert [one.code for one in found if one.code == "C779"] == codes


@pytest.mark.parametrize(
    ("act", "codes"),
    [("délibération", []), ("Délibération", []), ("déliberation", ["C744"])],
)
def test_an_act_that_lost_an_accent_is_told(workspace: Path, act: str, codes: list[str]) -> None:
    found = findings(workspace, (AUTHORITY, AUTHORITY.replace("délibération", act)))

    assert [one.code for one in found] == codes
