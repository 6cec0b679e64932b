"""The court that an act names: the one that the law gives it, or the one that the parties chose."""

from pathlib import Path

import pytest
from project import REPOSITORY

from conventassembler.build import draft_one, stock
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.model import Blank, Draft, Paragraph, Text
from conventassembler.draft.plain import text_of
from conventassembler.workspace import Workspace

SHARED = stock(Workspace(REPOSITORY))
COMMUNE = 'commune: {{nature: commune, nom: "Longvic", représentant: à compléter, {0}}}'
DEPARTMENT = 'd: {{nature: département, nom: "{0}", représentant: à compléter}}'
CAF = 'caf: {{nature: CAF, nom: "{0}", représentant: à compléter}}'
ASSOCIATION = (
    'a: {nature: association, nom: "Aide", représentant: à compléter, adresse: 75001 PARIS}'
)
STATE = "é: {{nature: État, nom: {0}, représentant: à compléter}}"


def drafted(
    folder: Path, *parties: str, place: str = "", court: str = ""
) -> tuple[Draft | None, tuple[Diagnostic, ...]]:
    values = f"\n    valeurs: {{tribunal: {court}}}" if court else ""
    lines = [
        "format: 1",
        "modèle: protocole-territorial",
        'titre: "Protocole"',
        *([f"lieu d'exécution: {place}"] if place else []),
        "parties:",
        *(f"  {party}" for party in parties),
        f"clauses:\n  - clause: litiges/contentieux{values}",
    ]
    path = folder / "agreements" / "essai.yaml"
    path.parent.mkdir()
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return draft_one(Workspace(folder), "essai", SHARED)


def sentence(draft: Draft | None) -> Paragraph:
    assert draft
    return next(b for b in draft.blocks if isinstance(b, Paragraph) and b.id.startswith("litiges/"))


def court_named(draft: Draft | None) -> str:
    return text_of(sentence(draft).inlines).partition("tribunal administratif ")[2]


LONGVIC = COMMUNE.format('adresse: ["2, rue X", "21600 LONGVIC"]')


@pytest.mark.parametrize(
    ("parties", "place", "court"),
    [
        ((LONGVIC,), "Hauts-de-Seine", "de Cergy-Pontoise."),
        ((LONGVIC,), "[92, Val-d'Oise]", "de Cergy-Pontoise."),
        ((LONGVIC,), "[Hauts-de-Seine, Paris]", "de Dijon."),
        ((LONGVIC,), '"01"', "de Lyon."),
        ((LONGVIC,), "Nouvelle-Calédonie", "de Nouvelle-Calédonie."),
        ((LONGVIC,), "", "de Dijon."),
        ((LONGVIC, DEPARTMENT.format("Somme")), "", "de Dijon."),
        ((DEPARTMENT.format("Somme"), LONGVIC), "", "d’Amiens."),
        ((DEPARTMENT.format("La Réunion"), LONGVIC), "", "de La Réunion."),
        ((CAF.format("Loiret"), ASSOCIATION, LONGVIC), "", "de Dijon."),
        ((ASSOCIATION, LONGVIC), "", "de Dijon."),
        ((STATE.format("Guadeloupe"), LONGVIC), "", "de la Guadeloupe."),
        (
            (COMMUNE.format('adresse: ["2, rue X", "CS 13501", "80000 AMIENS Cedex"]'),),
            "",
            "d’Amiens.",
        ),
    ],
)
def test_the_law_gives_the_court(tmp_path: Path, parties, place, court) -> None:
    draft, _ = drafted(tmp_path, *parties, place=place)

    assert court_named(draft) == court


def test_the_name_of_the_court_keeps_the_key_that_told_it(tmp_path: Path) -> None:
    draft, _ = drafted(tmp_path, LONGVIC, place="Hauts-de-Seine")

    marks = {one.text: one.value for one in sentence(draft).inlines if isinstance(one, Text)}

    assert marks["Cergy-Pontoise"].path == "places[1]"
    assert marks["Cergy-Pontoise"].formatter == "tribunal"


def test_another_court_is_taken_and_told(tmp_path: Path) -> None:
    draft, found = drafted(tmp_path, LONGVIC, court="TA de Paris")

    assert court_named(draft) == "de Paris."
    assert "C717" in {item.code for item in found}


@pytest.mark.parametrize(
    ("parties", "place"),
    [
        ((LONGVIC,), "à compléter"),
        ((COMMUNE.format("adresse: à compléter"),), ""),
        ((COMMUNE.format('adresse: ["2, rue X", à compléter]'),), ""),
        ((DEPARTMENT.format("à compléter"), LONGVIC), ""),
    ],
)
def test_what_tells_the_court_may_be_left_to_complete(tmp_path: Path, parties, place) -> None:
    draft, _ = drafted(tmp_path, *parties, place=place)

    assert any(isinstance(one, Blank) for one in sentence(draft).inlines)


@pytest.mark.parametrize("commune", [COMMUNE.format("sigle: VL"), COMMUNE.format("adresse: Dijon")])
def test_no_court_is_guessed(tmp_path: Path, commune: str) -> None:
    draft, found = drafted(tmp_path, commune, DEPARTMENT.format("Somme"))

    assert draft is None
    assert "C477" in {item.code for item in found}


def test_a_court_that_is_chosen_needs_no_seat(tmp_path: Path) -> None:
    draft, _ = drafted(tmp_path, COMMUNE.format("sigle: VL"), court="Dijon")

    assert court_named(draft) == "de Dijon."


def test_the_court_of_the_law_typed_by_hand_is_not_told(tmp_path: Path) -> None:
    _, found = drafted(tmp_path, LONGVIC, court="Dijon")

    assert not {"C717", "C718"} & {item.code for item in found}


def test_a_place_that_is_unknown_is_told_once(tmp_path: Path) -> None:
    _, found = drafted(tmp_path, COMMUNE.format("sigle: VL"), place="Bourgogne")

    assert {"C455", "C477"} & {item.code for item in found} == {"C455"}
