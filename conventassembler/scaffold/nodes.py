"""What a library file proposes, written again as it was typed."""

from conventassembler.scaffold.layout import Block, Items, Line, Value, scalar
from conventassembler.source import MappingNode, Node, Scalar, SequenceNode


def typed(node: Node) -> Value:
    """Return `node` to be written in another file."""
    if isinstance(node, MappingNode):
        return tuple(Line(pair.key.text, typed(pair.value)) for pair in node.entries)
    if isinstance(node, SequenceNode):
        return Items(tuple(_item(item) for item in node.items)) if node.items else "[]"
    return _scalar(node) if isinstance(node, Scalar) else scalar("")


def _item(node: Node) -> Value:
    """Return an item of a list; a row of words stays on one line."""
    if not isinstance(node, SequenceNode):
        return typed(node)
    words = [typed(item) for item in node.items]
    if all(isinstance(word, str) for word in words):
        return "[" + ", ".join(str(word) for word in words) + "]"
    return Items(tuple(words))


def _scalar(node: Scalar) -> Value:
    if "\n" in node.text:
        return Block(tuple(node.text.rstrip("\n").split("\n")))
    return node.text if node.style == "plain" else scalar(node.text)
