"""The node that a value is once it was typed where another stood: no file is written to know it.

`replacing` types a value, `reader` reads it; this says what comes of both, so that the trees of
many agreements are made from the tree of one.
"""

from collections.abc import Callable
from itertools import count
from typing import TypeVar

from conventassembler.diagnostics import Position
from conventassembler.source.edits import stands_bare
from conventassembler.source.nodes import Node, Scalar, SequenceNode, Style
from conventassembler.source.replacing import Value, bracket_quote, is_paragraph

T = TypeVar("T")
Places = Callable[[int], Position]
"""Where the texts of a value stand, by their rank."""


def graft(node: Node, value: Value, at: Places, *, inside: bool = False) -> Node:
    """Return what is read where `node` stood, once `value` is typed there.

    `inside` tells whether it stands between brackets, as in `Gift`.
    """
    if isinstance(value, str):
        if is_paragraph(value) and not inside:
            lines = sum(1 for line in value.split("\n") if line)
            return Scalar(f"{value}\n", at(0), "block", at(0), lines)
        quote = '"' if isinstance(node, Scalar) and node.style == "quoted" else ""
        return _scalar(value, quote, at(0))
    flow = inside or (isinstance(node, SequenceNode) and node.flow)
    quotes = (bracket_quote(one) if flow else "" for one in value)
    items = map(_scalar, value, quotes, map(at, count()))
    return SequenceNode(tuple(items), at(0), flow)


def fitting(node: Node, value: T, *, listed: bool, single: bool) -> T | Value:
    """Return a value as its place takes it: one item alone stands without a dash where it may.

    `listed` tells whether several values are awaited where `node` stands, `single` whether one of
    them may stand alone.
    """
    if isinstance(node, SequenceNode):
        return (value,) if isinstance(value, str) and listed else value
    return value[0] if single and isinstance(value, tuple) and len(value) == 1 else value


def _scalar(text: str, quote: str, at: Position) -> Scalar:
    style: Style = "plain" if stands_bare(text, quote) else "quoted"
    return Scalar(text, at, style, at)
