"""Findings as workflow commands of GitHub Actions: annotations beside the lines of a pull request.

Source: « Workflow commands for GitHub Actions », docs.github.com (read on 28 November 2026).
"""

from collections.abc import Sequence

from conventassembler.cli.reports.told import Told
from conventassembler.diagnostics import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def to_github(findings: Sequence[Told], language: str) -> str:
    """Return one command a line, in the order of the findings."""
    return "\n".join(_command(one, language) for one in findings)


def _command(one: Told, language: str) -> str:
    at = {"file": one.path, "line": one.line, "col": one.column} if one.line else {}
    told = {**at, "title": one.finding.code}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in told.items())
    lead = "" if one.line else f"{one.finding.position.file}: "
    words = f"{lead}{one.message(language)}\n→ {one.advice(language)}"
    return f"::{_COMMANDS[one.severity]} {properties}::{_escaped(words)}"


def _escaped(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    """Return the value of a property, which a colon or a comma would end."""
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")
