"""A name that a row of the first table has: the finding says that its number is of that table.

Beside `running`. Refused rows that are given back have numbers of their own in their file, and
those of the table that they come from.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from conventassembler.diagnostics import Diagnostic
from conventassembler.filenames import same

_TAKEN: Final = "C037"
Findings = tuple[Diagnostic, ...]


def of_first_table(findings: Iterable[Diagnostic], before: Mapping[str, str]) -> Findings:
    """Return findings, those of a name that is taken with the table that the number is of.

    `before` are the numbers of the rows of the first table whose documents are there, by name.
    """
    return tuple(_told(one, before) if one.code == _TAKEN else one for one in findings)


def _told(finding: Diagnostic, before: Mapping[str, str]) -> Diagnostic:
    facts = finding.arguments
    if "twin" in facts or before.get(same(facts["name"])) != facts["other"]:
        return finding
    return replace(finding, arguments={**facts, "first": facts["other"]})
