"""How often files are looked at: a save is to feel instant, and looking to cost next to nothing."""

from math import inf
from typing import Final

SOON: Final = 0.05
"""Seconds between two looks while somebody works."""
RESTING: Final = 0.15
"""The same once nothing has changed for long: the first save after a pause is not to lag either."""
SELDOM: Final = 0.3
"""The most that they ever are, however long it takes to look."""
AWAKE: Final = 300
"""Seconds after a change, or the start, for which somebody is taken to work."""
_AT_WORK: Final = 25
"""How many times as long as a look the pause behind it is at least."""
_AT_REST: Final = 60
_SLACK: Final = 1.2
"""How much longer than the one before a look may be taken to be."""


class Rhythm:
    """When to look again.

    In a large workspace, and on the drive of a network, which would be asked about each file twenty
    times a second, a look takes long, and the next one comes later.
    """

    def __init__(self) -> None:
        self._calm = 0.0
        self._cost = inf

    @property
    def pause(self) -> float:
        """Seconds until the next look."""
        least, times = (SOON, _AT_WORK) if self._calm < AWAKE else (RESTING, _AT_REST)
        return min(max(least, times * self._cost), SELDOM) if self._cost < inf else least

    def looked(self, seconds: float, *, changed: bool) -> None:
        """Take note of a look: how long it took, and whether something had changed.

        One slow look says little: the computer did something else meanwhile.
        """
        self._calm = 0.0 if changed else self._calm + self.pause
        self._cost = min(seconds, self._cost * _SLACK)
