"""YAML and TOML text to a tree of nodes that keep their place; the only room that knows ruamel.

Scalars stay text: it is the field that reads them (`schema`) that types them, so that `01000`,
`oui` or `1e5` never change behind a clerk's back.
"""

from conventassembler.source.characters import cleaned
from conventassembler.source.folding import fold, identifier
from conventassembler.source.nodes import (
    MappingNode,
    Node,
    Pair,
    RefusedNode,
    Scalar,
    SequenceNode,
    inside,
    plain,
)
from conventassembler.source.reader import read_yaml
from conventassembler.source.text import read_text, read_typed, unified

__all__ = [
    "MappingNode",
    "Node",
    "Pair",
    "RefusedNode",
    "Scalar",
    "SequenceNode",
    "cleaned",
    "fold",
    "identifier",
    "inside",
    "plain",
    "read_text",
    "read_typed",
    "read_yaml",
    "unified",
]
