"""What this computer has for the program: facts, which `doctor` puts into words.

It stands above `build`, and looks at everything that a clerk would otherwise find out one by one;
nothing is changed, but for a file that is written and taken away to see whether it can be.
"""

import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Final, Literal, NamedTuple

from conventassembler import __version__
from conventassembler.caching import store
from conventassembler.caching.where import cache_folder
from conventassembler.doctor.fonts import ALIKE, asked_for, font_folders, installed
from conventassembler.office.find import find_office
from conventassembler.office.version import version_of
from conventassembler.sending import SENT
from conventassembler.settings.reading import load_settings
from conventassembler.stationery import stationery
from conventassembler.workspace import Workspace

State = Literal["good", "absent", "doubtful"]


class Item(NamedTuple):
    """One thing that was looked at."""

    key: str
    """What it is: `libreoffice`, `font`..."""
    state: State
    value: str = ""
    """Its version, its place, its name."""
    other: str = ""
    """What stands in for it, or where it is."""


SHEETS: Final = "python-calamine"
"""What reads the tables of `fill --from`."""


def check_up(workspace: Workspace | None, encoding: str) -> Iterator[Item]:
    """Yield what is there and what is not; `encoding` is that of the terminal."""
    yield Item("program", "good", __version__, str(Path(__file__).parents[1]))
    yield Item("python", "good", platform.python_version(), sys.executable)
    yield from _of_workspace(workspace)
    utf_8 = encoding.lower().replace("-", "").replace("_", "") == "utf8"
    yield Item("terminal", "good" if utf_8 else "doubtful", encoding)
    yield _libreoffice()
    if workspace:
        yield from _fonts(workspace)
    git = shutil.which("git")
    yield Item("git", "good" if git else "absent", git or "")
    yield _sheets()
    yield _cache()
    yield Item("watch", "good")


def _of_workspace(workspace: Workspace | None) -> Iterator[Item]:
    if workspace is None:
        yield Item("workspace", "absent")
        return
    yield Item("workspace", "good", str(workspace.root), str(len(workspace.names())))
    for folder in (workspace.agreements, workspace.output, workspace.root / SENT):
        state: State = "good" if is_writable(folder) else "doubtful"
        yield Item("folder", state, workspace.shown(folder))


def is_writable(folder: Path) -> bool:
    """Tell whether a file can be written in `folder`, or in the one where it would be made."""
    there = next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
    try:
        with tempfile.NamedTemporaryFile(dir=there, prefix=".conventassembler-"):
            return True
    except OSError:
        return False


def _libreoffice() -> Item:
    office = find_office()
    if office is None:
        return Item("libreoffice", "absent")
    version = version_of(office)
    return Item("libreoffice", "good" if version else "doubtful", version, str(office))


def _fonts(workspace: Workspace) -> Iterator[Item]:
    """Yield the fonts of the house template, with what takes their place where they are absent."""
    settings, _ = load_settings(workspace.settings, workspace.shown(workspace.settings))
    paper, _ = stationery(workspace, settings.template)
    here = installed(font_folders())
    for name in asked_for(paper.template) if paper else ():
        alike = ALIKE.get(name, "")
        if name in here:
            yield Item("font", "good", name)
        elif alike in here:
            yield Item("font", "doubtful", name, alike)
        else:
            yield Item("font", "absent", name)


def _cache() -> Item:
    """Return where what was made before is kept, and how large it is, in MB."""
    folder = cache_folder()
    if folder is None:
        return Item("cache", "absent")
    number, size = store.size()
    return Item("cache", "good", f"{number} / {size / 1e6:.1f}", folder)


def _sheets() -> Item:
    try:
        return Item("sheets", "good", metadata.version(SHEETS))
    except metadata.PackageNotFoundError:
        return Item("sheets", "absent")
