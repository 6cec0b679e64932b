"""Bytes of a file to text: the first step of every reading."""

import re
from pathlib import Path

from conventassembler.diagnostics import Diagnostic, Position, fault

LIMIT = 1_000_000
"""Bytes that a file may hold; the longest agreements are a hundredth of it."""


def read_text(path: Path, shown: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text of `path`, ends of line unified, no byte order mark; or None with a fault.

    `shown` is the name that findings give to the file.
    """
    text, found = read_typed(path, shown)
    return None if text is None else unified(text), found


def unified(text: str) -> str:
    """Return a text as it is read: no byte order mark, one way of ending a line."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read_typed(path: Path, shown: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text of `path` with its mark and its ends of line; or None with a fault."""
    start = Position(shown)
    try:
        with path.open("rb") as stream:
            data = stream.read(LIMIT + 1)
    except FileNotFoundError:
        return None, (fault("C002", start, file=shown),)
    except OSError as error:
        return None, (fault("C008", start, file=shown, reason=error.strerror or error),)
    if len(data) > LIMIT:
        return None, (fault("C005", start, limit="1 MB"),)
    return _decoded(data, shown)


def _decoded(data: bytes, shown: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        before = re.split(rb"\r\n?|\n", error.object[: error.start])
        column = len(before[-1].decode("utf-8-sig", "replace")) + 1
        place = Position(shown, len(before), column)
        byte = f"0x{error.object[error.start]:02X}"
        return None, (fault("C003", place, byte=byte),)
