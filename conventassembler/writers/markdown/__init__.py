"""The twin: a draft as a CommonMark text that is committed beside the Word file.

It is made to be read in `git diff`: the whole text with its numbers, one sentence a line, nothing
folded or aligned, so that a change of words changes the lines of those words and no other.
"""

from collections.abc import Iterable, Iterator

from conventassembler.draft.model import (
    Block,
    Draft,
    Heading,
    Inlines,
    LineBreak,
    ListItem,
    Paragraph,
    SignatureGrid,
    Table,
    Text,
    Title,
)
from conventassembler.draft.plain import units
from conventassembler.writers.markdown.lists import list_lines
from conventassembler.writers.markdown.tables import signature_lines, table_lines
from conventassembler.writers.markdown.text import heading_line, source_lines

__all__ = ["write_markdown"]

_DEEPEST_HEADING = 6


def write_markdown(draft: Draft) -> str:
    """Return the twin of `draft`: CommonMark with pipe tables, ended by one line feed.

    Read by a CommonMark parser, it gives back the words of `plain_text(draft)`; characters that
    no text file should hold (controls, noncharacters) are shown as U+FFFD. A blank is
    `**[à compléter]**`.
    """
    paragraphs = [lines for group in _groups(draft.blocks) for lines in _paragraphs(group)]
    return "\n\n".join("\n".join(lines) for lines in paragraphs) + "\n"


def _groups(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield each block alone, but the items of lists with what continues them."""
    group: list[Block] = []
    for block in blocks:
        if not any(units((block,))):
            continue
        if group and not (_is_listed(block) and isinstance(group[0], ListItem)):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _is_listed(block: Block) -> bool:
    continues = isinstance(block, Paragraph) and block.role == "continuation"
    return continues or isinstance(block, ListItem)


def _paragraphs(group: list[Block]) -> Iterator[list[str]]:
    """Yield the lines of what an empty line parts from the rest."""
    match group[0]:
        case Title() as title:
            yield from _title(title)
        case Heading() as heading:
            yield [_heading(heading)]
        case Paragraph() as paragraph:
            yield source_lines(paragraph.inlines)
        case ListItem():
            yield list_lines([one for one in group if isinstance(one, ListItem | Paragraph)])
        case Table() as table:
            yield table_lines(table)
        case SignatureGrid() as grid:
            yield signature_lines(grid)


def _title(title: Title) -> Iterator[list[str]]:
    """Yield the first line of the title as the heading of all, then the others."""
    first, *others = [line for line in title.lines if any(one.text for one in line)]
    yield [f"# {heading_line(first)}"]
    if others:
        yield source_lines(_stacked(others))


def _stacked(lines: Iterable[Inlines]) -> Inlines:
    """Return `lines` as one text, a line break between two of them."""
    stacked = [part for line in lines for part in (LineBreak(), *line)]
    return tuple(stacked[1:])


def _heading(heading: Heading) -> str:
    marks = "#" * min(heading.level + 1, _DEEPEST_HEADING)
    lead = Text(heading.label + heading.separator)
    return f"{marks} {heading_line((lead, *heading.inlines))}"
