"""Records (fiches) as running text: what a cell of a pipe table holds would be one long line.

The band and each term are lines in bold; what stands beside a term follows it, as it would in an
article.
"""

from collections.abc import Iterator

from conventassembler.draft.lines import with_lines
from conventassembler.draft.model import Block, Cell, ListItem, Paragraph, Table
from conventassembler.writers.markdown.text import strong


def record_cells(table: Table) -> Iterator[tuple[Block, ...]]:
    """Yield the blocks that say what the record `table` says, cell by cell."""
    for cell in table.header.cells if table.header else ():
        yield tuple(_in_bold(cell))
    for row in table.rows:
        yield from (tuple(_in_bold(term)) for term in row.cells[:1])
        yield from (cell.blocks for cell in row.cells[1:])


def _in_bold(cell: Cell) -> Iterator[Block]:
    """Yield the blocks of a band or a term, the texts in bold; a heading is bold by itself."""
    for block in cell.blocks:
        if isinstance(block, Paragraph | ListItem):
            yield with_lines(block, strong)
        else:
            yield block
