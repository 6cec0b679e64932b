"""The typography of a finished Word file, read from its XML alone: what a proofreader would mark.

None of our rules is used here: what this finds, it finds without them.
"""

import re
from collections.abc import Iterator

from conventassembler.writers.word.package import read_members
from conventassembler.writers.word.xml import Element, parse, tag

_BREAKABLE = " \t\n\u2000-\u2006\u2008-\u200a\u205f\u3000"
FAULTS = {
    "a space at which a line may end before a mark": re.compile(rf"[{_BREAKABLE}][;:!?»%€]"),
    "a space at which a line may end after «": re.compile(rf"«[{_BREAKABLE}]"),
    "a quotation without its spaces": re.compile(r"«[^\u00a0\u202f]|[^\u00a0\u202f]»"),
    "a mark that touches its word": re.compile(r"\w[;!?](?:\s|$)|[^\W\d]:(?:\s|$)|\d[%€]"),
    "n° parted from its number": re.compile(r"\b[nN]°(?!\u00a0)|n[°º]s\b|\bnos \d"),
    "an article parted from its letter": re.compile(
        r"\b(?:[LRDA]\.|LO)[^\S\u00a0]\*?\d|\b[LRD]\.?\d{3}|\b[LRD]\.? ?\d{3,4} ?[-–] ?\d"
    ),
    "a straight quote or apostrophe": re.compile(r"[\"'`´‘]"),
    "three points": re.compile(r"(?<!\.)\.\.\.(?!\.)"),
    "a hyphen for a dash": re.compile(r"[^\W\d] - "),
    "two spaces": re.compile(r"  "),
}
A4 = ("11906", "16838")


def type_lint(docx: bytes) -> list[str]:
    """Return what is wrong with the typography, the language or the page of `docx`, in words."""
    members = read_members(docx)
    roots = {name: parse(data) for name, data in members.items() if name.endswith(".xml")}
    texts = [(name, text) for name, root in roots.items() for text in paragraphs(name, root)]
    found = [
        f"{fault}: {text[max(match.start() - 20, 0) : match.end() + 20]!r} in {name}"
        for name, text in texts
        for fault, pattern in FAULTS.items()
        for match in pattern.finditer(text)
    ]
    return [*found, *_languages(roots), *_pages(roots)]


def paragraphs(name: str, root: Element) -> Iterator[str]:
    """Yield the text of each paragraph of a part; of the properties, the title and the subject."""
    if name == "docProps/core.xml":
        yield from (
            child.text or "" for child in root if str(child.tag).endswith(("title", "subject"))
        )
    signs = {tag("tab"): "\t", tag("br"): "\n"}
    for paragraph in root.iter(tag("p")):
        words = (
            node.text or "" if node.tag == tag("t") else signs.get(str(node.tag), "")
            for node in paragraph.iter()
        )
        yield "".join(words)


def _languages(roots: dict[str, Element]) -> Iterator[str]:
    said = [node.get(tag("val")) for root in roots.values() for node in root.iter(tag("lang"))]
    if not said or set(said) != {"fr-FR"}:
        yield f"languages: {said}"


def _size(page: Element) -> tuple[str | None, ...]:
    """Return the width and the height of a page; of one that lies, as if it stood."""
    lies = page.get(tag("orient")) == "landscape"
    return tuple(page.get(tag(side)) for side in ("hw" if lies else "wh"))


def _pages(roots: dict[str, Element]) -> Iterator[str]:
    sizes = [_size(page) for page in roots["word/document.xml"].iter(tag("pgSz"))]
    if not sizes or set(sizes) != {A4}:
        yield f"pages: {sizes}"
