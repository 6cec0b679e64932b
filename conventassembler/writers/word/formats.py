"""What a file is that is no Word document that Word would open under the name of one."""

from collections.abc import Mapping
from typing import Final

from conventassembler.diagnostics.spoken import (
    MACROS,
    OLD,
    OPEN_DOCUMENT,
    PASSWORD,
    PDF,
    RICH_TEXT,
    WORD_TEMPLATE,
)
from conventassembler.writers.word.package import CONTENT_TYPES
from conventassembler.writers.word.parts import DOCUMENT
from conventassembler.writers.word.xml import parse

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_VISUAL_BASIC: Final = "word/vbaProject.bin"


def foreign(data: bytes) -> str:
    """Return what a file is that is no package of Office, in words; else nothing."""
    if data.startswith(_COMPOUND):  # an encrypted package is inside such a file
        return PASSWORD if _ENCRYPTED in data else OLD
    if data.startswith(b"{\\rtf"):
        return RICH_TEXT
    return PDF if data.startswith(b"%PDF") else ""


def foreign_package(members: Mapping[str, bytes]) -> str:
    """Return the same for a package: by what its main part is said to be.

    Raises:
        lxml.etree.XMLSyntaxError: its table of content types is not well-formed.
    """
    if b"opendocument" in members.get("mimetype", b""):
        return OPEN_DOCUMENT
    if CONTENT_TYPES not in members:
        return ""
    rows = parse(members[CONTENT_TYPES])
    kinds = [one.get("ContentType", "") for one in rows if one.get("PartName") == f"/{DOCUMENT}"]
    if _VISUAL_BASIC in members or any("macroEnabled" in kind for kind in kinds):
        return MACROS
    return WORD_TEMPLATE if any("template" in kind for kind in kinds) else ""
