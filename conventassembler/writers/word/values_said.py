"""What the values of a draft say, by which a returned file is known to say something else."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from json.encoder import encode_basestring_ascii

from conventassembler.draft.lines import lines
from conventassembler.draft.model import Blank, Block, Footnote, Inlines, Text

Said = tuple[tuple[str, str, str, str], str]
"""Key path, formatter, expression and text of a value; and the same as JSON."""


def said_in(blocks: Sequence[Block]) -> Iterator[Said]:
    """Yield what the values of `blocks`, which make one line, say, in their notes too."""
    texts = tuple(lines(blocks))
    for text in texts:
        yield from _said(text)
        for inline in text:
            if isinstance(inline, Footnote):
                yield from _said(inline.inlines)


def values_hash(said: Iterable[Said]) -> str:
    """Return the hash of what values say, in whatever order: 64 digits."""
    known = dict(said)
    text = ", ".join([known[one] for one in sorted(known)])
    return sha256(f"[{text}]".encode("ascii")).hexdigest()


def _said(inlines: Inlines) -> Iterator[Said]:
    for inline in inlines:
        if isinstance(inline, Text):
            if (mark := inline.value) is not None:
                said = (mark.path, mark.formatter, mark.expression, inline.text)
                yield said, f"{_before(*said[:3])}{encode_basestring_ascii(inline.text)}]"
        elif isinstance(inline, Blank):
            said = (inline.path, "", "", inline.text)
            yield said, f"{_before(inline.path, '', '')}{encode_basestring_ascii(inline.text)}]"


@lru_cache(maxsize=1024)
def _before(*names: str) -> str:
    """Return what stands before the text of a value."""
    return f"[{', '.join(map(encode_basestring_ascii, names))}, "
