"""What editors ask for: the JSON Schema of the files of one workspace, with its own choices.

Library + party registry -> schemas, which complete keys, clauses and values while they are typed,
and say in French what each is. What the loader accepts, they accept.
"""

from conventassembler.editors.files import as_json, known_in, renew_schemas, write_schemas
from conventassembler.editors.known import Known
from conventassembler.editors.schemas import KINDS, schema_of

__all__ = [
    "KINDS",
    "Known",
    "as_json",
    "known_in",
    "renew_schemas",
    "schema_of",
    "write_schemas",
]
