"""The inlines of a draft, line by line: what the rules about words read."""

from collections.abc import Iterator, Sequence

from conventassembler.draft.lines import heading_inlines, lines, notes
from conventassembler.draft.model import Block, Footnote, Heading, Inlines, ListItem, Paragraph


def runs(blocks: Sequence[Block]) -> Iterator[Inlines]:
    """Yield the inlines of each line of text, in the cells of tables too, then of each note.

    The call of a note parts no words: lines are without them.
    """
    for line in (*lines(blocks), *(note.inlines for note in notes(blocks))):
        yield _without_calls(line)


def lines_of(block: Block) -> Sequence[Inlines]:
    """Return the inlines of each line of one block, without the calls of notes."""
    match block:
        case Paragraph() | ListItem():
            return (_without_calls(block.inlines),)
        case Heading():
            return (_without_calls(heading_inlines(block)),)
        case _:
            return tuple(map(_without_calls, lines((block,))))


def notes_of(block: Block) -> Sequence[Inlines]:
    """Return the inlines of each note that a block calls."""
    if isinstance(block, (Paragraph, ListItem, Heading)):
        called = [one for one in block.inlines if type(one) is Footnote]
    else:
        called = list(notes((block,)))
    return [_without_calls(note.inlines) for note in called]


def _without_calls(line: Inlines) -> Inlines:
    has_calls = Footnote in map(type, line)  # asked of all lines, and hardly any has one
    return tuple(one for one in line if not isinstance(one, Footnote)) if has_calls else line
