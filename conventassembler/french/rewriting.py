"""What the rules of typography are made of: patterns, and the little rewrites that they share."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from conventassembler.french.grammar import NBSP
from conventassembler.french.tape import Rewrite
from conventassembler.patterns import Pattern

SPACE = " \u00a0\u202f"
"""The spaces that a paragraph may hold, for a class of characters."""


_CAPITALISED = Pattern(r"[A-Z]\w*+")


class Rule(NamedTuple):
    """What to look for, what it becomes, and what a text that has none of it shows at a glance."""

    pattern: Pattern
    rewrite: Rewrite
    signs: tuple[str, ...] = ()
    """Each match holds one of these, or touches it; a rule without any reads every text."""
    figures: bool = False
    """Whether each match holds a figure, or touches one."""
    heads: frozenset[str] = frozenset()
    """Each match begins with one of these runs of letters, whose first is a capital."""

    def concerns(self, text: str) -> bool:
        """Tell whether a text, of which it is known that it has the figures, may hold a match."""
        if self.heads:
            return not self.heads.isdisjoint(_CAPITALISED.findall(text))
        signs = self.signs
        for sign in signs:  # a generator would cost more than all the rest
            if sign in text:
                return True
        return not signs


def beside_spaces(signs: Iterable[str]) -> tuple[str, ...]:
    """Return each of `signs` with each of the spaces behind it."""
    return tuple(sign + space for sign in signs for space in SPACE)


def becomes(replacement: str) -> Rewrite:
    """Return the rewrite that puts `replacement` in place of every match."""
    return lambda _: replacement


def bound(match: re.Match[str]) -> str:
    """Return the match with its last space, a plain one, made no-break."""
    return match.group()[:-1] + NBSP


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def whole_words(words: Iterable[str]) -> Pattern:
    """Return the pattern of any of `words` where it stands as a word, not in an address."""
    return Pattern(rf"(?<![\w@/.])(?:{any_of(words)})(?!\w|@|/|\.\w)")


def in_every_case(words: Iterable[str]) -> tuple[str, ...]:
    """Return `words` as they are, with a capital, and all in capitals."""
    return tuple(
        dict.fromkeys(form for word in words for form in (word, word.capitalize(), word.upper()))
    )
