"""The tree that `reader` makes of a YAML file: text, places, and nothing typed."""

from dataclasses import replace
from typing import Literal

from conventassembler.diagnostics import Position
from conventassembler.frozen import dataclass

Style = Literal["plain", "quoted", "block"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, as typed once quotes and indentation are taken off."""

    text: str
    position: Position
    style: Style
    end: Position
    """The place just after it: what stands there on the same line was cut off by YAML."""
    lines: int = 1
    """Lines of the file that it was typed on, empty ones left aside."""

    @property
    def empty(self) -> bool:
        """Whether nothing at all was typed: `key:` and the end of the line."""
        return not self.text and self.style == "plain"


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of a mapping: a key as written, and its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class MappingNode:
    """A mapping; no two of its keys fold to the same name."""

    entries: tuple[Pair, ...]
    position: Position
    flow: bool = False
    """Whether it is typed between braces."""


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list."""

    items: tuple["Node", ...]
    position: Position
    flow: bool = False
    """Whether it is typed between brackets."""


@dataclass(frozen=True, slots=True)
class RefusedNode:
    """What stands in place of an alias: its fault is told already, it reads as no value."""

    position: Position


Node = Scalar | MappingNode | SequenceNode | RefusedNode


def placed(value: Node, key: Scalar) -> Node:
    """Return the value of `key`; one that was not typed stands where its key does.

    The parser has it at whatever comes next, lines below.
    """
    if isinstance(value, Scalar) and value.empty:
        return replace(value, position=key.position)
    return value


def inside(node: Node) -> tuple[Node, ...]:
    """Return the values of a mapping or the items of a list, in order; nothing of a text."""
    if isinstance(node, MappingNode):
        return tuple(pair.value for pair in node.entries)
    return node.items if isinstance(node, SequenceNode) else ()


def plain(node: Node | None) -> object:
    """Return what a person typed, without its place: a text as it stands, a list, or keys."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    pairs = node.entries if isinstance(node, MappingNode) else ()
    return None if node is None else {pair.key.text: plain(pair.value) for pair in pairs}
