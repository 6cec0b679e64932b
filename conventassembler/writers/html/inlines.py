"""Inlines -> HTML: values say where they come from, references lead there, blanks stand out."""

from markupsafe import Markup

from conventassembler.draft.model import (
    Blank,
    Field,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Reference,
    Text,
    ValueMark,
)
from conventassembler.schema.identifiers import CourtType
from conventassembler.schema.ways import way_to
from conventassembler.writers.html.scribe import Scribe, has_words
from conventassembler.writers.html.tags import NOTHING, anchor, element, joined, lined, void

_TITLE = "title"
"""Key path of the title of an act, and of that of a clause of the library."""


def written(inlines: Inlines, scribe: Scribe) -> Markup:
    """Return `inlines` as HTML: the words that `text_of` gives, and the numbers of the notes."""
    return joined(_inline(one, scribe) for one in inlines)


def unlinked(inlines: Inlines) -> Markup:
    """Return `inlines` without links, for what is a link itself."""
    return joined(_styled(one, lined(one.text)) for one in inlines)


def _inline(one: Inline, scribe: Scribe) -> Markup:
    match one:
        case LineBreak():
            return void("br")
        case Footnote():
            return _call(one, scribe) if has_words(one) else NOTHING
        case _:
            return _styled(one, _worded(one, scribe))


def _worded(one: Text | Reference | Blank | Field, scribe: Scribe) -> Markup:
    words = lined(one.text)
    match one:
        case Reference():
            return element("a", words, class_="ref", href=f"#{anchor('t', one.target)}")
        case Blank():
            return _blank(one, scribe)
        case Text(value=ValueMark() as mark):
            name = "v typed" if mark.path and not _is_deduced(mark) else "v"
            return element("span", words, class_=name, title=_provenance(mark, scribe))
        case _:
            return words


def _provenance(mark: ValueMark, scribe: Scribe) -> str:
    """Return where a value was typed, and under which keys; of a derived one, what made it."""
    if not mark.path:
        return " · ".join(filter(None, (scribe.source, mark.expression)))
    way = " › ".join(way_to(mark.path, called=scribe.margin.called))
    place = scribe.title if mark.path == _TITLE and scribe.title else ""
    told = " · ".join(filter(None, (place or scribe.margin.places.get(mark.path, ""), way)))
    return scribe.margin.deduced.format(source=told) if _is_deduced(mark) else told


def _is_deduced(mark: ValueMark) -> bool:
    """Tell whether the words were found out from a value: a court, from an address or a place."""
    return mark.formatter == CourtType.name and ".with." not in mark.path


def _blank(blank: Blank, scribe: Scribe) -> Markup:
    told = scribe.margin.blanks.get(blank.path, "")
    title = " · ".join(filter(None, (scribe.margin.places.get(blank.path, ""), blank.label)))
    name = scribe.once(anchor("b", blank.path))
    href = f"#{told}" if told else ""
    return element(
        "a" if told else "span", lined(blank.text), class_="blank", id=name, href=href, title=title
    )


def _call(note: Footnote, scribe: Scribe) -> Markup:
    number = scribe.call(note)
    link = element("a", str(number), href=f"#note-{number}", id=f"call-{number}")
    return element("sup", link, class_="call")


def _styled(one: Inline, content: Markup) -> Markup:
    if getattr(one, "emphasis", False):
        content = element("em", content)
    return element("strong", content) if getattr(one, "strong", False) else content
