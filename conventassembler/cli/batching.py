"""The command `batch`: a convention for each row of a table."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import click

from conventassembler.batch.delivering import Delivery
from conventassembler.batch.disk import refusal
from conventassembler.batch.executors.dask import Cluster, is_installed
from conventassembler.batch.executors.here import Here
from conventassembler.batch.executors.pool import Pool, cores
from conventassembler.batch.journal import Journal
from conventassembler.batch.model import Executor
from conventassembler.batch.naming import ROW
from conventassembler.batch.planning import Plan, plan
from conventassembler.batch.refused import file_of, refused_rows
from conventassembler.batch.returned import left_over, name_of, stays
from conventassembler.batch.running import Ran, Rules, run
from conventassembler.batch.staging import LOTS, Staging
from conventassembler.cli import INTERRUPTED
from conventassembler.cli.batch_table import counted, opened, read
from conventassembler.cli.batch_told import Telling
from conventassembler.cli.bounds import Bounded
from conventassembler.cli.completing import agreements, completing
from conventassembler.cli.desk import FORMAT, LANGUAGE, PATH, WORKSPACE, Desk
from conventassembler.cli.progress import Progress
from conventassembler.cli.reports import TEXT
from conventassembler.cli.sending import Asked, batch_options, order_of
from conventassembler.cli.sheeting import UNNAMED, write_sheet
from conventassembler.cli.texts import text
from conventassembler.diagnostics import Position, fault
from conventassembler.frozen import dataclass
from conventassembler.making import Findings
from conventassembler.sending import SENT, Order, sent_name
from conventassembler.tables import Table, all_rows, true_rows
from conventassembler.workspace import behind_links

_NAME: Final = click.argument("name", metavar="NAME", shell_complete=completing(agreements))
_DASK: Final = "dask:"


@click.command("batch", help=text("batch"), short_help=text("batch-short"))
@_NAME
@click.option("--data", "table", type=PATH, metavar="TABLE", help=text("batch-data"))
@click.option("--sheet", metavar="NAME", default="", help=text("batch-sheet"))
@click.option(
    *("--template", "sheet_file"),
    type=PATH,
    metavar="[FILE]",
    is_flag=False,
    flag_value=UNNAMED,
    help=text("batch-template"),
)
@click.option("--named", metavar="PATTERN", default="", help=text("batch-named"))
@click.option("--to", type=PATH, metavar="DIR", help=text("batch-to"))
@click.option("--twins", is_flag=True, help=text("batch-twins"))
@click.option("--keep-going", is_flag=True, help=text("batch-keep-going"))
@batch_options
@click.option("--jobs", type=Bounded(1), metavar="NUMBER", help=text("batch-jobs"))
@click.option("--executor", metavar="WHO", default="", help=text("batch-executor"))
@WORKSPACE
@LANGUAGE
@click.option("--strict", is_flag=True, help=text("strict"))
@click.option("--force", is_flag=True, help=text("batch-force"))
@FORMAT
def batch_command(
    name: str,
    *,
    workspace: Path | None,
    lang: str | None,
    strict: bool,
    form: str,
    **options: Any,
) -> None:
    """Make every row, then write when nothing stands against any."""
    asked = Asked(**{one: options.get(one, False) for one in Asked.__dataclass_fields__})
    desk = Desk(workspace, lang, final=asked.going_out == "final", strict=strict, form=form)
    if options["sheet_file"] is not None:
        raise SystemExit(write_sheet(desk, name, options["sheet_file"]))
    if options["table"] is None:
        raise click.UsageError(desk.text("batch-without-table").format(name=name))
    (name,) = desk.choose((name,))
    order, misused = order_of(asked, desk.space)
    maker, unknown = _maker(options["executor"], options["jobs"])
    if misused or unknown:
        desk.tell((*misused, *unknown))
        raise SystemExit(2)
    folder = order.folder if asked.to and order.folder else desk.space.root / SENT / name
    going_out = replace(asked, to=None).any
    batch = _Batch(desk, name, order, behind_links(folder), going_out, options)
    with desk.holding((name,), "batch"):
        raise SystemExit(_unless_interrupted(batch, maker, options["jobs"]))


def _unless_interrupted(batch: "_Batch", maker: Executor | None, jobs: int | None) -> int:
    """Return the exit code of a batch; Ctrl-C before its first row ends it as one later does."""
    try:
        return batch.run(maker, jobs)
    except KeyboardInterrupt:
        batch.desk.say("batch-interrupted-early")
        return INTERRUPTED


def _maker(typed: str, jobs: int | None) -> tuple[Executor | None, Findings]:
    """Return who makes the rows, None where nobody is named; else what is typed wrongly."""
    place = Position("--executor", 0)
    if typed.startswith(_DASK) and len(typed) > len(_DASK):
        missing = () if is_installed() else (fault("C084", place),)
        return Cluster(typed.removeprefix(_DASK)), missing
    known: dict[str, Callable[[], Executor | None]] = {
        "": lambda: None,
        "here": Here,
        "pool": lambda: Pool(jobs or cores()),
    }
    if typed not in known:
        return None, (fault("C083", place, typed=typed),)
    return known[typed](), ()


@dataclass(frozen=True, slots=True)
class _Batch:
    """One batch, as it was asked for."""

    desk: Desk
    name: str
    order: Order
    folder: Path
    going_out: bool
    """Whether it is said how the files go out, as their names then tell."""
    options: dict[str, Any]

    def run(self, maker: Executor | None, jobs: int | None) -> int:
        """Make and write everything; return the exit code."""
        file = opened(self.desk, self.options["table"], self.options["sheet"])
        count, of_table = counted(self.desk, file)
        made, found = self._plan(read(self.desk, file))
        found = (*of_table, *found)
        if made is None:
            return self._stopped(found)
        doomed = self.desk.stops(found)
        progress = Progress(count, self.desk.language, shown=None if self._is_text else False)
        staging = Staging(self.desk.space.root / LOTS / self.name, self.folder)
        renamed = (lambda file: sent_name(file, self.order.issue)) if self.going_out else str
        keep_going = self.options["keep_going"]
        rules = Rules(self.desk.stops, keep_going, doomed, renamed, progress.step, made.before)
        with self._journal(staging) as journal:
            with self._interruptible(progress):
                rows = true_rows(read(self.desk, file))
                ran = run(made, rows, staging, journal, rules=rules, executor=maker, size=jobs)
            found += ran.alike.findings(made.file, made.same) if not ran.broken else ()
            telling = Telling(self.desk, self.name, made, ran, self.options, count)
            doomed = self.desk.stops(found)
            if ran.broken or (ran.refused and (doomed or not keep_going)):
                return telling.nothing(found)
            if doomed:
                return telling.stopped(found, self.folder)
            with self._interruptible(progress, "batch-half-moved"):
                others, stay = self._refused(made, ran, staging)
                done = self._delivery(made, staging, journal, ran, others).deliver()
        return telling.written((*found, *stay), done, "".join(others))

    def _stopped(self, found: Findings) -> int:
        """Tell why nothing of the table is written; return the exit code."""
        code = self.desk.tell(found)
        self.desk.say("kept", folder=self.desk.space.shown(self.folder))
        return code

    def _journal(self, staging: Staging) -> Journal:
        """Return the journal, or stop: the disk lets nobody write it."""
        path = staging.folder / "journal.jsonl"
        try:
            return Journal(path)
        except OSError as problem:
            told = (refusal(problem, path, 0, self.desk.space.shown),)
            raise SystemExit(self.desk.tell(told)) from None

    @property
    def _is_text(self) -> bool:
        return self.desk.form == TEXT

    def _plan(self, table: Table) -> tuple[Plan | None, Findings]:
        rows = () if table.headers else all_rows(table)[0]
        return plan(
            self.desk.space,
            self.name,
            table,
            naming=self.options["named"],
            issue=self.order.issue,
            twins=self.options["twins"],
            rows=rows,
            folder=self.folder,
        )

    @contextmanager
    def _interruptible(self, progress: Progress, words: str = "") -> Iterator[None]:
        """Tell what is kept when Ctrl-C ends the work, or `words`; the progress line goes away."""
        try:
            yield
        except KeyboardInterrupt:
            progress.close()
            kept = "batch-interrupted" if progress.kept else "batch-interrupted-early"
            self.desk.say(words or kept, made=progress.kept)
            raise SystemExit(INTERRUPTED) from None
        finally:
            progress.close()

    def _refused(self, made: Plan, ran: Ran, staging: Staging) -> tuple[dict[str, bytes], Findings]:
        """Return the file of the refused rows by its name, none where none is; and what stays."""
        if not ran.refused:
            return {}, tuple(left_over(self.desk.space, self.folder))
        headers = [one.text for one in made.headers]
        table = self.options["table"].absolute()
        wanted = file_of(table.name)
        rows = ((one.row, one.findings) for one in ran.refused)
        data = refused_rows(headers, rows, wanted)
        name, other = name_of(staging, table, wanted, data)
        told = (stays(self.desk.space, self.folder, other, name),) if other else ()
        return {name: data}, told

    def _delivery(
        self, made: Plan, staging: Staging, journal: Journal, ran: Ran, others: Mapping[str, bytes]
    ) -> Delivery:
        states = ("written", "unchanged", "refused", "earlier")
        words = {one: self.desk.text(f"batch-is-{one}") for one in states}
        words |= {one: self.desk.text(f"batch-{one}") for one in ("row", "name", "file", "digest")}
        words |= {one: self.desk.text(f"batch-{one}") for one in ("codes", "state", "agreement")}
        words["blanks"] = self.desk.text("batch-left")
        force = self.options["force"]
        again = any(one.text == ROW for one in made.headers)
        return Delivery(
            *(self.desk.space, staging, journal, ran, words, others), again=again, force=force
        )
