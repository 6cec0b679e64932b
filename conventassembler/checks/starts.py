"""Matches of a pattern that can begin at a few places alone, which is quicker than to look for it.

Below the rules about words: a noun or a mark is found first, and what leads to it is looked for
just before.
"""

import re
from collections.abc import Iterable, Iterator

from conventassembler.patterns import Pattern


def matches(pattern: Pattern, text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begin at one of `starts`, none inside another."""
    end = 0
    for start in starts:
        found = pattern.match(text, start) if start >= end else None
        if found:
            end = found.end()
            yield found
