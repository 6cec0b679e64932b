"""`remplace`: the names that variants and parameters had in the past.

An agreement that still uses one is told the name of today, and `upgrade` writes it.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.library.ids import as_file, is_name, typed_at
from conventassembler.library.model import Library, Variant
from conventassembler.schema import ListType, RecordType
from conventassembler.schema.former import Keyed
from conventassembler.schema.types import ValueType
from conventassembler.source import fold
from conventassembler.values import Text


class Named(Keyed, Protocol):
    """A parameter, or a field of a record."""

    @property
    def type(self) -> ValueType:
        """What it holds."""


def former_variants(library: Library) -> Mapping[str, str]:
    """Return the ids of today by those of the past."""
    return {
        str(old): variant.id for variant in library.variants.values() for old in variant.replaces
    }


def former_families(library: Library) -> Mapping[str, str]:
    """Return the families of today by those that are gone and whose variants all went to one."""
    went: dict[str, set[str]] = {}
    for old, now in former_variants(library).items():
        went.setdefault(_family(old), set()).add(_family(now))
    present = {*library.families, *map(_family, library.unread)}
    return {old: now for old, (now, *others) in went.items() if not others and old not in present}


def _family(id_: str) -> str:
    return id_.partition("/")[0]


def fields_of(type_: ValueType) -> tuple[Named, ...]:
    """Return the fields of the records that a type holds, alone or in a list."""
    if isinstance(type_, ListType):
        return fields_of(type_.items)
    return type_.fields if isinstance(type_, RecordType) else ()


def check_former_names(library: Library) -> Iterator[Diagnostic]:
    """Yield a finding for each former name that is no name, or one of today, or that two claim."""
    replaced = {variant.id: variant.replaces for variant in library.variants.values()}
    for variant in library.variants.values():
        yield from _no_ids(variant)
    yield from _claims(replaced, lambda name: name)
    for variant in library.variants.values():
        yield from _key_claims(tuple(variant.parameters.values()))


def _no_ids(variant: Variant) -> Iterator[Diagnostic]:
    """Yield a finding for each former name that no file of a clause could have had."""
    for old in variant.replaces:
        if not _is_id(old):
            yield fault("C441", typed_at(old), name=old, **_meant(old, variant))


def _is_id(name: str) -> bool:
    family, _, choice = name.partition("/")
    return is_name(family) and is_name(choice)


def _meant(old: str, variant: Variant) -> dict[str, str]:
    """Return the suggestion for the path of a file, or for a variant without its family."""
    parts = (variant.family, *old.removesuffix(".md").split("/"))
    id_ = "/".join(map(as_file, parts[-2:]))
    return {"suggestion": id_} if _is_id(id_) and id_ != variant.id else {}


def _key_claims(named: tuple[Named, ...]) -> Iterator[Diagnostic]:
    yield from _claims({item.key: item.replaces for item in named}, fold)
    for item in named:
        yield from _key_claims(fields_of(item.type))


def _claims(
    replaced: Mapping[str, tuple[Text, ...]], same: Callable[[str], str]
) -> Iterator[Diagnostic]:
    current = {same(name): name for name in replaced}
    claimed: dict[str, str] = {}
    for name, olds in replaced.items():
        for old in olds:
            first = claimed.setdefault(same(old), name)
            if same(old) in current:
                yield fault("C436", typed_at(old), name=old)
            elif first != name:
                yield fault("C437", typed_at(old), name=old, other=first)
