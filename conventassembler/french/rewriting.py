"""What the rules of typography are made of: patterns, and the little rewrites that they share."""

import re
from collections.abc import Iterable

from conventassembler.french.grammar import NBSP
from conventassembler.french.tape import Rewrite

Rule = tuple[re.Pattern[str], Rewrite]

SPACE = " \u00a0\u202f"
"""The spaces that a paragraph may hold, for a class of characters."""


def becomes(replacement: str) -> Rewrite:
    """Return the rewrite that puts `replacement` in place of every match."""
    return lambda _: replacement


def bound(match: re.Match[str]) -> str:
    """Return the match with its last space, a plain one, made no-break."""
    return match.group()[:-1] + NBSP


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def whole_words(words: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of any of `words` where it stands as a word, not in an address."""
    return re.compile(rf"(?<![\w@/.])(?:{any_of(words)})(?!\w|@|/|\.\w)")


def in_every_case(words: Iterable[str]) -> tuple[str, ...]:
    """Return `words` as they are, with a capital, and all in capitals."""
    return tuple(
        dict.fromkeys(form for word in words for form in (word, word.capitalize(), word.upper()))
    )
