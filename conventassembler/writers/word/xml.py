"""WordprocessingML elements: made, parsed and serialised in one place, for the writer's modules."""

import re
from typing import Final

from lxml import etree

Element = etree._Element  # the name that lxml's stubs give to its elements

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PRESERVE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_ILLEGAL: Final = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PIECES: Final = re.compile("[\t\n]|[^\t\n]+")
_MARKS: Final = {"\t": "tab", "\n": "br"}


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


def legal(text: str) -> str:
    """Return `text` with U+FFFD in the place of each character that XML cannot carry.

    A carriage return is one of them: XML readers turn it into a line feed. A draft composed by the
    tool holds none of these characters; the writer neither fails nor loses a neighbour on one.
    """
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)


def text_elements(text: str) -> list[Element]:
    """Return what a run holds to show `text`: `w:t` and, for tabs and line feeds, marks."""
    return [_piece(match.group()) for match in _PIECES.finditer(legal(text))]


def text_run(text: str) -> Element:
    """Return a run that shows `text` in the look of its paragraph."""
    return w("r", *text_elements(text))


def _piece(text: str) -> Element:
    if text in _MARKS:
        return w(_MARKS[text])
    element = w("t")
    element.text = text
    element.set(_PRESERVE, "preserve")
    return element


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
