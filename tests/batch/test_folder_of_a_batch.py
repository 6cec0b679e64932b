"""The folder that a batch writes to: what others made of it, or wrote in it, is not lost."""

import csv
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conventassembler.batch.manifest import NAME
from conventassembler.batch.refused import FILE
from conventassembler.cli import cli

COLUMNS = ("#nom", "parties.commune.nom", "clauses[duree].valeurs.années")


def table(root: Path, *rows: Sequence[str]) -> Path:
    path = root / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows((COLUMNS, *rows))
    return path


def run(root: Path, path: Path, *words: object, name: str = "exemple") -> Result:
    line = ["batch", name, "--data", str(path), "--workspace", str(root), "--lang", "en"]
    return CliRunner().invoke(cli, [*line, *map(str, words)], catch_exceptions=False)


def manifest(folder: Path) -> list[list[str]]:
    with (folder / NAME).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[1:]


@pytest.fixture
def folder(workspace: Path) -> Path:
    """The folder of a batch of another agreement, with one document."""
    agreements = workspace / "agreements"
    (agreements / "voirie.yaml").write_bytes((agreements / "exemple.yaml").read_bytes())
    shared = workspace / "envoi" / "communes"
    path = table(workspace, ("genlis", "Genlis", "2"))
    assert run(workspace, path, "--to", shared, name="voirie").exit_code == 0
    return shared


def test_a_document_of_another_agreement_is_not_replaced(workspace: Path, folder: Path) -> None:
    before = (folder / "genlis.docx").read_bytes()
    path = table(workspace, ("genlis", "Genlis", "4"), ("dole", "Dole", "4"))

    result = run(workspace, path, "--to", folder)

    assert result.exit_code == 1
    assert "C234" in result.output
    assert "the batch of voirie" in result.output
    assert (folder / "genlis.docx").read_bytes() == before
    assert not (folder / "dole.docx").exists()
    assert run(workspace, path, "--to", folder, "--force").exit_code == 0
    assert (folder / "genlis.docx").read_bytes() != before


def test_two_agreements_share_a_folder_and_its_manifest(workspace: Path, folder: Path) -> None:
    result = run(workspace, table(workspace, ("dole", "Dole", "4")), "--to", folder)

    assert result.exit_code == 0, result.output
    assert "C082" not in result.output
    assert [(line[2], line[7]) for line in manifest(folder)] == [
        ("dole.docx", "exemple"),
        ("genlis.docx", "voirie"),
    ]
    path = table(workspace, ("genlis", "Genlis", "5"))
    assert run(workspace, path, "--to", folder, name="voirie").exit_code == 0


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        (lambda text: text.replace("\r\n", ";envoyé le 12\r\n"), True),
        (lambda _: "Bordereau\r\n1 ; 3 dossiers\r\n", True),
        (lambda text: text.replace("a.docx", "a.docx "), False),
    ],
)
def test_notes_in_the_manifest_are_not_replaced(
    workspace: Path, change: object, kept: bool
) -> None:
    path = table(workspace, ("a", "Genlis", "2"))
    run(workspace, path)
    file = workspace / "envoi" / "exemple" / NAME
    with file.open(encoding="utf-8-sig", newline="") as stream:
        text = change(stream.read())  # type: ignore[operator]
    file.write_bytes(text.encode("cp1252"))  # as Excel saves it

    result = run(workspace, path)

    assert ("C235" in result.output) is kept
    assert (file.read_bytes() == text.encode("cp1252")) is kept


def test_notes_beside_a_document_that_was_changed_do_not_hide_who_made_it(workspace: Path) -> None:
    run(workspace, table(workspace, ("a", "Genlis", "2"), ("b", "Dole", "2")))
    folder = workspace / "envoi" / "exemple"
    (folder / "a.docx").write_bytes(b"signed")
    noted = (folder / NAME).read_bytes().replace(b"\r\n", ";envoyé le 12\r\n".encode())
    (folder / NAME).write_bytes(noted)
    path = table(workspace, ("a", "Genlis", "3"), ("b", "Dole", "2"))

    result = run(workspace, path)

    assert "C235" in result.output
    assert "a.docx” was changed after the batch that made it: nothing was written" in result.output
    assert "b.docx" not in result.output
    assert (folder / "a.docx").read_bytes() == b"signed"
    assert (folder / NAME).read_bytes() == noted


def test_no_cell_is_worked_out_by_whoever_opens_what_is_written(workspace: Path) -> None:
    rows = (("=1+1", "=cmd|' /C calc'!A0", "2"), ("+a", "@Genlis", "2"), ("@b", "Dole", "x"))

    run(workspace, table(workspace, *rows), "--keep-going")

    folder = workspace / "envoi" / "exemple"
    for name in (NAME, FILE):
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for line in csv.reader(file, delimiter=";") for cell in line]
        assert not [one for one in cells if one[:1] in ("+", "-", "@")]
        assert not [one for one in cells if one[:1] == "=" and one[:2] != '="']
    assert (folder / "+a.docx").exists()
    again = run(workspace, table(workspace, *rows), "--keep-going")
    assert "unchanged: 1" in again.output
    assert "C087" not in again.output


def test_the_manifest_keeps_the_order_of_the_table(workspace: Path) -> None:
    rows = [(f"ville{n}", "Genlis", "x" if n in {3, 6} else "2") for n in range(2, 14)]
    run(workspace, table(workspace, *rows), "--keep-going")
    refused = workspace / "envoi" / "exemple" / FILE
    numbers = [line[0] for line in manifest(refused.parent)]
    head, three, six = refused.read_text(encoding="utf-8-sig").replace(";x", ";2").splitlines()
    refused.write_text("\n".join((head, six, three)), encoding="utf-8-sig")

    assert run(workspace, refused).exit_code == 0

    assert numbers == [line[0] for line in manifest(refused.parent)]
    assert numbers == [str(n) for n in range(2, 14)]


