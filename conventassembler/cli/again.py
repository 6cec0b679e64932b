"""What a run told before, told again where nothing has changed: without click, without the rest."""

import errno
import os
import sys
from collections.abc import Sequence
from typing import Final

from conventassembler.caching.runs import Run, key_of, one_look, read_run
from conventassembler.cli.signs import say_what_can_be_said

__all__ = ["one_look", "told_again"]


def told_again(words: Sequence[str]) -> int | None:
    """Tell what a run of these words told, and return its exit code.

    None, and nothing told, where all of the program is needed to know it.
    """
    run = read_run(key_of(words))
    if run is None:
        return None
    say_what_can_be_said()
    try:
        _tell(run)
    except OSError as problem:
        if not is_cut_off(problem):
            raise
        fall_silent()
        return CUT_OFF
    return run.code


CUT_OFF: Final = 1
"""What click ends with where nobody reads any more: `check | head`."""


def is_cut_off(problem: OSError, platform: str = sys.platform) -> bool:
    """Tell whether nobody reads any more what is printed; Windows says that it cannot be."""
    invalid = platform == "win32" and problem.errno == errno.EINVAL
    return problem.errno == errno.EPIPE or (invalid and problem.filename is None)


def fall_silent() -> None:
    """Let what is still to be flushed at the end go nowhere, without a word about it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _tell(run: Run) -> None:
    streams = {"out": sys.stdout, "err": sys.stderr}
    for stream, words in run.tape:
        if stream in streams:
            streams[stream].write(words)
            streams[stream].flush()  # what is told stays in its order
        else:
            sys.stdout.buffer.write(words.encode("utf-8"))
            sys.stdout.buffer.flush()
