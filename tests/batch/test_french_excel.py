"""What Excel in French, and people in it, make of values: read right, or refused at their cell."""

import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from test_template import every_type, filling_of

from conventassembler.diagnostics import has_errors
from conventassembler.filling.answers import Answer
from conventassembler.filling.rows import read_cell
from conventassembler.tables import Row, all_rows, count_rows, read_table

__all__ = ["every_type"]
COLUMNS = {
    "jour": "Jour de l'effet",
    "nombre": "Nombre de lieux",
    "prix": "Montant annuel",
    "part": "Part du Département",
    "rythme": "Rythme",
    "bilan": "Un bilan est fait",
    "siret": "SIRET du lieu",
    "téléphone": "Téléphone du lieu",
    "lieux": "Lieux",
    "code postal": "Code postal",
}
NBSP, THIN = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


def csv_of(folder: Path, *lines: Sequence[str], by: str = ";", encoding: str = "utf-8") -> Path:
    path = folder / "lignes.csv"
    path.write_bytes("".join(by.join(line) + "\r\n" for line in lines).encode(encoding))
    return path


def xlsx_of(folder: Path, *lines: Sequence[object]) -> Path:
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line)
    path = folder / "lignes.xlsx"
    book.save(path)
    return path


def rows_in(path: Path) -> tuple[Row, ...]:
    table, found = read_table(path, path.name)
    assert table is not None, found
    rows, broken = all_rows(table)
    assert not broken
    return rows


def answer(root: Path, key: str, path: Path) -> Answer:
    filling = filling_of(root)
    place, _ = filling.columns.named(COLUMNS[key], rows_in(path)[0].cells["Commune"].position)
    assert place is not None
    return read_cell(place, rows_in(path)[0].cells[COLUMNS[key]], filling.parties)


def codes(found: Iterable[object]) -> list[str]:
    return [str(getattr(one, "code", "")) for one in found]


READ = [
    *(("jour", day, "2027-12-31") for day in ("31/12/2027", "2027-12-31", "31.12.2027")),
    ("jour", "31/12/2027 00:00", "2027-12-31"),
    *(("bilan", said, "oui") for said in ("VRAI", "vrai", "x", "X", "1", "TRUE", "oui")),
    *(("bilan", said, "non") for said in ("FAUX", "0", "FALSE", "non")),
    ("prix", f"1{NBSP}234,50{NBSP}€", f"1{NBSP}234,50{NBSP}€"),
    ("prix", f"1{THIN}234,50", f"1{THIN}234,50"),
    ("code postal", "1000", "01000"),
    ("code postal", "21000", "21000"),
    ("code postal", '="01000"', "01000"),
    ("téléphone", "380123456", "0380123456"),
    ("rythme", f"Chaque{NBSP}mois ", "chaque mois"),
]
REFUSED = [
    ("jour", "46752", "C237"),
    ("jour", "31/12/27", "C212"),
    ("jour", "31-12-27", "C212"),
    ("jour", "12/31/2027", "C213"),
    ("jour", "########", "C047"),
    ("prix", "1,234.50", "C208"),
    ("prix", "1.234,50", "C208"),
    ("prix", "1,234", "C208"),
    ("nombre", "3,5", "C201"),
    ("bilan", "2", "C207"),
    ("rythme", "1", "C206"),
    ("siret", "7,3282932E+13", "C054"),
    ("code postal", "#N/A", "C047"),
    ("code postal", "=A2", "C096"),
    ("code postal", "Err:502", "C047"),
    ("code postal", "#fusionnée avec A2", "C095"),
]


@pytest.mark.parametrize(("key", "typed", "value"), READ)
def test_what_french_excel_writes_is_read(
    every_type: Path, key: str, typed: str, value: str
) -> None:
    path = csv_of(every_type, ("Commune", COLUMNS[key]), ("Genlis", typed))
    assert answer(every_type, key, path).value == value


@pytest.mark.parametrize(("key", "typed", "code"), REFUSED)
def test_what_may_be_two_things_is_refused_at_its_cell(
    every_type: Path, key: str, typed: str, code: str
) -> None:
    path = csv_of(every_type, ("Commune", COLUMNS[key]), ("Genlis", typed))
    said = answer(every_type, key, path)

    assert (said.value, codes(said.findings)) == (None, [code])
    assert said.findings[0].position.cell == "B2"


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("code postal", datetime(2025, 12, 1), "C092"),
        ("lieux", datetime(2025, 12, 1), "C092"),
        ("lieux", "=1+1", "C096"),
        ("part", 0.2, "C058"),
        ("jour", datetime(2027, 12, 31, 14, 30), "C233"),
    ],
)
def test_what_a_sheet_keeps_otherwise_is_refused_at_its_cell(
    every_type: Path, key: str, value: object, code: str
) -> None:
    path = xlsx_of(every_type, ("Commune", COLUMNS[key]), ("Genlis", value))
    said = answer(every_type, key, path)

    assert (said.value, codes(said.findings)) == (None, [code])
    assert said.findings[0].position.cell == "B2"


