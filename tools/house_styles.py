"""The styles of the house templates, as a table: what a jurist sees in Word's list of styles.

They are in the look of `maison`; `house_looks.py` has what another one changes.

Sizes are in half-points, spaces in twentieths of a point. Names follow what the writer asks for
(`conventassembler/writers/word/styles.py`); ids are for machines and never change.
"""

from dataclasses import dataclass

INK = "1F3A5F"
"""Dark blue of titles: contrast 11 to 1 on white."""
RULE = "8A97A8"
FONT = "Arial"


@dataclass(frozen=True)
class Style:
    """One style; `paragraph` and `run` are the content of its `w:pPr` and `w:rPr`."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    next: str = ""
    kind: str = "paragraph"
    extra: str = ""
    """What follows the run properties: the properties of a table style."""
    custom: bool = True
    quick: bool = True
    """Whether Word offers it in the gallery of its first tab."""


def spacing(before: int = 0, after: int = 0, line: int = 0, rule: str = "auto") -> str:
    """Return the spaces around a paragraph, and between its lines where they differ."""
    lines = f' w:line="{line}" w:lineRule="{rule}"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def size(half_points: int) -> str:
    """Return a size of letters."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


KEEP = "<w:keepNext/><w:keepLines/>"
NO_LINE_NUMBER = "<w:suppressLineNumbers/>"
BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
COLOUR = f'<w:color w:val="{INK}"/>'
CONTEXTUAL = "<w:contextualSpacing/>"
"""No space between two paragraphs of this style."""
LEFT, CENTRE, JUSTIFIED = (f'<w:jc w:val="{side}"/>' for side in ("left", "center", "both"))
TITLE_RULES = (
    "<w:pBdr>"
    f'<w:top w:val="single" w:sz="8" w:space="10" w:color="{INK}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:space="10" w:color="{INK}"/>'
    "</w:pBdr>"
)
AWAITED_LINES = (
    "<w:pBdr>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="3" w:color="8A6D00"/>'
        for side in ("top", "left", "bottom", "right")
    )
    + '</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="FFF9DC"/>'
)
"""What frames the values still to be given: the ground of a blank, paler."""
AWAITED_INDENT = '<w:ind w:left="70" w:right="70"/>'
"""The room between frame and words, so that the frame is as wide as the text."""
LIST_INDENTS = (567, 964, 1361)
HANGING = 340
CELL_INDENTS = (284, 568, 852)
CELL_HANGING = 284
FILL = "E8EDF3"
"""Light ground of what heads a table, and of a total."""
LIGHT = "F4F6F9"
"""Lighter ground: of a sub-total, and of the terms of a record."""
BAND = "D5DEE9"
"""The ground of the band across a record."""


def outline(level: int) -> str:
    """Return the outline level of a heading, from 1."""
    return f'<w:outlineLvl w:val="{level - 1}"/>'


def heading(level: int, before: int, after: int, run: str) -> Style:
    """Return a built-in heading style, which Word shows in its navigation pane."""
    paragraph = KEEP + spacing(before, after) + LEFT + outline(level)
    names = (f"Heading{level}", f"heading {level}")
    return Style(*names, paragraph, run, next="Corps", custom=False)


def contents(level: int, left: int, after: int, run: str) -> Style:
    """Return the built-in style of a line of the table of contents."""
    paragraph = "<w:keepLines/>" + spacing(after=after) + _indent(left) + LEFT
    return Style(f"TOC{level}", f"toc {level}", paragraph, run, custom=False, quick=False)


def ground(fill: str) -> str:
    """Return the ground of a paragraph, which the writer gives to its whole cell."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def list_styles(level: int) -> tuple[Style, ...]:
    """Return the styles of a list's bullets, numbers and further paragraphs at `level`."""
    after = spacing(after=80)
    return _list_styles(
        (f"Puce{level}", f"Liste à puces {level}", _numbered(1, level) + after),
        (f"Numero{level}", f"Liste numérotée {level}", _numbered(2, level) + after),
        (f"SuiteListe{level}", f"Suite de liste {level}", after + _indent(LIST_INDENTS[level - 1])),
        based_on="Corps",
    )


def cell_list_styles(level: int) -> tuple[Style, ...]:
    """Return the same in a cell: smaller, less indented, with less room between."""
    after = spacing(before=20, after=40)
    return _list_styles(
        (f"PuceCellule{level}", f"Puces de cellule {level}", _numbered(3, level) + after),
        (f"NumeroCellule{level}", f"Numéros de cellule {level}", _numbered(4, level) + after),
        (
            f"SuiteCellule{level}",
            f"Suite de cellule {level}",
            after + _indent(CELL_INDENTS[level - 1]),
        ),
        based_on="Cellule",
    )


