"""The values of an act by the key path that its text keeps of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import PurePosixPath

from conventassembler.diagnostics import Position
from conventassembler.draft.instances import Instance
from conventassembler.draft.resolve import Resolved
from conventassembler.explain.model import Source
from conventassembler.frozen import dataclass
from conventassembler.values import Blank, Origin, PartyId, Record


@dataclass(frozen=True, slots=True)
class Held:
    """A value with its origin."""

    origin: Origin
    typed: str


def held_in(value: object) -> Iterator[Held]:
    """Yield every value that was typed somewhere in `value`, however deep."""
    origin = getattr(value, "origin", None)
    if isinstance(origin, Origin):
        yield Held(origin, typed(value))
    elif isinstance(value, Record):
        yield from _in_all(value[name] for name in value)
    elif isinstance(value, Mapping):
        yield from _in_all(value.values())
    elif isinstance(value, tuple | list):
        yield from _in_all(value)
    elif is_dataclass(value) and not isinstance(value, type | Instance | Position):
        yield from _in_all(getattr(value, field.name) for field in fields(value))


def _in_all(values: Iterable[object]) -> Iterator[Held]:
    for value in values:
        yield from held_in(value)


def typed(value: object) -> str:
    """Return one value as a file says it."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, PartyId):
        return value.key
    if isinstance(value, tuple):
        return ", ".join(map(typed, value))
    if isinstance(value, Record):
        return ", ".join(typed(value[name]) for name in value if value[name] is not None)
    return "" if value is None else str(value)


def by_path(resolved: Resolved, instance: Instance | None) -> dict[str, Held]:
    """Return the values that the text of `instance` may show, by path; its own go first.

    A heading of a clause and the title of the act have one path, and stand in two files.
    """
    own = (instance.entry, instance.arguments) if instance else ()
    heading = instance.variant.title if instance and instance.variant else None
    model = (resolved.model.formula, resolved.model.preamble_title)
    people = (resolved.agreement.parties, resolved.agreement.partners)
    sides = [one.party for one in (*resolved.people.values(), *resolved.partners.values())]
    found: dict[str, Held] = {}
    for part in (own, heading, sides, people, resolved.agreement, model):
        for held in held_in(part):
            found.setdefault(held.origin.path, held)
    return found


def source_of(position: Position | None, resolved: Resolved) -> Source:
    """Return who gave a value that stands at `position`."""
    if position is None:
        return "default"
    file, agreement = position.file, resolved.agreement.file
    if file == agreement:
        return "agreement"
    if file in (resolved.model.file, *resolved.model.bases):
        return "model"
    if any(file == data.file for data in resolved.agreement.data.values()):
        return "data"
    registry = PurePosixPath(agreement).parent / "parties"
    return "registry" if PurePosixPath(file).parent == registry else "library"


def is_blank(value: object) -> bool:
    """Tell whether a value is still to be given."""
    return isinstance(value, Blank)
