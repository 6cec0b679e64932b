"""Regular expressions that Python has translated once are not translated at each start.

Python keeps what it makes of a module, and not what it makes of the patterns in it: hundreds of
them are read, parsed and translated before the first file is opened. What is kept are the numbers
that the engine runs, which it checks before it takes them; the pattern and its flags are their
key, and they are of one program, one Python and one engine (`program`).
"""

import marshal
import re
from types import SimpleNamespace
from typing import Any, Final

from conventassembler.caching import store
from conventassembler.caching.contents import UnreadableError
from conventassembler.caching.program import program
from conventassembler.caching.where import cache_folder

_KIND: Final = "patterns"
_MOST: Final = 3000
"""Patterns that are kept: some are made of what users type, and would be ever more."""
_WORTH: Final = 20
"""New patterns for which it is worth while to write all of them again."""

Key = tuple[str, int]
Numbers = tuple[Any, ...]
"""What the engine is given."""


class Patterns:
    """The patterns of one run: those that are known, and those that were translated in it."""

    def __init__(self) -> None:
        self.known: dict[Key, Numbers] = {}
        self.made: dict[Key, Numbers] = {}
        self.taken: list[Numbers] = []

    def begin(self) -> None:
        """Have patterns looked up from now on; where Python is another than we know, do nothing."""
        compiler: Any = getattr(re, "_compiler", None)
        engine: Any = getattr(compiler, "_sre", None)
        if cache_folder() is None or not hasattr(engine, "compile"):
            return
        self.known = _read()
        translate, build = compiler.compile, engine.compile

        def take(*numbers: Any) -> Any:
            self.taken.append(tuple(map(_plain, numbers)))
            return build(*numbers)

        def look_up(pattern: Any, flags: int = 0) -> Any:
            key = (pattern, int(flags))
            if type(pattern) is not str:
                return translate(pattern, flags)
            if (numbers := self.known.get(key)) is not None:
                return build(*numbers)
            found = translate(pattern, flags)
            if self.taken:
                self.made[key] = self.taken.pop()
            self.taken.clear()
            return found

        compiler._sre = SimpleNamespace(**{**vars(engine), "compile": take})
        compiler.compile = look_up

    def end(self) -> None:
        """Keep the patterns of this run beside those that were known."""
        if len(self.made) < _WORTH or len(self.known) + len(self.made) > _MOST:
            return
        try:
            store.write(_KIND, program(), marshal.dumps({**self.known, **self.made}))
        except (UnreadableError, ValueError):
            return


def _plain(value: Any) -> Any:
    """Return `value` without the names that Python gives to the numbers of the engine."""
    if isinstance(value, list):
        return [int(number) for number in value]
    return int(value) if isinstance(value, int) else value


def _read() -> dict[Key, Numbers]:
    try:
        data = store.read(_KIND, program())
        known = None if data is None else marshal.loads(data)
    except (UnreadableError, EOFError, ValueError, TypeError):
        return {}
    return known if isinstance(known, dict) else {}
