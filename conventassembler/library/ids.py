"""Names of families, variants and models: those of their folders and files."""

from conventassembler.diagnostics import Position
from conventassembler.patterns import Pattern
from conventassembler.source import identifier
from conventassembler.values import Text

_NAME = Pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_name(text: str) -> bool:
    """Tell whether a file may be named so."""
    return bool(_NAME.fullmatch(text))


def as_file(text: str) -> str:
    """Return `text` as a file would be named; empty where it has no letter or figure."""
    return identifier(text).replace("_", "-")


def typed_at(name: Text) -> Position:
    """Return where a name that was read from a file was typed."""
    position = name.origin.position
    assert position is not None
    return position
