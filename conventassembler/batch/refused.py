"""The rows that were refused, as a table to correct and to give again.

Beside `planning`: its columns are those of the table, its texts those that were typed.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Final

from conventassembler.batch.naming import ROW, number_of
from conventassembler.diagnostics import Diagnostic, Position, Severity
from conventassembler.diagnostics.wording import message, remedy
from conventassembler.filling.percentages import MARK
from conventassembler.source import fold
from conventassembler.tables import Row
from conventassembler.tables.delimited import delimited
from conventassembler.tables.reading import BOOKS

FILE: Final = "lignes-refusees.csv"
BOOK: Final = "lignes-refusees.xlsx"
"""That of a table that is a workbook: nothing of it becomes something else when it is saved."""
REASON: Final = "#motif"
"""The column that says what is wrong, in French: it goes to whoever filled the table."""
_OWN: Final = (ROW, REASON)
NBSP: Final = "\N{NO-BREAK SPACE}"
_FRACTION: Final = "C058"
"""The finding that a number may be a percentage: a table of texts would hide that it was one."""

Findings = Sequence[Diagnostic]


def file_of(table: str) -> str:
    """Return the name of the file of refused rows for a table of this name."""
    return BOOK if PurePath(table).suffix.lower() in BOOKS else FILE


def refused_rows(
    headers: Sequence[str], rows: Iterable[tuple[Row, Findings]], file: str = FILE
) -> bytes:
    """Return a table of `rows`, each with its number and with what is wrong in it.

    `headers` are the names of the columns of the table, in order; `file` is `FILE` or `BOOK`.
    """
    own = set(map(fold, _OWN))
    kept = tuple(dict.fromkeys(name for name in headers if name and fold(name) not in own))
    lines = (
        (number_of(row), reason(row, found), *(_text(row, name, found) for name in kept))
        for row, found in rows
    )
    table = ((*_OWN, *kept), *lines)
    if file == FILE:
        return delimited(table)
    from conventassembler.sheets.book import texts  # noqa: PLC0415 -- other batches need none

    return texts(table)


def reason(row: Row, findings: Findings) -> str:
    """Return what is wrong with a row, in French, each behind the name of its column.

    Errors, then what else is told of its cells, so that a row comes back once; without any error,
    all that is told.
    """
    names = {cell.position: name for name, cell in row.cells.items()}
    wrong = [one for one in findings if _is_error(one)]
    doubtful = [one for one in findings if one.severity is Severity.WARNING]
    cells = [one for one in doubtful if one.position in names and not _is_error(one)]
    said = (
        f"{_where(one, names)} – {message(one, 'fr')}{_between(one)}{remedy(one, 'fr')}"
        for one in ([*wrong, *cells] if wrong else findings)
    )
    return "\n".join(dict.fromkeys(said))


def _is_error(finding: Diagnostic) -> bool:
    return Severity.ERROR in (finding.severity, finding.severity_in_final)


def _between(finding: Diagnostic) -> str:
    return " " if message(finding, "fr").endswith("?") else f"{NBSP}; "


def _where(finding: Diagnostic, names: Mapping[Position, str]) -> str:
    """Return the column of a finding, that of an empty cell too; else its place in a file."""
    at = finding.position
    return names.get(at) or finding.arguments.get("header") or str(at)


def _text(row: Row, name: str, findings: Findings) -> str:
    """Return a cell as it was typed; one that must not pass unseen is marked as a question."""
    cell = row.cells.get(name)
    if cell is None:
        return ""
    doubtful = any(one.code == _FRACTION and one.position == cell.position for one in findings)
    return f"{cell.text.removesuffix(MARK)}{MARK}" if doubtful else cell.text
