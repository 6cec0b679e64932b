"""The folder of the cache: the user's own, as each system has one; never in a workspace.

Written here and not asked of platformdirs, which does the same for more systems and loads in the
time that half of a run with nothing to do takes.
"""

import os
import stat
import sys
from collections.abc import Mapping
from typing import Final

VARIABLE: Final = "CONVENTASSEMBLER_CACHE"
"""A folder to keep it in, or one of `OFF`."""
OFF: Final = ("off", "0", "non", "no", "")
_NAME: Final = "conventassembler"


def cache_folder(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> str | None:
    """Return the folder, which may not be there yet; None where nothing is to be kept."""
    said = environment.get(VARIABLE)
    if said is not None:
        named = os.path.abspath(os.path.expanduser(said))
        return None if said.strip().lower() in OFF else named
    base = _base(environment, platform)
    return os.path.join(base, _NAME) if base else None


def _base(environment: Mapping[str, str], platform: str) -> str:
    """Return the user's folder for caches; empty where the system knows none."""
    home = os.path.expanduser("~")
    if platform == "win32":
        return environment.get("LOCALAPPDATA", "")
    if not os.path.isabs(home):
        return ""
    if platform == "darwin":
        return os.path.join(home, "Library", "Caches")
    named = environment.get("XDG_CACHE_HOME", "")
    return named if os.path.isabs(named) else os.path.join(home, ".cache")


def is_ours(folder: str) -> bool:
    """Tell whether `folder` is there and nobody else can have written in it."""
    try:
        facts = os.stat(folder)
    except OSError:
        return False
    if not hasattr(os, "getuid"):  # Windows: the folder is below the user's own
        return stat.S_ISDIR(facts.st_mode)
    return stat.S_ISDIR(facts.st_mode) and (
        facts.st_uid == os.getuid() and not facts.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )
