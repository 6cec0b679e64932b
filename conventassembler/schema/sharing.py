"""A JSON Schema in which what stands twice is said once: its large parts become definitions."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from conventassembler.schema.types import JsonSchema

_WORTH: Final = 160
"""Characters from which a part is worth a definition."""
_DEFS: Final = "$defs"
_MAPS: Final = ("properties", "patternProperties", _DEFS)
"""Keywords below which schemas stand by name."""


def shared(schema: JsonSchema) -> JsonSchema:
    """Return a schema that means the same, its parts of more than one place under `$defs`.

    They are named by their order, so that equal schemas give equal texts.
    """
    texts = Counter(_parts(schema))
    names = {text: f"part{n}" for n, (text, count) in enumerate(texts.items(), 1) if count > 1}
    whole = _shortened(schema, names)
    made = {name: _shortened(json.loads(text), names) for text, name in names.items()}
    defined = whole.get(_DEFS)
    return whole | {_DEFS: (defined if isinstance(defined, dict) else {}) | made}


def _parts(schema: JsonSchema) -> Iterator[str]:
    """Yield the text of each schema inside `schema` that is large, as often as it stands there."""
    for one in _below(schema):
        if len(text := _text(one)) > _WORTH:
            yield text
        yield from _parts(one)


def _below(schema: JsonSchema) -> Iterator[JsonSchema]:
    """Yield the schemas that stand just inside `schema`."""
    found: list[JsonSchema] = []

    def keep(one: JsonSchema) -> JsonSchema:
        found.append(one)
        return one

    _changed(schema, keep)
    yield from found


def _shortened(schema: JsonSchema, names: Mapping[str, str]) -> JsonSchema:
    """Return `schema` with references inside it to all that has a name."""

    def change(one: JsonSchema) -> JsonSchema:
        if name := names.get(_text(one)):
            return {"$ref": f"#/{_DEFS}/{name}"}
        return _shortened(one, names)

    return _changed(schema, change)


def _changed(schema: JsonSchema, change: Callable[[JsonSchema], JsonSchema]) -> JsonSchema:
    """Return `schema` with `change` made to each schema just inside it."""
    made: JsonSchema = {}
    for keyword, value in schema.items():
        if isinstance(value, list):
            made[keyword] = [change(one) if isinstance(one, dict) else one for one in value]
        elif isinstance(value, dict) and keyword in _MAPS:
            made[keyword] = {name: change(one) for name, one in value.items()}
        else:
            made[keyword] = change(value) if isinstance(value, dict) else value
    return made


_ENCODER: Final = json.JSONEncoder(ensure_ascii=False)


def _text(schema: JsonSchema) -> str:
    return _ENCODER.encode(schema)
