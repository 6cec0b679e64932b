"""Blocks -> the paragraphs of the twin, with the notes of each below it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count

from conventassembler.draft.lines import RunIn, grouped, heading_inlines, joined, lines, notes
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
from conventassembler.draft.plain import text_of
from conventassembler.frozen import dataclass
from conventassembler.keeping import kept
from conventassembler.writers.markdown.lists import list_lines
from conventassembler.writers.markdown.notes import note_lines, numbered
from conventassembler.writers.markdown.records import record_cells
from conventassembler.writers.markdown.tables import signature_lines, table_lines
from conventassembler.writers.markdown.text import heading_line, run_in_inlines, source_lines

_DEEPEST_HEADING = 6
_NEW_PAGE = "---"
_FLOWING = (Paragraph, ListItem)


Group = tuple[Block | RunIn, ...]


def paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the text of all that an empty line parts from the rest, the notes numbered from 1."""
    numbers = count(1)
    for group in _groups(blocks):
        written = _of_group(group)
        if written.has_notes:
            written = _of_group(tuple(joined(numbered(_blocks_of(group), numbers))))
        yield from written.paragraphs


def _groups(blocks: Iterable[Block]) -> Iterator[Group]:
    return map(tuple, grouped(joined(blocks), _is_seen))


@dataclass(frozen=True, slots=True)
class _Written:
    """What a group became."""

    paragraphs: tuple[str, ...]
    has_notes: bool
    """Whether it hangs on their numbers, which are counted through the draft."""


@kept
def _of_group(group: Group) -> _Written:
    called = tuple(notes(_blocks_of(group)))
    match group[0]:
        case Table(kind="record") as record:
            groups = (one for cell in record_cells(record) for one in _groups(cell))
            made = tuple(text for one in groups for text in _of_group(one).paragraphs)
        case _:
            made = tuple(map("\n".join, chain(_written(group), note_lines(called))))
    return _Written(made, bool(called))


def _is_seen(line: Block | RunIn) -> bool:
    """Tell whether `line` says anything; of most the first characters tell."""
    if isinstance(line, _FLOWING):
        return bool(line.inlines and line.inlines[0].text) or _says(line.inlines)
    if isinstance(line, Heading) and line.label:
        return True
    return isinstance(line, NewPage) or any(map(_says, lines(_blocks_of([line]))))


def _says(inlines: Inlines) -> bool:
    """Tell whether a line has a character, or a note that has one."""
    return any(one.text or (isinstance(one, Footnote) and text_of(one.inlines)) for one in inlines)


def _blocks_of(group: Iterable[Block | RunIn]) -> list[Block]:
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
