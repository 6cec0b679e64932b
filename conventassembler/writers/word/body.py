"""Blocks -> the content of the body, in the order of the draft."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from conventassembler.draft.lines import RunIn, joined
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
from conventassembler.draft.plain import text_of
from conventassembler.writers.word.contents import contents
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.paragraphs import (
    heading,
    interval,
    list_item,
    paragraph,
    title,
)
from conventassembler.writers.word.sections import Sections, break_before, thin
from conventassembler.writers.word.signatures import signature_grid
from conventassembler.writers.word.tables import table
from conventassembler.writers.word.xml import Element, tag

Line = Block | RunIn
_TWO_LINES = 180
"""Characters of a text that takes two lines of a page at least."""


def body(blocks: Iterable[Block], context: Context, sections: Sections) -> list[Element]:
    """Return what stands in the template's body slot, the constant last paragraph included.

    A new page without anything on it is none.
    """
    made: list[Element] = []
    asked: NewPage | None = None
    for opening, page in _pages(blocks):
        asked = opening or asked
        width = sections.width(asked.orientation if asked else "")
        elements = _written(page, replace(context, width=width))
        if not elements:
            continue
        if asked and not sections.turn(made, asked.orientation, interval(context)) and made:
            _open_page(made, elements)
        made += elements
        asked = None
    sections.close()
    return [*made, interval(context)]


def _pages(blocks: Iterable[Block]) -> Iterator[tuple[NewPage | None, list[Block]]]:
    """Yield the blocks from one new page to the next, with what asks for it."""
    opening: NewPage | None = None
    page: list[Block] = []
    for block in blocks:
        if isinstance(block, NewPage):
            yield opening, page
            opening, page = block, []
        else:
            page.append(block)
    yield opening, page


def _open_page(above: list[Element], page: list[Element]) -> None:
    """Make `page` start a new page below what stands `above`.

    The empty paragraph behind a table opens the page itself: below a table that fills its page, it
    would have one of its own. At the top of a page it takes next to no room, as does the one before
    a table.
    """
    behind_table = len(above) > 1 and above[-2].tag == tag("tbl")
    before_table = len(page) > 1 and page[1].tag == tag("tbl")
    for empty in (*above[-1:][:behind_table], *page[:1][:before_table]):
        thin(empty)
    break_before(above[-1] if behind_table else page[0])


def _written(blocks: Iterable[Block], context: Context) -> list[Element]:
    lines = tuple(joined(blocks))
    made: list[Element] = []
    for block, following, after in zip_longest(lines, lines[1:], lines[2:]):
        if block is not None:
            elements = _block(block, following, after, context)
            made += context.comments.mark(block, elements) if context.comments else elements
    return made


def _holds_on(block: Line, following: Line | None, after: Line | None) -> bool:
    """Tell whether a page may not part the end of `block` from what follows.

    What announces a list or a table stays with it, the first item of a list with the second, the
    last with the one before, and the places to sign never stand on a page without two lines of the
    text that is signed. Headings hold on by their style.
    """
    match block, following:
        case _, Paragraph(role="signature-lead"):
            return True
        case Paragraph(role="signature-lead"), _:
            return False  # it does by its style
        case _, Paragraph() | ListItem() if _is_lead(after) and _is_short(following):
            return True
        case (Paragraph() | RunIn(), ListItem() | Table()) | (_, SignatureGrid()):
            return True
        case ListItem(level=level), ListItem():
            is_last = not isinstance(after, ListItem)
            return block.ordinal == 1 or is_last or following.level > level
        case _:
            return False


def _is_lead(block: Line | None) -> bool:
    return isinstance(block, Paragraph) and block.role == "signature-lead"


def _is_short(block: Paragraph | ListItem) -> bool:
    """Tell whether `block` may take no more than one line."""
    return len(text_of(block.inlines)) < _TWO_LINES


def _block(
    block: Line, following: Line | None, after: Line | None, context: Context
) -> list[Element]:
    keep_next = _holds_on(block, following, after)
    match block:
        case Title():
            return title(block, context)
        case Heading():
            return [heading(block, context, listed=not isinstance(following, Contents))]
        case Paragraph() | RunIn():
            return [paragraph(block, context, keep_next=keep_next)]
        case ListItem():
            return [list_item(block, context, keep_next=keep_next)]
        case _:
            return _large(block, context)


def _large(block: Table | SignatureGrid | Contents | NewPage, context: Context) -> list[Element]:
    """Return what is more than a paragraph; inside a cell there is no new page."""
    match block:
        case Table():
            return table(block, context, _written)
        case SignatureGrid():
            return signature_grid(block, context)
        case Contents():
            return contents(block, context)
        case NewPage():
            return []
