"""What the pages show: the last state of the workspace, and who waits for the next one."""

from secrets import token_hex
from threading import Condition

from conventassembler.watching import Bench


class Board:
    """One state at a time; who made it and who reads it are on different threads."""

    def __init__(self, bench: Bench) -> None:
        self._changed = Condition()
        self._bench = bench
        self._number = 0
        self._run = token_hex(4)
        self._is_over = False

    def publish(self, bench: Bench) -> None:
        """Show `bench` from now on, and wake who waits."""
        with self._changed:
            self._bench = bench
            self._number += 1
            self._changed.notify_all()

    def close(self) -> None:
        """Let nobody wait any more: there will be no other state."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()

    def read(self) -> tuple[str, Bench]:
        """Return the stamp of the state and the state; no two states have the same stamp."""
        with self._changed:
            return self._stamp, self._bench

    def wait(self, stamp: str, seconds: float) -> str:
        """Return the stamp, as soon as it is not `stamp`, and after `seconds` at the latest.

        It is empty once there will be no other.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._is_over or self._stamp != stamp, seconds)
            return "" if self._is_over else self._stamp

    @property
    def _stamp(self) -> str:
        return f"{self._run}-{self._number}"
