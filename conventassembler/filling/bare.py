"""What people put around an answer out of habit, and that is no part of it: quotes, dashes."""

from typing import Final

from conventassembler.patterns import Pattern

_QUOTES: Final = ('""', "''", "“”", "„“", "‘’", "«»")
"""Pairs of quotation marks, opening and closing."""
_OPENING: Final = frozenset(pair[0] for pair in _QUOTES)
_DASH = Pattern(r"(?:[-–—*]\s|[•◦▪·‣]\s*)\s*")
"""What leads an item of a list; a dash without a space may be a sign: -5."""
_AROUND = " \t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


def unquoted(text: str) -> str:
    """Return a text without the one pair of quotation marks that holds all of it, if one does.

    « A » et « B » keeps its own: the first mark is closed before the end.
    """
    if text[:1] not in _OPENING:
        return text
    for opening, closing in _QUOTES:
        inner = text[1:-1]
        if len(text) > 1 and text[0] == opening and text[-1] == closing:
            bare = inner.strip(_AROUND)
            return text if opening in inner or closing in inner or not bare else bare
    return text


def item(text: str) -> str:
    """Return an item of a list without the dash before it, the semicolon behind it, its quotes."""
    bare = text[found.end() :] if (found := _DASH.match(text)) else text
    bare = bare.rstrip(_AROUND + ";") if bare.endswith(";") else bare
    return unquoted(bare.strip()) or text
