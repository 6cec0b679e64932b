"""Blocks -> the stretches of the body, in the order of the draft."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

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
from conventassembler.writers.word.comments import commented
from conventassembler.writers.word.contents import contents
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.markup import is_table, with_break
from conventassembler.writers.word.pages import Pages, last_of, thin
from conventassembler.writers.word.paragraphs import (
    heading,
    interval,
    list_item,
    paragraph,
    title,
)
from conventassembler.writers.word.signatures import signature_grid
from conventassembler.writers.word.stretches import (
    How,
    Manner,
    Stretch,
    Writing,
    altered,
    stretch,
    stretch_of,
)
from conventassembler.writers.word.tables import table
from conventassembler.writers.word.wordless import Line

_FLOWING: Final = (Paragraph, ListItem, RunIn)
_HELD: Final = (Paragraph, ListItem, Table, SignatureGrid)
"""What a line may hold on to: headings begin something else, and hold on by their style."""
_TWO_LINES: Final = 180
"""Characters of a text that takes two lines of a page at least."""


def body(blocks: Iterable[Block], manner: Manner, pages: Pages) -> list[Stretch]:
    """Return what stands in the template's body slot, the constant last paragraph included.

    A new page without anything on it is none.
    """
    made: list[Stretch] = []
    asked: NewPage | None = None
    empty = stretch_of(interval(manner.styles))
    for opening, page in _pages(blocks):
        asked = opening or asked
        written = _page(page, manner, pages.width(asked.orientation if asked else ""))
        if not any(one.cast.elements for one in written):
            made += written
            continue
        if asked and not pages.turn(made, asked.orientation, empty) and _has_element(made):
            _open_page(made, written)
        made += written
        asked = None
    return [*made, empty]


def _has_element(stretches: Iterable[Stretch]) -> bool:
    return any(one.cast.elements for one in stretches)


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


def _open_page(above: list[Stretch], page: list[Stretch]) -> None:
    """Make `page` start a new page below what stands `above`.

    The empty paragraph behind a table opens the page itself: below a table that fills its page, it
    would have one of its own. At the top of a page it takes next to no room, as does the one before
    a table.
    """
    last, first = last_of(above), next(n for n, one in enumerate(page) if one.cast.elements)
    behind_table = _ends_with_table(above[last].cast.elements)
    before_table = _begins_with_table(page[first].cast.elements)
    head, *rest = page[first].cast.elements
    if behind_table:
        *most, end = above[last].cast.elements
        above[last] = altered(above[last], *most, with_break(thin(end)))
    page[first] = altered(page[first], _opened(head, before_table, behind_table), *rest)


def _opened(head: str, before_table: bool, behind_table: bool) -> str:
    """Return the first element of a page, which opens it unless the one above does."""
    head = thin(head) if before_table else head
    return head if behind_table else with_break(head)


def _ends_with_table(elements: Sequence[str]) -> bool:
    """Tell whether a table stands before the last of `elements`: the two are of one block."""
    return len(elements) > 1 and is_table(elements[-2])


def _begins_with_table(elements: Sequence[str]) -> bool:
    return len(elements) > 1 and is_table(elements[1])


def _page(blocks: Iterable[Block], manner: Manner, width: int) -> list[Stretch]:
    writing = Writing(_block, manner, width)
    return [stretch(line, writing, how) for line, how in _neighbours(joined(blocks))]


def _written(blocks: Iterable[Block], context: Context) -> list[str]:
    """Return what `blocks` become inside a cell."""
    found = _neighbours(joined(blocks))
    return [one for line, how in found for one in _block(line, context, *how)]


def _neighbours(blocks: Iterable[Line]) -> Iterator[tuple[Line, How]]:
    """Yield each line with what it knows of those behind it."""
    lines = tuple(blocks)
    behind = zip((*lines[1:], None), (*lines[2:], None, None), strict=False)
    for line, (following, after) in zip(lines, behind, strict=False):
        if not isinstance(line, _FLOWING):
            yield line, (False, not isinstance(following, Contents))
        elif isinstance(following, _HELD):
            yield line, (_holds_on(line, following, after), True)
        else:
            yield line, (False, True)


def _holds_on(block: Line, following: Line, after: Line | None) -> bool:
    """Tell whether a page may not part the end of `block` from what follows, one of `_HELD`.

    What announces a list or a table stays with it, the first item of a list with the second, the
    last with the one before, and the places to sign never stand on a page without two lines of the
    text that is signed. Headings hold on by their style.
    """
    if isinstance(following, Paragraph):
        if _is_lead(following):
            return True
        return _is_lead(after) and not _is_lead(block) and _is_short(following)
    if _is_lead(block):
        return False  # it does by its style
    match following:
        case ListItem():
            return _holds_item(block, following, after)
        case SignatureGrid():
            return True
        case _:
            return isinstance(following, Table) and not isinstance(block, ListItem)


def _holds_item(block: Line, following: ListItem, after: Line | None) -> bool:
    """Tell whether `block` holds on to the item that follows."""
    if not isinstance(block, ListItem) or (_is_lead(after) and _is_short(following)):
        return True
    return block.ordinal == 1 or not isinstance(after, ListItem) or following.level > block.level


def _is_lead(block: Line | None) -> bool:
    return isinstance(block, Paragraph) and block.role == "signature-lead"


def _is_short(block: Paragraph | ListItem) -> bool:
    """Tell whether `block` may take no more than one line."""
    return len(text_of(block.inlines)) < _TWO_LINES


def _block(block: Line, context: Context, keep_next: bool, is_listed: bool) -> list[str]:
    elements = _elements(block, context, keep_next, is_listed)
    return commented(block, elements, context) if context.called else elements


def _elements(block: Line, context: Context, keep_next: bool, is_listed: bool) -> list[str]:
    match block:
        case Title():
            return title(block, context)
        case Heading():
            return [heading(block, context, listed=is_listed)]
        case Paragraph() | RunIn():
            return [paragraph(block, context, keep_next=keep_next)]
        case ListItem():
            return [list_item(block, context, keep_next=keep_next)]
        case _:
            return _large(block, context)


def _large(block: Table | SignatureGrid | Contents | NewPage, context: Context) -> list[str]:
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
