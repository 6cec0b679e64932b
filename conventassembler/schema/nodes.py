"""What a tree says under a key, for those who write it again or change it rather than type it."""

from collections.abc import Mapping
from functools import cache

from conventassembler.schema.blanks import blank_in
from conventassembler.schema.keys import keys_of
from conventassembler.schema.records import RecordType
from conventassembler.source import MappingNode, Node, Scalar, fold


def under(node: Node, row: str) -> Node | None:
    """Return what is typed under the key of a row of the table of keys, or None."""
    keys = _folded(row)
    pairs = node.entries if isinstance(node, MappingNode) else ()
    return next((pair.value for pair in pairs if fold(pair.key.text) in keys), None)


@cache
def _folded(row: str) -> frozenset[str]:
    return frozenset(map(fold, keys_of(row)))


def fields(node: Node | None, record: RecordType) -> Mapping[str, Node]:
    """Return what is typed for each field of `record`, by field name, in the order written.

    What is under a key that the record does not have is left out: who reads it tells it. A text
    alone is what the record's shorthand says it is, a blank is nothing.
    """
    if isinstance(node, Scalar) and record.shorthand and blank_in(node, "", "") is None:
        return {record.shorthand: node}
    names = {fold(key): item.name for item in record.fields for key in item.keys}
    pairs = node.entries if isinstance(node, MappingNode) else ()
    named = ((names.get(fold(pair.key.text)), pair.value) for pair in pairs)
    return {name: value for name, value in named if name}
