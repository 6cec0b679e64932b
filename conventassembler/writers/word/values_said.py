"""What the values of a draft say, by which a returned file is known to say something else."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from json.encoder import encode_basestring_ascii

from conventassembler.draft.lines import lines
from conventassembler.draft.model import Blank, Block, Footnote, Inlines, Text
from conventassembler.keeping import kept

Said = tuple[str, str]
"""What made a value (`maker`), and the text that it says."""
_BREAK = "\0"
"""What parts the words of a maker; it is before all other characters."""


def said_in(blocks: Sequence[Block]) -> frozenset[Said]:
    """Return what the values of `blocks`, which make one line, say, in their notes too."""
    return frozenset([said for text in lines(blocks) for said in _said(text)])


def values_hash(said: Iterable[Said]) -> str:
    """Return the hash of what values say, each once, in whatever order: 64 digits."""
    written = [
        f"[{_as_json(maker)}, {encode_basestring_ascii(text)}]" for maker, text in sorted(said)
    ]
    return sha256(f"[{', '.join(written)}]".encode("ascii")).hexdigest()


def _said(inlines: Inlines) -> list[Said]:
    said: list[Said] = []
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
    return _BREAK.join((path, formatter, expression))


@kept
def _as_json(maker: str) -> str:
    return ", ".join(map(encode_basestring_ascii, maker.split(_BREAK)))
