"""A whole YAML file read by one record type: what every loader begins with."""

from pathlib import Path
from typing import ClassVar

from conventassembler.diagnostics import fault
from conventassembler.frozen import dataclass
from conventassembler.keeping import kept
from conventassembler.schema.fields import declare
from conventassembler.schema.records import RecordType
from conventassembler.schema.types import Findings, JsonSchema, Reading, ScalarType
from conventassembler.source import MappingNode, Node, Scalar, read_text, read_yaml
from conventassembler.values import Blank, Origin, Record, Text

VERSION = "1"
_SHOWN = 6
"""Keys that are named to who brought another file."""


@dataclass(frozen=True, slots=True)
class FormatType(ScalarType):
    """The version of the file format, which every file says first."""

    name: ClassVar[str] = "format"

    def read(self, node: Node, path: str, label: str) -> Reading:
        """Return the version; a blank is told as any other that is not known."""
        value, found = ScalarType.read(self, node, path, label)
        if isinstance(value, Blank):
            typed = node.text if isinstance(node, Scalar) else value
            return None, (fault("C106", node.position, label=label, value=typed),)
        return value, found

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:
        """Return the version, a `Text`."""
        if node.text.strip() != VERSION:
            return None, (fault("C106", node.position, label=label, value=node.text),)
        return Text(VERSION, origin), ()

    def json_schema(self) -> JsonSchema:
        """Return the schema of the one version that is read."""
        return {"enum": [int(VERSION), VERSION]}


FORMAT = declare("format", FormatType(), "Version du format : 1.", required=True, missing="C105")


def read_document(
    path: Path, shown: str, type_: RecordType
) -> tuple[Record | None, Node | None, Findings]:
    """Return what `type_` reads in the file, its tree, and every fault of the file.

    The record is None where nothing of the file could be read.
    """
    node, found = read_tree(path, shown)
    if node is None:
        return None, None, found
    record, faults = read_record(node, shown, type_)
    return record, node, (*found, *faults)


def read_record(node: Node, shown: str, type_: RecordType) -> tuple[Record | None, Findings]:
    """Return what `type_` reads in the tree of a whole file, None where it is another's."""
    if faults := _strange(node, type_):
        return None, faults
    value, faults = type_.read(node, "", shown)
    return (value if isinstance(value, Record) else None), faults


def _strange(node: Node, type_: RecordType) -> Findings:
    """Return the finding that nothing in a file is of what it should hold."""
    keys = [pair.key.text for pair in node.entries] if isinstance(node, MappingNode) else []
    if any(type_.knows(key) for key in keys):
        return ()
    wanted = sorted(type_.fields, key=lambda item: not item.required)
    accepted = ", ".join(item.key for item in wanted[:_SHOWN])
    return (fault("C147", node.position, accepted=accepted),)


_read = kept(read_yaml)


def read_tree(path: Path, shown: str) -> tuple[Node | None, Findings]:
    """Return the tree of the YAML file, None where it cannot be read to its end, and its faults.

    While a file says the same it is the very same tree, by which stages know it.
    """
    text, found = read_text(path, shown)
    if text is None:
        return None, found
    node, broken = _read(text, shown)
    return node, (*found, *broken)
