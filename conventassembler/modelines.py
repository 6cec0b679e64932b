"""Where the schemas of a workspace are, and the line of a file that leads an editor to its own."""

from typing import Final

EDITORS: Final = ".conventassembler"
"""The folder of what is made for editors, at the root of a workspace."""
_LEAD: Final = "# yaml-language-server:"


def is_modeline(line: str) -> bool:
    """Tell whether a line of a file leads an editor to a schema, and says nothing to a person."""
    return line.startswith(_LEAD)


def schema_file(kind: str) -> str:
    """Return the name of the file of one kind of schema: `agreement.schema.json`."""
    return f"{kind}.schema.json"


def modeline(kind: str, levels: int) -> str:
    """Return the comment that leads an editor to the schema of a file so many folders down."""
    return f"{_LEAD} $schema={'../' * levels}{EDITORS}/{schema_file(kind)}"
