"""What the values of a draft say, by which a returned file is known to say something else."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from json.encoder import encode_basestring_ascii

from conventassembler.draft.lines import RunIn, lines, notes
from conventassembler.draft.model import Blank, Block, Inlines, Text, ValueMark

Said = tuple[tuple[str, str, str, str], str]
"""Key path, formatter, expression and text of a value; and the same as JSON."""


def said_in(line: Block | RunIn) -> Iterator[Said]:
    """Yield what the values of `line` say, in its notes too."""
    blocks = (line.heading, line.paragraph) if isinstance(line, RunIn) else (line,)
    texts: Iterable[Inlines] = (*lines(blocks), *(note.inlines for note in notes(blocks)))
    for one in (said for text in texts for said in _said(text)):
        yield one, f"[{', '.join(map(encode_basestring_ascii, one))}]"


def values_hash(said: Iterable[Said]) -> str:
    """Return the hash of what values say, in whatever order: 64 digits."""
    known = dict(said)
    text = ", ".join([known[one] for one in sorted(known)])
    return sha256(f"[{text}]".encode("ascii")).hexdigest()


def _said(inlines: Inlines) -> Iterator[tuple[str, str, str, str]]:
    for inline in inlines:
        match inline:
            case Text(text=text, value=ValueMark() as mark):
                yield mark.path, mark.formatter, mark.expression, text
            case Blank():
                yield inline.path, "", "", inline.text
