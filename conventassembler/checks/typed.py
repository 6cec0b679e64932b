"""What was typed, wherever it stands in an agreement: what the rules about values read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Protocol, TypeVar

from conventassembler.diagnostics import Position
from conventassembler.draft.instances import Instance
from conventassembler.draft.resolve import Resolved
from conventassembler.values import Amount, Blank, Date, Duration, Integer, Origin, Record, Text


class _Typed(Protocol):
    @property
    def origin(self) -> Origin: ...


_SCALARS: tuple[type[_Typed], ...] = (Text, Integer, Amount, Date, Duration, Blank)
"""The values that know the key under which they were typed."""
Value = TypeVar("Value")


def typed(resolved: Resolved, kind: type[Value]) -> Iterator[Value]:
    """Yield every value of `kind` of the agreement and of its clauses, however deep."""
    arguments = [instance.arguments for instance in resolved.instances]
    yield from _found((resolved.agreement, arguments), kind)


def typed_under(value: object, kind: type[Value]) -> Iterator[Value]:
    """Yield every value of `kind` in a part of what was typed: a party, the values of a clause."""
    yield from _found(value, kind)


def _found(value: object, kind: type[Value]) -> Iterator[Value]:
    if isinstance(value, kind):
        yield value
    elif isinstance(value, Mapping):
        yield from _in_all(value.values(), kind)
    elif isinstance(value, Record):
        yield from _in_all((value[name] for name in value), kind)
    elif isinstance(value, tuple | list):
        yield from _in_all(value, kind)
    elif is_dataclass(value) and not isinstance(value, type | Instance | Position):
        yield from _in_all((getattr(value, field.name) for field in fields(value)), kind)


def _in_all(values: Iterable[object], kind: type[Value]) -> Iterator[Value]:
    for value in values:
        yield from _found(value, kind)


def origins(resolved: Resolved) -> Mapping[str, Position]:
    """Return where each value of the agreement and of its clauses was typed, by its key path.

    A default that nobody typed has no place.
    """
    found = (value.origin for kind in _SCALARS for value in typed(resolved, kind))
    return {one.path: one.position for one in found if one.position}
