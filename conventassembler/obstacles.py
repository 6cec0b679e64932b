"""What keeps documents from being written: a program that has them open, a path too long.

What Word and LibreOffice leave beside a file that they have open tells it. This stands before
`write_files`, in `build`: a document that is replaced under the program that shows it is lost to
whoever works there, and on Windows the replacing is refused. So it is told first, with who has it.
On Windows a file that can be opened for writing is in no program's hands, and what lies beside it
was left by one that crashed. Elsewhere nobody can tell: `--force` is the way out.
"""

import os
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.diagnostics.spoken import SOMEBODY
from conventassembler.frozen import dataclass
from conventassembler.locking import shown
from conventassembler.windows import LONGEST, as_windows, is_too_long, length
from conventassembler.workspace import Workspace, behind_links

_LARGEST: Final = 4096
"""Bytes of a lock that are read."""
_NAME_AT: Final = 54
"""Where Word's owner file has the name of the user in UTF-16, behind its length."""
_LONGEST_NAME: Final = 52
"""Signs of a user's name that Word takes."""
_WORD_LEAVES: Final = (8, 7)
"""Length of a name from which Word puts `~$` in the place of two of its signs, and of one."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that a program has open."""

    path: Path
    program: str
    user: str
    """As the program's user typed it; empty where the lock does not tell."""


def obstacles(
    files: Mapping[Path, bytes],
    workspace: Workspace,
    *,
    force: bool = False,
    platform: str = sys.platform,
) -> tuple[Diagnostic, ...]:
    """Return an error for each of `files` that is not to be written, and why.

    C067 where a program has open what is to be replaced, or put away while it saves it: not told
    with `force`, nor of a file whose bytes stay as they are. C069 where Windows would not take the
    path. `platform` is a `sys.platform`.
    """
    changing = () if force else [path for path, data in files.items() if _differs(path, data)]
    held = (one for path in changing for one in _opened(path, platform))
    far = (path for path in files if platform == "win32" and is_too_long(as_windows(path)))
    return (*(_told(one, workspace) for one in held), *(_far(path, workspace) for path in far))


def are_closed(files: Collection[Path], platform: str = sys.platform) -> bool:
    """Tell whether no program has one of `files` open, as far as this computer tells it."""
    held = (one for path in files for one in _opened(path, platform))
    is_there = os.path.isfile  # a Path raises in a folder that is closed
    there = filter(is_there, files) if platform == "win32" else ()
    return next(iter(held), None) is None and all(map(_is_free, there))


def lock_names(name: str) -> Iterator[tuple[str, str]]:
    """Yield the names that locks of the file `name` may have, each with its program.

    Word cuts the beginning of longer names; at seven signs, as some tell it, one or two.
    """
    length = len(name.rpartition(".")[0])
    long, middle = _WORD_LEAVES
    cuts = (2,) if length >= long else (1, 2) if length == middle else (0,)
    yield from ((f"~${name[cut:]}", "Word") for cut in cuts)
    yield f".~lock.{name}#", "LibreOffice"


def _differs(path: Path, data: bytes) -> bool:
    try:
        return not path.is_file() or path.read_bytes() != data
    except OSError:  # whoever writes it is told why it cannot be
        return False


def _opened(path: Path, platform: str) -> Iterable[Opened]:
    """Yield the program that has `path`, the first that is found."""
    is_link = os.path.islink(path)  # noqa: PTH114 -- a Path raises in a folder that is closed
    for place in (path, behind_links(path)) if is_link else (path,):
        for name, program in lock_names(place.name):
            if (data := _read(place.with_name(name))) is None:
                continue
            if platform == "win32" and _is_free(place):
                continue
            user = _of_word(data) if program == "Word" else _of_libreoffice(data)
            yield Opened(path, program, user)
            return


def _read(lock: Path) -> bytes | None:
    """Return what a lock says; nothing where Word lets nobody read its own, None without lock.

    In a folder that is closed, nobody knows of a lock.
    """
    with suppress(OSError):
        try:
            with lock.open("rb") as file:
                return file.read(_LARGEST)
        except PermissionError:
            return b"" if lock.exists() else None
    return None


def _is_free(path: Path) -> bool:
    """Tell whether `path` can be opened for writing, which on Windows no open document can."""
    with suppress(OSError), path.open("r+b"):
        return True
    return False


def _of_word(data: bytes) -> str:
    """Return the user of an owner file: a length of two bytes, then as many signs in UTF-16."""
    length = int.from_bytes(data[_NAME_AT : _NAME_AT + 2], "little")
    if not 0 < length <= _LONGEST_NAME:
        return ""
    start = _NAME_AT + 2
    return data[start : start + 2 * length].decode("utf-16-le", "replace")


def _of_libreoffice(data: bytes) -> str:
    """Return the user of a lock: the first field, else the account, which is the second.

    The fields are parted by commas; a backslash stands before a sign that is part of one.
    """
    text = data.decode("utf-8", "replace").partition(";")[0]
    fields = [re.sub(r"\\(.)", r"\1", one) for one in re.split(r"(?<!\\),", text)]
    return next((one for one in fields[:2] if one.strip()), "")


def _told(one: Opened, workspace: Workspace) -> Diagnostic:
    file = workspace.shown(one.path)
    who = shown(one.user) if one.user.strip() else SOMEBODY
    facts = {"file": file, "name": one.path.name, "program": one.program, "who": who}
    return fault("C067", Position(file, 0), **facts)


def _far(path: Path, workspace: Workspace) -> Diagnostic:
    file = workspace.shown(path)
    signs = length(as_windows(path))
    return fault("C069", Position(file, 0), file=file, signs=signs, most=LONGEST)
