"""What a pattern of a table needs: a text that holds none of it need not be searched."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

_NO_LETTERS: Final = Pattern(
    r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[[^\]]*\]|\\.|[.^$]",
)
"""A group, a set, a class of characters."""
_COUNTED: Final = Pattern(r".[?*]+|.\{[^}]*\}|\+")
_ALL_IN_ONE: Final = Pattern(r"\(\?:([^()]*)\)")
_GAP: Final = "\0"


def signs_of(pattern: str) -> tuple[str, ...]:
    """Return texts in small letters, one of which stands in all that `pattern` finds.

    The longest that each of its branches is sure of: « maisons? de services|MSAP » gives
    « maison » or « s de services », whichever is longer, and « msap ». An empty one is in any text.
    """
    whole = _ALL_IN_ONE.fullmatch(pattern)
    typed = _NO_LETTERS.sub(_GAP, whole[1] if whole else pattern)
    branches = _COUNTED.sub(_GAP, typed).split("|")
    return tuple(max(one.split(_GAP), key=len).lower() for one in branches)


@dataclass(frozen=True, slots=True)
class Signed:
    """The rows of a table by what their patterns need."""

    ranks: Mapping[str, Sequence[int]]
    """By sign, where its rows stand in the table."""

    def found(self, text: str) -> Sequence[int]:
        """Return which rows `text` is to be searched for, in the order of the table."""
        small = text.lower()
        found = [ranks for sign, ranks in self.ranks.items() if sign in small]
        return sorted({one for ranks in found for one in ranks}) if found else ()


def signed(patterns: Iterable[str]) -> Signed:
    """Return the rows of which these are the patterns, by what those need."""
    ranks: dict[str, list[int]] = {}
    for rank, pattern in enumerate(patterns):
        for sign in signs_of(pattern):
            ranks.setdefault(sign, []).append(rank)
    return Signed(ranks)
