"""Where words stand in a text that was typed over several lines."""

import re

from conventassembler.diagnostics import Position
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

_LONGEST = 60
"""Characters by which words are looked for: more than enough to know them by."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A text of several lines, and the place of its first character."""

    text: str
    start: Position


def whereabouts(stretch: Stretch, words: str, line: int = 0, earlier: int = 0) -> Position:
    """Return where `words` stand in a text, at `line` of its file or below.

    `earlier` tells how many times they stand there before the one that is meant. What typography
    changed (spaces, apostrophes) and marks of emphasis make no difference; words that are not
    found, since tags made them, are told at the first character of `line`.
    """
    start = stretch.start
    first = max(0, line - start.line)
    offset = _offset_of(stretch.text, first)
    found = list(_pattern(words).finditer(stretch.text, offset)) if words.strip() else []
    if not found:
        return Position(start.file, start.line + first, start.column)
    at = found[min(earlier, len(found) - 1)].start()
    before = stretch.text[:at]
    column = at - (before.rfind("\n") + 1)
    return Position(start.file, start.line + before.count("\n"), start.column + column)


def _offset_of(text: str, line: int) -> int:
    """Return where the line of that rank begins, from 0."""
    offset = 0
    for _ in range(line):
        offset = text.find("\n", offset) + 1
        if not offset:
            return len(text)
    return offset


def _pattern(words: str) -> Pattern:
    """Return what finds `words` as they may have been typed."""
    parts = re.split(r"\s+", words.strip()[:_LONGEST])
    joined = r"[\s*_]*".join(_piece(part) for part in parts)
    return Pattern(joined, re.IGNORECASE)


def _piece(word: str) -> str:
    marks = {"'": "['’]", "…": r"(?:…|\.\.\.)"}
    return "".join(marks.get(mark, re.escape(mark)) for mark in word)
