"""What a library file proposes, written again as it was typed."""

from conventassembler.patterns import Pattern
from conventassembler.scaffold.layout import Block, Items, Line, Value, scalar
from conventassembler.source import MappingNode, Node, Scalar, SequenceNode

_ROW = Pattern(r"\w[\w '’-]*")
"""A word that brackets and commas do not cut."""


def typed(node: Node) -> Value:
    """Return `node` to be written in another file."""
    if isinstance(node, MappingNode):
        return tuple(Line(pair.key.text, typed(pair.value)) for pair in node.entries) or "{}"
    if isinstance(node, SequenceNode):
        return Items(tuple(_item(item) for item in node.items)) if node.items else "[]"
    return _scalar(node) if isinstance(node, Scalar) else scalar("")


def _item(node: Node) -> Value:
    """Return an item of a list; a row of words stays on one line."""
    words = [typed(item) for item in node.items] if isinstance(node, SequenceNode) else []
    if words and all(isinstance(word, str) and _ROW.fullmatch(word) for word in words):
        return "[" + ", ".join(str(word) for word in words) + "]"
    return typed(node)


def _scalar(node: Scalar) -> Value:
    lines = node.text.rstrip("\n").split("\n")
    if len(lines) > 1 and not lines[0].startswith(" "):
        return Block(tuple(lines))
    return node.text if node.style == "plain" and "\n" not in node.text else scalar(node.text)
