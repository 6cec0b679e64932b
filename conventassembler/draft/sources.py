"""What an agreement fills in and its model has no part for."""

from collections.abc import Iterator, Mapping

from conventassembler.agreement.model import Agreement
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.keeping import recalled
from conventassembler.library.model import PARTS, Model
from conventassembler.source import fold

_SHOWN_IN = {
    "subtitles": "titre",
    "recitals": "visas",
    "parties": "parties",
    "preamble": "préambule",
    "clauses": "clauses",
    "signature": "signature",
}
"""Part of the act that shows what stands under a field of the agreement."""


def names_parties(agreement: Agreement, model: Model) -> bool:
    """Tell whether the title of the act says between whom it is."""
    own = agreement.title_parties
    return model.title_parties if own is None else own


def unshown(agreement: Agreement, model: Model) -> Iterator[Diagnostic]:
    """Yield a finding for each field that is filled and that the model has no part for.

    A part that is misspelt in the model is told there, and may be any of those that are missing.
    """
    if agreement.title_order and not names_parties(agreement, model):
        yield fault("C482", agreement.key_positions["title_order"])
    yield from _unshown(agreement.key_positions, model)


@recalled
def _unshown(written: Mapping[str, Position], model: Model) -> tuple[Diagnostic, ...]:
    """Return a finding for each of the keys that are `written`, whatever they say."""
    parts = {fold(part) for part in PARTS}
    if not model.order or any(fold(name) not in parts for name in model.order):
        return ()
    return tuple(
        fault("C400", written[field], part=part, model=model.id)
        for field, part in _SHOWN_IN.items()
        if field in written and not model.shows(part)
    )
