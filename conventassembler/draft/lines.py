"""The lines of text that blocks say, in reading order: who reads words reads them here.

A run-in heading and the paragraph that goes on behind it are two blocks, each with its id, and one
line. Tables and places to sign are read row by row, from left to right.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import is_

from conventassembler.draft.model import (
    Block,
    Cell,
    Contents,
    Footnote,
    Heading,
    Inlines,
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
from conventassembler.frozen import dataclass, replace
from conventassembler.keeping import recalled

Change = Callable[[Inlines], Inlines]


@dataclass(frozen=True, slots=True)
class RunIn:
    """A run-in heading with its paragraph."""

    heading: Heading
    paragraph: Paragraph

    @property
    def inlines(self) -> Inlines:
        """The whole line."""
        return (*heading_inlines(self.heading), *self.paragraph.inlines)


_run_in = recalled(RunIn)
Group = list[Block | RunIn]
"""A block alone, or the items of lists with what continues them."""


def joined(blocks: Iterable[Block]) -> Iterator[Block | RunIn]:
    """Yield `blocks` in order, a run-in heading and the paragraph after it as one.

    A run-in heading that no paragraph follows stands alone: no composed draft has one.
    """
    waiting: Heading | None = None
    for block in blocks:
        if waiting:
            if isinstance(block, Paragraph):
                yield _run_in(waiting, block)
                waiting = None
                continue
            yield waiting
            waiting = None
        if isinstance(block, Heading) and block.run_in:
            waiting = block
        else:
            yield block
    if waiting:
        yield waiting


def grouped(
    blocks: Iterable[Block | RunIn], is_seen: Callable[[Block | RunIn], bool]
) -> Iterator[Group]:
    """Yield the blocks that are seen, each alone; items of lists with what continues them."""
    group: Group = []
    for block in filter(is_seen, blocks):
        if group and not (_is_listed(block) and isinstance(group[0], ListItem)):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _is_listed(block: Block | RunIn) -> bool:
    continues = isinstance(block, Paragraph) and block.role == "continuation"
    return continues or isinstance(block, ListItem)


def heading_inlines(heading: Heading) -> Inlines:
    """Return all that a heading says: label, separator, text, and what ends a run-in one."""
    lead, end = heading.label + heading.separator, heading.run_in
    before, after = (() if not text else (Text(text),) for text in (lead, end))
    return (*before, *heading.inlines, *after)


def rows_of(table: Table) -> tuple[Row, ...]:
    """Return all the rows of `table`, its header first where it has one."""
    return (*((table.header,) if table.header else ()), *table.rows)


def lines(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """Yield the inlines of each line of text of `blocks`, with or without a character."""
    return (line for block in joined(blocks) for line in _lines_of(block))


def notes(blocks: Iterable[Block]) -> Iterator[Footnote]:
    """Yield the notes that `blocks` call, in order."""
    return (one for line in lines(blocks) for one in line if isinstance(one, Footnote))


def with_lines(block: Block, change: Change) -> Block:
    """Return `block` with `change` made to each of its lines, in reading order.

    Of a heading, that is the text: its label stays. A table of contents stays as it is: it repeats
    headings.
    """
    match block:
        case Title():
            return replace(block, lines=tuple(map(change, block.lines)))
        case Heading() | Paragraph() | ListItem():
            inlines = change(block.inlines)
            return block if inlines is block.inlines else replace(block, inlines=inlines)
        case Table():
            return with_blocks(block, partial(with_lines, change=change))
        case SignatureGrid():
            rows = tuple(tuple(_place(one, change) for one in row) for row in block.rows)
            return replace(block, rows=rows)
        case NewPage() | Contents():
            return block


def with_blocks(table: Table, change: Callable[[Block], Block]) -> Table:
    """Return `table` with `change` made to each block of its cells, in reading order.

    What stays as it is, the whole table or a row of it, is the very same.
    """
    header = _row(table.header, change) if table.header else None
    rows = tuple([_row(row, change) for row in table.rows])
    if header is table.header and all(map(is_, rows, table.rows)):
        return table
    return replace(table, header=header, rows=rows)


def _row(row: Row, change: Callable[[Block], Block]) -> Row:
    cells = tuple([_cell(cell, change) for cell in row.cells])
    return row if all(map(is_, cells, row.cells)) else replace(row, cells=cells)


def _cell(cell: Cell, change: Callable[[Block], Block]) -> Cell:
    blocks = tuple(map(change, cell.blocks))
    return cell if all(map(is_, blocks, cell.blocks)) else replace(cell, blocks=blocks)


def parts_of(place: Signatory) -> tuple[Inlines, Inlines, Inlines, Inlines]:
    """Return the lines of a place to sign in reading order, those without words too."""
    return place.lead, place.capacity, place.name, place.zone


def _place(place: Signatory, change: Change) -> Signatory:
    lead, capacity, name, zone = map(change, parts_of(place))
    return replace(place, lead=lead, capacity=capacity, name=name, zone=zone)


def _lines_of(block: Block | RunIn) -> Iterator[Inlines]:
    match block:
        case Title():
            yield from block.lines
        case Heading():
            yield heading_inlines(block)
        case Paragraph() | ListItem() | RunIn():
            yield block.inlines
        case Table():
            cells = (cell for row in rows_of(block) for cell in row.cells)
            yield from (line for cell in cells for line in lines(cell.blocks))
        case SignatureGrid():
            places = (one for row in block.rows for one in row)
            yield from (part for one in places for part in parts_of(one))
        case Contents():
            yield from (entry.inlines for entry in block.entries)
        case NewPage():
            pass
