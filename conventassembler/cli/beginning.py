"""What every run of the program needs and none has to make again.

The tables of French, read; what Python compiled for the classes of records.
"""

import marshal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from conventassembler import frozen
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
    before = len(KNOWN), len(frozen.KNOWN)
    try:
        yield
    finally:
        if key and (len(KNOWN), len(frozen.KNOWN)) != before and (told := _told()):
            store.write(_KIND, key, told)


def _put_in(made: tuple[Any, bytes]) -> None:
    french, records = made
    KNOWN.update(french)
    frozen.KNOWN.update(marshal.loads(records) if records else {})


def _told() -> bytes | None:
    return as_bytes((KNOWN, marshal.dumps(frozen.KNOWN)))
