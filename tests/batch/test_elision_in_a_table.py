"""Names in h in the cells of a table: what is asked for can be done there, and ends it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from conventassembler.cli import cli

NAME = '    nom: "Longvic"\n'
SAID = "    élision: à compléter\n"
CCAS = "  ccas:\n    nature: centre communal d'action sociale\n    rattaché à: commune\n"
CCAS += "    représentant:\n      fonction: président\n      genre: masculin\n"


def edit(root: Path, said: str = "", more: str = "") -> None:
    path = root / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    assert NAME in text
    text = text.replace(NAME, f"{NAME}{said}").replace("visas:\n", f"{more}visas:\n")
    path.write_text(text, encoding="utf-8")


def run(root: Path, rows: str) -> str:
    (root / "t.csv").write_text(rows, encoding="utf-8")
    line = ["batch", "exemple", "--data", str(root / "t.csv"), "--workspace", str(root), "--twins"]
    told = CliRunner().invoke(cli, [*line, "--lang", "en", "--keep-going"]).output
    return " ".join(told.split())


def twin(root: Path, name: str) -> str:
    return (root / "envoi" / "exemple" / f"{name}.md").read_text(encoding="utf-8")


def test_the_cell_is_told_with_its_column_once_for_all_parties(workspace: Path) -> None:
    edit(workspace, more=CCAS)

    told = run(workspace, "#nom;commune.nom\na;Hauteville\nb;Modèleville\n")

    assert told.count("C469") == 1
    assert "t.csv:B2: error C469" in told
    assert "in the column “commune.élision” of this row" in told
    assert "type “élision: à compléter” under “commune” in the agreement" in told


def test_who_follows_the_remedy_gets_the_act(workspace: Path) -> None:
    edit(workspace, SAID, CCAS)

    told = run(
        workspace,
        "#nom;commune.nom;commune.élision\na;Hauteville;oui\nb;Modèleville;non\nc;Hauteville;non\n"
        "d;Modèleville;\n",
    )

    assert "error C" not in told
    assert "d’Hauteville" in twin(workspace, "a")
    assert "de Hauteville" not in twin(workspace, "a")
    assert "d’Hauteville" not in twin(workspace, "c")
    assert "d’Modèleville" not in twin(workspace, "b") + twin(workspace, "d")


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        ("    élision: oui\n", "#nom;commune.nom\na;Hauteville\nb;Modèleville\n"),
        (SAID, "#nom;commune.nom;commune.élision\na;Hauteville;oui\nb;Modèleville;oui\n"),
    ],
)
def test_an_elision_before_a_consonant_is_told_at_its_cell(
    workspace: Path, said: str, rows: str
) -> None:
    edit(workspace, said, CCAS)

    told = run(workspace, rows)

    assert told.count("C373") == 1
    assert "t.csv:B3: error C373 “Modèleville” begins with a consonant" in told
    assert "d’Hauteville" in twin(workspace, "a")


def test_what_is_said_of_an_acronym_in_h_leaves_a_name_in_a_consonant(workspace: Path) -> None:
    edit(workspace, '    élision: oui\n    sigle: "Habx"\n')

    told = run(workspace, "#nom;commune.nom\na;Modèleville\n")

    assert "error C" not in told
    assert "d’Modèleville" not in twin(workspace, "a")


def test_it_is_told_in_the_record_of_a_party(workspace: Path) -> None:
    record = 'nature: commune\nnom: "Modèleville"\nélision: oui\n'
    record += "représentant:\n  fonction: maire\n  genre: féminin\n"
    (workspace / "agreements" / "parties" / "modele.yaml").write_text(record, encoding="utf-8")
    path = workspace / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace(f"    nature: commune\n{NAME}", "    fiche: modele\n")
    path.write_text(text, encoding="utf-8")

    told = CliRunner().invoke(cli, ["check", "--workspace", str(workspace), "--lang", "en"]).output

    assert "agreements/parties/modele.yaml:3:1: error C373" in told


@pytest.mark.parametrize("name", ["Onze", "Hauteville", "Yvetot", "Évreux", "Œuilly"])
def test_an_elision_before_a_vowel_an_h_or_a_y_is_left(workspace: Path, name: str) -> None:
    edit(workspace, "    élision: non\n")
    assert "error C" not in run(workspace, f"#nom;commune.nom\na;{name}\n")

    path = workspace / "agreements" / "exemple.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("élision: non", "élision: oui"), "utf-8"
    )
    assert "error C" not in run(workspace, f"#nom;commune.nom\na;{name}\n")
