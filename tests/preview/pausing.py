"""Pauses in which a test does something, in place of those in which a command waits."""

from collections.abc import Callable


def nothing() -> None:
    """Let the files be."""


def steps(
    *todo: Callable[[], object], end: type[BaseException] = KeyboardInterrupt
) -> Callable[[float], None]:
    """Return a pause in which the next of `todo` is done; after them it raises `end`."""
    left = list(todo)

    def pause(_: float) -> None:
        if not left:
            raise end
        left.pop(0)()

    return pause
