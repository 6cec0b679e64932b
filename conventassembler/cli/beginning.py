"""What every run of the program needs and none has to make again.

The tables of French, read; what Python compiled for patterns and for the classes of records.
"""

import marshal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from conventassembler import frozen, patterns
from conventassembler.caching import store
from conventassembler.caching.contents import UnreadableError
from conventassembler.caching.pickling import as_bytes, of_bytes
from conventassembler.caching.program import program
from conventassembler.caching.where import cache_folder
from conventassembler.french.tables import KNOWN

_KIND: Final = "tables"


@contextmanager
def tables() -> Iterator[None]:
    """Put in what an earlier run made; keep it with what this one makes."""
    try:
        key = program() if cache_folder() else ""
    except UnreadableError:
        key = ""
    data = store.read(_KIND, key) if key else None
    _put_in((of_bytes(data) if data else None) or ({}, b""))
    before = _sizes()
    try:
        yield
    finally:
        if key and _sizes() != before and (told := _told()):
            store.write(_KIND, key, told)


def _sizes() -> tuple[int, ...]:
    """Return how much there is of each; of patterns, what is new and still to be kept."""
    is_full = len(patterns.KNOWN) >= patterns.MOST
    return len(KNOWN), len(frozen.KNOWN), 0 if is_full else len(patterns.MADE)


def _put_in(made: tuple[Any, bytes]) -> None:
    french, compiled = made
    records, programs = marshal.loads(compiled) if compiled else ({}, {})
    KNOWN.update(french)
    frozen.KNOWN.update(records)
    patterns.KNOWN.update(programs)


def _told() -> bytes | None:
    programs = {**patterns.KNOWN, **patterns.programs(patterns.MADE)}
    return as_bytes((KNOWN, marshal.dumps((frozen.KNOWN, programs))))
