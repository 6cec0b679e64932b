"""`menu`: everything by numbers, and nothing that a command says ends it."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from project import copy_of_repository

from conventassembler import opening
from conventassembler.cli import cli
from conventassembler.cli.page import Page
from conventassembler.cli.signs import HANDLER
from conventassembler.diagnostics import Diagnostic
from conventassembler.opening import open_document
from conventassembler.starter import starter_files

FILL, CHECK, BUILD, OPEN, NEW, BATCH = range(1, 7)
WORK, DRAFT, REVIEW, FINAL = range(1, 5)


@pytest.fixture(autouse=True)
def filler(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command `fill` that says what it was asked for: the menu needs no more of it."""

    @click.command("fill")
    @click.argument("name")
    @click.option("--workspace")
    @click.option("--lang")
    def fill(name: str, **_: str) -> None:
        click.echo(f"fill {name}")

    monkeypatch.setitem(cli.commands, "fill", fill)


def menu(folder: Path, *typed: object, lang: str = "fr") -> Result:
    """Run the menu with these lines typed; the end of the input is after them."""
    words = ["menu", "--workspace", str(folder), "--lang", lang]
    lines = "".join(f"{line}\n" for line in typed)
    result = CliRunner().invoke(cli, words, input=lines, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


def test_it_lists_by_numbers_and_leaves_at_0(workspace: Path) -> None:
    said = menu(workspace, 0).output.replace("\N{NO-BREAK SPACE}", " ")

    assert "   1. Remplir une convention\n" in said
    assert "   6. Produire une convention pour chaque ligne d’un tableau\n   0. Quitter\n" in said
    assert said.endswith("Vous pouvez fermer cette fenêtre.\n")
    assert "\x1b" not in said


def test_the_end_of_the_input_leaves_too(workspace: Path) -> None:
    assert "fermer cette fenêtre" in menu(workspace, CHECK).output


@pytest.mark.parametrize("typed", ["", "x", "9", "-1", "1 1", "99999999999999999999", "１2"])
def test_what_is_no_number_of_the_list_is_asked_again(workspace: Path, typed: str) -> None:
    said = menu(workspace, typed, 0).output

    assert "Tapez un numéro de 0 à 6" in said
    assert "fermer cette fenêtre" in said


def test_a_number_may_be_typed_as_it_is_shown(workspace: Path) -> None:
    assert "Quelle convention" in menu(workspace, " 2. ", 0, 0).output


def test_it_fills_checks_and_builds(workspace: Path) -> None:
    said = menu(workspace, FILL, 1, "", CHECK, 1, "", BUILD, 1, WORK, "", 0).output

    assert "fill exemple\n" in said
    assert "Aucune erreur" in said
    assert "output/exemple.docx" in said
    assert (workspace / "output" / "exemple.docx").exists()


@pytest.mark.parametrize(
    ("choice", "name"), [(DRAFT, "projet"), (REVIEW, "relecture"), (FINAL, "final")]
)
def test_it_makes_what_goes_out(workspace: Path, choice: int, name: str) -> None:
    menu(workspace, BUILD, 1, choice, "", 0)

    assert [path.name for path in (workspace / "envoi").iterdir()] == [f"exemple-{name}.docx"]


def test_it_makes_the_workbook_to_fill_then_a_batch_of_a_table(workspace: Path) -> None:
    agreement = workspace / "agreements" / "exemple.yaml"
    text = agreement.read_text(encoding="utf-8").replace('nom: "Longvic"', "nom: à compléter")
    agreement.write_text(text, encoding="utf-8")
    (workspace / "b.csv").write_text("commune.nom\nGenlis\nAuxonne\n", encoding="utf-8")

    said = menu(workspace, BATCH, 1, 1, "", BATCH, 1, 2, "", 0).output

    assert (workspace / "exemple.xlsx").exists()
    assert "   2. b.csv\n" in said
    made = (workspace / "envoi" / "exemple").glob("*.docx")
    assert sorted(path.stem for path in made) == ["exemple-auxonne", "exemple-genlis"]


def test_it_asks_for_another_name_where_the_workbook_is_there(workspace: Path) -> None:
    agreement = workspace / "agreements" / "exemple.yaml"
    text = agreement.read_text(encoding="utf-8").replace('nom: "Longvic"', "nom: à compléter")
    agreement.write_text(text, encoding="utf-8")
    kept = [workspace / name for name in ("exemple.xlsx", "exemple 2027.xlsx")]
    for path in kept:
        path.write_bytes(b"rempli")

    back = menu(workspace, BATCH, 1, 1, "", 0).output
    said = menu(workspace, BATCH, 1, 1, "exemple 2027", "v1.2.xlsx", "", 0).output

    assert "C094" not in back + said
    assert [path.read_bytes() for path in kept] == [b"rempli", b"rempli"]
    assert "exemple 2027.xlsx\N{NO-BREAK SPACE}» existe déjà" in said
    assert said.count("Autre nom") == 2
    assert {path.name for path in workspace.glob("*.xlsx")} == {
        *(p.name for p in kept),
        "v1.2.xlsx",
    }


def test_a_command_with_errors_leaves_the_menu_open(workspace: Path) -> None:
    path = workspace / "agreements" / "exemple.yaml"
    path.write_text("titre: [", encoding="utf-8")

    result = menu(workspace, CHECK, 1, "", BUILD, 1, WORK, "", 0)

    assert result.stderr.count("C113") == 2
    assert result.stdout.count("Que voulez-vous faire") == 3


def test_a_fault_of_ours_leaves_the_menu_open(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("zut")

    monkeypatch.setattr("conventassembler.cli.building.assemble", fail)

    result = menu(workspace, CHECK, 1, "", 0, lang="en")

    assert "This is a fault of the program" in result.stderr
    assert result.stdout.count("What do you want to do?") == 2


def test_it_opens_what_was_built_and_what_went_out(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def note(path: Path) -> tuple[Diagnostic, ...]:
        opened.append(path)
        return ()

    monkeypatch.setattr("conventassembler.cli.menu.open_document", note)
    (workspace / "output").mkdir()
    (workspace / "envoi").mkdir()
    for name in ("output/exemple.docx", "output/exemple.md", "output/exemple.v2.docx"):
        (workspace / name).write_bytes(b"")
    for name in ("exemple-projet-v2.docx", "exemple-final.pdf", "exemple-2-final.docx"):
        (workspace / "envoi" / name).write_bytes(b"")

    said = menu(workspace, OPEN, 1, 2, OPEN, 1, 0, 0).output

    assert "   1. output/exemple.docx\n   2. envoi/exemple-final.pdf\n" in said
    assert "   3. envoi/exemple-projet-v2.docx\n   0. Revenir\n" in said
    assert opened == [(workspace / "envoi" / "exemple-final.pdf").resolve()]


def test_what_was_never_built_is_told(workspace: Path) -> None:
    said = menu(workspace, OPEN, 1, "", 0).output

    assert "pas encore de document de" in said


def test_it_begins_an_agreement_and_fills_it(tmp_path: Path) -> None:
    space = copy_of_repository(tmp_path)

    said = menu(tmp_path, NEW, 4, "genlis", "", NEW, 1, "longvic", "", NEW, 1, "--force", "", 0)

    assert space.agreement("genlis").exists()
    assert "fill genlis" in said.stdout
    assert "C014" in said.stderr
    assert "C016" in said.stderr


def test_what_to_type_next_names_no_workspace_that_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ici").mkdir()
    copy_of_repository(tmp_path / "ici")
    elsewhere = menu(tmp_path / "ici", NEW, 4, "un", "", 0)
    monkeypatch.chdir(tmp_path / "ici" / "agreements")

    inside = menu(tmp_path / "ici", NEW, 4, "deux", "", 0)

    assert "conventassembler fill un --workspace " in elsewhere.stdout
    assert "conventassembler fill deux\n" in inside.stdout


@pytest.mark.parametrize("columns", range(40, 100, 7))
def test_a_command_is_never_cut_in_two(columns: int) -> None:
    command = (
        'conventassembler fill "Val d\'Exemple" --from liste.csv --row "commune=Genlis le Val"'
    )
    page = Page(columns)

    page.write(f"Questions restantes : 31. Pour continuer : {command} ; sinon, rien de plus.", 1)

    assert any(command in line for line in page.lines)
    assert all(len(line) <= columns or command in line for line in page.lines)
    assert len(page.lines) > 1


def test_a_workspace_without_agreements_is_told(workspace: Path) -> None:
    (workspace / "agreements" / "exemple.yaml").unlink()

    said = menu(workspace, CHECK, "", 0, lang="en").output

    assert "This workspace has no agreement" in said
    assert "Press Enter" in said


# -- opening


def test_what_nothing_opens_is_told(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening.shutil, "which", lambda _: None)
    monkeypatch.setattr(opening, "find_office", lambda: None)
    (workspace / "output").mkdir()
    (workspace / "output" / "exemple.docx").write_bytes(b"")

    result = menu(workspace, OPEN, 1, 1, "", 0)

    assert "C071 « exemple.docx »" in result.stderr.replace("\N{NO-BREAK SPACE}", " ")
    assert "aucun programme de cet ordinateur" in result.stderr


@pytest.mark.parametrize(
    ("platform", "found", "command"),
    [
        ("linux", "/usr/bin/xdg-open", ["/usr/bin/xdg-open"]),
        ("linux", None, ["/opt/soffice"]),
        ("darwin", None, ["open"]),
    ],
)
def test_each_system_has_its_opener(
    monkeypatch: pytest.MonkeyPatch, platform: str, found: str | None, command: list[str]
) -> None:
    monkeypatch.setattr(opening.shutil, "which", lambda _: found)
    monkeypatch.setattr(opening, "find_office", lambda: Path("/opt/soffice"))
    started: list[list[str]] = []

    assert open_document(Path("/a b.docx"), platform, started.append) == ()
    assert started == [[*command, str(Path("/a b.docx"))]]


def test_windows_opens_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(os, "startfile", opened.append, raising=False)

    assert open_document(Path("a.docx"), "win32") == ()
    assert opened == [Path("a.docx")]

    def refuse(_: Path) -> None:
        raise OSError(22, "Aucune application n’est associée")

    monkeypatch.setattr(os, "startfile", refuse)
    (found,) = open_document(Path("a.docx"), "win32")
    assert found.arguments["reason"] == "Aucune application n’est associée"


@pytest.mark.skipif(os.name == "nt", reason="there, the system opens by itself")
def test_an_opener_that_fails_is_told_and_one_that_shows_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opener = tmp_path / "xdg-open"
    monkeypatch.setattr(opening.shutil, "which", lambda _: str(opener))
    monkeypatch.setattr(opening, "_SOON", 0.3)
    opener.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    opener.chmod(0o700)
    assert [one.code for one in open_document(Path("a.docx"), "linux")] == ["C071"]

    opener.write_text("#!/bin/sh\nsleep 1\n", encoding="utf-8")
    assert open_document(Path("a.docx"), "linux") == ()

    opener.unlink()
    assert [one.code for one in open_document(Path("a.docx"), "linux")] == ["C071"]


# -- the window of Windows


@pytest.mark.parametrize(
    ("encoding", "text", "wanted"),
    [
        ("cp850", "l’œuvre « été » → fin…", "l'oeuvre « été » -> fin..."),
        ("cp1252", "l’œuvre → fin", "l’œuvre -> fin"),
        ("ascii", "« a\N{NO-BREAK SPACE}» ›", '" a " >'),
        ("cp850", "漢", "?"),
        ("ascii", "À compléter : ½, ﬁ", "A completer : 1, f"),
        ("cp437", "À côté de l’Îlot", "A côté de l'Ilot"),
    ],
)
def test_signs_without_code_are_printed_as_others(encoding: str, text: str, wanted: str) -> None:
    assert text.encode(encoding, HANDLER).decode(encoding) == wanted


def test_the_menu_is_readable_in_cp850(workspace: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "conventassembler", "menu", "--lang", "fr"],
        cwd=workspace,
        input=b"2\n1\n\n0\n",
        env=os.environ | {"PYTHONIOENCODING": "cp850"},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0
    said = done.stdout.decode("cp850").replace("\N{NO-BREAK SPACE}", " ")
    assert "Votre choix (un numéro, puis Entrée) : " in said
    assert "Vérifier une convention" in said
    assert "?" not in said.replace(" ?", "")


def test_the_file_to_click_on_is_as_cmd_reads_it() -> None:
    data = starter_files()["Menu.cmd"]

    assert data.isascii()
    assert data.count(b"\r\n") == data.count(b"\n")
    assert b'pushd "%~dp0"' in data  # a share has no letter that `cd` could take
    assert b" menu\r\n" in data


def test_a_new_act_is_chosen_by_what_it_is_for(tmp_path: Path) -> None:
    said = menu(copy_of_repository(tmp_path).root, NEW, 0, 0).output

    assert "protocole-territorial (protocole)\n      Un département, une commune" in said
