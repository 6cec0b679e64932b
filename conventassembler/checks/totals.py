"""C722: the totals that a table prints are those of its rows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from conventassembler.checks.columns import Column, Line, columns, role_of
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.model import Block, Draft, Table
from conventassembler.draft.resolve import Resolved
from conventassembler.french.amounts import write_thousands
from conventassembler.french.profiles import Profile


@dataclass(frozen=True, slots=True)
class Wrong:
    """A total that its rows do not give."""

    column: Column
    line: Line
    printed: Decimal
    computed: Decimal


def totals_add_up(resolved: Resolved, draft: Draft) -> Iterator[Diagnostic]:
    """Find the rows « Total » and « Sous-total » whose figures are not the sum of their rows.

    A subtotal stands above its rows, as the line of an axis above its actions, or below them:
    either way is right, if it is so through the whole table. A total is the sum of all plain rows,
    or of those since the total before it. Columns with words in them, and cells still to be
    completed, are left alone.
    """
    for table in _tables(draft.blocks):
        for wrong in _wrongs(table):
            origin = table.provenance
            place = Position(origin.file or resolved.agreement.file, max(1, origin.line))
            yield fault(
                "C722",
                place,
                row=wrong.line.name,
                column=wrong.column.name,
                printed=_written(wrong.printed, wrong.column.unit, resolved.profile),
                computed=_written(wrong.computed, wrong.column.unit, resolved.profile),
            )


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    """Yield the tables, those that stand in the cells of others too."""
    for block in blocks:
        if isinstance(block, Table):
            if any(role_of(row) for row in block.rows):
                yield block
            cells = [cell for row in block.rows for cell in row.cells]
            yield from _tables(inner for cell in cells for inner in cell.blocks)


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
    starts = next((role for row in table.rows if (role := role_of(row)) != "total"), "")
    ways = (_below, _above) if starts == "subtotal" else (_above, _below)
    told = [tuple(one for column in found for one in _subtotals(column, way)) for way in ways]
    totals = tuple(one for column in found for one in _totals(column))
    return (*(told[0] if all(told) else ()), *totals)


def _subtotals(column: Column, group: Group) -> Iterator[Wrong]:
    for at, line in enumerate(column.lines):
        if line.role == "subtotal":
            yield from _checked(column, line, [group(column.lines, at)])


def _totals(column: Column) -> Iterator[Wrong]:
    rows = column.lines
    for at, line in enumerate(rows):
        if line.role == "total":
            yield from _checked(column, line, list(_candidates(rows, at)))


def _candidates(rows: Sequence[Line], at: int) -> Iterator[Sequence[Line]]:
    """Yield the lines that a total may add up: the whole table, its own part, or other totals."""
    others = [n for n, one in enumerate(rows) if one.role == "total" and n != at]
    before = max((n + 1 for n in others if n < at), default=0)
    after = min((n for n in others if n > at), default=len(rows))
    own = (rows[before:at], rows[at + 1 : after])
    for part in (*own, rows) if others else (rows, *own):
        yield [one for one in part if not one.role]
        yield [one for one in part if one.role == "subtotal"]
    earlier = [rows[n] for n in others if n < at]
    yield earlier if len(earlier) > 1 else []


def _checked(column: Column, line: Line, parts: Sequence[Sequence[Line]]) -> Iterator[Wrong]:
    """Yield the finding that a figure is the sum of none of the parts that have figures."""
    sums = [_sum(part) for part in parts if any(one.figure for one in part)]
    if line.figure and sums and line.figure.value not in sums:
        yield Wrong(column, line, line.figure.value, sums[0])


def _sum(part: Sequence[Line]) -> Decimal:
    return sum((one.figure.value for one in part if one.figure), Decimal())


def _written(value: Decimal, unit: str, profile: Profile) -> str:
    whole, _, part = f"{abs(value):f}".partition(".")
    digits = write_thousands(int(whole), profile)
    part = part.rstrip("0").ljust(2, "0") if part.strip("0") and unit == "€" else part.rstrip("0")
    sign = "\N{MINUS SIGN}" if value < 0 else ""
    decimals = f",{part}" if part else ""
    return f"{sign}{digits}{decimals}" + (f"\N{NO-BREAK SPACE}{unit}" if unit else "")
