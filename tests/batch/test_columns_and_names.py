"""The columns of a table, and the names that its rows give their acts."""

from pathlib import Path, PurePosixPath, PureWindowsPath
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables_of_rows import a_row, a_table

from conventassembler.batch.model import Job
from conventassembler.batch.naming import Names, Naming, Piece
from conventassembler.batch.planning import Plan, Refused, plan
from conventassembler.diagnostics import Diagnostic, Position
from conventassembler.diagnostics.wording import message, remedy
from conventassembler.tables import Cell, Row, all_rows, read_table
from conventassembler.tables.delimited import delimited, held, read_delimited
from conventassembler.workspace import Workspace

AGREEMENT = "agreements/exemple.yaml"
Findings = tuple[Diagnostic, ...]


def planned(root: Path, *names: str, naming: str = "") -> tuple[Plan | None, Findings]:
    return plan(Workspace(root), "exemple", a_table(*names), naming=naming)


def named(root: Path, *rows: dict[str, str], naming: str = "") -> list[str]:
    """Return the names of the rows, and the codes of those that have none."""
    made, found = planned(root, *rows[0], naming=naming)
    assert made is not None, found
    jobs = made.jobs(a_row(row, number) for number, row in enumerate(rows, 2))
    return [one.name if isinstance(one, Job) else one.findings[0].code for one in jobs]


@pytest.mark.parametrize(
    ("header", "path"),
    [
        ("parties.commune.nom", "parties.commune.name"),
        ("parties.commune.name", "parties.commune.name"),
        ("Commune › Habilitation › Date", "parties.commune.authority.dates"),
        ("Durée initiale, en années", "clauses[duree].with.annees"),
        ("signature.lieu", "signature.place"),
        ("nom", "parties.commune.name"),
    ],
)
def test_a_column_is_a_key_a_label_or_the_end_of_a_way(
    workspace: Path, header: str, path: str
) -> None:
    made, _ = planned(workspace, header)

    assert made is not None
    assert [one.place.path for one in made.kit.columns] == [path]


def test_the_agreement_says_what_a_column_is(workspace: Path) -> None:
    path = workspace / AGREEMENT
    said = 'colonnes:\n  "Nom de la commune": parties.commune.nom\n'
    path.write_text(path.read_text(encoding="utf-8") + said, encoding="utf-8")

    made, found = planned(workspace, "NOM DE LA COMMUNE", "#note")

    assert made is not None, found
    assert [one.place.path for one in made.kit.columns] == ["parties.commune.name"]


def test_an_unknown_column_is_told_once_for_all_rows(workspace: Path) -> None:
    made, found = planned(workspace, "commune.nom", "commune.couleur")

    assert made is None
    assert [(one.code, one.position.cell) for one in found] == [("C051", "B1")]


def test_two_columns_of_one_value_and_a_column_of_several_are_told(workspace: Path) -> None:
    _, found = planned(workspace, "commune.nom", "parties.commune.name", "disposition")

    assert [(one.code, one.position.cell) for one in found] == [("C057", "B1"), ("C051", "C1")]


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("commune.siret", "« siret: à compléter » sous « commune »"),
        (
            "parties.commune.représentant.nom",
            "« nom: à compléter » sous « commune › représentant »",
        ),
        ("sous-titres", "« sous-titres: à compléter » contre la marge"),
        ("duree.préavis en mois", "« préavis en mois: à compléter » sous « "),
    ],
)
def test_a_value_without_a_key_is_told_with_the_line_to_type(
    workspace: Path, header: str, line: str
) -> None:
    _, found = planned(workspace, header)

    assert [one.code for one in found] == ["C035"], message(found[0], "fr")
    assert line in remedy(found[0], "fr").replace("\u00a0", " ")


def test_a_record_of_the_registry_is_not_changed_from_a_table(workspace: Path) -> None:
    made, _ = planned(workspace, "département.nom", "#nom")
    assert made is not None
    rows = (
        a_row({"département.nom": "Côte-d'Or", "#nom": "un"}, 2),
        a_row({"département.nom": "Jura", "#nom": "deux"}, 3),
    )

    same, other = made.jobs(rows)

    assert isinstance(same, Job)
    assert same.values == (None,)
    assert isinstance(other, Refused)
    assert [(one.code, one.position.cell) for one in other.findings] == [
        ("C045", "département.nom")
    ]


def test_a_record_is_the_same_in_another_spelling_that_prints_alike(workspace: Path) -> None:
    record = workspace / "agreements" / "parties" / "departement.yaml"
    said = record.read_text(encoding="utf-8")
    record.write_text(f'{said}siret: "123 456 782 00010"\n', encoding="utf-8")
    made, _ = planned(workspace, "département.nom", "département.siret", "#nom")
    assert made is not None

    same, loud = made.jobs(
        a_row({"département.nom": name, "département.siret": "12345678200010", "#nom": name}, rank)
        for rank, name in enumerate(("Côte-d’Or", "CÔTE-D'OR"), 2)
    )

    assert isinstance(same, Job)
    assert isinstance(loud, Refused)
    assert [(one.code, one.position.cell) for one in loud.findings] == [("C045", "département.nom")]


