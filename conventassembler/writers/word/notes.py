"""Notes at the foot of the page: the part that holds them, and the numbers that call them."""

from collections.abc import Iterable
from typing import Final

from conventassembler.writers.word import styles as names
from conventassembler.writers.word.styles import Styles
from conventassembler.writers.word.xml import Element, integer, parse, serialise, tag, text_run, w

SEPARATORS: Final = (("separator", -1), ("continuationSeparator", 0))
"""The lines between the text and its notes, which Word keeps as notes with these numbers."""


class Notes:
    """The notes of one file, in the order of their calls."""

    def __init__(self, part: bytes | None, styles: Styles) -> None:
        self._root = parse(part) if part else _without_notes()
        self._styles = styles
        self._next = 1 + max((integer(note, "id", 0) for note in self._root), default=0)
        self.called = False

    def add(self, content: Iterable[Element]) -> Element:
        """Add the note that says `content`; return the run that calls it."""
        number = self._next
        self._next += 1
        self.called = True
        head = w("pPr", w("pStyle", val=self._styles[names.NOTE]))
        mark = w("r", self._look(), w("footnoteRef"))
        note = w("footnote", w("p", head, mark, text_run(" "), *content), id=number)
        self._root.append(note)
        return w("r", self._look(), w("footnoteReference", id=number))

    def part(self) -> bytes:
        """Return the part with the notes added so far."""
        return serialise(self._root)

    def _look(self) -> Element:
        return w("rPr", w("rStyle", val=self._styles[names.CALL]))


def _without_notes() -> Element:
    lines = (
        w("footnote", w("p", w("r", w(kind))), type=kind, id=number) for kind, number in SEPARATORS
    )
    return w("footnotes", *lines)


def is_declared(settings: Element) -> bool:
    """Tell whether `settings` names the separators."""
    return settings.find(tag("footnotePr")) is not None
