"""`batch --template`: the workbook that a clerk fills, what it accepts, how it is read back."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from openpyxl.worksheet.worksheet import Worksheet
from project import REPOSITORY

from conventassembler.build import stock
from conventassembler.cli import cli
from conventassembler.diagnostics import Position
from conventassembler.filling import Filling, read_filling
from conventassembler.filling.rows import fill_from, read_cell
from conventassembler.sheets import Sheet, sheet_of
from conventassembler.sheets.book import FILLED, texts, workbook
from conventassembler.sheets.columns import NAMES
from conventassembler.tables import Cell, all_rows, read_table
from conventassembler.workspace import Workspace

TYPES = """\
titre: Tout
choisir quand: Jamais.
paramètres:
  jour: {type: date, libellé: "Jour de l'effet", aide: "Le jour où l'acte prend effet."}
  jours: {type: dates, libellé: "Jours des séances"}
  nombre: {type: entier, min: 2, max: 9, libellé: "Nombre de lieux"}
  prix: {type: montant, min: 0, libellé: "Montant annuel"}
  part: {type: pourcentage, libellé: "Part du Département"}
  rythme: {type: choix, choix: ["chaque mois", "chaque année"], libellé: "Rythme"}
  bilan: {type: oui-non, libellé: "Un bilan est fait"}
  siret: {type: siret, libellé: "SIRET du lieu"}
  téléphone: {type: téléphone, libellé: "Téléphone du lieu"}
  lieux: {type: liste, éléments: {type: texte}, libellé: "Lieux"}
  code postal: {type: texte, libellé: "Code postal"}
  durée: {type: durée, libellé: "Durée"}
  récit: {type: texte riche, libellé: "Récit"}
  pilote: {type: partie, libellé: "Pilote"}
"""
BODY = """\
Le {{ jour }}, {{ jours | en_dates }}, {{ nombre }} lieux, {{ prix }}, {{ part }}, {{ rythme }},
{{ siret }}, {{ telephone }}, {{ lieux | liste }}, {{ code_postal }}, {{ duree }}, {{ pilote.le }}.

{{ recit }}

{% if bilan %}

Un bilan est fait.

