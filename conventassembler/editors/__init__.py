"""What editors ask for: the JSON Schema of the files of one workspace, with its own choices.

Library + party registry -> schemas, which complete keys, clauses and values while they are typed,
and say in French what each is. What the loader accepts, they accept.
"""

from conventassembler.editors.files import (
    FOLDER,
    as_json,
    known_in,
    modeline,
    schema_file,
    schema_files,
    write_schemas,
)
from conventassembler.editors.known import Known
from conventassembler.editors.schemas import SCHEMAS

__all__ = [
    "FOLDER",
    "SCHEMAS",
    "Known",
    "as_json",
    "known_in",
    "modeline",
    "schema_file",
    "schema_files",
    "write_schemas",
]
