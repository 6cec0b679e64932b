"""The names in the statements of a clause: what its text is chosen by, told from what it prints.

Below `loader`: from the body of a variant, as it is typed.
"""

import re

from conventassembler.keeping import kept
from conventassembler.patterns import Pattern

_STATEMENT = Pattern(r"\{%(.*?)%\}", re.DOTALL)
_WORD = Pattern(r"[a-z_][a-z0-9_]*")


@kept
def names_that_decide(body: str) -> frozenset[str]:
    """Return the names in the statements of a clause."""
    return frozenset(word for tag in _STATEMENT.findall(body) for word in _WORD.findall(tag))
