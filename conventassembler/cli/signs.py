"""Signs that a terminal has no code for, printed as those that it has: cmd.exe in cp850.

`main` gives the name of this handler to the streams; nothing else needs to know what they speak.
"""

import codecs
from typing import Final

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
    return "".join(_LIKE.get(sign, "?") for sign in signs), problem.end


codecs.register_error(HANDLER, likened)
