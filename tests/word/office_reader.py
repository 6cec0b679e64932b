"""What of a draft is not in the lines that LibreOffice prints, with the numbers that it counts.

It prints a line for each paragraph and each line break, the number of a heading or an item before
its text, and no notes.
"""

from collections.abc import Iterable, Iterator

from offices import bare

from conventassembler.draft.lines import RunIn, heading_inlines, joined
from conventassembler.draft.model import Block, Heading, ListItem, Paragraph
from conventassembler.draft.plain import text_of


def unread(blocks: Iterable[Block], lines: Iterable[str]) -> list[str]:
    """Return the headings, paragraphs and items of `blocks` that are not among `lines`, in order.

    Spaces and capitals do not count: LibreOffice puts a space behind a number, and prints it as it
    is typed where it shows capitals. An item may have any marker.
    """
    left = [bare(line) for line in lines]
    missing: list[str] = []
    for text, is_item in _said(blocks):
        wanted = bare(text)
        places = (
            place
            for place, line in enumerate(left)
            if line == wanted or (is_item and line.endswith(wanted))
        )
        place = next(places, None)
        if place is None:
            missing.append(text)
        else:
            del left[: place + 1]
    return missing


def _said(blocks: Iterable[Block]) -> Iterator[tuple[str, bool]]:
    """Yield each printed line, and whether a marker may stand before it."""
    for block in joined(blocks):
        match block:
            case Heading():
                inlines = heading_inlines(block)
            case Paragraph() | ListItem() | RunIn():
                inlines = block.inlines
            case _:
                continue
        first, *rest = text_of(inlines).split("\n")
        yield first, isinstance(block, ListItem)
        yield from ((line, False) for line in rest)
