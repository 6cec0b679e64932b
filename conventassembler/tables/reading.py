"""A file -> its table, by what its name ends in; and the row of it that is meant."""

from collections.abc import Iterator, Sequence
from dataclasses import field
from pathlib import Path

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.diagnostics.spoken import NO_TABLE
from conventassembler.frozen import dataclass
from conventassembler.source import fold
from conventassembler.source.text import beside
from conventassembler.tables.delimited import decoded, read_delimited
from conventassembler.tables.model import NoSheetError, Row, Table
from conventassembler.tables.tree import read_tree

Findings = tuple[Diagnostic, ...]
LIMIT = 50_000_000
"""Bytes that a table may hold."""
_MOST = 8
"""Rows that a finding lists."""
_TOP = 5
"""Rows that are looked at for the names of the columns, where titles stand above these."""
_LONGEST = 40
"""Signs of a cell by which it names a row."""
BOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
BINARY = ".xlsb"
"""Of whose cells what lays them out says less than people see, and nothing else is known."""
TEXTS = (".csv", ".tsv", ".txt")
TREES = (".json", ".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class TableFile:
    """The bytes of a table: what is read of it twice is the same, whatever becomes of the file."""

    data: bytes = field(repr=False)
    ending: str
    """Which tells its format: `.csv`."""
    shown: str
    """Its name in findings."""
    sheet: str = ""

    def table(self) -> tuple[Table | None, Findings]:
        """Return the table from its first row on, or None with why it cannot be read."""
        return _read(self.data, self.ending, self.shown, self.sheet)


def open_table(path: Path, shown: str, sheet: str = "") -> tuple[TableFile | None, Findings]:
    """Return what the file `path` holds now, or None with why it cannot be read.

    `shown` names the file in findings, `sheet` is the sheet of a workbook, by default its first.
    """
    place = Position(shown, 0)
    try:
        with path.open("rb") as stream:
            data = stream.read(LIMIT + 1)
    except FileNotFoundError:
        return None, (fault("C002", place, file=shown, **beside(path)),)
    except OSError as error:
        return None, (fault("C008", place, file=shown, reason=error.strerror or error),)
    if len(data) > LIMIT:
        return None, (fault("C005", place, limit="50 MB"),)
    return TableFile(data, path.suffix.lower(), shown, sheet), ()


def read_table(path: Path, shown: str, sheet: str = "") -> tuple[Table | None, Findings]:
    """Return the table in `path`, or None with why it cannot be read; as `open_table` takes it."""
    opened, found = open_table(path, shown, sheet)
    return opened.table() if opened else (None, found)


def _read(data: bytes, ending: str, shown: str, sheet: str) -> tuple[Table | None, Findings]:
    try:
        if ending in TREES:
            return read_tree(decoded(data), shown, json=ending == ".json")
        if ending in BOOKS:
            from conventassembler.tables.workbook import read_workbook  # noqa: PLC0415 -- rarely one

            table, found = _named(read_workbook(data, shown, sheet))
            return table, (*found, *_unseen(table))
        if ending in TEXTS:
            return _named(read_delimited(data, shown))
    except ValueError as error:
        return None, (_unread(shown, error),)
    return None, (_unread(shown, NO_TABLE),)


def _unread(shown: str, reason: object) -> Diagnostic:
    words = {"sheets": ", ".join(reason.sheets)} if isinstance(reason, NoSheetError) else {}
    return fault("C055", Position(shown, 0), file=shown, reason=reason, **words)


def _named(table: Table) -> tuple[Table, Findings]:
    """Return a table, with a finding for each column that has the name of another."""
    first: dict[str, Position] = {}
    found: list[Diagnostic] = []
    for header in table.headers:
        earlier = first.setdefault(header.text, header.position)
        if header.text and earlier != header.position:
            words = {"header": header.text, "other": f"{header.text} ({earlier.cell})"}
            found.append(fault("C057", header.position, **words))
    return table, tuple(found)


def true_rows(table: Table) -> Iterator[Row]:
    """Yield the rows of a table but those that are examples.

    Raises:
        ValueError: the table is faulty further down.
    """
    return (row for row in table.rows if row.example is None)


def all_rows(table: Table) -> tuple[tuple[Row, ...], Findings]:
    """Return every row of a table but the examples, and the fault that ends it early.

    Those that say something beside the columns alone are left out.
    """
    rows: list[Row] = []
    try:
        rows.extend(row for row in true_rows(table) if row.cells)
    except ValueError as error:
        return tuple(rows), (_unread(table.file, error),)
    return tuple(rows), ()


def wrong_rows(table: Table, rows: Sequence[Row]) -> Findings:
    """Return why the first line cannot name the columns of `rows`, or that there are none.

    C231 where nothing stands below the names, C232 where a title stands above them.
    """
    named = [header for header in table.headers if header.text]
    if not rows:
        return (fault("C231", Position(table.file, 0), file=table.file),)
    below = next((row for row in rows if row.unnamed), None)
    if below and len(rows) > 1 and (len(named) == 1 or len(named) <= len(below.unnamed)):
        title = named[0]
        words = {"title": title.text, "line": title.position.line, "first": below.number}
        return (fault("C232", title.position, **words),)
    return ()


def count_rows(table: Table) -> tuple[int, Findings]:
    """Return how many rows a table has, none of which is kept, and what is wrong with it as one.

    That is what `wrong_rows` finds, names of columns that come again (C230), or the fault that ends
    it early. Examples are not counted, but told (C093); hidden rows are counted and told (C150).
    Sheets with rows that are not read are told (C236), a workbook that is not wholly seen (C238).
    """
    count = 0
    first: list[Row] = []
    unseen: list[str] = []
    found = list(_unseen(table))
    try:
        for row in table.rows:
            if shown := row.example:
                words = {"row": row.number, "value": shown.text}
                found.append(fault("C093", shown.position, **words))
                continue
            if _is_header(row):
                rest = {"row": row.number}
                found.append(fault("C230", row.first.position, **rest))
            count += 1
            unseen += (str(row.number),) if row.number in table.hidden else ()
            first += (row,) if count <= _TOP else ()
    except ValueError as error:
        return count, (_unread(table.file, error),)
    if unseen:
        listed = ", ".join(unseen[:_MOST]) + ("..." if len(unseen) > _MOST else "")
        found.append(fault("C150", Position(table.file, 0), count=len(unseen), rows=listed))
    if table.alike:
        words = {"sheet": table.sheets[0], "others": ", ".join(table.alike)}
        found.append(fault("C236", Position(table.file, 0), **words))
    return count, (*found, *wrong_rows(table, first))


def _unseen(table: Table) -> Findings:
    """Return that more stands in a workbook than is seen of it here."""
    if not table.file.lower().endswith(BINARY):
        return ()
    return (fault("C238", Position(table.file, 0), file=table.file),)


def _is_header(row: Row) -> bool:
    """Tell whether a row says the names of the columns anew, as tables that were joined do."""
    return bool(row.cells) and all(
        fold(cell.text) == fold(name) for name, cell in row.cells.items()
    )


def chosen_row(rows: Sequence[Row], typed: str, place: Position) -> tuple[Row | None, Findings]:
    """Return the row that `typed` means, or None with why none does: `3`, `commune=Genlis`.

    Without a word, the only row that there is; `place` is where it was typed.
    """
    column, equals, value = typed.partition("=")
    if equals:
        found = [row for row in rows if _says(row, column, value)]
    else:
        found = [row for row in rows if not typed or str(row.number) == typed.strip()]
    if len(found) == 1:
        return found[0], ()
    if not equals and not found and typed.strip().isdecimal():
        return None, (_no_number(rows, typed.strip(), place),)
    words = {"row": typed.strip()} if typed.strip() and not found else {}
    words |= _example(rows, value or typed)
    return None, (fault("C053", place, count=len(found or rows), **words),)


def _no_number(rows: Sequence[Row], typed: str, place: Position) -> Diagnostic:
    """Return the finding that no row has this number, with the rows that there are."""
    first = [row.first for row in rows]
    named = [f"{row.number} ({_cut(cell.text)})" for row, cell in zip(rows, first, strict=True)]
    listed = ", ".join(named[:_MOST]) + (", …" if len(named) > _MOST else "")
    above = {cell.column.line for cell in first if cell.column is not None}
    if int(typed) in above:
        return fault("C230", place, row=typed, rows=listed)
    return fault("C053", place, count=len(rows), row=typed, rows=listed)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _example(rows: Sequence[Row], typed: str) -> dict[str, str]:
    """Return how a row is named: one that says what was typed, else the last of the table."""
    cells = [(row, name, cell) for row in rows[::-1] for name, cell in row.cells.items()]
    said = (one for one in cells if typed and fold(one[2].text) == fold(typed))
    row, name, cell = next(said, (*cells[:1], (None, "", None))[0])
    if row is None or cell is None:
        return {"number": "…", "pair": "…"}
    return {"number": str(row.number), "pair": f'"{name}={cell.text}"'}


def _says(row: Row, column: str, value: str) -> bool:
    """Tell whether a row has that value in that column, as keys are matched."""
    cells = (cell for name, cell in row.cells.items() if fold(name) == fold(column))
    return any(fold(cell.text) == fold(value) for cell in cells)
