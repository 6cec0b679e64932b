"""What was typed, wherever it stands in an agreement: what the rules about values read."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from itertools import chain
from operator import attrgetter, methodcaller
from typing import Any, Final, Protocol, TypeVar

from conventassembler.agreement.model import Agreement
from conventassembler.checks.scans import Scan, read_value
from conventassembler.diagnostics import Position
from conventassembler.draft.instances import Instance
from conventassembler.draft.resolve import Resolved
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled_of_each
from conventassembler.source import Node
from conventassembler.values import Amount, Blank, Date, Duration, Integer, Origin, Record, Text


class Typed(Protocol):
    """A value that knows the key under which it was typed."""

    @property
    def origin(self) -> Origin:
        """The key."""


_SCALARS: Final[tuple[type[Typed], ...]] = (Text, Integer, Amount, Date, Duration, Blank)
"""The values that know the key under which they were typed; none holds another."""
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Values:
    """The values in one part of an agreement: a party, an entry, what a clause is given."""

    all: tuple[Typed, ...]
    """In the order of the file."""
    texts: tuple[Text, ...]
    blanks: tuple[Blank, ...]
    by_path: Mapping[str, Text]
    """The texts that somebody typed, by key path."""
    hits: tuple[tuple[Scan[Any], Text, Any], ...]
    """What was found in the texts."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """All values of an agreement and of its clauses, in the order of the file."""

    fields: Mapping[str, Sequence[Values]]
    """Those of the agreement, by the field under which they stand; of a list, item by item."""
    clauses: Sequence[Values]
    """Those of each instance."""

    @property
    def parts(self) -> Iterator[Values]:
        """All of them."""
        return chain(chain.from_iterable(self.fields.values()), self.clauses)

    def of(self, kind: type[Value]) -> Iterator[Value]:
        """Yield the values of `kind`."""
        return (one for part in self.parts for one in part.all if isinstance(one, kind))


def gather(agreement: Agreement, instances: Iterable[Instance]) -> Gathered:
    """Return every value that was typed, however deep."""
    given = zip(_FIELDS, _GIVEN(agreement), strict=True)
    of_act = {name: _parts(value) for name, value in given if value is not None}
    return Gathered(of_act, _values_of_each([one.arguments for one in instances]))


_NO_VALUES: Final = ("name", "file", "position", "key_positions")
_FIELDS: Final = tuple(one.name for one in fields(Agreement) if one.name not in _NO_VALUES)
_GIVEN: Final = attrgetter(*_FIELDS)


def _parts(value: object) -> Sequence[Values]:
    items = value if isinstance(value, tuple) else (value,)
    return _values_of_each([one for one in items if _WAYS[type(one)] is not None])


def values_of(part: object) -> Values:
    """Return the values in one part of an agreement."""
    return _values_of_each((part,))[0]


@recalled_of_each
def _values_of_each(part: object) -> Values:
    if isinstance(part, Mapping):  # what one value of it is, hangs on no other
        return _together(_values_of_each(part.values()))
    found: list[Typed] = []
    _gather((part,), found)
    texts = tuple([one for one in found if isinstance(one, Text)])
    return Values(
        tuple(found),
        texts,
        tuple([one for one in found if isinstance(one, Blank)]),
        {one.origin.path: one for one in texts if one.origin.position},
        tuple(
            [(scan, text, one) for text in texts for scan, said in read_value(text) for one in said]
        ),
    )


def _together(parts: Sequence[Values]) -> Values:
    """Return the values of several parts as those of one."""
    by_path = {path: text for one in parts for path, text in one.by_path.items()}
    every, texts, blanks, hits = (
        tuple(chain.from_iterable(map(attrgetter(name), parts)))
        for name in ("all", "texts", "blanks", "hits")
    )
    return Values(every, texts, blanks, by_path, hits)


def _gather(values: Iterable[object], found: list[Typed]) -> None:
    """Put into `found` the values of `values` and of what they hold."""
    for value in values:
        looked_into = _WAYS[type(value)]
        if looked_into is not None:
            inner = looked_into(value)
            if inner is value:
                found.append(value)
            else:
                _gather(inner, found)


class _Ways(dict[type, "_Way | None"]):
    """What a value of each type holds: the value alone, if it was typed; None for nothing."""

    def __missing__(self, kind: type) -> "_Way | None":
        self[kind] = _way(kind)
        return self[kind]


_Way = Callable[[Any], Any]
_WAYS = _Ways()


def _way(kind: type) -> _Way | None:
    if issubclass(kind, _SCALARS):
        return lambda value: value
    if issubclass(kind, Mapping):
        return methodcaller("values")
    if issubclass(kind, Record):
        return lambda record: [record[name] for name in record]
    if issubclass(kind, tuple | list):
        return iter
    if not is_dataclass(kind) or issubclass(kind, Instance | Position | Origin | Node):
        return None
    names = [one.name for one in fields(kind)]
    return (lambda value: (getattr(value, names[0]),)) if len(names) == 1 else attrgetter(*names)


def origins(resolved: Resolved) -> Mapping[str, Position]:
    """Return where each value of the agreement and of its clauses was typed, by its key path.

    A default that nobody typed has no place.
    """
    gathered = gather(resolved.agreement, resolved.instances)
    found = (value.origin for kind in _SCALARS for value in gathered.of(kind))
    return {one.path: one.position for one in found if one.position}
