"""The table of contents: the headings of a finished act, in order."""

from collections.abc import Iterable, Iterator

from conventassembler.draft.model import (
    Block,
    Contents,
    ContentsEntry,
    Footnote,
    Heading,
    Inlines,
    NewPage,
    Text,
    Title,
)

Blocks = tuple[Block, ...]

DEEPEST = 3
"""Level of the last headings that it lists."""


def with_contents(blocks: Blocks, *, capitals: bool) -> Blocks:
    """Return typeset blocks with a table of contents behind the title, and what follows on a page.

    An act that needs a table begins with a page that holds the title and the table alone. The word
    above it is in `capitals` where those of the other parts are.
    """
    entries = tuple(_entries(blocks))
    if not entries:
        return blocks
    after = next((n for n, one in enumerate(blocks, 1) if isinstance(one, Title)), 0)
    title = Heading("acte/sommaire", 1, "", "", (Text("Sommaire"),), capitals, rank="part")
    table = Contents("acte/sommaire/table", entries)
    return (*blocks[:after], title, table, NewPage("acte/sommaire/suite"), *blocks[after:])


def _entries(blocks: Iterable[Block]) -> Iterator[ContentsEntry]:
    for block in blocks:
        if isinstance(block, Heading) and block.level <= DEEPEST and not block.run_in:
            yield ContentsEntry(block.id, block.level, _words(block))


def _words(heading: Heading) -> Inlines:
    """Return the whole heading as text of the table's own: the values stand in the heading."""
    label = [Text(heading.label + heading.separator)] if heading.label else []
    return (
        *label,
        *(
            Text(" " if one.text == "\n" else one.text)
            for one in heading.inlines
            if not isinstance(one, Footnote)
        ),
    )
