"""Notes as GFM writes them: a call `[^1]` in the text, and `[^1]: ...` below the block."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from conventassembler.draft.lines import with_lines
from conventassembler.draft.model import Block, Footnote, Inlines
from conventassembler.draft.plain import text_of
from conventassembler.writers.markdown.text import source_lines

_MARGIN = "    "


def numbered(blocks: Iterable[Block], numbers: Iterator[int]) -> Iterator[Block]:
    """Yield `blocks` with the next of `numbers` for the id of each note, those without words gone.

    Notes are numbered in the order of their calls.
    """
    change = partial(_numbered, numbers=numbers)
    return (with_lines(one, change) for one in blocks)


def note_lines(notes: Iterable[Footnote]) -> Iterator[list[str]]:
    """Yield the lines of each of `notes`, once they are numbered."""
    for note in notes:
        first, *others = source_lines(note.inlines)
        yield [f"[^{note.id}]: {first}", *(_MARGIN + line for line in others)]


def _numbered(inlines: Inlines, numbers: Iterator[int]) -> Inlines:
    kept = (one for one in inlines if not isinstance(one, Footnote) or text_of(one.inlines))
    return tuple(
        replace(one, id=str(next(numbers))) if isinstance(one, Footnote) else one for one in kept
    )
