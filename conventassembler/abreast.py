"""Work that goes on step by step, so that what several acts need alike is done for all at once.

Below every room, but for `keeping`. A stage that has steps is a generator: it yields nothing, now
and then, and what it returns is what it made. Alone it is run to its end (`done`). Acts of one
model go through the same steps (`abreast`): the second finds the code and the tables of a step
where the first has just used them, in the caches of the processor, and takes a quarter less time.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, TypeVar

from conventassembler.keeping import ACTS

T = TypeVar("T")
Steps = Generator[None, None, T]
"""What goes on by steps, and returns a value in the end."""
TOGETHER: Final = ACTS
"""How many go abreast: what they share is remembered for as many acts. More are hardly faster,
and each holds memory."""

_OVER: Final = object()
"""What stands for a step where there is none left."""


def in_groups(items: Iterable[T]) -> Iterator[list[T]]:
    """Yield `items` in their order, as many at a time as go abreast; fewer where these are over."""
    left = iter(items)
    while group := list(islice(left, TOGETHER)):
        yield group


def done(steps: Steps[T]) -> T:
    """Return what `steps` return, all of them taken."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            value: T = end.value
            return value


def abreast(many: Sequence[Steps[T]]) -> list[T]:
    """Return what each of `many` returns, in their order; each takes a step, then the next does."""
    made: dict[int, T] = {}
    going = [_into(made, rank, steps) for rank, steps in enumerate(many)]
    while going:
        going = [steps for steps in going if next(steps, _OVER) is not _OVER]
    return [made[rank] for rank in range(len(many))]


def _into(made: dict[int, T], rank: int, steps: Steps[T]) -> Steps[None]:
    """Take the steps; what they return is put into `made`."""
    made[rank] = yield from steps
