"""Lists of values of one type, maps whose keys are free, and values left unread."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.french.lists import enumerate_with
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.schema.blanks import blank_in, bracketed_blank
from conventassembler.schema.shapes import no_value, wrong_shape
from conventassembler.schema.types import (
    BLANK_REF,
    Compound,
    Findings,
    JsonSchema,
    Reading,
    ValueType,
    without_blank,
)
from conventassembler.source import MappingNode, Node, Scalar, SequenceNode
from conventassembler.source.traps import BULLET
from conventassembler.values import Blank, Origin, Text


@dataclass(frozen=True, slots=True)
class ListType(Compound):
    """Values of one type, in order."""

    name: ClassVar[str] = "liste"
    items: ValueType
    min: int | None = None
    """Fewest items."""
    max: int | None = None
    single: bool = False
    """Whether one value may be written without its dash; several lines are then several items."""
    naming: Callable[[Node], str] | None = None
    """What names an item in key paths instead of its rank, where it has such a name."""

    def read(self, node: Node, path: str, label: str) -> Reading:
        """Return a tuple of the items that could be read, or a blank, and every fault."""
        if (blank := blank_in(node, path, label)) is not None:
            return (blank,) if self.single else blank, ()
        joined: Findings = ()
        if isinstance(node, Scalar) and self.single and node.text.strip():
            if faults := no_value(node):
                return None, faults
            joined = _joined(node, label)
            node = SequenceNode(tuple(_lines(node)), node.position)
        if not isinstance(node, SequenceNode):
            return None, wrong_shape(node, label, "C133")
        if node.flow and isinstance(only := bracketed_blank(node), Scalar):
            node = replace(node, items=(only,))
        if (blank := self._all_awaited(node, path, label)) is not None:
            return blank, ()
        readings = [
            _read_item(self, item, str(rank), path, label)
            for rank, item in enumerate(node.items, 1)
        ]
        found = joined + tuple(item for _, some in readings for item in some)
        found += self.bounds(len(node.items), node.position, label)
        return tuple(value for value, _ in readings if value is not None), found

    def _all_awaited(self, node: SequenceNode, path: str, label: str) -> Blank | None:
        """Return the blank that is the only item where several are due: it stands for them all."""
        several = self.min is not None and self.min > 1 and not self.single
        return blank_in(node.items[0], path, label) if several and len(node.items) == 1 else None

    def read_item(self, item: Node, rank: str, path: str, label: str) -> Reading:
        """Return one item of a list under `path`; messages call a record « actions 3 »."""
        name = self.naming(item) if self.naming else ""
        called = f"{label} {rank}" if getattr(self.items, "ranked", False) else label
        return self.items.read(item, f"{path}[{name or rank}]", called)

    def bounds(self, count: int, position: Position, label: str) -> Findings:
        """Return the finding that a list has too few or too many items."""
        if self.min is not None and count < self.min:
            return (fault("C215", position, label=label, count=count, min=self.min),)
        if self.max is not None and count > self.max:
            return (fault("C216", position, label=label, count=count, max=self.max),)
        return ()

    def json_schema(self) -> JsonSchema:
        """Return the schema of a list, of one value where it may stand alone, or of a blank."""
        bounds = {"minItems": self.min, "maxItems": self.max}
        items: JsonSchema = {"type": "array", "items": self.items.json_schema()}
        items |= {key: bound for key, bound in bounds.items() if bound is not None}
        alone = [self.items.json_schema()] if self.single else []
        return {"anyOf": [items, *alone, dict(BLANK_REF)]}

    def show(self, value: object) -> str:
        """Return « a, b et c »."""
        values = value if isinstance(value, tuple) else (value,)
        return "".join(enumerate_with([(self.items.show(item),) for item in values]))


@recalled
def _read_item(type_: ListType, item: Node, rank: str, path: str, label: str) -> Reading:
    return type_.read_item(item, rank, path, label)


def _joined(node: Scalar, label: str) -> Findings:
    """Return the finding that lines typed one below the other are read as one."""
    told = node.style == "plain" and BULLET.match(node.text)
    lost = node.lines > 1 and "\n" not in node.text.strip() and not told
    return (fault("C143", node.position, label=label),) if lost else ()


def _lines(node: Scalar) -> list[Node]:
    lines = [line for line in node.text.split("\n") if line.strip()]
    at = node.position
    places = [Position(at.file, at.line + index, at.column, at.cell) for index in range(len(lines))]
    return [
        Scalar(line, place, node.style, node.end) for line, place in zip(lines, places, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class MapType(Compound):
    """Values of one type under keys that the writer chooses."""

    name: ClassVar[str] = "groupe"
    items: ValueType

    def read(self, node: Node, path: str, label: str) -> Reading:
        """Return a tuple of (key as a `Text`, value) in the order written, and every fault."""
        if not isinstance(node, MappingNode):
            return None, wrong_shape(node, label, "C134")
        found: list[Diagnostic] = []
        values: list[tuple[Text, object]] = []
        for pair in node.entries:
            item, faults = _read_pair(self.items, pair.key, pair.value, path)
            found += faults
            values.append(item)
        return tuple(values), tuple(found)

    def json_schema(self) -> JsonSchema:
        """Return the schema of a group with free keys."""
        return {"type": "object", "additionalProperties": self.items.json_schema()}


@recalled
def _read_pair(
    type_: ValueType, typed: Scalar, node: Node, path: str
) -> tuple[tuple[Text, object], Findings]:
    """Return a key of a map and its value."""
    key = Text(typed.text, Origin(f"{path}.{typed.text}", typed.position))
    value, found = type_.read(node, key.origin.path, typed.text)
    return (key, value), found


@dataclass(frozen=True, slots=True)
class RawType(Compound):
    """A value that is typed later, by what it is given to: its node is kept."""

    name: ClassVar[str] = "valeur"
    described: ValueType | None = None
    """What the JSON Schema says of it."""

    def read(self, node: Node, path: str, label: str) -> Reading:  # noqa: ARG002 -- a `ValueType`
        """Return the node itself."""
        return node, ()

    def json_schema(self) -> JsonSchema:
        """Return the schema of what will read it; without one, that which accepts anything."""
        return self.described.json_schema() if self.described else {}


@dataclass(frozen=True, slots=True)
class SettledType:
    """A type without blanks: the wording of the whole text hangs on its value."""

    type: ValueType

    @property
    def name(self) -> str:
        """The type's French name."""
        return self.type.name

    def read(self, node: Node, path: str, label: str) -> Reading:
        """Return what the type reads; a blank is a fault, in the brackets of a draft too."""
        blank = blank_in(node, path, label)
        value, found = self.type.read(node, path, label) if blank is None else (blank, ())
        if isinstance(value, Blank):
            return None, (fault("C220", node.position, label=label),)
        return value, found

    def json_schema(self) -> JsonSchema:
        """Return the type's schema, which then takes no blank."""
        return without_blank(self.type.json_schema())

    def show(self, value: object) -> str:
        """Return what the type shows."""
        return self.type.show(value)

    def read_back(self, text: str) -> object:
        """Return what the type reads back."""
        return self.type.read_back(text)


@dataclass(frozen=True, slots=True)
class LaterType:
    """A type that is declared further down: what lets a record hold records of its own kind."""

    name: ClassVar[str] = "fiche"
    type: Callable[[], ValueType]

    def read(self, node: Node, path: str, label: str) -> Reading:
        """Return what the type reads."""
        return self.type().read(node, path, label)

    def json_schema(self) -> JsonSchema:
        """Return the type's schema, a reference."""
        return self.type().json_schema()

    def show(self, value: object) -> str:
        """Return what the type shows."""
        return self.type().show(value)

    def read_back(self, text: str) -> object:
        """Return what the type reads back."""
        return self.type().read_back(text)
