"""What Word refuses or repairs and validators of the schema do not see: a lint of our files."""

import re
from collections.abc import Iterator
from itertools import pairwise
from posixpath import normpath
from typing import Final

from conventassembler.writers.word.package import read_members
from conventassembler.writers.word.xml import Element, integer, parse, tag

ORDERS: Final = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers"
        " pBdr shd tabs suppressAutoHyphens spacing ind contextualSpacing jc outlineLvl rPr sectPr"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike noProof color sz szCs highlight u shd"
        " vertAlign lang"
    ),
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "tcW gridSpan vMerge tcBorders shd tcMar vAlign",
    "numPr": "ilvl numId",
    "numbering": "abstractNum num",
    "abstractNum": "nsid multiLevelType tmpl lvl",
    "settings": (
        "zoom defaultTabStop hyphenationZone characterSpacingControl footnotePr compat"
        " themeFontLang decimalSymbol listSeparator"
    ),
    "num": "abstractNumId lvlOverride",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
    "sdtPr": (
        "rPr alias tag id lock showingPlcHdr date docPartObj dropDownList richText text citation"
    ),
    "date": "dateFormat lid storeMappedDataAs calendar",
    "sdt": "sdtPr sdtContent",
    "sectPr": "headerReference footerReference pgSz pgMar lnNumType titlePg",
}
"""Children of an element in the order of ISO/IEC 29500-1, as far as we write them."""


NOTES: Final = "word/footnotes.xml"
CALL: Final = "footnoteReference"


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
    return [*found, *_document(roots), *_package(members)]


def _document(roots: dict[str, Element]) -> list[str]:
    document = roots["word/document.xml"]
    texts = [roots[name] for name in ("word/document.xml", NOTES) if name in roots]
    return [
        *_bookmarks(texts),
        *_controls(texts),
        *_tables(document),
        *_notes(roots),
        *(fault for root in texts for fault in _undefined(root, roots)),
        *_lists(roots["word/numbering.xml"]),
    ]


def _package(members: dict[str, bytes]) -> Iterator[str]:
    """Hold the list of parts, and the relationships of the document, against what is there."""
    types = parse(members["[Content_Types].xml"])
    named = {str(one.get("PartName")) for one in types if one.get("PartName")}
    endings = {str(one.get("Extension")) for one in types if one.get("Extension")}
    yield from (f"{name} is named and not there" for name in named if name[1:] not in members)
    relations = parse(members["word/_rels/document.xml.rels"])
    targets = [normpath(f"word/{one.get('Target')}") for one in relations]
    yield from (f"{name} is referred to and not there" for name in targets if name not in members)
    yield from (
        f"{name} is referred to and has no type"
        for name in targets
        if f"/{name}" not in named and not _has_type_of_ending(name, endings)
    )
    ids = [one.get("Id") for one in relations]
    if len(set(ids)) < len(ids):
        yield "relationship id twice"


def _has_type_of_ending(name: str, endings: set[str]) -> bool:
    """Tell whether the ending of a part says what it is; all that Word reads itself has a type."""
    ending = name.rpartition(".")[2]
    return ending in endings and not (ending == "xml" and name.startswith("word/"))


def _notes(roots: dict[str, Element]) -> Iterator[str]:
    """Hold the notes against their calls: each is called once, in their order."""
    called = [one.get(tag("id")) for one in roots["word/document.xml"].iter(tag(CALL))]
    notes = list(roots[NOTES]) if NOTES in roots else []
    own = [note.get(tag("id")) for note in notes if note.get(tag("type")) is None]
    if called != own:
        yield f"notes {own} are called {called}"
    lines = [note.get(tag("id")) for note in notes if note.get(tag("type")) is not None]
    declared = [one.get(tag("id")) for one in roots["word/settings.xml"].iter(tag("footnote"))]
    if called and lines != declared:
        yield f"the lines above notes are {lines}, not {declared}"


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
    """Take away the fields that hold no other, as often as there are any: nothing may be left."""
    kinds = "".join(f"{mark.get(tag('fldCharType'))} " for mark in root.iter(tag("fldChar")))
    while "begin separate end " in kinds:
        kinds = kinds.replace("begin separate end ", "")
    if kinds:
        yield f"fields not closed: {kinds}"