def test_twins_are_no_files_of_rows_that_are_gone(workspace: Path) -> None:
    rows = [("genlis", "Genlis", "2"), ("dole", "Dole", "2")]
    others = [("genlis", "Genlis", "3"), ("dole", "Dole", "4")]
    assert run(workspace, table(workspace, *rows), "--twins").exit_code == 0

    without = run(workspace, table(workspace, *others))
    fewer = run(workspace, table(workspace, others[0]))
    again = run(workspace, table(workspace, *others), "--twins")

    assert "C082" not in without.output
    assert "C157 text twins of an earlier run, which are not made anew: 2 (" in without.output
    assert "C082 files of earlier runs that this one did not make: 2 (" in fewer.output
    assert "C157 text twins of an earlier run, which are not made anew: 1 (gen" in fewer.output
    assert "C157" not in again.output


def test_twins_that_say_what_their_documents_say_are_not_told(workspace: Path) -> None:
    rows = [("genlis", "Genlis", "2"), ("dole", "Dole", "2")]
    assert run(workspace, table(workspace, *rows), "--twins").exit_code == 0
    years = {"right after": "2", "once more": "2", "changed": "3", "so still": "3", "back": "2"}

    told = {}
    for moment, count in years.items():
        path = table(workspace, rows[0], ("dole", "Dole", count))
        told[moment] = run(workspace, path).output

    assert [one for one, output in told.items() if "C157" in output] == ["changed", "so still"]
    assert "which are not made anew: 1 (dole.md)" in told["changed"]


@pytest.mark.parametrize("typed", ["genlis", "envoi/exemple/genlis.docx", "Genlis.md"])
def test_who_asks_for_a_document_is_told_its_agreement(workspace: Path, typed: str) -> None:
    line = [typed, "article 1", "--workspace", str(workspace), "--lang", "en"]
    before = CliRunner().invoke(cli, ["explain", *line])
    assert run(workspace, table(workspace, ("genlis", "Genlis", "2")), "--twins").exit_code == 0

    result = CliRunner().invoke(cli, ["explain", *line])

    assert (before.exit_code, result.exit_code) == (2, 2)
    assert "the agreements of this workspace are" in before.output
    assert "a document of the batch of “exemple”: type exemple instead" in result.output
    (workspace / "agreements" / "exemple.yaml").rename(workspace / "agreements" / "autre.yaml")
    assert "a document of" not in CliRunner().invoke(cli, ["explain", *line]).output


def test_rows_that_come_again_leave_the_others_alone(workspace: Path) -> None:
    rows = [("genlis", "Genlis", "2"), ("dole", "Dole", "deux")]
    assert run(workspace, table(workspace, *rows), "--keep-going").exit_code == 1
    refused = workspace / "envoi" / "exemple" / FILE
    refused.write_bytes(refused.read_bytes().replace(b"deux", b"2"))

    result = run(workspace, refused)

    assert result.exit_code == 0, result.output
    assert "C082" not in result.output  # they are documents of the same table
    assert [line[1] for line in manifest(refused.parent)] == ["genlis", "dole"]
    assert "C082" in run(workspace, table(workspace, rows[0])).output


def of_manifest(root: Path, change: Callable[[list[list[str]]], object]) -> Path:
    """Change the cells of a manifest as somebody does in a spreadsheet, who saves it so."""
    file = root / "envoi" / "exemple" / NAME
    with file.open(encoding="utf-8-sig", newline="") as stream:
        cells = list(csv.reader(stream, delimiter=";"))
    change(cells)
    with file.open("w", encoding="cp1252", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(cells)
    return file


def swapped(cells: list[list[str]]) -> None:
    cells[1:] = reversed(cells[1:])


@pytest.mark.parametrize("remembered", [True, False])
@pytest.mark.parametrize(
    ("change", "kept"),
    [
        (lambda cells: cells[2].__setitem__(4, "2, relancé"), True),
        (lambda cells: cells[1].__setitem__(6, "écrite, envoyée le 12"), True),
        (lambda cells: cells.append(["", "appeler le maire"]), True),
        (swapped, False),
        (lambda _: None, False),
    ],
)
def test_what_is_typed_in_a_cell_of_the_manifest_is_not_lost(
    workspace: Path, change: Callable[[list[list[str]]], object], *, kept: bool, remembered: bool
) -> None:
    path = table(workspace, ("a", "Genlis", "2"), ("b", "Dole", "2"))
    assert "C235" not in run(workspace, path).output + run(workspace, path).output
    file = of_manifest(workspace, change)
    noted = file.read_bytes()
    if not remembered:
        shutil.rmtree(workspace / ".conventassembler")

    result = run(workspace, table(workspace, ("a", "Genlis", "2"), ("b", "Dole", "3")))

    assert ("C235" in result.output) is kept, result.output
    assert (file.read_bytes() == noted) is kept


def test_a_note_that_looks_like_a_name_is_kept_too(workspace: Path) -> None:
    path = table(workspace, ("a", "Genlis", "2"))
    run(workspace, path)
    file = of_manifest(workspace, lambda cells: cells[1].__setitem__(1, "a (signé)"))

    kept, forced = run(workspace, path).output, run(workspace, path, "--force").output

    assert "C235" in kept
    assert "not all of them" not in kept
    assert "in the folder as they are to be: 1" in kept
    assert "C235" not in forced
    assert "bordereau.csv: note C167" in forced
    assert "signé" not in file.read_text(encoding="utf-8-sig")
    assert "C235" not in run(workspace, path).output
