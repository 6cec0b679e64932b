"""New pages: none where a page begins anyway."""

from collections.abc import Iterable, Iterator

from conventassembler.draft.model import Block, NewPage


def new_pages(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield `blocks` without the new pages that would leave a page empty.

    Of several in a row the last one counts; none is needed at the beginning or at the end.
    """
    waiting: NewPage | None = None
    begun = False
    for block in blocks:
        if isinstance(block, NewPage):
            waiting = block
            continue
        if waiting and (begun or waiting.orientation == "landscape"):
            yield waiting
        waiting, begun = None, True
        yield block
