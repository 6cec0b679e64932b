"""The catalogue as JSON, for other programs: the keys that `docs/commands.md` describes.

Keys keep their names and are always there; a value that is not there is null, "" or [].
"""

from collections.abc import Iterable

from conventassembler.agreement.model import Argument, Entry
from conventassembler.catalogue.model import Catalogue, Family, RegisteredParty
from conventassembler.library.model import Model, Parameter, Variant
from conventassembler.schema import Field, ListType, RecordType
from conventassembler.schema.types import ValueType
from conventassembler.source import plain
from conventassembler.values import Blank

Json = dict[str, object]

FORMAT = 1
"""Version of the projection: it grows when a key changes its meaning."""


def to_json(catalogue: Catalogue) -> Json:
    """Return the catalogue in values that JSON knows, in the order of the catalogue."""
    return {
        "format": FORMAT,
        "models": [_model(item) for item in catalogue.models],
        "families": [_family(item) for item in catalogue.families],
        "parties": [_party(item) for item in catalogue.parties],
    }


def _model(model: Model) -> Json:
    proposal = model.proposal
    return {
        "id": model.id,
        "file": model.file,
        "act": str(model.act),
        "choose_when": model.choose_when,
        "bases": list(model.bases),
        "order": _texts(model.order),
        "party_clause": str(model.party_clause),
        "title": _text(proposal.title),
        "parties": [str(key) for key, _ in proposal.parties],
        "preamble": [_entry(item) for item in proposal.preamble],
        "clauses": [_entry(item) for item in proposal.clauses],
        "annexes": [_annex(item) for item in proposal.annexes],
        "requires": _texts(model.requires),
    }


def _entry(entry: Entry) -> Json:
    return {
        "clause": _text(entry.clause),
        "title": _text(entry.title),
        "heading": _text(entry.heading),
        "anchor": _text(entry.anchor),
        "number": _text(entry.number),
        "values": _values(entry.values),
        "data": _text(entry.data),
        "text": _text(entry.text),
        "entries": [_entry(item) for item in entry.entries],
    }


def _annex(entry: Entry) -> Json:
    return {**_entry(entry), "to_join": entry.to_join}


def _family(family: Family) -> Json:
    return {"id": family.id, "variants": [_variant(item) for item in family.variants]}


def _variant(variant: Variant) -> Json:
    return {
        "id": variant.id,
        "file": variant.file,
        "title": str(variant.title),
        "choose_when": variant.choose_when,
        "parameters": [_parameter(item) for item in variant.parameters.values()],
        "requires": _texts(variant.requires),
        "excludes": _texts(variant.excludes),
        "basis": list(variant.basis),
        "reviewed": variant.reviewed.isoformat() if variant.reviewed else None,
        "example": _values(variant.examples),
        "replaces": _texts(variant.replaces),
    }


def _parameter(parameter: Parameter | Field) -> Json:
    return {
        "key": parameter.key,
        "name": parameter.name,
        **_type(parameter.type),
        "required": parameter.required,
        "default": plain(parameter.written_default),
        "label": parameter.label,
        "help": parameter.help,
        "replaces": _texts(parameter.replaces),
    }


def _type(type_: ValueType) -> Json:
    return {
        "type": type_.name,
        "min": getattr(type_, "min", None),
        "max": getattr(type_, "max", None),
        "choices": list(getattr(type_, "choices", ())),
        "items": _type(type_.items) if isinstance(type_, ListType) else None,
        "fields": [_parameter(item) for item in _fields(type_)],
    }


def _fields(type_: ValueType) -> tuple[Field, ...]:
    return type_.fields if isinstance(type_, RecordType) else ()


def _party(party: RegisteredParty) -> Json:
    return {
        "id": party.id,
        "file": party.file,
        "kind": party.kind,
        "name": party.name,
        "full_name": party.full_name,
        "short_name": party.short_name,
        "agreements": list(party.agreements),
    }


def _text(value: str | Blank | None) -> str | None:
    return None if value is None else str(value)


def _values(arguments: Iterable[Argument]) -> Json:
    """Return values by key, as typed."""
    return {argument.key: plain(argument.node) for argument in arguments}


def _texts(values: Iterable[str]) -> list[str]:
    return [str(value) for value in values]
