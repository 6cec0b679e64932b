"""Colours of findings: on a terminal alone, and never the only thing that tells."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from conventassembler.cli import cli
from conventassembler.cli.colours import coloured, wanted
from conventassembler.diagnostics import Severity

LINES = ["a.yaml:1:2: erreur C103 clé inconnue", "    parteis:", "    ^", "    → écrivez-la"]


def test_head_caret_and_remedy_stand_out_and_the_words_stay() -> None:
    shown = coloured(LINES, Severity.ERROR)

    assert click.unstyle(shown) == "\n".join(LINES)
    assert [line.startswith("\x1b[") for line in shown.split("\n")] == [True, False, True, True]


def test_nothing_is_coloured_for_another_program_nor_for_who_asks_for_none(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace)
    assert "\x1b" not in CliRunner().invoke(cli, ["check"]).output

    assert wanted() is None
    monkeypatch.setenv("NO_COLOR", "1")
    assert wanted() is False
