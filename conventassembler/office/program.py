"""One run of LibreOffice, with a time limit; what it starts itself ends with it."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from conventassembler.frozen import dataclass

_GRACE: Final = 10
"""Seconds that a killed program may take to be gone."""
_SAID: Final = 300
"""Characters of what LibreOffice said that a message quotes."""
_CHATTER: Final = ("convert ", "Overwriting:", "Warning: failed to launch javaldx")


@dataclass(frozen=True, slots=True)
class Run:
    """How a run ended."""

    code: int | None
    """The exit code, negative for a signal; None where the time was up."""
    said: str
    """The last line it wrote that tells something, or an empty text."""


def run(command: list[str], folder: Path, seconds: float) -> Run:
    """Return how `command` ended, killed after `seconds`; `folder` takes what it says.

    Raises:
        OSError: the program cannot be started, or `folder` takes no file.
    """
    log = folder / "said.txt"
    with log.open("wb") as said:
        code = _code(command, folder, seconds, said)
    return Run(code, _last_line(log))


def _code(command: list[str], folder: Path, seconds: float, said: IO[bytes]) -> int | None:
    """Return the exit code, or None where the time was up.

    What the program says goes to a file: a pipe stays open as long as one of its children lives.
    """
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
        start_new_session=sys.platform != "win32",
    )
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        if process.poll() is None:  # time is up, or the user has interrupted the build
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kill `process` and its children: `soffice` is only what starts the real program."""
    if sys.platform == "win32":
        # By its whole name: else one of the current folder would be run.
        killer = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
        tree = [str(killer), "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(tree, capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(_GRACE)


def _last_line(log: Path) -> str:
    """Return the last thing it said, save what it says of every file and of a missing Java."""
    text = log.read_text(encoding="utf-8", errors="replace")
    lines = (line.strip() for line in text.splitlines())
    telling = [line for line in lines if line and not line.startswith(_CHATTER)]
    return telling[-1][:_SAID] if telling else ""
