"""Items of a list that begin with a dash or a bullet of Word: YAML reads keys, or one text.

`reader` asks it of each group of keys and of each text, and tells what it finds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.patterns import Pattern
from conventassembler.source.characters import HARD_SPACES
from conventassembler.source.nodes import Node, RefusedNode, Scalar
from conventassembler.source.traps import BULLET

_WIDE = 120
"""Characters of what is proposed to be typed."""
_GOES_ON = Pattern(r"[ ]*-[ \u00a0\u202f]\S")


def bulleted(text: str, place: Position, near: str = "") -> tuple[Diagnostic, ...]:
    """Return the finding that `text`, at `place`, begins with a mark that begins no item.

    `near` is what stands behind it on its line.
    """
    bullet = BULLET.match(text)
    if not bullet:
        return ()
    if text[:1] == "-" and text[1:2] in HARD_SPACES:
        return (fault("C128", replace(place, column=place.column + 1)),)
    meant = f"- {text[bullet.end() :].lstrip()}{near}".rstrip()
    shown = {"suggestion": meant} if len(meant) <= _WIDE else {}
    return (fault("C140", place, mark=bullet[0], **shown),)


def undashed(nodes: Sequence[Node]) -> tuple[list[Node], list[Diagnostic]]:
    """Return keys and values in turn without those that are items, and a finding for each of these.

    An empty key above such an item is read as one whose fault is told.
    """
    kept: list[Node] = []
    found: list[Diagnostic] = []
    for key, value in zip(nodes[::2], nodes[1::2], strict=True):
        faults = _dashed(key, value)
        found += faults
        if not faults:
            kept += key, value
        elif kept and isinstance(kept[-1], Scalar) and kept[-1].empty:
            kept[-1] = RefusedNode(kept[-1].position)
    return kept, found


def _dashed(key: Node, value: Node) -> tuple[Diagnostic, ...]:
    if not isinstance(key, Scalar) or key.style != "plain":
        return ()
    alone = isinstance(value, Scalar) and value.lines == 1 and value.style == "plain"
    behind = f": {value.text}" if isinstance(value, Scalar) and alone else ":"
    return bulleted(key.text, key.position, behind)


def dashed_lines(raw: str) -> Iterator[tuple[int, str]]:
    """Yield the place in `raw` and the words of each line, where all begin with such marks."""
    lines = raw.split("\n")
    if len(lines) == 1 or not all(BULLET.match(line.lstrip()) for line in lines if line.strip()):
        return
    at = 0
    for line in lines:
        words = line.lstrip()
        if words:
            yield at + len(line) - len(words), words.rstrip()
        at += 1 + len(line)


def hyphen_below(raw: str) -> int | None:
    """Return the place of a hyphen at the head of a line that YAML joined to the line above."""
    first, *lines = raw.split("\n")
    at = len(first)
    for line in lines:
        if _GOES_ON.match(line):
            return at + 1 + len(line) - len(line.lstrip())
        at += 1 + len(line)
    return None
