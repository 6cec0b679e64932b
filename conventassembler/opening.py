"""A document opened with the program that this computer has for it: what a double click does.

The only room besides `office` that starts another program; `menu` uses it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.diagnostics.spoken import NO_PROGRAM
from conventassembler.office.find import find_office

Start = Callable[[list[str]], None]
"""Starts a program, and waits for nothing but a refusal."""

_SOON: Final = 5.0
"""Seconds within which an opener that finds no program has said so."""


def open_document(
    path: Path, platform: str = sys.platform, start: Start | None = None
) -> tuple[Diagnostic, ...]:
    """Open `path` as the system does it; return an error (C071) where nothing opens it."""
    try:
        if platform == "win32":
            os.startfile(path)  # type: ignore[attr-defined,unused-ignore]
        elif command := _opener(platform):
            (start or _start)([*command, str(path)])
        else:
            return (_unopened(path, NO_PROGRAM),)
    except OSError as problem:
        return (_unopened(path, problem.strerror or type(problem).__name__),)
    except subprocess.CalledProcessError:
        return (_unopened(path, NO_PROGRAM),)
    return ()


def _opener(platform: str) -> list[str]:
    """Return the command that opens a file: the system's, else LibreOffice; empty without any."""
    if platform == "darwin":
        return ["open"]
    if there := shutil.which("xdg-open"):
        return [there]
    office = find_office()
    return [str(office)] if office else []


def _start(command: list[str]) -> None:
    """Start a program that goes on by itself.

    Raises:
        OSError: it cannot be started.
        subprocess.CalledProcessError: it ended soon, and with an error.
    """
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
    )
    try:
        code = process.wait(_SOON)
    except subprocess.TimeoutExpired:  # it shows the document
        process.returncode = 0  # it is nobody's to wait for: it may outlive us
        return
    if code:
        raise subprocess.CalledProcessError(code, command)


def _unopened(path: Path, reason: str) -> Diagnostic:
    return fault("C071", Position(path.name, 0), file=path.name, reason=reason)
