"""YAML and TOML text to a tree of nodes that keep their place; the only room that knows ruamel.

Scalars stay text: it is the field that reads them (`schema`) that types them, so that `01000`,
`oui` or `1e5` never change behind a clerk's back.
"""

from conventassembler.source.blobs import blob_id
from conventassembler.source.characters import cleaned
from conventassembler.source.edits import Edit, edited
from conventassembler.source.folding import fold, identifier
from conventassembler.source.front_matter import ClauseSource, split_front_matter
from conventassembler.source.nodes import (
    MappingNode,
    Node,
    Pair,
    RefusedNode,
    Scalar,
    SequenceNode,
    plain,
)
from conventassembler.source.reader import read_yaml
from conventassembler.source.replacing import Gift, Keys, replaced
from conventassembler.source.text import read_text, read_typed, unified
from conventassembler.source.toml import read_toml

__all__ = [
    "ClauseSource",
    "Edit",
    "Gift",
    "Keys",
    "MappingNode",
    "Node",
    "Pair",
    "RefusedNode",
    "Scalar",
    "SequenceNode",
    "blob_id",
    "cleaned",
    "edited",
    "fold",
    "identifier",
    "plain",
    "read_text",
    "read_toml",
    "read_typed",
    "read_yaml",
    "replaced",
    "split_front_matter",
    "unified",
]