def _bookmarks(texts: list[Element]) -> Iterator[str]:
    starts = [start for text in texts for start in text.iter(tag("bookmarkStart"))]
    ends = [end for text in texts for end in text.iter(tag("bookmarkEnd"))]
    opened = [str(start.get(tag("id"))) for start in starts]
    closed = [str(end.get(tag("id"))) for end in ends]
    names = [str(start.get(tag("name"))) for start in starts]
    if len(set(opened)) < len(opened) or sorted(opened) != sorted(closed):
        yield "bookmarks not paired"
    if len(set(names)) < len(names):
        yield "bookmark name twice"
    yield from (f"bookmark {name}" for name in names if not re.fullmatch(r"\w{1,40}", name))


def _controls(texts: list[Element]) -> Iterator[str]:
    """Hold the content controls to what Word takes: numbers, lengths, and lists without doubles."""
    controls = [one for text in texts for one in text.iter(tag("sdtPr"))]
    numbers = [one.get(tag("val"), "") for control in controls for one in control.iter(tag("id"))]
    if len(set(numbers)) < len(numbers) or not all(0 < int(one) < 2**31 for one in numbers):
        yield f"numbers of content controls: {numbers}"
    for control in controls:
        titles = control.iter(tag("alias"), tag("tag"))
        named = [one.get(tag("val"), "") for one in titles]
        yield from (f"{one} is too long" for one in named if len(one.encode("utf-16-le")) > 128)
        for key in ("displayText", "value"):
            words = [one.get(tag(key)) for one in control.iter(tag("listItem"))]
            if len(set(words)) < len(words):
                yield f"list with doubles: {words}"


def _tables(document: Element) -> Iterator[str]:
    for cell in document.iter(tag("tc")):
        if len(cell) == 0 or cell[-1].tag != tag("p"):
            yield "cell without a last paragraph"
    for row in document.iter(tag("tr")):
        if row.find(tag("tc")) is None:
            yield "row without a cell"
        table = row.getparent()
        columns = [] if table is None else table.findall(f"{tag('tblGrid')}/{tag('gridCol')}")
        spans = [cell.find(f"{tag('tcPr')}/{tag('gridSpan')}") for cell in row.findall(tag("tc"))]
        if sum(integer(span, "val", 1) for span in spans) != len(columns):
            yield "row that is not as wide as its table"
    body = document.find(tag("body"))
    for one, other in pairwise(() if body is None else body):
        if one.tag == other.tag == tag("tbl"):
            yield "adjacent tables"


def _lists(numbering: Element) -> Iterator[str]:
    """Hold the lists to what Word opens: no id twice, each instance of a list that is there."""
    for name, key in (("abstractNum", "abstractNumId"), ("num", "numId")):
        ids = [one.get(tag(key)) for one in numbering.findall(tag(name))]
        if len(set(ids)) < len(ids):
            yield f"{key} twice: {ids}"
    known = {one.get(tag("abstractNumId")) for one in numbering.findall(tag("abstractNum"))}
    for one in numbering.findall(f"{tag('num')}/{tag('abstractNumId')}"):
        if one.get(tag("val")) not in known:
            yield f"abstractNumId {one.get(tag('val'))} is not defined"
    for one in numbering.findall(tag("abstractNum")):
        levels = [level.get(tag("ilvl")) for level in one.findall(tag("lvl"))]
        if levels != sorted(set(levels), key=str):
            yield f"levels of a list: {levels}"


def _undefined(text: Element, roots: dict[str, Element]) -> Iterator[str]:
    for part, reference, key in (("styles", "Style", "styleId"), ("numbering", "numId", "numId")):
        known = {element.get(tag(key)) for element in roots[f"word/{part}.xml"].iter()}
        known |= {"0"} if key == "numId" else set()  # no number: ISO/IEC 29500-1, 17.9.18
        for element in text.iter():
            if str(element.tag).endswith(reference) and element.get(tag("val")) not in known:
                yield f"{reference} {element.get(tag('val'))} is not defined"
