"""The command `fill`: an agreement filled by questions, or from a row of a table."""

from pathlib import Path

import click

from conventassembler.agreement import Registry, load_parties
from conventassembler.cli.completing import agreements, completing
from conventassembler.cli.desk import LANGUAGE, PATH, WORKSPACE, Desk
from conventassembler.cli.dialogue import Dialogue
from conventassembler.cli.questions import Questions
from conventassembler.cli.texts import text
from conventassembler.diagnostics import Position, has_errors
from conventassembler.filling import Filling, FromRow, fill_from, read_filling
from conventassembler.frozen import dataclass
from conventassembler.library import Library
from conventassembler.library.loader import load_library
from conventassembler.tables import Row, all_rows, chosen_row, read_table, wrong_rows
from conventassembler.workspace import write_files

_FROM = click.option("--from", "table", type=PATH, metavar="TABLE", help=text("fill-from"))
_ROW = click.option("--row", metavar="ROW", default="", help=text("fill-row"))
_SHEET = click.option("--sheet", metavar="NAME", default="", help=text("fill-sheet"))
_REPLACE = click.option("--replace", is_flag=True, help=text("fill-replace"))


@click.command("fill", help=text("fill"), short_help=text("fill-short"))
@click.argument("file", metavar="FILE", shell_complete=completing(agreements))
@_FROM
@_ROW
@_SHEET
@_REPLACE
@WORKSPACE
@LANGUAGE
def fill_command(
    file: str,
    *,
    table: Path | None,
    row: str,
    sheet: str,
    replace: bool,
    workspace: Path | None,
    lang: str | None,
) -> None:
    """Ask for what is blank, or take it from a table."""
    desk = Desk(workspace, lang)
    if table is None and (row or sheet or replace):
        option = "--row" if row else "--sheet" if sheet else "--replace"
        raise click.UsageError(desk.text("fill-without-table").format(option=option, name=file))
    (name,) = desk.choose((file,))
    library, _ = load_library(desk.space.clauses, desk.space.root)
    registry, _ = load_parties(desk.space.registry, desk.space.root)
    with desk.holding((name,), "fill"):
        if table is None:
            raise SystemExit(Dialogue(desk, name, library, registry).run())
        source = _Source(desk, name, library, registry)
        raise SystemExit(source.fill(source.row(table, row, sheet), row, replace=replace))


@dataclass(frozen=True, slots=True)
class _Source:
    """An agreement that is filled from a table."""

    desk: Desk
    name: str
    library: Library
    registry: Registry

    def row(self, path: Path, typed: str, sheet: str) -> Row:
        """Return the row that is meant, or stop: what was typed means none."""
        read, found = read_table(path, self.desk.space.shown(path.absolute()), sheet)
        if read is None or has_errors(found):
            raise SystemExit(self.desk.tell(found))
        rows, broken = all_rows(read)
        if broken:
            raise SystemExit(self.desk.tell(broken))
        if wrong := wrong_rows(read, rows):
            raise SystemExit(self.desk.tell(wrong))
        row, unknown = chosen_row(rows, typed, Position("--row" if typed else read.file, 0))
        if row is None:
            self.desk.tell(unknown)
            raise SystemExit(2)
        return row

    def fill(self, row: Row, typed: str, *, replace: bool) -> int:
        """Write what the row says, all of it or nothing; return the exit code."""
        filling = self._filling()
        column, equals, _ = typed.partition("=")
        done = fill_from(filling, row, replace=replace, aside=(column,) if equals else ())
        if has_errors(done.findings):
            return self.desk.tell(done.findings)
        _, refused = write_files(done.files, self.desk.space)
        if refused:
            return self.desk.tell(refused)
        self._tell(row, done)
        return 0

    def _filling(self) -> Filling:
        filling, found = read_filling(self.desk.space, self.name, self.library, self.registry)
        if filling is None or has_errors(found):
            raise SystemExit(self.desk.tell(found))
        return filling

    def _tell(self, row: Row, done: FromRow) -> None:
        questions = Questions(self.desk, self.library)
        first = next(iter(row.cells.values())).position
        questions.say("fill-taken", file=first.file, row=row.number, count=done.count)
        for path in done.files:
            self.desk.say("written", file=self.desk.space.shown(path))
        if done.findings:
            self.desk.tell(done.findings)
        questions.close(self._filling(), self.name)
