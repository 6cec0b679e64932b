"""Where LibreOffice is: what the user says, else the PATH, else the usual places of the system."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

VARIABLE: Final = "CONVENTASSEMBLER_SOFFICE"
"""Environment variable that names LibreOffice's program, or the folder it is installed in."""

_PROGRAM_FILES: Final = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)")
_IN_A_FOLDER: Final = ("program/soffice.exe", "program/soffice", "Contents/MacOS/soffice")
_IN_A_FOLDER_OF_PROGRAMS: Final = ("soffice.exe", "soffice")
_ON_THE_PATH: Final = ("soffice", "libreoffice")


def find_office(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> Path | None:
    """Return LibreOffice's program, or None where there is none.

    What `CONVENTASSEMBLER_SOFFICE` names is returned even if nothing is there: a user who named it
    is told that it cannot be started, and gets no other LibreOffice instead.
    """
    if said := environment.get(VARIABLE, "").strip().strip('"'):
        return _program(Path(said))
    return next(_found(environment, platform), None)


def _program(said: Path) -> Path:
    """Return the program that `said` is, or that stands in the folder `said`."""
    try:
        place = said.expanduser()
        inside = (place / name for name in (*_IN_A_FOLDER, *_IN_A_FOLDER_OF_PROGRAMS))
        return next((path for path in inside if path.is_file()), place)
    except (OSError, RuntimeError):  # a folder that is closed, the home of nobody
        return said


def _found(environment: Mapping[str, str], platform: str) -> Iterator[Path]:
    for name in _ON_THE_PATH:
        there = shutil.which(name, path=environment.get("PATH", ""))
        # Windows looks in the current folder first, a workspace that may come from anybody.
        if there and Path(there).is_absolute():
            yield Path(there)
    yield from (path for path in usual_places(environment, platform) if path.is_file())


def usual_places(environment: Mapping[str, str], platform: str) -> tuple[Path, ...]:
    """Return where installers put LibreOffice on `platform`, which is a `sys.platform`."""
    if platform == "win32":
        folders = dict.fromkeys(filter(None, map(environment.get, _PROGRAM_FILES)))
        return tuple(Path(one, "LibreOffice", "program", "soffice.exe") for one in folders)
    if platform == "darwin":
        homes = ("/", *filter(None, (environment.get("HOME"),)))
        inside = "Applications/LibreOffice.app/Contents/MacOS/soffice"
        return tuple(Path(home, inside) for home in homes)
    return (Path("/usr/lib/libreoffice/program/soffice"), *_of_the_maker(Path("/opt")))


def _of_the_maker(folder: Path) -> tuple[Path, ...]:
    """Return the programs of the maker's own packages, `/opt/libreoffice25.2`, newest first."""
    return tuple(sorted(folder.glob("libreoffice*/program/soffice"), reverse=True))
