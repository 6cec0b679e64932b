"""Sections: pages that lie down among pages that stand, in the template's margins and headers.

A section says its page at its end: all but the last in the properties of their last paragraph, the
last one where the template says its own.
"""

from copy import deepcopy
from typing import Final

from conventassembler.writers.word.xml import Element, integer, tag, w

A4: Final = (11906, 16838)
MARGIN: Final = 1417
"""Size of a page and width of its margins, in twentieths of a point, where a template says none."""

_OF_THE_FIRST: Final = ("type", "titlePg")
_BEFORE_SIZE: Final = tuple(
    map(tag, ("headerReference", "footerReference", "footnotePr", "endnotePr", "type"))
)
_BEFORE_LINES: Final = (*_BEFORE_SIZE, *map(tag, ("pgSz", "pgMar", "paperSrc", "pgBorders")))


class Sections:
    """The page of a template; `own` says it, and that of the last section."""

    def __init__(self, own: Element) -> None:
        self._own = own

    def width(self, *, lies: bool = False) -> int:
        """Return the width of the text on a page, in twentieths of a point."""
        page = self.page(lies=lies, is_first=False)
        margins = page.find(tag("pgMar"))
        sides = sum(integer(margins, side, MARGIN) for side in ("left", "right"))
        wide, _ = _size(page)
        return wide - sides if wide > sides else A4[0] - 2 * MARGIN

    def stands(self) -> bool:
        """Tell whether a page that lies down differs from the template's, which may lie itself."""
        wide, high = _size(self._own)
        return wide < high

    def page(self, *, lies: bool, is_first: bool) -> Element:
        """Return the properties of a section; one that follows another has no first page."""
        page = deepcopy(self._own)
        if not is_first:
            _go_on(page)
        if lies:
            _lay_down(page)
        return page

    def close(self, *, lies: bool, is_first: bool) -> None:
        """Make the template's page that of the last section."""
        self._own[:] = list(self.page(lies=lies, is_first=is_first))


def number_lines(document: Element) -> None:
    """Make the lines of every section of the template count from 1 on each page."""
    for page in document.iter(tag("sectPr")):
        for found in page.findall(tag("lnNumType")):
            page.remove(found)
        place = sum(one.tag in _BEFORE_LINES for one in page)
        page.insert(place, w("lnNumType", countBy=1, restart="newPage"))


def section_of(place: Element) -> Element:
    """Return what says the page of `place`, a child of the body; made where there is nothing."""
    for following in place.itersiblings():
        if following.tag == tag("sectPr"):
            return following
        if (own := following.find(f"{tag('pPr')}/{tag('sectPr')}")) is not None:
            return own
    made = w("sectPr", w("pgSz", w=A4[0], h=A4[1]))
    *_, last = (place, *place.itersiblings())
    last.addnext(made)
    return made


def _size(page: Element) -> tuple[int, int]:
    size = page.find(tag("pgSz"))
    return integer(size, "w", A4[0]), integer(size, "h", A4[1])


def _go_on(page: Element) -> None:
    """Make a section one that goes on: no first page, no number to start from, a new page."""
    references = (page.findall(tag(f"{part}Reference")) for part in ("header", "footer"))
    of_first = [one for both in references for one in both if one.get(tag("type")) == "first"]
    for child in (*of_first, *(one for name in _OF_THE_FIRST for one in page.findall(tag(name)))):
        page.remove(child)
    for numbers in page.findall(tag("pgNumType")):
        numbers.attrib.pop(tag("start"), "")


def _lay_down(page: Element) -> None:
    size = page.find(tag("pgSz"))
    if size is None:
        size = w("pgSz")
        page.insert(sum(one.tag in _BEFORE_SIZE for one in page), size)
    wide, high = _size(page)
    for name, value in (("w", high), ("h", wide), ("orient", "landscape")):
        size.set(tag(name), str(value))
