"""An optional key that takes no blank: an empty cell says nothing of it."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from project import copy_of_repository

from conventassembler.build import stock
from conventassembler.cli import cli
from conventassembler.filling import read_filling
from conventassembler.filling.optional import may_be_left_out

OFFICE = "      fonction: maire\n"
NAMED = f'{OFFICE}      civilité: à compléter\n      nom: "Anne TYPE"\n'


def run(root: Path, rows: str, office: str = NAMED) -> str:
    path = root / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    assert OFFICE in text
    path.write_text(text.replace(OFFICE, office), encoding="utf-8")
    (root / "t.csv").write_text(rows, encoding="utf-8")
    line = ["batch", "exemple", "--data", str(root / "t.csv"), "--workspace", str(root), "--twins"]
    return CliRunner().invoke(cli, [*line, "--lang", "en", "--keep-going"]).output


def said(root: Path, name: str) -> str:
    return (root / "envoi" / "exemple" / f"{name}.md").read_text(encoding="utf-8")


def test_an_empty_cell_leaves_the_key_out(workspace: Path) -> None:
    head = "#nom;commune.représentant.civilité;commune.représentant.nom"

    told = run(workspace, f"{head}\na;Mme;Anne MODÈLE\nb;;Claude ESSAI\nc;à compléter;Jean TYPE\n")

    assert "Mme\N{NO-BREAK SPACE}Anne MODÈLE" in said(workspace, "a")
    assert "<br>Claude ESSAI" in said(workspace, "b")
    assert "t.csv:B4: error C220" in told
    empty = "or leave the cell of the column “commune.représentant.civilité” empty"
    assert empty in " ".join(told.split())
    assert "unchanged: 0, refused: 1" in told


def test_it_is_the_act_of_an_agreement_without_the_key(workspace: Path) -> None:
    run(workspace, "#nom;commune.représentant.civilité\na;\n")
    left_out = said(workspace, "a")
    path = workspace / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8").replace("      civilité: à compléter\n", "")
    path.write_text(text, encoding="utf-8")

    run(workspace, "#nom;commune.représentant.nom\na;Anne TYPE\n", OFFICE)

    assert said(workspace, "a") == left_out


def test_a_value_of_the_agreement_stays(workspace: Path) -> None:
    head = "#nom;commune.représentant.civilité\na;\n"

    run(workspace, head, NAMED.replace("civilité: à compléter", "civilité: Mme"))

    assert "Mme\N{NO-BREAK SPACE}Anne TYPE" in said(workspace, "a")


@pytest.mark.parametrize("key", ["nature: commune", "acte: délibération\n      date: 2025-12-18"])
def test_what_a_party_cannot_do_without_is_awaited(workspace: Path, key: str) -> None:
    path = workspace / "agreements" / "exemple.yaml"
    name, _, rest = key.partition(": ")
    value, rest = rest.split("\n", 1) if "\n" in rest else (rest, "")
    text = path.read_text(encoding="utf-8")
    assert key in text
    blank = f"{name}: à compléter" + (f"\n{rest}" if rest else "")
    path.write_text(text.replace(key, blank), encoding="utf-8")
    column = f"commune.{name}" if name == "nature" else f"commune.habilitation.{name}"

    told = run(workspace, f"#nom;{column}\na;\nb;{value}\nc;à compléter\n", OFFICE)

    assert "t.csv:B2: error C220" in told
    assert "leave the cell" not in told


def test_a_cell_that_would_keep_the_value_of_the_agreement_is_not_to_be_emptied(
    workspace: Path,
) -> None:
    named = NAMED.replace("civilité: à compléter", "civilité: Mme")

    told = run(workspace, "#nom;commune.représentant.civilité\na;à compléter\n", named)

    assert "t.csv:B2: error C220" in told
    assert "leave the cell" not in told


def test_which_keys_may_be_left_out(tmp_path: Path) -> None:
    space = copy_of_repository(tmp_path)
    shared = stock(space)
    filling, _ = read_filling(space, "longvic", shared.library, shared.registry)
    assert filling is not None
    found = {one.path for one in filling.in_columns if may_be_left_out(one)}

    assert "parties.ccas.attached_to" in found
    assert not found & {"model", "parties.commune.kind", "parties.commune.authority.act"}
    assert not [one for one in found if one.endswith((".clause", ".record", "]"))]
