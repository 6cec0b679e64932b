"""A sheet of Excel -> its percentages, which are kept as fractions and shown as people typed them.

Below `extent`. A cell says by the number of its style how it is shown; the styles are another part
of the file.
"""

import re
from collections.abc import Iterator
from html import unescape

from conventassembler.patterns import Pattern
from conventassembler.tables.model import percentage

_BUILT_IN = frozenset({"9", "10"})
"""Formats that every workbook has: 0 % and 0,00 %."""
_FORMAT = Pattern(r"<(?:\w+:)?numFmt\b[^>]*>")
_STYLES = Pattern(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = Pattern(r"<(?:\w+:)?xf\b[^>]*>")
_ID = Pattern(r'\bnumFmtId="(\d+)"')
_CODE = Pattern(r'\bformatCode="([^"]*)"')
_LITERAL = Pattern(r'"[^"]*"|\\.')
"""What a format shows as it stands: « 5,5 % » of a cell that holds 5.5 is no percentage."""
_CELL = re.compile(
    rb"<(?:\w+:)?c\b(?![^>]*\bt=\"(?!n\"))([^>]*\bs=\"(\d+)\"[^>]*)(?<!/)>\s*"
    rb"(?:<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</[^>]*>))?\s*<(?:\w+:)?v>([^<]+)<"
)


def percentages(sheet: bytes, styles: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield what is said of each cell that shows a percentage, and the percentage: « 5,5 % »."""
    shown = _styles(styles.decode("utf-8", "replace"))
    for cell in _CELL.finditer(sheet) if shown else ():
        if cell[2] in shown:
            yield cell[1], percentage(cell[3].decode("ascii", "replace"))


def _styles(styles: str) -> frozenset[bytes]:
    """Return the numbers of the styles that show percentages, as cells have them."""
    own = {one[1] for tag in _FORMAT.findall(styles) if _shows(tag) and (one := _ID.search(tag))}
    block = _STYLES.search(styles)
    ids = [_ID.search(tag) for tag in _STYLE.findall(block[0])] if block else ()
    wanted = _BUILT_IN | own
    return frozenset(b"%d" % rank for rank, id_ in enumerate(ids) if id_ and id_[1] in wanted)


def _shows(tag: str) -> bool:
    code = _CODE.search(tag)
    return code is not None and shows_percentage(unescape(code[1]))


def shows_percentage(code: str) -> bool:
    """Tell whether a format shows a number as a percentage."""
    return "%" in _LITERAL.sub("", code)