def test_names_come_from_a_column_of_names_as_typed(workspace: Path) -> None:
    rows = ({"#nom": "CTG Genlis 2026.docx", "commune.nom": "Genlis"},)
    assert named(workspace, *rows) == ["CTG Genlis 2026"]
    assert named(workspace, {"Nom du fichier": "Ouche : vallée", "titre": "A"}) == [
        "Ouche - vallée"
    ]


def test_two_columns_of_names_are_told(workspace: Path) -> None:
    made, found = planned(workspace, "#nom", "titre", "#Nom")

    assert made is None
    assert [(one.code, one.position.cell) for one in found] == [("C057", "C1")]


def test_names_come_from_the_name_of_a_party_else_from_a_text_else_from_the_row(
    workspace: Path,
) -> None:
    town = {"titre": "Convention", "commune.nom": "Val de l'Ouche"}
    assert named(workspace, town) == ["exemple-val-de-l-ouche"]
    assert named(workspace, {"signature.lieu": "Saint-Apollinaire"}) == [
        "exemple-saint-apollinaire"
    ]
    assert named(workspace, {"duree.années": "4"}, {"duree.années": "5"}) == [
        "exemple-2",
        "exemple-3",
    ]
    assert named(workspace, {"#ligne": "17", "duree.années": "4"}) == ["exemple-17"]


def test_names_come_from_a_pattern_of_columns_and_of_values(workspace: Path) -> None:
    row = {"commune.nom": "Is-sur-Tille", "#code": "21317"}
    assert named(workspace, row, naming="{#code} {parties.commune.nom}") == ["21317 Is-sur-Tille"]
    assert named(workspace, row, naming="{signature.lieu} {#CODE}") == ["Longvic 21317"]


@pytest.mark.parametrize("pattern", ["{comune.nom}", "convention", "{titre}"])
def test_a_pattern_that_tells_no_row_from_another_is_told(workspace: Path, pattern: str) -> None:
    made, found = planned(workspace, "commune.nom", naming=pattern)

    assert made is None
    assert [one.code for one in found] == ["C039"]


def test_names_that_are_none_or_taken_are_told_at_their_cell(workspace: Path) -> None:
    rows = [{"#nom": name, "titre": "A"} for name in ("a", "A", "AUX", "é" * 101, "...", "œuvre")]
    assert named(workspace, *rows) == ["a", "C037", "C038", "C038", "C038", "œuvre"]


@pytest.mark.parametrize(
    ("naming", "advised"),
    [
        ("", '--named "{commune.nom} {titre}"'),
        ("{commune.nom} {titre}", '--named "{commune.nom} {titre} {lieu}"'),
    ],
)
def test_a_row_that_comes_twice_is_told_as_such_and_another_with_a_pattern_that_is_new(
    workspace: Path, naming: str, advised: str
) -> None:
    first = {"commune.nom": "Genlis", "titre": "A", "lieu": "Dijon"}
    made, _ = planned(workspace, *first, naming=naming)
    assert made is not None
    rows = (first, first, first | {"lieu": "Genlis"}, first | {"lieu": ""})

    _, *refused = made.jobs(a_row(row, number) for number, row in enumerate(rows, 2))

    remedies = [remedy(one.findings[0], "en") for one in refused if isinstance(one, Refused)]
    assert remedies[0] == "this row is the same as row 2: delete one of the two"
    assert remedies[1].endswith(advised)
    assert remedies[2].startswith("tell the two rows apart")


def test_a_row_without_a_name_is_told_at_the_empty_cell(workspace: Path) -> None:
    made, _ = planned(workspace, "#nom", "titre")
    assert made is not None

    (refused,) = made.jobs((a_row({"titre": "A"}, 7),))

    assert isinstance(refused, Refused)
    assert [(one.code, one.position.cell) for one in refused.findings] == [("C044", "A7")]


@pytest.mark.parametrize(
    ("naming", "row", "cells"),
    [
        ("{#nom} {#ref}", {"#nom": "b"}, ["B7"]),
        ("{#nom} {#ref}", {"#ref": "x"}, ["A7"]),
        ("{#nom} {#ref} {titre}", {"#ref": "x"}, ["A7", "C7"]),
        ("{#ref} {#ref}", {"#nom": "b"}, ["B7"]),
    ],
)
def test_each_empty_cell_of_a_pattern_is_told_and_no_other(
    workspace: Path, naming: str, row: dict[str, str], cells: list[str]
) -> None:
    made, _ = planned(workspace, "#nom", "#ref", "titre", naming=naming)
    assert made is not None

    (refused,) = made.jobs((a_row({"#nom": "", "#ref": "", "titre": ""} | row | {"x": "y"}, 7),))

    assert isinstance(refused, Refused)
    assert [(one.code, one.position.cell) for one in refused.findings] == [
        ("C044", cell) for cell in cells
    ]
    headers = dict(zip(("A7", "B7", "C7"), ("#nom", "#ref", "titre"), strict=True))
    for one in refused.findings:
        words = f"“{naming}”, lacks a part: “{headers[one.position.cell]}” is empty"
        assert message(one, "en").endswith(words)
        assert f"without the column “{headers[one.position.cell]}”" in remedy(one, "en")


