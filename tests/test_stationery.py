"""The house template of an act: which one is taken, and what each of them shows."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from project import assembled, draft

from conventassembler.build import assemble
from conventassembler.cli import cli
from conventassembler.draft.plain import plain_text
from conventassembler.review.word_reader import read_text
from conventassembler.stationery import names
from conventassembler.workspace import Workspace
from conventassembler.writers.word import SHIPPED, shipped_template, write_word
from conventassembler.writers.word.package import read_members, write_members

TIMES, ARIAL = b'w:ascii="Times New Roman"', b'w:ascii="Arial"'


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(
        cli, [*words, "--workspace", str(folder), "--lang", "en"], catch_exceptions=False
    )


def ask(folder: Path, *, agreement: str = "", settings: str = "") -> None:
    """Make the agreement, the settings or both name a template."""
    path = folder / "agreements" / "exemple.yaml"
    if agreement:
        path.write_text(
            path.read_text(encoding="utf-8") + f'gabarit: "{agreement}"\n', encoding="utf-8"
        )
    if settings:
        (folder / "conventassembler.toml").write_text(f'gabarit = "{settings}"\n', encoding="utf-8")


def styles(folder: Path) -> bytes:
    """Return the styles of the file that a build makes."""
    result = run(folder, "build")
    assert result.exit_code == 0, result.output
    return read_members((folder / "output" / "exemple.docx").read_bytes())["word/styles.xml"]


def own(folder: Path, name: str, template: bytes) -> None:
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates" / f"{name}.docx").write_bytes(template)


def marked(mark: str) -> bytes:
    """Return a template whose letters are called `mark`."""
    members = read_members(shipped_template("maison"))
    data = members["word/styles.xml"].replace(b'"Arial"', f'"{mark}"'.encode())
    return write_members({**members, "word/styles.xml": data})


def test_where_nothing_is_said_it_is_maison(workspace: Path) -> None:
    assert ARIAL in styles(workspace)


def test_the_settings_choose_for_all_acts(workspace: Path) -> None:
    ask(workspace, settings="classique")

    assert TIMES in styles(workspace)


def test_the_agreement_prevails_over_the_settings(workspace: Path) -> None:
    ask(workspace, agreement="maison", settings="classique")

    assert ARIAL in styles(workspace)


@pytest.mark.parametrize("typed", ["mairie", "Mairie", "mairie.docx", "templates/mairie.docx"])
def test_a_template_of_the_workspace_is_a_file_of_its_folder(workspace: Path, typed: str) -> None:
    own(workspace, "mairie", marked("Marianne"))
    ask(workspace, agreement=typed)

    assert b'w:ascii="Marianne"' in styles(workspace)


def test_a_file_of_the_workspace_goes_before_a_shipped_one_of_that_name(workspace: Path) -> None:
    own(workspace, "maison", marked("Marianne"))

    assert b'w:ascii="Marianne"' in styles(workspace)


def test_a_shipped_template_is_the_english_key_too(workspace: Path) -> None:
    path = workspace / "agreements" / "exemple.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "template: classique\n", encoding="utf-8")

    assert TIMES in styles(workspace)


@pytest.mark.parametrize("typed", ["../maison2", "autre", "~$mairie", ".cache"])
def test_an_unknown_name_is_told_where_it_is_typed_and_stops_the_build(
    workspace: Path, typed: str
) -> None:
    own(workspace, "~$mairie", b"")
    own(workspace, ".cache", b"")
    ask(workspace, agreement=typed)

    result = run(workspace, "build")

    assert result.exit_code == 1
    assert re.search(r"agreements/exemple.yaml:39:10: error C484 ", result.output), result.output
    assert not (workspace / "output").exists()


def test_an_unknown_name_of_the_settings_is_told_once(workspace: Path) -> None:
    text = (workspace / "agreements" / "exemple.yaml").read_text(encoding="utf-8")
    (workspace / "agreements" / "second.yaml").write_text(text, encoding="utf-8")
    ask(workspace, settings="autre")

    found = assemble(Workspace(workspace), ("exemple", "second")).findings

    assert [item.code for item in found] == ["C484"]
    assert str(found[0].position) == "conventassembler.toml:1:11"


def test_a_template_that_is_faulty_is_told_in_its_file(workspace: Path) -> None:
    own(workspace, "mairie", b"no zip file")
    ask(workspace, agreement="mairie")

    result = run(workspace, "build")

    assert result.exit_code == 1
    assert "templates/mairie.docx: error C602" in result.output


def test_a_clause_is_tried_in_the_template_of_the_house(workspace: Path) -> None:
    ask(workspace, settings="classique")

    result = run(workspace, "try", "duree/tacite", "--docx", str(workspace / "essai.docx"))

    word = read_members((workspace / "essai.docx").read_bytes())
    assert result.exit_code == 0, result.output
    assert TIMES in word["word/styles.xml"]


def test_the_names_are_those_shipped_then_those_of_the_workspace(workspace: Path) -> None:
    own(workspace, "mairie", b"")
    own(workspace, "classique", b"")

    assert names(Workspace(workspace)) == (*SHIPPED, "mairie")


@pytest.mark.parametrize("template", SHIPPED)
@pytest.mark.parametrize("name", sorted(assembled().drafts))
def test_every_agreement_says_the_same_in_every_template(name: str, template: str) -> None:
    word, found = write_word(draft(name), shipped_template(template))

    assert found == ()
    assert read_text(word) == plain_text(draft(name))
