"""New pages: none where a page begins anyway."""

from collections.abc import Sequence

from conventassembler.draft.model import Block, NewPage


def new_pages(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return `blocks` without the new pages that would leave a page empty.

    Of several in a row the last one counts; none is needed at the beginning or at the end.
    """
    if NewPage not in map(type, blocks):
        return tuple(blocks)
    made: list[Block] = []
    waiting: NewPage | None = None
    for block in blocks:
        if isinstance(block, NewPage):
            waiting = block
            continue
        if waiting:
            if made or waiting.orientation == "landscape":
                made.append(waiting)
            waiting = None
        made.append(block)
    return tuple(made)
