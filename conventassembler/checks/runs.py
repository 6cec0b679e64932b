"""The inlines of a draft, line by line: what the rules about words read."""

from collections.abc import Iterator, Sequence
from itertools import chain

from conventassembler.draft.lines import heading_inlines, lines, notes
from conventassembler.draft.model import Block, Footnote, Heading, Inlines, ListItem, Paragraph


def runs(blocks: Sequence[Block]) -> Iterator[Inlines]:
    """Yield the inlines of each line of text, in the cells of tables too, then of each note.

    The call of a note parts no words: lines are without them.
    """
    for line in (*lines(blocks), *(note.inlines for note in notes(blocks))):
        yield _without_calls(line)


def lines_of(block: Block) -> tuple[Sequence[Inlines], Sequence[Inlines]]:
    """Return the inlines of each line of a block, without the calls of notes, and of each note."""
    said: Sequence[Inlines]
    match block:
        case Paragraph() | ListItem():
            said = (block.inlines,)
        case Heading():
            said = (heading_inlines(block),)
        case _:
            said = tuple(lines((block,)))
    if Footnote not in map(type, chain.from_iterable(said)):  # as hardly any has
        return said, ()
    called = [one for line in said for one in line if isinstance(one, Footnote)]
    return _all_without_calls(said), _all_without_calls([one.inlines for one in called])


def _all_without_calls(said: Sequence[Inlines]) -> Sequence[Inlines]:
    return list(map(_without_calls, said))


def _without_calls(line: Inlines) -> Inlines:
    has_calls = Footnote in map(type, line)  # asked of all lines, and hardly any has one
    return tuple(one for one in line if not isinstance(one, Footnote)) if has_calls else line
