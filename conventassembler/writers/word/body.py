"""Blocks -> the content of the body, in the order of the draft."""

from collections.abc import Iterable
from itertools import pairwise

from conventassembler.draft.model import (
    Block,
    Contents,
    Heading,
    ListItem,
    NewPage,
    Paragraph,
    SignatureGrid,
    Table,
    Title,
)
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.paragraphs import (
    heading,
    interval,
    list_item,
    paragraph,
    title,
)
from conventassembler.writers.word.signatures import signature_grid
from conventassembler.writers.word.tables import table
from conventassembler.writers.word.xml import Element


def body(blocks: Iterable[Block], context: Context) -> list[Element]:
    """Return what stands in the template's body slot, the constant last paragraph included."""
    return [*_written(blocks, context), interval(context)]


def _written(blocks: Iterable[Block], context: Context) -> list[Element]:
    pairs = pairwise((*blocks, None))
    return [
        element
        for block, following in pairs
        if block is not None
        for element in _block(block, context, keep_next=_holds_on(block, following))
    ]


def _holds_on(block: Block, following: Block | None) -> bool:
    """Tell whether a page may not part the end of `block` from what follows.

    What announces a list or a table stays with it, the first item of a list with the second, and
    the places to sign never stand on a page without some of the text that is signed. Headings hold
    on by their style.
    """
    if isinstance(following, Paragraph):
        return following.role == "signature-lead"
    if isinstance(block, ListItem):
        return block.ordinal == 1 and isinstance(following, ListItem)
    return isinstance(block, Paragraph) and isinstance(following, ListItem | Table)


def _block(block: Block, context: Context, *, keep_next: bool) -> list[Element]:
    match block:
        case Title():
            return title(block, context)
        case Heading():
            return [heading(block, context)]
        case Paragraph():
            return [paragraph(block, context, keep_next=keep_next)]
        case ListItem():
            return [list_item(block, context, keep_next=keep_next)]
        case Table():
            return table(block, context, _written)
        case SignatureGrid():
            return signature_grid(block, context)
        case Contents() | NewPage():
            return []
