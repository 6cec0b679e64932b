"""The JSON Schema of each kind of file of a workspace, with the choices that it offers."""

from collections.abc import Callable, Mapping

from conventassembler.agreement.forms import (
    AGREEMENT,
    PARTNER_ENTRY,
    PARTY_ENTRY,
    PARTY_FILE,
    PRESENTATIONS,
)
from conventassembler.agreement.recital_forms import RECITAL
from conventassembler.editors.entries import (
    annexes,
    entries,
    entry_definitions,
    family,
    filled,
    values_of,
)
from conventassembler.editors.known import Known, choice, proposed, records, spelled_choice
from conventassembler.french.kinds import kinds
from conventassembler.library.forms import ANNEX_OUTLINE, MODEL, STATUTES
from conventassembler.library.model import PARTS
from conventassembler.schema import FORMAT, RecordType, SettledType, TextType, document_schema
from conventassembler.schema.types import JsonSchema
from conventassembler.settings import LOGO, SETTINGS

_TEXT = TextType().json_schema()
_SETTLED = SettledType(TextType()).json_schema()


def agreement(known: Known) -> JsonSchema:
    """Return the schema of `agreements/NAME.yaml`."""
    own: dict[str, JsonSchema] = {
        "model": choice(_models(known)),
        "party_clause": family(known, PRESENTATIONS),
        "template": _template(known),
    }
    whole = document_schema(AGREEMENT, "Convention")
    schema = filled(AGREEMENT, whole, own | _proposals(known))
    defined = {one.title: _party(one, known) for one in (PARTY_ENTRY, PARTNER_ENTRY)}
    return _defining(schema, defined | entry_definitions(known))


def party(known: Known) -> JsonSchema:
    """Return the schema of `agreements/parties/ID.yaml`."""
    return _party(PARTY_FILE, known, document_schema(PARTY_FILE, "Fiche d'une partie"))


def model(known: Known) -> JsonSchema:
    """Return the schema of `clauses/models/NAME.yaml`."""
    outline = filled(ANNEX_OUTLINE, ANNEX_OUTLINE.definition(), {"entries": annexes()})
    part = {"type": "string", "enum": list(PARTS)}
    own: dict[str, JsonSchema] = {
        "extends": choice(_models(known)),
        "order": {"type": "array", "minItems": 1, "items": part},
        "party_clause": choice(_ids(known, PRESENTATIONS)),
        "group_clause": choice(_ids(known, PRESENTATIONS)),
        "partner_clause": choice(_ids(known, PRESENTATIONS)),
    }
    schema = filled(MODEL, document_schema(MODEL, "Modèle"), own | _proposals(known))
    schema = filled(MODEL, schema, {"annexes": {"anyOf": [annexes(), outline]}})
    # What a model leaves out, it may take from another.
    free = {name: schema[name] for name in schema if name != "allOf"}
    defined = {PARTY_ENTRY.title: _party(PARTY_ENTRY, known) | {"anyOf": [{}]}}
    return _defining(free, defined | entry_definitions(known, whole=False))


def data(known: Known) -> JsonSchema:
    """Return the schema of `agreements/NAME/FILE.yaml`: the values that clauses may share."""
    head = RecordType((FORMAT,), blank=False)
    schema = document_schema(head, "Valeurs que des clauses ont en commun")
    names: dict[str, object] = dict(schema["properties"])  # type: ignore[call-overload]
    patterns: dict[str, list[object]] = {}
    for variant in known.library.variants.values():
        values = values_of(variant)
        for key, said in values["properties"].items():  # type: ignore[attr-defined]
            names.setdefault(key, said)
        for pattern, accepted in values["patternProperties"].items():  # type: ignore[attr-defined]
            several = patterns.setdefault(pattern, [])
            several += [] if accepted in several else [accepted]
    joined = {pattern: _any_of(several) for pattern, several in patterns.items()}
    fixed: JsonSchema = dict(schema["patternProperties"])  # type: ignore[call-overload]
    return schema | {"properties": names, "patternProperties": joined | fixed}


def settings(known: Known) -> JsonSchema:
    """Return the schema of `conventassembler.toml`."""
    logo = filled(LOGO, LOGO.definition(), {"party": spelled_choice(records(known.registry))})
    logos: JsonSchema = {"type": "array", "items": logo}
    schema = document_schema(SETTINGS, "Réglages de la maison")
    return filled(SETTINGS, schema, {"template": _template(known), "logos": logos})


SCHEMAS: Mapping[str, Callable[[Known], JsonSchema]] = {
    "agreement": agreement,
    "party": party,
    "data": data,
    "model": model,
    "settings": settings,
}
"""What makes the schema of each kind of file, by the name of the kind."""


def _any_of(several: list[object]) -> object:
    return several[0] if len(several) == 1 else {"anyOf": several}


def _defining(schema: JsonSchema, definitions: JsonSchema) -> JsonSchema:
    return schema | {"$defs": schema["$defs"] | definitions}  # type: ignore[operator]


def _models(known: Known) -> dict[str, str]:
    return {id_: one.choose_when for id_, one in sorted(known.library.models.items())}


def _ids(known: Known, name: str) -> dict[str, str]:
    return {one.id: one.choose_when for one in known.library.variants_of(name)}


def _template(known: Known) -> JsonSchema:
    """Return the choice among the house templates, which may be typed as files."""
    files = [f"{before}{name}.docx" for name in known.templates for before in ("", "templates/")]
    return spelled_choice(dict.fromkeys(known.templates, ""), *files)


def _proposals(known: Known) -> dict[str, JsonSchema]:
    """Return the parts that an agreement and a model write alike."""
    return {
        "recitals": {"type": "array", "items": {"anyOf": _recitals(known)}},
        "preamble": entries(preamble=True),
        "clauses": entries(),
    }


def _recitals(known: Known) -> list[JsonSchema]:
    """Return the kinds of recitals, with the texts that the library has references of."""
    library = known.library
    titles = [one.title for one in library.codes.values()]
    codes = {key: one.title for key, one in library.codes.items()}
    named = {"code": spelled_choice(codes, *titles)} if codes else {}
    for nature in STATUTES.values():
        texts = {key: one.title for (kind, key), one in library.texts.items() if kind == nature}
        named[nature] = proposed(texts, _TEXT)
    made = []
    for name, record in RECITAL.records.items():
        own = {name: named[name]} if name in named else {}
        made.append(filled(record, record.definition(), own))
    return made


def _party(record: RecordType, known: Known, schema: JsonSchema | None = None) -> JsonSchema:
    """Return the definition of a party, with the kinds that there are and the registry."""
    own = {"kind": proposed({one.called: one.short for one in kinds()}, _SETTLED)}
    if any(item.name == "record" for item in record.fields):
        own["record"] = spelled_choice(records(known.registry))
    return filled(record, schema or record.definition(), own)
