"""The tokens of a table -> its block: rows as wide as their header."""

from typing import cast

from markdown_it.token import Token

from conventassembler.draft.clause.blocks import Block
from conventassembler.draft.clause.inline_faults import marker_faults
from conventassembler.draft.clause.program import Alignment
from conventassembler.draft.clause.walk import Walk, span_of
from conventassembler.patterns import Pattern

_CELL_BAR = Pattern(r"(?<!\\)\|")


def read_table(walk: Walk, token: Token) -> Block:
    """Return the table that `token` opens; the walk passes its end."""
    start, end = span_of(token)
    rows: list[Block] = []
    while (inner := walk.next()).type != "table_close":
        if inner.type == "tr_open":
            rows.append(_row(walk, inner, rows[0] if rows else None))
    if len(rows) == 1:
        walk.refuse("C338", start)
    alignments = tuple(cell.alignments[0] for cell in rows[0].blocks)
    return Block("table", start, end, tuple(rows), alignments=alignments)


def _row(walk: Walk, token: Token, header: Block | None) -> Block:
    start, end = span_of(token)
    cells: list[Block] = []
    while (cell := walk.next()).type != "tr_close":
        inlines = walk.inlines(walk.next(), start)
        cells.append(Block("cell", start, end, inlines=inlines, alignments=_alignment(cell)))
        walk.next()
    if header is None:
        # The line of dashes belongs to the header: nothing may come between them.
        return Block("header", start, end + 1, tuple(cells))
    _check_row(walk, start, len(header.blocks))
    return Block("row", start, end, tuple(cells))


def _check_row(walk: Walk, line: int, columns: int) -> None:
    """Refuse a row with more or fewer cells than the header: markdown-it drops the surplus."""
    text = walk.lines[line].strip()
    walk.faults.extend(marker_faults(text, line, walk.held.statements))
    inside = text.removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    count = len(_CELL_BAR.split(inside))
    if count != columns:
        walk.refuse("C337", line, count=count, columns=columns)


def _alignment(cell: Token) -> tuple[Alignment, ...]:
    style = str(cell.attrGet("style") or "text-align:left")
    return (cast(Alignment, style.removeprefix("text-align:")),)
