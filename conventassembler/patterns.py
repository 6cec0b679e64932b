"""Patterns that are compiled when something is first looked for with them.

Below every room. The program has some hundreds, and Python takes a tenth of a millisecond to five
for each: a run waits for those that it uses. Whatever pattern has a name of its own or stands in a
table is one of these.

What Python compiles a pattern to, it keeps nowhere. A run can be handed what an earlier one came to
(`KNOWN`), which its matcher takes as it takes that of the compiler: the very same program, checked
by the matcher before it runs. Where a Python has no such door, patterns are compiled.
"""

import marshal
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

try:
    from _sre import compile as _assembled  # type: ignore[import-not-found, unused-ignore]
    from re import _compiler, _parser  # type: ignore[attr-defined, unused-ignore]
except ImportError:  # pragma: no cover -- another Python than those that we know
    _assembled = None

KNOWN: Final[dict[tuple[str, int], bytes]] = {}
"""The programs of patterns that an earlier run compiled, by the pattern and its flags."""
MADE: Final[set[tuple[str, int]]] = set()
"""Those that this run compiled, as far as they are counted."""
MOST: Final = 1024
"""How many are: the program has some hundreds, and an act may have some of its own."""

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
            compiled = _compiled(self.pattern, int(self._flags))
            for method in _METHODS:
                setattr(self, method, getattr(compiled, method))
            return getattr(compiled, name)


def _compiled(pattern: str, flags: int) -> "re.Pattern[str]":
    known = KNOWN.get((pattern, flags))
    if known is None or _assembled is None:
        compiled = re.compile(pattern, flags)
        if len(MADE) < MOST:
            MADE.add((pattern, flags))
        return compiled
    made: re.Pattern[str] = _assembled(pattern, *marshal.loads(known))
    return made


def programs(patterns: Iterable[tuple[str, int]]) -> dict[tuple[str, int], bytes]:
    """Return the programs of patterns, as `KNOWN` has them; none where there is no such door."""
    return {} if _assembled is None else {one: _program(*one) for one in patterns}


def _program(pattern: str, flags: int) -> bytes:
    """Return what the compiler hands to the matcher for a pattern."""
    parsed = _parser.parse(pattern, flags)
    state = parsed.state
    by_rank = [None] * state.groups
    for name, rank in state.groupdict.items():
        by_rank[rank] = name
    code = [int(one) for one in _compiler._code(parsed, flags)]
    whole = int(flags | state.flags), code, state.groups - 1, dict(state.groupdict), tuple(by_rank)
    return marshal.dumps(whole)
