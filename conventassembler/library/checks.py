"""What the files of a library say of each other: every name must be one of the library's."""

from collections.abc import Iterable, Iterator, Mapping

from conventassembler.agreement import unknown_parties
from conventassembler.agreement.model import Argument, Entry
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.library.former import check_former_names, former_key, former_variants
from conventassembler.library.model import PARTS, Library, Model, Variant
from conventassembler.schema import nearest
from conventassembler.source import fold, identifier
from conventassembler.values import Text


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Yield a finding for each name that leads nowhere, and for each contradiction."""
    specimens = {party.id: party.key for party in library.specimens}
    for variant in library.variants.values():
        yield from _unknown(library, (*variant.requires, *variant.excludes))
        yield from _contradictions(variant)
        yield from check_values(variant, variant.examples, specimens)
    yield from check_former_names(library)
    for model in library.models.values():
        yield from _unknown(library, model.requires)
        yield from _model(library, model)


def _unknown(library: Library, names: Iterable[Text]) -> Iterator[Diagnostic]:
    known = (*library.families, *library.variants)
    passed = {*known, *library.unread, *(id_.partition("/")[0] for id_ in library.unread)}
    for name in names:
        if name not in passed:
            unknown = fault("C426", _place(name), name=name, **nearest(name, known))
            yield _renamed(library, name) or unknown


def _contradictions(variant: Variant) -> Iterator[Diagnostic]:
    own = {variant.id, *variant.requires}
    yield from (fault("C428", _place(n), name=n) for n in variant.excludes if n in own)


def _model(library: Library, model: Model) -> Iterator[Diagnostic]:
    yield from _parts(model)
    yield from _variant(library, model.party_clause)
    parties = {identifier(key): str(key) for key, _ in model.proposal.parties}
    for entry in _all_entries((*model.proposal.preamble, *model.proposal.clauses)):
        if entry.clause is not None:
            yield from _variant(library, entry.clause)
            if variant := library.variants.get(str(entry.clause)):
                yield from check_values(variant, entry.values, parties)


def _all_entries(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _all_entries(entry.entries)


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
        unknown = fault("C430", _place(name), name=name, known=known, **near)
        yield _renamed(library, name) or unknown


def _renamed(library: Library, name: Text) -> Diagnostic | None:
    now = former_variants(library).get(name)
    return fault("C438", _place(name), former=name, name=now) if now else None


def check_values(
    variant: Variant, values: Iterable[Argument], parties: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Hold the values that a model or a worked example gives against the variant's parameters.

    `parties` are the keys of the parties that they may name, by id; where there are none, as in a
    library without specimens, nothing tells which are right.
    """
    for value in values:
        parameter = variant.parameter(value.key)
        if parameter is None:
            yield _no_parameter(value, variant)
        else:
            read, found = parameter.type.read(value.node, "", parameter.key)
            yield from found
            yield from unknown_parties(read, parties) if parties else ()


def _no_parameter(value: Argument, variant: Variant) -> Diagnostic:
    if now := former_key(variant.parameters.values(), value.key):
        return fault("C439", value.key_position, former=value.key, name=now)
    keys = [item.key for item in variant.parameters.values()]
    known = ", ".join(keys) or "–"
    near = nearest(value.key, keys)
    return fault("C431", value.key_position, key=value.key, clause=variant.id, known=known, **near)


def _place(name: Text) -> Position:
    position = name.origin.position
    assert position is not None  # it was read from a file
    return position
