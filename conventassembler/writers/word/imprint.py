"""Where a file says what it was made from: a part of its own, and properties that outlive it.

Word keeps the part; an office suite may drop it, and then the properties still tell which
agreement the file is of, and which manifest it had.
"""

from typing import Final

from lxml import etree

from conventassembler.writers.word.manifest import FAMILY, FORMAT, SPACE
from conventassembler.writers.word.parts import OFFICE, PACKAGE, Parts
from conventassembler.writers.word.properties import DUBLIN_CORE, core
from conventassembler.writers.word.xml import Element, legal, parse

PREFIX: Final = "conventassembler."
"""What the names of our properties begin with."""
CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VARIANT_TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"

_DATA: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_CONTENT: Final = "application/vnd.openxmlformats-officedocument"
_STORE: Final = "{6B8C7C52-5D0B-4E0C-9D3B-2F1D6A4C7E11}"
"""What Word calls our part by, in every file."""
_USER_PROPERTY: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""What all properties named by users belong to ([MS-OLEPS], 2.8)."""


def imprint(parts: Parts, agreement: str, mark: str, manifest: Element) -> str:
    """Put `manifest`, whose hash is `mark`, into the file; return the name of its part.

    What it is called by goes among the properties. What a template has of its own stays; an older
    manifest, where the template is a file that the tool made, gives way.
    """
    name = _put(parts, manifest)
    _name(parts, {"agreement": legal(agreement), "manifest": mark, "format": FORMAT})
    _identify(parts, identifier(agreement, mark))
    return name


def identifier(agreement: str, mark: str) -> str:
    """Return what identifies a file among all those of the tool, as its properties say it."""
    return f"conventassembler:{FORMAT}:{mark}:{legal(agreement)}"


def _put(parts: Parts, manifest: Element) -> str:
    for name in parts.targets(f"{OFFICE}/customXml").values():
        if name in parts and _is_manifest(parts, name):
            parts.replace(name, manifest)
            return name
    number = next(n for n in range(1, 10_000) if not _is_taken(parts, n))
    name, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    parts.declare("xml", "application/xml")
    parts.add(name, manifest, f"{OFFICE}/customXml")
    kind, content = f"{OFFICE}/customXmlProps", f"{_CONTENT}.customXmlProperties+xml"
    parts.add(properties, _data_properties(), kind, content_type=content, of=name)
    return name


def _is_manifest(parts: Parts, name: str) -> bool:
    """Tell whether a part is a manifest, of any version; a template may have damaged ones."""
    try:
        return str(parts.tree(name).tag).startswith(f"{{{FAMILY}")
    except etree.XMLSyntaxError:
        return False


def _is_taken(parts: Parts, number: int) -> bool:
    return any(f"customXml/{name}{number}.xml" in parts for name in ("item", "itemProps"))


def _data_properties() -> Element:
    root = etree.Element(f"{{{_DATA}}}datastoreItem", nsmap={"ds": _DATA})
    root.set(f"{{{_DATA}}}itemID", _STORE)
    schemas = etree.SubElement(root, f"{{{_DATA}}}schemaRefs")
    etree.SubElement(schemas, f"{{{_DATA}}}schemaRef", {f"{{{_DATA}}}uri": SPACE})
    return root


def _name(parts: Parts, said: dict[str, str]) -> None:
    """Write our properties among those of the template."""
    root = _properties(parts)
    for one in list(root):
        if one.get("name", "").startswith(PREFIX):
            root.remove(one)
    taken = [int(one.get("pid", "1")) for one in root if one.get("pid", "").isdecimal()]
    for pid, (name, text) in enumerate(said.items(), 1 + max(taken, default=1)):
        named = {"fmtid": _USER_PROPERTY, "pid": str(pid), "name": PREFIX + name}
        property_ = etree.SubElement(root, f"{{{CUSTOM}}}property", named)
        etree.SubElement(property_, f"{{{VARIANT_TYPES}}}lpwstr").text = text


def _properties(parts: Parts) -> Element:
    """Return the list of the properties that users name, made where there is none."""
    kind = f"{OFFICE}/custom-properties"
    for name in parts.targets(kind, of=PACKAGE).values():
        if name in parts:
            return parts.tree(name)
    root = parse(f'<Properties xmlns="{CUSTOM}" xmlns:vt="{VARIANT_TYPES}"/>'.encode("ascii"))
    content = f"{_CONTENT}.custom-properties+xml"
    parts.add("docProps/custom.xml", root, kind, content_type=content, of=PACKAGE)
    return root


def _identify(parts: Parts, text: str) -> None:
    """Write the identifier among the properties that every file has."""
    root = core(parts)
    place = f"{{{DUBLIN_CORE}}}identifier"
    found = root.find(place)
    (etree.SubElement(root, place) if found is None else found).text = text
