"""Logos at the head of page 1: one row, in the order given, each with its words for who sees none.

They stand in the header of page 1, where the template has one of its own, and else above the text.
Where they leave the stamp of the prefecture its width, they stand beside its room; else above it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from conventassembler.frozen import dataclass
from conventassembler.writers.word.parts import DOCUMENT, OFFICE, Parts
from conventassembler.writers.word.pictures import Picture
from conventassembler.writers.word.sections import Sections
from conventassembler.writers.word.xml import Element, legal, parse, tag, w

_TWENTIETHS: Final = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
_EMU: Final = 36_000
"""What drawings measure in, to a millimetre."""
_GAP: Final = 8
"""Millimetres between two logos."""
_BELOW: Final = 160
"""Room below logos, in twentieths of a point."""
_STAMP: Final = 50
"""Millimetres that the stamp of a prefecture is wide."""
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_MAIN: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_FORM: Final = f"""\
<wp:inline xmlns:wp="{_DRAWING}" xmlns:a="{_MAIN}" xmlns:pic="{_PICTURE}" xmlns:r="{OFFICE}"
 distT="0" distB="0" distL="0" distR="0"><wp:extent/><wp:effectExtent l="0" t="0" r="0" b="0"/>\
<wp:docPr/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>\
</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr>\
<pic:cNvPr/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip/><a:stretch><a:fillRect/>\
</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm>\
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>\
</a:graphic></wp:inline>"""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture at the head of an act."""

    picture: Picture
    text: str
    """What is read to those who do not see it."""
    height: float = 20
    """In millimetres, as the width."""

    @property
    def width(self) -> float:
        """The width that keeps the shape of the picture."""
        return self.height * self.picture.width / self.picture.height


def place_logos(parts: Parts, logos: Sequence[Logo]) -> None:
    """Put `logos` at the head of page 1, no wider together than its text.

    To be done before the body is written: it takes up the template's sections.
    """
    if not logos:
        return
    section = next(parts.tree(DOCUMENT).iter(tag("sectPr")), w("sectPr"))
    room = Sections(section).width() / _TWENTIETHS
    fitted = _fitted(logos, room)
    name = _first_header(parts, section)
    root = parts.tree(name)
    first = 1 + max(_numbers(parts), default=0)
    runs = [_run(one, number, parts, name) for number, one in enumerate(fitted, first)]
    spacer = _spacer(root) if name != DOCUMENT else None
    if spacer is not None and _width(fitted) + _GAP + _STAMP <= room:
        _fill(spacer, _row(runs, fitted))
        return
    above = root.find(tag("body")) if name == DOCUMENT else root
    assert above is not None  # a template without a body was refused
    above.insert(0, _row(runs, fitted))


def _fitted(logos: Sequence[Logo], room: float) -> tuple[Logo, ...]:
    """Return the logos, all made smaller alike where together they are too wide."""
    gaps = _GAP * (len(logos) - 1)
    wide = sum(one.width for one in logos)
    share = min(1.0, max(room - gaps, 1) / wide)
    return tuple(replace(one, height=one.height * share) for one in logos)


def _width(logos: Sequence[Logo]) -> float:
    return sum(one.width for one in logos) + _GAP * (len(logos) - 1)


def _first_header(parts: Parts, section: Element) -> str:
    """Return the part that page 1 alone has at its head: its header, else the text."""
    headers = parts.targets(f"{OFFICE}/header")
    if section.find(tag("titlePg")) is None:
        return DOCUMENT
    for reference in section.iter(tag("headerReference")):
        name = headers.get(reference.get(f"{{{OFFICE}}}id", ""), "")
        if reference.get(tag("type")) == "first" and name in parts:
            return name
    return DOCUMENT


def _spacer(header: Element) -> Element | None:
    """Return the paragraph that only keeps room in a header, if that is all the header holds."""
    content = list(header)
    if len(content) != 1 or content[0].find(tag("r")) is not None:
        return None
    spacing = content[0].find(f"{tag('pPr')}/{tag('spacing')}")
    return content[0] if spacing is not None and spacing.get(tag("line")) else None


def _fill(spacer: Element, row: Element) -> None:
    """Put a row of logos into the room that `spacer` keeps, which grows where they are higher."""
    spacing = spacer.find(f"{tag('pPr')}/{tag('spacing')}")
    assert spacing is not None  # it is what makes a spacer
    spacing.set(tag("lineRule"), "atLeast")
    spacing.set(tag("after"), str(_BELOW))
    for tabs in row.findall(f"{tag('pPr')}/{tag('tabs')}"):
        spacing.addprevious(tabs)
    spacer.extend(row.findall(tag("r")))


def _row(runs: Sequence[Element], logos: Sequence[Logo]) -> Element:
    """Return a paragraph of logos alone, each from a stop behind the one before it."""
    stops, edge = [], 0.0
    for one in logos[:-1]:
        edge += one.width + _GAP
        stops.append(w("tab", val="left", pos=round(edge * _TWENTIETHS)))
    spacing = w("spacing", before=0, after=_BELOW, line=240, lineRule="auto")
    content = [runs[0]]
    for run in runs[1:]:
        content += [w("r", w("tab")), run]
    return w("p", w("pPr", *([w("tabs", *stops)] if stops else []), spacing), *content)


def _run(logo: Logo, number: int, parts: Parts, of: str) -> Element:
    """Return the run that shows a logo, whose picture becomes a part of the file."""
    picture = logo.picture
    name = next(
        path
        for n in range(1, 10_000)
        if (path := f"word/media/logo{n}.{picture.format}") not in parts
    )
    parts.declare(picture.format, f"image/{picture.format}")
    relation = parts.add(name, picture.data, f"{OFFICE}/image", of=of)
    size = {"cx": str(round(logo.width * _EMU)), "cy": str(round(logo.height * _EMU))}
    told = {"id": str(number), "name": f"Logo {number}", "descr": legal(logo.text)}
    made = parse(_FORM.encode("ascii"))
    for path, attributes in (
        (f"{{{_DRAWING}}}extent", size),
        (f"{{{_MAIN}}}ext", size),
        (f"{{{_DRAWING}}}docPr", told),
        (f"{{{_PICTURE}}}cNvPr", told),
        (f"{{{_MAIN}}}blip", {f"{{{OFFICE}}}embed": relation}),
    ):
        for key, value in attributes.items():
            next(made.iter(path)).set(key, value)
    return w("r", w("drawing", made))


def _numbers(parts: Parts) -> Iterator[int]:
    """Yield the numbers that drawings have in the file."""
    pages = (parts.targets(f"{OFFICE}/{kind}").values() for kind in ("header", "footer"))
    for name in {DOCUMENT, *(one for some in pages for one in some)}:
        for drawing in parts.tree(name).iter(f"{{{_DRAWING}}}docPr") if name in parts else ():
            number = drawing.get("id", "")
            yield int(number) if re.fullmatch("[0-9]{1,10}", number) else 0
