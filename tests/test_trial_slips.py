"""What a clerk who tried the tool typed, and what it says now."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from project import copy_of_repository

from conventassembler.cli import cli
from conventassembler.draft.model import Draft, Field, Paragraph, Text, ValueMark
from conventassembler.draft.page_count import with_page_count
from conventassembler.draft.plain import plain_text
from conventassembler.filenames import plain_name
from conventassembler.schema.called import likely

BASE = Path(__file__).parent / "errors" / "_base"


@pytest.fixture(name="folder")
def small_workspace(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def run(folder: Path, *words: str) -> Result:
    words = (*words, "--workspace", str(folder), "--lang", "en")
    return CliRunner().invoke(cli, words, catch_exceptions=False)


@pytest.mark.parametrize(
    ("typed", "file"),
    [
        ("Final", "exemple-final.docx"),
        ("FINAL", "exemple-final.docx"),
        ("définitif", "exemple-final.docx"),
        ("projet", "exemple-projet.docx"),
        ("Projet", "exemple-projet.docx"),
        ("Relecture", "exemple-relecture.docx"),
    ],
)
def test_a_status_is_read_whatever_its_case_and_name(folder: Path, typed: str, file: str) -> None:
    assert run(folder, "build", "--status", typed).exit_code == 0

    assert [path.name for path in (folder / "envoi").iterdir()] == [file]


def test_a_status_that_is_none_is_misuse(folder: Path) -> None:
    assert run(folder, "build", "--status", "fini").exit_code == 2


@pytest.mark.parametrize("typed", ["2026-3-1", "1/3/2026", "01.03.2026", "1er mars 2026"])
def test_a_day_in_another_form_is_typed_for_the_clerk(folder: Path, typed: str) -> None:
    result = run(folder, "build", "--date", typed)

    assert result.exit_code == 2
    assert "2026-03-01" in result.output


def test_a_template_that_hides_one_of_the_tool_is_told(folder: Path) -> None:
    hiding, other = (
        run(folder, "template", "new", "maison"),
        run(folder, "template", "new", "ville"),
    )

    assert "goes before “maison”" in hiding.output
    assert "goes before" not in other.output


def test_a_name_that_needs_quotes_is_written_and_a_plain_one_advised(tmp_path: Path) -> None:
    folder = copy_of_repository(tmp_path).root

    spaced = run(folder, "new", "protocole-local", "Val de l'Ouche")
    plain = run(folder, "new", "protocole-local", "val-de-l-ouche")

    assert (folder / "agreements" / "Val de l'Ouche.yaml").exists()
    assert "rename the file: val-de-l-ouche.yaml" in spaced.output
    assert "rename the file" not in plain.output


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Val de l'Ouche", "val-de-l-ouche"),
        ("Évian-les-Bains", "evian-les-bains"),
        ("œuvres 2027", "oeuvres-2027"),
        ("longvic_2027", "longvic_2027"),
        ("漢", "漢"),
    ],
)
def test_a_plain_name_has_nothing_to_quote(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    ("count", "behind", "said"),
    [
        (1, " pages, paraphées par chacun.", "1 page, paraphée par chacun."),
        (1, "\u00a0pages.", "1\u00a0page."),
        (1, ") pages paraphées.", "1) page paraphée."),
        (1, " pagesx", "1 pagesx"),
        (2, " pages, paraphées par chacun.", "2 pages, paraphées par chacun."),
    ],
)
def test_one_page_is_said_in_the_singular(count: int, behind: str, said: str) -> None:
    act = Draft("", "", "", (Paragraph("p", (Field(), Text(behind))),))

    assert plain_text(with_page_count(act, count)) == said


def test_a_value_behind_the_number_is_left_as_it_was_typed() -> None:
    value = Text(" pages", value=ValueMark("x"))

    counted = with_page_count(Draft("", "", "", (Paragraph("p", (Field(), value)),)), 1)

    assert plain_text(counted) == "1 pages"


def test_a_number_in_figures_is_read_as_the_words_of_the_choices() -> None:
    choices = ["une fois par an", "deux fois par an", "une fois par trimestre"]

    assert likely("2 fois par an", choices) == {"suggestion": "deux fois par an"}
    assert likely("1 fois par trimestre", choices) == {"suggestion": "une fois par trimestre"}


def test_a_manner_of_signing_above_keys_gets_a_key_of_its_own(folder: Path) -> None:
    path = folder / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("signature:\n", "signature: électronique\n"), encoding="utf-8")

    assert "as in “signature:”, then “mode: électronique”" in run(folder, "check").output


def test_a_value_that_is_a_question_mark_awaits_its_text(folder: Path) -> None:
    path = folder / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    place = next(line for line in text.split("\n") if "lieu:" in line)
    path.write_text(text.replace(place, place.split(":")[0] + ': "?"'), encoding="utf-8")

    assert "C760" in run(folder, "check").output
