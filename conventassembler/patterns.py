"""Patterns that are compiled when something is first looked for with them.

Below every room. The program has some hundreds, and Python takes a tenth of a millisecond to five
for each: a run waits for those that it uses. Whatever pattern has a name of its own or stands in a
table is one of these.
"""

import re
import sys
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    _Match = re.Match[str]
    _Replacement = str | Callable[[_Match], str]
    _END: Final = sys.maxsize

_METHODS: Final = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


class Pattern:
    """A pattern of texts, with the methods of what `re.compile` returns."""

    __slots__ = ("_flags", "pattern", *_METHODS)

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    def __repr__(self) -> str:
        return f"Pattern({self.pattern!r}, {int(self._flags)})"

    if TYPE_CHECKING:

        def findall(self, string: str, pos: int = 0, end: int = _END, /) -> list[Any]: ...
        def finditer(self, string: str, pos: int = 0, end: int = _END, /) -> Iterator[_Match]: ...
        def fullmatch(self, string: str, pos: int = 0, end: int = _END, /) -> _Match | None: ...
        def match(self, string: str, pos: int = 0, end: int = _END, /) -> _Match | None: ...
        def search(self, string: str, pos: int = 0, end: int = _END, /) -> _Match | None: ...
        def split(self, string: str, maxsplit: int = 0) -> list[str | Any]: ...
        def sub(self, repl: _Replacement, string: str, count: int = 0) -> str: ...
        def subn(self, repl: _Replacement, string: str, count: int = 0) -> tuple[str, int]: ...

    else:

        def __getattr__(self, name: str) -> Any:
            """Compile, as a method is asked for; from then on all of them are at hand."""
            compiled = re.compile(self.pattern, self._flags)
            for method in _METHODS:
                setattr(self, method, getattr(compiled, method))
            return getattr(compiled, name)
