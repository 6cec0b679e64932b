"""The plain text of a draft: the one projection that every written form is held against.

The twin and the Word file are right when the words read back from them are these words.
"""

from collections.abc import Iterable, Iterator

from conventassembler.draft.model import (
    Block,
    Draft,
    Heading,
    Inlines,
    ListItem,
    Paragraph,
    Row,
    Signatory,
    SignatureGrid,
    Table,
    Title,
)


def plain_text(draft: Draft) -> str:
    """Return the words of `draft`, one unit of text a line, without a final line feed.

    A unit is a line of the title, a heading (label, separator and text), a paragraph, a list item
    without its marker, or what a place to sign says: the capacity, then the name. Tables and
    signature grids are read row by row, left to right. A line break inside a unit is a line feed;
    a unit without any character leaves no line.
    """
    return "\n".join(units(draft.blocks))


def units(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the units of text of `blocks` in reading order; none is empty."""
    return (unit for block in blocks for unit in _units_of(block) if unit)


def text_of(inlines: Inlines) -> str:
    """Return the joined text of `inlines`."""
    return "".join(inline.text for inline in inlines)


def _units_of(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield from map(text_of, block.lines)
        case Heading():
            yield block.label + block.separator + text_of(block.inlines)
        case Paragraph() | ListItem():
            yield text_of(block.inlines)
        case Table():
            yield from _table_units(block)
        case SignatureGrid():
            yield from _signature_units(block)


def _table_units(table: Table) -> Iterator[str]:
    rows: tuple[Row, ...] = (table.header, *table.rows)
    return (unit for row in rows for cell in row.cells for unit in units(cell.blocks))


def _signature_units(grid: SignatureGrid) -> Iterator[str]:
    signatories: Iterator[Signatory] = (place for row in grid.rows for place in row)
    return (text_of(part) for place in signatories for part in (place.capacity, place.name))
