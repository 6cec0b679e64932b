"""The values still to be given, in one small paragraph above the title of a `brouillon`.

Each leads to the place that waits for it. They are no words of the act: the style of the paragraph
tells readers of the file to pass over it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from conventassembler.draft.lines import rows_of
from conventassembler.draft.model import (
    Blank,
    Block,
    Draft,
    Footnote,
    Heading,
    Inlines,
    ListItem,
    Paragraph,
    SignatureGrid,
    Table,
    Text,
    Title,
)
from conventassembler.french.grammar import NBSP
from conventassembler.french.ordinals import ordinal
from conventassembler.schema.ways import entry_of, way_to
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.fields import link
from conventassembler.writers.word.paragraphs import made
from conventassembler.writers.word.xml import Element, text_elements, text_run, w

_RECITAL = re.compile(r"recitals\[([0-9]{1,4})\]")


@dataclass(frozen=True, slots=True)
class Awaited:
    """One place of the text that waits for a value."""

    blank: Blank
    bookmark: str
    """Where it is waited for; empty for a value that the text does not show."""
    under: str
    """The numbered heading that it stands under, « article 3 »; empty above the first."""

    @property
    def way(self) -> tuple[str, ...]:
        """Whose value it is: the numbered heading instead of the entries, then the keys."""
        keys = way_to(self.blank.path, self.blank.label)[:-1]
        if recital := _RECITAL.match(self.blank.path):
            return (f"{ordinal(int(recital[1]))} visa", *keys[1:])
        part = self.under or ("préambule" if self.blank.path.startswith("preamble[") else "")
        entries = len(entry_of(self.blank.path))
        return (part, *keys[entries:]) if entries and part else keys

    @property
    def words(self) -> str:
        """What is awaited, with what the clerk added."""
        name = way_to(self.blank.path, self.blank.label)[-1] or "valeur"
        return f"{name} ({self.blank.hint})" if self.blank.hint else name


def awaited(blocks: Iterable[Block]) -> Iterator[Awaited]:
    """Yield the places of `blocks` that wait for a value, in the order of the text.

    Their bookmarks are those that the writer gives to the same places.
    """
    under = ""
    for block in blocks:
        if isinstance(block, Heading) and block.label:
            under = _amid(block.label)
        for keys, inlines in _lines(block):
            yield from _of_line(keys, inlines, under)


def list_of_awaited(draft: Draft, context: Context) -> list[Element]:
    """Return the paragraph that lists what `draft` waits for; only a waiting brouillon has it."""
    if context.issue.status != "brouillon":
        return []
    groups: dict[tuple[str, ...], dict[tuple[str, str], list[Awaited]]] = {}
    called = {party.id: party.said for party in draft.parties}
    unshown = (Awaited(blank, "", "") for blank in draft.waiting)
    for one in (*awaited(draft.blocks), *unshown):
        same = groups.setdefault(_said(one, called), {})
        same.setdefault((one.blank.path, one.words), []).append(one)
    if not groups:
        return []
    count = sum(map(len, groups.values()))
    content = [text_run(f"À compléter avant signature ({count}){NBSP}: ")]
    for number, (way, items) in enumerate(groups.items()):
        content.append(text_run(f"{NBSP}; " * bool(number) + " › ".join(way)))
        content.append(text_run(f"{NBSP}: " * bool(way)))
        content += _links(items.values())
    return [made(names.AWAITED, [*content, text_run(".")], context)]


def _amid(label: str) -> str:
    """Return a label as it reads amid a line: « article 3 », but « II » and « A » as they are."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _said(one: Awaited, called: Mapping[str, str]) -> tuple[str, ...]:
    """Return whose value it is, a party by what the act calls it."""
    field, _, rest = one.blank.path.partition(".")
    party = rest.partition(".")[0]
    if field in ("parties", "partners") and one.way and party in called:
        return (called[party], *one.way[1:])
    return one.way


def _links(items: Iterable[list[Awaited]]) -> Iterator[Element]:
    """Yield the values of one group, each a link to the first place that waits for it, if any."""
    for number, places in enumerate(items):
        if number:
            yield text_run(", ")
        if not places[0].bookmark:
            yield text_run(places[0].words)
            continue
        look = w("rPr", w("u", val="dotted"))
        run = w("r", look, *text_elements(places[0].words))
        yield link(places[0].bookmark, [run], places[0].words)
        if len(places) > 1:
            yield text_run(f" ({len(places)}{NBSP}fois)")


def _of_line(key: str, inlines: Inlines, under: str) -> Iterator[Awaited]:
    """Yield what one line waits for; values are counted as they are when it is written."""
    values = 0
    for inline in inlines:
        match inline:
            case Text(value=mark) if mark is not None and mark.path:
                values += 1
            case Blank():
                values += 1
                yield Awaited(inline, bookmark_name(key, "value", str(values)), under)
            case Footnote():
                yield from _of_line(inline.id, inline.inlines, under)
            case _:
                pass


def _lines(block: Block) -> Iterator[tuple[str, Inlines]]:
    """Yield the lines of `block`, each with the id that its bookmarks are made from."""
    match block:
        case Title():
            for number, line in enumerate(block.lines, start=1):
                yield "\0".join((block.id, "line", str(number))[: 1 if number == 1 else 3]), line
        case Heading() | Paragraph() | ListItem():
            yield block.id, block.inlines
        case Table():
            inner = (one for row in rows_of(block) for cell in row.cells for one in cell.blocks)
            yield from (line for one in inner for line in _lines(one))
        case SignatureGrid():
            for place in (one for row in block.rows for one in row):
                yield f"{place.id}\0lead", place.lead
                yield place.id, place.capacity
                yield f"{place.id}\0name", place.name
        case _:
            pass
