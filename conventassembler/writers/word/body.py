"""Blocks -> the stretches of the body, in the order of the draft."""

from collections.abc import Iterable, Iterator, Sequence

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
from conventassembler.writers.word.casts import Manner, Writing
from conventassembler.writers.word.comments import commented
from conventassembler.writers.word.contents import contents
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.markup import is_table, with_break
from conventassembler.writers.word.neighbours import How, behind, how_of, sort_of
from conventassembler.writers.word.pages import Pages, last_of, thin
from conventassembler.writers.word.paragraphs import (
    heading,
    interval,
    list_item,
    paragraph,
    title,
)
from conventassembler.writers.word.signatures import signature_grid
from conventassembler.writers.word.stretches import Stretch, altered, stretch_of, stretches
from conventassembler.writers.word.tables import table
from conventassembler.writers.word.wordless import Line


def body(blocks: Sequence[Block], manner: Manner, pages: Pages) -> list[Stretch]:
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


def _has_element(made: Iterable[Stretch]) -> bool:
    return any(one.cast.elements for one in made)


def _pages(blocks: Sequence[Block]) -> Iterator[tuple[NewPage | None, Sequence[Block]]]:
    """Yield the blocks from one new page to the next, with what asks for it."""
    opening: NewPage | None = None
    start = 0
    for end, block in enumerate(blocks):
        if isinstance(block, NewPage):
            yield opening, blocks[start:end]
            opening, start = block, end + 1
    yield opening, blocks[start:]


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
    return stretches(list(joined(blocks)), Writing(_block, manner, width))


def _written(blocks: Iterable[Block], context: Context) -> list[str]:
    """Return what `blocks` become inside a cell."""
    lines = list(joined(blocks))
    sorts = [sort_of(line, context.width) for line in lines]
    hows = [how_of(one, *those) for one, those in zip(sorts, behind(lines, sorts), strict=True)]
    written = [_block(line, context, how) for line, how in zip(lines, hows, strict=True)]
    return [element for some in written for element in some]


def _block(block: Line, context: Context, how: How) -> list[str]:
    elements = _elements(block, context, how)
    return commented(block, elements, context) if context.called else elements


def _elements(block: Line, context: Context, how: How) -> list[str]:
    match block:
        case Title():
            return title(block, context)
        case Heading():
            return [heading(block, context, listed=how.is_listed)]
        case Paragraph() | RunIn():
            return [paragraph(block, context, keep_next=how.is_held)]
        case ListItem():
            return [list_item(block, context, keep_next=how.is_held)]
        case SignatureGrid():
            return signature_grid(block, context, is_whole=how.is_held)
        case _:
            return _large(block, context)


def _large(block: Table | Contents | NewPage, context: Context) -> list[str]:
    """Return what is more than a paragraph; inside a cell there is no new page."""
    match block:
        case Table():
            return table(block, context, _written)
        case Contents():
            return contents(block, context)
        case NewPage():
            return []
