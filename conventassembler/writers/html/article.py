"""Blocks -> the act as HTML, in reading order; its notes stand below it."""

from collections.abc import Iterable
from functools import partial

from markupsafe import Markup

from conventassembler.draft.lines import Group, RunIn, grouped, heading_inlines, joined
from conventassembler.draft.model import (
    Block,
    Contents,
    ContentsEntry,
    Draft,
    Footnote,
    Heading,
    ListItem,
    NewPage,
    Paragraph,
    SignatureGrid,
    Table,
    Title,
)
from conventassembler.draft.plain import units
from conventassembler.writers.html import tags
from conventassembler.writers.html.inlines import unlinked, written
from conventassembler.writers.html.lists import list_markup
from conventassembler.writers.html.margin import Margin
from conventassembler.writers.html.scribe import TITLE, Scribe, has_notes
from conventassembler.writers.html.tables import signature_markup, table_markup
from conventassembler.writers.html.tags import NOTHING, anchor, element, void

_DEEPEST = 6
_PLAIN = Margin()


def write_html(draft: Draft, margin: Margin = _PLAIN) -> Markup:
    """Return the act as an `article`: each line of `plain_text` is one element of class `unit`.

    All that was typed is escaped. Numbers of notes and remarks of the margin are no units.
    """
    scribe = Scribe(draft, margin)
    body = _blocks(draft.blocks, scribe)
    return element("article", body, _notes(scribe), lang=draft.language.partition("-")[0])


def _blocks(blocks: Iterable[Block], scribe: Scribe, *, in_cell: bool = False) -> Markup:
    groups = grouped(joined(blocks), _is_seen)
    return tags.joined(_written(group, scribe, in_cell=in_cell) for group in groups)


def _is_seen(block: Block | RunIn) -> bool:
    inside = (block.heading, block.paragraph) if isinstance(block, RunIn) else (block,)
    return isinstance(block, NewPage | Table) or any(units(inside)) or has_notes(inside)


def _written(group: Group, scribe: Scribe, *, in_cell: bool) -> Markup:
    first = group[0]
    if isinstance(first, ListItem):
        return list_markup([one for one in group if isinstance(one, ListItem | Paragraph)], scribe)
    made = first.paragraph.provenance if isinstance(first, RunIn) else first.provenance
    scribe.source = f"{made.file}:{made.line}" if made.file else ""
    return scribe.beside(_keys(first), _block(first, scribe, in_cell=in_cell))


def _keys(block: Block | RunIn) -> tuple[str, ...]:
    if isinstance(block, RunIn):
        return block.heading.id, block.paragraph.id
    return (block.id,)


def _block(block: Block | RunIn, scribe: Scribe, *, in_cell: bool) -> Markup:
    match block:
        case Title():
            said = _title(block, scribe)
        case Heading():
            said = _heading(block, scribe, in_cell=in_cell)
        case RunIn():
            said = _run_in(block, scribe)
        case Table():
            inside = partial(_blocks, scribe=scribe, in_cell=True)
            said = table_markup(block, inside, scribe)
        case SignatureGrid():
            said = signature_markup(block, scribe)
        case NewPage():
            said = void("hr", class_="page")
        case Contents():
            said = _contents(block, scribe)
        case Paragraph() | ListItem():
            said = _paragraph(block, scribe)
    return said


def _paragraph(block: Paragraph | ListItem, scribe: Scribe) -> Markup:
    role = block.role if isinstance(block, Paragraph) else "item"
    name = scribe.once(anchor("t", block.id))
    return element("p", written(block.inlines, scribe), class_=f"unit {role}", id=name)


def _title(title: Title, scribe: Scribe) -> Markup:
    first, *others = (written(line, scribe) for line in title.lines)
    name = scribe.once(anchor("t", title.id))
    head = element(f"h{TITLE}", first, class_="unit act", id=name)
    return tags.joined((head, *(element("p", line, class_="unit act") for line in others)))


def _heading(heading: Heading, scribe: Scribe, *, in_cell: bool) -> Markup:
    """Return a heading; in a cell, where HTML allows none, a paragraph that says it is one."""
    level = scribe.depth(heading.level)
    plain = in_cell or level > _DEEPEST
    return element(
        "p" if plain else f"h{level}",
        _words_of(heading, scribe),
        class_=f"unit heading {heading.rank} level-{heading.level}" + _capitals(heading),
        id=scribe.once(anchor("t", heading.id)),
        role="heading" if plain else "",
        aria_level=level if plain else "",
    )


def _words_of(heading: Heading, scribe: Scribe) -> Markup:
    scribe.title = scribe.margin.titles.get(heading.id, "")
    words = written(heading_inlines(heading), scribe)
    scribe.title = ""
    return words


def _capitals(heading: Heading) -> str:
    return " capitals" if heading.capitals else ""


def _run_in(line: RunIn, scribe: Scribe) -> Markup:
    heading = line.heading
    lead = element(
        "span",
        _words_of(heading, scribe),
        class_="run-in" + _capitals(heading),
        id=scribe.once(anchor("t", heading.id)),
        role="heading",
        aria_level=scribe.depth(heading.level),
    )
    name = scribe.once(anchor("t", line.paragraph.id))
    rest = written(line.paragraph.inlines, scribe)
    return element("p", lead, rest, class_=f"unit {line.paragraph.role}", id=name)


def _contents(contents: Contents, scribe: Scribe) -> Markup:
    entries = (_entry(one) for one in contents.entries)
    name = scribe.once(anchor("t", contents.id))
    title = scribe.margin.contents_title
    return element("nav", *entries, class_="contents", id=name, aria_label=title)


def _entry(entry: ContentsEntry) -> Markup:
    link = element("a", unlinked(entry.inlines), href=f"#{anchor('t', entry.target)}")
    return element("p", link, class_=f"unit level-{entry.level}")


def _notes(scribe: Scribe) -> Markup:
    """Return the notes that were called, each with the way back to its call."""
    if not scribe.called:
        return NOTHING
    notes = (_note(note, number, scribe) for number, note in enumerate(scribe.called, 1))
    title = scribe.margin.notes_title
    return element("section", *notes, class_="footnotes", aria_label=title)


def _note(note: Footnote, number: int, scribe: Scribe) -> Markup:
    back = element("a", str(number), href=f"#call-{number}")
    words = element("span", written(note.inlines, scribe), class_="unit")
    return element("p", element("sup", back, class_="call"), " ", words, id=f"note-{number}")
