"""What a run told before, told again where nothing has changed: without click, without the rest."""

import sys
from collections.abc import Sequence

from conventassembler.caching.runs import Run, key_of, read_run
from conventassembler.cli.signs import say_what_can_be_said


def told_again(words: Sequence[str]) -> int | None:
    """Tell what a run of these words told, and return its exit code.

    None, and nothing told, where all of the program is needed to know it.
    """
    run = read_run(key_of(words))
    if run is None:
        return None
    say_what_can_be_said()
    _tell(run)
    return run.code


def _tell(run: Run) -> None:
    streams = {"out": sys.stdout, "err": sys.stderr}
    for stream, words in run.tape:
        if stream in streams:
            streams[stream].write(words)
            streams[stream].flush()  # what is told stays in its order
        else:
            sys.stdout.buffer.write(words.encode("utf-8"))
            sys.stdout.buffer.flush()
