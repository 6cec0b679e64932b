"""Where something stands in a Word file, in the words of those who know Word and no part's name."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from conventassembler.diagnostics.spoken import NOTES, PROPERTIES, SHEET, TEXT
from conventassembler.writers.word.parts import DOCUMENT, FOOTNOTES, OFFICE, STYLES, Parts
from conventassembler.writers.word.xml import Element, parse, tag

_KINDS: Final = {"default": "", "first": " of page 1", "even": " of even pages"}
_RELATION: Final = f"{{{OFFICE}}}id"
_LONGEST: Final = 50
"""Characters of the words that tell a paragraph."""


def names_of_parts(members: Mapping[str, bytes]) -> dict[str, str]:
    """Return what each member that has text is called, « the header of page 1 »."""
    found = {DOCUMENT: TEXT, FOOTNOTES: NOTES, "docProps/core.xml": PROPERTIES, STYLES: SHEET}
    parts = Parts(members)
    for name in ("header", "footer"):
        targets = parts.targets(f"{OFFICE}/{name}")
        for reference in parse(members[DOCUMENT]).iter(tag(f"{name}Reference")):
            part = targets.get(reference.get(_RELATION, ""), "")
            kind = _KINDS.get(reference.get(tag("type"), "default"), "")
            if part not in found or not kind:  # one that serves all pages is called after none
                found[part] = f"the {name}{kind}"
    return found


def paragraphs(root: Element) -> Iterator[tuple[int, Element, str]]:
    """Yield the paragraphs below `root` as they follow each other: number from 1, and text."""
    for number, paragraph in enumerate(root.iter(tag("p")), start=1):
        yield number, paragraph, text_of(paragraph)


def text_of(element: Element) -> str:
    """Return the text that a reader sees in `element`, in one line."""
    texts = (one.text or "" for one in element.iter(tag("t")))
    return "".join(texts)


def place(part: str, number: int = 0, text: str = "") -> dict[str, str]:
    """Return the arguments of a finding that tell where: the part, the paragraph, its words."""
    words = re.sub(r"\s+", " ", text).strip()
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    told = {"story": part, "paragraph": str(number) if number else "", "excerpt": shown}
    return {name: value for name, value in told.items() if value}
