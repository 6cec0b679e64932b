"""What a measure was made on, and in what environment: figures mean nothing without it."""

import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from datetime import date
from pathlib import Path
from typing import Final

_NO_USER_S: Final = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")


def environment(**more: str) -> dict[str, str]:
    """Return the environment of what is measured: that of this process, with `more`.

    Python keeps there what it compiled, as it does for users: where it may not, each start compiles
    whole programs, the largest most of all.
    """
    kept = {name: value for name, value in os.environ.items() if name not in _NO_USER_S}
    return {**kept, **more}


def machine(folder: Path) -> dict[str, str]:
    """Return the facts about this computer, and about the disk that `folder` is on."""
    return {
        "day": date.today().isoformat(),
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "disk": _disk(folder),
        "Python": f"{platform.python_version()} ({_build()})",
        "Node": _node(),
    }


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    named = (line.partition(":")[2].strip() for line in told if line.startswith("model name"))
    return next(named, platform.machine())


def _disk(folder: Path) -> str:
    """Return the file system of `folder`: files on a `tmpfs` are in memory."""
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8").splitlines()
    except OSError:
        return "not told by this system"
    places = [line.split()[1:3] for line in mounts]
    whole = str(folder.resolve())
    above = [(place, kind) for place, kind in places if whole.startswith(place)]
    return max(above, key=lambda one: len(one[0]))[1]


def _build() -> str:
    """Return how this Python was compiled: without optimisations it is slower by a tenth and more.

    Those of Debian have them, and do not say so.
    """
    asked = sysconfig.get_config_var("CONFIG_ARGS")
    if asked is None or sys.base_prefix == "/usr":
        return "as the system has it"
    plain = "--enable-optimizations" not in asked
    return f"compiled {'without' if plain else 'with'} optimisations"


def _node() -> str:
    node = shutil.which("node")
    if node is None:
        return "none"
    done = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    return done.stdout.strip().removeprefix("v")
