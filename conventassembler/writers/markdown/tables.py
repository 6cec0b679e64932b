"""Tables as pipe tables, the extension that git forges and editors read beside CommonMark.

A row is a line: what a cell holds besides one paragraph is parted by `<br>`.
"""

from collections.abc import Iterable, Iterator, Sequence

from conventassembler.draft.enumeration import marker
from conventassembler.draft.lines import RunIn, heading_inlines, joined, parts_of, rows_of
from conventassembler.draft.model import (
    Block,
    Cell,
    Contents,
    Heading,
    Inlines,
    ListItem,
    NewPage,
    Paragraph,
    Row,
    Signatory,
    SignatureGrid,
    Table,
    Title,
)
from conventassembler.patterns import Pattern
from conventassembler.writers.markdown.text import BREAK, cell_line, run_in_inlines

_CALLS = Pattern(r"(?:\[\^\d+\])*")
_RULES = {"left": "---", "center": ":---:", "right": "---:"}


def table_lines(table: Table) -> list[str]:
    """Return the lines of `table`; a row that is short of cells gets empty ones."""
    header = _cells(table.header) if table.header else []
    rules = [_RULES[alignment] for alignment in table.alignments]
    return _pipe_table(header, rules, [_cells(row) for row in table.rows])


def signature_lines(grid: SignatureGrid) -> list[str]:
    """Return the lines of a table without a header that shows who signs beside whom."""
    rows = [[_joined(_place(place)) for place in row] for row in grid.rows]
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
    """Return the cells of `row`; one over several columns has empty ones behind it."""
    return [text for cell in row.cells for text in (_cell(cell), *[""] * (cell.span - 1))]


def _cell(cell: Cell) -> str:
    return _joined(line for block in joined(cell.blocks) for line in _block_lines(block))


def _joined(lines: Iterable[str]) -> str:
    """Return `lines` on one; the calls of notes alone are no line."""
    joint = ""
    for line in lines:
        is_text = _CALLS.fullmatch(line) is None
        joint += (BREAK if is_text and _CALLS.fullmatch(joint) is None else "") + line
    return joint


def _place(place: Signatory) -> Iterator[str]:
    return map(cell_line, parts_of(place))


def _block_lines(block: Block | RunIn) -> Iterator[str]:
    """Yield what `block` says inside a cell, where there are no blocks but lines."""
    match block:
        case ListItem():
            yield _item(block)
        case Table():
            yield from (text for row in rows_of(block) for text in _cells(row))
        case SignatureGrid():
            yield from (_joined(_place(place)) for row in block.rows for place in row)
        case _:
            yield from map(cell_line, _lines(block))


def _lines(block: Title | Heading | Paragraph | RunIn | Contents | NewPage) -> Iterator[Inlines]:
    match block:
        case Title():
            yield from block.lines
        case Heading():
            yield heading_inlines(block)
        case Paragraph():
            yield block.inlines
        case RunIn():
            yield (*run_in_inlines(block.heading), *block.paragraph.inlines)
        case Contents():
            yield from (entry.inlines for entry in block.entries)
        case NewPage():
            pass


def _item(item: ListItem) -> str:
    head = "–" if item.kind == "bullet" else marker(item)
    text = cell_line(item.inlines)
    return f"{head} {text}" if text else ""
