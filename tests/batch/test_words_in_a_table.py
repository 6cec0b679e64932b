"""What is said of a cell is right in a table: no line of a file, no key, the forms of a clerk."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from conventassembler.cli import cli

NAME = '    nom: "Longvic"\n    représentant:\n'
LEFT = (
    "    nom: à compléter\n    adresse: à compléter\n    représentant:\n"
    "      nom: à compléter\n      civilité: à compléter\n"
)
DATE = "      date: 2025-12-18\n"
DEED = "      date: à compléter\n      exécutoire le: à compléter\n      numéro: à compléter\n"
NONE = '  - titre: "Apports en nature"\n    texte: "Néant."\nsignature:\n'
"""Where the word is one of the act."""
HEAD = (
    *("commune.nom", "commune.adresse", "commune.représentant.nom"),
    *("commune.représentant.civilité", "commune.habilitation.numéro"),
)
ROW = ("Genlis", "1 rue Neuve ; 21110 GENLIS", "Anne MODÈLE", "Mme", "2026-13")


@pytest.fixture
def town(workspace: Path) -> Path:
    """A workspace whose agreement awaits all that is of its commune."""
    path = workspace / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    assert NAME in text
    assert DATE in text
    text = text.replace(NAME, LEFT).replace(DATE, DEED).replace("signature:\n", NONE)
    path.write_text(text, encoding="utf-8")
    return workspace


def told(root: Path, head: tuple[str, ...], *row: str) -> str:
    """Return what `batch` says of a table of one row."""
    lines = [";".join(f'"{one}"' for one in cells) for cells in (head, row)]
    (root / "communes.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return run(root, "--data", str(root / "communes.csv"))


def run(root: Path, *words: str) -> str:
    line = ["batch", "exemple", *words, "--workspace", str(root), "--lang", "en"]
    return CliRunner().invoke(cli, line, catch_exceptions=False).output


def with_cell(rank: int, text: str) -> tuple[str, ...]:
    return (*ROW[:rank], text, *ROW[rank + 1 :])


def test_a_row_without_slips_is_told_nothing_of_its_words(town: Path) -> None:
    said = told(town, HEAD, *ROW)

    assert not [code for code in ("C707", "C760", "C762", "C764") if code in said]


def test_to_fill_is_a_word_of_a_text(town: Path) -> None:
    path = town / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    article = '  - article: {titre: Fiche, texte: "La Commune reçoit une fiche à compléter."}\n'
    path.write_text(text.replace("signature:\n", f"{article}signature:\n"), encoding="utf-8")

    assert "C760" not in told(town, HEAD, *ROW)


def test_a_civility_in_a_name_is_not_sent_to_a_line_of_its_own(town: Path) -> None:
    said = told(town, HEAD, *with_cell(2, "Mme Anne MODÈLE"))

    assert "communes.csv:C2: warning C762" in said
    assert "write “Anne MODÈLE”; the civility has a column of its own" in said


@pytest.mark.parametrize(
    ("rank", "cell"),
    [
        (0, "à définir"),
        (1, "à voir"),
        (2, "en cours"),
        (2, "à préciser"),
        (4, "Néant"),
        (4, "idem"),
        (0, "Dijon à compléter"),
        (1, "1, rue A, à compléter"),
        (2, "À compléter…"),
        (2, "à  compléter - nom"),
        (2, "A remplir"),
        (4, "à compléter par la mairie"),
        (2, "-"),
        (2, "—"),
        (2, "//"),
        (4, "id."),
        (2, "en cours de désignation"),
        (3, "idem"),
    ],
)
def test_a_word_for_what_is_not_known_is_told(town: Path, rank: int, cell: str) -> None:
    said = told(town, HEAD, *with_cell(rank, cell))

    assert f"communes.csv:{'ABCDE'[rank]}2: warning C760 “{cell}” was left to be written" in said


@pytest.mark.parametrize("cell", ['"', "-", "//", "idem"])
def test_a_ditto_mark_in_any_text_is_told(town: Path, cell: str) -> None:
    column = 'colonnes:\n  "Lieu": signature.lieu\n  "Titre": titre\n'
    path = town / "agreements" / "exemple.yaml"
    path.write_text(path.read_text(encoding="utf-8") + column, encoding="utf-8")

    said = told(town, ("Titre", *HEAD), cell.replace('"', '""'), *ROW)

    assert f"communes.csv:A2: warning C760 “{cell}” was left to be written" in said


def test_an_item_said_twice_in_a_cell_is_on_no_line(town: Path) -> None:
    (town / "clauses" / "lieux").mkdir()
    (town / "clauses" / "lieux" / "lieux.md").write_text(
        "---\ntitre: Lieux\nchoisir quand: Jamais.\nparamètres:\n"
        '  lieux: {type: liste, éléments: {type: texte}, libellé: "Lieux"}\n---\n'
        "Les lieux sont {{ lieux | liste }}.\n",
        encoding="utf-8",
    )
    path = town / "agreements" / "exemple.yaml"
    clause = "  - clause: lieux/lieux\n    valeurs:\n      lieux: à compléter\nsignature:\n"
    text = path.read_text(encoding="utf-8").replace("signature:\n", clause)
    path.write_text(text, encoding="utf-8")

    said = told(town, (*HEAD, "lieux"), *ROW, "Dijon ; Genlis ; Dijon")

    assert "C764 “Dijon” stands twice in the list\n" in said


def test_the_day_of_an_act_that_no_rule_makes_executory_goes_with_its_column(town: Path) -> None:
    path = town / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8").replace("nature: commune", "nature: association")
    path.write_text(text.replace("fonction: maire", "fonction: présidente"), encoding="utf-8")
    column = "commune.habilitation.exécutoire le"

    said = told(town, (*HEAD, column), *ROW, "20/12/2025")

    assert "communes.csv:F2: note C794" in said
    assert f"delete “exécutoire le” in the agreement, and the column “{column}”" in said


def test_the_workbook_speaks_of_cells(town: Path) -> None:
    run(town, "--template", str(town / "communes.xlsx"))
    page = openpyxl.load_workbook(town / "communes.xlsx").worksheets[0]
    said = {cell.value: cell.comment.text for cell in page[1]}
    days = [text for name, text in said.items() if "date" in name or "exécutoire" in name]

    assert len(days) == 2
    assert not [text for text in said.values() if "supprimez la ligne" in text]
    assert not [text for text in days if "2025-" in text]
    empty = said["commune.représentant.civilité"].replace("\N{NO-BREAK SPACE}", " ")
    assert "Cellule vide : l’acte n’en dit rien." in empty
    assert "Toujours à remplir." not in said["commune.représentant.nom"]


@pytest.mark.parametrize(
    ("typed", "code", "alone"),
    [
        ("Commune", "C776", "la Commune"),
        ("la «Ville»", "C792", "la Ville"),
        ("ci-après: «l'Autre Ville»", "C792", "l'Autre Ville"),
    ],
)
def test_a_remedy_in_a_cell_is_what_is_typed_there(
    town: Path, typed: str, code: str, alone: str
) -> None:
    path = town / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8").replace(LEFT, f"    ci-après: à compléter\n{LEFT}")
    path.write_text(text, encoding="utf-8")

    said = told(town, ("commune.ci-après", *HEAD), typed, *ROW)

    assert code in said
    assert f"write “{alone}” in the cell" in " ".join(said.split())
    assert "write ci-après" not in said


@pytest.mark.parametrize(
    ("gender", "civility", "place"),
    [("masculin", "", "B2"), ("", "M.", "B2"), ("masculin", "Mme", "B2")],
)
def test_a_person_of_two_genders_is_told_at_the_cell_that_is_empty(
    workspace: Path, gender: str, civility: str, place: str
) -> None:
    path = workspace / "agreements" / "exemple.yaml"
    own = "      genre: féminin\n"
    text = path.read_text(encoding="utf-8")
    assert text.count(own) == 1
    path.write_text(text.replace(own, f"{own}      civilité: Mme\n"), encoding="utf-8")
    keys = ("commune.représentant.genre", "commune.représentant.civilité")
    empty = civility == ""
    cells = {keys[0]: gender, keys[1]: civility}
    head = ("#nom", *(sorted(keys, key=lambda one: bool(cells[one]))))

    said = told(workspace, head, "un", *(cells[one] for one in head[1:]))

    if gender and civility:
        place = f"{'ABC'[head.index(keys[1])]}2"
    assert f"communes.csv:{place}: error C468" in said
    assert ("fill the cell of" in said) == (empty or not gender)
    assert "agreements/exemple.yaml" not in said.partition("C468")[2]
