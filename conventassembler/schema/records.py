"""Groups of keys; every fault of a group is told at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import ClassVar

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.schema.blanks import blank_in
from conventassembler.schema.called import likely
from conventassembler.schema.fields import Field, described, having, otherwise
from conventassembler.schema.former import former_key, told_former
from conventassembler.schema.hints import awaited
from conventassembler.schema.near import nearest
from conventassembler.schema.outdented import outdented
from conventassembler.schema.shapes import wrong_shape
from conventassembler.schema.types import (
    BLANK_REF,
    Compound,
    Findings,
    JsonSchema,
    Reading,
    ValueType,
)
from conventassembler.source import MappingNode, Node, Pair, Scalar, fold
from conventassembler.values import Origin, Record, key_positions, value_of


@dataclass(frozen=True, slots=True)
class RecordType(Compound):
    """A group of declared keys."""

    name: ClassVar[str] = "fiche"
    ranked: ClassVar[bool] = True
    fields: tuple[Field, ...] = ()
    title: str = ""
    """Name under which the JSON Schema describes it once for all; empty: where it stands."""
    blank: bool = True
    """Whether « à compléter » may stand for the whole group."""
    shorthand: str = ""
    """Field that a text alone gives: `- duree/tacite` for `- clause: duree/tacite`."""
    sets: tuple[tuple[str, ...], ...] = ()
    """For the JSON Schema: sets of fields of which one at least is complete."""
    filled: bool = False
    """Whether optional fields that were not written are None: a clause may then ask for them."""
    by_fold: Mapping[str, Field] = field(init=False, repr=False, compare=False)
    """The fields by their keys, folded."""
    by_name: Mapping[str, Field] = field(init=False, repr=False, compare=False)
    defaults: Mapping[str, object] = field(init=False, repr=False, compare=False)
    """What the fields are that are not written, by their names."""
    demanded: tuple[Field, ...] = field(init=False, repr=False, compare=False)
    """The fields that are required."""

    def __post_init__(self) -> None:
        """Lay out the fields, once for all the groups of all files."""
        by_fold = {key: item for item in self.fields for key in item.folded}
        object.__setattr__(self, "by_fold", by_fold)
        object.__setattr__(self, "by_name", {item.name: item for item in reversed(self.fields)})
        given = {item.name: item.default for item in self.fields if self._given(item)}
        object.__setattr__(self, "defaults", given)
        demanded = tuple(item for item in self.fields if item.required)
        object.__setattr__(self, "demanded", demanded)

    def read(self, node: Node, path: str, label: str) -> Reading:
        """Return a `Record` of the fields that were written or have a default, and every fault."""
        if self.blank and (blank := blank_in(node, path, label)) is not None:
            return blank, ()
        if isinstance(node, Scalar) and node.empty:
            return None, (fault("C107", node.position, label=label),)
        if isinstance(node, Scalar) and self.shorthand:
            node = self._spelled_out(node)
        if not isinstance(node, MappingNode):
            return None, wrong_shape(node, label, "C134")
        record, found = self._read_fields(node, path)
        missing = tuple(self._missing(record, node.position, label))
        return record, (*found, *missing)

    def relaxed(self) -> "RecordType":
        """Return the same type with nothing required, at any depth: a part of a record."""
        return replace(self, fields=tuple(_relaxed(item) for item in self.fields))

    def missing(self, record: Record, position: Position, label: str) -> Findings:
        """Return what a `record` put together from relaxed parts still lacks, at any depth."""
        found = list(self._missing(record, position, label))
        for item in self.fields:
            if isinstance(item.type, RecordType) and isinstance(
                inner := value_of(record, item.name), Record
            ):
                place = key_positions(record).get(item.name, position)
                found += item.type.missing(inner, place, item.key)
        return tuple(found)

    def _read_fields(self, node: MappingNode, path: str) -> tuple[Record, Findings]:
        layout = _laid_out(self, *[pair.key for pair in node.entries])
        if layout.unknown:  # what a key is that no field has may hang on what stands beside it
            lost = dict(outdented(node.entries, self._type_of))
            layout = self.layout([pair.key for pair in node.entries], lost)
        values, found = dict(self.defaults), list(layout.found)
        for item, rank in layout.written:
            pair = node.entries[rank]
            values[item.name], faults = read_field(item, pair.key, pair.value, path)
            found += faults
        return Record(values, Origin(path, node.position), layout.keys), tuple(found)

    def layout(self, keys: Sequence[Scalar], lost: Mapping[Position, Scalar]) -> "_Layout":
        """Return which field each of the keys of a group is, and what is wrong with them.

        A misspelt key is told, then read as the one it was meant to be: its value is checked, and
        no other fault follows from it. Those that are `lost`, by their places, belong to the keys
        above them.
        """
        written: dict[str, int] = {}
        found: list[Diagnostic] = []
        unknown = [fold(key.text) not in self.by_fold for key in keys]
        for rank in sorted(range(len(keys)), key=unknown.__getitem__):
            key = keys[rank]
            item = self.by_fold.get(fold(key.text))
            if above := lost.get(key.position):
                words = {"key": key.text, "above": above.text}
                found.append(fault("C146", key.position, **words))
            elif item is None:
                found.append(self._unknown(key))
                if meant := self._meant(key):
                    written.setdefault(meant.name, rank)
            elif item.name in written:
                found.append(_doubled(key, keys[written[item.name]]))
            else:
                written[item.name] = rank
        fields = tuple((self.by_name[name], rank) for name, rank in written.items())
        places = {name: keys[rank].position for name, rank in written.items()}
        return _Layout(fields, tuple(found), places, any(unknown))

    def knows(self, key: str) -> bool:
        """Tell whether `key` is one of its keys, or near one."""
        return fold(key) in self.by_fold or bool(nearest(key, self.by_fold))

    def _type_of(self, key: str) -> ValueType | None:
        item = self.by_fold.get(fold(key))
        return item.type if item else None

    def _meant(self, key: Scalar) -> Field | None:
        if now := former_key(self.fields, key.text):
            return self.by_fold[fold(now)]
        near = nearest(key.text, self.by_fold)
        return self.by_fold[near["suggestion"]] if near else None

    def _given(self, item: Field) -> bool:
        return item.default is not None or (self.filled and not item.required)

    def _spelled_out(self, node: Scalar) -> MappingNode:
        key = replace(node, text=self.by_name[self.shorthand].key)
        return MappingNode((Pair(key, node),), node.position)

    def _keys(self) -> tuple[str, ...]:
        return tuple(item.key for item in self.fields)

    def _unknown(self, key: Scalar) -> Diagnostic:
        if former := told_former(self.fields, key.text, key.position):
            return former
        meant = self._meant(key)
        near = {"suggestion": meant.key} if meant else likely(key.text, self._keys())
        accepted = ", ".join(self._keys())
        return fault("C103", key.position, key=key.text, accepted=accepted, **near)

    def _missing(self, record: Record, position: Position, label: str) -> Iterator[Diagnostic]:
        for item in self.demanded:
            if item.name not in record:
                about = awaited(item.label or item.key, item.type)
                yield fault(item.missing, position, key=item.key, label=label, about=about)

    def json_schema(self) -> JsonSchema:
        """Return a reference to the record's definition, or its definition where it has no name."""
        schema: JsonSchema = {"$ref": f"#/$defs/{self.title}"} if self.title else self.definition()
        if self.shorthand:
            alone = self.by_name[self.shorthand].type.json_schema()
            schema = {"anyOf": [*_alternatives(alone), schema]}
        return {"anyOf": [*_alternatives(schema), dict(BLANK_REF)]} if self.blank else schema

    def definition(self) -> JsonSchema:
        """Return the schema of the group, French keys in the order of the fields.

        Those are what editors propose; the patterns are of the same keys in other spellings.
        """
        schema: JsonSchema = {
            "type": "object",
            "properties": {key: described(item) for item in self.fields for key in item.french},
            "patternProperties": {otherwise(item): described(item) for item in self.fields},
            "additionalProperties": False,
        }
        if required := [[item] for item in self.fields if item.required]:
            schema["allOf"] = [having(items) for items in required]
        if self.sets:
            schema["anyOf"] = [having([self.by_name[one] for one in names]) for names in self.sets]
        return schema


