"""An agreement and a table -> a plan: what every row shares, read once, and a job for each row."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cache, lru_cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import Final

from conventassembler.batch.bereft import bereft, together
from conventassembler.batch.columns import Header, Settled, headers_of, of_record, settle
from conventassembler.batch.copied import copied
from conventassembler.batch.footprint import digest
from conventassembler.batch.kin import kin
from conventassembler.batch.kit import BLANK, RowKit
from conventassembler.batch.kitting import judged, key_of, row_kit, unchanged, without_values
from conventassembler.batch.leftovers import leftovers
from conventassembler.batch.manifest import rows_by_name
from conventassembler.batch.model import Job
from conventassembler.batch.nameless import nameless, of_no_party
from conventassembler.batch.naming import (
    OF_NAMES,
    ROW,
    Names,
    Naming,
    is_total,
    number_of,
    settle_naming,
)
from conventassembler.batch.quoting import OF_COLUMNS, of_column
from conventassembler.batch.sampled import known_samples, sampled
from conventassembler.batch.shifted import Shift, is_parted
from conventassembler.batch.unfilled import unfilled
from conventassembler.batch.unnamed import unnamed
from conventassembler.build import stock
from conventassembler.diagnostics import Diagnostic, Position, Severity, fault, has_errors
from conventassembler.filling import Answer, Filling, read_filling
from conventassembler.filling.own import is_own
from conventassembler.filling.rows import beside, keeps, read_cell, says_blank, stands_at
from conventassembler.frozen import dataclass
from conventassembler.schema.types import Findings
from conventassembler.source.replacing import Value
from conventassembler.tables import Cell, Row, Table
from conventassembler.workspace import Workspace
from conventassembler.writers.word import Issue

_KEPT: Final = 256
"""How many readings of cells are kept: those of choices and days come back, others hardly do."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row of which nothing is made."""

    row: Row
    findings: Findings
    """At the cells of the row."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What every row of a table shares."""

    kit: RowKit
    naming: Naming
    file: str
    """The table, as messages show it."""
    headers: tuple[Header, ...]
    """The names of its columns, in order."""
    columns: tuple[Settled, ...]
    """Those that are values of the agreement."""
    filling: Filling = field(repr=False)
    lacking: Callable[[Position], str] = field(repr=False)
    """Returns the name that the column of a blank in the agreement would have; empty where a table
    cannot give its value."""
    before: Mapping[str, str] = field(default_factory=dict)
    """The rows whose documents are in the folder, by their names, where refused rows come again."""
    same: Findings = ()
    """What is told where rows differ: all acts are of the same parties."""

    def jobs(self, rows: Iterable[Row]) -> Iterator[Job | Refused]:
        """Yield a job for each row, or why there is none; rows are drawn one by one."""
        reading = _Reading(self)
        for row in rows:
            yield reading.job(row)

    def located(self, findings: Iterable[Diagnostic], row: Row) -> Findings:
        """Return findings about a row, those of a value at the cell that it was read from.

        What is awaited in a cell stays in the column, whose name it tells; so does what is of a
        record, which no cell of it changes.
        """
        return tuple(self._located(one, row) for one in findings)

    def _located(self, finding: Diagnostic, row: Row) -> Diagnostic:
        place = finding.position
        if finding.code == BLANK and place.file != self.file and (name := self.lacking(place)):
            return replace(finding, arguments={**finding.arguments, "column": name})
        if place.file != self.file or place.line or not place.cell:
            return finding
        if left := unfilled(finding, self.columns, row):
            return replace(left, position=self.cell(left.arguments["header"], row))
        cell = row.cells.get(place.cell)
        awaited = finding.severity is not Severity.ERROR and cell is not None and says_blank(cell)
        if cell is None or awaited or finding.code in OF_COLUMNS:
            return of_column(finding)
        return replace(finding, position=cell.position)

    def cell(self, header: str, row: Row) -> Position:
        """Return the cell of a row in the column of that name, empty though it may be."""
        return next(one.cell(row) for one in self.headers if one.text == header)


def plan(
    workspace: Workspace,
    name: str,
    table: Table,
    *,
    naming: str = "",
    issue: Issue | None = None,
    twins: bool = False,
    rows: Iterable[Row] = (),
    folder: Path | None = None,
) -> tuple[Plan | None, Findings]:
    """Return the plan of a batch, or None with why nothing can be made of any row.

    `naming` is the pattern of the names, `twins` tells whether each document has its twin. A table
    without a row of names says the names of its columns in its `rows`. In `folder` are the
    documents of earlier runs: a row that was refused does not take the name of one of another row.
    """
    before = digest(workspace, name)
    shared = stock(workspace)
    filling, found = read_filling(workspace, name, shared.library, shared.registry)
    found = (*shared.findings, *found)
    if filling is None or has_errors(found):
        return None, found
    headers = headers_of(table, rows)
    aside = [one.text for one in headers if one.text.casefold() in OF_NAMES]
    columns, faults = settle(filling, headers, table.file, aside)
    named, wrong = settle_naming(naming, name, filling, columns, headers)
    found += (*faults, *wrong)
    if has_errors(found):
        return None, (*found, *(() if columns else _other_sheets(table)))
    kit = row_kit(workspace, name, filling, columns, shared)
    kit = replace(kit, issue=issue or Issue(), twins=twins)
    kit = replace(kit, key=key_of(unchanged(workspace, name, before), kit))
    judge = partial(judged, source=partial(without_values, kit), shared=shared)
    found += together(judge(tuple(_alike(filling, columns, headers))))
    told = () if named.is_by(columns) else of_no_party(filling, columns, Position(table.file, 0))
    again = any(one.text == ROW for one in headers)
    made = rows_by_name(folder) if folder and again else {}
    lacking = cache(partial(_lacking, filling))
    return Plan(
        kit, named, table.file, headers, columns, filling, lacking, made, judge(told)
    ), found


