"""A workbook that a spreadsheet saved anew, in each format that it has: read alike, or told."""

import random
import struct
import subprocess
import tracemalloc
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

import olefile
import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from test_french_excel import answer, codes, csv_of, rows_in, xlsx_of
from test_template import every_type

from conventassembler.tables import (
    TableFile,
    all_rows,
    count_rows,
    excel_97,
    opendocument,
    read_table,
    workbook,
)
from conventassembler.tables.delimited import delimited

__all__ = ["every_type"]
EXCEL_97 = Path(__file__).parent / "workbooks" / "lignes.xls"
"""Saved by LibreOffice: percentages, one of them a formula; faults; merged cells; a hidden row."""


def texts(path: Path) -> list[dict[str, str]]:
    return [{name: cell.text for name, cell in row.cells.items()} for row in rows_in(path)]


def test_excel_97_says_what_people_see() -> None:
    table, _ = read_table(EXCEL_97, "lignes.xls")
    assert table is not None
    said = {row.cells["commune"].text: row.cells for row in table.rows}

    parts = {name: cells["part"].text for name, cells in said.items()}
    assert list(parts.values()) == ["20 %", "5,5 %", "150 %", "20", "100 %", "12,5 %"]
    assert said["Seurre"]["lieu"].text == "#fusionnée avec C2"
    assert (said["Auxonne"]["prix"].text, said["Nolay"]["prix"].text) == ("#N/A", "#DIV/0!")
    assert table.hidden == {6}


def spoilt(place: bytes, other: bytes) -> bytes:
    """Return the file with its only bytes `place` as `other`."""
    data = EXCEL_97.read_bytes()
    assert data.count(place) == 1
    return data.replace(place, other)


def read(data: bytes) -> tuple[list[dict[str, str]], list[str]]:
    """Return what the rows of an `.xls` say, and the codes of what is told of it."""
    table, found = TableFile(data, ".xls", "lignes.xls").table()
    rows = table.rows if table else ()
    return [{name: cell.text for name, cell in row.cells.items()} for row in rows], codes(found)


def test_a_cell_of_excel_97_far_from_the_others_takes_no_memory() -> None:
    cell = b"\xfd\x00\x0a\x00"
    far = spoilt(cell + struct.pack("<HH", 5, 0), cell + struct.pack("<HH", 65535, 255))

    tracemalloc.start()
    assert read(far) == ([], ["C055"])
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()


def test_a_link_on_a_whole_sheet_is_not_noted_down_for_each_cell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with olefile.OleFileIO(EXCEL_97.read_bytes()) as parts:
        stream = parts.openstream("Workbook").read()
    moniker = bytes.fromhex("d0c9ea79f9bace118c8200aa004ba90b")
    area = struct.pack("<4H", 0, 65535, 0, 255)
    link = area + moniker + struct.pack("<III", 2, 8, 2) + "A\0".encode("utf-16-le")
    merged = stream.index(b"\xe5\x00\x0a\x00")
    linked = stream[:merged] + struct.pack("<HH", 0x1B8, len(link)) + link + stream[merged:]
    monkeypatch.setattr(excel_97, "_stream", lambda _: linked)

    book = excel_97.Excel97(b"")

    assert len(list(book.sheet(0).lines)) == 7
    assert book._book.sheet_by_index(0).hyperlink_map == {}


def test_a_chain_of_small_sectors_that_bites_its_tail_ends() -> None:
    data = bytearray(EXCEL_97.read_bytes())
    with olefile.OleFileIO(bytes(data)) as parts:
        entry = parts.direntries[parts._find("Workbook")]
    assert entry.size < 4096
    (table,) = struct.unpack_from("<I", data, 60)
    struct.pack_into("<I", data, 512 + 512 * table + 4 * entry.isectStart, entry.isectStart)

    assert read(bytes(data)) == ([], ["C055"])


@pytest.mark.parametrize(
    ("shape", "kept", "shown"),
    [("[h]", 26 / 24, "26:00"), ("[h]:mm", 1.5, "36:00"), ("hh:mm", 0.5, "12:00")],
)
def test_hours_of_excel_97_are_as_shown(shape: str, kept: float, shown: str) -> None:
    assert workbook._text(excel_97._moment(kept, shape, 0)) == shown


@pytest.mark.parametrize(
    ("kept", "shown"),
    [("PT08H30M00S", "08:30"), ("PT26H03M00S", "26:03"), ("-PT01H00M05S", "-01:00:05")],
)
def test_hours_of_an_ods_have_two_figures(kept: str, shown: str) -> None:
    cell = f'office:value-type="time" office:time-value="{kept}"'.encode()

    assert opendocument._text(cell, b"", 0) == shown


def test_a_day_that_is_none_stays_a_number() -> None:
    assert excel_97._moment(1e17, "dd/mm/yyyy", 0) == 1e17
    assert excel_97._moment(float("nan"), "dd/mm/yyyy", 0) != 0


def test_hours_beyond_all_count_end_no_command(tmp_path: Path) -> None:
    path = xlsx_of(tmp_path, ("commune", "durée"), ("Genlis", 1))
    book = openpyxl.load_workbook(path)
    book.active["B2"] = 1e17
    book.active["B2"].number_format = "[h]:mm"
    book.save(path)

    table, _ = read_table(path, "lignes.xlsx")

    assert table is not None
    assert codes(all_rows(table)[1]) == ["C055"]


