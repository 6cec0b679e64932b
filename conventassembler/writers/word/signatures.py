"""The signature grid: a table without lines, which pages never split, with room for a hand.

The room of an act signed electronically is a zone with a line around it, which the service that
signs finds by its words.
"""

from collections.abc import Mapping
from typing import Final

from conventassembler.draft.lines import parts_of
from conventassembler.draft.model import Signatory, SignatureGrid
from conventassembler.draft.plain import text_of
from conventassembler.frozen import dataclass
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.columns import CHARACTER, MARGINS
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.inlines import runs
from conventassembler.writers.word.markup import el
from conventassembler.writers.word.paragraphs import interval, kept, made
from conventassembler.writers.word.tables import cell, frame

_HAND: Final = 2268
"""4 cm below what each place says, for a signature and a stamp."""
_ZONE: Final = 1701
"""3 cm below the words of a zone, for what the service prints."""
_SAID: Final = 567
"""1 cm for the capacity and the name, which every row has at least, and as much for a lead."""
_LINE: Final[Mapping[str, str | int]] = {"val": "single", "sz": 4, "space": 0, "color": "808080"}
_AIR: Final = 85
"""1.5 mm between that line and the words."""
_TEXT: Final = 400
"""A line of words and what parts it from the next, at the most."""
_ANY_PAGE: Final = 8000
"""14 cm, which every page holds, one that lies down and one of a template with wide margins."""
_PARTS: Final = (
    (names.LEAD, "lead"),
    (names.CAPACITY, ""),
    (names.NAME, "name"),
    (names.LEAD, "zone"),
)
"""The style of each line of a place to sign, and what ends its key."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How the places of one grid look."""

    electronic: bool
    header: str
    """What makes a row a header, where its rows are."""


def signature_grid(block: SignatureGrid, context: Context, *, is_whole: bool) -> list[str]:
    """Return the grid; every line of it but the last row's holds on to the next one.

    `is_whole` tells whether any page holds it, so that its rows may be headers, as they should.
    """
    count = max((len(row) for row in block.rows), default=0)
    if not count:
        return []
    widths = [context.width // count] * count
    last = len(block.rows) - 1
    look = _Look(block.electronic, el("tblHeader") if is_whole else "")
    rows = [
        _row(row, widths, context, look, keep_next=number < last)
        for number, row in enumerate(block.rows)
    ]
    head = frame(context.styles[names.GRID], tuple(widths), first_row=False)
    return [
        interval(context.styles, keep_next=True),
        el("tbl", head, *rows),
        interval(context.styles),
    ]


def is_surely_on_one_page(block: SignatureGrid, width: int) -> bool:
    """Tell whether any page holds the grid, in a text so wide: its rows may then be headers.

    The words of a place name the room below them; a screen reader takes a table without headers for
    one whose author forgot them. But what is longer than a page loses headers (LibreOffice prints
    them once and no further), and repeats those that other rows follow: no place may be lost, or
    be there twice.
    """
    column = width // max(1, *map(len, block.rows)) if block.rows else width
    room = _ZONE if block.electronic else _HAND
    heights = (room + _TEXT * max(_count(one, column) for one in row) for row in block.rows if row)
    return sum(heights) <= _ANY_PAGE


def _count(signatory: Signatory, width: int) -> int:
    """Return how many lines a place says, rather too many than too few."""
    texts = (text_of(part) for part in parts_of(signatory))
    return sum(1 + len(text) * CHARACTER // max(width - MARGINS, 1) for text in texts if text)


def _row(
    row: tuple[Signatory, ...],
    widths: list[int],
    context: Context,
    look: _Look,
    *,
    keep_next: bool,
) -> str:
    room = _ZONE if look.electronic else _HAND
    contents = [_place(one, context, room, keep_next=keep_next) for one in row]
    empty = [[interval(context.styles, keep_next=keep_next)] for _ in widths[len(row) :]]
    framed = [_around() if look.electronic else ""] * len(row) + [""] * len(empty)
    cells = [
        cell(width, content, context, also=line)
        for width, content, line in zip(widths, contents + empty, framed, strict=True)
    ]
    height = room + _SAID * (1 + any(signatory.lead for signatory in row))
    tall = el("trHeight", val=height, hRule="atLeast")
    return el("tr", el("trPr", el("cantSplit"), tall, look.header), *cells)


def _around() -> str:
    """Return the line around a zone, and what parts the words from it."""
    sides = (el(side, **_LINE) for side in ("top", "left", "bottom", "right"))
    return el("tcBorders", *sides) + el("tcMar", el("top", w=_AIR, type="dxa"))


def _place(signatory: Signatory, context: Context, room: int, *, keep_next: bool) -> list[str]:
    """Return the lines of one place to sign, those that have words, with `room` below the last.

    The room is the space behind a paragraph: a capacity of three lines leaves as much as one.
    """
    said = [
        (style, inlines, (signatory.id, key) if key else (signatory.id,))
        for (style, key), inlines in zip(_PARTS, parts_of(signatory), strict=True)
        if inlines or style == names.CAPACITY
    ]
    lines: list[str] = []
    for style, inlines, keys in said:
        below = el("spacing", after=room) if keys == said[-1][2] else ""
        content = context.holes.around(runs(inlines, context, keys), keys)
        lines.append(made(style, content, context, kept(keep_next) + below))
    return lines