@dataclass(frozen=True, slots=True)
class _Layout:
    """What the keys of a group say, whatever stands behind them."""

    written: tuple[tuple[Field, int], ...]
    """The fields that are written, each with the rank of its line."""
    found: Findings
    keys: Mapping[str, Position]
    """Where each field is written."""
    unknown: bool
    """Whether one of the keys is that of no field."""


@recalled
def _laid_out(type_: RecordType, *keys: Scalar) -> _Layout:
    """Return what these keys say: of the same keys the same, whatever a row has behind them."""
    return type_.layout(keys, {})


@recalled
def read_field(item: Field, key: Scalar, value: Node, path: str) -> Reading:
    """Return the value of one written field of what stands at `path`.

    A key with nothing after it is told once.
    """
    if isinstance(value, Scalar) and value.empty:
        return None, (fault("C107", key.position, label=key.text),)
    return item.type.read(value, f"{path}.{item.name}" if path else item.name, key.text)


def _alternatives(schema: JsonSchema) -> list[JsonSchema]:
    """Return what `schema` chooses among, where it does nothing else; else itself alone."""
    among = schema.get("anyOf")
    return list(among) if isinstance(among, list) and len(schema) == 1 else [schema]


def _relaxed(item: Field) -> Field:
    inner = item.type.relaxed() if isinstance(item.type, RecordType) else item.type
    return replace(item, type=inner, required=False)


def _doubled(key: Scalar, earlier: Scalar) -> Diagnostic:
    """Two keys that mean one field: « visas » and « recitals »."""
    return fault("C101", key.position, key=key.text, line=earlier.position.line)
