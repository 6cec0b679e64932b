"""What the values of a draft say, by which a returned file is known to say something else."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from json.encoder import encode_basestring_ascii

from conventassembler.draft.lines import lines
from conventassembler.draft.model import Blank, Block, Footnote, Inlines, Text
from conventassembler.keeping import kept

Said = str
"""What a value says: key path, formatter, expression and text, in their order, with a character
between them that is before all others."""
_BREAK = "\0"


def said_in(blocks: Sequence[Block]) -> frozenset[Said]:
    """Return what the values of `blocks`, which make one line, say, in their notes too."""
    return frozenset([said for text in lines(blocks) for said in _said(text)])


def text_said(said: Said) -> tuple[str, str]:
    """Return what stands before the text of a value, and the text."""
    path, formatter, expression, text = said.split(_BREAK, 3)
    return _BREAK.join((path, formatter, expression, "")), text


def values_hash(said: Iterable[Said]) -> str:
    """Return the hash of what values say, each once, in whatever order: 64 digits."""
    text = ", ".join(map(_written, sorted(said)))
    return sha256(f"[{text}]".encode("ascii")).hexdigest()


def _said(inlines: Inlines) -> list[Said]:
    said: list[Said] = []
    for inline in inlines:
        if isinstance(inline, Text):
            if (mark := inline.value) is not None:
                of_value = (mark.path, mark.formatter, mark.expression, inline.text)
                said.append(_BREAK.join(of_value))
        elif isinstance(inline, Blank):
            said.append(_BREAK.join((inline.path, "", "", inline.text)))
        elif isinstance(inline, Footnote):
            said += _said(inline.inlines)
    return said


@kept
def _written(said: Said) -> str:
    """Return what a value says as JSON; an act says the name of a party in every article."""
    return f"[{', '.join(map(encode_basestring_ascii, said.split(_BREAK, 3)))}]"
