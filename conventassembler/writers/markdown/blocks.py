"""Blocks -> the paragraphs of the twin, with the notes of each below it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from conventassembler.draft.lines import RunIn, grouped, heading_inlines, joined, notes
from conventassembler.draft.model import (
    Block,
    Contents,
    Footnote,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    ListItem,
    NewPage,
    Paragraph,
    SignatureGrid,
    Table,
    Title,
)
from conventassembler.draft.plain import text_of, units
from conventassembler.keeping import held
from conventassembler.writers.markdown.lists import list_lines
from conventassembler.writers.markdown.notes import note_lines
from conventassembler.writers.markdown.records import record_cells
from conventassembler.writers.markdown.tables import signature_lines, table_lines
from conventassembler.writers.markdown.text import heading_line, run_in_inlines, source_lines

_DEEPEST_HEADING = 6
_NEW_PAGE = "---"


def paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the text of all that an empty line parts from the rest."""
    for group in grouped(joined(blocks), _is_seen):
        yield from _of_group(tuple(group))


@held
def _of_group(group: tuple[Block | RunIn, ...]) -> tuple[str, ...]:
    match group[0]:
        case Table(kind="record") as record:
            return tuple(text for cell in record_cells(record) for text in paragraphs(cell))
        case _:
            paragraphs_of_lines = chain(_written(group), note_lines(_blocks_of(group)))
            return tuple(map("\n".join, paragraphs_of_lines))


@held
def _is_seen(block: Block | RunIn) -> bool:
    inside = _blocks_of([block])
    return isinstance(block, NewPage) or any(units(inside)) or any(notes(inside))


def _blocks_of(group: Sequence[Block | RunIn]) -> list[Block]:
    pairs = ((one.heading, one.paragraph) if isinstance(one, RunIn) else (one,) for one in group)
    return [block for pair in pairs for block in pair]


def _written(group: Sequence[Block | RunIn]) -> Iterator[list[str]]:
    match group[0]:
        case Title() as title:
            yield from _title(title)
        case Heading() as heading:
            yield [_heading(heading)]
        case Paragraph() as paragraph:
            yield source_lines(paragraph.inlines)
        case RunIn() as run_in:
            yield source_lines(run_in.paragraph.inlines, run_in_inlines(run_in.heading))
        case ListItem():
            yield list_lines([one for one in group if isinstance(one, ListItem | Paragraph)])
        case Table() as table:
            yield table_lines(table)
        case SignatureGrid() as grid:
            yield signature_lines(grid)
        case NewPage():
            yield [_NEW_PAGE]
        case Contents() as contents:
            yield list_lines(_entries(contents))


def _entries(contents: Contents) -> list[ListItem | Paragraph]:
    seen = (one for one in contents.entries if text_of(one.inlines))
    return [ListItem(one.target, one.inlines, one.level) for one in seen]


def _title(title: Title) -> Iterator[list[str]]:
    """Yield the first line of the title as the heading of all, then the others."""
    seen = (line for line in title.lines if text_of(line) or any(map(_is_call, line)))
    first, *others = seen
    yield [f"# {heading_line(first)}"]
    if others:
        yield source_lines(_stacked(others))


def _is_call(inline: Inline) -> bool:
    return isinstance(inline, Footnote)


def _stacked(lines: Iterable[Inlines]) -> Inlines:
    """Return `lines` as one text, a line break between two of them that have words."""
    stacked: Inlines = ()
    for line in lines:
        parted = text_of(stacked) and text_of(line)
        stacked = (*stacked, LineBreak(), *line) if parted else (*stacked, *line)
    return stacked


def _heading(heading: Heading) -> str:
    marks = "#" * min(heading.level + 1, _DEEPEST_HEADING)
    return f"{marks} {heading_line(heading_inlines(heading))}"
