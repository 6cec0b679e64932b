"""Fields: what a word processor computes, with the text that stands there until it does."""

from typing import Final

from conventassembler.writers.word.legality import legal
from conventassembler.writers.word.markup import el, said

LONGEST_TIP: Final = 250
"""Characters of the words that tell what a link leads to; Word takes 255."""


def field(instruction: str, cached: str) -> str:
    """Return the runs of a field on one line, whose text is now that of the runs `cached`."""
    return f"{opening(instruction)}{cached}{closing()}"


def opening(instruction: str) -> str:
    """Return what stands before the text of a field."""
    asked = el("r", said("instrText", f" {instruction} "))
    return f"{_mark('begin')}{asked}{_mark('separate')}"


def closing() -> str:
    """Return what stands after the text of a field."""
    return _mark("end")


def _mark(kind: str) -> str:
    return el("r", el("fldChar", fldCharType=kind))


def link(anchor: str, content: str, told: str) -> str:
    """Return a link to the bookmark `anchor`; `told` is what screen readers say of it."""
    tip = legal(told)[:LONGEST_TIP]
    return el("hyperlink", content, anchor=anchor, tooltip=tip, history=1)
