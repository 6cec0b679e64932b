"""What stands around the body of a file: the document of the house template, as text."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from lxml import etree

from conventassembler.frozen import dataclass
from conventassembler.writers.word.sections import Sections, section_of
from conventassembler.writers.word.slot import SLOT, find_slot
from conventassembler.writers.word.xml import WORD, Element, parse, serialise

_END: Final = "conventassembler-end"


@dataclass(frozen=True, slots=True)
class Around:
    """The document before the body and behind it."""

    head: bytes
    tail: bytes
    section: str
    """What a section before the last says of its page."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The document of a template; the body's place is marked in it."""

    document: bytes
    widths: Mapping[bool, int]
    """Width of the text on a page, in twentieths of a point, by whether it lies down."""
    stands: bool
    """Whether a page that lies down differs from the template's."""

    def text(self, *, lies: bool, is_first: bool) -> Around:
        """Return what stands around the body if its last page `lies`, or no other came before."""
        return _around(self.document, lies, is_first)


def frame_of(document: Element) -> Frame:
    """Return the frame that `document` is; the prefix of our elements is declared in it."""
    document = with_prefix(document)
    slot = find_slot(document)
    assert slot is not None  # else the template was refused
    slot.tail = None
    sections = Sections(section_of(slot))
    widths = {lies: sections.width(lies=lies) for lies in (False, True)}
    return Frame(serialise(document), widths, sections.stands())


def ensure_section(document: Element) -> None:
    """See to it that the page of the slot is said somewhere in `document`."""
    slot = find_slot(document)
    assert slot is not None  # else the template was refused
    section_of(slot)


def with_prefix(root: Element) -> Element:
    """Return `root`, which what is put into it as text finds `w` declared in."""
    if root.nsmap.get("w") == WORD:
        return root
    spaces = {key: value for key, value in root.nsmap.items() if key}
    made = etree.Element(
        root.tag,
        {str(key): str(value) for key, value in root.attrib.items()},
        {**spaces, "w": WORD},
    )
    made.text = root.text
    made.extend(list(root))
    return made


@lru_cache(maxsize=32)
def _around(document: bytes, lies: bool, is_first: bool) -> Around:
    root = parse(document)
    slot = find_slot(root)
    assert slot is not None  # it was there when the document was written
    sections = Sections(section_of(slot))
    page = sections.page(lies=lies, is_first=is_first)
    sections.close(lies=lies, is_first=is_first)
    slot.addnext(page)
    page.addnext(etree.ProcessingInstruction(_END))
    head, _, rest = serialise(root).partition(f"<?{SLOT}?>".encode("ascii"))
    section, _, tail = rest.partition(f"<?{_END} ?>".encode("ascii"))
    return Around(head, tail, section.decode("utf-8"))
