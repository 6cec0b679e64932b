"""Tables: a header row that repeats, columns as wide as their words ask, rows kept whole.

A record is one too: a band across it, and a term on the left of each row.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from conventassembler.draft.lines import RunIn, joined
from conventassembler.draft.model import Block, Cell, Paragraph, Row, Table
from conventassembler.draft.plain import units
from conventassembler.frozen import dataclass
from conventassembler.keeping import kept
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.columns import CHARACTER, MARGINS, column_widths, placed
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.markup import el
from conventassembler.writers.word.paragraphs import interval, paragraph

WriteBlocks = Callable[[Iterable[Block], Context], list[str]]

_CELL_MARGINS = 200
"""Left and right of the text of a cell, in twentieths of a point."""
_LONG_ROW = 15
"""How many lines a row may have that no page splits."""


def table(block: Table, context: Context, write: WriteBlocks) -> list[str]:
    """Return the table between its two constant paragraphs; `write` writes what cells hold."""
    widths = column_widths(block, context.width)
    if not widths:
        return []
    writer = _Writer(block, widths, context, write)
    header = [writer.row(block.header, is_header=True)] if block.header else []
    pairs = pairwise((*block.rows, None))
    rows = [writer.row(row, before=after) for row, after in pairs if row is not None]
    style = names.RECORD if block.kind == "record" else names.TABLE
    head = frame(context.styles[style], tuple(widths), first_row=bool(header))
    return [
        interval(context.styles, keep_next=True),
        el("tbl", head, *header, *rows),
        interval(context.styles),
    ]


@kept
def frame(style: str, widths: tuple[int, ...], *, first_row: bool) -> str:
    """Return the properties and the grid of a table as wide as the text."""
    look = el(
        "tblLook",
        val="0620" if first_row else "0600",
        firstRow=int(first_row),
        noHBand=1,
        noVBand=1,
    )
    properties = el(
        "tblPr",
        el("tblStyle", val=style),
        el("tblW", w=sum(widths), type="dxa"),
        el("tblLayout", type="fixed"),
        look,
    )
    return properties + el("tblGrid", *(el("gridCol", w=width) for width in widths))


def cell(
    width: int,
    content: Sequence[str],
    context: Context,
    *,
    span: int = 1,
    fill: str = "",
    also: str = "",
) -> str:
    """Return a cell; it always holds a paragraph, and ends with one, as Word demands.

    `also` are the last of its properties.
    """
    filled = content if content else [interval(context.styles)]
    properties = el("tcW", w=width, type="dxa")
    if span > 1:
        properties += el("gridSpan", val=span)
    if fill:
        properties += el("shd", val="clear", color="auto", fill=fill)
    return el("tc", el("tcPr", properties, also), *filled)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the rows of one table."""

    block: Table
    widths: Sequence[int]
    context: Context
    write: WriteBlocks

    def row(self, row: Row, *, is_header: bool = False, before: Row | None = None) -> str:
        """Return a row; one `before` its total holds on to it, and one that only names rows too."""
        keep_next = before is not None and (bool(before.role) or _only_names(row))
        cells = [
            self._cell(item, column, self._style(row, column, is_header), keep_next)
            for column, item in placed(self._padded(row, is_header))
        ]
        whole = is_header or not self._is_long(row)
        found = [el(name) for name, on in (("cantSplit", whole), ("tblHeader", is_header)) if on]
        return el("tr", el("trPr", *found) if found else "", *cells)

    def _cell(self, item: Cell, column: int, style: str, keep_next: bool) -> str:
        width = sum(self.widths[column : column + item.span])
        inside = replace(self.context, width=max(width - _CELL_MARGINS, 1), lists=names.CELL_LISTS)
        aligned = dict(enumerate(self.block.alignments)).get(column, "left")
        content: list[str] = []
        for block in joined(item.blocks):
            if isinstance(block, RunIn) or (isinstance(block, Paragraph) and _is_plain(block)):
                jc = "" if aligned == "left" else aligned
                content.append(
                    paragraph(block, inside, style=style, alignment=jc, keep_next=keep_next)
                )
            else:
                content += self.write([block], inside)
        return cell(width, content, inside, span=item.span, fill=self.context.styles.fills[style])

    def _style(self, row: Row, column: int, is_header: bool) -> str:
        is_record = self.block.kind == "record"
        if is_header:
            return names.ROLES["band"] if is_record else names.HEADER_CELL
        if row.role:
            return names.TOTALS[row.role]
        if is_record:
            return names.TERM if column == 0 else names.RECORD_CELL
        return names.ROLES["cell"]

    def _padded(self, row: Row, is_header: bool) -> list[Cell]:
        """Return as many cells as there are columns; a band alone takes them all."""
        cells = list(row.cells)
        if is_header and self.block.kind == "record" and len(cells) == 1:
            cells = [replace(cells[0], span=len(self.widths))]
        missing = len(self.widths) - sum(item.span for item in cells)
        return [*cells, *[Cell(())] * missing]

    def _is_long(self, row: Row) -> bool:
        """Tell whether a row has so many lines that a page may split it."""
        return any(
            self._lines(item, sum(self.widths[column : column + item.span])) > _LONG_ROW
            for column, item in placed(row.cells)
        )

    def _lines(self, item: Cell, width: int) -> int:
        room = max((width - MARGINS) // CHARACTER, 1)
        return sum(1 + len(unit) // room for unit in units(item.blocks))


def _only_names(row: Row) -> bool:
    """Tell whether a row in bold stands above the rows that it names: it adds up nothing."""
    return bool(row.role) and not any(units(b for one in row.cells[1:] for b in one.blocks))


def _is_plain(block: Paragraph) -> bool:
    return block.role in ("cell", "body", "band")
