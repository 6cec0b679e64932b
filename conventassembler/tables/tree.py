"""JSON and YAML: groups of keys as rows, the keys that lead to a value as names of columns."""

from collections.abc import Iterator

from conventassembler.diagnostics import has_errors
from conventassembler.schema.types import Findings
from conventassembler.source import MappingNode, Node, Scalar, SequenceNode, read_yaml, unified
from conventassembler.tables.model import Cell, Row, Table

_JSON_WORDS = {"true": "oui", "false": "non", "null": ""}


def read_tree(text: str, file: str, *, json: bool) -> tuple[Table | None, Findings]:
    """Return the groups of a list, or the one group of the file, as rows; or None with faults.

    Groups that say nothing are no rows.

    JSON is read as the YAML that it is too, so that its values have places; its `true`, `false`
    and `null` are « oui », « non » and nothing.
    """
    tree, found = read_yaml(unified(text), file)
    if tree is None or has_errors(found):
        return None, found
    nodes = tree.items if isinstance(tree, SequenceNode) else (tree,)
    words = _JSON_WORDS if json else {}
    groups = ((number, dict(_cells(node, "", words))) for number, node in enumerate(nodes, 1))
    rows = (Row(number, cells) for number, cells in groups if cells)
    return Table(file, (), rows), found


def _cells(node: Node, above: str, words: dict[str, str]) -> Iterator[tuple[str, Cell]]:
    """Yield the values of a group by the keys that lead to them, with points between."""
    if isinstance(node, MappingNode):
        for pair in node.entries:
            name = f"{above}.{pair.key.text}" if above else pair.key.text
            yield from _cells(pair.value, name, words)
    elif isinstance(node, SequenceNode):
        yield from _items(node, above, words)
    elif isinstance(node, Scalar) and (text := _said(node, words)):
        yield above, Cell(text, node.position)


def _items(node: SequenceNode, above: str, words: dict[str, str]) -> Iterator[tuple[str, Cell]]:
    texts = [_said(item, words) for item in node.items if isinstance(item, Scalar)]
    if len(texts) == len(node.items) and texts:
        yield above, Cell("\n".join(texts), node.position)
        return
    for rank, item in enumerate(node.items, 1):
        yield from _cells(item, f"{above} {rank}", words)


def _said(node: Scalar, words: dict[str, str]) -> str:
    plain = node.style == "plain"
    return words.get(node.text, node.text) if plain else node.text.rstrip("\n")
