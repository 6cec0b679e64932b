"""Words that are nearly one another: which known name somebody meant.

Below every room. What compares them is loaded when something was misspelt, which is rare.
"""

from collections.abc import Iterable, Sequence


def close_matches(
    word: str, known: Iterable[str], count: int = 3, cutoff: float = 0.6
) -> list[str]:
    """Return at most `count` of `known` that are at least so like `word` (1: equal), best first."""
    from difflib import get_close_matches  # noqa: PLC0415 -- see above

    return get_close_matches(word, list(known), count, cutoff)


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how like two words, or lists of them, are: 1 for equal ones, 0 for others."""
    from difflib import SequenceMatcher  # noqa: PLC0415 -- see above

    return SequenceMatcher(None, one, other).ratio()
