"""Word file -> its text, in the form of the draft's plain text: what the writer is held against.

Written apart from the writer on purpose: it reads every `w:t` of the body, whoever put it there.
"""

from collections.abc import Iterator
from typing import Final

from conventassembler.writers.word.package import PackageError, read_members
from conventassembler.writers.word.xml import Element, parse, tag

_MARKS: Final = {
    tag("tab"): "\t",
    tag("br"): "\n",
    tag("cr"): "\n",
    tag("noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
    tag("softHyphen"): "\N{SOFT HYPHEN}",
}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_text(docx: bytes) -> str:
    """Return the text of the body of `docx`, a line for each paragraph, tables row by row.

    Empty paragraphs leave no line, as in the draft's plain text.

    Raises:
        PackageError: `docx` is not a Word file.
        lxml.etree.XMLSyntaxError: its document is not well-formed.
    """
    try:
        document = parse(read_members(docx)["word/document.xml"])
    except KeyError as error:
        raise PackageError("no document") from error
    body = document.find(tag("body"))
    return "" if body is None else "\n".join(_lines(body))


def _lines(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == tag("p"):
            text = "".join(_text(child))
            if text:
                yield text
        if child.tag != _FALLBACK:
            yield from _lines(child)


def _text(element: Element) -> Iterator[str]:
    """Yield the text under a paragraph, but not that of paragraphs in its text boxes."""
    for child in element:
        if child.tag == tag("t"):
            yield _kept(child)
        elif child.tag in _MARKS and element.tag == tag("r"):
            yield _MARKS[child.tag]
        elif child.tag not in (tag("p"), _FALLBACK):
            yield from _text(child)


def _kept(element: Element) -> str:
    """Return the text of a `w:t`; Word drops the spaces at its ends unless told to keep them."""
    text = element.text or ""
    return text if element.get(_SPACE) == "preserve" else text.strip(" \t\r\n")
