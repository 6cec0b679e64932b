"""What the files of a library say of each other: every name must be one of the library's."""

from collections.abc import Iterable, Iterator

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.library.model import PARTS, Library, Model, ModelClause, Parameter, Variant
from conventassembler.schema import nearest
from conventassembler.source import Scalar, fold
from conventassembler.values import Text


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Yield a finding for each name that leads nowhere, and for each contradiction."""
    for variant in library.variants.values():
        yield from _unknown(library, (*variant.requires, *variant.excludes))
        yield from _contradictions(variant)
    for model in library.models.values():
        yield from _unknown(library, model.requires)
        yield from _model(library, model)


def _unknown(library: Library, names: Iterable[Text]) -> Iterator[Diagnostic]:
    known = (*library.families, *library.variants)
    passed = {*known, *library.unread, *(id_.partition("/")[0] for id_ in library.unread)}
    for name in names:
        if name not in passed:
            yield fault("C426", _place(name), name=name, **nearest(name, known))


def _contradictions(variant: Variant) -> Iterator[Diagnostic]:
    own = {variant.id, *variant.requires}
    yield from (fault("C428", _place(n), name=n) for n in variant.excludes if n in own)


def _model(library: Library, model: Model) -> Iterator[Diagnostic]:
    yield from _parts(model)
    yield from _variant(library, model.party_clause)
    for proposed in (*model.preamble, *model.clauses):
        yield from _variant(library, proposed.clause)
        if variant := library.variants.get(proposed.clause):
            yield from _values(variant, proposed)


def _parts(model: Model) -> Iterator[Diagnostic]:
    known = {fold(part) for part in PARTS}
    for name in model.order:
        if fold(name) not in known:
            yield fault(
                "C415", _place(name), name=name, known=", ".join(PARTS), **nearest(name, PARTS)
            )


def _variant(library: Library, name: Text) -> Iterator[Diagnostic]:
    if name not in library.variants and name not in library.unread:
        known = ", ".join(library.variants) or "–"
        near = nearest(name, library.variants)
        yield fault("C430", _place(name), name=name, known=known, **near)


def _values(variant: Variant, proposed: ModelClause) -> Iterator[Diagnostic]:
    """Hold the values that a model proposes against the parameters they are for."""
    by_fold = {fold(item.key): item for item in variant.parameters.values()}
    for key, value in proposed.values.items():
        parameter = by_fold.get(fold(key))
        if parameter is None:
            yield _no_parameter(key, variant, proposed)
        elif isinstance(value, Text):
            yield from _value(parameter, value)


def _no_parameter(key: str, variant: Variant, proposed: ModelClause) -> Diagnostic:
    keys = [item.key for item in variant.parameters.values()]
    place = _place(key if isinstance(key, Text) else proposed.clause)
    known = ", ".join(keys) or "–"
    return fault("C431", place, key=key, clause=variant.id, known=known, **nearest(key, keys))


def _value(parameter: Parameter, value: Text) -> Iterable[Diagnostic]:
    place = _place(value)
    _, found = parameter.type.read(Scalar(value, place, "quoted", place), "", parameter.key)
    return found


def _place(name: Text) -> Position:
    position = name.origin.position
    assert position is not None  # it was read from a file
    return position
