"""An optional key that takes no blank: an empty cell says nothing of it."""

from pathlib import Path

import openpyxl
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


NOTICE = "{type: entier, min: 1, défaut: 3, libellé"
OPTIONAL = "{type: entier, min: 1, facultatif: oui, libellé"
CHOSEN = """
{% if preavis_en_mois %}
Chaque partie peut s'opposer à sa reconduction {{ preavis_en_mois | en_mois }} avant l'échéance.
{% endif %}
"""


def with_a_notice(root: Path, *, optional: bool) -> None:
    """Have the clause of the duration choose its text by a notice, which it may do without."""
    clause = root / "clauses" / "duree" / "tacite.md"
    before, _, _ = clause.read_text(encoding="utf-8").partition("\nChaque partie")
    text = before.replace(NOTICE, OPTIONAL) if optional else before.replace(", défaut: 3", "")
    assert text != before
    clause.write_text(text + CHOSEN, encoding="utf-8")
    path = root / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    blank = "      années: 3\n      préavis en mois: à compléter\n"
    path.write_text(text.replace("      années: 3\n", blank), encoding="utf-8")


def test_an_empty_cell_leaves_out_what_a_clause_can_do_without(workspace: Path) -> None:
    with_a_notice(workspace, optional=True)

    told = run(workspace, "#nom;préavis en mois\na;2\nb;\nc;à compléter\n", OFFICE)

    assert "reconduction deux mois avant" in said(workspace, "a")
    assert "reconduction" not in said(workspace, "b")
    assert "t.csv:B4: error C501" in told


def test_an_empty_cell_awaits_what_the_clause_cannot_do_without(workspace: Path) -> None:
    with_a_notice(workspace, optional=False)

    told = run(workspace, "#nom;préavis en mois\na;2\nb;\n", OFFICE)

    assert "reconduction deux mois avant" in said(workspace, "a")
    assert "t.csv:B3: error C501" in told


@pytest.mark.parametrize(
    ("optional", "empty"),
    [(True, "Cellule vide\u00a0: l’acte n’en dit rien"), (False, "Toujours à remplir")],
)
def test_the_workbook_says_what_an_empty_cell_means(
    workspace: Path, optional: bool, empty: str
) -> None:
    with_a_notice(workspace, optional=optional)
    line = ["batch", "exemple", "--template", "--workspace", str(workspace)]

    CliRunner().invoke(cli, line, catch_exceptions=False)

    (path,) = workspace.glob("*.xlsx")
    cells = openpyxl.load_workbook(path).worksheets[0][1]
    (told,) = (one.comment.text for one in cells if "préavis" in str(one.value).lower())
    assert empty in told.replace("'", "’")


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
