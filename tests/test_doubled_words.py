"""What the text puts around a value is told where the value has it already (C707, C792)."""

import shutil
from pathlib import Path

import pytest

from conventassembler.build import assemble
from conventassembler.diagnostics import Diagnostic
from conventassembler.diagnostics.wording import remedy
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"
NAME = 'nom: "Longvic"'
KIND = '    nature: commune\n    nom: "Longvic"\n    représentant:\n      fonction: maire\n'
SYNDICATE = (
    '    nature: syndicat mixte\n    nom: "{}"\n    représentant:\n      fonction: président\n'
)
ASSOCIATION = SYNDICATE.replace("syndicat mixte", "association")
OFFICE = "      fonction: maire\n"
RECITAL = "  - habilitation de: département\n"
ARRETE = '  - arrêté: "portant création"\n    auteur: préfectoral\n    date: 2019-11-25\n'
ACT = '  - acte antérieur: "la convention"\n    signée le: 2021-12-27\n    avenants:\n'
DELEGATION = (
    "      fonction: première adjointe\n      signe pour:\n        fonction: maire\n"
    "        genre: masculin\n        mode: délégation\n        habilitation:\n"
    "          acte: arrêté\n          date: 2024-07-01\n          numéro: {}\n"
)


def words_told(folder: Path, old: str, new: str) -> list[str]:
    """Return the words that C707 tells in the example with one change, and all other codes."""
    return [
        str(one.arguments["words"]) if one.code == "C707" else one.code
        for one in findings(folder, old, new)
    ]


def findings(folder: Path, old: str, new: str) -> list[Diagnostic]:
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    space = Workspace(folder)
    path = space.agreement("exemple")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = assemble(space, ("exemple",)).findings
    return [one for one in found if one.code not in ("C713", "C714")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (NAME, 'nom: "Ville de Longvic"', "Ville de"),
        (NAME, 'nom: "mairie de Longvic"', "mairie de"),
        (NAME, 'nom: "Ville d\'Avray"', "Ville d'"),
        (NAME, 'nom: "la commune de Saint-Exemple"', "la commune de"),
        (NAME, 'nom: "La Commune de Saint-Exemple"', "La Commune de"),
        (NAME, 'nom: "la ville de Saint-Exemple"', "la ville de"),
        (NAME, 'nom: "le département de la Drôme"', "le département de la"),
        (NAME, 'nom: "l\'association de Longvic"', "l'association de"),
        (KIND, SYNDICATE.format("le syndicat mixte du Sud"), "le"),
        (KIND, ASSOCIATION.format("L'association Les Amis du livre"), "L'"),
        (NAME, f'{NAME}\n    ci-après: "ci-après la Ville"', "ci-après"),
        (NAME, f'{NAME}\n    ci-après: "ci-après dénommée la Ville"', "ci-après dénommée"),
        (NAME, f"{NAME}\n    ci-après: « la Ville »", "C792"),
        (NAME, f"{NAME}\n    ci-après: '\"la Ville\"'", "C792"),
        (OFFICE, f'{OFFICE}      civilité: "Madame la"\n      nom: "Anne X"\n', "la"),
        (OFFICE, DELEGATION.format('"n° 12"'), "n°"),
        (OFFICE, DELEGATION.format('"délibération n°2026-13"'), "délibération n°"),
        (OFFICE, DELEGATION.format('"Arrêté 2026-13"'), "Arrêté"),
        (OFFICE, DELEGATION.format('"Délib. n° 13"'), "Délib. n°"),
        (OFFICE, f'{OFFICE}      nom: "Anne X, maire"\n', ", maire"),
        (OFFICE, f'{OFFICE}      nom: "Anne X (adjointe au maire)"\n', "(adjointe au maire)"),
        (OFFICE, f'{OFFICE}      nom: "Anne X - la présidente"\n', "- la présidente"),
        (NAME, 'nom: "Cne d\'Auxonne"', "Cne d'"),
        (RECITAL, f'{ARRETE}    numéro: "n° 2019-12"\n{RECITAL}', "n°"),
        (RECITAL, f'  - considérant: "considérant que tout va"\n{RECITAL}', "considérant"),
        (RECITAL, f'{ACT}      - numéro: "n° 1"\n        date: 2023-12-28\n{RECITAL}', "n°"),
    ],
)
def test_what_would_be_printed_twice_is_told_once(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert words_told(tmp_path, old, new) == [expected]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (NAME, 'nom: "Ville-d\'Avray"'),
        (NAME, 'nom: "Villeneuve-d\'Ascq"'),
        (NAME, 'nom: "La Ville-aux-Clercs"'),
        (NAME, 'nom: "Le Havre"'),
        (NAME, 'nom: "Commune-098"'),
        (KIND, SYNDICATE.format("syndicat mixte du Sud")),
        (KIND, SYNDICATE.format("Le Sud")),
        (KIND, ASSOCIATION.format("l'association Les Amis du livre")),
        (KIND, ASSOCIATION.format("l’association Les Amis du livre")),
        (NAME, "nom: \"L'Île-d'Yeu\""),
        (NAME, f'{NAME}\n    ci-après: "la Ville"'),
        (OFFICE, f'{OFFICE}      civilité: Madame\n      nom: "Le Goff"\n'),
        (OFFICE, DELEGATION.format('"12"')),
        (OFFICE, DELEGATION.format('"DELIB-2026-13"')),
        (OFFICE, DELEGATION.format('"DELIB 2026-13"')),
        (OFFICE, f'{OFFICE}      nom: "Jean-Claude MAIRE"\n'),
        (OFFICE, f'{OFFICE}      nom: "Anne X, née MAIRE"\n'),
        (RECITAL, f'  - considérant: "Considérant que tout va"\n{RECITAL}'),
        (RECITAL, f"{ACT}      - numéro: 1\n        date: 2023-12-28\n{RECITAL}"),
    ],
)
def test_what_is_right_is_left(tmp_path: Path, old: str, new: str) -> None:
    assert words_told(tmp_path, old, new) == []


