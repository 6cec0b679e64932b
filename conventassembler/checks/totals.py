"""C722: the totals that a table prints are those of its rows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from conventassembler.checks.columns import Column, Line, columns
from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.model import Block, Table
from conventassembler.french.amounts import write_thousands
from conventassembler.french.profiles import Profile
from conventassembler.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Wrong:
    """A total that its rows do not give."""

    column: Column
    line: Line
    printed: Decimal
    computed: Decimal


def totals_add_up(reading: Reading) -> Iterator[Diagnostic]:
    """Find the rows « Total » and « Sous-total » whose figures are not the sum of their rows.

    A subtotal stands above its rows, as the line of an axis above its actions, or below them:
    either way is right, if it is so through the whole table. A total is the sum of all plain rows,
    or of those since the total before it. Columns with words in them, and cells still to be
    completed, are left alone.
    """
    for table in _tables(reading.draft.blocks):
        for wrong in _wrongs(table):
            origin = table.provenance
            place = Position(origin.file or reading.resolved.agreement.file, max(1, origin.line))
            yield fault(
                "C722",
                place,
                row=wrong.line.name,
                phrase=wrong.line.words,
                column=wrong.column.name,
                printed=_written(wrong.printed, wrong.column.unit, reading.resolved.profile),
                computed=_written(wrong.computed, wrong.column.unit, reading.resolved.profile),
            )


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    """Yield the tables, those that stand in the cells of others too."""
    for block in blocks:
        if isinstance(block, Table):
            if any(row.role for row in block.rows):
                yield block
            cells = [cell for row in block.rows for cell in row.cells]
            yield from _tables(inner for cell in cells for inner in cell.blocks)


Sums = tuple[Decimal, ...]
Group = Callable[[Sequence[Line], int], Sequence[Line]]
"""From the lines of a column and the rank of a subtotal, the lines that it adds up."""


def _below(rows: Sequence[Line], at: int) -> Sequence[Line]:
    """Return the lines after a row, down to the next one that adds up others."""
    end = next((n for n in range(at + 1, len(rows)) if rows[n].role), len(rows))
    return rows[at + 1 : end]


def _above(rows: Sequence[Line], at: int) -> Sequence[Line]:
    """Return the lines before a row, up to the one before that adds up others."""
    start = next((n + 1 for n in range(at - 1, -1, -1) if rows[n].role), 0)
    return rows[start:at]


def _wrongs(table: Table) -> tuple[Wrong, ...]:
    """Return the totals that are wrong, in a way of setting subtotals that fits the table.

    Where none fits, it is told in the way in which the table begins.
    """
    found = tuple(columns(table))
    starts = next((row.role for row in table.rows if row.role != "total"), "")
    ways = (_below, _above) if starts == "subtotal" else (_above, _below)
    told = [tuple(one for column in found for one in _subtotals(column, way)) for way in ways]
    totals = tuple(one for column in found for one in _totals(column))
    return (*(told[0] if all(told) else ()), *totals)


def _subtotals(column: Column, group: Group) -> Iterator[Wrong]:
    for at, line in enumerate(column.lines):
        if line.role == "subtotal":
            yield from _checked(column, line, _sum(group(column.lines, at)))


def _totals(column: Column) -> Iterator[Wrong]:
    """Yield the totals that add up neither the whole table, nor their own part, nor others."""
    rows = column.lines
    places = [n for n, one in enumerate(rows) if one.role == "total"]
    ends = [-1, *places, len(rows)]
    whole = _sums(rows)
    earlier: Sums = ()
    for rank, at in enumerate(places):
        own = (*_sums(rows[ends[rank] + 1 : at]), *_sums(rows[at + 1 : ends[rank + 2]]))
        sums = (*own, *whole) if len(places) > 1 else (*whole, *own)
        yield from _checked(column, rows[at], (*sums, *(earlier if rank > 1 else ())))
        if figure := rows[at].figure:
            earlier = (sum(earlier, figure.value),)


def _sums(rows: Sequence[Line]) -> Sums:
    """Return the sum of the plain lines, and that of the subtotals."""
    parts = ([one for one in rows if one.role == role] for role in ("", "subtotal"))
    return tuple(one for part in parts for one in _sum(part))


def _checked(column: Column, line: Line, sums: Sums) -> Iterator[Wrong]:
    """Yield the finding that a figure is none of the sums."""
    if line.figure and sums and line.figure.value not in sums:
        yield Wrong(column, line, line.figure.value, sums[0])


def _sum(part: Sequence[Line]) -> Sums:
    """Return the sum of lines; none of lines without figures."""
    values = [one.figure.value for one in part if one.figure]
    return (sum(values, Decimal()),) if values else ()


def _written(value: Decimal, unit: str, profile: Profile) -> str:
    whole, _, part = f"{abs(value):f}".partition(".")
    digits = write_thousands(int(whole), profile)
    part = part.rstrip("0").ljust(2, "0") if part.strip("0") and unit == "€" else part.rstrip("0")
    sign = "\N{MINUS SIGN}" if value < 0 else ""
    decimals = f",{part}" if part else ""
    return f"{sign}{digits}{decimals}" + (f"\N{NO-BREAK SPACE}{unit}" if unit else "")
