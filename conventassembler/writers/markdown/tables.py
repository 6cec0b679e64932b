"""Tables as pipe tables, the extension that git forges and editors read beside CommonMark.

A row is a line: what a cell holds besides one paragraph is parted by `<br>`.
"""

from collections.abc import Iterable, Sequence

from conventassembler.draft.lines import rows_of
from conventassembler.draft.model import (
    Block,
    Cell,
    Contents,
    Heading,
    ListItem,
    NewPage,
    Paragraph,
    Row,
    Signatory,
    SignatureGrid,
    Table,
    Text,
    Title,
)
from conventassembler.writers.markdown.text import BREAK, cell_line

_RULES = {"left": "---", "center": ":---:", "right": "---:"}


def table_lines(table: Table) -> list[str]:
    """Return the lines of `table`; a row that is short of cells gets empty ones."""
    header = _cells(table.header) if table.header else []
    rows = [_cells(row) for row in table.rows]
    rules = [_RULES[alignment] for alignment in table.alignments]
    return _pipe_table(header, rules, rows)


def signature_lines(grid: SignatureGrid) -> list[str]:
    """Return the lines of a table without a header that shows who signs beside whom."""
    rows = [[_place(place) for place in row] for row in grid.rows]
    return _pipe_table([], [], rows)


def _pipe_table(
    header: Sequence[str], rules: Sequence[str], rows: Sequence[Sequence[str]]
) -> list[str]:
    width = max(map(len, (header, rules, *rows)))
    if not width:
        return []
    head, *others = (_row(cells, width) for cells in (header, *rows))
    ruled = _row([*rules, *["---"] * (width - len(rules))], width)
    return [head, ruled, *others]


def _row(cells: Sequence[str], width: int) -> str:
    padded = [*cells, *[""] * (width - len(cells))]
    return f"| {' | '.join(padded)} |"


def _cells(row: Row) -> list[str]:
    return [_cell(cell) for cell in row.cells]


def _cell(cell: Cell) -> str:
    return _joined(line for block in cell.blocks for line in _block_lines(block))


def _place(place: Signatory) -> str:
    return _joined((cell_line(place.capacity), cell_line(place.name)))


def _joined(lines: Iterable[str]) -> str:
    return BREAK.join(line for line in lines if line)


def _block_lines(block: Block) -> list[str]:
    """Return what `block` says inside a cell, where there are no blocks but lines."""
    match block:
        case Title():
            return [cell_line(line) for line in block.lines]
        case Heading():
            lead = Text(block.label + block.separator)
            return [cell_line((lead, *block.inlines))]
        case ListItem():
            return [_item(block)]
        case Paragraph():
            return [cell_line(block.inlines)]
        case Table():
            return [line for row in rows_of(block) for line in _cells(row)]
        case SignatureGrid():
            return [_place(place) for row in block.rows for place in row]
        case Contents():
            return [cell_line(entry.inlines) for entry in block.entries]
        case NewPage():
            return []


def _item(item: ListItem) -> str:
    marker = "–" if item.kind == "bullet" else f"{item.ordinal}."
    text = cell_line(item.inlines)
    return f"{marker} {text}" if text else ""
