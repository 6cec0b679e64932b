"""The inlines of a draft, block by block: what the rules about words read."""

from collections.abc import Iterable, Iterator

from conventassembler.draft.model import (
    Block,
    Heading,
    Inlines,
    ListItem,
    Paragraph,
    SignatureGrid,
    Table,
    Title,
)


def runs(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """Yield the inlines of each line of text, those in the cells of tables too."""
    for block in blocks:
        match block:
            case Title():
                yield from block.lines
            case Heading() | Paragraph() | ListItem():
                yield block.inlines
            case Table():
                for row in (block.header, *block.rows):
                    yield from (one for cell in row.cells for one in runs(cell.blocks))
            case SignatureGrid():
                for place in (one for row in block.rows for one in row):
                    yield from (place.capacity, place.name)
