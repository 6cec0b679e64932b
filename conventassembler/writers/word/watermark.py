"""« PROJET » across every page of a file that is not to be signed, behind its text.

It stands in the headers, as Word's own watermarks do, in the same form and under the same name: so
Word takes it away by its command « Filigrane ». Headers that the template lacks are made.
"""

from typing import Final

from conventassembler.writers.word.parts import DOCUMENT, OFFICE, SETTINGS, Parts
from conventassembler.writers.word.xml import Element, parse, tag, w

WORDS: Final = "PROJET"

_KIND: Final = f"{OFFICE}/header"
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_RELATION: Final = f"{{{OFFICE}}}id"
_FORM: Final = "_x0000_t136"
"""The form of letters on a straight line, which WordArt has under this number."""
_FORMULAS: Final = (
    *("sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3"),
    *("if @0 @3 0", "if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600", "mid @5 @6"),
    *("mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5"),
)
_STYLE: Final = (
    "position:absolute;margin-left:0;margin-top:0;width:460pt;height:150pt;rotation:315;"
    "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)
"""As large as a page that lies down has room for; a z-index below nought is behind the text."""
_RUN: Final = """\
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:w10="urn:schemas-microsoft-com:office:word"><w:rPr><w:noProof/></w:rPr><w:pict>\
<v:shapetype id="{form}" coordsize="21600,21600" o:spt="136" adj="10800"
 path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>{formulas}</v:formulas>\
<v:path textpathok="t" o:connecttype="custom"
 o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>\
<v:textpath on="t" fitshape="t"/>\
<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>\
<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>\
<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{shape}" type="#{form}" alt="Projet"
 style="{style}" o:allowincell="f" fillcolor="#d0d0d0" stroked="f"><v:fill opacity=".5"/>\
<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string="{words}"/>\
<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>"""


def watermark(parts: Parts) -> None:
    """Put « PROJET » into every header of the file; to be done before the body is written.

    What follows in the body takes its headers from the template's sections.
    """
    document = parts.tree(DOCUMENT)
    wanted = {"default"} | ({"even"} if _parts_even_pages(parts) else set())
    for section in document.iter(tag("sectPr")):
        first = {"first"} if section.find(tag("titlePg")) is not None else set()
        there = {one.get(tag("type"), "default") for one in section.iter(tag("headerReference"))}
        for kind in sorted((wanted | first) - there):
            _open(section, kind, parts)
        wanted = set()  # a section without a header of its own has that of the one before
    headers = sorted(set(parts.targets(_KIND).values()))
    for number, name in enumerate((one for one in headers if one in parts), start=1):
        _paragraph(parts.tree(name)).append(_mark(number))


def _parts_even_pages(parts: Parts) -> bool:
    """Tell whether even pages have a header of their own."""
    found = parts.tree(SETTINGS).find(tag("evenAndOddHeaders")) if SETTINGS in parts else None
    return found is not None and found.get(tag("val"), "1") not in ("0", "false", "off")


def _open(section: Element, kind: str, parts: Parts) -> None:
    """Give `section` an empty header for its pages of one kind."""
    names = (f"word/header{number}.xml" for number in range(1, 10_000))
    name = next(one for one in names if one not in parts)
    header = w("hdr", _thin())
    relation = parts.add(name, header, _KIND, content_type=_CONTENT)
    reference = w("headerReference", type=kind)
    reference.set(_RELATION, relation)
    section.insert(0, reference)


def _thin() -> Element:
    """Return an empty paragraph that pushes no text down."""
    spacing = w("spacing", before=0, after=0, line=20, lineRule="exact")
    return w("p", w("pPr", spacing))


def _paragraph(header: Element) -> Element:
    """Return the paragraph that the mark is tied to: the first that is in no table."""
    found = header.find(tag("p"))
    if found is None:
        found = _thin()
        header.append(found)
    return found


def _mark(number: int) -> Element:
    formulas = "".join(f'<v:f eqn="{one}"/>' for one in _FORMULAS)
    names = {"number": 357_000_000 + number, "shape": 2048 + number}
    looks = {"form": _FORM, "formulas": formulas, "style": _STYLE, "words": WORDS}
    return parse(_RUN.format(**names, **looks).encode("utf-8"))
