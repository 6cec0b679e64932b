"""A parameter's declaration in a front matter -> its type: `{type: entier, min: 1, max: 10}`."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.schema.days import DatesType, DateType
from conventassembler.schema.fields import Field, declare
from conventassembler.schema.identifiers import (
    BicType,
    CourtType,
    IbanType,
    PhoneType,
    SirenType,
    SiretType,
)
from conventassembler.schema.keys import KEYS
from conventassembler.schema.lists import ListType, RawType, SettledType
from conventassembler.schema.near import nearest
from conventassembler.schema.numbers import AmountType, DurationType, IntegerType, PercentageType
from conventassembler.schema.pick import items, pick, text
from conventassembler.schema.records import RecordType
from conventassembler.schema.roles import ROLES
from conventassembler.schema.texts import (
    ChoiceType,
    OfficeType,
    PartyType,
    RichTextType,
    TextType,
    YesNoType,
)
from conventassembler.schema.types import Findings, ValueType
from conventassembler.source import MappingNode, Node, fold, identifier
from conventassembler.values import Blank, Integer, Record, Text, key_positions, value_of

_BOUNDED: dict[str, Callable[[int | None, int | None], ValueType]] = {
    "texte": TextType,
    "fonction": OfficeType,
    "entier": IntegerType,
    "montant": AmountType,
    "pourcentage": PercentageType,
}
_SIMPLE: dict[str, ValueType] = {
    "texte riche": RichTextType(),
    "date": DateType(),
    "dates": DatesType(),
    "durée": DurationType(),
    "oui-non": YesNoType(),
    "partie": PartyType(),
    "siren": SirenType(),
    "siret": SiretType(),
    "iban": IbanType(),
    "bic": BicType(),
    "téléphone": PhoneType(),
    "tribunal": CourtType(),
}
TYPE_NAMES = (*_BOUNDED, *_SIMPLE, "choix", "liste", "fiche")
"""The types that a front matter may name."""

RESERVED = (
    *("acte", "parties", "annexes", "ref", "existe", "loop"),
    *("and", "or", "not", "in", "is", "if", "elif", "else", "for", "set", "true", "false", "none"),
)
"""Names that a clause body has already, and words of Jinja."""

_BY_FOLD = {fold(name): name for name in TYPE_NAMES}
_USES = {
    "min": {*_BOUNDED, "liste"},
    "max": {*_BOUNDED, "liste"},
    "choices": {"choix"},
    "items": {"liste"},
    "fields": {"fiche"},
}
"""The types for which each attribute means something."""

_DECLARATION = RecordType(
    (
        declare("type", SettledType(TextType())),
        declare("min", SettledType(IntegerType())),
        declare("max", SettledType(IntegerType())),
        declare("choices", SettledType(ListType(SettledType(TextType()), min=1))),
        declare("items", RawType()),
        declare("fields", RawType()),
        declare("default", RawType()),
        declare("label", TextType()),
        declare("help", TextType()),
        declare("optional", SettledType(YesNoType())),
        declare("replaces", SettledType(ListType(SettledType(TextType()), single=True))),
        declare("role", SettledType(ChoiceType(tuple(ROLES)))),
        declare("extends", SettledType(TextType())),  # the library has replaced what it takes
    ),
    blank=False,
)


def type_from(node: Node, label: str) -> tuple[ValueType | None, Findings]:
    """Return the type that a declaration says, or None with every fault of the declaration."""
    record, found = _read(node, label)
    if record is None:
        return None, found
    type_, faults = _type(record, node.position, label)
    return type_, (*found, *faults)


def field_from(key: str, position: Position, node: Node) -> tuple[Field | None, Findings]:
    """Return the field or parameter that `key: {type: ...}` declares, and every fault.

    Its name is the key as an identifier; it is required unless it is optional or has a default. A
    list that a text counts on, because it is required or has items by default, takes no `[]` unless
    its declaration says `min: 0`.
    One whose type is faulty takes any value, so that no other fault follows; None where its name
    cannot be used.
    """
    name = identifier(key)
    record, found = _read(node, key)
    if not name.isidentifier() or name in RESERVED:
        reserved = fault("C422", position, key=key, reserved=", ".join(RESERVED))
        return None, (reserved, *found)
    if record is None:
        return Field(name, (key,), RawType()), found
    type_, faults = _type(record, node.position, key)
    if type_ is None:
        return Field(name, (key,), RawType()), (*found, *faults)
    default, wrong = _default(record, type_, key)
    required = not pick(record, "optional", bool) and "default" not in record
    label, help_ = (str(text(record, part) or "") for part in ("label", "help"))
    if isinstance(type_, ListType) and type_.min is None and (required or _says(default)):
        type_ = replace(type_, min=1)
    written = cast("Node | None", value_of(record, "default"))
    former = items(record, "replaces", Text)
    role, bad_role = _role(record, type_)
    whole = Field(
        *(name, (key,), type_, required, default, label, help_),
        missing="C508",
        written_default=written,
        replaces=former,
        role=str(role),
    )
    return whole, (*found, *faults, *wrong, *bad_role)


def _role(record: Record, type_: ValueType) -> tuple[str, Findings]:
    """Return the role that a declaration gives, or the finding that no such type can have it."""
    role = text(record, "role")
    if role is None:
        return "", ()
    if type_.name != ROLES[str(role)]:
        where = key_positions(record)["role"]
        return "", (fault("C421", where, key=KEYS["role"][0], type=type_.name),)
    return str(role), ()


def _read(node: Node, label: str) -> tuple[Record | None, Findings]:
    value, found = _DECLARATION.read(node, "", label)
    return (value if isinstance(value, Record) else None), found


def _default(record: Record, type_: ValueType, key: str) -> tuple[object, Findings]:
    if "default" not in record:
        return None, ()
    return type_.read(cast(Node, record["default"]), identifier(key), key)


def _says(default: object) -> bool:
    """Tell whether a default shows something: items, or a blank."""
    return isinstance(default, Blank) or bool(default)


def _type(record: Record, position: Position, label: str) -> tuple[ValueType | None, Findings]:
    written = text(record, "type")
    if written is None:
        told = "type" in record or "extends" in record
        return None, () if told else (_lacks(position, label, "type"),)
    name = _BY_FOLD.get(fold(written))
    if name is None:
        known = ", ".join(TYPE_NAMES)
        place = written.origin.position or position
        near = nearest(written, TYPE_NAMES)
        return None, (fault("C420", place, value=written, known=known, **near),)
    found = [*_misplaced(record, name), *_bounds(record)]
    type_, faults = _built(record, name, position, label)
    return type_, (*found, *faults)


def _built(
    record: Record, name: str, position: Position, label: str
) -> tuple[ValueType | None, Findings]:
    low, high = (_bound(record, bound) for bound in ("min", "max"))
    if low is not None and high is not None and low > high:
        low = high = None  # told already; nothing fits between them
    if name in _BOUNDED:
        return _BOUNDED[name](low, high), ()
    if name in _SIMPLE:
        return _SIMPLE[name], ()
    if name == "choix":
        return _choice(record, position, label)
    if name == "liste":
        items, found = _inner(record, "items", position, label)
        return (ListType(items, low, high) if items else None), found
    return _record(record, position, label)


def _bound(record: Record, name: str) -> int | None:
    bound = pick(record, name, Integer)
    return None if bound is None else int(bound)


def _choice(record: Record, position: Position, label: str) -> tuple[ValueType | None, Findings]:
    choices = pick(record, "choices", tuple)
    if choices is None:
        faults = () if "choices" in record else (_lacks(position, label, "choices"),)
        return None, faults
    return ChoiceType(tuple(str(choice) for choice in choices)), ()


def _inner(
    record: Record, name: str, position: Position, label: str
) -> tuple[ValueType | None, Findings]:
    if name not in record:
        return None, (_lacks(position, label, name),)
    return type_from(cast(Node, record[name]), label)


def _record(record: Record, position: Position, label: str) -> tuple[ValueType | None, Findings]:
    if "fields" not in record:
        return None, (_lacks(position, label, "fields"),)
    fields, found = fields_from(cast(Node, record["fields"]), label)
    return RecordType(fields, filled=True), found


def fields_from(node: Node, label: str) -> tuple[tuple[Field, ...], Findings]:
    """Return the fields that a group of declarations says, leaving the faulty ones out."""
    if not isinstance(node, MappingNode):
        _, found = RecordType(blank=False).read(node, "", label)
        return (), found
    readings = [field_from(p.key.text, p.key.position, p.value) for p in node.entries]
    faults = tuple(item for _, some in readings for item in some)
    return tuple(item for item, _ in readings if item is not None), faults


def _lacks(position: Position, label: str, name: str) -> Diagnostic:
    return fault("C102", position, key=KEYS[name][0], label=label)


def _misplaced(record: Record, name: str) -> Findings:
    return tuple(
        fault("C421", key_positions(record)[part], key=KEYS[part][0], type=name)
        for part, types in _USES.items()
        if part in key_positions(record) and name not in types
    )


def _bounds(record: Record) -> Findings:
    low, high = _bound(record, "min"), _bound(record, "max")
    if low is not None and high is not None and low > high:
        return (fault("C423", key_positions(record)["max"], min=low, max=high),)
    return ()