@given(st.integers(0, 2**32))
@example(507)  # a format that says nothing
def test_a_damaged_file_of_excel_97_raises_nothing_and_prints_nothing(seed: int) -> None:
    data = bytearray(EXCEL_97.read_bytes())
    chance = random.Random(seed)
    for _ in range(chance.choice((1, 5, 200))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    printed = StringIO()

    with redirect_stdout(printed), redirect_stderr(printed):
        found = read(bytes(data[: chance.choice((len(data), chance.randrange(len(data))))]))[1]

    assert found in ([], ["C055"], ["C057"])
    assert not printed.getvalue()


@pytest.mark.parametrize("mark", ["'", "\N{RIGHT SINGLE QUOTATION MARK}"])
def test_the_apostrophe_that_keeps_zeros_is_no_part_of_a_text(
    every_type: Path, tmp_path: Path, mark: str
) -> None:
    head, row = ("Commune", "Code postal"), ("Genlis", f"{mark}01000")

    for path in (xlsx_of(tmp_path, head, row), csv_of(tmp_path, head, row)):
        assert answer(every_type, "code postal", path).value == "01000", path
    words = csv_of(tmp_path, head, ("Genlis", f"{mark}s-Gravenhage"))
    assert texts(words)[0]["Code postal"] == f"{mark}s-Gravenhage"
    (tmp_path / "tel.csv").write_bytes(delimited((("a", "b"), (f"{mark}01", "c"))))
    assert texts(tmp_path / "tel.csv")[0]["a"] == f"{mark}01"


def test_a_day_kept_as_a_number_is_told_with_the_day(every_type: Path, tmp_path: Path) -> None:
    path = xlsx_of(tmp_path, ("Commune", "Jour de l'effet"), ("Genlis", 46418))

    (found,) = answer(every_type, "jour", path).findings

    assert (found.code, found.arguments["day"]) == ("C237", "31/01/2027")


def two_sheets(folder: Path, *lines: tuple[str, ...]) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "Nord"
    book.active.append(("commune", "lieu"))
    book.active.append(("Genlis", "Genlis"))
    other = book.create_sheet("Sud")
    for line in lines:
        other.append(line)
    book.save(folder / "lignes.xlsx")
    return folder / "lignes.xlsx"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((("Commune", "Lieu"), ("Seurre", "Seurre")), ["C236"]),
        ((("Lieu", "note", "commune"), ("Seurre", "", "Seurre")), ["C236"]),
        ((("commune", "lieu"),), []),
        ((("à rappeler", ""), ("Seurre", "Seurre")), []),
        ((("commune", "maire"), ("Seurre", "X")), []),
    ],
)
def test_rows_of_another_sheet_are_told(
    tmp_path: Path, lines: tuple[tuple[str, ...], ...], told: list[str]
) -> None:
    path = two_sheets(tmp_path, *lines)

    table, _ = read_table(path, "lignes.xlsx")
    assert table is not None
    assert codes(count_rows(table)[1]) == told
    chosen, _ = read_table(path, "lignes.xlsx", "Nord")
    assert chosen is not None
    assert codes(count_rows(chosen)[1]) == []


def a_clerk_s_workbook(path: Path) -> Path:
    """Write what a clerk has: days, hours, percentages, formulas, faults, hidden and merged."""
    book = openpyxl.Workbook()
    page = book.active
    page.append(("commune", "jour", "part", "heure", "prix", "vrai", "code", "texte"))
    for rank, name in enumerate(("Genlis", "Seurre", "Auxonne", "Nolay", "Semur"), 2):
        page.append((name, datetime(2027, 1, rank), 0.05 * rank, timedelta(hours=10 * rank)))
        page.cell(rank, 2).number_format = "dd/mm/yyyy"
        page.cell(rank, 3).number_format = "0%"
        page.cell(rank, 4).number_format = "[h]:mm"
        page.cell(rank, 5, f"=100*{rank}+0.5")
        page.cell(rank, 6, rank % 2 == 0)
        page.cell(rank, 7, "01000").number_format = "@"
        page.cell(rank, 8, f" a\N{NO-BREAK SPACE}b{rank} ")
    page["E3"], page["E4"] = "=NA()", "=1/0"
    page.merge_cells("G5:G6")
    page.row_dimensions[4].hidden = True
    book.save(path)
    return path


KINDS = {"xlsx": "xlsx", "ods": "ods", "xls": "xls:MS Excel 97"}


@pytest.mark.libreoffice
def test_whatever_libreoffice_saves_is_read_alike(tmp_path: Path) -> None:
    source = a_clerk_s_workbook(tmp_path / "lignes.xlsx")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    for kind, written in KINDS.items():
        options = ("--headless", "--convert-to", written, "--outdir", str(tmp_path / kind))
        subprocess.run(["soffice", home, *options, str(source)], check=True, capture_output=True)

    read = {kind: texts(tmp_path / kind / f"lignes.{kind}") for kind in KINDS}

    first = read["xlsx"][0]
    assert first | {"vrai": "", "jour": ""} == {
        **{"commune": "Genlis", "part": "10 %", "heure": "20:00", "prix": "200,5"},
        **{"code": "01000", "texte": "a\N{NO-BREAK SPACE}b2", "vrai": "", "jour": ""},
    }
    assert (first["vrai"], first["jour"]) == ("oui", "02/01/2027")
    assert [row["prix"] for row in read["xlsx"][1:3]] == ["#N/A", "#DIV/0!"]
    assert [row["heure"] for row in read["xlsx"][1:3]] == ["30:00", "40:00"]
    assert read["xlsx"][4]["code"] == "#fusionnée avec G5"
    for row in read["ods"]:
        row["vrai"] = {"1": "oui", "0": "non"}[row["vrai"]]  # LibreOffice makes « =VRAI() » of it
    assert read["ods"] == read["xlsx"]
    assert read["xls"] == read["xlsx"]
    for kind in KINDS:
        table, _ = read_table(tmp_path / kind / f"lignes.{kind}", "lignes")
        assert table is not None
        assert table.hidden == {4}, kind
