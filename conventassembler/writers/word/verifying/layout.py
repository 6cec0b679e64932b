"""Tables, content controls and pages that Word shows as they were meant."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from conventassembler.patterns import Pattern
from conventassembler.writers.word.verifying.file import File, Part
from conventassembler.writers.word.verifying.problem import Problem
from conventassembler.writers.word.xml import Element, integer, tag

LONGEST: Final = 64
"""How many UTF-16 units Word keeps of the name or the tag of a content control."""
_LARGEST: Final = 31_680
"""The longest side of a page of Word, 22 inches, in twentieths of a point."""
_MEASURE: Final = Pattern("([0-9]{1,9}(?:[.][0-9]{1,9})?)(mm|cm|in|pt|pc|pi)?")
_UNITS: Final = {"": 1, "mm": 56.7, "cm": 567, "in": 1440, "pt": 20, "pc": 240, "pi": 240}
_THIN: Final = (tag("bookmarkStart"), tag("bookmarkEnd"))
"""What stands between blocks and parts none."""


def layout_problems(file: File) -> Iterator[Problem]:
    """Yield what is wrong with the tables, the content controls and the sections of all texts."""
    for part in file.stories():
        yield from _tables(part)
        yield from _cells(part)
        yield from _controls(part)
        yield from _sections(part)


def _text(element: Element) -> str:
    """Return the start of what `element` says, to find it again."""
    texts = (node.text or "" for node in element.iter(tag("t")))
    return next(filter(None, texts), "-")


def _tables(part: Part) -> Iterator[Problem]:
    for table in part.all("tbl"):
        if _following(table) == tag("tbl"):
            yield Problem("tables-touch", part.name, _text(table))
        rows = list(_within(table, "tr"))
        if not rows:
            yield Problem("no-row", part.name, "tbl")
        columns = len(table.findall(f"{tag('tblGrid')}/{tag('gridCol')}"))
        for row in rows:
            yield from _row(row, columns, part.name)


def _following(element: Element) -> object:
    after = element.getnext()
    while after is not None and after.tag in _THIN:
        after = after.getnext()
    return None if after is None else after.tag


def _within(parent: Element, name: str) -> Iterator[Element]:
    """Yield the children `w:name` of `parent`, those in content controls too."""
    for child in parent:
        if child.tag == tag(name):
            yield child
        elif child.tag in (tag("sdt"), tag("sdtContent")):
            yield from _within(child, name)


def _row(row: Element, columns: int, part: str) -> Iterator[Problem]:
    cells = list(_within(row, "tc"))
    if not cells:
        yield Problem("no-row", part, "tr")
    spans = [cell.find(f"{tag('tcPr')}/{tag('gridSpan')}") for cell in cells]
    left_out = [row.find(f"{tag('trPr')}/{tag(name)}") for name in ("gridBefore", "gridAfter")]
    width = sum(integer(one, "val", 1) for one in spans)
    width += sum(integer(one, "val", 0) for one in left_out)
    if cells and width != columns:
        yield Problem("row-width", part, _text(row))


def _cells(part: Part) -> Iterator[Problem]:
    for cell in part.all("tc"):
        last = cell[-1] if len(cell) else None
        while last is not None and last.tag in _THIN:
            last = last.getprevious()
        if last is None or last.tag != tag("p"):
            yield Problem("cell-end", part.name, _text(cell))


def _controls(part: Part) -> Iterator[Problem]:
    """Yield the controls that a program can name and a person cannot, or that Word would rename."""
    for properties in part.all("sdtPr"):
        found = [properties.find(tag(name)) for name in ("alias", "tag")]
        alias, key = ("" if one is None else one.get(tag("val"), "") for one in found)
        if max(_units(alias), _units(key)) > LONGEST or (key and not alias):
            yield Problem("control-name", part.name, alias or key)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _sections(part: Part) -> Iterator[Problem]:
    for section in part.all("sectPr"):
        parent = section.getparent()
        if parent is not None and parent.tag == tag("body") and parent[-1] is not section:
            yield Problem("section", part.name, "sectPr")
        yield from (Problem("section", part.name, fault) for fault in _faults(section))


def _faults(section: Element) -> Iterator[str]:
    size, margins = section.find(tag("pgSz")), section.find(tag("pgMar"))
    if size is not None:
        wide, high = (_twentieths(size, side) for side in "wh")
        if not (0 < wide <= _LARGEST and 0 < high <= _LARGEST):
            yield f"pgSz {size.get(tag('w'))} {size.get(tag('h'))}"
        elif (size.get(tag("orient")) == "landscape") != (wide > high):
            yield "orient"
        elif margins is not None and _taken(margins) >= wide:
            yield "pgMar"
    kinds = Counter((one.tag, one.get(tag("type"))) for one in section if _refers(one))
    yield from (f"{kind}" for (_, kind), count in kinds.items() if count > 1)


def _taken(margins: Element) -> float:
    return sum(_twentieths(margins, side) for side in ("left", "right", "gutter"))


def _twentieths(element: Element, name: str) -> float:
    """Return a measure in twentieths of a point, « 21cm » too; 0 for none that can be read."""
    measure = _MEASURE.fullmatch(element.get(tag(name), ""))
    return float(measure[1]) * _UNITS[measure[2] or ""] if measure else 0


def _refers(element: Element) -> bool:
    return element.tag in (tag("headerReference"), tag("footerReference"))
