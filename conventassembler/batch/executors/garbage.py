"""Garbage is looked for rarely while rows are made: what they make hardly ever holds itself.

For `here` and the processes of the pool. What all rows share is never garbage: it is set aside, and
not looked through again and again. One part in twenty of the time of a row, on the real agreements.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_RARELY: Final = (50_000, 5, 5)
"""Objects made, and collections of the younger ones, before the next collection."""


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Have garbage collected rarely as long as the block runs, and then as before."""
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
