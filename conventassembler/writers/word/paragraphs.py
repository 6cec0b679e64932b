"""Titles, headings, paragraphs and list items -> paragraphs."""

from conventassembler.draft.lines import RunIn
from conventassembler.draft.model import Heading, ListItem, Paragraph, Title
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.headings import style_of
from conventassembler.writers.word.inlines import Look, label_runs, ordinal_runs, plain_run, runs
from conventassembler.writers.word.markup import el
from conventassembler.writers.word.numbering import numbered, place
from conventassembler.writers.word.styles import Styles, of_level

_NO_OUTLINE = 9
"""The outline level of running text."""


def made(style: str, content: str, context: Context, properties: str = "") -> str:
    """Return a paragraph of `style`; `properties` follow the style in the schema's order."""
    head = f"<w:pPr>{context.styles.said[style]}{properties}</w:pPr>"
    return f"<w:p>{head}{content}</w:p>"


def kept(keep_next: bool) -> str:
    """Return the property that holds a paragraph on the page of the next one, if it is to."""
    return "<w:keepNext/>" if keep_next else ""


def interval(styles: Styles, *, keep_next: bool = False) -> str:
    """Return the constant empty paragraph; it has no bookmark, as it belongs to no block."""
    return f"<w:p><w:pPr>{styles.said[names.INTERVAL]}{kept(keep_next)}</w:pPr></w:p>"


def title(block: Title, context: Context) -> list[str]:
    """Return a paragraph for each line of the title."""
    lines: list[str] = []
    for number, inlines in enumerate(block.lines, start=1):
        keys = (block.id,) if number == 1 else (block.id, "line", str(number))
        content = runs(inlines, context, keys)
        style = names.TITLE if number == 1 else names.SUBTITLE
        lines.append(made(style, context.holes.around(content, keys), context))
    return lines


def heading(block: Heading, context: Context, *, listed: bool = True) -> str:
    """Return a heading; one that is not `listed` stays out of a table of contents made anew."""
    properties = _numbered(block, context)
    if not listed:
        properties += el("outlineLvl", val=_NO_OUTLINE)
    content = _heading_runs(block, context, Look(capitals=block.capitals))
    return made(style_of(block), content, context, properties)


def paragraph(
    block: Paragraph | RunIn,
    context: Context,
    *,
    style: str = "",
    alignment: str = "",
    keep_next: bool = False,
) -> str:
    """Return a paragraph in the style of its role, or in `style`; its run-in heading leads it."""
    content = ""
    properties = kept(keep_next)
    text = block.paragraph if isinstance(block, RunIn) else block
    if isinstance(block, RunIn):
        look = Look(capitals=block.heading.capitals, run_in=True)
        content += _heading_runs(block.heading, context, look)
        properties += _numbered(block.heading, context)
    content += context.holes.around(runs(text.inlines, context, (text.id,)), (text.id,))
    if alignment:
        properties += el("jc", val=alignment)
    return made(style or _style(text, context), content, context, properties)


def list_item(block: ListItem, context: Context, *, keep_next: bool = False) -> str:
    """Return a list item; a numbered one carries the number of its own list."""
    content = context.holes.around(runs(block.inlines, context, (block.id,)), (block.id,))
    if block.kind == "bullet":
        style = of_level(context.lists.bullets, block.level)
        return made(style, content, context, kept(keep_next))
    properties = kept(keep_next) + place(block, context.lists, context.holes)
    return made(of_level(context.lists.ordered, block.level), content, context, properties)


def _heading_runs(block: Heading, context: Context, look: Look) -> str:
    """Return what a heading says behind its number; a label that nothing counts is typed."""
    content = ""
    counted = context.headings.counted(block).place
    if counted:
        content += ordinal_runs(counted.rest, context, look)
    elif block.label:
        content += label_runs(block.label, context, look)
    if block.separator:
        content += plain_run(block.separator, context, look)
    content += runs(block.inlines, context, (block.id,), look)
    if block.run_in:
        content += plain_run(block.run_in, context)
    return context.holes.around(content, (block.id,))


def _numbered(block: Heading, context: Context) -> str:
    """Return the `w:numPr` of a heading that its style does not number as it is."""
    found = context.headings.counted(block).list
    return "" if found is None else numbered(found[1], found[0])


def _style(block: Paragraph, context: Context) -> str:
    if block.role == "continuation":
        return of_level(context.lists.continuations, block.level)
    return names.ROLES[block.role]
