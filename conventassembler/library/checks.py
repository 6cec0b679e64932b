"""What the files of a library say of each other: every name must be one of the library's."""

from collections.abc import Iterable, Iterator, Mapping

from conventassembler.agreement import unknown_parties
from conventassembler.agreement.data import is_data_name, meant_name
from conventassembler.agreement.model import Argument, Entry
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.library.former import (
    check_former_names,
    former_families,
    former_variants,
)
from conventassembler.library.ids import typed_at
from conventassembler.library.model import PARTS, Library, Model, Variant
from conventassembler.library.sharing import SharedFile, all_entries, shared_files
from conventassembler.schema import nearest
from conventassembler.schema.former import told_former
from conventassembler.source import fold, identifier
from conventassembler.values import Text


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Yield a finding for each name that leads nowhere, and for each contradiction."""
    specimens = {party.id: party.key for party in library.specimens}
    specimens |= {group.id: group.key for group in library.specimen_groups}
    for variant in library.variants.values():
        yield from _unknown(library, (*variant.requires, *variant.excludes))
        yield from _contradictions(variant)
        yield from check_values(variant, variant.examples, specimens)
    yield from check_former_names(library)
    for model in library.models.values():
        yield from _unknown(library, model.requires)
        yield from _parts(model)
        yield from _variant(library, model.party_clause)
        for clause in (model.group_clause, model.partner_clause):
            yield from _variant(library, clause) if clause.origin.position else ()
        yield from _entries(library, model)


def _unknown(library: Library, names: Iterable[Text]) -> Iterator[Diagnostic]:
    known = (*library.families, *library.variants)
    passed = {*known, *library.unread, *(id_.partition("/")[0] for id_ in library.unread)}
    moved = former_families(library)
    for name in names:
        if name not in passed:
            near = {"suggestion": moved[name]} if name in moved else nearest(name, known)
            unknown = fault("C426", typed_at(name), name=name, **near)
            yield _renamed(library, name) or unknown


def _contradictions(variant: Variant) -> Iterator[Diagnostic]:
    own = {variant.id, *variant.requires}
    yield from (fault("C428", typed_at(n), name=n) for n in variant.excludes if n in own)


def _entries(library: Library, model: Model) -> Iterator[Diagnostic]:
    """Yield what is wrong with the clauses that a model proposes, and was not with its base.

    A party that they name and that the model does not propose is its own affair, and not that of
    the file that it took the clauses from.
    """
    base = library.models.get(str(model.extends or ""))
    told = tuple(_proposed(library, base)) if base else ()
    for item in _proposed(library, model):
        place = item.position
        if item in told:
            continue
        if item.code == "C211" and place.file != model.file and model.extends:
            words = {"file": place.file, "line": place.line, **item.arguments}
            yield fault("C442", typed_at(model.extends), **words)
        else:
            yield item


def _proposed(library: Library, model: Model) -> Iterator[Diagnostic]:
    parties = {identifier(key): str(key) for key, _ in model.proposal.parties}
    files = shared_files(model, library)
    for entry in all_entries(model.proposal.entries):
        yield from _data_file(entry, files)
        if entry.clause is not None:
            yield from _variant(library, entry.clause)
            if variant := library.variants.get(str(entry.clause)):
                yield from check_values(variant, entry.values, parties)


def _data_file(entry: Entry, files: Mapping[str, SharedFile]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the file of values that an entry of a model names."""
    name = entry.data
    if name is None:
        return
    place, file = typed_at(name), files.get(str(name))
    if entry.clause is None:
        yield fault("C404", place, key=name)
    elif not is_data_name(name):
        yield fault("C517", place, name=name, **meant_name(name))
    elif file and not file.parameters:
        yield fault("C529", place, name=name)


def _parts(model: Model) -> Iterator[Diagnostic]:
    known = {fold(part) for part in PARTS}
    for name in model.order:
        if fold(name) not in known:
            yield fault(
                "C415", typed_at(name), name=name, known=", ".join(PARTS), **nearest(name, PARTS)
            )


def _variant(library: Library, name: Text) -> Iterator[Diagnostic]:
    if name not in library.variants and name not in library.unread:
        known = ", ".join(library.variants) or "–"
        near = nearest(name, library.variants) or _without_family(library, name)
        unknown = fault("C430", typed_at(name), name=name, known=known, **near)
        yield _renamed(library, name) or unknown


def _without_family(library: Library, name: Text) -> dict[str, str]:
    """Return as suggestion the one variant that is named so in its family."""
    found = [one for one in library.variants if one.rpartition("/")[2] == fold(name)]
    return {"suggestion": found[0]} if len(found) == 1 else {}


def _renamed(library: Library, name: Text) -> Diagnostic | None:
    now = former_variants(library).get(name)
    return fault("C438", typed_at(name), former=name, name=now) if now else None


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


def lacking_specimens(library: Library, place: Position) -> Iterator[Diagnostic]:
    """Yield the finding, at the file of the specimens, that examples name parties that are none."""
    if library.specimens:
        return
    readings = (
        parameter.type.read(value.node, "", parameter.key)[0]
        for variant in library.variants.values()
        for value in variant.examples
        if (parameter := variant.parameter(value.key))
    )
    unknown = [item.arguments["key"] for read in readings for item in unknown_parties(read, {})]
    if unknown:
        yield fault("C474", place, names=", ".join(dict.fromkeys(unknown)))


def _no_parameter(value: Argument, variant: Variant) -> Diagnostic:
    former = told_former(variant.parameters.values(), value.key, value.key_position)
    if former:
        return former
    keys = [item.key for item in variant.parameters.values()]
    known = ", ".join(keys) or "–"
    near = nearest(value.key, keys)
    return fault("C431", value.key_position, key=value.key, clause=variant.id, known=known, **near)
