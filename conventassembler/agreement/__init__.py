"""Agreement files and the party registry: YAML to frozen records, every fault with its place."""

from conventassembler.agreement.forms import AGREEMENT, DEFINITIONS
from conventassembler.agreement.loader import load_agreement, read_agreement
from conventassembler.agreement.parties import check_party, unknown_parties
from conventassembler.agreement.registry import PartyFile, Registry, load_parties
from conventassembler.agreement.sources import Source, source_at
from conventassembler.schema.json_schema import document_schema
from conventassembler.schema.types import JsonSchema

__all__ = [
    "PartyFile",
    "Registry",
    "Source",
    "agreement_schema",
    "check_party",
    "load_agreement",
    "load_parties",
    "read_agreement",
    "source_at",
    "unknown_parties",
]


def agreement_schema() -> JsonSchema:
    """Return the JSON Schema of agreement files, for editors."""
    return document_schema(AGREEMENT, "Acte", DEFINITIONS)
