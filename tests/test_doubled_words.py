"""What the text puts around a value is told where the value has it already (C707, C792)."""

import shutil
from pathlib import Path

import pytest

from conventassembler.build import assemble
from conventassembler.checks.seams import Seam, seams
from conventassembler.diagnostics import Diagnostic
from conventassembler.diagnostics.wording import remedy
from conventassembler.draft.inlines import Text, ValueMark
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"
NAME = 'nom: "Longvic"'
KIND = '    nature: commune\n    nom: "Longvic"\n    représentant:\n      fonction: maire\n'
SYNDICATE = (
    '    nature: syndicat mixte\n    nom: "{}"\n    représentant:\n      fonction: président\n'
)
ASSOCIATION = SYNDICATE.replace("syndicat mixte", "association")
OFFICE = "      fonction: maire\n"
PLACE = 'lieu: "Longvic"'
RECITAL = "  - habilitation de: département\n"
ARRETE = '  - arrêté: "portant création"\n    auteur: préfectoral\n    date: 2019-11-25\n'
ACT = '  - acte antérieur: "la convention"\n    signée le: 2021-12-27\n    avenants:\n'
STATUTE = '  - loi: "2021-9999"\n    date: 2021-08-24\n    intitulé: "{}"\n'
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
        (NAME, 'nom: "de Longvic"', "de"),
        (NAME, 'nom: "d\'Arc-sur-Tille"', "d"),
        (NAME, 'nom: "maire de Longvic"', "maire de"),
        (NAME, 'nom: "entre la commune de Longvic"', "entre la commune de"),
        (NAME, 'nom: "Longvic (21600)"', "21600)"),
        (NAME, 'nom: "Longvic, 1 rue Haute"', "1 rue Haute"),
        (NAME, 'nom: "Longvic, représentée par son maire"', "représentée par son maire"),
        (NAME, f'{NAME}\n    ci-après: "ci-aprés la Ville"', "ci-aprés"),
        (NAME, f'{NAME}\n    ci-après: "dénommée ci-après la Ville"', "dénommée ci-après"),
        (NAME, f'{NAME}\n    ci-après: "dite la Ville"', "dite"),
        (NAME, f'{NAME}\n    ci-après: "d\'autre part, la Ville"', "d'autre part,"),
        (NAME, f'{NAME}\n    ci-après: "(la Ville)"', "()"),
        (NAME, f'{NAME}\n    adresse: "domiciliée sis 1, rue A"', "domiciliée sis"),
        (
            NAME,
            f'{NAME}\n    adresse: "dont le siège est situé 1, rue A"',
            "dont le siège est situé",
        ),
        (NAME, f'{NAME}\n    adresse: "Siège : 1, rue A"', "Siège :"),
        (NAME, f'{NAME}\n    adresse: ["1, rue A", "Tél. 03 00 00 00 00"]', "Tél. 03 00 00 00 00"),
        (NAME, f'{NAME}\n    adresse: "1, rue A, a.b@c.example"', "a.b@c.example"),
        (NAME, f'{NAME}\n    adresse: "1, rue A, représentée par X"', "représentée par X"),
        (OFFICE, f'{OFFICE}      nom: "Maire Anne MODÈLE"\n', "Maire"),
        (OFFICE, f'{OFFICE}      nom: "la maire, Anne MODÈLE"\n', "la maire,"),
        (OFFICE, f'{OFFICE}      nom: "sa maire, Mme Anne MODÈLE"\n', "sa maire, Mme"),
        (OFFICE, f'{OFFICE}      nom: "représentée par Anne MODÈLE"\n', "représentée par"),
        (OFFICE, f'{OFFICE}      nom: "le président Paul"\n', "le président"),
        (OFFICE, f'{OFFICE}      nom: "Anne X, dûment habilitée"\n', "dûment habilitée"),
        (OFFICE, f'{OFFICE}      nom: "Anne X agissant pour elle"\n', "agissant pour elle"),
        (OFFICE, f'{OFFICE}      nom: "Anne X, 1ère adjointe"\n', ", 1ère adjointe"),
        (OFFICE, DELEGATION.format('"2026-13 du 12 mai 2026"'), "du 12 mai 2026"),
        (OFFICE, DELEGATION.format('"2026-13 exécutoire"'), "exécutoire"),
        (OFFICE, DELEGATION.format('"délib. 13"'), "délib."),
        (OFFICE, DELEGATION.format('"délibération-3"'), "délibération-"),
        (PLACE, 'lieu: "en préfecture"', "en"),
        (PLACE, 'lieu: "en mairie"', "en"),
        (NAME, f'{NAME}\n    adresse: ["établie 3, rue A", "21000 DIJON"]', "établie"),
        (RECITAL, f"{STATUTE.format('loi confortant le respect')}{RECITAL}", "loi"),
        (PLACE, 'lieu: "A Longvic"', "A"),
        (PLACE, 'lieu: "au Havre"', "au"),
        (PLACE, 'lieu: "Mairie de Longvic"', "Mairie de"),
        (PLACE, 'lieu: "Longvic, le 15 janvier 2026"', "le 15 janvier 2026"),
        (PLACE, 'lieu: "Longvic, en deux exemplaires"', "en deux exemplaires"),
        (PLACE, 'lieu: "Longvic le"', "le"),
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
        (NAME, f'{NAME}\n    adresse: ["Mairie", "au bourg", "1, rue du Sis"]'),
        (NAME, f'{NAME}\n    adresse: "Siège des Archives, 1, rue A"'),
        (KIND, ASSOCIATION.format("Maires de France")),
        (KIND, ASSOCIATION.format("Dijon 2030")),
        (OFFICE, f'{OFFICE}      nom: "Prévôt MAIRE"\n'),
        (OFFICE, f'{OFFICE}      nom: "Maire Paul"\n'),
        (PLACE, 'lieu: "Le Havre"'),
        (PLACE, 'lieu: "la mairie"'),
        (PLACE, 'lieu: "la préfecture"'),
        (PLACE, 'lieu: "En-Bas"'),
        (OFFICE, DELEGATION.format('"DECISION-2026-13"')),
        (NAME, f'{NAME}\n    adresse: ["Établissement du Sud", "21000 DIJON"]'),
        (RECITAL, f"{STATUTE.format('confortant le respect de la loi')}{RECITAL}"),
        (PLACE, 'lieu: "Arc-en-Barrois"'),
        (PLACE, 'lieu: "À-la-Croix"'),
        (NAME, f'{NAME}\n    adresse: "Zone Siret, lot 3"'),
        (NAME, f'{NAME}\n    adresse: "1, rue du 8 Mai 1945"'),
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


