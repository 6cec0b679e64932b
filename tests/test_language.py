"""The language of a run: who chooses it, and that nothing of another one is left."""

import ast
import gettext
import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner

from conventassembler.cli import cli
from conventassembler.cli.language import VARIABLE, asked, spoken
from conventassembler.cli.metavar_texts import METAVARS
from conventassembler.diagnostics.wording import LOCALE
from conventassembler.settings.reading import load_settings

FRENCH, ENGLISH = {"LANG": "fr_FR.UTF-8"}, {"LANG": "en_GB.UTF-8"}
ENGLISH_WORDS = frozenset(
    """
    a above all and are as at by default exit file files folder for from have how if in is it its
    make message no nothing of one only print put say show such tell text that the them this to
    too usage used value values version what when where which with without workspace write
    writes command commands arguments args dir name what party model missing error required
    """.split()  # noqa: SIM905 -- read as a text
) - {"a", "message", "text", "version", "commands", "arguments"}
"""Words of English that no French sentence has; what French has too is taken out."""
OWN = re.compile(r"--?[a-z][\w-]*|\[[a-z|]+\]|«[^»]*»|\b\w+\.\w+\b|^  \w+", re.MULTILINE)
"""What is typed as it is in every language: options, choices, commands, names of files."""


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        ([], FRENCH, "fr"),
        ([], ENGLISH, "en"),
        ([], {}, "fr"),
        ([], FRENCH | {VARIABLE: "en"}, "en"),
        ([], ENGLISH | {VARIABLE: " FR "}, "fr"),
        ([], ENGLISH | {VARIABLE: "fr_FR.UTF-8"}, "fr"),
        ([], ENGLISH | {VARIABLE: "de"}, "en"),
        (["check", "--lang", "en"], FRENCH | {VARIABLE: "fr"}, "en"),
        (["--lang=en", "check"], FRENCH, "en"),
        (["--lang", "en", "check", "--lang", "fr"], ENGLISH, "fr"),
        (["check", "--lang"], ENGLISH, "en"),
        (["check", "--lang", "de"], FRENCH, "fr"),
        (["check", "--", "--lang", "en"], FRENCH, "fr"),
    ],
)
def test_the_language_is_the_one_that_is_asked_for(
    words: list[str], environment: dict[str, str], language: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)

    assert asked(words, environment) == language


@pytest.mark.parametrize("key", ["langue", "language"])
def test_a_house_says_its_language(
    workspace: Path, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / "conventassembler.toml").write_text(f'{key} = "en"\n', encoding="utf-8")
    monkeypatch.chdir(workspace / "agreements")

    assert asked([], FRENCH) == "en"
    assert asked([], FRENCH | {VARIABLE: "fr"}) == "fr"
    assert asked(["--lang", "fr"], FRENCH) == "fr"
    monkeypatch.chdir(workspace.parent)
    assert asked([], FRENCH) == "fr"
    assert asked(["check", "--workspace", str(workspace)], FRENCH) == "en"
    assert asked([f"--workspace={workspace}"], FRENCH) == "en"


def test_settings_that_cannot_be_read_say_nothing(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace)
    file = workspace / "conventassembler.toml"
    for content in (b"\xff", b'langue = "de"\n', b"langue = [1\n", b"langue\n"):
        file.write_bytes(content)

        assert asked([], ENGLISH) == "en"
        assert load_settings(file, file.name)[1]


def test_the_whole_run_speaks_the_language(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace)
    (workspace / "conventassembler.toml").write_text('langue = "en"\n', encoding="utf-8")
    runner = CliRunner()

    assert runner.invoke(cli, ["check"]).output == "No error.\n"
    assert runner.invoke(cli, ["--lang", "fr", "check"]).output == "Aucune erreur.\n"
    assert "No such command" in runner.invoke(cli, ["chek"]).output
    assert "n’existe pas" in runner.invoke(cli, ["--lang", "fr", "chek"]).output
    assert "No such option" in runner.invoke(cli, ["check", "--fnal"]).output
    assert runner.invoke(cli, ["build", "--help"]).output.startswith("Usage: ")
    assert runner.invoke(cli, ["rule", "C103"]).output.startswith("C103 – error\n")


def test_a_run_leaves_the_process_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    domain = gettext.textdomain()

    CliRunner().invoke(cli, ["--lang", "fr", "--help"])

    assert (os.environ["LANGUAGE"], gettext.textdomain(), spoken()) == ("de", domain, "en")


