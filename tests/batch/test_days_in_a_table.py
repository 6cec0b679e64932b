"""Values that contradict each other are told at the cell that gave one, with what to type there."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from conventassembler.batch.refused import FILE
from conventassembler.cli import cli

SIGNED = "signature.date"
DECIDED = "commune.habilitation.date"
EXECUTORY = "commune.habilitation.exécutoire le"
ORIGINALS = "signature.originaux"
NAME = "commune.représentant.nom"


def told(root: Path, cells: dict[str, str], *words: str, lang: str = "en") -> str:
    """Return what `batch` says of a table of one row."""
    lines = [";".join(f'"{one}"' for one in line) for line in (cells, cells.values())]
    (root / "communes.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    line = ["batch", "exemple", "--data", str(root / "communes.csv"), "--workspace", str(root)]
    return (
        CliRunner()
        .invoke(cli, [*line, "--lang", lang, *words], catch_exceptions=False)
        .output.replace("\N{NO-BREAK SPACE}", " ")
    )


def replaced(root: Path, typed: str, instead: str) -> None:
    path = root / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    assert typed in text
    path.write_text(text.replace(typed, instead), encoding="utf-8")


def period(root: Path, parameters: str, body: str, values: str) -> None:
    """Have the agreement say its term by a clause of its own."""
    (root / "clauses" / "duree" / "periode.md").write_text(
        f"---\ntitre: Durée\nchoisir quand: Jamais.\nparamètres:\n{parameters}---\n{body}\n",
        encoding="utf-8",
    )
    term = "  - clause: duree/tacite\n    valeurs:\n      années: 3\n"
    replaced(root, term, f"  - clause: duree/periode\n    valeurs:\n{values}")


def test_a_signature_before_what_it_rests_on_is_told_at_its_cell(workspace: Path) -> None:
    said = told(workspace, {ORIGINALS: "3", SIGNED: "16/12/2025"})

    assert said.count("C732") == 1
    assert "communes.csv:B2: warning C732 “délibération (commune)” is of 18 décembre 2025" in said
    assert "type the day of the signature, 18 décembre 2025 or later" in said


def test_a_decision_after_the_signature_is_told_at_its_cell(workspace: Path) -> None:
    said = told(workspace, {ORIGINALS: "3", DECIDED: "16/01/2026"})

    assert "communes.csv:B2: warning C732" in said
    assert "15 janvier 2026 or earlier; or correct that of the signature" in said


@pytest.mark.parametrize(
    ("cells", "cell", "code"),
    [
        ({SIGNED: "18/12/2025"}, "A2", "C734"),
        ({DECIDED: "21/12/2025"}, "A2", "C733"),
        ({EXECUTORY: "17/01/2026"}, "A2", "C734"),
        ({DECIDED: "18/12/2025", EXECUTORY: "17/12/2025"}, "B2", "C733"),
    ],
)
def test_an_executory_day_that_cannot_be_is_told_at_the_cell(
    workspace: Path, cells: dict[str, str], cell: str, code: str
) -> None:
    replaced(workspace, "date: 2025-12-18\n", "date: 2025-12-18\n      exécutoire le: 2025-12-20\n")

    assert f"communes.csv:{cell}: warning {code}" in told(workspace, cells)


@pytest.mark.parametrize(
    ("cells", "cell", "code"),
    [
        ({SIGNED: "02/02/2026"}, "A2", "C737"),
        ({DECIDED: "02/01/2026"}, "A2", "C736"),
        ({SIGNED: "01/01/2032"}, "A2", "C738"),
    ],
)
def test_a_term_that_contradicts_a_cell_is_told_there(
    workspace: Path, cells: dict[str, str], cell: str, code: str
) -> None:
    period(
        workspace,
        "  premier jour: {type: date, rôle: prise d'effet, libellé: D}\n"
        "  dernier jour: {type: date, rôle: fin, libellé: F}\n",
        "Elle court du {{ premier_jour }} au {{ dernier_jour }}.",
        "      premier jour: 2026-01-01\n      dernier jour: 2030-12-31\n",
    )

    assert f"communes.csv:{cell}: warning {code}" in told(workspace, cells)


def test_a_notice_as_long_as_a_term_of_a_cell_is_told_there(workspace: Path) -> None:
    period(
        workspace,
        "  longueur: {type: durée, rôle: durée, libellé: D}\n"
        "  délai: {type: durée, rôle: préavis, libellé: P}\n",
        "Elle dure {{ longueur | en_duree }} à compter de sa signature ; préavis :"
        " {{ delai | en_duree }}.",
        "      longueur: 3 ans\n      délai: 1 an\n",
    )

    assert "communes.csv:A2: warning C739" in told(workspace, {"longueur": "1 an"})


def test_a_person_who_is_a_woman_elsewhere_is_told_at_the_cell_of_the_name(
    workspace: Path,
) -> None:
    man = "\n    représentant: {fonction: président, genre: masculin, nom: à compléter}\n"
    replaced(workspace, "fiche: departement\n", f"fiche: departement{man}")
    replaced(workspace, "      genre: féminin\n", "      genre: féminin\n      nom: Anne MODÈLE\n")

    said = told(workspace, {"département.représentant.nom": "Anne MODÈLE"})

    assert "communes.csv:A2: warning C750" in said
    assert "line 0" not in said


def test_a_number_of_another_party_is_told_at_its_cell(workspace: Path) -> None:
    replaced(workspace, "fiche: departement\n", 'fiche: departement\n    siren: "222100000"\n')
    replaced(workspace, '"Longvic"\n    représ', '"Longvic"\n    siren: "200000008"\n    représ')

    said = told(workspace, {"département.siren": "200000008"})

    assert "communes.csv:A2: warning C757" in said


def test_a_refused_row_says_all_that_is_wrong_in_its_cells(workspace: Path) -> None:
    replaced(workspace, "      genre: féminin\n", "      genre: féminin\n      nom: à compléter\n")
    cells = {
        "commune.nom": "Genlis",
        DECIDED: "18/12/2025",
        NAME: "Mme Anne MODÈLE",
        NAME.replace("nom", "genre"): "féminin",
        SIGNED: "16/12/2025",
    }

    told(workspace, cells, "--keep-going", "--final", lang="fr")

    text = (workspace / "envoi" / "exemple" / FILE).read_text(encoding="utf-8-sig")
    (row,) = csv.DictReader(text.splitlines(keepends=True), delimiter=";")
    first, second = row["#motif"].splitlines()
    assert first.startswith(f"{DECIDED} – «\N{NO-BREAK SPACE}délibération (commune)")
    assert second.startswith(f"{NAME} – «\N{NO-BREAK SPACE}Mme")
