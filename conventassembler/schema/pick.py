"""Fields of a record by the Python type that is wanted; what is missing or faulty gives None."""

from typing import TypeVar

from conventassembler.diagnostics import Position
from conventassembler.values import Blank, Origin, Record, Text, origin_of, value_of

T = TypeVar("T")


def pick(record: Record, name: str, kind: type[T]) -> T | None:
    """Return the field `name` when it is a `kind`, else None."""
    value = value_of(record, name)
    return value if isinstance(value, kind) else None


def text(record: Record, name: str) -> Text | None:
    """Return the field `name` when it is a text, else None."""
    return pick(record, name, Text)


def either(record: Record, name: str, kind: type[T]) -> T | Blank | None:
    """Return the field `name` when it is a `kind` or a blank, else None."""
    value = value_of(record, name)
    return value if isinstance(value, (kind, Blank)) else None


def items(record: Record, name: str, kind: type[T]) -> tuple[T, ...]:
    """Return the items that are a `kind`; a blank in place of the whole list is no list."""
    value = pick(record, name, tuple) or ()
    kept = [item for item in value if isinstance(item, kind)]
    # the list itself, where it can be: what is made of it is looked up by its identity
    return value if len(kept) == len(value) else tuple(kept)


def items_or_blanks(record: Record, name: str, kind: type[T]) -> tuple[T | Blank, ...]:
    """Return the items that are a `kind` or blanks."""
    value = pick(record, name, tuple) or ()
    kept = [item for item in value if isinstance(item, (kind, Blank))]
    return value if len(kept) == len(value) else tuple(kept)  # as above


def place(record: Record) -> Position:
    """Return where the record was typed."""
    position = origin_of(record).position
    assert position is not None  # records are read from files
    return position


def due(record: Record, name: str, label: str) -> Blank:
    """Return what stands for a required field whose fault is told already.

    Later stages can then tell their own faults; an error stops the build before it is shown.
    """
    return Blank(Origin(name, place(record)), "", label)
