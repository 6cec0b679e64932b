"""Groups of keys: fields and records; every fault of a group is told at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cache
from typing import ClassVar

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.schema.blanks import blank_in
from conventassembler.schema.called import likely
from conventassembler.schema.former import former_key, told_former
from conventassembler.schema.hints import awaited
from conventassembler.schema.keys import keys_of
from conventassembler.schema.near import nearest
from conventassembler.schema.outdented import outdented
from conventassembler.schema.shapes import wrong_shape
from conventassembler.schema.spellings import spelled
from conventassembler.schema.types import (
    BLANK_REF,
    Compound,
    Findings,
    JsonSchema,
    Reading,
    ValueType,
)
from conventassembler.source import MappingNode, Node, Pair, Scalar, fold
from conventassembler.values import Origin, Record, Text, key_positions, value_of


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record; a clause parameter is one too."""

    name: str
    """As code and clauses call it."""
    keys: tuple[str, ...]
    """The keys accepted for it, the canonical one first."""
    type: ValueType
    required: bool = False
    default: object = None
    label: str = ""
    help: str = ""
    missing: str = "C102"
    """Code of the finding that it is missing."""
    written_default: Node | None = None
    """The default as it was typed, for whoever writes it elsewhere."""
    replaces: tuple[Text, ...] = ()
    """Keys that it had in the past, as typed."""
    role: str = ""
    """What it is in the life of the act: one of `roles.ROLES`, or nothing."""

    @property
    def key(self) -> str:
        """The key that messages propose."""
        return self.keys[0]

    @property
    def folded(self) -> tuple[str, ...]:
        """The keys as those of a file are compared with them."""
        return _folded(self.keys)

    @property
    def french(self) -> tuple[str, ...]:
        """The keys without the English one, which comes last, and `with`, which is another."""
        return tuple(key for key in self.keys[:-1] if key != "with") or self.keys


