"""A batch from its rows to files that wait, which `delivering` moves to their folder.

Above the rest of the room. Every row is made; what is made waits, and goes into the folder when no
row of the table has an error, or when the good ones are asked for. What an earlier run made, and
what is in the folder as it would be made, is not made again. What is done is in the journal before
the next row is looked at, so that whatever ends a run, the same command goes on where it was.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import field, replace
from itertools import chain, islice, tee
from pathlib import PurePath
from typing import Final, Protocol

from conventassembler.batch.alike import Alike
from conventassembler.batch.disk import refusal
from conventassembler.batch.executors.dask import OtherVersionError, UnreachableError
from conventassembler.batch.executors.here import Here
from conventassembler.batch.executors.likeness import likeness
from conventassembler.batch.executors.pool import Pool, cores
from conventassembler.batch.first_table import of_first_table
from conventassembler.batch.journal import Entry, Journal
from conventassembler.batch.model import Executor, Job, Kit, LostWorkersError, Made
from conventassembler.batch.naming import number_of
from conventassembler.batch.staging import Staging
from conventassembler.batch.telling import Told
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.tables import Row

Findings = tuple[Diagnostic, ...]
FEW: Final = 20
"""Rows that are made before other processes would have started."""


class Refusal(Protocol):
    """A row that no job can be made of."""

    @property
    def row(self) -> Row:
        """The row."""

    @property
    def findings(self) -> Findings:
        """Why, at its cells."""


class Planned(Protocol):
    """What a batch runs on: a plan."""

    @property
    def file(self) -> str:
        """The table, as messages show it."""

    @property
    def kit(self) -> Kit:
        """What all its rows share."""

    def jobs(self, rows: Iterable[Row]) -> Iterator[Job | Refusal]:
        """Yield a job for each row, or why there is none, drawing rows one by one."""

    def located(self, findings: Iterable[Diagnostic], row: Row) -> Findings:
        """Return findings about a row at its cells, those of an empty cell in its column."""

    def cell(self, header: str, row: Row) -> Position:
        """Return the cell of a row in the column of that name, empty though it may be."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a run is asked for."""

    stops: Callable[[Findings], bool]
    """Tells whether findings keep the files of their row from being written."""
    keep_going: bool = False
    """Whether the good rows are written where others are refused."""
    doomed: bool = False
    """Whether no row is written, since what all rows share stops them: they are made to be told."""
    renamed: Callable[[str], str] = str
    """From the name of a file to that under which it goes out."""
    tick: Callable[[str], None] = lambda _: None
    """Called when a row is done with: « made », « known », « refused », or « unwanted »: made, and
    not kept, since another one is refused."""
    before: Mapping[str, str] = field(default_factory=dict)
    """The rows of the first table whose documents are in the folder, by name, where refused rows
    are given back."""


@dataclass(frozen=True, slots=True)
class RowDone:
    """A row whose files are made."""

    number: int
    shown: str
    """Its number for people: that which it had in the table that it was refused from, if it was."""
    place: int
    """Of its entry in the journal."""
    arrived: bool
    """Whether its files were in the folder already, as they would be made."""


@dataclass(frozen=True, slots=True)
class RowRefused:
    """A row whose files are not to be written."""

    row: Row
    name: str
    findings: Findings


@dataclass(slots=True)
class Ran:
    """What became of the rows."""

    told: Told
    done: list[RowDone] = field(default_factory=list)
    refused: list[RowRefused] = field(default_factory=list)
    alike: Alike = field(default_factory=Alike)
    missing: int = 0
    """Rows that were begun and not made, since who made them is lost."""
    broken: Findings = ()
    """What ended the run before its time."""


def run(
    plan: Planned,
    rows: Iterable[Row],
    staging: Staging,
    journal: Journal,
    *,
    rules: Rules,
    executor: Executor | None = None,
    size: int | None = None,
) -> Ran:
    """Have all rows made that are not, and let their files wait; nothing goes into the folder.

    Without an `executor`, this process makes few rows, and `size` others many: as many as there are
    cores. `KeyboardInterrupt` passes through: what was done is in the journal.
    """
    making = _Making(plan, staging, journal, rules, Ran(Told(plan.file, plan.cell)))
    jobs = making.jobs(rows)
    try:
        first = list(islice(jobs, FEW + 1))
        chosen = executor or _fitting(len(first), size or cores())
        with closing(_each(chosen.run(plan.kit, chain(first, jobs)))) as all_made:
            for made in all_made:
                making.take(made)
    except UnreachableError as problem:
        making.ran.broken = (_unreached("C085", problem),)
    except OtherVersionError as problem:
        making.ran.broken = (_unreached("C086", problem),)
    except LostWorkersError as problem:
        making.lose(str(problem))
    except OSError as problem:
        making.ran.broken = (refusal(problem, staging.folder, len(making.ran.done)),)
    making.ran.done.sort(key=lambda one: one.number)
    making.ran.refused.sort(key=lambda one: one.row.number)
    return making.ran


def _fitting(count: int, size: int) -> Executor:
    return Pool(size) if count > FEW and size > 1 else Here()


def _each(made: Iterator[Made]) -> Generator[Made, None, None]:
    """Yield what an executor yields; it is closed with this, so that no process outlives a run."""
    yield from made


