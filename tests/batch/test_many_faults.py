"""A sheet with faults of many kinds: all are told, by row and column, and mended in one go.

It goes through the command, as a clerk has it: the table is one of Excel, and what is refused comes
back as a table of its own.
"""

import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from project import REPOSITORY

from conventassembler.batch.naming import ROW
from conventassembler.batch.refused import BOOK, REASON
from conventassembler.cli import cli
from conventassembler.tables.model import column_letters

CLAUSE = """---
titre: Moyens
choisir quand: L'acte chiffre les moyens.
paramètres:
  subvention: {type: montant, libellé: "Subvention"}
  taux: {type: pourcentage, libellé: "Taux"}
  cadence: {type: choix, choix: ["chaque mois", "chaque année"], libellé: "Cadence"}
  actions: {type: liste, éléments: {type: texte}, min: 2, max: 3, libellé: "Actions"}
---
La subvention est de {{ subvention | en_euros }}, soit {{ taux | en_pourcentage }}.

Elle est versée {{ cadence }}.

{% for action in actions %}
- {{ action }} ;
{% endfor %}
"""
VALUES = """
  - clause: moyens/chiffres
    valeurs:
      subvention: à compléter
      taux: à compléter
      cadence: à compléter
      actions: à compléter
signature:"""
COLUMNS = (
    *("commune.nom", "commune.siret", "commune.habilitation.date", "pilote", "duree.années"),
    *("subvention", "taux", "cadence", "actions", "titre"),
)
GOOD: tuple[object, ...] = (
    *("", "21210485500003", "18/12/2025", "commune", 3),
    *("12 000", "5,5 %", "chaque mois", "écouter ; accueillir", ""),
)
FAULTS: tuple[tuple[str, object, str], ...] = (
    ("commune.habilitation.date", "31/02/2026", "C213"),
    ("commune.siret", "2,1E+13", "C054"),
    ("commune.siret", "2121048550000", "C223"),
    ("titre", "#REF!", "C047"),
    ("pilote", "région", "C206"),
    ("duree.années", "trois ou 4", "C201"),
    ("duree.années", 44, "C205"),
    ("subvention", "douze mille et quelques", "C208"),
    ("taux", 0.055, "C058"),
    ("cadence", "parfois", "C206"),
    ("actions", "écouter", "C215"),
    ("actions", "a ; b ; c ; d", "C216"),
    ("commune.nom", "", "C044"),
    ("commune.nom", "Genlis 00002", "C037"),
)
"""The column, what stands there, and the code of the finding."""
COUNT = 40


def a_workspace(folder: Path) -> Path:
    shutil.copytree(REPOSITORY / "tests/errors/_base", folder, dirs_exist_ok=True)
    (folder / "clauses/moyens").mkdir()
    (folder / "clauses/moyens/chiffres.md").write_text(CLAUSE, encoding="utf-8")
    path = folder / "agreements/exemple.yaml"
    text = path.read_text(encoding="utf-8").replace("\nsignature:", VALUES)
    text = text.replace('nom: "Longvic"', 'nom: "Longvic"\n    siret: à compléter')
    path.write_text(text, encoding="utf-8")
    return folder


def faulty(rows: int) -> dict[int, tuple[str, object, str]]:
    """Return the faults of a table of so many rows, by row, spread over it."""
    step = (rows - 3) // COUNT
    return {3 + step * at: FAULTS[at % len(FAULTS)] for at in range(COUNT)}


def a_sheet(path: Path, rows: int) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Communes")
    sheet.append(COLUMNS)
    wrong = faulty(rows)
    for number in range(2, rows + 2):
        values = list(GOOD)
        values[0] = f"Genlis {number:05}"
        if number in wrong:
            column, value, _ = wrong[number]
            values[COLUMNS.index(column)] = value
        sheet.append(values)
    book.save(path)


def mend(path: Path) -> None:
    """Correct the workbook of refused rows, as its reader does in Excel."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    headers = [cell.value for cell in sheet[1]]
    assert headers[:2] == [ROW, REASON]
    for cells in sheet.iter_rows(min_row=2):
        said = dict(zip(headers, cells, strict=True))
        assert all(cell.number_format == "@" for cell in cells)
        for column, good in zip(COLUMNS, GOOD, strict=True):
            said[column].value = str(good)
        said["commune.nom"].value = f"Genlis {int(said[ROW].value):05}"
    book.save(path)


def run(folder: Path, *words: str) -> Result:
    where = ("--workspace", str(folder), "--lang", "fr", "--jobs", "1")
    return CliRunner().invoke(cli, ["batch", "exemple", *words, *where], catch_exceptions=False)


def all_told_then_mended(folder: Path, rows: int) -> None:
    table, sent = folder / "communes.xlsx", folder / "envoi/exemple"
    a_sheet(table, rows)

    refused = run(folder, "--data", str(table))

    assert refused.exit_code == 1
    assert not sent.exists()
    for number, (column, _, code) in faulty(rows).items():
        cell = f"{column_letters(COLUMNS.index(column) + 1)}{number}"
        assert f"{cell}: erreur {code}" in refused.output, (cell, code)
    assert refused.output.count(": erreur ") == COUNT

    kept = run(folder, "--data", str(table), "--keep-going")

    assert kept.exit_code == 1
    assert len(list(sent.glob("*.docx"))) == rows - COUNT
    mend(sent / BOOK)

    completed = run(folder, "--data", str(sent / BOOK))

    assert completed.exit_code == 0, completed.output
    made = {path.stem for path in sent.glob("*.docx")}
    assert made == {f"exemple-genlis-{number:05}" for number in range(2, rows + 2)}


def test_forty_faults_are_told_by_row_and_column_and_mended_in_one_go(tmp_path: Path) -> None:
    all_told_then_mended(a_workspace(tmp_path), 84)


@pytest.mark.long
def test_forty_faults_among_five_thousand_rows(tmp_path: Path) -> None:
    all_told_then_mended(a_workspace(tmp_path), 5000)