CCAS = (
    "  ccas:\n    nature: centre communal d'action sociale\n    rattaché à: commune\n"
    "    représentant:\n      fonction: présidente\n      genre: féminin\nvisas:\n"
)


@pytest.mark.parametrize(
    ("typed", "alone"),
    [
        ("Commune de Ruffey", "Ruffey"),
        ("commune du Havre", "Le Havre"),
        ("Ville des Rousses", "Les Rousses"),
        ("la commune de  la Ferté", "La Ferté"),
        ("Commune de l'Étang-Vergy", "L'Étang-Vergy"),
        ("Commune d'Is-sur-Tille", "Is-sur-Tille"),
        ("Mairie de La Ferté", "La Ferté"),
        ("Commune Ruffey", "Ruffey"),
        ("le département de la Drôme", "Drôme"),
        ("Cne du Havre", "Le Havre"),
    ],
)
def test_the_remedy_says_the_name_that_is_right(tmp_path: Path, typed: str, alone: str) -> None:
    (told,) = findings(tmp_path, NAME, f'nom: "{typed}"')

    assert remedy(told, "en").startswith(f"write “{alone}”:")


def test_a_name_that_two_parties_bear_is_told_once(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    path = Workspace(tmp_path).agreement("exemple")
    text = path.read_text(encoding="utf-8").replace(NAME, 'nom: "Commune de Ruffey"')
    path.write_text(text.replace("visas:\n", CCAS, 1), encoding="utf-8")

    found = assemble(Workspace(tmp_path), ("exemple",)).findings

    assert [one.arguments["alone"] for one in found if one.code == "C707"] == ["Ruffey"]


@pytest.mark.parametrize(
    ("old", "new", "alone"),
    [
        (OFFICE, f'{OFFICE}      civilité: "Madame la"\n      nom: "Anne X"\n', "Madame"),
        (OFFICE, DELEGATION.format('"n° 2026-12"'), "2026-12"),
        ('lieu: "Longvic"', 'lieu: "Fait à Longvic"', "Longvic"),
        (NAME, f'{NAME}\n    ci-après: "ci-après dénommée la Ville"', "la Ville"),
    ],
)
def test_the_remedy_says_what_stands_alone(tmp_path: Path, old: str, new: str, alone: str) -> None:
    (told,) = findings(tmp_path, old, new)

    assert told.arguments["alone"] == alone


def test_an_abbreviation_goes_from_a_name_that_follows_its_kind(tmp_path: Path) -> None:
    kind = SYNDICATE.replace("syndicat mixte", "communauté de communes")
    (told,) = findings(tmp_path, KIND, kind.format("CC de la Plaine"))

    assert (told.arguments["words"], told.arguments["alone"]) == ("CC", "de la Plaine")
