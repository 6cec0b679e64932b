"""Scalars and records that carry the key they were typed under."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Self

from conventassembler.diagnostics import Position
from conventassembler.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """The key under which a value was typed."""

    path: str
    """Key path in field names: `parties.commune.name`, `clauses[duree].with.annees`."""
    position: Position | None = None
    """Where the value stands in its file; None for a default that nobody typed."""


class Text(str):
    """A text value with its origin."""

    origin: Origin

    def __new__(cls, value: str, origin: Origin) -> Self:
        self = super().__new__(cls, value)
        self.origin = origin
        return self

    def __getnewargs__(self) -> tuple[object, ...]:  # type: ignore[override]
        return str(self), self.origin


class RichText(Text):
    """A text value that is Markdown (never Jinja): the one kind of value that is parsed."""


class PartyId(Text):
    """The id of a party of the agreement; `key` is what was typed."""

    key: str

    def __new__(cls, value: str, origin: Origin, key: str = "") -> Self:
        self = super().__new__(cls, value, origin)
        self.key = key or value
        return self

    def __getnewargs__(self) -> tuple[object, ...]:  # type: ignore[override]
        return str(self), self.origin, self.key


class Integer(int):
    """A whole number with its origin."""

    origin: Origin

    def __new__(cls, value: int, origin: Origin) -> Self:
        self = super().__new__(cls, value)
        self.origin = origin
        return self

    def __getnewargs__(self) -> tuple[object, ...]:  # type: ignore[override]
        return int(self), self.origin


class Amount(Decimal):
    """An amount in euros with its origin."""

    origin: Origin

    def __new__(cls, value: Decimal | int | str, origin: Origin) -> Self:
        self = super().__new__(cls, value)
        self.origin = origin
        return self

    def __reduce__(self) -> tuple[object, ...]:  # type: ignore[override]
        return type(self), (str(self), self.origin)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self


class Percentage(Amount):
    """A percentage, in hundredths (20 for 20 %), with its origin."""


class PlainPercentage(Decimal):
    """A percentage that was computed from others: typed nowhere, it has no origin."""


class Date(date):
    """A day with its origin."""

    origin: Origin

    def __new__(cls, value: date, origin: Origin) -> Self:
        self = super().__new__(cls, value.year, value.month, value.day)
        self.origin = origin
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.plain, self.origin)

    @property
    def plain(self) -> date:
        """The day without its origin."""
        return date(self.year, self.month, self.day)

    # What is computed from a day was typed nowhere, and is a plain day.
    def __add__(self, other: timedelta) -> date:  # type: ignore[override]
        return self.plain + other

    def __sub__(self, other: date | timedelta) -> date | timedelta:  # type: ignore[override]
        return self.plain - other


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, in the unit in which it was typed, with its origin."""

    count: int
    unit: str
    """« an », « mois », « semaine » or « jour »."""
    origin: Origin

    def __str__(self) -> str:
        plural = self.count > 1 and self.unit != "mois"
        return f"{self.count} {self.unit}{'s' if plural else ''}"


@dataclass(frozen=True, slots=True)
class Record:
    """A group of values by field name, with the place where it was typed.

    It has no public attribute, with which a field could be confused, so that a clause may write
    `{{ action.titre }}`: Jinja asks for the item when there is no such attribute.
    """

    _values: Mapping[str, object]
    _origin: Origin
    _keys: Mapping[str, Position]
    """Place of each key that was written, by field name."""

    def __getitem__(self, name: str) -> object:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, name: object) -> bool:
        return name in self._values

    def __dir__(self) -> list[str]:
        """Return the names of the fields, which messages propose."""
        return sorted(self._values)


def value_of(record: Record, name: str) -> object:
    """Return the value of the field `name`, None where it was not written."""
    return record._values.get(name)


def origin_of(record: Record) -> Origin:
    """Return the origin of `record`."""
    return record._origin


def key_positions(record: Record) -> Mapping[str, Position]:
    """Return the place of each key of `record` that was written, by field name."""
    return record._keys
