"""The articles of a finished draft, each with its text and with what its heading announces."""

import re
from collections.abc import Iterator, Sequence

from conventassembler.checks.blocks import Said
from conventassembler.checks.passages import Reading
from conventassembler.checks.topics import has_word, line_has
from conventassembler.diagnostics import Position
from conventassembler.draft.lines import lines
from conventassembler.draft.model import Block, Heading, Paragraph, SignatureGrid
from conventassembler.draft.places import place_of
from conventassembler.draft.plain import text_of
from conventassembler.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A heading that announces a topic, of an entry or inside a clause, with what stands below."""

    position: Position
    """Where the heading was typed; the entry for that of the library, the clause for one in it."""
    title: str
    lines: tuple[str, ...]
    """The words below its heading, line by line."""
    topics: tuple[str, ...]
    """What its heading announces, as the table of topics calls it: « duree »."""
    whole: bool
    """Whether nothing in it is still to be given."""

    @property
    def text(self) -> str:
        """The words below its heading, with plain spaces."""
        return plain(self.lines)


def plain(lines: Sequence[str]) -> str:
    """Return lines as one text, with plain spaces."""
    return re.sub(r"[^\S\n]+", " ", "\n".join(lines))


def says(section: Section, topic: str) -> bool:
    """Tell whether the text of a section has a word of the topic."""
    # Most often one line tells it, and lines come back in other acts.
    return any(line_has(line, topic) for line in section.lines) or has_word(section.text, topic)


def sections(reading: Reading) -> Sequence[Section]:
    """Return what stands below each heading that announces a topic, in the order of the text."""
    return tuple(_sections(reading))


def _sections(reading: Reading) -> Iterator[Section]:
    blocks = reading.draft.blocks
    for start in reading.whole.announcing:
        block, words = blocks[start], reading.said[start]
        if isinstance(block, Heading):
            end = _end(blocks, start)
            place, title = _place(block, reading), words.title
            lines = tuple(_lines(blocks[start + 1 : end], reading.said[start + 1 : end]))
            whole = not any(one.waits for one in reading.said[start + 1 : end])
            yield Section(place, title, lines, words.topics, whole)


def _lines(blocks: Sequence[Block], below: Sequence[Said]) -> Iterator[str]:
    """Yield the lines of blocks, a run-in heading on that of its paragraph."""
    if any(isinstance(one, Heading) and one.run_in for one in blocks):
        yield from map(text_of, lines(blocks))
    else:
        yield from (line for one in below for line in one.lines)


def _place(heading: Heading, reading: Reading) -> Position:
    instance = next((one for one in reading.instances if one.id == heading.id), None)
    if instance is not None:
        return place_of(instance.entry.title, instance.entry.position)
    made = heading.provenance
    return Position(made.file or reading.resolved.agreement.file, max(1, made.line))


def _end(blocks: tuple[Block, ...], start: int) -> int:
    """Return where what stands below a heading ends, deeper headings with their text too."""
    heading = blocks[start]
    assert isinstance(heading, Heading)
    below = range(start + 1, len(blocks))
    return next((one for one in below if _ends(blocks[one], heading)), len(blocks))


def _ends(block: Block, heading: Heading) -> bool:
    """Tell whether what stands below a heading ends before `block`: a heading, or the signature."""
    if isinstance(block, Heading):
        return block.level <= heading.level or block.rank != heading.rank
    is_lead = isinstance(block, Paragraph) and block.role == "signature-lead"
    return is_lead or isinstance(block, SignatureGrid)
