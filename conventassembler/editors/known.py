"""What one workspace knows, and the choices that its editors propose from it."""

from collections.abc import Iterable, Mapping
from dataclasses import field

from conventassembler.agreement import PartyFile, Registry
from conventassembler.frozen import dataclass
from conventassembler.library import Library
from conventassembler.library.model import Variant
from conventassembler.schema.spellings import spelled
from conventassembler.schema.types import JsonSchema
from conventassembler.values import Record, value_of


@dataclass(frozen=True, slots=True)
class Known:
    """The names that files of a workspace may give."""

    library: Library
    registry: Registry = field(default_factory=dict)
    templates: tuple[str, ...] = ()
    """Names of the house templates."""
    data: tuple[str, ...] = ()
    """Names of the files of values that its agreements have."""


def choice(names: Mapping[str, str], *others: JsonSchema) -> JsonSchema:
    """Return the schema of one of `names`, each with what it means, or of one of `others`.

    Each is a choice of its own, so that an editor says of a name what that one means.
    """
    return {"anyOf": [*(_name(*one) for one in names.items()), *others]} if names else {"enum": []}


def _name(name: str, meaning: str) -> JsonSchema:
    said: JsonSchema = {"const": name}
    return said | ({"description": meaning} if meaning else {})


def spelled_choice(names: Mapping[str, str], *more: str) -> JsonSchema:
    """Return the same where names are matched as keys are; `more` are read too, not proposed."""
    return choice(names, {"type": "string", "pattern": spelled((*names, *more))})


def proposed(names: Mapping[str, str], schema: JsonSchema) -> JsonSchema:
    """Return the schema of anything that `schema` accepts, with `names` proposed."""
    return choice(names, schema) if names else schema


def meaning(variant: Variant) -> str:
    """Return what a variant is for: its title, then when to choose it."""
    return f"{variant.title} – {variant.choose_when}"


def variants(found: Iterable[Variant]) -> dict[str, str]:
    """Return ids with what they mean, in alphabetical order."""
    return {one.id: meaning(one) for one in sorted(found, key=lambda one: one.id)}


def records(registry: Registry) -> dict[str, str]:
    """Return the records of the registry with what each is called: « département Côte-d'Or »."""
    return {id_: _called(file) for id_, file in sorted(registry.items())}


def _called(file: PartyFile) -> str:
    record = file.read("")
    if not isinstance(record, Record):
        return ""
    said = (value_of(record, name) for name in ("kind", "name"))
    return " ".join(str(one) for one in said if one is not None)
