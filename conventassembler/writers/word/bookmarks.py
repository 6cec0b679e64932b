"""Bookmarks: each paragraph and each value of the draft can be found again in a returned file.

Word allows 40 characters of a name, letters, digits and underscores; LibreOffice keeps bookmarks
where it drops nearly every other mark. The name comes from the id of a block, never from its text.
"""

from collections.abc import Iterable
from hashlib import sha256

from conventassembler.patterns import Pattern

PREFIX = "ca_"
_LEGAL = Pattern("[A-Za-z0-9_]{1,40}")


def is_legal(name: str) -> bool:
    """Tell whether Word keeps a bookmark of that name."""
    return _LEGAL.fullmatch(name) is not None


def bookmark_name(*keys: str) -> str:
    """Return the name for what `keys` identify: a block's id, then a part of the block."""
    return PREFIX + sha256("\0".join(keys).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Bookmarks:
    """The bookmarks of one file: no name and no number is given twice."""

    def __init__(self, taken: Iterable[str] = (), first: int = 1) -> None:
        self._names = set(taken)
        self._next = first

    def give(self, keys: tuple[str, ...]) -> tuple[int, str]:
        """Return the number and the name of the next bookmark, which is that for `keys`."""
        number = self._next
        self._next += 1
        return number, self._free(keys)

    def _free(self, keys: tuple[str, ...]) -> str:
        name = bookmark_name(*keys)
        turn = 2
        while name in self._names:  # only for a draft that has one id twice
            name = bookmark_name(*keys, str(turn))
            turn += 1
        self._names.add(name)
        return name