def _list_styles(*rows: tuple[str, str, str], based_on: str) -> tuple[Style, ...]:
    return tuple(Style(*row, based_on=based_on) for row in rows)


def _indent(left: int) -> str:
    return f'<w:ind w:left="{left}"/>'


def _numbered(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{number}"/></w:numPr>'


def _borders(*sides: str) -> str:
    return "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>' for side in sides
    )


CELL_MARGINS = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
)
TABLE = (
    f"<w:tblPr><w:tblBorders>{_borders('top', 'left', 'bottom', 'right', 'insideH', 'insideV')}"
    f"</w:tblBorders>{CELL_MARGINS}</w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:tcPr>'
    f"{ground(FILL)}</w:tcPr></w:tblStylePr>"
)
RECORD = (
    f"<w:tblPr><w:tblBorders>{_borders('top', 'left', 'bottom', 'right', 'insideH', 'insideV')}"
    f"</w:tblBorders>{CELL_MARGINS}</w:tblPr>"
)
NO_MARGINS = (
    '<w:tblPr><w:tblCellMar><w:left w:w="100" w:type="dxa"/>'
    '<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
PLAIN_TABLE = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)


def defaults(font: str, text: int) -> str:
    """Return what holds where no style says otherwise: the letters, their size, French."""
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
        f'{size(text)}<w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault>"
        "</w:docDefaults>"
    )


BUILT_IN = (
    Style("Normal", "Normal", based_on="", custom=False),
    Style(
        "DefaultParagraphFont",
        "Default Paragraph Font",
        based_on="",
        kind="character",
        custom=False,
        quick=False,
    ),
    Style(
        "TableNormal",
        "Normal Table",
        based_on="",
        kind="table",
        extra=PLAIN_TABLE,
        custom=False,
        quick=False,
    ),
    Style("NoList", "No List", based_on="", kind="numbering", custom=False, quick=False),
    heading(1, 360, 120, BOLD + COLOUR + size(23)),
    heading(2, 240, 120, BOLD + COLOUR + size(21)),
    heading(3, 200, 120, BOLD + ITALIC + size(21)),
    heading(4, 160, 120, ITALIC + size(21)),
    contents(1, 0, 60, BOLD),
    contents(2, 284, 40, ""),
    contents(3, 567, 40, ""),
    Style(
        "FootnoteText",
        "footnote text",
        spacing(after=40) + JUSTIFIED,
        size(17),
        custom=False,
        quick=False,
    ),
    Style(
        "FootnoteReference",
        "footnote reference",
        "",
        '<w:vertAlign w:val="superscript"/>',
        "DefaultParagraphFont",
        kind="character",
        custom=False,
        quick=False,
    ),
    Style(
        "Header",
        "header",
        f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{RULE}"/></w:pBdr>' + LEFT,
        COLOUR + size(17),
        custom=False,
        quick=False,
    ),
    Style(
        "Footer",
        "footer",
        '<w:jc w:val="right"/>',
        COLOUR + size(17),
        custom=False,
        quick=False,
    ),
)

