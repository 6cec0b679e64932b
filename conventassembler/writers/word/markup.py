"""WordprocessingML as text: what a body is made of, which is written and never walked.

Beside `xml`, which makes trees of the same elements for the parts that are changed in place. The
text is what lxml would write of them. Numbers that are counted through the file stand in it as
holes until the whole file is known (`hole`).
"""

import re
from typing import Final

from conventassembler.keeping import kept
from conventassembler.patterns import Pattern
from conventassembler.writers.word.legality import legal

OPEN: Final = "\x01"
CLOSE: Final = "\x02"
"""Around a hole; no XML can carry them, so that no text can hold one."""
_PIECES: Final = Pattern("[\t\n]|[^\t\n]+")
_MARKS: Final = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_HEAD: Final = Pattern("<w:pPr>(?:<w:(?:pStyle|keepNext|keepLines)(?: [^>]*)?/>)*")
_END: Final = "</w:pPr>"
SAYS: Final = '<w:t xml:space="preserve">'
"""Behind it stands what a run says."""
_SHOWS: Final = rf"(?>(?:{SAYS}[^<]*</w:t>|<w:tab/>|<w:br/>)+)"
_ALIKE: Final = Pattern(
    rf"<w:r>((?:<w:rPr>(?:<w:[^>]*/>)*</w:rPr>)?){_SHOWS}</w:r>(?>(?:<w:r>\1{_SHOWS}</w:r>)+)"
)
"""Runs of text in one look, one right behind the other."""


def hole(kind: str, number: int) -> str:
    """Return the place of a number to come: the `number`th of its `kind`, a letter."""
    return f"{OPEN}{kind}{number}{CLOSE}"


def el(name: str, /, *children: str, **attributes: str | int) -> str:
    """Return the element `w:name`; its attributes are in the same namespace."""
    said = "".join([f' w:{key}="{attribute(value)}"' for key, value in attributes.items()])
    inner = "".join(children)
    return f"<w:{name}{said}>{inner}</w:{name}>" if inner else f"<w:{name}{said}/>"


def attribute(value: str | int) -> str:
    """Return `value` as it stands between the quotes of an attribute."""
    if isinstance(value, int):
        return str(value)
    text = content(value)
    if '"' in text:
        text = text.replace('"', "&quot;")
    if "\n" in text or "\t" in text:
        text = text.replace("\n", "&#10;").replace("\t", "&#9;")
    return text


def content(text: str) -> str:
    """Return `text` as it stands between two tags."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text


def said(name: str, text: str) -> str:
    """Return the element `w:name` that says `text`, whose spaces count."""
    return f'<w:{name} xml:space="preserve">{content(text)}</w:{name}>'


def text_elements(text: str) -> str:
    """Return what a run holds to show `text`: `w:t` and, for tabs and line feeds, marks."""
    text = legal(text)
    if "\t" not in text and "\n" not in text:
        return said("t", text) if text else ""
    return "".join([_MARKS.get(one) or said("t", one) for one in _PIECES.findall(text)])


@kept
def text_run(text: str) -> str:
    """Return a run that shows `text` in the look of its paragraph."""
    return el("r", text_elements(text))


def with_whole_runs(element: str) -> str:
    """Return `element` with what it says in one look, with nothing in between, in one run."""
    return _ALIKE.sub(_in_one, element)


def _in_one(found: re.Match[str]) -> str:
    return found[0].replace(f"</w:t></w:r><w:r>{found[1]}{SAYS}", "")


def is_table(element: str) -> bool:
    """Tell whether `element` is a table."""
    return element.startswith("<w:tbl>")


def is_paragraph(element: str) -> bool:
    """Tell whether `element` is a paragraph."""
    return element.startswith("<w:p>")


def with_last(element: str, added: str) -> str:
    """Return `element` with `added` the last of the properties of its first paragraph."""
    place = element.index(_END)
    return element[:place] + added + element[place:]


def with_break(element: str) -> str:
    """Return `element` with its first paragraph on a new page."""
    found = _HEAD.search(element)
    assert found is not None  # every paragraph of ours has a style
    return element[: found.end()] + el("pageBreakBefore") + element[found.end() :]
