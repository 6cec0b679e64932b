"""What a review or a slip leaves in the text of a template: changes, comments, braces, pictures."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.diagnostics.spoken import (
    COMMENT,
    DELETED,
    INSERTED,
    MOVED,
    PROPERTIES,
    RESTYLED,
    SHEET,
)
from conventassembler.patterns import Pattern
from conventassembler.writers.word.places import names_of_parts, paragraphs, place
from conventassembler.writers.word.xml import Element, parse, tag

_CHANGES: Final = {
    **dict.fromkeys(map(tag, ("ins", "cellIns")), INSERTED),
    **dict.fromkeys(map(tag, ("del", "cellDel")), DELETED),
    **dict.fromkeys(map(tag, ("moveFrom", "moveTo")), MOVED),
    **dict.fromkeys(
        map(tag, (f"{name}PrChange" for name in ("r", "p", "sect", "tbl", "tc", "tr"))), RESTYLED
    ),
}
_WORDS: Final = (tag("t"), tag("delText"))
_COMMENTS: Final = "word/comments.xml"
_TAGS: Final = Pattern(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_OLD_PICTURE: Final = "{urn:schemas-microsoft-com:vml}imagedata"


def marks(members: Mapping[str, bytes], where: Position) -> Iterator[Diagnostic]:
    """Yield what is left over in each part, paragraph by paragraph."""
    comments = _comments(members)
    for name, part in names_of_parts(members).items():
        if name not in members or part in (PROPERTIES, SHEET):
            continue
        for number, paragraph, text in paragraphs(parse(members[name])):
            yield from _changes(paragraph, part, number, where)
            for told in _noted(paragraph, comments):
                yield fault("C612", where, trace=COMMENT, **place(part, number, told))
            if re.search("[{}]", _TAGS.sub("", text)):
                yield fault("C613", where, **place(part, number, text))
            for picture in _untold(paragraph):
                yield fault("C616", where, **place(part, number, picture))


def _changes(paragraph: Element, part: str, number: int, where: Position) -> Iterator[Diagnostic]:
    """Yield each kind of change of a paragraph once, with the words that it changes."""
    found: dict[str, str] = {}
    for one in paragraph.iter():
        if (mark := _CHANGES.get(str(one.tag))) is not None:
            found[mark] = found.get(mark, "") + _words(one)
    for mark, words in found.items():
        yield fault("C612", where, trace=mark, **place(part, number, words or _words(paragraph)))


def _words(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(*_WORDS))


def _comments(members: Mapping[str, bytes]) -> Mapping[str, str]:
    """Return the words of the comments by their ids."""
    if _COMMENTS not in members:
        return {}
    found = parse(members[_COMMENTS]).iter(tag("comment"))
    return {one.get(tag("id"), ""): _words(one) for one in found}


def _noted(paragraph: Element, comments: Mapping[str, str]) -> Iterator[str]:
    for reference in paragraph.iter(tag("commentReference")):
        yield comments.get(reference.get(tag("id"), ""), "")


def _untold(paragraph: Element) -> Iterator[str]:
    """Yield the names of the pictures that nobody who cannot see them is told about."""
    for one in paragraph.iter(_DRAWING):
        decorative = any(mark.get("val") in ("1", "true") for mark in one.iter(_DECORATIVE))
        if not (decorative or one.get("descr", "").strip() or _nested(one, paragraph)):
            yield one.get("name", "")
    for one in paragraph.iter(_OLD_PICTURE):
        shape = one.getparent()
        if shape is not None and not shape.get("alt", "").strip() and not _nested(one, paragraph):
            yield shape.get("id", "")


def _nested(element: Element, paragraph: Element) -> bool:
    """Tell whether an element belongs to a paragraph further in, which is looked at itself."""
    return next(element.iterancestors(tag("p"))) is not paragraph or _is_fallback(element)


def _is_fallback(element: Element) -> bool:
    """Tell whether an element only repeats, for old programs, what stands beside it."""
    return any(str(one.tag).endswith("}Fallback") for one in element.iterancestors())
