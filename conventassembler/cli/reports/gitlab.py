"""Findings as a code quality report of GitLab: what a merge request adds and mends.

Source: « Code Quality report format », docs.gitlab.com (read on 28 November 2026).
"""

import json
from collections.abc import Sequence

from conventassembler.cli.reports.told import Told
from conventassembler.diagnostics import Severity

_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def to_gitlab(findings: Sequence[Told], language: str) -> str:
    """Return the array of the report; what has no line is said of line 1 of what it names."""
    return json.dumps([_issue(one, language) for one in findings], ensure_ascii=False, indent=2)


def _issue(one: Told, language: str) -> dict[str, object]:
    return {
        "description": f"{one.finding.code} {one.message(language)} → {one.advice(language)}",
        "check_name": one.finding.code,
        "fingerprint": one.fingerprint,
        "severity": _LEVELS[one.severity],
        "location": {"path": one.path, "lines": {"begin": one.line or 1}},
    }
