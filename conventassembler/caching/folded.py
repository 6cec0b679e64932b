"""A mapping whose values are made of bytes when somebody asks for them.

An act uses a few clauses of a library: the others stay as they were kept, for a run that waits for
them and for the memory of each process that makes acts.
"""

import zlib
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from conventassembler.caching.pickling import as_bytes, unpickled

V = TypeVar("V")


class Folded(Mapping[str, V]):
    """Values by name, each kept as bytes until it is asked for, and ever after as it is.

    What several of them share is one object for each. It is equal to the mapping that it is made
    of, and goes from one process to another with what was not asked for still as bytes.
    """

    __slots__ = ("_folded", "_made")

    def __init__(self, made: Mapping[str, V], folded: Mapping[str, bytes] | None = None) -> None:
        """Take values as they are, and others as bytes that `pickling` made of them."""
        self._made = dict(made)
        self._folded: dict[str, bytes | None] = {**dict.fromkeys(made), **(folded or {})}

    def __getitem__(self, name: str) -> V:
        """Return a value; the same one each time."""
        if (data := self._folded[name]) is not None:
            self._made[name] = unpickled(zlib.decompress(data))
            self._folded[name] = None  # held once
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._folded

    def __iter__(self) -> Iterator[str]:
        return iter(self._folded)

    def __len__(self) -> int:
        return len(self._folded)

    def __repr__(self) -> str:
        return f"Folded({dict(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how it is made anew; what `pickling` knows nothing of is left to the pickler."""
        folded = {
            name: _folded(self._made[name]) if data is None else data
            for name, data in self._folded.items()
        }
        if None in folded.values():
            return Folded, (dict(self),)
        return Folded, ({}, folded)


def _folded(value: object) -> bytes | None:
    data = as_bytes(value)
    return None if data is None else zlib.compress(data)
