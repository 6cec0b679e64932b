"""Make the house templates from clean parts: `python tools/house_template.py`.

A template is written part by part rather than saved by an office suite, so that it carries
nothing that we did not put there: no thumbnail, no foreign style, no numbering without a use.
"""

from pathlib import Path

import house_styles
from house_looks import LOOKS, Look
from house_styles import CELL_HANGING, CELL_INDENTS, HANGING, LIST_INDENTS
from house_theme import theme

from conventassembler.writers.word.package import write_members

FOLDER = Path(__file__).parents[1] / "conventassembler" / "templates"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONTENT = "application/vnd.openxmlformats-officedocument"

PARTS = (
    ("styles.xml", "styles"),
    ("settings.xml", "settings"),
    ("numbering.xml", "numbering"),
    ("footnotes.xml", "footnotes"),
    ("fontTable.xml", "fontTable"),
    ("theme/theme1.xml", "theme"),
    ("header1.xml", "header"),
    ("header2.xml", "header"),
    ("footer1.xml", "footer"),
)
"""What the document refers to: parts of the `word` folder, and what they are."""

STAMP_ROOM = 1134
"""2 cm below the edge's 1.25 cm: with them, page 1 leaves the prefecture's stamp its place."""
EDGE = 709


def content_types() -> str:
    """Return the table of content types."""
    parts = (("document.xml", "document.main"), *PARTS)
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_content_type(kind)}"/>'
        for name, kind in parts
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _content_type(kind: str) -> str:
    family = "" if kind == "theme" else "wordprocessingml."
    return f"{CONTENT}.{family}{kind}+xml"


def relationships(*targets: tuple[str, str]) -> str:
    """Return relationships from (target, type) pairs; their ids are made from the targets."""
    rows = "".join(
        f'<Relationship Id="{_id(target)}" Type="{kind}" Target="{target}"/>'
        for target, kind in targets
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _id(target: str) -> str:
    return "r-" + Path(target).stem


def core() -> str:
    """Return the properties: title, subject and language; neither author nor date."""
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>{{ titre }}</dc:title><dc:subject>{{ titre_court }}</dc:subject>"
        "<dc:language>{{ langue }}</dc:language></cp:coreProperties>"
    )


def document(look: Look) -> str:
    """Return the document: the body's slot, and an A4 page whose first one differs."""
    margins = look.margins
    return (
        f'<w:document {WORD} xmlns:r="{RELATION}"><w:body>'
        '<w:p><w:pPr><w:pStyle w:val="Corps"/></w:pPr><w:r><w:t>{{p body }}</w:t></w:r></w:p>'
        '<w:sectPr><w:headerReference w:type="default" r:id="r-header1"/>'
        '<w:headerReference w:type="first" r:id="r-header2"/>'
        '<w:footerReference w:type="default" r:id="r-footer1"/>'
        '<w:footerReference w:type="first" r:id="r-footer1"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{margins.top}" w:right="{margins.sides}"'
        f' w:bottom="{margins.bottom}" w:left="{margins.sides}"'
        f' w:header="{EDGE}" w:footer="{EDGE}" w:gutter="0"/><w:titlePg/></w:sectPr>'
        "</w:body></w:document>"
    )


def header() -> str:
    """Return the header of the pages that follow the first: the short title."""
    return (
        f'<w:hdr {WORD}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
        "<w:r><w:t>{{ titre_court }}</w:t></w:r></w:p></w:hdr>"
    )


def first_header() -> str:
    """Return the header of page 1: nothing, but as high as a stamp."""
    return (
        f'<w:hdr {WORD}><w:p><w:pPr><w:pStyle w:val="Intervalle"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{STAMP_ROOM}" w:lineRule="exact"/>'
        "</w:pPr></w:p></w:hdr>"
    )