@dataclass(slots=True)
class _Making:
    plan: Planned
    staging: Staging
    journal: Journal
    rules: Rules
    ran: Ran
    begun: dict[int, tuple[Row, Job]] = field(default_factory=dict)
    """The rows that are being made, by their numbers."""
    drawn: bool = False
    """Whether all rows of the table were drawn."""

    def jobs(self, rows: Iterable[Row]) -> Iterator[Job]:
        """Yield the jobs of the rows that are to be made."""
        rows, again = tee(rows)
        planned = map(self._of_first_table, self.plan.jobs(again))
        for row, one in zip(rows, planned, strict=True):
            if not isinstance(one, Job):
                self._refuse(row, "", one.findings, unmade=True)
                continue
            self.ran.alike.add(one)
            if not self._is_known(row, one):
                self.begun[row.number] = (row, one)
                yield one
        self.drawn = True

    def _of_first_table(self, one: Job | Refusal) -> Job | Refusal:
        if isinstance(one, Job):
            return one
        return RowRefused(one.row, "", of_first_table(one.findings, self.rules.before))

    def take(self, made: Made) -> None:
        """Let what was made wait, unless something stands against it."""
        row, job = self.begun[made.job.row]
        if made.job.key != job.key:
            raise RuntimeError(made.job)  # a fault of ours: its files would be those of another row
        del self.begun[row.number]
        findings = self.plan.located(made.findings, row)
        if not made.files or self.rules.stops(findings):
            self._refuse(row, job.name, findings)
            return
        self.ran.told.add(findings, row)
        rules = self.rules
        wanted = not rules.doomed and (rules.keep_going or not self.ran.refused)
        if wanted:
            files = {self.rules.renamed(name): data for name, data in made.files.items()}
            digests = self.staging.put(job.key, files)
            kept = _moved(made.findings, self.plan.file, _ANY_TABLE)
            entry = Entry(job.key, job.name, digests, made.blanks, kept)
            place = self.journal.add(entry)
            self.ran.done.append(RowDone(row.number, number_of(row), place, arrived=False))
        self.rules.tick("made" if wanted else "unwanted")

    def lose(self, loss: str) -> None:
        """Tell which rows nobody is left to make; of few, where others go on, as refused."""
        self.ran.missing = len(self.begun)
        if self.rules.keep_going and self.drawn:
            for row, job in self.begun.values():
                self._refuse(row, job.name, (_lost((row.number,), loss, _place(row)),))
        else:
            where = next((_place(row) for row, _ in self.begun.values()), Position("", 0))
            self.ran.broken = (_lost(sorted(self.begun), loss, Position(where.file, 0)),)

    def _refuse(self, row: Row, name: str, findings: Findings, *, unmade: bool = False) -> None:
        self.ran.told.add(findings, row, unmade=unmade)
        self.ran.refused.append(RowRefused(row, name, findings))
        self.rules.tick("refused")

    def _is_known(self, row: Row, job: Job) -> bool:
        """Tell whether a row is done with, since its files are there from before."""
        place = self.journal.made(job.key)
        entry = None if place is None else self.journal.at(place)
        if place is None or entry is None or not self._is_of(job, entry):
            return False
        if (where := self.staging.whereabouts(entry)) == "nowhere":
            return False
        kept = _moved(entry.findings, _ANY_TABLE, self.plan.file)
        findings = self.plan.located(kept, row)
        if self.rules.stops(findings):
            self._refuse(row, job.name, findings)
        else:
            self.ran.told.add(findings, row)
            arrived = where == "arrived"
            self.ran.done.append(RowDone(row.number, number_of(row), place, arrived))
            self.rules.tick("known")
        return True

    def _is_of(self, job: Job, entry: Entry) -> bool:
        """Tell whether an entry is of a job, with its files under the names that they have now."""
        endings = {file: PurePath(file).suffix for file in entry.files}
        named = {self.rules.renamed(job.name + ending) for ending in endings.values()}
        return (entry.key, entry.name) == (job.key, job.name) and named == set(endings)


def _moved(findings: Findings, table: str, other: str) -> Findings:
    """Return findings of columns as of another table: of one row, what is found is the same."""
    return tuple(
        _in_table(one, other) if one.position.file == table and one.position.cell else one
        for one in findings
    )


@recalled
def _in_table(finding: Diagnostic, table: str) -> Diagnostic:
    return replace(finding, position=replace(finding.position, file=table))


def _place(row: Row) -> Position:
    return row.first.position


def _lost(rows: Sequence[int], loss: str, place: Position) -> Diagnostic:
    shown = ", ".join(map(str, rows[:_SHOWN])) + ("..." if len(rows) > _SHOWN else "")
    return fault("C080", place, rows=shown, count=len(rows), loss=loss)


def _unreached(code: str, problem: LostWorkersError) -> Diagnostic:
    address, reason = problem.args
    facts = {"address": address, "reason": reason, "version": likeness()}
    return fault(code, Position("--executor", 0), **facts)


_ANY_TABLE: Final = ""
"""The table of the findings that the journal keeps: it may have another name the next time."""
_SHOWN: Final = 10
"""Rows that a message names."""
