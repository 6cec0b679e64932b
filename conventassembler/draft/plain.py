"""The plain text of a draft: the one projection that every written form is held against.

The twin and the Word file are right when the words read back from them are these words.
"""

from collections.abc import Iterable, Iterator

from conventassembler.draft.lines import lines, notes
from conventassembler.draft.model import Block, Draft, Inlines


def plain_text(draft: Draft) -> str:
    """Return the words of `draft`, one unit of text a line, without a final line feed.

    The units of its blocks come first, then those of its notes, in the order of their calls. A
    line break inside a unit is a line feed; a unit without any character leaves no line.
    """
    return "\n".join((*units(draft.blocks), *note_units(draft.blocks)))


def units(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the units of text of `blocks` in reading order; none is empty.

    A unit is a line of the title, a heading (label, separator and text) with the paragraph that
    goes on behind it if it is run in, a paragraph, a list item without its marker, an entry of the
    table of contents, or what a place to sign says: the words that lead it, the capacity, the
    name, the zone of an electronic signature. Tables and signature grids are read row by row, left
    to right. The call of a note is no text.
    """
    return filter(None, map(text_of, lines(blocks)))


def note_units(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the text of each note of `blocks` that has one, in the order of their calls."""
    return filter(None, (text_of(note.inlines) for note in notes(blocks)))


def text_of(inlines: Inlines) -> str:
    """Return the joined text of `inlines`."""
    return "".join([inline.text for inline in inlines])
