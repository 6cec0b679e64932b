"""Findings as SARIF 2.1.0, which code hosts and editors read.

Source: « Static Analysis Results Interchange Format (SARIF) Version 2.1.0 », OASIS, 27 March 2020.
"""

import json
from collections.abc import Sequence
from pathlib import PurePath, PureWindowsPath
from urllib.parse import quote

from conventassembler import __version__
from conventassembler.cli.reports.told import Told
from conventassembler.diagnostics import CODES, Code, Severity
from conventassembler.diagnostics.pages import pages
from conventassembler.diagnostics.wording import readable

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
"""The folder that paths are from: by usage, the root of the checkout."""

Json = dict[str, object]


def to_sarif(findings: Sequence[Told], language: str) -> str:
    """Return a log of one run; its rules are those that were found."""
    codes = sorted({one.finding.code for one in findings})
    driver = {
        "name": "conventassembler",
        "version": __version__,
        "language": language,
        "rules": [_rule(CODES[code], language) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.finding.code), language) for one in findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(row: Code, language: str) -> Json:
    """Return what is known of a code, for who does not type `rule`."""
    page, remedy = pages().get(row.code), readable(row.remedy, language)
    helped = [page.why(language)] if page else []
    plain, marked = [remedy, *helped], [remedy, *helped]
    for words, sign in ((page.bad, "✗"), (page.good, "✓")) if page and page.bad else ():
        plain.append(f"{sign}\n{words}")
        marked.append(f"{sign}\n\n```\n{words}\n```")
    return {
        "id": row.code,
        "shortDescription": {"text": readable(row.message, language)},
        "help": {"text": "\n\n".join(plain), "markdown": "\n\n".join(marked)},
        "defaultConfiguration": {"level": row.severity},
    }


def _result(one: Told, rule: int, language: str) -> Json:
    result: Json = {
        "ruleId": one.finding.code,
        "ruleIndex": rule,
        "level": Severity(one.severity),
        "message": {"text": f"{one.message(language)}\n→ {one.advice(language)}"},
        "locations": [_location(one)],
        "partialFingerprints": {"conventassembler/v1": one.fingerprint},
        "suppressions": [],
    }
    if reason := one.finding.accepted:
        result["suppressions"] = [
            {"kind": "inSource", "status": "accepted", "justification": reason}
        ]
    return result


def _location(one: Told) -> Json:
    """Return the place: a line of a file, or what is none, an option or a program."""
    if one.line is None:
        return {"logicalLocations": [{"name": one.finding.position.file}]}
    region = {"startLine": one.line, "startColumn": one.column}
    return {"physicalLocation": {"artifactLocation": _artifact(one.path), "region": region}}


def _artifact(path: str) -> Json:
    """Return a relative path below the root, or the address of a file that lies elsewhere."""
    for kind in (PurePath, PureWindowsPath):
        if (whole := kind(path)).is_absolute():
            return {"uri": whole.as_uri()}
    return {"uri": quote(path), "uriBaseId": _ROOT}
