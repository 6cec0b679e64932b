"""Titles, headings, paragraphs and list items -> paragraphs."""

from collections.abc import Iterable

from conventassembler.draft.model import Heading, ListItem, Paragraph, Title
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.inlines import label_runs, plain_run, runs
from conventassembler.writers.word.styles import of_level
from conventassembler.writers.word.xml import Element, w


def made(
    style: str, content: Iterable[Element], context: Context, properties: Iterable[Element] = ()
) -> Element:
    """Return a paragraph of `style`; `properties` follow the style in the schema's order."""
    head = w("pPr", w("pStyle", val=context.styles[style]), *properties)
    return w("p", head, *content)


def kept(keep_next: bool) -> list[Element]:
    """Return the property that holds a paragraph on the page of the next one, if it is to."""
    return [w("keepNext")] if keep_next else []


def interval(context: Context, *, keep_next: bool = False) -> Element:
    """Return the constant empty paragraph; it has no bookmark, as it belongs to no block."""
    return made(names.INTERVAL, (), context, kept(keep_next))


def title(block: Title, context: Context) -> list[Element]:
    """Return a paragraph for each line of the title."""
    lines: list[Element] = []
    for number, inlines in enumerate(block.lines, start=1):
        keys = (block.id,) if number == 1 else (block.id, "line", str(number))
        content = runs(inlines, context, "\0".join(keys))
        style = names.TITLE if number == 1 else names.SUBTITLE
        lines.append(made(style, context.bookmarks.around(content, *keys), context))
    return lines


def heading(block: Heading, context: Context) -> Element:
    """Return a heading; its label has a bookmark of its own, which references may point to."""
    content: list[Element] = []
    if block.label:
        label = label_runs(block.label, context, capitals=block.capitals)
        content += context.bookmarks.around(label, block.id, "label")
    if block.separator:
        content.append(plain_run(block.separator, context, capitals=block.capitals))
    content += runs(block.inlines, context, block.id, capitals=block.capitals)
    style = of_level(names.HEADINGS, block.level)
    return made(style, context.bookmarks.around(content, block.id), context)


def paragraph(
    block: Paragraph,
    context: Context,
    *,
    style: str = "",
    alignment: str = "",
    keep_next: bool = False,
) -> Element:
    """Return a paragraph in the style of its role, or in `style`."""
    content = context.bookmarks.around(runs(block.inlines, context, block.id), block.id)
    aligned = [w("jc", val=alignment)] if alignment else []
    properties = [*kept(keep_next), *aligned]
    return made(style or _style(block), content, context, properties)


def list_item(block: ListItem, context: Context, *, keep_next: bool = False) -> Element:
    """Return a list item; a numbered one carries the number of its own list."""
    content = context.bookmarks.around(runs(block.inlines, context, block.id), block.id)
    if block.kind == "bullet":
        style = of_level(names.BULLETS, block.level)
        return made(style, content, context, kept(keep_next))
    properties = [*kept(keep_next), context.numbering.place(block)]
    return made(of_level(names.ORDERED, block.level), content, context, properties)


def _style(block: Paragraph) -> str:
    if block.role == "continuation":
        return of_level(names.CONTINUATIONS, block.level)
    return names.ROLES[block.role]
