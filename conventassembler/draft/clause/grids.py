"""Tables and records of the rendered tree -> tables of the draft."""

import re
from collections.abc import Callable, Iterable

from conventassembler.draft.clause.growth import Growth, trimmed
from conventassembler.draft.clause.pruning import living, node_of
from conventassembler.draft.model import (
    Block,
    Cell,
    Footnote,
    Inlines,
    LineBreak,
    Paragraph,
    Provenance,
    Role,
    Row,
    RowRole,
    Table,
)
from conventassembler.frozen import replace
from conventassembler.patterns import Pattern

_SUM = Pattern(r"(?P<part>sous[\s\u2010\u2011-]*)?tota(?:l|ux)\b", re.IGNORECASE)
_BOTH_COLUMNS = 2
Blocks = Callable[[Growth], Iterable[Block]]


def table_of(growth: Growth, provenance: Provenance) -> Table:
    """Return a table, its first row the header; which rows are sums is known by its words alone."""
    node = node_of(growth)
    header, *rows = (_row(row, provenance) for row in growth.children)
    return Table(growth.id, node.alignments, header, tuple(rows), provenance, widths=node.widths)


def summed(table: Table) -> Table:
    """Return a table with its words, each row below its header with its role: what it adds up."""
    if table.kind == "record":
        return table
    return replace(table, rows=tuple(map(_summed, table.rows)))


def _summed(row: Row) -> Row:
    (first,) = row.cells[0].blocks
    role = sum_role(first.inlines) if isinstance(first, Paragraph) else ""
    return row if role == row.role else replace(row, role=role)


def record_of(growth: Growth, provenance: Provenance, blocks: Blocks) -> Table:
    """Return a record, a row for each definition; `blocks` finishes what stands in a cell."""
    header = None
    rows: list[Row] = []
    for child in living(growth):
        if node_of(child).kind == "band":
            (text,) = child.children
            header = Row(child.id, (replace(_cell(text, provenance, "band"), span=_BOTH_COLUMNS),))
        else:
            term, *body = living(child)
            what = tuple(_in_cell(block) for block in blocks(Growth(None, "", body)))
            rows.append(Row(child.id, (_cell(term, provenance), Cell(what))))
    widths = node_of(growth).widths
    return Table(growth.id, ("left", "left"), header, tuple(rows), provenance, "record", widths)


def _in_cell(block: Block) -> Block:
    if isinstance(block, Paragraph) and block.role == "body":
        return replace(block, role="cell")
    return block


def _row(growth: Growth, provenance: Provenance) -> Row:
    return Row(growth.id, tuple(_cell(cell, provenance) for cell in growth.children))


def _cell(growth: Growth, provenance: Provenance, role: Role = "cell") -> Cell:
    source = Provenance(provenance.variant, provenance.file, node_of(growth).line)
    return Cell((Paragraph(growth.id, trimmed(growth.inlines), role, provenance=source),))


def sum_role(inlines: Inlines) -> RowRole:
    """Return what a row is by its first cell: « Total », « Sous-total », or all bold."""
    text = "".join(inline.text for inline in inlines)
    if found := _SUM.match(text):
        return "subtotal" if found["part"] else "total"
    words = [item for item in inlines if not isinstance(item, Footnote | LineBreak)]
    seen = [item for item in words if not item.text.isspace()]
    return "subtotal" if seen and all(item.strong for item in seen) else ""
