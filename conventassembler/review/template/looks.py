"""What those who read a document by other means go by: colours, headings, language, pages."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeVar

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.diagnostics.spoken import LANGUAGE, OUTLINE, PAGE_NUMBER, SHEET
from conventassembler.writers.word import styles as names
from conventassembler.writers.word.parts import STYLES
from conventassembler.writers.word.places import names_of_parts, place
from conventassembler.writers.word.xml import Element, integer, parse, tag

_T = TypeVar("_T")
_HEADINGS: Final = (*names.HEADINGS, names.ANNEX, names.PART)
_SEEN: Final = (*(name for _, name in names.REQUIRED), "header", "footer")
_BLACK, _WHITE = "000000", "FFFFFF"
_LEAST: Final = 4.5
_LEAST_OF_LARGE: Final = 3.0
"""Contrast of letters with their ground, of those of 18 points or 14 points in bold for the
second (RGAA 4.1, criterion 3.2)."""


def looks(members: Mapping[str, bytes], where: Position) -> Iterator[Diagnostic]:
    """Yield what the styles of a template and its pages do not say, or do not show well."""
    sheet = Sheet(parse(members[STYLES]))
    if not sheet.language():
        yield fault("C618", where, lack=LANGUAGE)
    if not any(_numbers_pages(members, name) for name in names_of_parts(members)):
        yield fault("C618", where, lack=PAGE_NUMBER)
    for name in _HEADINGS:
        if name in sheet and sheet.first(name, _outline) is None:
            yield fault("C618", where, lack=OUTLINE, **place(SHEET, text=name))
    for name in _SEEN:
        if name in sheet:
            yield from _contrast(sheet, name, where)


class Sheet:
    """The styles of a template, each with those that it is based on."""

    def __init__(self, root: Element) -> None:
        self._root = root
        styles = list(root.iter(tag("style")))
        self._by_id = {one.get(tag("styleId"), ""): one for one in styles}
        self._by_name = {_attribute(one, "name").casefold(): one for one in styles}

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._by_name

    def language(self) -> str:
        """Return the language of what no style says otherwise, or nothing."""
        own = self._root.find(_path("docDefaults", "rPrDefault", "rPr", "lang"))
        return "" if own is None else own.get(tag("val"), "")

    def first(self, name: str, read: Callable[[Element], _T | None]) -> _T | None:
        """Return what `read` finds first: in a style, in its bases, then in the defaults."""
        for element in self._line(name):
            if (found := read(element)) is not None:
                return found
        return None

    def _line(self, name: str) -> Iterator[Element]:
        seen: set[str] = set()
        style: Element | None = self._by_name[name.casefold()]
        while style is not None and style.get(tag("styleId"), "") not in seen:
            seen.add(style.get(tag("styleId"), ""))
            yield style
            style = self._by_id.get(_attribute(style, "basedOn"))
        for part in ("rPrDefault", "pPrDefault"):
            if (default := self._root.find(_path("docDefaults", part))) is not None:
                yield default


def _contrast(sheet: Sheet, name: str, where: Position) -> Iterator[Diagnostic]:
    ground = sheet.first(name, _ground) or _WHITE
    letters = sheet.first(name, _colour) or (_BLACK if luminance(ground) > 0.18 else _WHITE)
    ratio = contrast(letters, ground)
    large = sheet.first(name, _size) or 20
    bold = sheet.first(name, _bold) or False
    least = _LEAST_OF_LARGE if large >= 36 or (bold and large >= 28) else _LEAST
    if ratio < least:
        told = {"ratio": f"{ratio:.1f}", "least": f"{least:g}"}
        yield fault("C617", where, style=name, colour=f"#{letters}", ground=f"#{ground}", **told)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.1, « contrast ratio »)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return how light a colour is, from 0 to 1; it is six hexadecimal digits, « 1F3A5F »."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _numbers_pages(members: Mapping[str, bytes], name: str) -> bool:
    """Tell whether a header or a footer has the field of the page's number."""
    if name not in members or not re.match("word/(header|footer)", name):
        return False
    root = parse(members[name])
    fields = [one.text or "" for one in root.iter(tag("instrText"))]
    fields += [one.get(tag("instr"), "") for one in root.iter(tag("fldSimple"))]
    return any(re.match(r"\s*PAGE\b", field, re.IGNORECASE) for field in fields)


def _outline(style: Element) -> int | None:
    found = style.find(_path("pPr", "outlineLvl"))
    level = integer(found, "val", 9)
    return level if level < 9 else None


def _colour(style: Element) -> str | None:
    return _hexadecimal(style.find(_path("rPr", "color")), "val")


def _ground(style: Element) -> str | None:
    """Return the ground of a paragraph or of its letters; a table style's is that of cells."""
    for part in ("pPr", "rPr"):
        if found := _hexadecimal(style.find(_path(part, "shd")), "fill"):
            return found
    return None


def _size(style: Element) -> int | None:
    return integer(style.find(_path("rPr", "sz")), "val", 0) or None


def _bold(style: Element) -> bool | None:
    found = style.find(_path("rPr", "b"))
    return None if found is None else found.get(tag("val"), "1") not in ("0", "false", "off")


def _hexadecimal(element: Element | None, name: str) -> str | None:
    text = "" if element is None else element.get(tag(name), "")
    return text.upper() if re.fullmatch("[0-9A-Fa-f]{6}", text) else None


def _attribute(style: Element, name: str) -> str:
    element = style.find(tag(name))
    return "" if element is None else element.get(tag("val"), "")


def _path(*names_: str) -> str:
    return "/".join(map(tag, names_))
