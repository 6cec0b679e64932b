"""Which statements of a clause text stand around one of its lines."""

import re
from collections.abc import Iterable

from conventassembler.library.model import Variant
from conventassembler.patterns import Pattern

_STATEMENT = Pattern(r"\{%-?\s*(\w+)\s*(.*?)\s*-?%\}", re.DOTALL)


def conditions_of(variant: Variant, lines: Iterable[int]) -> tuple[str, ...]:
    """Return the statements within which the lines of the file stand, the outermost first."""
    found: dict[str, None] = {}
    for line in lines:
        found |= dict.fromkeys(_around(variant, line))
    return tuple(found)


def _around(variant: Variant, line: int) -> list[str]:
    open_: list[str] = []
    for match in _STATEMENT.finditer(variant.body):
        at = variant.body_line + variant.body.count("\n", 0, match.start())
        if at >= line:  # those on the line itself stand in its text, which they do not make
            break
        _take(match[1], match[2], open_)
    return open_


def _take(word: str, rest: str, open_: list[str]) -> None:
    """Change the statements that are open as one more of them does."""
    if word in ("if", "for"):
        open_.append(f"{word} {rest}")
    elif word == "elif" and open_:
        open_[-1] = f"if {rest}"
    elif word == "else" and open_:
        open_[-1] = "not " + open_[-1].removeprefix("if ")
    elif word in ("endif", "endfor") and open_:
        open_.pop()
