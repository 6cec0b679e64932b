"""Which element may stand where, and in which order (ISO/IEC 29500-1, annex A, `wml.xsd`).

The elements that the writer writes, and those of a house template; what other namespaces add is not
looked at.
"""

from collections.abc import Mapping
from itertools import count
from types import MappingProxyType
from typing import Final

from conventassembler.writers.word.xml import tag

_SIDES: Final = "top left|start bottom right|end"
_ORDERS: Final = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers"
        " pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
        " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
        " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle"
        " rPr sectPr pPrChange"
    ),
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline"
        " shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position"
        " sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout"
        " specVanish oMath rPrChange"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
        " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption"
        " tblDescription tblPrChange"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText"
        " vAlign hideMark headers cellIns cellDel cellMerge tcPrChange"
    ),
    "tblGrid": "gridCol* tblGridChange",
    "numPr": "ilvl numId numberingChange ins",
    "pBdr": "top left bottom right between bar",
    "tblBorders": f"{_SIDES} insideH insideV",
    "tcBorders": f"{_SIDES} insideH insideV tl2br tr2bl",
    "tblCellMar": _SIDES,
    "tcMar": _SIDES,
    "pgBorders": "top left bottom right",
    "sectPr": (
        "headerReference*|footerReference* footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
        " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter"
        " docGrid printerSettings sectPrChange"
    ),
    "sdt": "sdtPr sdtEndPr sdtContent",
    "numbering": "numPicBullet* abstractNum* num* numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl*",
    "num": "abstractNumId lvlOverride*",
    "lvlOverride": "startOverride lvl",
    "lvl": (
        "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"
    ),
    "styles": "docDefaults latentStyles style*",
    "docDefaults": "rPrDefault|pPrDefault*",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed"
        " qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr"
        " tblStylePr*"
    ),
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "font": (
        "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic"
        " embedBoldItalic"
    ),
    "settings": (
        "writeProtection view zoom removePersonalInformation removeDateAndTime"
        " doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText"
        " printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts"
        " saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges"
        " bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors"
        " hideGrammaticalErrors activeWritingStyle* proofState formsDesign attachedTemplate"
        " linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView"
        " trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride"
        " styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit"
        " hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle"
        " defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting"
        " bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing"
        " displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery"
        " doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin"
        " drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning"
        " characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter*"
        " noLineBreaksBefore* savePreviewPicture doNotValidateAgainstSchema saveInvalidXml"
        " ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly"
        " useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields"
        " hdrShapeDefaults footnotePr endnotePr compat docVars rsids attachedSchema* themeFontLang"
        " clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade"
        " captions readModeInkLockDown smartTagType* shapeDefaults doNotEmbedSmartTags"
        " decimalSymbol listSeparator"
    ),
}
"""Children in their order: `a|b` stand at one place, `a*` may stand there more than once."""

_BLOCKS: Final = "body hdr ftr tc footnote endnote comment txbxContent docPartBody customXml"
_INLINES: Final = (
    "p hyperlink ins del moveFrom moveTo fldSimple smartTag customXml bdo dir rt rubyBase"
)
_PARENTS: Final = {
    **dict.fromkeys(("p", "tbl"), _BLOCKS),
    **dict.fromkeys(("r", "hyperlink", "fldSimple"), _INLINES),
    **dict.fromkeys(("t", "delText", "instrText", "delInstrText", "fldChar", "drawing"), "r"),
    **dict.fromkeys(("footnoteReference", "endnoteReference", "commentReference"), "r"),
    "tr": "tbl customXml",
    "tc": "tr customXml",
    "pPr": "p style lvl tblStylePr pPrDefault pPrChange",
    "sectPr": "body pPr",
    "tab": "r tabs",
    "br": "r",
}
"""What each element may stand in, but for the content controls in between."""

_FIRST: Final = {"pPr": "p", "rPr": "r", "tcPr": "tc"}
"""What nothing precedes in that element."""


def _places(order: str) -> Mapping[str, tuple[int, bool]]:
    """Return the place of each child, and whether there may be several there."""
    return MappingProxyType(
        {
            tag(name.rstrip("*")): (place, "*" in names)
            for place, names in zip(count(), order.split(" "), strict=False)
            for name in names.split("|")
        }
    )


ORDERS: Final = MappingProxyType({tag(name): _places(order) for name, order in _ORDERS.items()})
"""By tag of a parent: the place of each child, and whether there may be several there."""
PARENTS: Final = MappingProxyType(
    {tag(name): frozenset(map(tag, names.split(" "))) for name, names in _PARENTS.items()}
)
"""By tag: the tags of the elements that it may stand in, but for content controls."""
FIRST: Final = MappingProxyType({tag(name): tag(parent) for name, parent in _FIRST.items()})
"""By tag: the tag of the element that it opens."""