{% endif %}
"""
KEYS = (
    *("jour", "jours", "nombre", "prix", "part", "rythme", "bilan", "siret", "téléphone"),
    *("lieux", "code postal", "durée", "récit", "pilote"),
)
LABELS = 'colonnes:\n  "Commune": parties.commune.nom\n  "Lieu": signature.lieu\n'


@pytest.fixture
def every_type(workspace: Path) -> Path:
    """A workspace whose agreement awaits a value of each type, and has two columns of its own."""
    (workspace / "clauses" / "tout").mkdir()
    (workspace / "clauses" / "tout" / "tout.md").write_text(
        f"---\n{TYPES}---\n{BODY}", encoding="utf-8"
    )
    path = workspace / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    blanks = "".join(f"      {key}: à compléter\n" for key in KEYS)
    clause = f"  - clause: tout/tout\n    valeurs:\n{blanks}"
    text = text.replace("signature:\n", f"{clause}signature:\n") + LABELS
    path.write_text(text, encoding="utf-8")
    return workspace


def filling_of(root: Path, name: str = "exemple") -> Filling:
    space = Workspace(root)
    shared = stock(space)
    filling, found = read_filling(space, name, shared.library, shared.registry)
    assert filling is not None, found
    return filling


def sheet(root: Path, name: str = "exemple") -> Sheet:
    made, found = sheet_of(name, filling_of(root, name), name)
    assert made is not None, found
    return made


def opened(root: Path) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(workbook(sheet(root), "…")))[FILLED]


def run(root: Path, *words: object, lang: str = "fr") -> Result:
    line = ["batch", "exemple", *map(str, words), "--workspace", str(root), "--lang", lang]
    return CliRunner().invoke(cli, line, catch_exceptions=False)


def headers(page: Worksheet) -> list[str]:
    return [cell.value for cell in page[1]]


def fill(path: Path, **values: object) -> None:
    """Fill the row of the example as a clerk does in Excel, cells that are not named emptied."""
    book = openpyxl.load_workbook(path)
    page = book[FILLED]
    for header, cell in zip(headers(page), page[2], strict=True):
        cell.value = values.get(header)
    book.save(path)


@pytest.mark.parametrize(
    "name", sorted(path.stem for path in (REPOSITORY / "agreements").glob("*.yaml"))
)
def test_every_name_of_a_column_is_understood(name: str) -> None:
    filling = filling_of(REPOSITORY, name)
    columns = [one for one in sheet(REPOSITORY, name).columns if one.header != NAMES]
    places = [filling.columns.named(one.header, Position(""))[0] for one in columns]

    assert None not in places
    assert len({place.id for place in places if place}) == len(columns)
    blank = {one.id for one in filling.blanks if not (one.shared or one.is_group)}
    assert {place.id for place in places if place} == blank


def test_columns_of_the_agreement_come_first_then_what_is_blank(every_type: Path) -> None:
    page = opened(every_type)

    assert headers(page)[:4] == ["Commune", "Lieu", "Jour de l'effet", "Jours des séances"]
    assert len(headers(page)) == 2 + len(KEYS)
    assert page.freeze_panes == "B2"


def test_equal_sheets_have_equal_bytes(every_type: Path) -> None:
    made = sheet(every_type)
    data = workbook(made, "commande")

    assert data == workbook(made, "commande")
    dates = {one.date_time for one in zipfile.ZipFile(io.BytesIO(data)).infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def rules(page: Worksheet) -> Iterator[tuple[str, object]]:
    """Yield the rules of the columns by the names of these."""
    names = headers(page)
    for one in page.data_validations.dataValidation:
        area = next(iter(one.sqref.ranges))
        assert area.min_row == 2
        yield names[area.min_col - 1], one


def test_each_type_has_its_rule_and_its_format(every_type: Path) -> None:
    page = opened(every_type)
    found = {
        name: (one.type, one.formula1, one.formula2, one.errorStyle) for name, one in rules(page)
    }

    assert found["Jour de l'effet"][0] == "date"
    assert found["Nombre de lieux"] == ("whole", "2", "9", None)
    assert found["Montant annuel"][:2] == ("decimal", "0")
    assert found["Part du Département"] == ("decimal", "0.01", "1.0", "warning")
    assert found["SIRET du lieu"][0] == "custom"
    assert [name for name, one in found.items() if one[0] == "list"] == [
        "Rythme",
        "Un bilan est fait",
        "Pilote",
    ]
    formats = {cell.value: page.cell(2, cell.column).number_format for cell in page[1]}
    assert formats["Jour de l'effet"] == "dd/mm/yyyy"
    assert formats["Part du Département"] == "0.0###%"
    texts = ("Commune", "SIRET du lieu", "Téléphone du lieu", "Code postal", "Lieux")
    assert {formats[name] for name in texts} == {"@"}
    columns = {cell.value: cell.column_letter for cell in page[1]}
    assert page.column_dimensions[columns["Code postal"]].width > 10


def test_choices_are_those_of_the_clause(every_type: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(sheet(every_type), "…")))
    lists = book["Listes"]
    assert lists.sheet_state == "hidden"
    rule = dict(rules(book[FILLED]))["Rythme"]
    area = rule.formula1.partition("!")[2].replace("$", "")
    assert [cell.value for (cell,) in lists[area]] == ["chaque mois", "chaque année"]


def test_comments_and_the_second_sheet_help(every_type: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(sheet(every_type), "la commande")))
    comments = {cell.value: cell.comment.text for cell in book[FILLED][1]}

    assert "Le jour où l’acte prend effet." in comments["Jour de l'effet"]
    assert "de 2 à 9" in comments["Nombre de lieux"]
    assert "Cellule vide\N{NO-BREAK SPACE}: «\N{NO-BREAK SPACE}Longvic" in comments["Lieu"]
    said = [tuple(cell.value or "" for cell in row) for row in book["Aide"].iter_rows()]
    assert ("Commande", "la commande") in said
    (note,) = (words for _, words in said if "commence par #" in words)
    assert "est une note" in note  # but one, whose own line says that it is always to be filled
    assert f"Une seule compte, «\N{NO-BREAK SPACE}{NAMES}\N{NO-BREAK SPACE}»" in note
    assert {name for name, _ in said} >= set(headers(book[FILLED]))


FILLED_ROW: dict[str, object] = {
    "Commune": "Genlis",
    "Lieu": "Genlis",
    "Jour de l'effet": datetime(2027, 1, 1),
    "Jours des séances": "15 et 16 décembre 2026",
    "Nombre de lieux": 3,
    "Montant annuel": 1234.5,
    "Part du Département": 0.2,
    "Rythme": "chaque année",
    "Un bilan est fait": "non",
    "SIRET du lieu": "732 829 320 00074",
    "Téléphone du lieu": "0380123456",
    "Lieux": "la mairie ; la halle",
    "Code postal": "01000",
    "Durée": "3 ans",
    "Récit": "Un paragraphe.\n\nUn autre.",
    "Pilote": "commune",
}


def test_what_a_clerk_fills_is_read_back(every_type: Path) -> None:
    path = every_type / "exemple.xlsx"
    assert run(every_type, "--template").exit_code == 0
    fill(path, **FILLED_ROW)

    table, _ = read_table(path, "exemple.xlsx")
    assert table is not None
    rows, broken = all_rows(table)
    done = fill_from(filling_of(every_type), rows[0], replace=True)

    assert (broken, done.findings, len(rows)) == ((), (), 1)
    text = done.files[every_type / "agreements" / "exemple.yaml"].decode("utf-8")
    said = ("jour: 2027-01-01", "- 2026-12-16", "nombre: 3", 'prix: "1234,5"', 'part: "20 %"')
    more = ("rythme: chaque année", "bilan: non", ": 01000", "- la halle", ": 0380123456")
    for one in (*said, *more, 'nom: "Genlis"', "732 829 320 00074", "Un autre."):
        assert one in text, one


def test_an_example_is_never_made_and_told(every_type: Path) -> None:
    path = every_type / "exemple.xlsx"
    run(every_type, "--template")
    book = openpyxl.load_workbook(path)
    page = book[FILLED]
    for column, value in enumerate((FILLED_ROW[name] for name in headers(page)), 1):
        page.cell(3, column).value = value
        page.cell(3, column).number_format = page.cell(2, column).number_format
    book.save(path)

    result = run(every_type, "--data", path)

    assert result.exit_code == 0, result.output
    assert "Conventions!A2: remarque C093" in result.output
    made = [one.name for one in (every_type / "envoi" / "exemple").glob("*.docx")]
    assert made == ["exemple-genlis.docx"]


def test_the_example_is_grey_until_it_is_typed_over(every_type: Path) -> None:
    page = opened(every_type)

    rules = {str(one.sqref): one.rules for one in page.conditional_formatting}

    (rule,) = rules[f"A2:{page.cell(2, page.max_column).coordinate}"]
    assert rule.formula == ['LEFT($A2,8)="#exemple"']
    assert (rule.dxf.font.i, rule.dxf.fill.bgColor.rgb) == (True, "FFE7E6E6")
    assert not any(cell.font.i for cell in page[2])


def test_the_example_of_an_address_is_one(workspace: Path) -> None:
    path = workspace / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    name = '    nom: "Longvic"\n'
    path.write_text(text.replace(name, f"{name}    adresse: à compléter\n"), encoding="utf-8")

    page = opened(workspace)

    shown = dict(zip(headers(page), (cell.value for cell in page[2]), strict=True))
    assert "2, rue du Parc ; 21999 EXEMPLEVILLE" in shown.values()
    (column,) = [one for one in sheet(workspace).columns if one.example.endswith("EXEMPLEVILLE")]
    filling = filling_of(workspace)
    (place,) = filling.blanks
    answer = read_cell(place, Cell(column.example, Position("")), filling.parties)
    assert answer.value == ("2, rue du Parc", "21999 EXEMPLEVILLE")


def test_an_untouched_workbook_makes_nothing(every_type: Path) -> None:
    run(every_type, "--template")
    result = run(every_type, "--data", every_type / "exemple.xlsx")

    assert result.exit_code == 1
    assert "C231" in result.output
    assert not (every_type / "envoi").exists()


def test_a_workbook_that_is_there_is_kept(every_type: Path) -> None:
    path = every_type / "listes" / "a.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"rempli")

    result = run(every_type, "--template", path)

    assert (result.exit_code, path.read_bytes()) == (1, b"rempli")
    assert "C094" in result.output


def test_rows_have_a_column_of_names_where_no_party_names_them(workspace: Path) -> None:
    path = workspace / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("date: 2026-01-15", "date: à compléter"), encoding="utf-8")

    page = opened(workspace)

    assert headers(page) == ["#nom", "signature.date"]
    assert page["A2"].value == "#exemple"
    assert page["B2"].value.date() == date(2027, 12, 31)


def test_the_workbook_is_read_on_paper_and_where_no_row_is_fitted(every_type: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(sheet(every_type), "…")))
    filled, help_ = book[FILLED], book["Aide"]

    assert (filled.page_setup.paperSize, help_.page_setup.paperSize) == (9, 9)  # A4
    assert filled.page_setup.fitToWidth == 3  # 16 columns, which one page would make dots
    assert (filled.print_title_cols, filled.print_title_rows) == ("$A:$A", "$1:$1")
    assert all(cell.alignment.wrap_text for cell in help_["A"])
    for cell in help_["B"]:
        lines = -(-len(cell.value or "") // 90)
        assert help_.row_dimensions[cell.row].height >= 15 * lines


def test_a_long_name_of_a_column_is_seen_whole(every_type: Path) -> None:
    path = every_type / "agreements" / "exemple.yaml"
    long = "Nom de la commune avec laquelle la convention est conclue, " * 3
    text = path.read_text(encoding="utf-8").replace('"Commune"', f'"{long.strip()}"')
    path.write_text(text, encoding="utf-8")

    page = opened(every_type)

    assert page["A1"].value == long.strip()
    assert page.column_dimensions["A"].width * page.row_dimensions[1].height / 15 > len(long)


def test_what_is_wrong_with_a_row_is_seen_whole() -> None:
    why = "Lieu – « #REF! » est une erreur du tableur, et non une valeur. " * 4
    data = texts((("#ligne", "#motif"), ("2", why), ("3", "Deux\nlignes")))

    page = openpyxl.load_workbook(io.BytesIO(data))[FILLED]

    heights = [page.row_dimensions[row].height for row in (1, 2, 3)]
    assert heights[1] >= 15 * len(why) / 50
    assert heights[2] >= 30 > heights[0]


def test_texts_have_an_example_too(workspace: Path) -> None:
    path = workspace / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8").replace('lieu: "Longvic"', "lieu: à compléter")
    act = "      acte: délibération\n      date: 2025-12-18\n"
    path.write_text(text.replace(act, f"{act}      numéro: à compléter\n"), encoding="utf-8")

    page = opened(workspace)

    shown = dict(zip(headers(page), (cell.value for cell in page[2]), strict=True))
    assert (shown["signature.lieu"], shown["commune.habilitation.numéro"]) == (
        "Exempleville",
        "2026-31",
    )


def test_an_example_of_which_the_first_cell_alone_was_typed_over_is_told(every_type: Path) -> None:
    path = every_type / "exemple.xlsx"
    run(every_type, "--template")
    book = openpyxl.load_workbook(path)
    book[FILLED]["A2"] = "Genlis"
    book.save(path)

    result = run(every_type, "--data", path)

    (told,) = [one for one in result.output.splitlines() if " C166 " in one]
    assert told.startswith("exemple.xlsx:Conventions!B2: avertissement")
    assert "Montant annuel, Part du Département, SIRET du lieu" in told


def test_a_day_of_the_agreement_is_told_as_the_act_writes_it(every_type: Path) -> None:
    path = every_type / "agreements" / "exemple.yaml"
    column = '  "Jour": commune.habilitation.date\n'
    path.write_text(path.read_text(encoding="utf-8") + column, encoding="utf-8")

    (day,) = [one for one in sheet(every_type).columns if one.header == "Jour"]

    assert day.own.replace("\N{NO-BREAK SPACE}", " ") == "18 décembre 2025"
