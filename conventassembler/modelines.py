"""Where the schemas of a workspace are, and the line of a file that leads an editor to its own."""

from typing import Final

EDITORS: Final = ".conventassembler"
"""The folder of what is made for editors, at the root of a workspace."""


def schema_file(kind: str) -> str:
    """Return the name of the file of one kind of schema: `agreement.schema.json`."""
    return f"{kind}.schema.json"


def modeline(kind: str, levels: int) -> str:
    """Return the comment that leads an editor to the schema of a file so many folders down."""
    return f"# yaml-language-server: $schema={'../' * levels}{EDITORS}/{schema_file(kind)}"
