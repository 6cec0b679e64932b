"""Findings that an agreement accepts with a reason, and levels that a house gives to findings."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document

from conventassembler.cli import cli
from conventassembler.diagnostics import CODES, Position, Severity, fault, ordered

_TO_JOIN = """\
annexes:
  - titre: "Délibération du conseil municipal"
    à joindre: oui
  - titre: "Organigramme"
    à joindre: oui
"""
_ACCEPTED = """\
constats acceptés:
  - constat: c721
    à propos de: "organigramme"
    motif: "Le service le joint à la signature."
"""


@pytest.fixture
def act(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(workspace)
    file = next((workspace / "agreements").glob("*.yaml"))
    file.write_text(file.read_text(encoding="utf-8") + _TO_JOIN, encoding="utf-8")
    return file


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, [*words, "--lang", "fr"], catch_exceptions=False)


def add(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_an_accepted_finding_is_told_with_its_reason_and_is_no_warning(act: Path) -> None:
    (act.parent.parent / "conventassembler.toml").write_text(
        '[niveaux]\nC721 = "avertissement"\n', encoding="utf-8"
    )
    add(act, _ACCEPTED)

    said = run("check").output

    assert said.count("avertissement C721") == 1
    assert said.count("accepté C721") == 1
    assert "→ motif\N{NO-BREAK SPACE}: Le service le joint à la signature." in said
    assert said.rstrip().endswith("acceptés\N{NO-BREAK SPACE}: 1")


def test_words_that_a_finding_quotes_are_whole_words(act: Path) -> None:
    add(act, _ACCEPTED.replace("organigramme", "annexe"))
    assert "C728" not in run("check").output

    add(act, "")
    act.write_text(
        act.read_text(encoding="utf-8").replace('de: "annexe"', 'de: "annex"'), encoding="utf-8"
    )
    assert "C728" in run("check").output


@pytest.mark.parametrize("level", ["remarque", "avertissement", "erreur"])
def test_a_house_gives_a_finding_its_level(act: Path, level: str) -> None:
    settings = act.parent.parent / "conventassembler.toml"
    settings.write_text(f'[niveaux]\nC721 = "{level}"\n', encoding="utf-8")

    result = run("build")

    assert f"{level} C721" in result.output
    assert (result.exit_code == 1) is (level == "erreur")


def test_a_house_may_ignore_a_finding_that_no_final_act_minds(act: Path) -> None:
    settings = act.parent.parent / "conventassembler.toml"
    settings.write_text('[niveaux]\nc721 = "ignoré"\n', encoding="utf-8")

    assert "C721" not in run("check").output


def test_a_lower_level_holds_for_drafts_alone() -> None:
    finding = fault("C703", Position("a.yaml"), party="commune")

    assert finding.severity is Severity.WARNING
    assert finding.severity_in_final is Severity.ERROR


def test_the_same_finding_accepted_by_one_act_alone_is_told_for_the_other() -> None:
    found = fault("C721", Position("clauses/a.md"), annex="1", title="x")
    accepted = type(found)(found.code, found.position, found.arguments, accepted="motif")

    assert len(ordered([found, accepted, found])) == 2


def test_nothing_accepts_what_is_left_blank_nor_an_error() -> None:
    assert not CODES["C701"].can_be_accepted
    assert not CODES["C101"].can_be_accepted
    assert CODES["C703"].can_be_accepted


def test_a_reviewer_reads_what_is_accepted_and_why(act: Path) -> None:
    add(act, _ACCEPTED)

    run("build", "--status", "relecture", "--annotate")

    (path,) = (act.parent.parent / "envoi").glob("*.docx")
    first = next(iter(Document(str(path)).comments))
    assert first.text.startswith("Constats acceptés\nC721 ")
    assert "accepté\N{NO-BREAK SPACE}: Le service le joint" in first.text
