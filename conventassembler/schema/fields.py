"""One key of a group: the field that it is read as, and what a JSON Schema says of it."""

from collections.abc import Sequence
from functools import cache

from conventassembler.frozen import dataclass
from conventassembler.schema.keys import keys_of
from conventassembler.schema.spellings import spelled
from conventassembler.schema.types import JsonSchema, ValueType
from conventassembler.source import Node, fold
from conventassembler.values import Text


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


def described(item: Field) -> JsonSchema:
    """Return the schema of what may stand under the key of a field, with what is said of it."""
    words = " ".join(part for part in (item.label, item.help) if part)
    return item.type.json_schema() | ({"description": words} if words else {})
