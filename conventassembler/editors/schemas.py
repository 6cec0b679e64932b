"""The JSON Schema of each kind of file of a workspace, with the choices that it offers."""

from collections.abc import Callable, Iterable, Mapping

from conventassembler.agreement.forms import (
    AGREEMENT,
    DEFINITIONS,
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
from conventassembler.schema import FORMAT, RecordType, SettledType, TextType
from conventassembler.schema.json_schema import document_schema
from conventassembler.schema.sharing import shared
from conventassembler.schema.types import JsonSchema
from conventassembler.settings.reading import LOGO, SETTINGS

_HEAD = RecordType((FORMAT,), blank=False)
_TEXT = TextType().json_schema()
_SETTLED = SettledType(TextType()).json_schema()


def agreement(known: Known) -> JsonSchema:
    """Return the schema of `agreements/NAME.yaml`."""
    own: dict[str, JsonSchema] = {
        "model": choice(_models(known)),
        "party_clause": family(known, PRESENTATIONS),
        "template": _template(known),
    }
    whole = document_schema(AGREEMENT, "Convention", DEFINITIONS)
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
    schema = document_schema(_HEAD, "Valeurs que des clauses ont en commun")
    values = [values_of(variant) for variant in known.library.variants.values()]
    for keyword in ("properties", "patternProperties"):
        own: JsonSchema = dict(schema[keyword])  # type: ignore[call-overload]
        schema |= {keyword: _either(one[keyword] for one in values) | own}
    return schema


def _either(several: Iterable[object]) -> JsonSchema:
    """Return by name what one at least of `several` accepts under that name."""
    found: dict[str, list[JsonSchema]] = {}
    for schemas in several:
        assert isinstance(schemas, dict)
        for name, one in schemas.items():
            among = found.setdefault(name, [])
            among += [] if one in among else [one]
    return {name: among[0] if len(among) == 1 else _any(among) for name, among in found.items()}


def _any(among: list[JsonSchema]) -> JsonSchema:
    """Return what accepts one of `among`, said of as the first of them is."""
    words = {"description": among[0]["description"]} if "description" in among[0] else {}
    return {"anyOf": among} | words


def settings(known: Known) -> JsonSchema:
    """Return the schema of `conventassembler.toml`."""
    logo = filled(LOGO, LOGO.definition(), {"party": spelled_choice(records(known.registry))})
    logos: JsonSchema = {"type": "array", "items": logo}
    schema = document_schema(SETTINGS, "Réglages de la maison", (LOGO,))
    return filled(SETTINGS, schema, {"template": _template(known), "logos": logos})


_MAKERS: Mapping[str, Callable[[Known], JsonSchema]] = {
    "agreement": agreement,
    "party": party,
    "data": data,
    "model": model,
    "settings": settings,
}
KINDS = tuple(_MAKERS)
"""The kinds of files of which there is a schema."""


def schema_of(kind: str, known: Known) -> JsonSchema:
    """Return the schema of one kind of file, what it has in several places said once."""
    return shared(_MAKERS[kind](known))


def _defining(schema: JsonSchema, definitions: JsonSchema) -> JsonSchema:
    return schema | {"$defs": schema["$defs"] | definitions}  # type: ignore[operator]


def _models(known: Known) -> dict[str, str]:
    library = known.library
    read = {id_: one.choose_when for id_, one in sorted(library.models.items())}
    return read | {id_: "" for id_ in sorted(library.unread) if "/" not in id_}


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
