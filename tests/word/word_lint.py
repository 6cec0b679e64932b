"""What Word refuses or repairs and validators of the schema do not see: a lint of our files."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from conventassembler.writers.word.package import read_members
from conventassembler.writers.word.xml import Element, parse, tag

ORDERS: Final = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers"
        " pBdr shd tabs suppressAutoHyphens spacing ind contextualSpacing jc outlineLvl rPr sectPr"
    ),
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color sz szCs highlight u shd lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "numPr": "ilvl numId",
    "num": "abstractNumId lvlOverride",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg",
}
"""Children of an element in the order of ISO/IEC 29500-1, as far as we write them."""


def lint(docx: bytes) -> list[str]:
    """Return what is wrong with `docx`, in words."""
    members = read_members(docx)
    roots = {
        name: parse(data)
        for name, data in members.items()
        if name.startswith("word/") and name.endswith(".xml")
    }
    found = [fault for root in roots.values() for fault in [*_order(root), *_fields(root)]]
    found += [f"tag left in {name}" for name, data in members.items() if _left(data)]
    return found + _document(roots)


def _document(roots: dict[str, Element]) -> list[str]:
    document = roots["word/document.xml"]
    return [
        *_bookmarks(document),
        *_tables(document),
        *_undefined(document, roots["word/styles.xml"], "Style", "styleId"),
        *_undefined(document, roots["word/numbering.xml"], "numId", "numId"),
    ]


def _left(data: bytes) -> bool:
    return re.search(rb"\{\{|\{%|<\?conventassembler", data) is not None


def _order(root: Element) -> Iterator[str]:
    for name, order in ORDERS.items():
        names = order.split()
        for element in root.iter(tag(name)):
            children = [str(child.tag).rpartition("}")[2] for child in element]
            yield from (f"{child} in {name}" for child in children if child not in names)
            places = [names.index(child) for child in children if child in names]
            if places != sorted(places):
                yield f"order of {children} in {name}"


def _fields(root: Element) -> Iterator[str]:
    kinds = [str(mark.get(tag("fldCharType"))) for mark in root.iter(tag("fldChar"))]
    if re.fullmatch("(begin separate end ?)*", " ".join(kinds)) is None:
        yield f"fields not closed: {kinds}"


def _bookmarks(document: Element) -> Iterator[str]:
    starts = list(document.iter(tag("bookmarkStart")))
    opened = [str(start.get(tag("id"))) for start in starts]
    closed = [str(end.get(tag("id"))) for end in document.iter(tag("bookmarkEnd"))]
    names = [str(start.get(tag("name"))) for start in starts]
    if len(set(opened)) < len(opened) or sorted(opened) != sorted(closed):
        yield "bookmarks not paired"
    if len(set(names)) < len(names):
        yield "bookmark name twice"
    yield from (f"bookmark {name}" for name in names if not re.fullmatch(r"\w{1,40}", name))


def _tables(document: Element) -> Iterator[str]:
    for cell in document.iter(tag("tc")):
        if len(cell) == 0 or cell[-1].tag != tag("p"):
            yield "cell without a last paragraph"
    for row in document.iter(tag("tr")):
        if row.find(tag("tc")) is None:
            yield "row without a cell"
    body = document.find(tag("body"))
    for one, other in pairwise(() if body is None else body):
        if one.tag == other.tag == tag("tbl"):
            yield "adjacent tables"


def _undefined(document: Element, part: Element, reference: str, key: str) -> Iterator[str]:
    known = {element.get(tag(key)) for element in part.iter()}
    for element in document.iter():
        if str(element.tag).endswith(reference) and element.get(tag("val")) not in known:
            yield f"{reference} {element.get(tag('val'))} is not defined"
