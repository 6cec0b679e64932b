"""Addresses that open a line of a file in an editor, for links beside the text."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote

from conventassembler.diagnostics import Position

EDITORS: Mapping[str, str] = MappingProxyType(
    {"vscode": "vscode://file", "vscodium": "vscodium://file"}
)
"""By the name that is typed, what the address of a file begins with."""


def editor_link(editor: str, root: Path, place: Position) -> str:
    """Return the address of `place`; empty where no editor is named, or the place is no line."""
    if editor not in EDITORS or not place.line:
        return ""
    path = (root / place.file).absolute().as_posix()
    lead = "" if path.startswith("/") else "/"
    return f"{EDITORS[editor]}{lead}{quote(path, safe='/:')}:{place.line}:{place.column}"
