"""In an act of which model a clause is tried, and what that act is to have beside it."""

from collections.abc import Iterator, Sequence

from conventassembler.agreement.forms import PREAMBLE
from conventassembler.agreement.model import Entry
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.library.model import Library, Model, Variant
from conventassembler.library.names import named_model

PARTIES = "parties"
"""Usual family of the variants that write the block of a party."""


def chosen_model(
    library: Library, typed: str, variant: Variant, folder: str
) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """Return the model that `typed` means, or without a name the first that proposes `variant`.

    None where it is none, with a finding; without one where its file cannot be read.
    """
    if typed:
        id_, unknown = named_model(library, typed, folder)
        return library.models.get(id_), unknown
    models = library.models
    if not models:
        is_unread = any("/" not in id_ for id_ in library.unread)
        return None, () if is_unread else (fault("C473", Position(f"{folder}/models")),)
    ranked = sorted(models.values(), key=lambda model: variant.id not in set(_proposed(model)))
    return ranked[0], ()


def _proposed(model: Model) -> Iterator[str]:
    yield str(model.party_clause)
    yield from _clauses(model.proposal.entries)


def _clauses(entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        yield str(entry.clause or "")
        yield from _clauses(entry.entries)


def writes_a_party(library: Library, variant: Variant) -> bool:
    """Tell whether the variant writes the block of a party."""
    used = {str(model.party_clause) for model in library.models.values()}
    return variant.family == PARTIES or variant.id in used


def stands_in_a_preamble(variant: Variant) -> bool:
    """Tell whether the variant is a paragraph of a preamble."""
    return variant.family == PREAMBLE
