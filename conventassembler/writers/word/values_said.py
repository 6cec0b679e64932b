"""What the values of a draft say, by which a returned file is known to say something else."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from json.encoder import encode_basestring_ascii
from typing import NamedTuple

from conventassembler.draft.lines import lines
from conventassembler.draft.model import Blank, Block, Footnote, Inlines, Text


class Said(NamedTuple):
    """What a value says; in the order of the fields."""

    path: str
    formatter: str
    expression: str
    text: str
    written: str
    """All of it as JSON."""


def said_in(blocks: Sequence[Block]) -> frozenset[Said]:
    """Return what the values of `blocks`, which make one line, say, in their notes too."""
    return frozenset([said for text in lines(blocks) for said in _said(text)])


def values_hash(said: Iterable[Said]) -> str:
    """Return the hash of what values say, each once, in whatever order: 64 digits."""
    text = ", ".join([one.written for one in sorted(said)])
    return sha256(f"[{text}]".encode("ascii")).hexdigest()


def _said(inlines: Inlines) -> list[Said]:
    said: list[Said] = []
    for inline in inlines:
        if isinstance(inline, Text):
            if (mark := inline.value) is not None:
                said.append(value_said(mark.path, mark.formatter, mark.expression, inline.text))
        elif isinstance(inline, Blank):
            said.append(value_said(inline.path, "", "", inline.text))
        elif isinstance(inline, Footnote):
            said += _said(inline.inlines)
    return said


@lru_cache(maxsize=1024)
def value_said(path: str, formatter: str, expression: str, text: str) -> Said:
    """Return what a value says; an act says the name of a party in every article."""
    written = ", ".join(map(encode_basestring_ascii, (path, formatter, expression, text)))
    return Said(path, formatter, expression, text, f"[{written}]")
