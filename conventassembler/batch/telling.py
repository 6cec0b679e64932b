"""What is found in the rows of a batch, gathered as they are made, so that little is kept of many.

Below `running`. What is found in the agreement itself is found in row after row: it is kept once,
with the number of rows; so is what a column awaits, whose cells are empty. What is found in a value
of a row is at its cell: every error is kept; of what stops nothing, only the first, for the
manifest says the codes of all.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import field, replace
from heapq import nsmallest
from typing import Final

from conventassembler.batch.joined import joined, mark_of
from conventassembler.batch.naming import number_of
from conventassembler.diagnostics import Diagnostic, Position, Severity, ordered
from conventassembler.frozen import dataclass
from conventassembler.tables import Row

Findings = tuple[Diagnostic, ...]
_NAMED: Final = 10
"""Rows that are named."""
_KEPT: Final = 500
"""Findings of values that stop nothing, and are kept to be told."""


@dataclass(slots=True)
class _Common:
    """What is found in row after row."""

    finding: Diagnostic
    count: int = 0
    """In how many rows."""
    unmade: int = 0
    """In how many of which nothing could be made."""
    first: list[Row] = field(default_factory=list)
    """The first of these rows."""
    last: int = 0
    """The number of the one that was counted last."""

    def add(self, row: Row, *, unmade: bool) -> None:
        """Count one more row, once however often it has the finding."""
        if row.number == self.last:
            return
        self.last = row.number
        self.count += 1
        self.unmade += unmade
        if self.count <= _NAMED or row.number < self.first[-1].number:
            self.first = nsmallest(_NAMED, (*self.first, row), key=lambda one: one.number)

    def listed(self, number: Callable[[Row], str]) -> str:
        """Return the first rows, and whether there are more: « 2, 5, 9... »."""
        rows = sorted(map(number, self.first), key=lambda row: (len(row), row))
        return ", ".join(rows) + ("..." if self.count > len(rows) else "")


@dataclass(slots=True)
class Told:
    """The findings of a batch so far."""

    table: str
    """The file of its rows, as messages show it."""
    cell: Callable[[str, Row], Position]
    """Returns the cell of a row in the column of a name."""
    common: dict[str, _Common] = field(default_factory=dict)
    """By what rows have alike of the finding; in the table, it is in a column and in no row."""
    grave: list[Diagnostic] = field(default_factory=list)
    light: list[Diagnostic] = field(default_factory=list)
    unmade: int = 0
    """Rows of which nothing could be made: what else they lack is not known."""
    more: Counter[Severity] = field(default_factory=Counter)
    """How many more there are of those that stop nothing."""

    def add(self, findings: Iterable[Diagnostic], row: Row, *, unmade: bool = False) -> None:
        """Gather what was found in one row; nothing could be made of one that is `unmade`."""
        self.unmade += unmade
        for one in findings:
            if one.position.file != self.table or self._is_of_column(one):
                key = mark_of(one)
                known = self.common.get(key) or self.common.setdefault(key, _Common(one))
                known.finding = joined(known.finding, one)
                known.add(row, unmade=unmade)
            elif Severity.ERROR in (one.severity, one.severity_in_final):
                self.grave.append(one)
            elif len(self.light) < _KEPT:
                self.light.append(one)
            else:
                self.more[one.severity] += 1

    def _is_of_column(self, finding: Diagnostic) -> bool:
        place = finding.position
        return place.file == self.table and bool(place.cell) and place.line == 0

    def of_agreement(self) -> list[tuple[int, str, Findings]]:
        """Return what is found in the agreement itself, by the rows that it is in.

        These are how many, and the first of them as they are listed: « 2, 5, 9... ».
        """
        groups: dict[tuple[int, str], list[Diagnostic]] = {}
        for one in self.common.values():
            if not self._is_of_column(one.finding):
                groups.setdefault((one.count, one.listed(number_of)), []).append(one.finding)
        most = sorted(groups.items(), key=lambda group: -group[0][0])
        return [(count, rows, ordered(found)) for (count, rows), found in most]

    def of_values(self, total: int) -> Findings:
        """Return what is found in values of rows: what stops their files, then the rest.

        What is awaited in a column is told once, before them, at the first cell. `total` is how
        many rows the table has.
        """
        awaited = (one for one in self.common.values() if self._is_of_column(one.finding))
        columns = ordered(self._of_column(one, total) for one in awaited)
        grave = (*columns, *ordered(self.grave))
        errors_first = sorted(grave, key=lambda one: one.severity is not Severity.ERROR)
        return (*errors_first, *ordered(self.light))

    def _of_column(self, common: _Common, total: int) -> Diagnostic:
        """Return the finding of a column at its first cell, with the rows that have it."""
        header = common.finding.position.cell
        facts = dict(common.finding.arguments)
        if common.count > 1:
            facts["in_column"] = header
        if 1 < common.count == total - self.unmade < total and not common.unmade:
            facts["in_rest"] = str(common.count)
        elif 1 < common.count < total:
            facts["in_count"] = str(common.count)
            facts["in_rows"] = common.listed(lambda row: str(row.number))
        at = self.cell(header, common.first[0])
        return replace(common.finding, position=at, arguments=facts)
