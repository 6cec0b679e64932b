"""The signature grid: a table without lines, which pages never split, with room for a hand."""

from typing import Final

from conventassembler.draft.model import Signatory, SignatureGrid
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.inlines import runs
from conventassembler.writers.word.paragraphs import interval, kept, made
from conventassembler.writers.word.tables import cell, frame
from conventassembler.writers.word.xml import Element, integer, tag, w

_HEIGHT: Final = 2835
"""5 cm: the capacity, the name, and some 4 cm below them for a signature and a stamp."""
_LEAD: Final = 567
"""1 cm more where the place and the day stand above them."""


def signature_grid(block: SignatureGrid, context: Context) -> list[Element]:
    """Return the grid; every line of it but the last row's holds on to the next one."""
    count = max((len(row) for row in block.rows), default=0)
    if not count:
        return []
    widths = [context.width // count] * count
    last = len(block.rows) - 1
    rows = [
        _row(row, widths, context, keep_next=number < last) for number, row in enumerate(block.rows)
    ]
    head = frame(context.styles[names.GRID], widths, first_row=False)
    named = _named(rows)
    return [interval(context, keep_next=True), w("tbl", *head, *named), interval(context)]


_ONE_PAGE: Final = 12000
"""21 cm, which a page holds even where the words of a row need more than its height."""


def _named(rows: list[Element]) -> list[Element]:
    """Return the rows as headers, whose words name the room below them, where a page holds all.

    So a screen reader takes the grid for no table of data that lacks its headers. All rows or none:
    headers are repeated on the next page, which a place to sign never may be.
    """
    heights = (row.find(f"{tag('trPr')}/{tag('trHeight')}") for row in rows)
    if sum(integer(height, "val", 0) for height in heights if height is not None) <= _ONE_PAGE:
        for row in rows:
            row[0].append(w("tblHeader"))
    return rows


def _row(
    row: tuple[Signatory, ...], widths: list[int], context: Context, *, keep_next: bool
) -> Element:
    contents = [_place(signatory, context, keep_next=keep_next) for signatory in row]
    empty = [[interval(context, keep_next=keep_next)] for _ in widths[len(row) :]]
    cells = [
        cell(width, content, context)
        for width, content in zip(widths, contents + empty, strict=True)
    ]
    height = _HEIGHT + _LEAD * any(signatory.lead for signatory in row)
    properties = w("trPr", w("cantSplit"), w("trHeight", val=height, hRule="atLeast"))
    return w("tr", properties, *cells)


def _place(signatory: Signatory, context: Context, *, keep_next: bool) -> list[Element]:
    """Return the lines of one place to sign: its lead, the capacity, the name, where they are."""
    parts = (
        (names.LEAD, signatory.lead, (signatory.id, "lead")),
        (names.CAPACITY, signatory.capacity, (signatory.id,)),
        (names.NAME, signatory.name, (signatory.id, "name")),
    )
    lines: list[Element] = []
    for style, inlines, keys in parts:
        if inlines or style == names.CAPACITY:
            content = context.bookmarks.around(runs(inlines, context, "\0".join(keys)), *keys)
            lines.append(made(style, content, context, kept(keep_next)))
    return lines
