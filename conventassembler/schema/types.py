"""What a type is: the contract that agreement fields and clause parameters share.

A type reads a node of a file, shows its value in French, reads that text back, and describes
itself as JSON Schema. Types are frozen and compare by what they declare.
"""

from collections.abc import Mapping
from typing import ClassVar, Protocol

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.frozen import dataclass
from conventassembler.schema.blanks import NOT_BLANK, blank_in, bracketed_blank
from conventassembler.schema.shapes import cut_at_colon, no_value, wrong_shape
from conventassembler.source import Node, Scalar
from conventassembler.values import BlankKind, Origin

Findings = tuple[Diagnostic, ...]
Reading = tuple[object, Findings]
"""A value, or None where it could not be read; and what was found."""
JsonSchema = dict[str, object]


class ValueType(Protocol):
    """What reads and writes the values of one field or parameter."""

    @property
    def name(self) -> str:
        """The type's French name, as a front matter writes it: « entier »."""

    def read(self, node: Node, path: str, label: str) -> Reading:
        """Return the typed value of `node`, a `Blank`, or None with the faults that forbid it.

        `path` is the key path that the value keeps, `label` what messages call it.
        """

    def json_schema(self) -> JsonSchema:
        """Return the JSON Schema of what may be typed."""

    def show(self, value: object) -> str:
        """Return `value` in French, as a document would write it."""

    def read_back(self, text: str) -> object:
        """Return the plain value of a text written by `show`, None where it cannot be read."""


@dataclass(frozen=True, slots=True)
class ScalarType:
    """A type whose values are typed as one text."""

    name: ClassVar[str]
    awaits: ClassVar[BlankKind] = "text"
    """What a blank of this type awaits."""

    @property
    def offered(self) -> tuple[str, ...]:
        """The words among which a value is chosen, in French; empty where it is no choice."""
        return ()

    def read(self, node: Node, path: str, label: str) -> Reading:
        """Return the value, a blank, or None with faults."""
        if not isinstance(node, Scalar):
            node = bracketed_blank(node)
        if not isinstance(node, Scalar):
            return None, cut_at_colon(node) or wrong_shape(node, label, "C104")
        if (blank := blank_in(node, path, label, self.awaits, self.offered)) is not None:
            return blank, ()
        if not node.text.strip():
            return None, (fault("C107", node.position, label=label),)
        if faults := no_value(node):
            return None, faults
        return self.parse(node, Origin(path, node.position), label)

    def parse(self, node: Scalar, origin: Origin, label: str) -> Reading:
        """Return the value of a text that is neither empty nor a blank."""
        raise NotImplementedError

    def json_schema(self) -> JsonSchema:
        """Return the JSON Schema of what may be typed."""
        raise NotImplementedError

    def show(self, value: object) -> str:
        """Return the text of `value`."""
        return str(value)

    def read_back(self, text: str) -> object:
        """Return `text`: what it shows is what was typed."""
        return text


class Compound:
    """What types of several values have in common: they are shown and read back one by one."""

    __slots__ = ()
    ranked: ClassVar[bool] = False
    """Whether messages tell which item of a list a value is: « actions 3 »."""

    def show(self, value: object) -> str:
        """Return the text of `value`, for messages; documents show its values one by one."""
        return str(value)

    def read_back(self, text: str) -> None:
        """Return None: nothing tells where one value ends in `text`."""


def read_value(type_: ValueType, node: Node, path: str, label: str) -> Reading:
    """Return what `type_` reads in `node`."""
    return type_.read(node, path, label)


BLANK_REF: JsonSchema = {"$ref": "#/$defs/blank"}
"""A value still to be given, in a schema."""
BRACKETED_REF: JsonSchema = {"$ref": "#/$defs/bracketed-blank"}
"""The same, in the brackets of a draft."""


def either_blank(*schemas: Mapping[str, object]) -> JsonSchema:
    """Return the schema that accepts one of `schemas`, or a blank, bare or in brackets."""
    return {"anyOf": [*map(dict, schemas), dict(BLANK_REF), dict(BRACKETED_REF)]}


def without_blank(schema: JsonSchema) -> JsonSchema:
    """Return `schema` for a value that admits no blank."""
    blanks = (BLANK_REF, BRACKETED_REF)
    alternatives = schema.get("anyOf")
    if not isinstance(alternatives, list):
        return schema | NOT_BLANK
    kept = [one for one in alternatives if one not in blanks]
    whole = {name: schema[name] for name in schema if name != "anyOf"}
    return whole | (kept[0] if len(kept) == 1 else {"anyOf": kept}) | NOT_BLANK
