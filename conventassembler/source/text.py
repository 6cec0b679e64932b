"""Bytes of a file to text: the first step of every reading."""

import re
from contextlib import suppress
from pathlib import Path

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.nearness import close_matches
from conventassembler.source import encodings

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
    nowhere = Position(shown, 0)
    try:
        with path.open("rb") as stream:
            data = stream.read(LIMIT + 1)
    except FileNotFoundError:
        return None, (fault("C002", nowhere, file=shown, **beside(path)),)
    except OSError as error:
        return None, (fault("C008", nowhere, file=shown, reason=error.strerror or error),)
    if len(data) > LIMIT:
        return None, (fault("C005", nowhere, limit="1 MB"),)
    return _decoded(data, shown)


def beside(path: Path) -> dict[str, str]:
    """Return the `suggestion` argument of a finding: the file whose name is near, in its folder."""
    names: list[str] = []
    with suppress(OSError):
        names = [one.name for one in path.parent.iterdir() if one.suffix == path.suffix]
    near = close_matches(path.name, sorted(names), count=1, cutoff=0.75)
    return {"suggestion": near[0]} if near else {}


def _decoded(data: bytes, shown: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    start = Position(shown)
    if kind := encodings.kind_of(data):
        return None, (fault("C149", start, what=kind),)
    if encodings.is_utf16(data):
        return None, (fault("C148", start, encoding="UTF-16"),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_unreadable(error, shown),)
    if damage := encodings.damaged(text):
        at, words = damage
        return None, (fault("C144", _place(text[:at], shown), words=words),)
    return text, ()


def _unreadable(error: UnicodeDecodeError, shown: str) -> Diagnostic:
    place = _place(error.object[: error.start].decode("utf-8", "replace"), shown)
    if encoding := encodings.other_encoding(error.object):
        return fault("C148", place, encoding=encoding)
    return fault("C003", place, byte=f"0x{error.object[error.start]:02X}")


def _place(before: str, shown: str) -> Position:
    """Return the place that comes after the text `before`."""
    lines = re.split(r"\r\n?|\n", before.removeprefix("\ufeff"))
    return Position(shown, len(lines), len(lines[-1]) + 1)
