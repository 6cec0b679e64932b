"""What the program remembers, let go: whatever is made next is made as in a new process."""

import sys
from collections.abc import Callable, Iterator

from conventassembler import keeping
from conventassembler.checks import scans


def _caches() -> Iterator[Callable[[], object]]:
    """Yield what empties each of the caches of the program."""
    for name, module in tuple(sys.modules.items()):
        if name.startswith("conventassembler"):
            clears = (getattr(one, "cache_clear", None) for one in vars(module).values())
            yield from (clear for clear in clears if clear is not None)
    yield from (one._words.clear for one in (scans.LINES, scans.VALUES))
    yield from (shelf.turn for shelf in (*keeping._shelves, *keeping._shelves))


def forget() -> None:
    """Let go all that is remembered of other acts."""
    for clear in _caches():
        clear()