def footer(look: Look) -> str:
    """Return the footer: what the file is, « Projet », then « Page 1 / 3 » in fields."""
    before, between = look.page
    text = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    return (
        f'<w:ftr {WORD}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        + text.format("{% if mention %}{{ mention }} | {% endif %}" + before)
        + field("PAGE")
        + text.format(between)
        + field("NUMPAGES")
        + "</w:p></w:ftr>"
    )


def field(instruction: str) -> str:
    """Return a field with a cached text, which every reader recomputes with the pages."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def styles(look: Look) -> str:
    """Return the styles."""
    defaults = house_styles.defaults(look.font.name, look.text)
    definitions = "".join(house_styles.xml(style) for style in look.dressed())
    return f"<w:styles {WORD}>{defaults}{definitions}</w:styles>"


def numbering(look: Look) -> str:
    """Return the bullets and the numbers of lists, each tied to the styles of its levels."""
    bullets = [("bullet", text) for text in look.bullets]
    ordered = [("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3)")]
    in_cells = (CELL_INDENTS, CELL_HANGING)
    definitions = (
        abstract(1, "Puce", bullets),
        abstract(2, "Numero", ordered),
        abstract(3, "PuceCellule", bullets, *in_cells),
        abstract(4, "NumeroCellule", ordered, *in_cells),
    )
    instances = (
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n, _ in enumerate(definitions, 1)
    )
    return f"<w:numbering {WORD}>{''.join(definitions)}{''.join(instances)}</w:numbering>"


def abstract(
    number: int,
    style: str,
    levels: list[tuple[str, str]],
    indents: tuple[int, ...] = LIST_INDENTS,
    hanging: int = HANGING,
) -> str:
    """Return a numbering of three levels, the bullets in the letters of the text."""
    rows = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:pStyle w:val="{style}{index + 1}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indents[index]}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        for index, (kind, text) in enumerate(levels)
    )
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{rows}</w:abstractNum>'


def footnotes() -> str:
    """Return the part that notes go to: the lines between text and notes, and no note."""
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}">'
        f"<w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for kind, number in (("separator", -1), ("continuationSeparator", 0))
    )
    return f"<w:footnotes {WORD}>{lines}</w:footnotes>"


def settings() -> str:
    """Return the settings: Word 2013 and later, French separators, no stretched short line."""
    compat = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {WORD}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:hyphenationZone w:val="425"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>'
        "<w:doNotExpandShiftReturn/>"
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{compat}" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="fr-FR"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def fonts(look: Look) -> str:
    """Return the one font, with what may stand for it where it is absent."""
    font = look.font
    return (
        f'<w:fonts {WORD}><w:font w:name="{font.name}">'
        f'<w:altName w:val="{font.stand_in}"/><w:panose1 w:val="{font.panose}"/>'
        f'<w:charset w:val="00"/><w:family w:val="{font.family}"/><w:pitch w:val="variable"/>'
        "</w:font></w:fonts>"
    )


def template(look: Look) -> bytes:
    """Return the house template of a look."""
    members = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            ("word/document.xml", f"{RELATION}/officeDocument"),
            ("docProps/core.xml", f"{PACKAGE}/relationships/metadata/core-properties"),
        ),
        "docProps/core.xml": core(),
        "word/_rels/document.xml.rels": relationships(
            *((name, f"{RELATION}/{kind}") for name, kind in PARTS)
        ),
        "word/document.xml": document(look),
        "word/styles.xml": styles(look),
        "word/settings.xml": settings(),
        "word/numbering.xml": numbering(look),
        "word/footnotes.xml": footnotes(),
        "word/fontTable.xml": fonts(look),
        "word/theme/theme1.xml": theme(look),
        "word/header1.xml": header(),
        "word/header2.xml": first_header(),
        "word/footer1.xml": footer(look),
    }
    return write_members(
        {name: (DECLARATION + text).encode("utf-8") for name, text in members.items()}
    )


if __name__ == "__main__":
    for each in LOOKS:
        target = FOLDER / f"{each.name}.docx"
        target.write_bytes(template(each))
        print(target)
