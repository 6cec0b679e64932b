"""What Windows refuses and others allow: files that are open, paths that are long or misnamed.

Pure rules about paths, for `workspace` and the commands; all of them answer on every system, so
that they can be tested everywhere.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path, PurePath, PureWindowsPath
from typing import Final

from conventassembler.filenames import is_nameable

LONGEST: Final = 259
"""Signs of a path that Word and most programs open. Source: Microsoft, « Maximum Path Length »."""
_SHARING: Final = {32, 33}
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION: another program has the file."""
_DENIED: Final = 5
"""ERROR_ACCESS_DENIED: what replacing a file that is open ends with, and many other things."""
_DEVICE: Final = "\\\\?\\"
"""Before a path that Windows takes as it is, however long."""


def is_open_elsewhere(problem: OSError, path: Path) -> bool:
    """Tell whether `path` could not be replaced since another program has it open.

    Windows says of a file that is open only that access is denied. Moving it to where it is asks
    for no right but that nobody holds it.
    """
    code = getattr(problem, "winerror", None)
    return is_held(path) if code == _DENIED else code in _SHARING


def is_held(path: Path) -> bool:
    """Tell whether a program has `path` open so that Windows lets nobody replace it."""
    try:
        os.rename(path, path)  # noqa: PTH104 -- as Windows knows it, which resolves nothing
    except OSError as told:
        return getattr(told, "winerror", None) in _SHARING
    return False


def here() -> bool:
    """Tell whether this is Windows."""
    return sys.platform == "win32"


def length(path: PureWindowsPath) -> int:
    """Return the signs of a path as Windows counts them: one beyond the first 65 536 is two."""
    return len(str(path).encode("utf-16-le", "surrogatepass")) // 2


def is_too_long(path: PureWindowsPath) -> bool:
    """Tell whether Word cannot open a file of that absolute path."""
    return length(path) > LONGEST


def within_reach(path: Path) -> Path:
    """Return `path` as this system takes it at any length, for a file that no user opens."""
    if here() and is_too_long(as_windows(path)):
        return Path(extended(as_windows(path)))
    return path


def extended(path: PureWindowsPath) -> str:
    r"""Return an absolute path in the form that Windows takes at any length.

    `C:\a` is `\\?\C:\a`, the share `\\serveur\partage\a` is `\\?\UNC\serveur\partage\a`; a path
    that is relative, or of a device already, stays as it is.
    """
    text = str(path)
    if not path.is_absolute() or text.startswith((_DEVICE, "\\\\.\\")):
        return text
    return f"{_DEVICE}UNC{text[1:]}" if text.startswith("\\\\") else _DEVICE + text


def shortened(path: str) -> str:
    """Return a path as people know it, of one in the form that `extended` gives."""
    if path.startswith(f"{_DEVICE}UNC\\"):
        return "\\" + path[len(f"{_DEVICE}UNC") :]
    return path.removeprefix(_DEVICE)


def unnameable(path: PureWindowsPath) -> Iterator[str]:
    """Yield the parts of `path` that Windows would refuse, or take for another name.

    A point or a space at the end is dropped there without a word, `CON` and `aux.docx` are devices.
    """
    own = path.parts[1:] if path.anchor else path.parts
    for part in own:
        if part not in (".", "..") and not is_nameable(part.lstrip(".-") or "-"):
            yield part


def as_windows(path: PurePath) -> PureWindowsPath:
    """Return `path`, of any system, as Windows reads it."""
    return PureWindowsPath(path)