@cache
def _folded(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys of one field folded, once for all the groups of all files."""
    return tuple(map(fold, keys))


def declare(
    name: str,
    type_: ValueType,
    help_: str = "",
    *,
    required: bool = False,
    row: str = "",
    missing: str = "C102",
) -> Field:
    """Return the field `name`, its keys taken from the table of keys (row `name`, or `row`)."""
    return Field(name, keys_of(row or name), type_, required, help=help_, missing=missing)


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

    def __post_init__(self) -> None:
        """Lay out the fields, once for all the groups of all files."""
        by_fold = {key: item for item in self.fields for key in item.folded}
        object.__setattr__(self, "by_fold", by_fold)
        object.__setattr__(self, "by_name", {item.name: item for item in reversed(self.fields)})

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
            inner = value_of(record, item.name)
            if isinstance(item.type, RecordType) and isinstance(inner, Record):
                place = key_positions(record).get(item.name, position)
                found += item.type.missing(inner, place, item.key)
        return tuple(found)

    def _read_fields(self, node: MappingNode, path: str) -> tuple[Record, Findings]:
        written, found = self._sorted_out(node)
        values: dict[str, object] = {
            item.name: item.default for item in self.fields if self._given(item)
        }
        for name, pair in written.items():
            inner = f"{path}.{name}" if path else name
            values[name], faults = read_field(self._field(name), pair, inner)
            found += faults
        keys = {name: pair.key.position for name, pair in written.items()}
        return Record(values, Origin(path, node.position), keys), tuple(found)

    def _sorted_out(self, node: MappingNode) -> tuple[dict[str, Pair], list[Diagnostic]]:
        """Return the lines by field, and what is wrong with their keys.

        A misspelt key is told, then read as the one it was meant to be: its value is checked, and
        no other fault follows from it.
        """
        written: dict[str, Pair] = {}
        found: list[Diagnostic] = []
        lost = dict(outdented(node.entries, self._type_of))
        for pair in sorted(node.entries, key=self._is_unknown):
            item = self.by_fold.get(fold(pair.key.text))
            if above := lost.get(pair.key.position):
                words = {"key": pair.key.text, "above": above.text}
                found.append(fault("C146", pair.key.position, **words))
            elif item is None:
                found.append(self._unknown(pair))
                if meant := self._meant(pair):
                    written.setdefault(meant.name, pair)
            elif earlier := written.get(item.name):
                found.append(_doubled(pair, earlier))
            else:
                written[item.name] = pair
        return written, found

    def knows(self, key: str) -> bool:
        """Tell whether `key` is one of its keys, or near one."""
        return fold(key) in self.by_fold or bool(nearest(key, self.by_fold))

    def _type_of(self, key: str) -> ValueType | None:
        item = self.by_fold.get(fold(key))
        return item.type if item else None

    def _is_unknown(self, pair: Pair) -> bool:
        return fold(pair.key.text) not in self.by_fold

    def _meant(self, pair: Pair) -> Field | None:
        if now := former_key(self.fields, pair.key.text):
            return self.by_fold[fold(now)]
        near = nearest(pair.key.text, self.by_fold)
        return self.by_fold[near["suggestion"]] if near else None

    def _given(self, item: Field) -> bool:
        return item.default is not None or (self.filled and not item.required)

    def _spelled_out(self, node: Scalar) -> MappingNode:
        key = replace(node, text=self._field(self.shorthand).key)
        return MappingNode((Pair(key, node),), node.position)

    def _field(self, name: str) -> Field:
        return self.by_name[name]

    def _keys(self) -> tuple[str, ...]:
        return tuple(item.key for item in self.fields)

    def _unknown(self, pair: Pair) -> Diagnostic:
        key, place = pair.key.text, pair.key.position
        if former := told_former(self.fields, key, place):
            return former
        meant = self._meant(pair)
        near = {"suggestion": meant.key} if meant else likely(key, self._keys())
        accepted = ", ".join(self._keys())
        return fault("C103", place, key=key, accepted=accepted, **near)

    def _missing(self, record: Record, position: Position, label: str) -> Iterator[Diagnostic]:
        for item in self.fields:
            if item.required and item.name not in record:
                about = awaited(item.label or item.key, item.type)
                yield fault(item.missing, position, key=item.key, label=label, about=about)

    def json_schema(self) -> JsonSchema:
        """Return a reference to the record's definition, or its definition where it has no name."""
        schema: JsonSchema = {"$ref": f"#/$defs/{self.title}"} if self.title else self.definition()
        if self.shorthand:
            alone = self._field(self.shorthand).type.json_schema()
            schema = {"anyOf": [*_alternatives(alone), schema]}
        return {"anyOf": [*_alternatives(schema), dict(BLANK_REF)]} if self.blank else schema

    def definition(self) -> JsonSchema:
        """Return the schema of the group, French keys in the order of the fields.

        Those are what editors propose; the patterns are of the same keys in other spellings.
        """
        schema: JsonSchema = {
            "type": "object",
            "properties": {key: _described(item) for item in self.fields for key in item.french},
            "patternProperties": {otherwise(item): _described(item) for item in self.fields},
            "additionalProperties": False,
        }
        if required := [[item] for item in self.fields if item.required]:
            schema["allOf"] = [having(items) for items in required]
        if self.sets:
            schema["anyOf"] = [having([self._field(name) for name in names]) for names in self.sets]
        return schema


@recalled
def read_field(item: Field, pair: Pair, path: str) -> Reading:
    """Return the value of one written field; a key with nothing after it is told once."""
    if isinstance(pair.value, Scalar) and pair.value.empty:
        return None, (fault("C107", pair.key.position, label=pair.key.text),)
    return item.type.read(pair.value, path, pair.key.text)


def pattern_of(item: Field) -> str:
    """Return the pattern of the keys that are read as the field."""
    return spelled(item.keys)


def otherwise(item: Field) -> str:
    """Return the pattern of those keys that the schema does not propose."""
    return spelled(item.keys, but=item.french)


def having(items: Sequence[Field]) -> JsonSchema:
    """Return the schema of a group in which all of `items` are written, however they are spelt."""
    canonical: JsonSchema = {"required": [item.key for item in items]}
    others: list[JsonSchema] = [written(item) for item in items]
    return {"anyOf": [canonical, others[0] if len(others) == 1 else {"allOf": others}]}


def written(item: Field) -> JsonSchema:
    """Return the schema of a group in which one key is read as `item`."""
    return {"not": {"propertyNames": {"not": {"pattern": pattern_of(item)}}}}


def _alternatives(schema: JsonSchema) -> list[JsonSchema]:
    """Return what `schema` chooses among, where it does nothing else; else itself alone."""
    among = schema.get("anyOf")
    return list(among) if isinstance(among, list) and len(schema) == 1 else [schema]


def _relaxed(item: Field) -> Field:
    inner = item.type.relaxed() if isinstance(item.type, RecordType) else item.type
    return replace(item, type=inner, required=False)


def _doubled(pair: Pair, earlier: Pair) -> Diagnostic:
    """Two keys that mean one field: « visas » and « recitals »."""
    line = earlier.key.position.line
    return fault("C101", pair.key.position, key=pair.key.text, line=line)


def _described(item: Field) -> JsonSchema:
    words = " ".join(part for part in (item.label, item.help) if part)
    return item.type.json_schema() | ({"description": words} if words else {})
