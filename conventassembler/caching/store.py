"""Entries of the cache as files: each whole or not there, all of them bounded.

An entry that was cut, that is of another program or of nobody knows what is as one that is not
there. What cannot be written is not kept: the cache is a comfort, and no command fails for it.
"""

import os
from contextlib import suppress
from typing import Final

from conventassembler.caching.contents import digest
from conventassembler.caching.where import cache_folder, is_ours

_MAGIC: Final = b"conventassembler cache 1\n"
_LARGEST: Final = 64 * 1024 * 1024
"""Bytes of one entry: more is not kept."""
MOST: Final = {"stock": 16, "acts": 4096, "runs": 512, "templates": 64, "tables": 8}
"""How many entries there are of a kind; the oldest make room."""
_SPARE: Final = 8
"""Share of the entries that goes at once when there are too many."""


def read(kind: str, key: str) -> bytes | None:
    """Return what was kept under `key`, or None."""
    path = _path(kind, key)
    if path is None or not is_ours(os.path.dirname(path)):
        return None
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST)
    except (OSError, ValueError):
        return None
    head, body = data[: len(_MAGIC) + _SUM], data[len(_MAGIC) + _SUM :]
    return body if head == _MAGIC + _sum(body) else None


def write(kind: str, key: str, data: bytes) -> None:
    """Keep `data` under `key`, where that can be done."""
    path = _path(kind, key)
    if path is None or len(data) > _LARGEST - 1024:
        return
    folder = os.path.dirname(path)
    own = f"{path}.{os.getpid()}.tmp"
    with suppress(OSError):
        os.makedirs(os.path.dirname(folder), mode=0o700, exist_ok=True)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        if not is_ours(folder):
            return
        try:
            with open(own, "wb") as file:
                file.write(_MAGIC + _sum(data) + data)
            os.replace(own, path)  # another run at the same time writes the same
        finally:
            with suppress(OSError):
                os.unlink(own)
        _make_room(folder, MOST[kind])


def size() -> tuple[int, int]:
    """Return how many entries there are, and their bytes together."""
    folder = cache_folder()
    sizes = [
        entry.stat().st_size
        for kind in MOST
        for entry in _entries(os.path.join(folder, kind) if folder else "")
    ]
    return len(sizes), sum(sizes)


def _sum(body: bytes) -> bytes:
    return digest(body).encode("ascii") + b"\n"


_SUM: Final = len(_sum(b""))


def _path(kind: str, key: str) -> str | None:
    folder = cache_folder()
    return os.path.join(folder, kind, key) if folder else None


def _entries(folder: str) -> list["os.DirEntry[str]"]:
    with suppress(OSError), os.scandir(folder) as entries:
        return [entry for entry in entries if entry.is_file()]
    return []


def _make_room(folder: str, most: int) -> None:
    """Take the oldest entries away where there are more than `most`."""
    entries = _entries(folder)
    if len(entries) <= most:
        return
    with suppress(OSError):  # another run makes room too
        entries.sort(key=lambda entry: entry.stat().st_mtime)
    for entry in entries[: len(entries) - most + most // _SPARE]:
        with suppress(OSError):
            os.unlink(entry.path)
