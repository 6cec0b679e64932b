"""Single scalars of a YAML text typed anew, where they stand; every other byte is kept.

A reader that dumps what it read would move comments, quotes and line ends; an edit at a place
moves nothing. Places are those of `read_yaml`.
"""

from collections.abc import Iterable

from conventassembler.diagnostics import Position
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.source.nodes import Scalar

_LINE_END = Pattern(r"\r\n|\r|\n")
_PROPERTIES = Pattern(r"(?:[&!]\S*\s+)*")
"""An anchor and a tag, refused when read, which stand before the scalar that they are about."""
_BARE = Pattern(r"\w(?:[\w /.'’()-]*[\w)'’.])?")
"""What means itself without quotes, as a key or a value, between brackets too; more may."""
_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t"}
_HARD_SPACES = "\u00a0\u202f"
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Edit:
    """A scalar, and the text that it is to be; not for one that is `empty`.

    The words of a block (`|`, `>`) must be one line, and what replaces them too.
    """

    scalar: Scalar
    new: str

    @property
    def position(self) -> Position:
        """Where the scalar is typed."""
        return self.scalar.position

    @property
    def old(self) -> str:
        """What it says before."""
        return self.scalar.text.strip()


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with each edit's scalar typed anew in its quotes, no other character changed.

    `text` is the file as it is, with its ends of line and its byte order mark. What would not mean
    itself without quotes is given some. The edits are of scalars that `read_yaml` found in it.
    """
    starts = line_starts(text)
    for edit in sorted(edits, key=lambda item: item.position, reverse=True):
        begin = starts[edit.position.line - 1] + edit.position.column - 1
        end = starts[edit.scalar.end.line - 1] + edit.scalar.end.column - 1
        typed = text[begin:end]
        text = text[:begin] + _typed_anew(typed, edit) + text[end:]
    return text


def line_starts(text: str) -> list[int]:
    """Return where each line of a text begins, the byte order mark left out of the first."""
    after = [end.end() for end in _LINE_END.finditer(text)]
    return [len(text) - len(text.removeprefix(_MARK)), *after]


def _typed_anew(typed: str, edit: Edit) -> str:
    """Return what replaces the characters `typed` of one scalar."""
    if edit.scalar.style == "block":
        words = _LINE_END.split(typed, maxsplit=1)[0].rstrip()
        return edit.new + typed[len(words) :]
    before = _PROPERTIES.match(typed)
    kept = before[0] if before else ""
    return kept + quoted(edit.new, typed[len(kept) : len(kept) + 1])


def quoted(text: str, quote: str = "") -> str:
    """Return `text` as one line of YAML, bare where it means itself so, else between quotes.

    `quote` is the first character of what it replaces, whose quotes it takes.
    """
    if stands_bare(text, quote):
        return text
    if quote == "'" and all(map(shown, text)):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def stands_bare(text: str, quote: str = "") -> bool:
    """Tell whether `quoted` leaves a text without quotes."""
    return (not quote or quote not in "'\"") and _BARE.fullmatch(text) is not None


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    return char if shown(char) else f"\\U{ord(char):08X}"


def shown(char: str) -> bool:
    """Tell whether a character may stand in a file as itself."""
    return char.isprintable() or char in _HARD_SPACES
