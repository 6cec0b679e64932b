"""A window that is closed, a process that is to end: taken as Ctrl-C, so that answers are kept.

POSIX tells the first by SIGHUP, the second by SIGTERM; Windows tells both, and Ctrl-Break, by
SIGBREAK, and leaves a few seconds to end.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

_NAMES = ("SIGHUP", "SIGTERM", "SIGBREAK")


@contextmanager
def left_as_by_ctrl_c() -> Iterator[None]:
    """Raise KeyboardInterrupt inside at the first of these signals; those after it are left out.

    What is then still to be shown may find no window any more: that is no fault. Outside the main
    thread, where Python hands out no signals, nothing is changed.
    """
    came: list[int] = []

    def interrupt(number: int, _: FrameType | None) -> None:
        came.append(number)
        if len(came) == 1:
            raise KeyboardInterrupt

    before = {}
    with suppress(ValueError):
        for number in (getattr(signal, name) for name in _NAMES if hasattr(signal, name)):
            before[number] = signal.signal(number, interrupt)
    try:
        yield
    except OSError:
        if not came:
            raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
