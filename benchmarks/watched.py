"""A save while `watch` looks on: from the save until the new Word file stands there, whole."""

import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.desk import Desk
from benchmarks.machine import environment
from benchmarks.reading import differences
from benchmarks.rows import name
from conventassembler.review.word_reader import read_text

NAME = "essai"
"""The agreement that is saved, and its Word file."""
_MOST = 60
"""Seconds that one waits for a file."""
_CALM = 0.5
_TURN = 0.05
"""Seconds within which the moment of a save differs from one to the next."""
Save = Callable[[int], float]
"""From the number of a save its milliseconds."""


@contextmanager
def watching(command: Sequence[str], desk: Desk, root: Path) -> Iterator[Save]:
    """Keep `watch` alive on the workspace `root`; yield what saves another row of the measure.

    It writes the agreement as an editor does, waits for its Word file, and reads that.
    """
    act, file = root / "agreements" / f"{NAME}.yaml", root / "output" / f"{NAME}.docx"
    act.write_bytes(_row(desk, -1))
    with (desk.folder / "watch.txt").open("wb") as told:
        env = environment(CONVENTASSEMBLER_CACHE=str(desk.cache))
        process = subprocess.Popen(command, stdout=told, stderr=subprocess.STDOUT, env=env)

        def save(number: int) -> float:
            data = _row(desk, number)
            time.sleep(_CALM + number * 0.618 % 1 * _TURN)
            before, start = _stamp(file), time.perf_counter()
            act.write_bytes(data)
            _wait(process, lambda: _stamp(file) != before)
            took = (time.perf_counter() - start) * 1e3
            _hold(desk, number, file)
            return took

        try:
            _wait(process, file.exists)
            yield save
        finally:
            process.terminate()
            process.wait()


def _row(desk: Desk, number: int) -> bytes:
    return (desk.folder / "rows" / f"{_name(desk, number)}.yaml").read_bytes()


def _name(desk: Desk, number: int) -> str:
    return name(number % len(desk.expected))


def _stamp(file: Path) -> tuple[int, int, int]:
    """Return what tells a file from the one that stood in its place."""
    found = file.stat()
    return found.st_ino, found.st_mtime_ns, found.st_size


def _wait(process: "subprocess.Popen[bytes]", is_there: Callable[[], bool]) -> None:
    """Wait until something is there.

    Raises:
        RuntimeError: it does not come, or who makes it has ended.
    """
    end = time.monotonic() + _MOST
    while not is_there():
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError((process.args, process.returncode))
        time.sleep(0.001)


def _hold(desk: Desk, number: int, file: Path) -> None:
    """Hold the file against the text of its row.

    Raises:
        RuntimeError: it says something else.
    """
    expected = desk.expected[_name(desk, number)]
    if wrong := differences(expected, tuple(read_text(file.read_bytes()).split("\n"))):
        raise RuntimeError(wrong)
