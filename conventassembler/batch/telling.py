"""What is found in the rows of a batch, gathered as they are made, so that little is kept of many.

Below `running`. What is found in the agreement itself is found in row after row: it is kept once,
with the number of rows. What is found in a value of a row is at its cell: every error is kept; of
what stops nothing, only the first, for the manifest says the codes of all.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import field
from typing import Final

from conventassembler.diagnostics import Diagnostic, Severity, ordered
from conventassembler.frozen import dataclass

Findings = tuple[Diagnostic, ...]
_Key = tuple[object, ...]
_KEPT: Final = 500
"""Findings of values that stop nothing, and are kept to be told."""


@dataclass(slots=True)
class Told:
    """The findings of a batch so far."""

    table: str
    """The file of its rows, as messages show it."""
    common: dict[_Key, Diagnostic] = field(default_factory=dict)
    rows: Counter[_Key] = field(default_factory=Counter)
    """In how many rows each of them is."""
    grave: list[Diagnostic] = field(default_factory=list)
    light: list[Diagnostic] = field(default_factory=list)
    more: Counter[Severity] = field(default_factory=Counter)
    """How many more there are of those that stop nothing."""

    def add(self, findings: Iterable[Diagnostic]) -> None:
        """Gather what was found in one row."""
        for one in findings:
            if one.position.file != self.table:
                key = _key(one)
                self.common.setdefault(key, one)
                self.rows[key] += 1
            elif Severity.ERROR in (one.severity, one.severity_in_final):
                self.grave.append(one)
            elif len(self.light) < _KEPT:
                self.light.append(one)
            else:
                self.more[one.severity] += 1

    def of_agreement(self) -> list[tuple[int, Findings]]:
        """Return what is found in the agreement itself, by the number of rows that it is in."""
        groups: dict[int, list[Diagnostic]] = {}
        for key, one in self.common.items():
            groups.setdefault(self.rows[key], []).append(one)
        return [(count, ordered(groups[count])) for count in sorted(groups, reverse=True)]

    def of_values(self) -> Findings:
        """Return what is found in values of rows: what stops their files, then the rest."""
        grave = sorted(ordered(self.grave), key=lambda one: one.severity is not Severity.ERROR)
        return (*grave, *ordered(self.light))


def _key(one: Diagnostic) -> _Key:
    return one.code, one.position, tuple(sorted(one.arguments.items())), one.level, one.accepted
