"""The text of one clause with its place in a file, and the characters that it may not hold."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"
_REFUSED = Pattern(f"[{_PRIVATE}{_CONTROL}]")
_IS_PRIVATE = Pattern(f"[{_PRIVATE}]")
# Word writes its bullets with the fonts Symbol and Wingdings, which live in U+F000-U+F0FF.
_WORD_SYMBOL = Pattern("[\uf000-\uf0ff]")


@dataclass(frozen=True, slots=True)
class Source:
    """A text with its line ends made one kind, and the file and line where it begins."""

    text: str
    file: str
    first_line: int = 1

    def at(self, offset: int) -> Position:
        """Return the position of a character."""
        starts = _starts(self.text)
        line = bisect_right(starts, offset) - 1
        return Position(self.file, self.first_line + line, offset - starts[line] + 1)

    def at_line(self, line: int, mark: str = "", *, is_last: bool = False) -> Position:
        """Return the position of `mark` in a line, counted from 0, else of its first letter."""
        lines = _lines(self.text)
        content = lines[line] if line < len(lines) else ""
        column = content.rfind(mark) if is_last else content.find(mark)
        if not mark or column < 0:
            column = len(content) - len(content.lstrip())
        return Position(self.file, self.first_line + line, column + 1)


@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text: it may have thousands of faults, each at its line."""
    return tuple(text.split("\n"))


@lru_cache(maxsize=4)
def _starts(text: str) -> tuple[int, ...]:
    """Return where each line of a text begins: it may have thousands of tags, each at its place."""
    return (0, *(found.end() for found in re.finditer("\n", text)))


def source_of(text: str, file: str, first_line: int) -> Source:
    """Return the source of `text`, whatever its line ends and its byte order mark."""
    plain = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    return Source(plain.replace("\r\n", "\n").replace("\r", "\n"), file, first_line)


def without_refused(source: Source) -> Source:
    """Return the source with other characters, as many, in place of those that are refused.

    The rest can then be read in the same run. A control character, such as Word's own line break,
    is taken for a blank, and a symbol for a letter.
    """
    text = _REFUSED.sub(lambda found: "x" if _IS_PRIVATE.match(found[0]) else " ", source.text)
    return Source(text, source.file, source.first_line)


def refused_characters(source: Source) -> Iterator[Diagnostic]:
    """Yield a fault for each character that stands for no writing: private use, control.

    Tags are held behind private-use characters while Markdown is read, so none may be typed.
    """
    for found in _REFUSED.finditer(source.text):
        yield _refusal(source, found.start(), found.group())


def _refusal(source: Source, offset: int, character: str) -> Diagnostic:
    if _WORD_SYMBOL.match(character):
        return fault("C310", source.at(offset))
    code = "C309" if _IS_PRIVATE.match(character) else "C311"
    return fault(code, source.at(offset), character=f"U+{ord(character):04X}")
