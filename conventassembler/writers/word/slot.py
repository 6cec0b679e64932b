"""The place of the act's text in a house template: one paragraph of its own, « {{p body }} »."""

from collections.abc import Iterator
from typing import Final

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.diagnostics.spoken import (
    AMID,
    ELSEWHERE,
    IN_BOX,
    IN_TABLE,
    TEXT,
    TWICE,
    WITHOUT_P,
)
from conventassembler.patterns import Pattern
from conventassembler.writers.word.places import paragraphs, place
from conventassembler.writers.word.xml import Element, tag

SLOT: Final = "conventassembler-body"
"""Target of the processing instruction that stands in the body's place until it is there."""

_BODY: Final = Pattern(r"\{\{(p?)\s*body\s*\}\}")
_STATEMENT: Final = Pattern(r"\{%.*?%\}")


def find_slot(document: Element) -> Element | None:
    """Return what stands in the body's place, if it does so once and among the paragraphs."""
    slots = [node for node in document.iter() if getattr(node, "target", "") == SLOT]
    body_element = document.find(tag("body"))
    if len(slots) != 1 or body_element is None or slots[0] not in list(body_element):
        return None
    return slots[0]


def slot_faults(document: Element, where: Position) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the place in `document`, the text of a template as it is typed."""
    found = [one for one in paragraphs(document) if _BODY.search(one[2])]
    if not found:
        return (fault("C605", where),)
    return tuple(
        fault("C610", where, trouble=trouble, **place(TEXT, number, text))
        for rank, (number, paragraph, text) in enumerate(found)
        for trouble in _troubles(document, paragraph, text, rank)
    )


def strays(root: Element, part: str, where: Position) -> Iterator[Diagnostic]:
    """Yield a finding for each place of the text in a header, a footer or a note."""
    for number, _, text in paragraphs(root):
        if _BODY.search(text):
            yield fault("C610", where, trouble=ELSEWHERE, **place(part, number, text))


def _troubles(document: Element, paragraph: Element, text: str, rank: int) -> Iterator[str]:
    if rank or len(_BODY.findall(text)) > 1:
        yield TWICE
    body = document.find(tag("body"))
    above = {one.tag for one in paragraph.iterancestors()}
    if tag("tc") in above:
        yield IN_TABLE
    elif body is None or paragraph not in list(body):
        yield IN_BOX
    if _STATEMENT.sub("", _BODY.sub("", text)).strip():
        yield AMID  # a p would take the words away, and tell nobody
    elif not any(_BODY.findall(text)):
        yield WITHOUT_P
