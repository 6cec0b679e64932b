"""Writing files into a workspace, all of them or none; each is moved when it is whole."""

import errno
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.diagnostics.spoken import READ_ONLY
from conventassembler.windows import is_open_elsewhere, within_reach
from conventassembler.workspace.folders import behind_links, is_folder
from conventassembler.workspace.places import Workspace


def write_files(
    files: Mapping[Path, bytes], workspace: Workspace
) -> tuple[frozenset[Path], tuple[Diagnostic, ...]]:
    """Write all of `files` or none of them, and return those that changed.

    A file whose bytes are the same is left alone; of one that changes, the rights are kept, and a
    link goes on leading to it. One that somebody set read-only is refused (C006).

    Each file is written under a temporary name and moved into place. Where a move is refused (on
    Windows, by a file that is open in Word), the files already moved are put back.
    """
    places: dict[Path, Path] = {}
    done: dict[Path, bytes | None] = {}
    path = workspace.output
    try:
        for path, data in files.items():
            if _bytes(path) != data:
                places[path] = behind_links(path)
        for path, place in places.items():
            _prepare(place, files[path])
        for path, place in places.items():
            before = _bytes(place)
            if before != files[path]:  # else two links led to one file
                _temporary(place).replace(place)
                done[place] = before
    except OSError as problem:
        _restore(done)
        return frozenset(), (_refused(path, problem, workspace),)
    finally:
        for place in places.values():
            with suppress(OSError):
                _temporary(place).unlink(missing_ok=True)
    return frozenset(places), ()


def _prepare(place: Path, data: bytes) -> None:
    """Write beside `place` what is to be moved there, with the rights of what is there."""
    if place.exists() and not os.access(place, os.W_OK):  # moving another there would not ask
        raise PermissionError(errno.EACCES, READ_ONLY)
    place.parent.mkdir(parents=True, exist_ok=True)
    _temporary(place).write_bytes(data)
    if place.exists():
        shutil.copymode(place, _temporary(place))


def _refused(path: Path, problem: OSError, workspace: Workspace) -> Diagnostic:
    """Return the finding that `path` cannot be written, with the folder to look at."""
    shown = workspace.shown(path)
    if is_open_elsewhere(problem, path):
        return fault("C068", Position(shown, 0), file=shown, name=path.name)
    folder = next((item for item in path.parents if is_folder(item)), path.parent)
    reason = problem.strerror or type(problem).__name__
    return fault("C006", Position(shown, 0), file=shown, folder=folder, reason=reason)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _temporary(path: Path) -> Path:
    """Return a name that another run at the same time does not write under."""
    return within_reach(path.with_name(f".{path.name}.{os.getpid()}.tmp"))


def _restore(done: Mapping[Path, bytes | None]) -> None:
    for path, before in done.items():
        with suppress(OSError):
            if before is None:
                path.unlink()
            else:
                path.write_bytes(before)
