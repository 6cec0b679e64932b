"""Inlines -> runs: a run for each stretch of text, a bookmark around each that a value made.

A blank is a run in a content control; a text that is repeated elsewhere has neither.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from conventassembler.draft.model import (
    Blank,
    Field,
    Footnote,
    Inline,
    LineBreak,
    Reference,
    Text,
    ValueMark,
)
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.controls import around
from conventassembler.writers.word.fields import field
from conventassembler.writers.word.markup import el, text_elements, text_run
from conventassembler.writers.word.notes import called

_ORDINAL = Pattern(r"(?<=\d)(?:er|re|e)$")
"""What follows the figure of « 1er », and is never a capital (Imprimerie nationale, *Lexique*)."""
_FIELDS = {("pages", "figures"): "NUMPAGES", ("pages", "words"): r"NUMPAGES \* CardText"}
_Shown = Text | Reference | Blank | LineBreak | Field


@dataclass(frozen=True, slots=True)
class Look:
    """How a line looks beside what its inlines say."""

    capitals: bool = False
    run_in: bool = False
    """A heading in the line of its paragraph: it has a character style."""
    copied: bool = False
    """It repeats a text that has bookmarks elsewhere."""


_PLAIN = Look()


def runs(inlines: Iterable[Inline], context: Context, block: str, look: Look = _PLAIN) -> str:
    """Return the runs of `inlines`, which belong to the block with the id `block`."""
    made: list[str] = []
    values = 0
    for inline in inlines:
        if isinstance(inline, Text):
            written = _run(inline, context, look)
            made_by = inline.value if inline.value and inline.value.path else None
        else:
            written = _written(inline, context, look)
            made_by = ValueMark(inline.path) if isinstance(inline, Blank) else None
        if made_by and not look.copied:
            values += 1
            keys = (block, "value", str(values))
            if isinstance(inline, Blank):
                written = _control(inline, written, context, look, *keys)
            written = context.holes.around(written, *keys, value=made_by)
        made.append(written)
    return "".join(made)


def _control(blank: Blank, shown: str, context: Context, look: Look, *keys: str) -> str:
    """Return the control of a blank; what is typed in it looks as any text in its place would."""
    typed = _properties(Text("", blank.strong, blank.emphasis), context, look)
    return around(shown, blank, typed, context.holes.control(keys))


def plain_run(text: str, context: Context, look: Look = _PLAIN) -> str:
    """Return a run of `text` that no value made: a label, a separator."""
    return _run(Text(text), context, look)


def label_runs(label: str, context: Context, look: Look) -> str:
    """Return the runs of the label of a heading; in capitals, « 1er » keeps its two letters low."""
    low = _ORDINAL.search(label) if look.capitals else None
    if low is None:
        return plain_run(label, context, look)
    head = plain_run(label[: low.start()], context, look)
    return head + plain_run(low.group(), context, Look(run_in=look.run_in))


def ordinal_runs(letters: str, context: Context, look: Look) -> str:
    """Return the run of the letters behind a number, raised behind one in capitals.

    Low letters on the line would make LibreOffice 7.4 print the number over them.
    """
    if not letters:
        return ""
    raised = el("vertAlign", val="superscript") if look.capitals else ""
    return _run(Text(letters), context, Look(run_in=look.run_in), raised)


def _written(inline: Inline, context: Context, look: Look) -> str:
    match inline:
        case Footnote():
            content = runs(inline.inlines, context, inline.id)
            return called(context.holes.around(content, inline.id), context)
        case Field() if not (look.copied or _is_settled(inline)):
            return field(_FIELDS[inline.kind, inline.form], _run(inline, context, look))
        case Reference() if not look.copied:
            return _reference(inline, context, look)
        case _:
            return _run(inline, context, look)


def _is_settled(number: Field) -> bool:
    """Tell whether a number is in words already, which stay text.

    LibreOffice would print the figure instead (7.4), Word the masculine « vingt et un pages ».
    """
    return number.form == "words" and bool(number.cached)


def _reference(inline: Reference, context: Context, look: Look) -> str:
    """Return a reference: a field that reads the number of its heading, where that is counted."""
    place = context.headings.reference(inline.target, inline.text)
    if place is None:
        return _run(inline, context, look)
    read = _run(replace(inline, text=place.native), context, look)
    made = field(f"REF {bookmark_name(inline.target)} \\n \\h", read)
    return made + _run(replace(inline, text=place.rest), context, look) if place.rest else made


def _run(inline: _Shown, context: Context, look: Look, also: str = "") -> str:
    if isinstance(inline, Text) and look is _PLAIN and not (inline.strong or inline.emphasis):
        return _said(inline.text)
    properties = _properties(inline, context, look, also)
    inside = properties + text_elements(inline.text)
    return f"<w:r>{inside}</w:r>" if inside else "<w:r/>"


@lru_cache(maxsize=2048)
def _said(text: str) -> str:
    """Return a run that says `text` and looks like its paragraph."""
    return text_run(text)


def _properties(inline: _Shown, context: Context, look: Look, also: str = "") -> str:
    """Return the `w:rPr` of a run, or nothing; a run has room for one character style."""
    own = _style(inline)
    style = own or (names.RUN_IN if look.run_in else names.CAPITALS if look.capitals else "")
    found = el("rStyle", val=context.styles[style]) if style else ""
    if not isinstance(inline, LineBreak):
        strong = inline.strong or bool(own and look.run_in)
        found += "<w:b/>" * bool(strong) + "<w:i/>" * bool(inline.emphasis)
    if look.capitals and style != names.CAPITALS:
        found += "<w:caps/>"
    found += also
    return f"<w:rPr>{found}</w:rPr>" if found else ""


def _style(inline: Inline) -> str:
    match inline:
        case Blank():
            return names.BLANK
        case Reference():
            return names.REFERENCE
        case _:
            return ""
