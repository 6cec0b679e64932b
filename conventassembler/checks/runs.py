"""The inlines of a draft, line by line: what the rules about words read."""

from collections.abc import Iterator, Sequence

from conventassembler.draft.lines import lines, notes
from conventassembler.draft.model import Block, Footnote, Inlines


def runs(blocks: Sequence[Block]) -> Iterator[Inlines]:
    """Yield the inlines of each line of text, in the cells of tables too, then of each note.

    The call of a note parts no words: lines are without them.
    """
    for line in (*lines(blocks), *(note.inlines for note in notes(blocks))):
        yield _without_calls(line)


def _without_calls(line: Inlines) -> Inlines:
    return tuple(one for one in line if not isinstance(one, Footnote))
