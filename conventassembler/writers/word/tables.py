"""Tables: a header row that repeats, columns as wide as their words ask, rows kept whole."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from conventassembler.draft.lines import rows_of
from conventassembler.draft.model import Block, Cell, Paragraph, Row, Table
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.columns import column_widths
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.paragraphs import interval, paragraph
from conventassembler.writers.word.xml import Element, w

WriteBlocks = Callable[[Iterable[Block], Context], list[Element]]

_CELL_MARGINS = 200
"""Left and right of the text of a cell, in twentieths of a point."""


def table(block: Table, context: Context, write: WriteBlocks) -> list[Element]:
    """Return the table between its two constant paragraphs; `write` writes what cells hold."""
    widths = column_widths(rows_of(block), context.width)
    if not widths:
        return []
    rows = [
        _row(row, block, widths, context, write, header=row is block.header)
        for row in rows_of(block)
    ]
    head = frame(context.styles[names.TABLE], widths, first_row=True)
    return [
        interval(context, keep_next=True),
        w("tbl", *head, *rows),
        interval(context),
    ]


def frame(style: str, widths: Sequence[int], *, first_row: bool) -> list[Element]:
    """Return the properties and the grid of a table as wide as the text."""
    look = w(
        "tblLook",
        val="0620" if first_row else "0600",
        firstRow=int(first_row),
        noHBand=1,
        noVBand=1,
    )
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        look,
    )
    return [properties, w("tblGrid", *(w("gridCol", w=width) for width in widths))]


def cell(width: int, content: Sequence[Element], context: Context) -> Element:
    """Return a cell; it always holds a paragraph, and ends with one, as Word demands."""
    filled = content if content else [interval(context)]
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *filled)


def _row(
    row: Row,
    block: Table,
    widths: Sequence[int],
    context: Context,
    write: WriteBlocks,
    *,
    header: bool = False,
) -> Element:
    cells: list[Element] = []
    for index, (width, item) in enumerate(zip(widths, _padded(row, len(widths)), strict=True)):
        inside = replace(context, width=width - _CELL_MARGINS)
        alignment = block.alignments[index] if index < len(block.alignments) else "left"
        content = _content(item, alignment, inside, write, header=header)
        cells.append(cell(width, content, context))
    return w("tr", *_row_properties(row, header=header), *cells)


def _row_properties(row: Row, *, header: bool) -> list[Element]:
    """Return what keeps a row on one page, unless its texts are long, and repeats a header."""
    whole = header or all(len(item.blocks) < 2 for item in row.cells)
    found = [w(name) for name, on in (("cantSplit", whole), ("tblHeader", header)) if on]
    return [w("trPr", *found)] if found else []


def _content(
    item: Cell, alignment: str, context: Context, write: WriteBlocks, *, header: bool
) -> list[Element]:
    style = names.HEADER_CELL if header else ""
    justification = "" if alignment == "left" else alignment
    elements: list[Element] = []
    for block in item.blocks:
        if isinstance(block, Paragraph) and block.role == "cell":
            elements.append(paragraph(block, context, style=style, alignment=justification))
        else:
            elements += write([block], context)
    return elements


def _padded(row: Row, count: int) -> list[Cell]:
    return [*row.cells, *[Cell(())] * (count - len(row.cells))]
