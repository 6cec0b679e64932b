"""Tables, records and places to sign."""

from collections.abc import Callable, Iterable
from itertools import accumulate

from markupsafe import Markup

from conventassembler.draft.lines import parts_of
from conventassembler.draft.model import Block, Cell, Row, Signatory, SignatureGrid, Table
from conventassembler.writers.html.inlines import written
from conventassembler.writers.html.scribe import Scribe
from conventassembler.writers.html.tags import NOTHING, anchor, element, joined, void

Inside = Callable[[Iterable[Block]], Markup]
"""Writes the blocks of a cell."""
_PLACE = ("lead", "capacity", "name", "zone")


def table_markup(table: Table, inside: Inside, scribe: Scribe) -> Markup:
    """Return a table: a header row of column headings, or a record of terms."""
    head = element("thead", _row(table, table.header, inside)) if table.header else NOTHING
    body = element("tbody", *(_row(table, row, inside) for row in table.rows))
    name = scribe.once(anchor("t", table.id))
    return element(
        "div",
        element("table", _columns(table), head, body, class_=table.kind, id=name),
        class_="wide",
    )


def _columns(table: Table) -> Markup:
    if not any(table.widths):
        return NOTHING
    shares = (void("col", width=f"{share}%" if share else "") for share in table.widths)
    return element("colgroup", *shares)


def _row(table: Table, row: Row, inside: Inside) -> Markup:
    starts = accumulate((cell.span for cell in row.cells), initial=0)
    heads = row is table.header
    cells = (
        _cell(table, cell, at, inside, heads) for cell, at in zip(row.cells, starts, strict=False)
    )
    return element("tr", *cells, class_=row.role)


def _cell(table: Table, cell: Cell, at: int, inside: Inside, heads: bool) -> Markup:
    term = table.kind == "record" and at == 0
    scope = ("colgroup" if cell.span > 1 else "col") if heads else "row"
    side = table.alignments[at] if at < len(table.alignments) else "left"
    return element(
        "th" if heads or term else "td",
        inside(cell.blocks),
        scope=scope if heads or term else "",
        colspan=cell.span if cell.span > 1 else "",
        class_=side if side != "left" else "",
    )


def signature_markup(grid: SignatureGrid, scribe: Scribe) -> Markup:
    """Return the places to sign, row by row, with room for each hand."""
    rows = (
        element("div", *(_place(one, scribe) for one in row), class_="row") for row in grid.rows
    )
    return element("div", *rows, class_="signatures", id=scribe.once(anchor("t", grid.id)))


def _place(place: Signatory, scribe: Scribe) -> Markup:
    parts = zip(_PLACE, parts_of(place), strict=True)
    said = (
        element("p", written(line, scribe), class_=f"unit {name}")
        for name, line in parts
        if line or name == "name"
    )
    return element("div", joined(said), class_="place-to-sign")
