"""The table of a batch as the command reads it: what is wrong with it is told, and ends the run.

Beside `batching`.
"""

from pathlib import Path

from conventassembler.cli.desk import Desk
from conventassembler.diagnostics import Diagnostic, has_errors
from conventassembler.tables import Table, TableFile, count_rows, open_table


def opened(desk: Desk, path: Path, sheet: str) -> TableFile:
    """Return the table at `path` as it is now, or stop: it cannot be read."""
    file, found = open_table(path, desk.space.shown(path.absolute()), sheet)
    if file is None:
        raise SystemExit(desk.tell(found))
    return file


def read(desk: Desk, file: TableFile) -> Table:
    """Return the table from its first row on, or stop: it is none."""
    table, found = file.table()
    if table is None or has_errors(found):
        raise SystemExit(desk.tell(found))
    return table


def counted(desk: Desk, file: TableFile) -> tuple[int, tuple[Diagnostic, ...]]:
    """Return how many rows there are, and what is said of the table as one.

    It stops where the table has no row, or is broken.
    """
    count, found = count_rows(read(desk, file))
    if has_errors(found):
        raise SystemExit(desk.tell(found))
    return count, found