SAYS = (
    "---\ntitre: Apport\nchoisir quand: Jamais.\nparamètres:\n"
    "  objet: {type: texte, libellé: O}\n"
    "  actions: {type: liste, éléments: {type: texte}, libellé: A}\n---\n"
    "Le local est situé {{ objet }}, rendu accessible à tous.\n\n"
    "Les actions portent sur {{ actions | liste }}.\n"
)


@pytest.mark.parametrize(
    ("value", "action", "told"),
    [
        ("1, rue Haute", "la lecture", []),
        ("situé 1, rue Haute", "la lecture", [("situé", "1, rue Haute")]),
        ("située 1, rue Haute", "la lecture", [("située", "1, rue Haute")]),
        ("Le local est situé à Dijon", "la lecture", [("Le local est situé", "à Dijon")]),
        ("à Dijon, rendu accessible", "la lecture", [("rendu accessible", "à Dijon")]),
        ("à Dijon", "sur la lecture", [("sur", "la lecture")]),
        ("à Dijon", "portent sur la lecture", [("portent sur", "la lecture")]),
        ("à Dijon, accessible à tous", "la vie de la cité", []),
        ("à Dijon", "Sur la touche", []),
        ("à Dijon", "sur-mesure", []),
        ("situé(e) à Dijon", "la lecture", [("situé(e)", "à Dijon")]),
    ],
)
def test_a_value_that_says_the_words_around_it_again_is_told(
    tmp_path: Path, value: str, action: str, told: list[tuple[str, str]]
) -> None:
    (tmp_path / "clauses" / "apport").mkdir(parents=True)
    (tmp_path / "clauses" / "apport" / "local.md").write_text(SAYS, encoding="utf-8")
    values = f'      objet: "{value}"\n      actions: ["{action}"]\n'
    entry = f"  - clause: apport/local\n    valeurs:\n{values}signature:\n"

    found = findings(tmp_path, "signature:\n", entry)

    doubled = [one.arguments for one in found if one.code == "C707"]
    assert [(one["words"], one["alone"]) for one in doubled] == told


def test_a_list_that_joins_its_items_takes_no_and_of_theirs(tmp_path: Path) -> None:
    (tmp_path / "clauses" / "apport").mkdir(parents=True)
    (tmp_path / "clauses" / "apport" / "local.md").write_text(SAYS, encoding="utf-8")
    values = '      objet: "à Dijon"\n      actions: ["la lecture", "et la musique"]\n'
    entry = f"  - clause: apport/local\n    valeurs:\n{values}signature:\n"

    (found,) = findings(tmp_path, "signature:\n", entry)

    assert (found.code, found.arguments["alone"]) == ("C707", "la musique")


def test_what_is_still_too_much_is_not_advised(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, NAME, 'nom: "Commune de Longvic, représentée par X"')

    assert found.arguments["alone"] == "Longvic"


def test_quotes_and_what_stands_before_them_go_together(tmp_path: Path) -> None:
    short = "    ci-après: 'dénommée ci-après « la Ville »'"
    found = findings(tmp_path, NAME, f"{NAME}\n{short}")

    assert [one.arguments.get("line") for one in found if one.code == "C792"] == [
        'ci-après: "la Ville"'
    ]


@pytest.mark.parametrize(
    "ahead", [("imputée sur ",), ("imputée ", "sur", "\N{NO-BREAK SPACE}"), ("imputée sur ", "")]
)
def test_a_seam_is_seen_whatever_pieces_the_text_before_it_is_in(ahead: tuple[str, ...]) -> None:
    value = Text("sur le chapitre 65", value=ValueMark("valeurs.ligne"))
    line = (*map(Text, ahead), value)

    found = list(seams(line))

    assert found == [Seam("valeurs.ligne", 1, 0)]


def test_a_link_that_ends_a_value_is_seen_before_the_same_one() -> None:
    value = Text("la ville et le", value=ValueMark("valeurs.objet"))

    assert list(seams((value, Text(" le solde")))) == [Seam("valeurs.objet", 0, 3)]
