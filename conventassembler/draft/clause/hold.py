"""The text that Markdown reads: each tag held behind one private-use character.

A statement or a comment alone on its line is deleted with its line, never blanked: a blank line
would end a table. The statement then stands between two lines, at a boundary.
"""

from collections.abc import Iterator

from conventassembler.draft.clause.source import Source
from conventassembler.draft.clause.statements import Group
from conventassembler.draft.clause.tags import MOST_TAGS, Tag
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

_FIRST = 0xF0000
_COMMENT = "\U0010fffd"
HELD = Pattern("([\U000f0000-\U000fffef])")
"""A character that holds a tag."""


@dataclass(frozen=True, slots=True)
class Held:
    """A clause whose tags wait behind characters."""

    text: str
    lines: tuple[int, ...]
    """For each line of `text`, the line of the source it comes from, both from 0."""
    boundaries: dict[int, int]
    """For each statement that stood alone on its line, the line of `text` it stands before."""
    statements: frozenset[str]
    """Characters that hold a statement."""
    branches: dict[str, tuple[str, str]]
    """For each `elif` and `else`, the characters of its `if` and of its `endif`."""


def holder(index: int) -> str:
    """Return the character that holds a tag."""
    return chr(_FIRST + index)


def held_by(character: str) -> int | None:
    """Return the tag that `character` holds, if it holds one."""
    index = ord(character) - _FIRST
    return index if 0 <= index < MOST_TAGS else None


def released(text: str, tags: tuple[Tag, ...]) -> str:
    """Return a piece of held text with its tags as they are written."""
    return HELD.sub(lambda found: tags[ord(found[0]) - _FIRST].text, text)


def hold(source: Source, tags: tuple[Tag, ...], groups: tuple[Group, ...]) -> Held:
    """Return the text in which each tag is one character, without the lines of statements."""
    statements = frozenset(holder(tag.index) for tag in tags if tag.kind == "statement")
    kept: list[str] = []
    lines: list[int] = []
    boundaries: dict[int, int] = {}
    for line, number in _lines(source, tags):
        if _stands_alone(line, statements):
            for character in line:
                if character in statements:
                    boundaries[ord(character) - _FIRST] = len(kept)
        else:
            kept.append(line.replace(_COMMENT, ""))
            lines.append(number)
    return Held("\n".join(kept), tuple(lines), boundaries, statements, dict(_branches(groups)))


def _branches(groups: tuple[Group, ...]) -> Iterator[tuple[str, tuple[str, str]]]:
    for group in groups:
        first, *between, last = map(holder, (*group.members, group.members[-1]))
        for character in between[:-1]:
            yield character, (first, last)
        for body in group.bodies:
            yield from _branches(body)


def _lines(source: Source, tags: tuple[Tag, ...]) -> list[tuple[str, int]]:
    """Return the lines with their tags held, and the source line on which each begins."""
    lines = [("", 0)]
    offset = number = 0
    for tag in tags:
        number = _extend(lines, source.text[offset : tag.start], number)
        text, begins = lines[-1]
        lines[-1] = (text + (holder(tag.index) if tag.index >= 0 else _COMMENT), begins)
        number += tag.text.count("\n")
        offset = tag.end
    _extend(lines, source.text[offset:], number)
    return lines


def _extend(lines: list[tuple[str, int]], text: str, number: int) -> int:
    first, *others = text.split("\n")
    lines[-1] = (lines[-1][0] + first, lines[-1][1])
    for other in others:
        number += 1
        lines.append((other, number))
    return number


def _stands_alone(line: str, statements: frozenset[str]) -> bool:
    visible = [character for character in line if not character.isspace()]
    return bool(visible) and all(
        character in statements or character == _COMMENT for character in visible
    )
