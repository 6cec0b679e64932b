"""A part that a template has not: put into the package, where readers look for it."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from conventassembler.writers.word.notes import SEPARATORS, is_declared
from conventassembler.writers.word.package import CONTENT_TYPES
from conventassembler.writers.word.xml import Element, parse, serialise, tag, w

FOOTNOTES: Final = "word/footnotes.xml"
RELATIONSHIPS: Final = "word/_rels/document.xml.rels"
SETTINGS: Final = "word/settings.xml"

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_BEHIND_NOTES: Final = (
    *("endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang"),
    *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures"),
    *("forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "shapeDefaults"),
    *("doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
)
"""What the schema puts behind the notes among the settings (ISO/IEC 29500-1, `CT_Settings`)."""


def with_notes(members: Mapping[str, bytes], notes: bytes) -> dict[str, bytes]:
    """Return `members` with the part `notes`, which a template without notes has no room for."""
    made = {**members, FOOTNOTES: notes}
    if FOOTNOTES in members:
        return made
    return {**made, **_announced(members), **_separated(members)}


def _announced(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the two lists that name the part: what it is, and that the document refers to it."""
    types = parse(members[CONTENT_TYPES])
    _append(types, "content-types", "Override", PartName=f"/{FOOTNOTES}", ContentType=_CONTENT)
    listed = members.get(RELATIONSHIPS, b"")
    root = parse(listed) if listed else etree.Element(f"{{{_PACKAGE}/relationships}}Relationships")
    known = {one.get("Id") for one in root}
    name = next(f"notes{n}" for n in range(len(known) + 1) if f"notes{n}" not in known)
    _append(root, "relationships", "Relationship", Id=name, Type=_KIND, Target="footnotes.xml")
    return {CONTENT_TYPES: serialise(types), RELATIONSHIPS: serialise(root)}


def _append(root: Element, space: str, name: str, **attributes: str) -> None:
    etree.SubElement(root, f"{{{_PACKAGE}/{space}}}{name}", attributes)


def _separated(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the settings with the lines between text and notes; none where there are none."""
    settings = parse(members[SETTINGS]) if SETTINGS in members else None
    if settings is None or is_declared(settings):
        return {}
    behind = (n for n, child in enumerate(settings) if _is_behind(child))
    lines = (w("footnote", id=number) for _, number in SEPARATORS)
    settings.insert(next(behind, len(settings)), w("footnotePr", *lines))
    return {SETTINGS: serialise(settings)}


def _is_behind(setting: Element) -> bool:
    """Tell whether a setting comes behind the notes, as those of other namespaces do."""
    name = str(setting.tag).removeprefix(tag(""))
    return name.startswith("{") or name in _BEHIND_NOTES
