"""What was worked out of late: enough for the act being written and those before it, no more.

Beside `keeping.kept`, for what one act alone may hold thousands of: the bound follows the act.
"""

from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Values by key, of the act that is being written and of those before it.

    An act of any length keeps all of its own. Once there are more than `most`, the next act begins
    anew, and what it does not ask for is forgotten.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._now: dict[K, V] = {}
        self._before: dict[K, V] = {}

    def begin(self) -> None:
        """Begin an act."""
        if len(self._now) > self._most:
            self._before, self._now = self._now, {}

    def get(self, key: K) -> V | None:
        """Return the value of `key`, if it is known."""
        found = self._now.get(key)
        if found is None and (found := self._before.get(key)) is not None:
            self.put(key, found)
        return found

    def put(self, key: K, value: V) -> V:
        """Keep `value`, and return it."""
        self._now[key] = value
        return value
