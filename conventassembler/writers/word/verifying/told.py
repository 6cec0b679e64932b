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
_END: Final = "\x1e"
"""What ends a paragraph once it is read; no XML can carry it, so that no text can hold one."""
_MARKS: Final = {"<w:tab/>": "\t", "<w:br/>": "\n", "</w:p>": _END}
"""What is read as a character."""
_PAGE: Final = Pattern(r"\t[0-9]+\Z")


def has_tag(text: str) -> bool:
    """Tell whether something in `text` looks like the beginning of a tag."""
    return _TAG.search(text) is not None


def is_told(text: str, notes: Sequence[str], blocks: Sequence[Block]) -> bool:
    """Tell whether `text` and its `notes` say what `blocks` do, and nothing like a tag."""
    wanted = [unlabelled(block) for block in blocks]
    told = _tells(text, units(wanted))
    return told and (not notes or _tells("".join(notes), note_units(wanted)))


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


def _tells(text: str, wanted: Iterable[str]) -> bool:
    """Tell whether each of `wanted` ends one of the lines of `text`, in their order."""
    lines = _lines(text)
    if "{" in text and any(map(has_tag, lines)):
        return False
    rest = iter(lines)
    return all(_ends_one(rest, legal(one)) for one in wanted)


def _ends_one(lines: Iterator[str], text: str) -> bool:
    """Tell whether `text` ends one of the `lines` that are left; those before it are passed."""
    return any(line.endswith(text) or unpaged(line).endswith(text) for line in lines)


def _lines(text: str) -> list[str]:
    """Return the text of each paragraph."""
    for mark, sign in _MARKS.items():
        text = text.replace(mark, f"{_SAYS}{sign}")
    said = "".join(_WORDS.findall(text))
    if "&" in said:
        said = said.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return said.split(_END)[:-1]
