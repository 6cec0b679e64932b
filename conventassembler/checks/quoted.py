"""Words between quotes: the title of a film, of a review or of a song, which nobody corrects."""

from conventassembler.patterns import Pattern

_LONG = 60
"""Characters up to which what stands between quotes may be a title, and no sentence quoted."""
_QUOTED = Pattern(rf"«[^«»]{{1,{_LONG}}}»|“[^“”]{{1,{_LONG}}}”|\"[^\"\n]{{1,{_LONG}}}\"")


def in_title(text: str, start: int, end: int) -> bool:
    """Tell whether the words from `start` to `end` stand in what may be a title."""
    return any(one.start() < start and end < one.end() for one in _QUOTED.finditer(text))
