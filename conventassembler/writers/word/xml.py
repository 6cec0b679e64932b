"""WordprocessingML trees, made, parsed and serialised: what parts are that are changed in place."""

import re
from typing import Final

from lxml import etree

from conventassembler.writers.word.legality import legal

__all__ = ["WORD", "Element", "integer", "legal", "parse", "serialise", "tag", "w"]

Element = etree._Element  # the name that lxml's stubs give to its elements

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def tag(name: str) -> str:
    """Return `name` in the namespace of WordprocessingML, as lxml writes it."""
    return f"{{{WORD}}}{name}"


def w(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """Return the element `w:name`; its attributes are in the same namespace."""
    element = etree.Element(tag(name), nsmap={"w": WORD})
    for key, value in attributes.items():
        element.set(tag(key), str(value))
    element.extend(children)
    return element


def integer(element: Element | None, name: str, default: int) -> int:
    """Return the whole number in the attribute `w:name`, or `default` where there is none."""
    text = "" if element is None else element.get(tag(name), "")
    return int(text) if re.fullmatch("-?[0-9]{1,9}", text) else default


def parse(data: bytes) -> Element:
    """Return the root of `data`; no entity is expanded and nothing is fetched.

    Raises:
        lxml.etree.XMLSyntaxError: `data` is not well-formed.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def serialise(root: Element) -> bytes:
    """Return the bytes of a part whose root is `root`."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
