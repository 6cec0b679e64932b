"""The pages of the body, one after the other: those that stand, and those that lie down."""

from collections.abc import Sequence

from conventassembler.writers.word.frame import Around, Frame
from conventassembler.writers.word.markup import el, is_paragraph, with_last
from conventassembler.writers.word.stretches import Stretch, altered


class Pages:
    """The pages of one file, one after the other, in the template whose text `frame` is."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._is_first = True
        self._lies = False

    def width(self, orientation: str = "") -> int:
        """Return the width of the text on a page, in twentieths of a point."""
        lies = self._lying(orientation) if orientation else self._lies
        return self._frame.widths[lies]

    def turn(self, made: list[Stretch], orientation: str, empty: Stretch) -> bool:
        """End the section of `made` if the page turns for `orientation`; tell whether it does.

        Its last paragraph says it, or `empty` behind a last table. The first page just turns.
        """
        before, self._lies = self._lies, self._lying(orientation)
        if before == self._lies:
            return False
        if any(one.cast.elements for one in made):
            if not is_paragraph(made[last_of(made)].cast.elements[-1]):
                made.append(empty)
            last = last_of(made)
            *most, end = made[last].cast.elements
            page = self._frame.text(lies=before, is_first=self._is_first).section
            made[last] = altered(made[last], *most, with_last(end, page))
            self._is_first = False
        return True

    def close(self) -> Around:
        """Return what stands around the body of the file, its last page that of the template."""
        return self._frame.text(lies=self._lies, is_first=self._is_first)

    def _lying(self, orientation: str) -> bool:
        return orientation == "landscape" and self._frame.stands


def last_of(made: Sequence[Stretch]) -> int:
    """Return the place of the last stretch that has an element."""
    return max(n for n, one in enumerate(made) if one.cast.elements)


def thin(element: str) -> str:
    """Return the empty paragraph `element`, made to take next to no room at the top of a page."""
    return with_last(element, el("spacing", line=20, lineRule="exact"))
