"""What a workspace offers to whoever writes an agreement: models, clauses, registered parties.

Above the library and the agreements, which it only reads; `list` shows it, as text or as JSON.
"""

from conventassembler.catalogue.model import (
    CLAUSES,
    MODELS,
    PARTIES,
    Catalogue,
    Family,
    RegisteredParty,
)
from conventassembler.catalogue.parties import registered_parties
from conventassembler.catalogue.projection import to_json

__all__ = [
    "CLAUSES",
    "MODELS",
    "PARTIES",
    "Catalogue",
    "Family",
    "RegisteredParty",
    "registered_parties",
    "to_json",
]
