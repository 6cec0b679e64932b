"""A column of percentages: what is typed or pasted there, in each format that keeps it."""

import subprocess
from pathlib import Path

import openpyxl
import pytest
from test_french_excel import answer, codes, csv_of, rows_in, xlsx_of
from test_template import every_type, run, sheet

from conventassembler.filling import Answer
from conventassembler.schema import PercentageType
from conventassembler.sheets.book import FILLED
from conventassembler.sheets.kinds import cells_of

__all__ = ["every_type"]
COLUMN = "Part du Département"
KINDS = {"xlsx": "xlsx", "ods": "ods", "xls": "xls:MS Excel 97", "csv": "csv"}
TYPED = {0.2: "20", 0.055: "5.5", 0.005: "0.5", 1.5: "150", 0.333333: "33.3333", 0.05125: "5.125"}
"""What a cell keeps of a percentage, and which it is."""


def read_part(root: Path, value: object, look: str = "General") -> Answer:
    """Return what is read of one cell of a workbook that shows its numbers so."""
    path = xlsx_of(root, ("Commune", COLUMN), ("Genlis", value))
    book = openpyxl.load_workbook(path)
    book.active["B2"].number_format = look
    book.save(path)
    return answer(root, "part", path)


def filled(root: Path) -> Path:
    """Return the workbook of an agreement with a row for each percentage, as Excel keeps it."""
    assert run(root, "--template").exit_code == 0
    path = root / "exemple.xlsx"
    book = openpyxl.load_workbook(path)
    page = book[FILLED]
    column = next(one.column for one in page[1] if one.value == COLUMN)
    for row, kept in enumerate(TYPED, 3):
        page.cell(row, 1).value = f"commune {row}"
        cell = page.cell(row, column)
        cell.value, cell.number_format = kept, page.cell(2, column).number_format
    book.save(path)
    return path


@pytest.mark.libreoffice
def test_a_percentage_is_the_same_in_every_format(every_type: Path, tmp_path: Path) -> None:
    source = filled(every_type)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    for kind, written in KINDS.items():
        options = ("--headless", "--convert-to", written, "--outdir", str(tmp_path / kind))
        subprocess.run(["soffice", home, *options, str(source)], check=True, capture_output=True)
        rows = rows_in(tmp_path / kind / f"exemple.{kind}")
        said = [row.cells[COLUMN].text.replace(",", ".").rstrip("% ") for row in rows]
        assert said == list(TYPED.values()), kind


def test_whole_percentages_are_shown_without_decimals(every_type: Path) -> None:
    path = filled(every_type)
    page = openpyxl.load_workbook(path)[FILLED]
    letter = next(one.column_letter for one in page[1] if one.value == COLUMN)

    rules = {str(one.sqref): one.rules for one in page.conditional_formatting}

    (rule,) = rules[f"{letter}2:{letter}1048576"]
    assert rule.dxf.numFmt.formatCode == "0%"
    assert rule.formula == [f"ROUND({letter}2*100,8)=ROUND({letter}2*100,0)"]
    (column,) = [one for one in sheet(every_type).columns if one.header == COLUMN]
    assert cells_of(column.type).example == 0.2


@pytest.mark.parametrize(
    ("least", "most", "rule"), [(None, None, (0.01, 1)), (0, 5, (0.01, 0.05)), (30, 80, (0.3, 0.8))]
)
def test_bounds_are_those_of_the_clause(
    least: int | None, most: int | None, rule: tuple[float, float]
) -> None:
    cells = cells_of(PercentageType(min=least, max=most))

    assert cells.rule is not None
    assert (cells.rule.low, cells.rule.high) == rule
    assert rule[0] <= float(str(cells.example)) <= rule[1]


@pytest.mark.parametrize("text", ["20 %%", "20\N{NO-BREAK SPACE}%%", "20%%"])
def test_the_sign_that_libreoffice_adds_counts_once(every_type: Path, text: str) -> None:
    head, row = ("Commune", COLUMN), ("Genlis", text)

    for path in (xlsx_of(every_type, head, row), csv_of(every_type, head, row)):
        said = answer(every_type, "part", path)
        assert (said.value, said.findings) == (text[:-1], ()), path
    three = answer(every_type, "part", csv_of(every_type, head, ("Genlis", "20 %%%")))
    assert (three.value, codes(three.findings)) == (None, ["C209"])


def test_workbooks_with_the_former_format_are_read(every_type: Path) -> None:
    former = 'General"\N{NO-BREAK SPACE}%"'

    assert read_part(every_type, 20, former) == Answer("20")
    assert read_part(every_type, 5.5, former) == Answer("5,5")
    assert codes(read_part(every_type, 0.2, former).findings) == ["C058"]


def test_more_than_all_is_told_where_nothing_declares_it(every_type: Path) -> None:
    pasted = read_part(every_type, 20, "0.0###%")

    assert (pasted.value, codes(pasted.findings)) == ("2000 %", ["C239"])
    assert read_part(every_type, 1, "0.0###%") == Answer("100 %")
    assert codes(read_part(every_type, 101).findings) == ["C239"]
    declared = every_type / "clauses" / "tout" / "tout.md"
    text = declared.read_text(encoding="utf-8")
    text = text.replace("type: pourcentage", "type: pourcentage, max: 200")
    declared.write_text(text, encoding="utf-8")
    assert read_part(every_type, 1.5, "0.0###%") == Answer("150 %")
    assert codes(read_part(every_type, 20, "0.0###%").findings) == ["C205"]


def test_a_batch_tells_what_was_pasted_at_its_cell(every_type: Path) -> None:
    path = csv_of(every_type, ("Commune", COLUMN), ("Genlis", "2000 %"))

    done = run(every_type, "--data", path)

    assert f"{path.name}:B2: avertissement C239" in done.output
