"""Files and folders -> digests of what they hold.

Times and sizes are never asked: a file that was changed within one second, or put back with its
old time, is another file all the same.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from typing import Final

ABSENT: Final = "-"
"""The digest of what is not there."""
FOLDER: Final = "/"
"""That of a folder: what it holds is told file by file."""
_DEEPEST: Final = 12
"""Folders within folders: links may go round."""
_COMPILED: Final = frozenset({"__pycache__"})
"""What Python makes of its files."""
_LENGTH: Final = 40
"""Figures of a digest: 160 bits."""


class UnreadableError(Exception):
    """Something could not be read, or is no file: nothing can be said of what it holds."""


def digest(data: bytes) -> str:
    """Return the digest of some bytes.

    Of the digests that nobody can forge, processors have instructions for this one: the thousands
    of files that a run looks through take it a quarter of the time of BLAKE2.
    """
    return sha256(data).hexdigest()[:_LENGTH]


def digest_of(parts: Iterable[str]) -> str:
    """Return the digest of texts in their order, each told from the next."""
    told = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        told.update(b"%d:" % len(data))
        told.update(data)
    return told.hexdigest()[:_LENGTH]


def digest_of_tree(tree: Mapping[str, str]) -> str:
    """Return the digest of files by name."""
    return digest_of(part for name in sorted(tree) for part in (name, tree[name]))


def file_digest(path: str) -> str:
    """Return the digest of a file, or ABSENT.

    Raises:
        UnreadableError: it is there and cannot be read, or it is no file.
    """
    try:
        handle = os.open(path, os.O_RDONLY | _QUIETLY)
        try:
            facts = os.fstat(handle)
            if not stat.S_ISREG(facts.st_mode):
                raise UnreadableError(path)
            return digest(_all_of(handle, facts.st_size))
        finally:
            os.close(handle)
    except (FileNotFoundError, NotADirectoryError):
        return _nothing(path)
    except (OSError, ValueError) as problem:
        raise UnreadableError(path) from problem


_QUIETLY: Final = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""A pipe in the place of a file is not waited for."""


def _all_of(handle: int, size: int) -> bytes:
    parts = [os.read(handle, size + 1)]
    while parts[-1] and len(parts[0]) != size:  # as large as it was said to be: that was all
        parts.append(os.read(handle, 1 << 20))
    return b"".join(parts)


def _nothing(path: str) -> str:
    """Return the digest of what is not there: a link that leads nowhere is something."""
    return f"{ABSENT}{os.readlink(path)}" if os.path.islink(path) else ABSENT


class _Look:
    """What was seen since the disk was looked at last; None where each look is a new one."""

    seen: dict[str, Mapping[str, str]] | None = None


@contextmanager
def looking_once() -> Iterator[None]:
    """Have each folder read once as long as the block runs, or until `look_again`.

    A run asks again and again what its workspace holds, before it makes anything of it: it is told
    what was there at first, so that a change meanwhile is one when it looks again.
    """
    before, _Look.seen = _Look.seen, {}
    try:
        yield
    finally:
        _Look.seen = before


def look_again() -> None:
    """Forget what was seen: what is asked from now on is read anew."""
    if _Look.seen is not None:
        _Look.seen = {}


def tree(path: str) -> Mapping[str, str]:
    """Return the digest of everything below the folder `path`, by path from it, with « / ».

    Of a folder that is not there, or is a file, the one entry says so.

    Raises:
        UnreadableError: something there cannot be read.
    """
    seen = {} if _Look.seen is None else _Look.seen
    if path not in seen:
        seen[path] = _tree(path)
    return seen[path]


def _tree(path: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    if not os.path.isdir(path):
        return {"": file_digest(path)}
    _walk(path, "", found, _DEEPEST)
    return found


def _walk(folder: str, below: str, found: dict[str, str], left: int) -> None:
    if not left:
        raise UnreadableError(folder)
    try:
        with os.scandir(folder) as entries:
            here = [(entry.name, entry.path, entry.is_dir()) for entry in entries]
    except OSError as problem:
        raise UnreadableError(folder) from problem
    for name, path, is_folder in here:
        shown = below + name
        if name in _COMPILED:
            continue
        found[shown] = FOLDER if is_folder else file_digest(path)
        if is_folder:
            _walk(path, f"{shown}/", found, left - 1)
