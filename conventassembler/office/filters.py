"""What is asked of LibreOffice's export filters, and how to see that it was done.

The options stand in LibreOffice's help, « PDF Export Command Line Parameters »; they can be given
as JSON since 7.4. An older one leaves them out without a word, which `is_as_asked` finds.
"""

import json
from typing import Final

from conventassembler.frozen import dataclass

_ACCESSIBLE: Final = {
    "PDFUACompliance": True,
    "UseTaggedPDF": True,
    "ExportBookmarks": True,
    "DisplayPDFDocumentTitle": True,
    "EmbedStandardFonts": True,
    "ExportFormFields": False,
    "ExportNotes": False,
}
"""Tags, an outline, the title in the window, all fonts. Blanks are text and no fields to fill in;
comments stay in the Word file, where they are answered."""
_PLAIN: Final = 0
_PDF_A_2B: Final = 2


@dataclass(frozen=True, slots=True)
class Filter:
    """An export: the ending of its files, what names it to LibreOffice, what a file must hold."""

    ending: str
    argument: str
    proofs: tuple[bytes, ...]

    def is_as_asked(self, data: bytes) -> bool:
        """Tell whether the file `data` says that it is what was asked."""
        return all(proof in data for proof in self.proofs)


def _pdf(version: int, *proofs: bytes, **more: bool) -> Filter:
    options: dict[str, bool | int] = {**_ACCESSIBLE, **more, "SelectPdfVersion": version}
    words = {name: _typed(value) for name, value in options.items()}
    asked = json.dumps(words, separators=(",", ":"))
    return Filter("pdf", f"pdf:writer_pdf_Export:{asked}", (b"pdfuaid:part", *proofs))


def _typed(value: bool | int) -> dict[str, str]:
    """Return an option as LibreOffice reads it: its type, and the value as text."""
    if isinstance(value, bool):
        return {"type": "boolean", "value": str(value).lower()}
    return {"type": "long", "value": str(value)}


PDF: Final = _pdf(_PLAIN)
PDF_A: Final = _pdf(_PDF_A_2B, b"pdfaid:part")
LOCATED: Final = _pdf(_PLAIN, ExportBookmarksToPDFDestination=True)
"""A PDF where each bookmark of the Word file is a destination: only read, for it is larger."""
ODT: Final = Filter("odt", "odt:writer8", (b"application/vnd.oasis.opendocument.text",))
