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
_BEFORE_BREAK: Final = tuple(map(tag, ("pStyle", "keepNext", "keepLines")))
_BEFORE_SIZE: Final = tuple(
    map(tag, ("headerReference", "footerReference", "footnotePr", "endnotePr", "type"))
)
_BEFORE_LINES: Final = (*_BEFORE_SIZE, *map(tag, ("pgSz", "pgMar", "paperSrc", "pgBorders")))


class Sections:
    """The sections of one file; `own` says the page of the template, and of the last section."""

    def __init__(self, own: Element) -> None:
        self._own = own
        self._first = True
        self._lies = False

    def width(self, orientation: str = "") -> int:
        """Return the width of the text on a page, in twentieths of a point."""
        page = self._page(self._lying(orientation) if orientation else self._lies)
        margins = page.find(tag("pgMar"))
        sides = sum(integer(margins, side, MARGIN) for side in ("left", "right"))
        wide, _ = _size(page)
        return wide - sides if wide > sides else A4[0] - 2 * MARGIN

    def turn(self, elements: list[Element], orientation: str, empty: Element) -> bool:
        """End the section of `elements` if the page turns for `orientation`; tell whether it does.

        Their last paragraph says it, or `empty` behind a last table. The first page just turns.
        """
        before, self._lies = self._lies, self._lying(orientation)
        if before == self._lies:
            return False
        if elements:
            if elements[-1].tag != tag("p"):
                elements.append(empty)
            _properties(elements[-1]).append(self._page(before))
            self._first = False
        return True

    def close(self) -> None:
        """Make the template's page that of the last section."""
        last = self._page(self._lies)
        self._own[:] = list(last)

    def _lying(self, orientation: str) -> bool:
        """Tell whether the page differs from the template's; a template may lie down itself."""
        wide, high = _size(self._own)
        return orientation == "landscape" and wide < high

    def _page(self, lies: bool) -> Element:
        """Return the properties of a section; one that follows another has no first page."""
        page = deepcopy(self._own)
        if not self._first:
            _go_on(page)
        if lies:
            _lay_down(page)
        return page


def break_before(element: Element) -> None:
    """Make the first paragraph of `element` start a new page."""
    first = next(element.iter(tag("p")))
    properties = _properties(first)
    place = sum(one.tag in _BEFORE_BREAK for one in properties)
    properties.insert(place, w("pageBreakBefore"))


def thin(element: Element) -> Element:
    """Return the empty paragraph `element`, made to take next to no room at the top of a page."""
    _properties(element).append(w("spacing", line=20, lineRule="exact"))
    return element


def number_lines(document: Element) -> None:
    """Make the lines of every section of the template count from 1 on each page."""
    for page in document.iter(tag("sectPr")):
        for found in page.findall(tag("lnNumType")):
            page.remove(found)
        place = sum(one.tag in _BEFORE_LINES for one in page)
        page.insert(place, w("lnNumType", countBy=1, restart="newPage"))


def section_of(place: Element, document: Element) -> Element:
    """Return what says the page of `place`, a child of the body; made where there is nothing."""
    for following in place.itersiblings():
        if following.tag == tag("sectPr"):
            return following
        if (own := following.find(f"{tag('pPr')}/{tag('sectPr')}")) is not None:
            return own
    made = w("sectPr", w("pgSz", w=A4[0], h=A4[1]))
    document[0].append(made)
    return made


def _properties(paragraph: Element) -> Element:
    found = paragraph.find(tag("pPr"))
    if found is None:
        found = w("pPr")
        paragraph.insert(0, found)
    return found


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
