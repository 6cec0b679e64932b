"""Which clause is tried, and in an act of which model: the names that were typed."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from conventassembler.agreement.forms import PREAMBLE
from conventassembler.agreement.model import Entry
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.places import suggestion
from conventassembler.library.former import former_variants
from conventassembler.library.model import Library, Model, Variant

PARTIES = "parties"
"""Usual family of the variants that write the block of a party."""


def named_variant(library: Library, typed: str, folder: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the id of the variant that `typed` means; empty where it is none, with a finding.

    It may be typed as the file, by its former name, or by the part of its name that is enough.
    `folder` is the library, as messages show it.
    """
    name = "/".join(PurePath(typed.replace("\\", "/")).parts[-2:]).removesuffix(".md")
    known = sorted({*library.variants, *(id_ for id_ in library.unread if "/" in id_)})
    former = former_variants(library)
    if name in known or name in former:
        return former.get(name, name), ()
    likely = [id_ for id_ in known if id_.startswith(f"{name}/")] or [
        id_ for id_ in known if id_.endswith(f"/{name}")
    ]
    if "/" not in name and len(likely) == 1:
        return likely[0], ()
    return "", (_unknown(known, name, Position(f"{folder}/{name}.md")),)


def _unknown(known: Sequence[str], name: str, place: Position) -> Diagnostic:
    family, _, choice = name.partition("/")
    siblings = [id_.partition("/")[2] for id_ in known if id_.startswith(f"{family}/")]
    if siblings:
        found = {"family": family, "known": ", ".join(siblings)}
        if not choice:
            return fault("C403", place, **found)
        return fault("C402", place, variant=choice, **found, **suggestion(choice, siblings))
    families = sorted({id_.partition("/")[0] for id_ in known})
    near = suggestion(family, families) or _whole(known, suggestion(name, _ends(known)))
    return fault("C401", place, family=family, known=", ".join(families) or "–", **near)


def _ends(known: Sequence[str]) -> list[str]:
    return [id_.partition("/")[2] for id_ in known]


def _whole(known: Sequence[str], near: Mapping[str, str]) -> dict[str, str]:
    """Return the suggestion of the variant that ends as the one that is `near`."""
    return {key: next(id_ for id_ in known if id_.endswith(f"/{end}")) for key, end in near.items()}


def named_model(
    library: Library, typed: str, variant: Variant, folder: str
) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """Return the model that `typed` means, or without a name the first that proposes `variant`.

    None where it is none, with a finding; without one where its file cannot be read.
    """
    models = library.models
    name = PurePath(typed).name.removesuffix(".yaml")
    if name in models:
        return models[name], ()
    if name in library.unread:
        return None, ()
    if name:
        place = Position(f"{folder}/models/{name}.yaml")
        near = suggestion(name, models)
        return None, (fault("C414", place, name=name, known=", ".join(models) or "–", **near),)
    if not models:
        is_unread = any("/" not in id_ for id_ in library.unread)
        return None, () if is_unread else (fault("C473", Position(f"{folder}/models")),)
    ranked = sorted(models.values(), key=lambda model: variant.id not in set(_proposed(model)))
    return ranked[0], ()


def _proposed(model: Model) -> Iterator[str]:
    yield str(model.party_clause)
    yield from _clauses((*model.proposal.preamble, *model.proposal.clauses))


def _clauses(entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        yield str(entry.clause or "")
        yield from _clauses(entry.entries)


def model_files(model: Model) -> set[str]:
    """Return the files that a model was read from: its own, and those that it takes from."""
    values = (model.act, model.party_clause, model.formula, *model.order)
    places = [value.origin.position for value in values if value is not None]
    return {model.file, *(place.file for place in places if place is not None)}


def writes_a_party(library: Library, variant: Variant) -> bool:
    """Tell whether the variant writes the block of a party."""
    used = {str(model.party_clause) for model in library.models.values()}
    return variant.family == PARTIES or variant.id in used


def stands_in_a_preamble(variant: Variant) -> bool:
    """Tell whether the variant is a paragraph of a preamble."""
    return variant.family == PREAMBLE