@pytest.mark.parametrize("by", [";", ",", "\t"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman", "cp850"]
)
def test_every_csv_of_excel_is_read(tmp_path: Path, by: str, encoding: str) -> None:
    lines = (("commune", "qualité"), ("Besançon", "Communauté"), ("Fère", "Pâques"))
    rows = rows_in(csv_of(tmp_path, *lines, by=by, encoding=encoding))
    assert [[cell.text for cell in row.cells.values()] for row in rows] == [*map(list, lines[1:])]


def test_lines_in_cells_quotes_and_empty_rows(tmp_path: Path) -> None:
    path = tmp_path / "lignes.csv"
    path.write_bytes(b'a;b\r\n"un\r\ndeux";"dit ""oui"""\r\n;\r\n\r\n  trois \xc2\xa0;4\r\n')
    said = [{name: cell.text for name, cell in row.cells.items()} for row in rows_in(path)]
    assert said == [{"a": "un\r\ndeux", "b": 'dit "oui"'}, {"a": "trois", "b": "4"}]


def test_a_formula_that_gives_nothing_is_an_empty_cell(tmp_path: Path) -> None:
    path = xlsx_of(tmp_path, ("a", "b", "c"), ("x", '=""', "=1+1"))
    sheet = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    text = parts[sheet].decode("utf-8").replace('<c r="B2">', '<c r="B2" t="str">')
    worked = re.sub(r'(<c r="C2"><f>1\+1</f>)<v ?/?>(?:</v>)?', r"\1<v>2</v>", text)
    with zipfile.ZipFile(path, "w") as book:
        for name, data in (parts | {sheet: worked.encode("utf-8")}).items():
            book.writestr(name, data)

    (row,) = rows_in(path)
    assert {name: cell.text for name, cell in row.cells.items()} == {"a": "x", "c": "2"}


def test_cells_that_are_merged_say_nothing_silently(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in (("commune", "canton"), ("Aiserey", "Genlis"), ("Izier", None), ("Magny", "X")):
        book.active.append(line)
    book.active.merge_cells("B2:B3")
    path = tmp_path / "lignes.xlsx"
    book.save(path)

    texts = [row.cells["canton"].text for row in rows_in(path)]
    assert texts == ["Genlis", "#fusionnée avec B2", "X"]


def opendocument_of(folder: Path, *lines: str) -> Path:
    """Write a workbook of LibreOffice; each line is the XML of its cells."""
    path = folder / "lignes.ods"
    rows = "".join(
        line if "<table:table-row" in line else f"<table:table-row>{line}</table:table-row>"
        for line in lines
    )
    names = ("office", "table", "text", "calcext")
    spaces = " ".join(f'xmlns:{one}="urn:{one}"' for one in names).replace(
        "urn:", "urn:oasis:names:tc:opendocument:xmlns:"
    )
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("META-INF/manifest.xml", "<manifest/>")
        book.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="F"><table:table-column/>{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def text_cell(text: str, more: str = "") -> str:
    said = f'office:value-type="string" {more}><text:p>{text}</text:p>'
    return f"<table:table-cell {said}</table:table-cell>"


def test_libreoffice_s_merged_cells_say_nothing_silently(tmp_path: Path) -> None:
    spanned = 'table:number-rows-spanned="2" table:number-columns-spanned="2"'
    wide = 'table:number-columns-spanned="2"'
    path = opendocument_of(
        tmp_path,
        text_cell("commune") + text_cell("canton", wide) + "<table:covered-table-cell/>",
        text_cell("Aiserey") + text_cell("Genlis", spanned) + "<table:covered-table-cell/>",
        text_cell("Izier") + "<table:covered-table-cell/><table:covered-table-cell/>",
        text_cell("Magny") + text_cell("X"),
    )

    rows = rows_in(path)

    texts = [row.cells["canton"].text for row in rows]
    assert texts == ["Genlis", "#fusionnée avec B2", "X"]


def test_libreoffice_s_faults_and_percentages_are_as_people_see_them(tmp_path: Path) -> None:
    error = (
        '<table:table-cell office:value-type="string" office:string-value=""'
        ' calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>'
    )
    part = (
        '<table:table-cell table:number-columns-repeated="2" office:value-type="percentage"'
        ' office:value="0.07"><text:p>7,00 %</text:p></table:table-cell>'
    )
    path = opendocument_of(tmp_path, "".join(map(text_cell, "abcd")), text_cell("x") + error + part)

    (row,) = rows_in(path)

    assert {name: cell.text for name, cell in row.cells.items()} == {
        "a": "x",
        "b": "#REF!",
        "c": "7 %",
        "d": "7 %",
    }


def test_libreoffice_s_hidden_rows_are_known(tmp_path: Path) -> None:
    filtered = '<table:table-row table:visibility="filter">{}</table:table-row>'
    path = opendocument_of(
        tmp_path,
        text_cell("commune"),
        text_cell("Aiserey"),
        filtered.format(text_cell("Izier")),
        text_cell("Magny"),
    )

    table, _ = read_table(path, path.name)

    assert table is not None
    assert table.hidden == {3}
    assert codes(count_rows(table)[1]) == ["C150"]


@pytest.mark.parametrize(
    ("format_", "value", "text"),
    [
        ("0%", 0.2, "20 %"),
        ("0.00%", 0.07, "7 %"),
        ("# ##0.0\\ %", 1.255, "125,5 %"),
        ('General" %"', 5.5, "5,5"),
        ("0.00", 0.2, "0,2"),
    ],
)
def test_a_percentage_of_excel_is_as_people_see_it(
    tmp_path: Path, format_: str, value: float, text: str
) -> None:
    book = openpyxl.Workbook()
    book.active.append(("commune", "part"))
    book.active.append(("Genlis", value))
    book.active["B2"].number_format = format_
    book.save(tmp_path / "lignes.xlsx")

    (row,) = rows_in(tmp_path / "lignes.xlsx")

    assert row.cells["part"].text == text


def test_a_hidden_sheet_is_not_the_first(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(("secret",))
    book.active.append(("1",))
    book.active.sheet_state = "hidden"
    shown = book.create_sheet("Lignes")
    shown.append(("commune",))
    shown.append(("Genlis",))
    path = tmp_path / "lignes.xlsx"
    book.save(path)

    assert [row.cells["commune"].text for row in rows_in(path)] == ["Genlis"]


@pytest.mark.parametrize(
    ("lines", "code", "cell"),
    [
        ((("Conventions 2027", ""), ("a", "b"), ("1", "2")), "C232", "A1"),
        ((("Conventions", ""), ("au 12/11", ""), ("a", "b"), ("1", "2")), "C232", "A1"),
        ((("Qui", "", "Quoi", ""), ("a", "b", "c", "d"), ("1", "2", "3", "4")), "C232", "A1"),
        ((("a", "b"),), "C231", ""),
        ((("a", "b"), ("1", "2"), ("A", "b"), ("3", "4")), "C230", "A3"),
    ],
)
def test_what_is_wrong_with_a_table_as_one_is_told(
    tmp_path: Path, lines: Sequence[Sequence[str]], code: str, cell: str
) -> None:
    table, _ = read_table(csv_of(tmp_path, *lines), "lignes.csv")
    assert table is not None
    _, found = count_rows(table)

    assert codes(found) == [code]
    assert has_errors(found)
    assert found[0].position.cell == cell


def _swollen(path: Path, *, says_so: bool) -> None:
    """Write a workbook of some kilobytes whose words are 300 MB."""
    book = openpyxl.Workbook()
    book.active.append(["#nom"])
    book.save(path)
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name in parts.keys() - {"xl/sharedStrings.xml"}:
            archive.writestr(name, parts[name])
        with archive.open("xl/sharedStrings.xml", "w") as part:
            part.write(b"<sst><si><t>")
            for _ in range(300):
                part.write(b"x" * 1_000_000)
    if not says_so:
        data = path.read_bytes()
        size = (12 + 300_000_000).to_bytes(4, "little")
        assert data.count(size) == 2
        path.write_bytes(data.replace(size, (12).to_bytes(4, "little")))


@pytest.mark.parametrize("says_so", [True, False])
def test_a_small_workbook_that_is_huge_is_not_unpacked(tmp_path: Path, says_so: bool) -> None:
    path = tmp_path / "t.xlsx"
    _swollen(path, says_so=says_so)
    assert path.stat().st_size < 1_000_000

    table, found = read_table(path, "t.xlsx")

    assert table is None
    assert [one.code for one in found] == ["C055"]
