"""The French of every text: complete, with the facts of the English, in French typography."""

import importlib
import os
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from conventassembler.diagnostics import CODES, Diagnostic, Position, fault
from conventassembler.diagnostics.wording import LANGUAGES, message, remedy, texts, translator

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "conventassembler/locale/fr/LC_MESSAGES"
CATALOGUES = ("conventassembler", "click")
HERE = Position("essai.yaml")


def entries(domain: str) -> list[Message]:
    """Return the entries of a catalogue, but for its header."""
    with (FOLDER / f"{domain}.po").open("rb") as source:
        return [item for item in read_po(source, locale="fr") if item.id]


def pairs() -> Iterator[tuple[str, str]]:
    """Return each English text with its French; the forms of a plural by turns."""
    for domain in CATALOGUES:
        for item in entries(domain):
            if isinstance(item.id, str):
                yield item.id, item.string
            else:
                yield from zip(item.id, item.string, strict=True)


def names(template: str) -> set[str]:
    """Return the names of the placeholders of a template."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def finding(code: str) -> Diagnostic:
    """Return a finding with each argument that its texts quote, and a suggestion."""
    row = CODES[code]
    wanted = names(row.message) | names(row.remedy) | names(row.hint)
    return fault(code, HERE, **{name: f"<{name}>" for name in wanted})


@pytest.fixture(name="tool")
def catalogue_tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "tools")
    return importlib.import_module("catalogues")


def test_the_catalogue_is_what_the_tool_writes(
    tool: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["catalogues.py", "--check"])

    code = tool.main()

    assert capsys.readouterr().out == ""
    assert code == 0


def test_the_tool_sees_what_is_missing_and_what_is_gone(tool: ModuleType) -> None:
    catalogue = tool.read()
    lost = next(iter(tool.wanted()))
    catalogue.delete(lost)
    catalogue.add("a text of an older version", "un texte d’une version passée")

    assert tool.missing(catalogue) == [lost]
    assert tool.updated(catalogue).get("a text of an older version") is None


def test_what_is_compiled_is_what_is_committed() -> None:
    say = translator("fr")

    stale = [item.id for item in entries("conventassembler") if say(item.id) != item.string]

    assert stale == [], "run tools/catalogues.py, which compiles"


@pytest.mark.parametrize("domain", CATALOGUES)
def test_no_translation_is_doubtful(domain: str) -> None:
    assert [item.id for item in entries(domain) if item.fuzzy or not item.string] == []


def test_placeholders_are_those_of_the_english_text() -> None:
    unlike = [english for english, french in pairs() if names(english) != names(french)]

    assert unlike == ["{value!r} is not a valid {number_type}."]  # click's « integer range »


def test_french_typography() -> None:
    straight = re.compile(r"['\"“”]")
    breakable = re.compile(r" [:;!?»%]|«(?!\N{NO-BREAK SPACE})|[^\N{NO-BREAK SPACE}\s]»")

    faults = [
        french
        for _, french in pairs()
        if straight.search(french) or breakable.search(french.replace(" %}}", ""))
    ]

    assert faults == []


def test_an_agreement_is_called_convention_in_french() -> None:
    """« accord » is the name of one instrument among others, and what parties come to."""
    word = re.compile(r"\baccords?\b(?!, contrat)", re.IGNORECASE)

    assert [french for _, french in pairs() if word.search(french)] == []


def test_english_typography() -> None:
    assert [text for text in texts() if '"' in text or "« " in text.replace("« »", "")] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_text_quotes_its_facts(code: str, language: str) -> None:
    row, found = CODES[code], finding(code)

    told = message(found, language)

    assert all(f"<{name}>" in told for name in names(row.message) | {"suggestion"})
    assert all(f"<{name}>" in remedy(found, language) for name in names(row.remedy))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", [row.code for row in CODES.values() if row.remedy_with])
def test_a_remedy_nearer_to_the_case_quotes_its_facts(code: str, language: str) -> None:
    usual = fault(code, HERE, **{name: name for name in names(CODES[code].remedy)})
    told = {remedy(usual, language)}
    for text in CODES[code].remedy_with:
        nearer = fault(code, HERE, **{name: f"<{name}>" for name in names(text)})

        assert all(f"<{name}>" in remedy(nearer, language) for name in names(text))
        told.add(remedy(nearer, language))
    assert len(told) == 1 + len(CODES[code].remedy_with)


def test_the_reasons_of_the_system_are_told_in_french() -> None:
    found = fault("C006", HERE, file="File exists", reason="Permission denied")

    assert message(found, "fr").endswith("l’accès est refusé")
    assert "File exists" in message(found, "fr")
    assert message(found, "en").endswith("Permission denied")


def test_a_reason_that_no_catalogue_knows_is_told_as_it_is() -> None:
    assert message(fault("C006", HERE, file="a", reason="Zut"), "fr").endswith(": Zut")
    assert message(fault("C006", HERE, file="a", reason=""), "fr").endswith(": ")


@pytest.mark.parametrize(
    ("language", "words", "wanted", "unwanted"),
    [
        ("fr_FR.UTF-8", ["--help"], "Utilisation\N{NO-BREAK SPACE}:", "Usage"),
        ("fr_FR.UTF-8", ["check", "--help"], "Affiche cette aide.", "Show"),
        ("fr_FR.UTF-8", ["--version"], "conventassembler 0", "version"),
        ("fr_FR.UTF-8", ["biuld"], "La commande «\N{NO-BREAK SPACE}biuld", "No such"),
        ("fr_FR.UTF-8", ["check", "--fnal"], "n’existe pas", "No such"),
        ("fr_FR.UTF-8", ["check", "--lang"], "demande une valeur", "requires"),
        ("fr_FR.UTF-8", ["check", "--lang", "de"], "n’est pas un de ces choix", "one of"),
        ("", ["--help"], "Utilisation\N{NO-BREAK SPACE}:", "Usage"),
        ("en_GB.UTF-8", ["--help"], "Usage:", "Utilisation"),
    ],
)
def test_the_command_line_speaks_one_language(
    language: str, words: list[str], wanted: str, unwanted: str
) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
    environment |= {"LANG": language, "PYTHONUTF8": "1"}

    done = subprocess.run(
        [sys.executable, "-m", "conventassembler", *words],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )

    told = done.stdout + done.stderr
    assert wanted in told
    assert unwanted not in told