def all_commands(
    command: click.Command = cli, above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield above, command
    for name, below in getattr(command, "commands", {}).items():
        yield from all_commands(below, (*above, name))


COMMANDS = dict(all_commands())


def helped(*words: str) -> str:
    """Return a page of help."""
    said = CliRunner().invoke(cli, [*words, "--help"], prog_name="conventassembler")
    return said.output


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_english_is_left_in_french_help(words: tuple[str, ...]) -> None:
    said = helped(*words, "--lang", "fr")

    assert said.startswith("Utilisation\N{NO-BREAK SPACE}: conventassembler")
    found = set(re.findall(r"[A-Za-z]+", OWN.sub(" ", said).lower()))
    assert not found & ENGLISH_WORDS, said


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_french_is_left_in_english_help(words: tuple[str, ...]) -> None:
    said = helped("--lang", "en", *words)

    assert said.startswith("Usage: conventassembler")
    said = said.partition("\n  Example")[0]
    plain = re.sub(r"[“«][^”»]*[”»]|\[[^]]*\]", " ", said)
    assert not re.findall(r"[àâçéèêîôûœ]\w*", plain), said


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_word_for_a_value_is_in_the_catalogue(words: tuple[str, ...]) -> None:
    for param in COMMANDS[words].params:
        shown = param.metavar or (param.name or "").upper()
        if isinstance(param, click.Argument) or param.metavar:
            assert set(re.findall("[A-Z][A-Z-]+", shown)) <= METAVARS


def test_a_value_that_is_missing_is_named_in_the_language() -> None:
    french, english = (
        CliRunner().invoke(cli, ["--lang", one, "new"]).output for one in ("fr", "en")
    )

    assert "Il manque l’argument « MODÈLE »" in french.replace("\N{NO-BREAK SPACE}", " ")
    assert "Missing argument “MODEL”" in english


def msgids() -> Iterator[tuple[str, ...]]:
    """Yield the texts that click asks its gettext for: one, or one and its plural."""
    for file in sorted(Path(click.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = (
                node.func.id
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
                else ""
            )
            if isinstance(node, ast.Call) and name in ("_", "gettext", "ngettext"):
                given = node.args[: 2 if name == "ngettext" else 1]
                texts = tuple(one.value for one in given if isinstance(one, ast.Constant))
                if len(texts) == len(given):
                    yield texts


@pytest.mark.parametrize(
    ("words", "told", "path"),
    [
        (["build", "--zut"], "L’option « --zut » n’existe pas", " build"),
        (["fill"], "Il manque l’argument « FICHIER »", " fill"),
        (["frob"], "La commande « frob » n’existe pas", ""),
        (["template", "chek"], "Vouliez-vous dire « check »", " template"),
        (
            ["check", "--format", "x"],
            "« x » n’est pas un de ces choix : « text », « json »",
            " check",
        ),
    ],
)
def test_a_misspelt_command_leads_to_its_help(words: list[str], told: str, path: str) -> None:
    result = CliRunner().invoke(cli, ["--lang", "fr", *words], prog_name="conventassembler")
    said = result.stderr.replace("\N{NO-BREAK SPACE}", " ")

    assert result.exit_code == 2
    assert told in said
    assert said.endswith(f"\nEssayez « conventassembler{path} --help »\n")
    assert "'" not in said


def test_no_command_at_all_is_no_misspelling() -> None:
    result = CliRunner(env={VARIABLE: "fr"}).invoke(cli, [])

    assert result.exit_code == 2
    assert "Essayez" not in result.output
    assert result.output.startswith("Utilisation")


def test_every_text_of_click_is_in_french() -> None:
    with (LOCALE / "fr/LC_MESSAGES/click.po").open("rb") as source:
        catalogue = read_po(source, locale="fr")
    texts = set(msgids())

    assert len(texts) > 40
    lacking = []
    for text in texts:
        found = catalogue.get(text[0])
        strings = (
            (found.string,) if found and isinstance(found.string, str) else found and found.string
        )
        if not strings or not all(strings) or len(strings) != len(text):
            lacking.append(text)
    assert lacking == []


def test_the_french_of_click_names_the_same_facts() -> None:
    with (LOCALE / "fr/LC_MESSAGES/click.po").open("rb") as source:
        catalogue = read_po(source, locale="fr")
    for message in catalogue:
        if message.id:
            one = message.id if isinstance(message.id, str) else " ".join(message.id)
            two = message.string if isinstance(message.string, str) else " ".join(message.string)
            facts = [set(re.findall(r"\{(\w+)", text)) for text in (one, two)]
            assert facts[1] <= facts[0], message.id
