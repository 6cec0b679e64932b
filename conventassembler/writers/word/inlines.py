"""Inlines -> runs: a run for each stretch of text, a bookmark around each that a value made."""

import re
from collections.abc import Iterable

from conventassembler.draft.model import Blank, Footnote, Inline, LineBreak, Reference, Text
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.xml import Element, text_elements, w

_ORDINAL = re.compile(r"(?<=\d)(?:er|re|e)$")
"""What follows the figure of « 1er », and is never a capital (Imprimerie nationale, *Lexique*)."""


def runs(
    inlines: Iterable[Inline], context: Context, block: str, *, capitals: bool = False
) -> list[Element]:
    """Return the runs of `inlines`, which belong to the block with the id `block`."""
    made: list[Element] = []
    values = 0
    for inline in inlines:
        elements = [_run(inline, context, capitals=capitals)]
        if _made_by_value(inline):
            values += 1
            elements = context.bookmarks.around(elements, block, "value", str(values))
        made.extend(elements)
    return made


def plain_run(text: str, context: Context, *, capitals: bool = False) -> Element:
    """Return a run of `text` that no value made: a label, a separator."""
    return _run(Text(text), context, capitals=capitals)


def label_runs(label: str, context: Context, *, capitals: bool) -> list[Element]:
    """Return the runs of the label of a heading; in capitals, « 1er » keeps its two letters low."""
    low = _ORDINAL.search(label) if capitals else None
    if low is None:
        return [plain_run(label, context, capitals=capitals)]
    head = plain_run(label[: low.start()], context, capitals=True)
    return [head, plain_run(low.group(), context)]


def _made_by_value(inline: Inline) -> bool:
    match inline:
        case Text(value=mark):
            return mark is not None and bool(mark.path)
        case Blank():
            return True
        case _:
            return False


def _run(inline: Inline, context: Context, *, capitals: bool) -> Element:
    properties = _properties(inline, context, capitals=capitals)
    return w("r", *properties, *text_elements(inline.text))


def _properties(inline: Inline, context: Context, *, capitals: bool) -> list[Element]:
    """Return the `w:rPr` of a run, or nothing; a run has room for one character style."""
    style = _style(inline)
    found: list[Element] = []
    if style or capitals:
        found.append(w("rStyle", val=context.styles[style or names.CAPITALS]))
    if not isinstance(inline, LineBreak | Footnote):
        found += [w(name) for name, on in (("b", inline.strong), ("i", inline.emphasis)) if on]
    if style and capitals:
        found.append(w("caps"))
    return [w("rPr", *found)] if found else []


def _style(inline: Inline) -> str:
    match inline:
        case Blank():
            return names.BLANK
        case Reference():
            return names.REFERENCE
        case _:
            return ""
