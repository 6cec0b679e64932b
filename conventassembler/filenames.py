"""Names of files: which every computer can give, and which programs give for their own ends."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

from conventassembler.patterns import Pattern

_SIGN = r'[^\\/:*?"<>|\x00-\x1f\ud800-\udfff]'
_NAMEABLE = Pattern(rf"(?![-.\s]){_SIGN}+(?<![.\s])")
"""What Windows takes as a name, too: a workspace is shared. A hyphen first makes an option."""
_LONGEST = 200
"""Bytes of a name: file systems take 255, of which a temporary file's name needs some."""
_PORTS = (f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$", *_PORTS}
"""What Windows keeps for itself, with any ending. Source: Microsoft, « Naming Files, Paths »."""


def is_beside(name: str) -> bool:
    """Tell whether a file of that name is what a program keeps beside another: a lock, a backup.

    Nobody means `.#a.yaml`, `~$a.docx`, `#a.yaml#`, `a.yaml~`, `a~.yaml`, `a.bak.yaml`. A copy that
    somebody made, « a - Copie.yaml », is meant.
    """
    return (
        name.startswith((".", "~$"))
        or name.endswith(("~", ".bak", ".swp", ".tmp"))
        or name.rpartition(".")[0].endswith(("~", ".bak"))
        or (name.startswith("#") and name.endswith("#"))
    )


def visible(folder: Path, pattern: str) -> Iterator[Path]:
    """Yield the files of `folder` that a person put there, and not what programs keep beside them.

    What no one may ask about counts, and is told when it is opened. A folder that is closed gives
    none: that it is so, `Workspace.closed` tells, which is asked before anything is read.
    """
    with suppress(PermissionError):
        for path in folder.glob(pattern):
            if not is_beside(path.name) and _is_file(path):
                yield path


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return True


def is_nameable(name: str) -> bool:
    """Tell whether every computer can write a file of that name."""
    device = name.partition(".")[0].rstrip().casefold() in _DEVICES
    return bool(_NAMEABLE.fullmatch(name)) and not device and len(name.encode()) <= _LONGEST


def plain_name(name: str) -> str:
    """Return a name with nothing to quote or to type by hand: « Val de l'Ouche », val-de-l-ouche.

    The name itself where none of its letters is left.
    """
    bare = normalize("NFD", name.casefold().replace("œ", "oe").replace("æ", "ae"))
    return re.sub(r"[^a-z0-9._]+", "-", re.sub(r"[\u0300-\u036f]", "", bare)).strip("-._") or name


def same(name: str) -> str:
    """Return what is the same for two names that some computers do not tell apart."""
    return normalize("NFC", normalize("NFC", name).casefold())
