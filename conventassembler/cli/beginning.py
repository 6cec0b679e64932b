"""What every run of the program needs and none has to make again: the tables of French, read."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from conventassembler.caching import store
from conventassembler.caching.contents import UnreadableError
from conventassembler.caching.pickling import as_bytes, of_bytes
from conventassembler.caching.program import program
from conventassembler.caching.where import cache_folder
from conventassembler.french.tables import KNOWN

_KIND: Final = "tables"


@contextmanager
def tables() -> Iterator[None]:
    """Put in the tables that an earlier run read; keep them with those that this one reads."""
    try:
        key = program() if cache_folder() else ""
    except UnreadableError:
        key = ""
    data = store.read(_KIND, key) if key else None
    KNOWN.update((of_bytes(data) if data else None) or {})
    before = len(KNOWN)
    try:
        yield
    finally:
        if key and len(KNOWN) > before and (told := as_bytes(KNOWN)):
            store.write(_KIND, key, told)
