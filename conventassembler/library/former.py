"""`remplace`: the names that variants and parameters had in the past.

An agreement that still uses one is told the name of today, and `upgrade` writes it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.library.model import Library
from conventassembler.schema import ListType, RecordType
from conventassembler.schema.types import ValueType
from conventassembler.source import fold
from conventassembler.values import Text


class Named(Protocol):
    """A parameter, or a field of a record."""

    @property
    def key(self) -> str:
        """The key of today."""

    @property
    def replaces(self) -> tuple[Text, ...]:
        """The keys of the past."""

    @property
    def type(self) -> ValueType:
        """What it holds."""


def former_variants(library: Library) -> Mapping[str, str]:
    """Return the ids of today by those of the past."""
    return {
        str(old): variant.id for variant in library.variants.values() for old in variant.replaces
    }


def former_key(named: Iterable[Named], written: str) -> str:
    """Return the key of today for one of the past, matched as keys are; empty where it is none."""
    keys = {fold(old): item.key for item in named for old in item.replaces}
    return keys.get(fold(written), "")


def fields_of(type_: ValueType) -> tuple[Named, ...]:
    """Return the fields of the records that a type holds, alone or in a list."""
    if isinstance(type_, ListType):
        return fields_of(type_.items)
    return type_.fields if isinstance(type_, RecordType) else ()


def check_former_names(library: Library) -> Iterator[Diagnostic]:
    """Yield a finding for each former name that is one of today, or that two claim."""
    replaced = {variant.id: variant.replaces for variant in library.variants.values()}
    yield from _claims(replaced, lambda name: name)
    for variant in library.variants.values():
        yield from _keys(tuple(variant.parameters.values()))


def _keys(named: tuple[Named, ...]) -> Iterator[Diagnostic]:
    yield from _claims({item.key: item.replaces for item in named}, fold)
    for item in named:
        yield from _keys(fields_of(item.type))


def _claims(
    replaced: Mapping[str, tuple[Text, ...]], same: Callable[[str], str]
) -> Iterator[Diagnostic]:
    current = {same(name): name for name in replaced}
    claimed: dict[str, str] = {}
    for name, olds in replaced.items():
        for old in olds:
            position = old.origin.position
            if position is None:
                continue
            if same(old) in current:
                yield fault("C436", position, name=old)
            elif same(old) in claimed:
                yield fault("C437", position, name=old, other=claimed[same(old)])
            claimed.setdefault(same(old), name)
