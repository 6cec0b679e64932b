"""Whether text is XML: of a whole part, or of what goes into one whose rest was read before.

A part is well-formed when what stands around a place is, and what is put there is by itself: so
what many files share is read once.
"""

from collections.abc import Iterable
from typing import Final
from xml.parsers import expat

from conventassembler.writers.word.legality import legal

_PLACE: Final = "conventassembler-place"


def is_well_formed(data: str | bytes) -> bool:
    """Tell whether a part can be read, as it is written."""
    parser = expat.ParserCreate()
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return False
    return True


def is_content(text: str) -> bool:
    """Tell whether `text` can stand inside any element, whatever is before it and behind it."""
    return is_well_formed(f"<x>{text}</x>")


def are_characters(texts: Iterable[str]) -> bool:
    """Tell whether each of `texts`, none of which has a « < », can stand between two tags."""
    text = "".join(texts)
    are_plain = "&" not in text and ">" not in text and legal(text) == text
    return are_plain or is_content("<x/>".join(texts))


def have_room(head: bytes, tail: bytes) -> bool:
    """Tell whether elements can stand between `head` and `tail`: in one of theirs, in no tag."""
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, _: found.append(name)
    try:
        parser.Parse(head + f"<{_PLACE}/>".encode("ascii") + tail, True)
    except expat.ExpatError:
        return False
    return _PLACE in found[1:]
