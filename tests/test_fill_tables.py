"""`fill --from`: the row of a table, whatever wrote the table; all of it, or nothing."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest
from stdnum.fr import siret
from test_fill import AWAITED, BLANKS, read, run, spoil, the_filling, told

from conventassembler import filling as fills
from conventassembler.diagnostics import Position
from conventassembler.filling.headers import column_of
from conventassembler.tables import Row, Table, all_rows, chosen_row, read_table, wrong_rows
from conventassembler.tables.model import column_letters

Value = str | int | float | bool | date | None
HEADERS = ("commune", "titre", "commune.représentant.genre", "commune.habilitation.date")
LATER = ("objet.pilote", "Durée initiale, en années", "signature.lieu")
DAY = date(2025, 12, 18)
ROWS: list[tuple[Value, ...]] = [
    (
        "Longvic",
        "Convention : « entraide »",
        "féminin",
        date(2025, 12, 18),
        "commune",
        3,
        "Longvic",
    ),
    ("Genlis", "Autre", "masculin", date(2025, 1, 1), "commune", 4, "Genlis"),
]
FILLED = (
    'titre: "Convention : « entraide »"  # le titre',
    *("genre: féminin", 'date: "2025-12-18"', "pilote: commune", "années: 3", "lieu: Longvic"),
)


def csv_of(rows: list[tuple[Value, ...]], encoding: str = "cp1252", parted_by: str = ";") -> bytes:
    lines = [parted_by.join(map(_csv, row)) for row in rows]
    return "\r\n".join([*lines, ""]).encode(encoding)


def _csv(value: Value) -> str:
    text = value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value or "")
    return '"' + text.replace('"', '""') + '"' if any(one in text for one in ';,"\n') else text


def xlsx_of(rows: list[tuple[Value, ...]], first: int = 1, left: int = 1) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row, line in enumerate(rows, first):
        for column, value in enumerate(line, left):
            sheet.cell(row, column, value)
    book.create_sheet("Autre")
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def ods_of(rows: list[tuple[Value, ...]]) -> bytes:
    lines = "".join(f"<table:table-row>{''.join(map(_ods, row))}</table:table-row>" for row in rows)
    table = f'<table:table table:name="Élus">{lines}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    content = f"<office:document-content {NAMESPACES}>{body}</office:document-content>"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", ODS)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return data.getvalue()


def _ods(value: Value) -> str:
    kind, said = "string", ""
    if isinstance(value, date):
        kind, said = "date", f'office:date-value="{value.isoformat()}"'
    elif isinstance(value, int | float):
        kind, said = "float", f'office:value="{value}"'
    text = f"<text:p>{escape(str(value or ''))}</text:p>"
    return f'<table:table-cell office:value-type="{kind}" {said}>{text}</table:table-cell>'


def named(headers: tuple[str, ...]) -> list[tuple[Value, ...]]:
    return [headers, *ROWS]


def records() -> list[dict[str, str]]:
    names = (*HEADERS, *LATER)
    return [
        {name: _csv(value).strip('"') for name, value in zip(names, row, strict=True)}
        for row in ROWS
    ]


ALL: list[tuple[Value, ...]] = named((*HEADERS, *LATER))
TABLES: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "excel-csv": ("l.csv", lambda: csv_of(ALL)),
    "utf-8": ("l.csv", lambda: csv_of(ALL, "utf-8-sig")),
    "utf-8-commas": ("l.csv", lambda: csv_of(ALL, "utf-8", ",")),
    "unicode-text": ("l.txt", lambda: csv_of(ALL, "utf-16", "\t")),
    "sep": ("l.csv", lambda: b"sep=;\r\n" + csv_of(ALL)),
    "xlsx": ("l.xlsx", lambda: xlsx_of(ALL)),
    "ods": ("l.ods", lambda: ods_of(ALL)),
    "json": ("l.json", lambda: json.dumps(records(), ensure_ascii=False, indent=1).encode()),
    "json-ascii": ("l.json", lambda: json.dumps(records()).encode()),
}


@pytest.fixture(name="blank")
def an_agreement_with_blanks(workspace: Path) -> str:
    return spoil(workspace, *BLANKS)


def put(root: Path, name: str, data: bytes) -> str:
    (root / name).write_bytes(data)
    return str(root / name)


@pytest.mark.parametrize("kind", TABLES)
def test_a_row_fills_the_agreement(workspace: Path, blank: str, kind: str) -> None:
    name, data = TABLES[kind]
    table = put(workspace, name, data())

    done = run(workspace, "fill", "exemple", "--from", table, "--row", "commune=LONGVIC")

    assert done.exit_code == 0, done.output
    expected = blank
    for line, filled in zip(AWAITED, FILLED, strict=True):
        expected = expected.replace(line, filled)
    assert read(workspace) == expected
    assert "valeurs prises : 6." in told(done)
    assert "conventassembler build exemple" in done.output


def test_groups_of_keys_fill_as_columns_do(workspace: Path, blank: str) -> None:
    words = "parties:\n  commune:\n    représentant: {genre: féminin}\nsignature: {lieu: Dijon}\n"
    table = put(workspace, "une.yaml", words.encode())

    done = run(workspace, "fill", "exemple", "--from", table)

    assert done.exit_code == 0, done.output
    assert read(workspace) == blank.replace("genre: à compléter", "genre: féminin").replace(
        "lieu: à compléter", "lieu: Dijon"
    )


def test_a_row_is_meant_by_its_number_as_the_sheet_shows_it(workspace: Path, blank: str) -> None:
    table = put(workspace, "l.csv", csv_of([("signature.lieu",), ("Un",), ("",), ("Deux",)]))

    missing = run(workspace, "fill", "exemple", "--from", table)
    heading = run(workspace, "fill", "exemple", "--from", table, "--row", "1")
    done = run(workspace, "fill", "exemple", "--from", table, "--row", "4")

    assert [missing.exit_code, heading.exit_code, done.exit_code] == [2, 2, 0]
    assert "C053" in missing.output
    assert "--row 4" in missing.output
    assert "C230" in heading.output
    assert "tapez --row et le numéro d’une de ces lignes : 2 (Un), 4 (Deux)" in told(heading)
    assert "lieu: Deux" in read(workspace)


@pytest.mark.parametrize("words", [("--row", "2"), ("--sheet", "Élus"), ("--replace",)])
def test_what_is_of_a_table_alone_is_misuse(
    workspace: Path, blank: str, words: tuple[str, ...]
) -> None:
    done = run(workspace, "fill", "exemple", *words, typed="Titre\n")

    assert done.exit_code == 2
    assert f"{words[0]} ne sert qu’avec un tableau" in told(done)
    assert "conventassembler fill exemple --from TABLEAU" in told(done)
    assert read(workspace) == blank


def test_a_row_that_is_none_is_told_with_the_nearest(workspace: Path, blank: str) -> None:
    table = put(workspace, "l.csv", csv_of([("Dossier", "titre"), ("Amis", "T"), ("Autre", "U")]))
    one = put(workspace, "u.csv", csv_of([("Dossier", "titre"), ("Amis", "T")]))

    for name, typed in ((table, "Amis"), (table, "autre=amis"), (one, "titre=x")):
        done = told(run(workspace, "fill", "exemple", "--from", name, "--row", typed))

        assert f"aucune ligne « {typed} »" in done
        assert "tapez --row 2" in done
        assert '--row "Dossier=Amis"' in done

    done = told(run(workspace, "fill", "exemple", "--from", table, "--row", "9"))
    assert "aucune ligne « 9 »" in done
    assert "ces lignes : 2 (Amis), 3 (Autre)" in done


def test_all_faults_are_told_at_once_with_their_cells_and_nothing_is_written(
    workspace: Path, blank: str
) -> None:
    headers = ("titre", "comune.représentant.genre", "commune.habilitation.date", "années", "lieu")
    table = put(
        workspace, "l.xlsx", xlsx_of([headers, ("T", "x", "31/02/2025", "onze", "L")], 3, 2)
    )

    done = run(workspace, "fill", "exemple", "--from", table)

    assert done.exit_code == 1
    said = told(done)
    assert "l.xlsx:Sheet!C3: erreur C051" in said
    assert "vouliez-vous dire « commune.représentant.genre »" in said
    assert "l.xlsx:Sheet!D4: erreur C213" in said
    assert "l.xlsx:Sheet!E4: erreur C201" in said
    assert read(workspace) == blank


def test_a_value_that_is_there_is_kept_unless_it_is_to_be_replaced(workspace: Path) -> None:
    text = spoil(workspace)
    rows: list[tuple[Value, ...]] = [("titre", "duree.années", "lieu"), ("Autre", 3, "Dijon")]
    table = put(workspace, "l.xlsx", xlsx_of(rows))

    kept = run(workspace, "fill", "exemple", "--from", table)
    after = read(workspace)
    replaced = run(workspace, "fill", "exemple", "--from", table, "--replace")

    assert kept.exit_code == replaced.exit_code == 0
    assert after == text
    assert kept.output.count("C059") == 2, "the third is the same in both"
    new = text.replace('"Convention de partenariat"', '"Autre"')
    assert read(workspace) == new.replace('lieu: "Longvic"', 'lieu: "Dijon"')


@pytest.mark.parametrize(
    ("header", "value", "code"),
    [
        ("commune.siret", "2,1E+13", "C054"),
        ("commune.siret", 2.1e20, "C054"),
        ("duree.taux", 0.055, "C058"),
    ],
)
def test_what_a_spreadsheet_spoilt_is_refused(
    workspace: Path, header: str, value: Value, code: str
) -> None:
    spoil(workspace, ('    nom: "Longvic"\n', '    nom: "Longvic"\n    siret: à compléter\n'))
    spoil(workspace, ("années: 3", "années: 3\n      taux: à compléter"))
    declared = "paramètres:\n  taux: {type: pourcentage, libellé: Taux}"
    spoil(workspace, ("paramètres:", declared), file="clauses/duree/tacite.md")
    before = read(workspace)
    table = put(workspace, "l.xlsx", xlsx_of([(header,), (value,)]))

    done = run(workspace, "fill", "exemple", "--from", table)

    assert done.exit_code == 1
    assert f"l.xlsx:Sheet!A2: erreur {code}" in told(done)
    assert "5,5 %" in told(done) or code != "C058"
    assert read(workspace) == before


def test_a_number_keeps_its_figures_and_a_lost_zero_is_restored(workspace: Path) -> None:
    other = "partenaires:\n  autre:\n    nature: commune\n    nom: Genlis\n"
    spoil(workspace, ('    nom: "Longvic"\n', '    nom: "Longvic"\n    siret: à compléter\n'))
    spoil(workspace, ("visas:", f"{other}    siret: à compléter\nvisas:"))
    whole, short = _siret("2123"), _siret("0571")
    rows: list[tuple[Value, ...]] = [("commune.siret", "autre.siret")]
    table = put(workspace, "l.xlsx", xlsx_of([*rows, (int(whole), int(short))]))

    done = run(workspace, "fill", "exemple", "--from", table)

    assert done.exit_code == 0, done.output
    assert done.output.count("C056") == 1
    assert f"siret: {whole}" in read(workspace)
    assert f"siret: {short}" in read(workspace)


def _siret(start: str) -> str:
    """Return a SIRET that begins so."""
    found = (f"{start}{last:010d}" for last in range(10**10))
    return next(number for number in found if siret.is_valid(number))


def test_decimals_have_a_comma_and_lists_a_line_an_item(workspace: Path) -> None:
    new = "    adresse:\n      - à compléter\n"
    spoil(workspace, ('    nom: "Longvic"\n', f'    nom: "Longvic"\n{new}'))
    table = put(workspace, "l.csv", csv_of([("commune.adresse",), ("Mairie\n21600 LONGVIC",)]))

    run(workspace, "fill", "exemple", "--from", table)

    assert "      - Mairie\n      - 21600 LONGVIC\n" in read(workspace)
    read_back, _ = read_table(
        Path(put(workspace, "n.xlsx", xlsx_of([("a", "b"), (12500.5, True)]))), "n"
    )
    assert read_back is not None
    (row,) = all_rows(read_back)[0]
    assert [cell.text for cell in row.cells.values()] == ["12500,5", "oui"]


@pytest.mark.parametrize(
    ("header", "code"),
    [("date", "C052"), ("#remarque", ""), ("", "C046"), ("remarque", "C051"), ("TITRE", "")],
)
def test_a_column_means_one_value(workspace: Path, blank: str, header: str, code: str) -> None:
    table = put(workspace, "l.csv", csv_of([("lieu", header), ("Dijon", "à voir")]))

    done = run(workspace, "fill", "exemple", "--from", table)

    assert done.exit_code == (1 if code else 0), done.output
    assert code in done.output


def test_two_columns_of_one_value_are_told(workspace: Path, blank: str) -> None:
    same = put(workspace, "a.csv", csv_of([("lieu", "lieu"), ("Dijon", "Genlis")]))
    meant = put(workspace, "b.csv", csv_of([("lieu", "signature.lieu"), ("Dijon", "Genlis")]))

    first, second = (run(workspace, "fill", "exemple", "--from", one) for one in (same, meant))

    assert "a.csv:B1: erreur C057" in told(first)
    assert "b.csv:B1: erreur C057" in told(second)
    assert read(workspace) == blank


def test_an_item_and_its_list_are_not_both_written(workspace: Path) -> None:
    name = '    nom: "Longvic"\n'
    spoil(workspace, (name, f"{name}    adresse:\n      - Mairie\n      - à compléter\n"))
    rows: list[tuple[Value, ...]] = [("commune.adresse", "commune.adresse 2"), ("a;b", "c")]
    table = put(workspace, "l.csv", csv_of(rows))

    done = run(workspace, "fill", "exemple", "--from", table, "--replace")

    assert "l.csv:B1: erreur C057" in told(done)


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("À compléter", 'titre: "à compléter"'),
        ("[à compléter : intitulé voté]", 'titre: "à compléter : intitulé voté"'),
    ],
)
def test_a_cell_to_be_completed_leaves_a_blank_where_a_value_stood(
    workspace: Path, cell: str, line: str
) -> None:
    text = read(workspace)
    table = put(workspace, "l.csv", csv_of([("titre",), (cell,)]))

    kept = run(workspace, "fill", "exemple", "--from", table)
    assert "l.csv:A2: remarque C059" in told(kept)
    assert read(workspace) == text

    assert run(workspace, "fill", "exemple", "--from", table, "--replace").exit_code == 0
    assert line in read(workspace).splitlines()


@pytest.mark.parametrize(("cell", "is_told"), [("12345678200010", False), (_siret("2123"), True)])
def test_a_number_in_other_groups_is_the_same(workspace: Path, cell: str, *, is_told: bool) -> None:
    name = '    nom: "Longvic"\n'
    text = spoil(workspace, (name, f'{name}    siret: "123 456 782 00010"\n'))
    table = put(workspace, "l.csv", csv_of([("commune.siret",), (cell,)]))

    done = run(workspace, "fill", "exemple", "--from", table)

    assert ("C059" in done.output) is is_told
    assert read(workspace) == text


def test_a_cell_to_be_completed_keeps_the_precision_of_the_agreement(workspace: Path) -> None:
    text = spoil(workspace, ("    genre: ", '    genre: "à compléter : selon le vote" #'))
    table = put(workspace, "l.csv", csv_of([("commune.représentant.genre",), ("à compléter",)]))

    assert run(workspace, "fill", "exemple", "--from", table, "--replace").exit_code == 0
    assert read(workspace) == text


@pytest.mark.parametrize("replace", [(), ("--replace",)])
def test_a_record_of_the_registry_is_never_written_from_a_row(
    workspace: Path, blank: str, replace: tuple[str, ...]
) -> None:
    record = "agreements/parties/departement.yaml"
    before = read(workspace, record)
    rows: list[tuple[Value, ...]] = [("lieu", "département.représentant.genre", "département.nom")]
    table = put(workspace, "l.csv", csv_of([*rows, ("Dijon", "féminin", "Nièvre")]))

    done = run(workspace, "fill", "exemple", "--from", table, *replace)

    assert done.exit_code == 1
    assert "l.csv:B2: erreur C045" in told(done)
    assert "tapez la clé « représentant » sous « département »" in told(done)
    assert "l.csv:C2: erreur C045" in told(done)
    assert read(workspace, record) == before
    assert read(workspace) == blank


def test_a_value_awaited_by_a_record_of_the_registry_is_no_value_of_a_row(workspace: Path) -> None:
    record = "agreements/parties/departement.yaml"
    kind = "nature: département\n"
    spoil(workspace, (kind, f"{kind}siret: à compléter\n"), file=record)
    rows: list[tuple[Value, ...]] = [("département.siret",), (_siret("2123"),)]
    table = put(workspace, "l.csv", csv_of(rows))

    done = run(workspace, "fill", "exemple", "--from", table)

    assert "l.csv:A2: erreur C045" in told(done)
    assert "siret: à compléter" in read(workspace, record)


def test_a_row_may_say_what_a_record_of_the_registry_says(workspace: Path) -> None:
    rows: list[tuple[Value, ...]] = [("lieu", "département.nom"), ("Dijon", "Côte-d'Or")]
    table = put(workspace, "l.csv", csv_of(rows))

    done = run(workspace, "fill", "exemple", "--from", table, "--replace")

    assert done.exit_code == 0, done.output
    assert 'lieu: "Dijon"' in read(workspace)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        *(("l.xlsx", b"PK\x03\x04"), ("l.ods", b"bonjour"), ("l.csv", b'a;b\n"c'), ("l.pdf", b"%")),
        ("l.json", b"\xff\xfe\x00"),
        ("l.xlsx", xlsx_of([("titre",), ("T",)])),
    ],
)
def test_what_is_no_table_is_told(workspace: Path, name: str, data: bytes) -> None:
    table = put(workspace, name, data)

    done = run(workspace, "fill", "exemple", "--from", table, "--sheet", "Élus")

    assert done.exit_code == 1
    assert f"{name}: erreur C055" in told(done)
    assert run(workspace, "fill", "exemple", "--from", f"{table}.absent").exit_code == 1


def test_rows_come_one_by_one_with_their_place(tmp_path: Path) -> None:
    lines: list[tuple[Value, ...]] = [("n",), *((str(number),) for number in range(5000))]
    table, found = read_table(Path(put(tmp_path, "l.csv", csv_of(lines))), "l.csv")
    assert table is not None
    assert not found

    first = next(iter(table.rows))
    rows, _ = all_rows(table)

    assert first == Row(2, first.cells)
    assert str(first.cells["n"].position) == "l.csv:A2"
    assert len(rows) == 4999, "those that are left"
    assert rows[-1].number == 5001


def test_letters_of_columns() -> None:
    assert [column_letters(one) for one in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_no_row_is_told() -> None:
    table = Table("l.csv", (), ())

    assert [one.code for one in chosen_row((), "", Position("l.csv"))[1]] == ["C053"]
    assert [one.code for one in wrong_rows(table, ())] == ["C231"]


def test_a_cell_without_a_name_above_is_told_and_nothing_is_written(
    workspace: Path, blank: str
) -> None:
    words = b"titre;lieu\r\nConvention ; entraide;Dijon\r\n"
    table = put(workspace, "l.csv", words)

    done = run(workspace, "fill", "exemple", "--from", table)

    assert done.exit_code == 1
    assert "l.csv:C2: erreur C046" in told(done)
    assert read(workspace) == blank


@pytest.mark.parametrize("typed", ["{mairie: Longvic}", "[{a: b}]", "[[a], b]", "[a: b]"])
def test_what_no_cell_can_replace_is_told(workspace: Path, typed: str) -> None:
    text = spoil(workspace, ('lieu: "Longvic"', f"lieu: {typed}"))
    table = put(workspace, "l.csv", csv_of([("lieu",), ("Dijon",)]))

    done = run(workspace, "fill", "exemple", "--from", table, "--replace")

    assert done.exit_code == 1, done.output
    assert "l.csv:A2: erreur C048" in told(done)
    assert read(workspace) == text


@pytest.mark.parametrize(
    ("header", "line"),
    [("lieu", '  lieu: "Longvic"'), ("commune.nom", '    nom: "Longvic"')],
)
def test_a_blank_in_brackets_with_its_precision_is_a_blank(
    workspace: Path, header: str, line: str
) -> None:
    key = line.partition(":")[0]
    text = spoil(workspace, (line, f"{key}: [à compléter : où]  # note"))
    table = put(workspace, "l.csv", csv_of([(header,), ("Dijon",)]))

    checked = run(workspace, "check", "exemple")
    done = run(workspace, "fill", "exemple", "--from", table)

    assert "C701" in checked.output
    assert checked.exit_code == 0, checked.output
    assert done.exit_code == 0, done.output
    assert read(workspace) == text.replace("[à compléter : où]", "Dijon")


def test_a_list_keeps_the_comments_beside_its_items(workspace: Path) -> None:
    name = '    nom: "Longvic"\n'
    old = "    adresse:\n      - Mairie  # voie\n      # et\n      - 21000 DIJON  # ville\n"
    spoil(workspace, (name, name + old))
    table = put(workspace, "l.csv", csv_of([("commune.adresse",), ("Hôtel;21600 LONGVIC",)]))

    run(workspace, "fill", "exemple", "--from", table, "--replace")

    new = "      - Hôtel  # voie\n      # et\n      - 21600 LONGVIC  # ville\n"
    assert new in read(workspace)


def test_two_entries_of_one_clause_are_filled_each_with_its_own(workspace: Path) -> None:
    entry = "  - clause: objet/simple\n    valeurs:\n      pilote: {}\n"
    spoil(
        workspace,
        (entry.format("commune"), entry.format("à compléter") + entry.format("à compléter")),
    )
    filling = the_filling(workspace)
    first, second = filling.blanks

    assert first.id != second.id
    assert filling.place(second.id) == second
    path = workspace / "agreements" / "exemple.yaml"
    path.write_bytes(fills.filled(filling.papers[second.file], second, "commune"))
    assert entry.format("à compléter") + entry.format("commune") in read(workspace)
    assert [one.id for one in the_filling(workspace).blanks] == [first.id]

    table = put(workspace, "l.csv", csv_of([(column_of(second),), ("département",)]))
    run(workspace, "fill", "exemple", "--from", table, "--replace")
    assert entry.format("à compléter") + entry.format("département") in read(workspace)


def far_xlsx() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["titre"])
    book.active.append(["T"])
    book.active["XFD1048576"] = "x"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def far_ods() -> bytes:
    cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    far = (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/>'
        '</table:table-row><table:table-row><table:table-cell table:number-columns-repeated="16000"'
        f"/>{cell}</table:table-row></table:table>"
    )
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ods_of(ALL))) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            words = old.read(name).replace(b"</table:table>", far.encode())
            new.writestr(name, words)
    return data.getvalue()


@pytest.mark.parametrize(("name", "data"), [("l.xlsx", far_xlsx), ("l.ods", far_ods)])
def test_a_cell_far_from_the_others_takes_no_memory(
    workspace: Path, blank: str, name: str, data: Callable[[], bytes]
) -> None:
    table = put(workspace, name, data())

    done = run(workspace, "fill", "exemple", "--from", table)

    assert done.exit_code == 1
    assert f"{name}: erreur C055" in told(done)
    assert "trop grand" in told(done)
    assert read(workspace) == blank


def test_a_format_far_from_the_cells_is_no_cell(workspace: Path, blank: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_of([("lieu",), ("Dijon",)])))
    book.worksheets[0]["XFD1048576"].number_format = "0.00"
    book.worksheets[1]["XFD1048576"] = "x"
    data = io.BytesIO()
    book.save(data)
    table = put(workspace, "l.xlsx", data.getvalue())

    assert run(workspace, "fill", "exemple", "--from", table).exit_code == 0
    other = run(workspace, "fill", "exemple", "--from", table, "--sheet", "Autre")
    assert other.exit_code in (1, 2)


def test_a_faulty_cell_of_excel_is_told_with_its_place(workspace: Path, blank: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_of([("titre", "lieu"), ("T", "#REF!")])))
    book.worksheets[0]["B2"].data_type = "e"
    data = io.BytesIO()
    book.save(data)
    table = put(workspace, "l.xlsx", data.getvalue())

    done = run(workspace, "fill", "exemple", "--from", table)

    assert done.exit_code == 1
    assert "l.xlsx:Sheet!B2: erreur C047 « #REF! »" in told(done)
    assert read(workspace) == blank


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (timedelta(hours=26, minutes=3), "26:03"),
        (timedelta(minutes=5, seconds=7), "0:05:07"),
        (time(14, 30), "14:30"),
        (datetime(2025, 12, 18, 14, 30), "18/12/2025 14:30"),
    ],
)
def test_hours_are_told_as_a_sheet_shows_them(tmp_path: Path, value: object, text: str) -> None:
    book = openpyxl.Workbook()
    book.active.append(["n"])
    book.active.append([value])
    book.save(tmp_path / "l.xlsx")

    table, _ = read_table(tmp_path / "l.xlsx", "l")

    assert table is not None
    (row,) = all_rows(table)[0]
    assert row.cells["n"].text == text


@pytest.mark.parametrize(
    ("lines", "code", "words"),
    [
        ([("titre", "lieu")], "C231", "aucune ligne sous les noms"),
        (
            [("Associations 2026",), (), ("titre", "lieu"), ("T", "Dijon")],
            "C232",
            "supprimez ce qui est au-dessus",
        ),
    ],
)
def test_a_table_without_rows_and_one_with_a_title_are_told_in_one_finding(
    workspace: Path, blank: str, lines: list[tuple[Value, ...]], code: str, words: str
) -> None:
    for name, data in (("l.xlsx", xlsx_of(lines)), ("l.csv", csv_of(lines))):
        done = run(workspace, "fill", "exemple", "--from", put(workspace, name, data))

        assert f"erreur {code}" in told(done)
        assert words in told(done)
        assert "erreurs : 1," in told(done)
    assert read(workspace) == blank


def test_a_sheet_that_is_none_is_told_with_those_there_are(workspace: Path, blank: str) -> None:
    table = put(workspace, "l.xlsx", xlsx_of([("titre",), ("T",)]))

    done = run(workspace, "fill", "exemple", "--from", table, "--sheet", "Élus")

    assert "ses feuilles sont : Sheet, Autre" in told(done)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        *(("18/12/2025 00:00", "2025-12-18"), ("2025-12-18 00:00:00", "2025-12-18")),
        *(("2025-12-18T00:00:00", "2025-12-18"), ("18/12/2025 14:30", "")),
    ],
)
def test_a_day_with_an_hour_is_a_day_at_midnight_alone(
    workspace: Path, blank: str, text: str, written: str
) -> None:
    table = put(workspace, "l.csv", csv_of([("commune.habilitation.date",), (text,)]))

    done = run(workspace, "fill", "exemple", "--from", table)

    assert (f'date: "{written}"' in read(workspace)) == bool(written)
    assert ("C233" in done.output) == (not written)
    assert written or "effacez l’heure" in told(done)


@pytest.mark.parametrize(
    ("said", "gender"),
    [
        *(("F", "féminin"), ("Mme", "féminin"), ("M", "masculin"), ("M.", "masculin")),
        *(("h", "masculin"), ("1", "masculin"), ("FÉMININ", "féminin")),
    ],
)
def test_a_gender_is_taken_as_people_say_it(
    workspace: Path, blank: str, said: str, gender: str
) -> None:
    table = put(workspace, "l.csv", csv_of([("commune.représentant.genre",), (said,)]))

    done = run(workspace, "fill", "exemple", "--from", table)

    assert done.exit_code == 0, done.output
    assert f"genre: {gender}" in read(workspace)
