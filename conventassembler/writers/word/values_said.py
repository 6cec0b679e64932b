"""What the values of a draft say, by which a returned file is known to say something else."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from json.encoder import encode_basestring_ascii

from conventassembler.draft.lines import lines
from conventassembler.draft.model import Blank, Block, Footnote, Inlines, Text
from conventassembler.keeping import kept

Said = str
"""What made a value (`maker`), and the text that it says, one behind the other."""
_BREAK = "\0"
"""What ends each of the three words of a maker; it is before all other characters."""


def said_in(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """Return for the values of `blocks`, which make one line, in notes too, maker and text."""
    return [said for text in lines(blocks) for said in _said(text)]


def values_hash(said: Iterable[Said]) -> str:
    """Return the hash of what values say, each once, in whatever order: 64 digits."""
    return sha256(f"[{', '.join(map(_as_json, sorted(said)))}]".encode("ascii")).hexdigest()


def _said(inlines: Inlines) -> list[tuple[str, str]]:
    said: list[tuple[str, str]] = []
    for inline in inlines:
        if isinstance(inline, Text):
            if (mark := inline.value) is not None:
                said.append((_maker(mark.path, mark.formatter, mark.expression), inline.text))
        elif isinstance(inline, Blank):
            said.append((_maker(inline.path, "", ""), inline.text))
        elif isinstance(inline, Footnote):
            said += _said(inline.inlines)
    return said


@kept
def _maker(path: str, formatter: str, expression: str) -> str:
    """Return what made a value, in one text; makers are in the order of their three words."""
    return _BREAK.join((path, formatter, expression, ""))


@kept
def _as_json(said: Said) -> str:
    return f"[{', '.join(map(encode_basestring_ascii, said.split(_BREAK, 3)))}]"
