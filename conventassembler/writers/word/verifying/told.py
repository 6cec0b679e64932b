"""The words of a stretch of the body as it is written, held against the block that it was made of.

Read here without a parser, from the text alone: apart from what made it, and from what reads whole
files (`words`). A stretch that says all, in its order, is no reason to read the file again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from conventassembler.draft.lines import with_blocks
from conventassembler.draft.model import Block, Heading, Table
from conventassembler.draft.plain import note_units, units
from conventassembler.patterns import Pattern
from conventassembler.writers.word.legality import legal

_SAYS: Final = '<w:t xml:space="preserve">'
_WORDS: Final = Pattern(f"{_SAYS}([^<]*)")
_TAG: Final = Pattern(r"\{[{%#]")
_PAGE: Final = Pattern(r"\t[0-9]+\Z")


def has_tag(text: str) -> bool:
    """Tell whether something in `text` looks like the beginning of a tag."""
    return _TAG.search(text) is not None


def is_told(text: str, notes: Sequence[str], blocks: Sequence[Block]) -> bool:
    """Tell whether `text` and its `notes` say what `blocks` do, and nothing like a tag."""
    wanted = [unlabelled(block) for block in blocks]
    lines, below = _lines(text), _lines("".join(notes)) if notes else []
    if any("{" in said and has_tag(said) for said in (*lines, *below)):
        return False
    return _says(lines, units(wanted)) and _says(below, note_units(wanted) if notes else ())


def unlabelled(block: Block) -> Block:
    """Return `block` without the labels of headings, which may be numbers that Word counts."""
    match block:
        case Heading():
            return replace(block, label="", separator="")
        case Table():
            return with_blocks(block, unlabelled)
        case _:
            return block


def unpaged(line: str) -> str:
    """Return a line of a table of contents without its page."""
    return _PAGE.sub("", line)


def _says(lines: Iterable[str], texts: Iterable[str]) -> bool:
    """Tell whether each of `texts` ends one of the `lines`, which stand in the same order."""
    rest = iter(lines)
    return all(_ends_one(rest, text) for text in map(legal, texts))


def _ends_one(lines: Iterator[str], text: str) -> bool:
    """Tell whether `text` ends one of the `lines` that are left; those before it are passed."""
    return any(line.endswith(text) or unpaged(line).endswith(text) for line in lines)


def _lines(text: str) -> list[str]:
    """Return the text of each paragraph."""
    if "<w:tab/>" in text or "<w:br/>" in text:
        text = text.replace("<w:tab/>", f"{_SAYS}\t").replace("<w:br/>", f"{_SAYS}\n")
    return [_line(paragraph) for paragraph in text.split("</w:p>")[:-1]]


def _line(paragraph: str) -> str:
    said = "".join(_WORDS.findall(paragraph))
    if "&" in said:
        said = said.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return said
