"""The JSON Schema (2020-12) of a file, for editors: from the declarations that read the file.

It proposes the French keys of the table as they are spelt there; by patterns it accepts what the
loader accepts: the English names and other spellings.
"""

from collections.abc import Iterable

from conventassembler.schema import blanks
from conventassembler.schema.records import RecordType
from conventassembler.schema.types import JsonSchema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def document_schema(
    record: RecordType, title: str, definitions: Iterable[RecordType] = ()
) -> JsonSchema:
    """Return the schema of a file read by `record`; `definitions` are the records it refers to."""
    named: JsonSchema = {item.title: item.definition() for item in definitions}
    return {
        "$schema": DIALECT,
        "title": title,
        **record.definition(),
        "$defs": {
            "blank": dict(blanks.TYPED),
            "bracketed-blank": dict(blanks.BRACKETED),
            **named,
        },
    }