def _alike(
    filling: Filling, columns: Sequence[Settled], headers: Iterable[Header]
) -> Iterator[Diagnostic]:
    """Yield what stays alike in all rows, though a column renames whose it is, or is of it."""
    at = {one.text: one.position for one in headers}
    left = tuple(bereft(filling, columns, at))
    yield from (found for _, found in left)
    yield from nameless(filling, columns, at)
    yield from leftovers(filling, columns, but={place.id for place, _ in left})


def _lacking(filling: Filling, at: Position) -> str:
    """Return the name of the column that would give what is awaited there; empty where none can."""
    there = (one for one in filling.in_columns if one.file == at.file and stands_at(one, at))
    blank = (one for one in there if one.blank and not one.shared)
    return next(map(filling.columns.name_of, blank), "")


def _other_sheets(table: Table) -> Iterator[Diagnostic]:
    """Yield that the rows may be on another sheet, where there are some."""
    if table.sheets[1:]:
        words = {"sheet": table.sheets[0], "others": ", ".join(table.sheets[1:])}
        yield fault("C151", Position(table.file, 0), **words)


class _Reading:
    """The rows of a table, as they are read; what many say alike is read once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.names = Names(plan.before)
        self.kin = kin(plan.filling, plan.columns)
        self.unnamed = unnamed(plan.filling, plan.columns)
        self.copied = copied(plan.filling, plan.columns)
        self.cell = lru_cache(maxsize=_KEPT)(self._cell)
        self.samples = known_samples(plan.filling, plan.columns, self._typed)
        ranks = {one.header: rank for rank, one in enumerate(plan.columns)}
        headers = [one.text for one in plan.headers]
        self.shift = Shift(headers, ranks, plan.columns, self._typed)

    def job(self, row: Row) -> Job | Refused:
        """Return the job of a row, or why there is none.

        Where a cell stands beside the columns, or all is right once a text is joined again, a
        separator too many has shifted others: what they say where they stand now is not told.
        """
        if is_total(row, self.plan.naming, len(self.plan.headers)):
            at = self.plan.naming.place(row)
            return Refused(row, (fault("C099", at, value=row.cells[self.plan.naming.header].text),))
        if row.unnamed:
            return Refused(row, beside(row))
        answers = [self._answer(rank, row) for rank in range(len(self.plan.columns))]
        found = [one for answer in answers for one in answer.findings]
        name, wrong = self.plan.naming.name(row)
        found += wrong or self.names.take(name, row, self.plan.naming)
        values = tuple(answer.value for answer in answers)
        faulty = {rank for rank, one in enumerate(answers) if has_errors(one.findings)}
        left = self._unnamed(values, faulty, wrong)
        left += (one for own in self.kin for one in own.left(values, faulty))
        found += {one.position: one for one in left}.values()
        found += sampled(values, self.samples, self.kin)
        found += [one for own in self.copied for one in own.told(values, number_of(row))]
        if has_errors(found):
            moved = self.shift.told(row) if is_parted(self.plan.file) else None
            return Refused(row, (moved,) if moved else self.plan.located(found, row))
        return Job(row.number, name, values, self._key(name, values, found), tuple(found))

    def _unnamed(
        self,
        values: Sequence[Value | None],
        faulty: Collection[int],
        wrong: Findings,
    ) -> list[Diagnostic]:
        """Return the names that are empty, but for those told already, which name the row."""
        told = {one.arguments.get("header") for one in wrong}
        found = [one for own in self.unnamed for one in own.told(values, faulty)]
        return [one for one in found if one.arguments["header"] not in told]

    def _key(self, name: str, values: Sequence[Value | None], found: Iterable[Diagnostic]) -> str:
        """Return the key of a job: what is told of its cells is kept with what is made of it."""
        cells = [(one.code, one.position.cell, sorted(one.arguments.items())) for one in found]
        said = repr((self.plan.kit.key, name, values, cells)).encode("utf-8", "surrogatepass")
        return blake2b(said, digest_size=16).hexdigest()

    def _answer(self, rank: int, row: Row) -> Answer:
        cell = row.cells.get(self.plan.columns[rank].header)
        return self.cell(rank, cell.text, cell.number, cell.day) if cell else _NOTHING

    def _typed(self, rank: int, text: str) -> Answer:
        return self.cell(rank, text, False, False)

    def _cell(self, rank: int, text: str, number: bool, day: bool) -> Answer:
        """Return what a cell of a column gives, its findings in the column and in no row."""
        column = self.plan.columns[rank]
        cell = Cell(text, column.at, number, day=day)
        if keeps(column.place, cell) and not column.may_be_left_out:
            return _NOTHING
        answer = read_cell(column.place, cell, self.plan.filling.parties)
        if not column.place.shared:
            found = column.in_cell(answer.findings)
            return answer if found is answer.findings else Answer(answer.value, found)
        if answer.value is not None and is_own(column.place, answer.value):
            return _NOTHING
        return Answer(None, (of_record(self.plan.filling, column),))


_NOTHING: Final = Answer(None)
"""What an empty cell gives: the agreement's own value stays."""
