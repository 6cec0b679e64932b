"""Word file -> its text, in the form of the draft's plain text: what the writer is held against.

Written apart from the writer on purpose: it reads every `w:t` of the body, whoever put it there,
behind the number that the paragraph shows; then those of the notes that the body calls.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from conventassembler.review.numbers import Numbers
from conventassembler.writers.word.package import PackageError, read_members
from conventassembler.writers.word.xml import Element, parse, tag

_MARKS: Final = {
    tag("tab"): "\t",
    tag("br"): "\n",
    tag("cr"): "\n",
    tag("noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
    tag("softHyphen"): "\N{SOFT HYPHEN}",
}
_NEW_PAGES: Final = ("page", "column")
"""Breaks that are no text: LibreOffice begins pages with them."""
_NO_WORDS: Final = "mentions à compléter"
"""The style of what is no word of the act: the list of what is still to be given."""
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_text(docx: bytes) -> str:
    """Return the text of the body of `docx`, a line for each paragraph, tables row by row.

    The notes come last, in the order of their calls. Empty paragraphs leave no line, and items of
    lists have no marker, as in the draft's plain text.

    Raises:
        PackageError: `docx` is not a Word file.
        lxml.etree.XMLSyntaxError: its document, or its notes, are not well-formed.
    """
    members = read_members(docx)
    try:
        body = parse(members["word/document.xml"]).find(tag("body"))
    except KeyError as error:
        raise PackageError("no document") from error
    if body is None:
        return ""
    styles = _part(members, "styles")
    _leave_out(body, styles)
    _leave_out_pages(body)
    numbers = Numbers(_part(members, "numbering"), styles)
    notes = _part(members, "footnotes")
    return "\n".join((*_lines(body, numbers), *_note_lines(body, notes, numbers)))


def _part(members: Mapping[str, bytes], name: str) -> Element | None:
    path = f"word/{name}.xml"
    return parse(members[path]) if path in members else None


def _leave_out(body: Element, styles: Element | None) -> None:
    """Take out of `body` the paragraphs that say no word of the act."""
    every = () if styles is None else styles.iter(tag("style"))
    named = ((style, name) for style in every for name in style.findall(tag("name")))
    ids = {
        style.get(tag("styleId"))
        for style, name in named
        if name.get(tag("val"), "").casefold() == _NO_WORDS
    }
    for paragraph in list(body.iter(tag("p"))):
        style = paragraph.find(f"{tag('pPr')}/{tag('pStyle')}")
        if style is not None and style.get(tag("val")) in ids:
            _remove(paragraph)


def _leave_out_pages(body: Element) -> None:
    """Take the pages out of a table of contents that has them, as one made without has not."""
    asked = [one.text or "" for one in body.iter(tag("instrText"))]
    if not any(text.split()[:1] == ["TOC"] and "\\n" not in text.split() for text in asked):
        return
    for paragraph in body.iter(tag("p")):
        if paragraph.find(tag("hyperlink")) is not None:
            _leave_out_page(paragraph)


def _leave_out_page(paragraph: Element) -> None:
    """Take out of a line the last tab and the page behind it, if it ends so."""
    shown = [one for run in paragraph.iter(tag("r")) for one in run]
    shown = [one for one in shown if one.tag in (tag("t"), tag("tab"))]
    place = max((n for n, one in enumerate(shown) if one.tag == tag("tab")), default=len(shown))
    page = shown[place + 1 :]
    if "".join(one.text or "" for one in page).isdecimal():
        for one in shown[place:]:
            _remove(one)


def _remove(element: Element) -> None:
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def _note_lines(body: Element, notes: Element | None, numbers: Numbers) -> Iterator[str]:
    """Yield the lines of the notes that `body` calls, without the space behind their numbers."""
    by_number = {note.get(tag("id")): note for note in (() if notes is None else notes)}
    for call in body.iter(tag("footnoteReference")):
        note = by_number.get(call.get(tag("id")))
        for number, line in enumerate(() if note is None else _lines(note, numbers)):
            text = line.removeprefix(" ") if number == 0 else line
            if text:
                yield text


def _lines(element: Element, numbers: Numbers) -> Iterator[str]:
    for child in element:
        if child.tag == tag("p"):
            text = "".join((_number(child, numbers), *_text(child)))
            if text and not _shows_pictures(child, text):
                yield text
        if child.tag != _FALLBACK:
            yield from _lines(child, numbers)


def _shows_pictures(paragraph: Element, text: str) -> bool:
    """Tell whether a paragraph is a row of logos, with nothing but tabs between them."""
    return not text.strip() and next(paragraph.iter(tag("drawing")), None) is not None


def _number(paragraph: Element, numbers: Numbers) -> str:
    number = numbers.of(paragraph)
    return "" if numbers.is_list_item(paragraph) else number


def _text(element: Element) -> Iterator[str]:
    """Yield the text under a paragraph, but not that of paragraphs in its text boxes."""
    for child in element:
        if child.tag == tag("t"):
            yield _kept(child)
        elif child.tag in _MARKS and element.tag == tag("r"):
            yield "" if child.get(tag("type")) in _NEW_PAGES else _MARKS[child.tag]
        elif child.tag not in (tag("p"), _FALLBACK):
            yield from _text(child)


def _kept(element: Element) -> str:
    """Return the text of a `w:t`; Word drops the spaces at its ends unless told to keep them."""
    text = element.text or ""
    return text if element.get(_SPACE) == "preserve" else text.strip(" \t\r\n")
