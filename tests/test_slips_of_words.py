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
    ("Il court du samedi 1er mai 2027 au jeudi 30 avril 2026.", "C796", "30 avril 2026"),
    ("Il court entre le 1er mai 2027 et le 30 avril 2026.", "C796", "1er mai 2027"),
    ("Il court du 1er mai 2027 jusqu'au 30 avril 2026.", "C796", "1er mai 2027"),
    ("À compter du 1er mai 2027 et jusqu'au 30 avril 2026, il court.", "C796", "1er mai 2027"),
    ("Il court de mai 2027 à avril 2026.", "C796", "mai 2027"),
    ("Il court d'août 2026 à juillet 2026.", "C796", "août 2026"),
    ("Il court de 2028 à 2026.", "C796", "2028"),
    ("Les parties se se réunissent.", "C795", "se se"),
    ("Il ne ne paie rien.", "C795", "ne ne"),
    ("Il verse cette cette somme.", "C795", "cette cette"),
    ("Les associations dont dont la liste suit.", "C795", "dont dont"),
    ("Dans dans la salle, il parle.", "C795", "Dans dans"),
    ("Il parle. Avec avec elle, il chante.", "C795", "Avec avec"),
    ("Les Mémoires de de la Commune sont lus.", "C795", "de de"),
    ("La délibération n° 2026-XX est jointe.", "C760", "n° 2026-XX"),
    ("La délibération n° 2026/XX/3 est jointe.", "C760", "n° 2026/XX/3"),
    ("La réunion du XX mai 2026 est tenue.", "C760", "XX mai 2026"),
    ("La réunion du XX/05/2026 est tenue.", "C760", "XX/05/2026"),
    ("La somme de XX € est versée.", "C760", "XX €"),
    ("La revue « XXX » et Mlle Martin sont invitées.", "C766", "Mlle"),
    ("L'association dite « XXX » est invitée.", "C760", "XXX"),
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
    "La date limite est avancée du 30 septembre 2026 au 15 juillet 2026.",
    "Le terme est ramené du 31 décembre 2027 au 31 décembre 2026.",
    "L'échéance passe du 31 décembre 2026 au 30 juin 2026.",
    "La livraison est anticipée du 3 mars 2027 au 3 février 2027.",
    "L'avenant reporte la date du 31 décembre 2026 au 30 novembre 2026.",
    "La réunion est décalée de juin 2026 à mai 2026.",
    "Le terme, modifié du 31 décembre 2027 au 30 juin 2027, est connu.",
    "Il court entre le 1er mai 2026 et le 30 avril 2027.",
    "Il court du vendredi 1er mai 2026 au vendredi 30 avril 2027.",
    "Il court d'avril 2026 à mars 2027, de 2026 à 2028.",
    "Les recettes passent de 2050 à 2010 euros.",
    "Il reçoit de 2050 à 2010 élèves.",
    "Les lots de 2027 à 2026 sont retirés.",
    "L'exposition porte sur les Mémoires de de Gaulle.",
    "La lettre de de La Rochefoucauld est conservée.",
    "La chanson « La la la » est apprise.",
    "La comédie La la Land est jouée à Sur sur Seine.",
    "Un un-demi et un demi font un.",
    "Le film « Mr. Hulot » et la pièce « Mlle Julie » sont joués.",
    "La revue « XXX » est lue.",
    "Le siècle XX est étudié, de la taille XXL au n° 2026-XIX.",
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


@pytest.mark.parametrize("name", ["Sur la route de de Gaulle", "La la land", "Les les de mer"])
def test_a_name_may_say_a_word_twice(workspace: Path, name: str) -> None:
    head = "clauses:\n"
    annex = f'annexes:\n  - titre: "{name}"\n    à joindre: oui\n'

    assert "C795" not in [one.code for one in findings(workspace, (head, annex + head))]


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
