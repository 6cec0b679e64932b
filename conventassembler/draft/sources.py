"""The recitals held against what they cite: codes, laws, authorities of the parties."""

from collections.abc import Iterator

from conventassembler.agreement.model import (
    Agreement,
    AuthorityRecital,
    CodeRecital,
    LawRecital,
    Recital,
)
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.places import place_of, suggestion
from conventassembler.french import citations
from conventassembler.library.model import PARTS, Library, Model
from conventassembler.source import fold
from conventassembler.values import Text


def cited(agreement: Agreement, library: Library) -> tuple[Diagnostic, ...]:
    """Return a finding for each recital that cites what nobody knows."""
    return tuple(
        finding
        for recital in agreement.recitals
        for finding in _unknown(recital, agreement, library)
    )


_SHOWN_IN = {
    "recitals": "visas",
    "parties": "parties",
    "preamble": "préambule",
    "clauses": "clauses",
    "signature": "signature",
}
"""Part of the act that shows what stands under a field of the agreement."""


def unshown(agreement: Agreement, model: Model) -> Iterator[Diagnostic]:
    """Yield a finding for each field that is filled and that the model has no part for.

    A part that is misspelt in the model is told there, and may be any of those that are missing.
    """
    parts = {fold(part) for part in PARTS}
    if not model.order or any(fold(name) not in parts for name in model.order):
        return
    for field, part in _SHOWN_IN.items():
        if field in agreement.key_positions and not model.shows(part):
            yield fault("C400", agreement.key_positions[field], part=part, model=model.id)


def _unknown(recital: Recital, agreement: Agreement, library: Library) -> Iterator[Diagnostic]:
    if isinstance(recital, CodeRecital):
        yield from _unknown_code(recital, library)
    elif isinstance(recital, LawRecital):
        yield from _unread_law(recital)
    elif isinstance(recital, AuthorityRecital):
        party = next((item for item in agreement.parties if item.id == recital.party), None)
        if party and party.authority is None:
            yield fault("C458", place_of(recital.party, recital.position), party=party.key)


def _unread_law(recital: LawRecital) -> Iterator[Diagnostic]:
    number = recital.number
    if isinstance(number, Text) and citations.write_law_number(number) is None:
        yield fault("C467", place_of(number, recital.position), number=number)


def _unknown_code(recital: CodeRecital, library: Library) -> Iterator[Diagnostic]:
    if str(recital.code) not in library.codes:
        near = suggestion(str(recital.code), library.codes)
        known = ", ".join(library.codes)
        place = place_of(recital.code, recital.position)
        yield fault("C459", place, name=recital.code, known=known, **near)
    for article in recital.articles:
        if isinstance(article, Text) and citations.write_article(article) is None:
            yield fault("C460", place_of(article, recital.position), article=article)
