"""The JSON Schema of entries: which clauses there are, and which values each of them takes.

What stands under `valeurs` hangs on the clause beside it: one condition a clause says so.
"""

from collections.abc import Iterable, Mapping

from conventassembler.agreement.forms import ANNEX, ENTRY, PREAMBLE
from conventassembler.draft.headings import NO_HEADING
from conventassembler.editors.known import (
    Known,
    choice,
    meaning,
    proposed,
    spelled_choice,
    variants,
)
from conventassembler.library.model import Parameter, Variant
from conventassembler.schema import Field, RecordType
from conventassembler.schema.fields import having, otherwise, written
from conventassembler.schema.types import JsonSchema

_IN_PREAMBLE = "preamble-entry"
_VALUES = "values-of-clauses"
_CLAUSE, _PREAMBLE_CLAUSE = "clause-name", "preamble-clause-name"


def filled(record: RecordType, schema: JsonSchema, values: Mapping[str, JsonSchema]) -> JsonSchema:
    """Return the definition `schema` of `record` with what may stand after some of its fields."""
    keys: JsonSchema = dict(schema["properties"])  # type: ignore[call-overload]
    patterns: JsonSchema = dict(schema["patternProperties"])  # type: ignore[call-overload]
    for item in record.fields:
        if item.name in values:
            told = values[item.name] | ({"description": item.help} if item.help else {})
            patterns[otherwise(item)] = told
            keys |= dict.fromkeys(item.french, told)
    return schema | {"properties": keys, "patternProperties": patterns}


def entry_definitions(known: Known, *, whole: bool = True) -> JsonSchema:
    """Return the definitions of entries, of annexes, and of the values of each clause, by name.

    Where they are not `whole`, as in a model, no value needs to be given.
    """
    found = tuple(known.library.variants.values())
    values = {_values_name(one): values_of(one) for one in found}
    needed = {_needs_name(one): _needed(one) for one in found if whole and _needs(one)}
    return {
        _CLAUSE: choice(_clauses(known)),
        _PREAMBLE_CLAUSE: choice(_clauses(known, preamble=True)),
        "entry": _entry(ENTRY, "entry", known),
        _IN_PREAMBLE: _entry(ENTRY, _IN_PREAMBLE, known),
        "annex": _entry(ANNEX, "entry", known),
        _VALUES: {"allOf": [_when(one, whole=whole) for one in found]},
        **values,
        **needed,
    }


def entries(*, preamble: bool = False) -> JsonSchema:
    """Return the schema of a list of entries, of which each may be the name of a clause alone."""
    return _list(_PREAMBLE_CLAUSE, _IN_PREAMBLE) if preamble else _list(_CLAUSE, "entry")


def annexes() -> JsonSchema:
    """Return the schema of a list of annexes."""
    return _list(_CLAUSE, "annex")


def _list(clause: str, entry: str) -> JsonSchema:
    return {"type": "array", "items": {"anyOf": [_ref(clause), _ref(entry)]}}


def _ref(name: str) -> JsonSchema:
    return {"$ref": f"#/$defs/{name}"}


def family(known: Known, name: str) -> JsonSchema:
    """Return the choice among the variants of one family, with or without its name."""
    found = known.library.variants_of(name)
    short = {one.id.partition("/")[2]: meaning(one) for one in found}
    return choice(short | variants(found))


def _clauses(known: Known, *, preamble: bool = False) -> dict[str, str]:
    unread = sorted(id_ for id_ in known.library.unread if "/" in id_)
    names = variants(known.library.variants.values()) | dict.fromkeys(unread, "")
    own = known.library.variants_of(PREAMBLE) if preamble else ()
    return names | {one.id.partition("/")[2]: meaning(one) for one in own}


def _entry(record: RecordType, below: str, known: Known) -> JsonSchema:
    """Return the definition of an entry below which stand entries of the definition `below`."""
    preamble = below == _IN_PREAMBLE
    values = {
        "clause": _ref(_PREAMBLE_CLAUSE if preamble else _CLAUSE),
        "entries": entries(preamble=preamble),
        "data": proposed(dict.fromkeys(known.data, ""), _TEXT),
    }
    if any(item.name == "heading" for item in record.fields):
        values["heading"] = spelled_choice(_headings(known))
    return filled(record, record.definition(), values) | {"allOf": [_ref(_VALUES)]}


_TEXT: JsonSchema = {"type": "string"}


def _headings(known: Known) -> dict[str, str]:
    """Return the kinds of headings of all models, with the models that have each."""
    users: dict[str, list[str]] = {NO_HEADING: []}
    for model in known.library.models.values():
        for scheme in model.headings.values():
            users.setdefault(scheme.key or scheme.name, []).append(model.id)
    return {name: ", ".join(models) for name, models in users.items()}


_FIELDS = {item.name: item for item in ENTRY.fields}


def _when(variant: Variant, *, whole: bool) -> JsonSchema:
    """Return what an entry that names `variant` may give it, and must.

    In a preamble, the variant alone is its name; elsewhere that is no clause at all.
    """
    family, _, short = variant.id.partition("/")
    names = [variant.id, short] if family == PREAMBLE else [variant.id]
    then = _under_values(_ref(_values_name(variant)))
    if whole and _needs(variant):
        then["allOf"] = [_ref(_needs_name(variant))]
    key = _FIELDS["clause"].key
    whole_name = f"^(?:{'|'.join(names)})$"  # editors take a `const` for the beginning of a name
    named = {"properties": {key: {"type": "string", "pattern": whole_name}}, "required": [key]}
    return {"if": named, "then": then}


def _under_values(schema: JsonSchema) -> JsonSchema:
    """Return the schema of an entry whose values, if it has any, are as `schema` says."""
    values = _FIELDS["values"]
    keys = dict.fromkeys(values.french, schema)
    return {"properties": keys, "patternProperties": {otherwise(values): schema}}


def _needs(variant: Variant) -> list[Field]:
    return [_field(one) for one in variant.parameters.values() if one.required]


def _needed(variant: Variant) -> JsonSchema:
    """Return what an entry must give its clause, unless a file of values gives it."""
    lacking = {"allOf": [having([_FIELDS["values"]])]} | _under_values(having_each(_needs(variant)))
    return {"if": written(_FIELDS["data"]), "else": lacking}


def having_each(items: Iterable[Field]) -> JsonSchema:
    """Return the schema of a group in which each of `items` is written, told one by one."""
    return {"allOf": [having([item]) for item in items]}


def _values_name(variant: Variant) -> str:
    return f"valeurs.{variant.id.replace('/', '.')}"


def _needs_name(variant: Variant) -> str:
    return f"besoins.{variant.id.replace('/', '.')}"


def values_of(variant: Variant) -> JsonSchema:
    """Return the schema of the values of a variant: its parameters, none of them needed."""
    fields = tuple(_field(one) for one in variant.parameters.values())
    return RecordType(fields).definition() | {"description": meaning(variant)}


def _field(parameter: Parameter) -> Field:
    """Return a parameter as a field that no definition needs."""
    words = parameter.help
    if parameter.default is not None:
        words = f"{words} (facultatif)".strip()
    return Field(
        parameter.name, (parameter.key,), parameter.type, label=parameter.label, help=words
    )
