"""Findings as one JSON object: the keys that `docs/commands.md` describes."""

import json
from collections.abc import Sequence

from conventassembler.cli.reports.told import Told
from conventassembler.diagnostics import Severity

FORMAT = 1
"""Version of the object; it grows when a key changes its meaning."""


def to_json(findings: Sequence[Told], language: str) -> str:
    """Return the object: the findings in order, then how many there are of each level."""
    levels = [one.severity for one in findings if not one.finding.accepted]
    found = {
        "format": FORMAT,
        "findings": [_finding(one, language) for one in findings],
        "errors": levels.count(Severity.ERROR),
        "warnings": levels.count(Severity.WARNING),
        "notes": levels.count(Severity.NOTE),
        "accepted": len(findings) - len(levels),
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _finding(one: Told, language: str) -> dict[str, object]:
    arguments = dict(one.finding.arguments)
    return {
        "code": one.finding.code,
        "severity": one.severity,
        "file": one.finding.position.file,
        "line": one.line,
        "column": one.column,
        "message": one.message(language),
        "remedy": "" if one.finding.accepted else one.advice(language),
        "suggestion": arguments.pop("suggestion", ""),
        "phrase": arguments.pop("phrase", ""),
        "accepted": one.finding.accepted,
        "fingerprint": one.fingerprint,
        "arguments": arguments,
    }
