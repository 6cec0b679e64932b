"""Agreement files and the party registry: YAML to frozen records, every fault with its place."""

from conventassembler.agreement.forms import AGREEMENT, DEFINITIONS
from conventassembler.agreement.loader import load_agreement
from conventassembler.agreement.parties import check_party, unknown_parties
from conventassembler.agreement.registry import PartyFile, Registry, load_parties
from conventassembler.schema import document_schema
from conventassembler.schema.types import JsonSchema

__all__ = [
    "PartyFile",
    "Registry",
    "agreement_schema",
    "check_party",
    "load_agreement",
    "load_parties",
    "unknown_parties",
]


def agreement_schema() -> JsonSchema:
    """Return the JSON Schema of agreement files, for editors."""
    return document_schema(AGREEMENT, "Acte", DEFINITIONS)
