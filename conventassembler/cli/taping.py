"""What a run tells, taken down: a later run of the same words tells it again (`again.py`)."""

import io
import sys
from collections.abc import Callable, Iterable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import click

from conventassembler.caching.contents import UnreadableError
from conventassembler.caching.runs import Run, Tape, state_of, write_run
from conventassembler.cli.desk import Desk
from conventassembler.renewal.inputs import beside


class _Raw(io.RawIOBase):
    """Takes down the bytes that are written."""

    def __init__(self, tape: Tape, stream: str) -> None:
        super().__init__()
        self.tape = tape
        self.stream = stream

    def writable(self) -> bool:
        """Tell that it can be written."""
        return True

    def write(self, data: Any) -> int:
        """Take `data` down."""
        self.tape.append((self.stream, bytes(data).decode("utf-8", "surrogatepass")))
        return len(data)


class _Stream(io.TextIOWrapper):
    """A stream of the terminal as it is seen by what prints, which is taken down instead."""

    def __init__(self, tape: Tape, stream: str, real: Any) -> None:
        raw: Any = _Raw(tape, stream)
        super().__init__(raw, "utf-8", "surrogatepass", newline="\n", write_through=True)
        self._data = _Raw(tape, "data")
        self._real = real

    def isatty(self) -> bool:
        """Tell what the terminal tells."""
        return bool(self._real.isatty())

    @property
    def buffer(self) -> Any:
        """Where data for other programs go."""
        return self._data


def taken_down(tell: Callable[[], int]) -> tuple[Tape, int]:
    """Return what `tell` tells, which nobody sees, and the exit code that it returns."""
    tape: Tape = []
    out, err = _Stream(tape, "out", sys.stdout), _Stream(tape, "err", sys.stderr)
    with redirect_stdout(out), redirect_stderr(err):
        code = tell()
    return tape, code


class Taping:
    """One run that may be told again: begun before anything is read, kept at its end."""

    def __init__(self, desk: Desk, workspace: Path | None) -> None:
        key = click.get_current_context().find_root().obj
        self.key = key if isinstance(key, str) else ""
        self.desk = desk
        self.start = str(workspace or "")
        self.root = str(desk.space.root)
        self.state = state_of(self.root) if self.key else None

    def keep(
        self, tell: Callable[[Desk], int], logos: Iterable[str], files: Iterable[Path]
    ) -> None:
        """Keep what `tell` tells of it, unless something changed meanwhile.

        `files` are those that it wrote, or found as it would have written them.
        """
        if self.state is None or (sys.platform == "win32" and sys.stderr.isatty()):
            return  # the old terminal of Windows is coloured by click itself
        shown = (self.desk.space.shown(path) for path in files)
        try:
            there = beside(self.desk.space, (*logos, *shown))
        except UnreadableError:
            return
        tape, code = taken_down(lambda: tell(self.desk.again()))
        if state_of(self.root) == self.state:
            write_run(self.key, Run(self.root, self.start, self.state, there, tape, code))
