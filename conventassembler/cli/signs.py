"""Signs that a terminal has no code for, printed as those that it has: cmd.exe in cp850.

`main` gives this handler to the streams; nothing else needs to know what they speak.
"""

import codecs
import io
import sys
from typing import Final
from unicodedata import normalize

HANDLER: Final = "conventassembler"
"""The name of the handler of errors, for `errors=` of a stream."""

_LIKE: Final = {
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "…": "...",
    "–": "-",
    "—": "-",
    "‑": "-",
    "→": "->",
    "←": "<-",
    "›": ">",
    "•": "-",
    "œ": "oe",
    "Œ": "OE",
    "€": "EUR",
    "«": '"',
    "»": '"',
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "\N{THIN SPACE}": " ",
}


def likened(problem: UnicodeError) -> tuple[str, int]:
    """Return what to print instead of what `problem` could not encode, and where to go on.

    Raises:
        UnicodeError: it is no problem of printing, and so none of ours.
    """
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    signs = problem.object[problem.start : problem.end]
    return "".join(map(_like, signs)), problem.end


def _like(sign: str) -> str:
    """Return what stands for a sign: a letter without its accent, at worst a question mark."""
    bare = normalize("NFKD", sign)[:1]
    return _LIKE.get(sign) or (bare if bare.isascii() else "?")


codecs.register_error(HANDLER, likened)


def say_what_can_be_said() -> None:
    """Let a sign that the terminal or the file has no code for be another, and stop nothing.

    On Windows, what is printed into a file or to another program is in an old code page.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=HANDLER)
