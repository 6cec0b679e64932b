"""The inlines of a draft, line by line: what the rules about words read."""

from collections.abc import Iterator, Sequence

from conventassembler.draft.lines import heading_inlines, lines
from conventassembler.draft.model import Block, Footnote, Heading, Inlines, ListItem, Paragraph


def runs(blocks: Sequence[Block]) -> Iterator[Inlines]:
    """Yield the inlines of each line of text, in the cells of tables too, then of each note.

    The call of a note parts no words: lines are without them.
    """
    yield from _with_notes(tuple(lines(blocks)))


def lines_of(block: Block) -> Sequence[Inlines]:
    """Return the same of one block."""
    match block:
        case Paragraph() | ListItem():
            return _with_notes((block.inlines,))
        case Heading():
            return _with_notes((heading_inlines(block),))
        case _:
            return _with_notes(tuple(lines((block,))))


def _with_notes(said: Sequence[Inlines]) -> Sequence[Inlines]:
    notes = [one.inlines for line in said for one in line if isinstance(one, Footnote)]
    return tuple(map(_without_calls, (*said, *notes))) if notes else said


def _without_calls(line: Inlines) -> Inlines:
    return tuple(one for one in line if not isinstance(one, Footnote))
