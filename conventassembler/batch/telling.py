"""What is found in the rows of a batch, gathered as they are made, so that little is kept of many.

Below `running`. What is found in the agreement itself is found in row after row: it is kept once,
with the number of rows. What is found in a value of a row is at its cell: every error is kept; of
what stops nothing, only the first, for the manifest says the codes of all.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import field
from typing import Final

from conventassembler.batch.journal import line_of
from conventassembler.diagnostics import Diagnostic, Severity, ordered
from conventassembler.frozen import dataclass

Findings = tuple[Diagnostic, ...]
_NAMED: Final = 10
"""Rows that are named."""
_KEPT: Final = 500
"""Findings of values that stop nothing, and are kept to be told."""


@dataclass(slots=True)
class _Common:
    """What is found in the agreement itself, row after row."""

    finding: Diagnostic
    count: int = 0
    """In how many rows."""
    first: list[str] = field(default_factory=list)
    """The first of these rows."""
    last: str = ""
    """The one that was counted last."""

    def add(self, row: str) -> None:
        """Count one more row, once however often it has the finding."""
        if row == self.last:
            return
        self.last = row
        self.count += 1
        if self.count <= _NAMED:
            self.first.append(row)

    @property
    def listed(self) -> str:
        """The first rows, and whether there are more: « 2, 5, 9... »."""
        rows = sorted(self.first, key=lambda row: (len(row), row))
        return ", ".join(rows) + ("..." if self.count > len(rows) else "")


@dataclass(slots=True)
class Told:
    """The findings of a batch so far."""

    table: str
    """The file of its rows, as messages show it."""
    common: dict[str, _Common] = field(default_factory=dict)
    """By the line that says the finding."""
    grave: list[Diagnostic] = field(default_factory=list)
    light: list[Diagnostic] = field(default_factory=list)
    more: Counter[Severity] = field(default_factory=Counter)
    """How many more there are of those that stop nothing."""

    def add(self, findings: Iterable[Diagnostic], row: str) -> None:
        """Gather what was found in one row; `row` is its number for people."""
        for one in findings:
            if one.position.file != self.table:
                key = line_of(one)
                known = self.common.get(key) or self.common.setdefault(key, _Common(one))
                known.add(row)
            elif Severity.ERROR in (one.severity, one.severity_in_final):
                self.grave.append(one)
            elif len(self.light) < _KEPT:
                self.light.append(one)
            else:
                self.more[one.severity] += 1

    def of_agreement(self) -> list[tuple[int, str, Findings]]:
        """Return what is found in the agreement itself, by the rows that it is in.

        These are how many, and the first of them as they are listed: « 2, 5, 9... ».
        """
        groups: dict[tuple[int, str], list[Diagnostic]] = {}
        for one in self.common.values():
            groups.setdefault((one.count, one.listed), []).append(one.finding)
        most = sorted(groups.items(), key=lambda group: -group[0][0])
        return [(count, rows, ordered(found)) for (count, rows), found in most]

    def of_values(self) -> Findings:
        """Return what is found in values of rows: what stops their files, then the rest."""
        grave = sorted(ordered(self.grave), key=lambda one: one.severity is not Severity.ERROR)
        return (*grave, *ordered(self.light))
