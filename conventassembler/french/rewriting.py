"""What the rules of typography are made of: patterns, and the little rewrites that they share."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from conventassembler.french.grammar import NBSP
from conventassembler.french.tape import Rewrite, Tape
from conventassembler.patterns import Pattern

SPACE = " \u00a0\u202f"
"""The spaces that a paragraph may hold, for a class of characters."""


_CAPITALISED = Pattern(r"[A-Z]\w*+")


class Rule(NamedTuple):
    """What to look for, what it becomes, and what a text that has none of it shows at a glance.

    A pattern that begins with a character, and looks behind it only then, is looked for many times
    faster than one that looks behind first: the places without that character are passed over.
    """

    pattern: Pattern
    rewrite: Rewrite
    signs: tuple[str, ...] = ()
    """Each match holds one of these, or touches it; a rule without any reads every text."""
    figures: bool = False
    """Whether each match holds a figure, or touches one."""
    heads: frozenset[str] = frozenset()
    """Each match begins with one of these runs of letters, whose first is a capital."""
    goes_on: frozenset[str] = frozenset()
    """The words of small letters that may stand in a match behind a word and a plain space, or be
    looked at there; it reaches over no other."""


class Ready(NamedTuple):
    """A rule as it is run."""

    pattern: Pattern
    rewrite: Rewrite
    signs: tuple[tuple[str, str], ...]
    """Each after the one of its characters that texts have least often."""
    heads: frozenset[str]


def ready(rule: Rule, signs: Iterable[str]) -> Ready:
    """Return `rule` for a text that may show these of its signs alone."""
    told = tuple((max(sign, key=_rarity), sign) for sign in signs)
    return Ready(rule.pattern, rule.rewrite, told, rule.heads)


_OFTEN = " esaintrulodcmpé"
"""What nearly every text has, the most frequent first."""


def _rarity(character: str) -> int:
    return _OFTEN.find(character) % (len(_OFTEN) + 1)  # the last of all where it is not there


def rewrite_all(tape: Tape, rules: Iterable[Ready]) -> None:
    """Rewrite a text by each of the rules in order, on what the one before it left.

    Of the text it is known that it has the figures that they need. Hardly a rule finds its sign in
    a text, so that no call is made for the others; and one character is looked for several times
    as fast as two.
    """
    for pattern, rewrite, signs, heads in rules:
        text = tape.text
        for rarest, sign in signs:
            if rarest in text and sign in text:
                break
        else:
            if signs or (heads and heads.isdisjoint(_CAPITALISED.findall(text))):
                continue
        tape.rewrite(pattern, rewrite)


def beside_spaces(signs: Iterable[str]) -> tuple[str, ...]:
    """Return each of `signs` with each of the spaces behind it."""
    return tuple(sign + space for sign in signs for space in SPACE)


def becomes(replacement: str) -> Rewrite:
    """Return the rewrite that puts `replacement` in place of every match."""
    return lambda _: replacement


def before(space: str) -> Rewrite:
    """Return the rewrite that puts `space` before every match."""
    return lambda match: space + match.group()


def parted(space: str) -> Rewrite:
    """Return the rewrite that puts `space` in place of spaces, and before any other match."""
    return lambda match: space + match.group().strip(SPACE)


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
