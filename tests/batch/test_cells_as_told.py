"""What is told of a cell is what stands there, and what it says to type is taken."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from test_french_excel import xlsx_of

from conventassembler.cli import cli

CLAUSE = "clauses/duree/tacite.md"
LISTED = (
    "paramètres:\n  communes: {type: liste, éléments: {type: texte}, min: 2, libellé: Communes}"
)
LISTED += "\n  taux: {type: pourcentage, libellé: Taux}"
BODY = "\nLes communes : {{ communes | liste }}. Taux : {{ taux | en_pourcentage }}.\n"


@pytest.fixture(name="space")
def with_a_list(workspace: Path) -> Path:
    """A workspace whose clause has a list of two texts at least, and a percentage."""
    clause = workspace / CLAUSE
    text = clause.read_text(encoding="utf-8")
    clause.write_text(text.replace("paramètres:", LISTED) + BODY, encoding="utf-8")
    path = workspace / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    given = "années: 3\n      communes: [a, b]\n      taux: 5"
    path.write_text(text.replace("années: 3", given), encoding="utf-8")
    return workspace


def run(root: Path, table: str, *options: str) -> str:
    line = ["batch", "exemple", "--data", str(root / table), "--workspace", str(root), "--twins"]
    told = CliRunner().invoke(cli, [*line, "--lang", "en", "--keep-going", *options]).output
    return " ".join(told.split())


def rows(root: Path, text: str) -> str:
    (root / "t.csv").write_text(text, encoding="utf-8")
    return run(root, "t.csv")


def twin(root: Path, name: str) -> str:
    text = (root / "envoi" / "exemple" / f"{name}.md").read_text(encoding="utf-8")
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_cell_to_complete_leaves_all_of_a_list_blank(space: Path) -> None:
    told = rows(
        space, '#nom;communes\nx;à compléter\ny;"Norges ; à compléter"\nz;"Norges ; Bourg"\n'
    )

    assert "error C" not in told
    assert "Les communes : **[à compléter]**." in twin(space, "x")
    assert "Les communes : Norges et **[à compléter]**." in twin(space, "y")
    assert "Les communes : Norges et Bourg." in twin(space, "z")


def test_a_list_that_was_left_blank_takes_the_cell_too(space: Path) -> None:
    path = space / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")

    for said in ("à compléter", "[à compléter]", "\n        - à compléter"):
        path.write_text(text.replace("[a, b]", said), encoding="utf-8")
        assert "error C" not in rows(space, '#nom;communes\nx;à compléter\nz;"Norges ; Bourg"\n'), (
            said
        )
        assert "Les communes : **[à compléter]**." in twin(space, "x")


def test_fill_leaves_all_of_a_list_blank_where_a_list_stood(space: Path) -> None:
    (space / "t.csv").write_text("communes\nà compléter\n", encoding="utf-8")
    line = ["fill", "exemple", "--from", str(space / "t.csv"), "--workspace", str(space)]

    done = CliRunner().invoke(cli, [*line, "--replace"])

    assert done.exit_code == 0, done.output
    text = (space / "agreements" / "exemple.yaml").read_text(encoding="utf-8")
    assert "communes: à compléter\n" in text


def test_a_formula_is_quoted_as_it_is_typed(space: Path) -> None:
    path = xlsx_of(space, ("#nom", "commune.nom"), ("a", '=B1&"<x>"'))

    assert 'B2: error C096 “=B1&"<x>"” is a formula' in run(space, path.name)


def test_the_number_that_lost_its_figures_is_the_only_one_quoted(space: Path) -> None:
    path = space / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    named = '    nom: "Longvic"\n'
    path.write_text(text.replace(named, f"{named}    siret: à compléter\n"), encoding="utf-8")

    told = rows(space, "#nom;commune.siret\na;2,00012E+13\n")

    assert "error C054 “2,00012E+13” has lost its figures" in told
    assert "2,1E+13" not in told


@pytest.mark.parametrize(("kept", "meant"), [(0.2, "20 %"), (0.055, "5,5 %"), (1, "100 %")])
def test_a_fraction_given_back_untouched_is_told_as_before(
    space: Path, kept: float, meant: str
) -> None:
    path = xlsx_of(space, ("#nom", "taux"), ("a", kept))
    first = run(space, path.name)
    back = space / "envoi" / "exemple" / "lignes-refusees.xlsx"
    told = first
    for _ in range(2):
        assert f"type the percentage as a text, with its sign: “{meant}”" in told
        (cell,) = [one.value for one in openpyxl.load_workbook(back).active["D"][1:]]
        assert cell == f"{kept} ?".replace(".", ",")
        told = run(space, f"envoi/exemple/{back.name}")
        assert "C209" not in told


def test_a_percentage_that_somebody_asks_about_is_no_fraction(space: Path) -> None:
    assert "error C209" in rows(space, "#nom;taux\na;20 ?\n")


def test_a_name_of_the_first_table_and_one_of_this_table_are_told_apart(space: Path) -> None:
    rows(space, "#nom;années\na;2\nb;x\nc;x\n")
    back = space / "envoi" / "exemple" / "lignes-refusees.csv"
    head, *_ = back.read_text(encoding="utf-8-sig").splitlines()
    assert head.split(";")[0] == "#ligne"
    text = "#ligne;#nom;années\n3;a;3\n4;d;3\n5;d;4\n"
    back.write_text(text, encoding="utf-8-sig")

    told = run(space, f"envoi/exemple/{back.name}")

    assert "B2: error C037 the name “a” is that of row 2 of the first table" in told
    assert "B4: error C037 the name “d” is that of row 3 already" in told