def test_the_columns_of_json_are_those_of_all_its_rows(workspace: Path) -> None:
    path = workspace / "liste.json"
    text = '[{"commune": {"nom": "Genlis"}}, {"signature": {"lieu": "Dijon"}, "#nom": "b"}]'
    path.write_text(text, encoding="utf-8")
    table, _ = read_table(path, "liste.json")
    assert table is not None
    rows: tuple[Row, ...] = all_rows(table)[0]

    made, found = plan(Workspace(workspace), "exemple", table, rows=rows)

    assert made is not None, found
    assert [one.header for one in made.kit.columns] == ["commune.nom", "signature.lieu"]


def test_findings_of_a_value_are_brought_to_its_cell(workspace: Path) -> None:
    made, _ = planned(workspace, "#nom", "commune.nature")
    assert made is not None
    row = a_row({"#nom": "a", "commune.nature": "société coopérative"}, 12)

    (job,) = made.jobs((row,))
    assert isinstance(job, Job)
    (document,) = made.kit.make([job])
    found = made.located(document.findings, row)

    assert [(one.code, one.position.cell) for one in found if one.position.cell] == [
        ("C450", "B12")
    ]


def test_equal_rows_have_equal_keys_and_others_others(workspace: Path) -> None:
    made, _ = planned(workspace, "#nom", "titre")
    assert made is not None
    rows = [{"#nom": name, "titre": title} for name, title in (("a", "A"), ("a", "B"), ("b", "A"))]
    keys = {job.key for row in rows for job in made.jobs((a_row(row),)) if isinstance(job, Job)}
    again, _ = planned(workspace, "#nom", "titre")
    path = workspace / "clauses/duree/tacite.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nUne phrase.\n", encoding="utf-8")
    changed, _ = planned(workspace, "#nom", "titre")

    assert len(keys) == 3
    assert again is not None
    assert changed is not None
    assert made.kit.key == again.kit.key != changed.kit.key


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("01000", '="01000"'),
        ("21210485500003", '="21210485500003"'),
        ("2025-12", '="2025-12"'),
        ("1/2", '="1/2"'),
        ("03 80 63 66 00", '="03 80 63 66 00"'),
        ("2,50", '="2,50"'),
        ("18/12/2025", '="18/12/2025"'),  # LibreOffice would save 18/12/25
        ("=A2", '="=A2"'),
        ('=CONCAT("a";B2)', '="=CONCAT(""a"";B2)"'),
        ("-5 rue", '="-5 rue"'),
        ("@maire", '="@maire"'),
        ("12", "12"),
        ("2,5", "2,5"),
        ("12 000 €", "12 000 €"),
        ("Genlis", "Genlis"),
        ("-", "-"),
        ("-5", '="-5"'),
        ("=cmd|' /C calc'!A0", "=\"=cmd|' /C calc'!A0\""),
        ("- un tiret", '="- un tiret"'),
        ("'=1+1", '="\'=1+1"'),
        ('="01000"', '="=""01000"""'),
        ("=1\n+1", "'=1\n+1"),
    ],
)
def test_a_text_of_figures_is_kept_from_what_excel_makes_of_it(text: str, typed: str) -> None:
    data = delimited((("nom", "note"), (text, "x")))
    (row,) = read_delimited(data, "liste.csv").rows

    assert held(text) == typed
    assert row.cells["nom"].text == text


@given(st.text(max_size=20).map(str.strip).filter(bool))
def test_a_table_that_is_written_says_what_it_was_given(text: str) -> None:
    clean = "".join(char for char in text if char.isprintable())
    (row,) = read_delimited(delimited((("nom", "note"), (clean, "x"))), "liste.csv").rows

    assert row.cells.get("nom", Cell("", Position(""))).text == clean.strip()


_SIGNS = st.text(
    st.one_of(st.sampled_from("./\\:=~ -'`$éÉe\u0301\u00a0\x00\ud800aA"), st.characters()),
    max_size=30,
)


@given(_SIGNS, _SIGNS)
def test_whatever_a_row_is_named_its_file_is_in_the_folder_and_of_no_other_row(
    one: str, other: str
) -> None:
    naming, names = Naming((Piece(header="#nom"),)), Names()
    said = []
    for number, text in enumerate((one, other), 2):
        row = Row(number, {"#nom": Cell(text, Position("t.csv", number, 1, f"A{number}"))})
        name, wrong = naming.name(row)
        if not (wrong or names.take(name, row, naming)):
            said.append(f"{name}.docx")

    for name in said:
        for kind in (PurePosixPath, PureWindowsPath):
            assert kind("folder", name).parts == ("folder", name)
        assert not name.startswith((".", "-", "~$"))
        assert normalize("NFC", name) == name
    assert len({normalize("NFD", normalize("NFC", name).casefold()) for name in said}) == len(said)
