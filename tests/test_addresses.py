"""C154: the slash between the lines of an address is told, and no other slash."""

import json
import re
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from conventassembler.build import assemble
from conventassembler.cli import cli
from conventassembler.diagnostics import Diagnostic
from conventassembler.workspace import Workspace

ACT = "agreements/exemple.yaml"


def told(workspace: Path, file: str, before: str, after: str) -> list[Diagnostic]:
    path = workspace / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    made = assemble(Workspace(workspace), ("exemple",))
    return [one for one in made.findings if one.code == "C154"]


def of_address(workspace: Path, typed: str) -> list[Diagnostic]:
    name = '    nom: "Longvic"\n'
    return told(workspace, ACT, name, f"{name}    adresse: {typed}\n")


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("2 rue du Lavoir / 21490 RUFFEY", ["2 rue du Lavoir", "21490 RUFFEY"]),
        ("2 rue du Lavoir  /  21 490 Ruffey", ["2 rue du Lavoir", "21 490 Ruffey"]),
        ("2 rue du Lavoir/21490 RUFFEY", ["2 rue du Lavoir", "21490 RUFFEY"]),
        ("2 rue du Lavoir /21490 RUFFEY", ["2 rue du Lavoir", "21490 RUFFEY"]),
        ("Bâtiment A/B // 21490 RUFFEY", ["Bâtiment A/B", "21490 RUFFEY"]),
        ("Mairie / 2 rue Neuve / F-21490 RUFFEY", ["Mairie", "2 rue Neuve", "F-21490 RUFFEY"]),
        ("Bâtiment A / B / 21490 RUFFEY", ["Bâtiment A / B", "21490 RUFFEY"]),
        ("Hall A / B, 2 rue Neuve / 21490 RUFFEY", ["Hall A / B, 2 rue Neuve", "21490 RUFFEY"]),
        ("12 / 14 rue Neuve / 21490 RUFFEY", ["12 / 14 rue Neuve", "21490 RUFFEY"]),
        ("BP 12 / 21490", ["BP 12", "21490"]),
    ],
)
def test_lines_that_a_slash_parts_are_told_apart(
    workspace: Path, typed: str, lines: list[str]
) -> None:
    (found,) = of_address(workspace, f'"{typed}"')

    quoted = ", ".join(f'"{one}"' for one in lines)
    assert found.arguments == {"words": typed, "items": f"[{quoted}]"}
    assert str(found.position) == f"{ACT}:13:14"


@pytest.mark.parametrize(
    "typed",
    [
        '["12/14 rue Neuve", "21490 RUFFEY"]',
        '["Bâtiment A / B", "2 rue Neuve", "21490 RUFFEY"]',
        '"Angle de la rue Neuve / rue du Bac, 21490 RUFFEY"',
        '"2 rue Neuve, 21490 RUFFEY / DIJON"',
        '"2 rue Neuve, 21490 RUFFEY"',
        '"Lot 12/21490 RUFFEY"',
    ],
)
def test_a_slash_that_belongs_to_an_address_is_not_told(workspace: Path, typed: str) -> None:
    assert of_address(workspace, typed) == []


def test_a_line_of_several_and_a_record_are_looked_at_too(workspace: Path) -> None:
    (found,) = of_address(workspace, '["Mairie", "2 rue Neuve / 21490 RUFFEY"]')
    assert found.position.column > 20

    record = "agreements/parties/departement.yaml"
    more = "\nadresse: Hôtel / 21000 DIJON\nnom:"
    assert {one.position.file for one in told(workspace, record, "\nnom:", more)} == {ACT, record}


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("t.csv", "Mairie / 21490 RUFFEY", 'straight quotation marks: "Mairie ; 21490 RUFFEY"'),
        ("t.json", "Mairie / 21490 RUFFEY", 'item of its own: ["Mairie", "21490 RUFFEY"]'),
        ("t.xlsx", "Mairie / 21490 RUFFEY", "or part the lines with Alt+Enter\n"),
    ],
)
def test_what_is_told_works_in_the_table_at_hand(
    workspace: Path, name: str, data: str, told: str
) -> None:
    path, column = workspace / name, "parties.commune.adresse"
    act = workspace / ACT
    text = act.read_text(encoding="utf-8")
    lines = '    nom: "Longvic"\n'
    act.write_text(text.replace(lines, f"{lines}    adresse: [à compléter]\n"), encoding="utf-8")

    first = _batch(workspace, path, column, data)
    second = _batch(workspace, path, column, _as_told(first))

    assert told in first
    assert "C154" not in second
    assert "written: 1" in second


def _as_told(output: str) -> str:
    """Return what the remedy says to type, as it stands in the file."""
    items = re.search(r'own: (\[".*"\])', output)
    quoted = re.search(r'marks: (".*")', output)
    typed = re.search(r"type “(.*?)” instead", output)
    found = items or quoted or typed
    assert found
    return found[1]


def _batch(workspace: Path, path: Path, column: str, said: str) -> str:
    """Write a table of one row whose cell holds `said`, and return what its batch tells."""
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        page = book.worksheets[0]
        page.append(["#nom", column])
        page.append(["ruffey", said])
        book.save(path)
    elif path.suffix == ".json":
        value = said if said.startswith("[") else json.dumps(said)
        path.write_text(f'[{{"#nom": "ruffey", "{column}": {value}}}]', encoding="utf-8")
    else:
        path.write_text(f"#nom;{column}\nruffey;{said}\n", encoding="utf-8")
    words = ["batch", "exemple", "--data", str(path), "--workspace", str(workspace)]
    return CliRunner().invoke(cli, [*words, "--lang", "en"]).output


def test_what_is_no_address_is_not_looked_at(workspace: Path) -> None:
    title = 'titre: "Convention de partenariat'
    assert told(workspace, ACT, title, f"{title} 2 rue Neuve / 21490 Ruffey") == []
