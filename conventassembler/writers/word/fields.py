"""Fields: what a word processor computes, with the text that stands there until it does."""

from collections.abc import Iterable
from typing import Final

from conventassembler.writers.word.xml import Element, legal, w

LONGEST_TIP: Final = 250
"""Characters of the words that tell what a link leads to; Word takes 255."""


def field(instruction: str, cached: Iterable[Element]) -> list[Element]:
    """Return the runs of a field on one line, whose text is now that of the runs `cached`."""
    return [*opening(instruction), *cached, closing()]


def opening(instruction: str) -> list[Element]:
    """Return what stands before the text of a field."""
    asked = w("instrText")
    asked.text = f" {instruction} "
    asked.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return [_mark("begin"), w("r", asked), _mark("separate")]


def closing() -> Element:
    """Return what stands after the text of a field."""
    return _mark("end")


def _mark(kind: str) -> Element:
    return w("r", w("fldChar", fldCharType=kind))


def link(anchor: str, content: Iterable[Element], said: str) -> Element:
    """Return a link to the bookmark `anchor`; `said` is what screen readers say of it."""
    tip = legal(said)[:LONGEST_TIP]
    return w("hyperlink", *content, anchor=anchor, tooltip=tip, history=1)