PARAGRAPHS = (
    # Of two spaces that meet, the larger one counts: what follows a list stands as far from it as
    # from a paragraph, and the preamble as far from the last party as the parties from each other.
    Style("Corps", "Corps", spacing(before=120, after=120, line=264) + JUSTIFIED),
    Style(
        "MentionsACompleter",
        "Mentions à compléter",
        "<w:keepLines/>"
        + NO_LINE_NUMBER
        + AWAITED_LINES
        + spacing(after=240)
        + AWAITED_INDENT
        + LEFT,
        size(15),
    ),
    Style("Bandeau", "Bandeau", KEEP + spacing(after=240) + LEFT, BOLD + size(20), next="Corps"),
    Style(
        "TitreActe",
        "Titre de l'acte",
        KEEP + TITLE_RULES + spacing(after=120, line=288) + CENTRE,
        BOLD + "<w:caps/>" + COLOUR + size(30),
        next="SousTitreActe",
    ),
    Style(
        "SousTitreActe",
        "Sous-titre de l'acte",
        KEEP + TITLE_RULES + spacing(after=360, line=288) + CONTEXTUAL + CENTRE,
        BOLD + COLOUR + size(23),
        next="Visa",
    ),
    Style("Visa", "Visa", spacing(after=120, line=264) + JUSTIFIED, based_on="Corps"),
    Style(
        "Entre",
        "Entre",
        KEEP + spacing(before=240, after=120) + LEFT,
        BOLD + COLOUR,
        next="Partie",
    ),
    Style("Partie", "Partie", spacing(after=240, line=264) + JUSTIFIED, based_on="Corps"),
    Style(
        "Formule",
        "Formule",
        KEEP + spacing(before=280, after=160) + CENTRE,
        BOLD + COLOUR,
        next="Heading1",
    ),
    Style(
        "TitreAnnexe",
        "Titre d'annexe",
        KEEP + spacing(after=360, line=288) + CENTRE + outline(1),
        BOLD + COLOUR + size(26),
        next="Corps",
    ),
    Style(
        "TitrePartie",
        "Titre de partie",
        KEEP + spacing(before=360, after=160) + CENTRE + outline(1),
        BOLD + COLOUR + size(23),
        next="Corps",
    ),
    *(style for level in (1, 2, 3) for style in list_styles(level)),
    Style("Cellule", "Cellule", spacing(before=20, after=20) + LEFT, size(19)),
    Style("CelluleEnTete", "Cellule d'en-tête", KEEP, BOLD + COLOUR, "Cellule"),
    Style("CelluleTotal", "Cellule de total", ground(FILL), BOLD, "Cellule"),
    Style("CelluleSousTotal", "Cellule de sous-total", ground(LIGHT), BOLD, "Cellule"),
    Style(
        "TitreFiche",
        "Titre de fiche",
        KEEP + ground(BAND) + spacing(before=60, after=60),
        BOLD + COLOUR + size(21),
        "Cellule",
    ),
    Style(
        "IntituleFiche",
        "Intitulé de fiche",
        ground(LIGHT) + spacing(before=40, after=40),
        BOLD + COLOUR,
        "Cellule",
    ),
    Style("TexteFiche", "Texte de fiche", spacing(before=40, after=60), "", "Cellule"),
    *(style for level in (1, 2, 3) for style in cell_list_styles(level)),
    Style("FaitA", "Fait à", KEEP + spacing(before=480, after=200) + LEFT, next="Signataire"),
    Style(
        "MentionSignataire",
        "Mention du signataire",
        "<w:keepLines/>" + spacing(after=120) + CENTRE,
        next="Signataire",
    ),
    Style("Signataire", "Signataire", "<w:keepLines/>" + spacing(after=40) + CENTRE, BOLD),
    Style("NomSignataire", "Nom du signataire", "<w:keepLines/>" + CENTRE),
    Style(
        "Intervalle",
        "Intervalle",
        NO_LINE_NUMBER + spacing(line=120, rule="exact"),
        size(2),
        quick=False,
    ),
)

OTHERS = (
    Style(
        "Tableau",
        "Tableau de l'acte",
        run=size(19),
        based_on="TableNormal",
        kind="table",
        extra=TABLE,
    ),
    Style(
        "Fiche",
        "Fiche de l'acte",
        run=size(19),
        based_on="TableNormal",
        kind="table",
        extra=RECORD,
    ),
    Style(
        "GrilleSignature",
        "Grille de signature",
        based_on="TableNormal",
        kind="table",
        extra=NO_MARGINS,
    ),
    Style("Capitales", "Capitales", "", "<w:caps/>", "DefaultParagraphFont", kind="character"),
    Style(
        "ACompleter",
        "À compléter",
        "",
        '<w:shd w:val="clear" w:color="auto" w:fill="FFF2A8"/>',
        "DefaultParagraphFont",
        kind="character",
    ),
    Style("Renvoi", "Renvoi", "", "", "DefaultParagraphFont", kind="character"),
    Style(
        "TitreTexte",
        "Titre dans le texte",
        "",
        BOLD,
        "DefaultParagraphFont",
        kind="character",
    ),
)

STYLES = (*BUILT_IN, *PARAGRAPHS, *OTHERS)


def xml(style: Style) -> str:
    """Return the definition of `style`, its children in the order of the schema."""
    default = ' w:default="1"' if not style.custom and not style.based_on else ""
    custom = ' w:customStyle="1"' if style.custom else ""
    parts = (
        f'<w:name w:val="{style.name}"/>',
        f'<w:basedOn w:val="{style.based_on}"/>' if style.based_on else "",
        f'<w:next w:val="{style.next}"/>' if style.next else "",
        "" if style.quick else '<w:uiPriority w:val="99"/><w:semiHidden/>',
        "<w:qFormat/>" if style.quick and style.kind == "paragraph" else "",
        f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else "",
        f"<w:rPr>{style.run}</w:rPr>" if style.run else "",
        style.extra,
    )
    head = f'<w:style w:type="{style.kind}"{default}{custom} w:styleId="{style.id}">'
    return head + "".join(parts) + "</w:style>"
