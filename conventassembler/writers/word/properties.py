"""The core properties of the file: its status and its version, whatever the template says there."""

from typing import Final

from lxml import etree

from conventassembler.writers.word.issue import Issue
from conventassembler.writers.word.parts import PACKAGE, Parts
from conventassembler.writers.word.xml import Element, legal

DUBLIN_CORE: Final = "http://purl.org/dc/elements/1.1/"
CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"

_NAME: Final = "docProps/core.xml"
_KIND: Final = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
_OF_LIBREOFFICE: Final = (
    "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
)
"""The kind under which LibreOffice 7.4 refers to them."""
_CONTENT: Final = "application/vnd.openxmlformats-package.core-properties+xml"


def say_status(parts: Parts, issue: Issue) -> None:
    """Say how the file goes out, where programs that file documents look for it."""
    root = core(parts)
    _say(root, "contentStatus", issue.status)
    _say(root, "version", legal(issue.version))


def core(parts: Parts) -> Element:
    """Return the root of the core properties; a template without them gets the part."""
    for kind in (_KIND, _OF_LIBREOFFICE):
        for name in parts.targets(kind, of=PACKAGE).values():
            if name in parts:
                return parts.tree(name)
    made = etree.Element(f"{{{CORE}}}coreProperties", nsmap={"cp": CORE, "dc": DUBLIN_CORE})
    parts.add(_NAME, made, _KIND, content_type=_CONTENT, of=PACKAGE)
    return made


def _say(root: Element, name: str, text: str) -> None:
    """Make `text` the one property `name`; an empty text is none."""
    for found in root.findall(f"{{{CORE}}}{name}"):
        root.remove(found)
    if text:
        etree.SubElement(root, f"{{{CORE}}}{name}").text = text
