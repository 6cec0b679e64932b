"""Marks in the text: bookmarks and fields, which begin and end, and what leads to bookmarks."""

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Final

from conventassembler.frozen import dataclass
from conventassembler.writers.word.bookmarks import PREFIX, is_legal
from conventassembler.writers.word.verifying.file import File, Part
from conventassembler.writers.word.verifying.problem import Problem
from conventassembler.writers.word.xml import Element, tag

_START: Final = tag("bookmarkStart")
_END: Final = tag("bookmarkEnd")
_MARK: Final = tag("fldChar")
_ASKED: Final = tag("instrText")
_NOTES: Final = tuple(tag(name) for name in ("footnote", "endnote", "comment"))
_PLACES: Final = (*_NOTES, *map(tag, ("body", "tc", "sdtContent", "hdr", "ftr", "txbxContent")))
_LEADING: Final = ("REF", "PAGEREF", "NOTEREF")
_BUILT_IN: Final = ("_top",)
"""Places of every document, to which a link may lead."""


def mark_problems(file: File) -> Iterator[Problem]:
    """Yield what is wrong with the bookmarks and fields of all texts, and with what leads there."""
    names: set[str] = set()
    stories = tuple(file.stories())
    for part in stories:
        yield from _names(part, names)
        yield from bookmark_ends(part)
    for part in stories:
        instructions: list[str] = [one.get(tag("instr"), "") for one in part.all("fldSimple")]
        yield from field_ends(part, instructions)
        anchors = [one.get(tag("anchor"), "") for one in part.all("hyperlink")]
        for name in filter(None, (*anchors, *map(target_of, instructions))):
            if name.casefold() not in names and name not in _BUILT_IN:
                yield Problem("no-bookmark", part.name, name)


def _names(part: Part, known: set[str]) -> Iterator[Problem]:
    """Yield the names that Word would not keep, and add all to those that are `known`."""
    for start in part.all("bookmarkStart"):
        name = start.get(tag("name"), "")
        if name.casefold() in known:
            yield Problem("bookmark-twice", part.name, name)
        if not is_legal(name):
            yield Problem("bookmark-name", part.name, name)
        known.add(name.casefold())


def bookmark_ends(part: Part) -> Iterator[Problem]:
    """Yield the bookmarks that do not end, or where they should not."""
    opened: dict[str, Element] = {}
    for mark in part.root.iter(_START, _END):
        number = mark.get(tag("id"), "")
        if mark.tag == _START:
            if number in opened:
                yield Problem("id-twice", part.name, f"bookmarkStart {number}")
            opened[number] = mark
            continue
        last = next(reversed(opened), "")
        start = opened.pop(number, None)
        if start is None:
            yield Problem("bookmark-end", part.name, number)
        elif _is_ours(start):
            yield from _ended(start, mark, opened.get(last), part.name)
    yield from (Problem("bookmark-open", part.name, _name(one)) for one in opened.values())


def _ended(start: Element, end: Element, last: Element | None, part: str) -> Iterator[Problem]:
    """Hold a bookmark of ours, which ends, against the `last` that is open: ours are nested."""
    if last is not None and _is_ours(last):
        yield Problem("bookmark-crossed", part, _name(start))
    if start.getparent() is not end.getparent() and _place(start) is not _place(end):
        yield Problem("bookmark-open", part, _name(start))


def _name(start: Element) -> str:
    return start.get(tag("name"), "")


def _is_ours(start: Element) -> bool:
    return _name(start).startswith(PREFIX)


def _place(element: Element) -> Element | None:
    """Return the text that `element` stands in: the body, a cell, a note, a content control."""
    place: Element | None = element
    while place is not None and place.tag not in _PLACES:
        place = place.getparent()
    return place


@dataclass(slots=True)
class _Field:
    """A field that has begun."""

    begin: Element
    words: list[str] = field(default_factory=list)
    is_separated: bool = False


def field_ends(part: Part, instructions: list[str]) -> Iterator[Problem]:
    """Yield the fields that are not closed; add what each asks for to `instructions`."""
    opened: list[_Field] = []
    for mark in part.root.iter(_MARK, _ASKED, *_NOTES):
        if mark.tag == _ASKED:
            if opened and not opened[-1].is_separated:
                opened[-1].words.append(mark.text or "")
        elif mark.tag == _MARK:
            yield from _field(mark, opened, instructions, part.name)
        else:
            yield from _unclosed(opened, part.name)
    yield from _unclosed(opened, part.name)


def _unclosed(opened: list[_Field], part: str) -> Iterator[Problem]:
    """Yield the fields that no end follows in their text, and forget them."""
    for one in opened:
        yield Problem("field-open", part, "".join(one.words).strip())
    opened.clear()


def _field(
    mark: Element, opened: list[_Field], instructions: list[str], part: str
) -> Iterator[Problem]:
    kind = mark.get(tag("fldCharType"), "")
    if kind == "begin":
        opened.append(_Field(mark))
    elif kind not in ("separate", "end") or not opened or _again(opened[-1], kind):
        yield Problem("field-mark", part, kind)
    elif kind == "separate":
        opened[-1].is_separated = True
    else:
        ended = opened.pop()
        instruction = "".join(ended.words)
        instructions.append(instruction)
        if _place(ended.begin) is not _place(mark):
            yield Problem("field-open", part, instruction.strip())


def _again(one: _Field, kind: str) -> bool:
    return kind == "separate" and one.is_separated


def target_of(instruction: str) -> str:
    """Return the bookmark that a field leads to, if it is one that does."""
    words: Iterable[str] = instruction.split()
    kind, name, *_ = (*words, "", "")
    return name.strip('"') if kind.upper() in _LEADING else ""
