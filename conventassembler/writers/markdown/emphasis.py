"""Bold and italics in CommonMark, whatever stands around them.

Bold is written `**` and italics `_`, so that two runs of delimiters never melt into one. A parser
sees a delimiter or a mere character by what stands on its two sides ("flanking", CommonMark 6.2):
where the outer neighbour would hide a delimiter, it is written as a character reference, which
begins and ends with punctuation.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final

from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

STRONG: Final = 1
EMPHASIS: Final = 2

Style = int
"""A sum of `STRONG` and `EMPHASIS`."""

_DELIMITERS: Final = {STRONG: "**", EMPHASIS: "_"}
_SPACES: Final = Pattern(r"\s+")


@dataclass(frozen=True, slots=True)
class _Border:
    """The delimiters between the character before `place` and the one there."""

    place: int
    closing: tuple[Style, ...]
    """Innermost first."""
    opening: tuple[Style, ...]
    """Outermost first."""

    def __str__(self) -> str:
        return "".join(_DELIMITERS[style] for style in self.closing + self.opening)


def without_edges(text: str, styles: Sequence[Style]) -> list[Style]:
    """Return `styles` with no style on spaces at its border, where CommonMark allows none.

    A space has the styles that its two sides share; but where nesting would make one of these
    start anew on that space, it has them only when its sides have the same.
    """
    gentle = _spaced(text, styles, lambda left, right: left & right)
    if any(set(one.closing) & set(one.opening) for one in _borders(gentle)):
        return _spaced(text, styles, lambda left, right: left if left == right else 0)
    return gentle


def _spaced(
    text: str, styles: Sequence[Style], shared: Callable[[Style, Style], Style]
) -> list[Style]:
    spaced = [0, *styles, 0]
    for spaces in _SPACES.finditer(text):
        start, end = spaces.span()
        spaced[start + 1 : end + 1] = [shared(spaced[start], spaced[end + 1])] * (end - start)
    return spaced[1:-1]


def delimited(text: str, written: Sequence[str], styles: Sequence[Style]) -> str:
    """Return `written`, the characters of `text` as they are escaped, with their delimiters.

    `styles` holds the style of each character and comes from `without_edges`.
    """
    borders = _borders(styles)
    referred = _referred(text, borders)
    pieces = list(written)
    for place in referred:
        pieces[place] = f"&#{ord(text[place])};"
    for border in reversed(borders):
        pieces.insert(border.place, str(border))
    return "".join(pieces)


def _borders(styles: Sequence[Style]) -> list[_Border]:
    """Return the borders in order: delimiters nest, the one that lasts longer outside."""
    borders: list[_Border] = []
    opened: list[Style] = []
    for place, after in _runs(styles):
        if opened or after:
            closing = _closed(opened, after)
            opening = [one for one in (STRONG, EMPHASIS) if one & after and one not in opened]
            if len(opening) > 1:
                opening.sort(key=lambda one: -_lasting(one, styles, place))
            opened += opening
            borders.append(_Border(place, closing, tuple(opening)))
    return borders


def _runs(styles: Sequence[Style]) -> Iterator[tuple[int, Style]]:
    """Yield where characters of one style begin, with that style; then the end, which has none."""
    place = 0
    for style, same in groupby(styles):
        yield place, style
        place += len(tuple(same))
    yield place, 0


def _closed(opened: list[Style], after: Style) -> tuple[Style, ...]:
    """Take from `opened` the styles that end here, and those that are nested inside them."""
    first = next((n for n, one in enumerate(opened) if not one & after), len(opened))
    closing = tuple(reversed(opened[first:]))
    del opened[first:]
    return closing


def _lasting(style: Style, styles: Sequence[Style], place: int) -> int:
    ends = (n for n in range(place, len(styles)) if not styles[n] & style)
    return next(ends, len(styles)) - place


def _referred(text: str, borders: Sequence[_Border]) -> set[int]:
    """Return the places of the characters to write as references.

    A character so written becomes punctuation for the delimiters on its other side, which may
    then need one themselves: hence the repetition.
    """
    referred: set[int] = set()
    while more := {place for one in borders for place in _hiding(text, one, referred)}:
        referred |= more
    return referred


def _hiding(text: str, border: _Border, referred: set[int]) -> set[int]:
    """Return the places, not yet `referred`, of the neighbours that hide delimiters."""
    before, after = border.place - 1, border.place
    if border.closing and border.opening:
        return set()  # each stands beside the punctuation of the other
    if border.opening:
        outer, inner, kinds = before, after, border.opening
    else:
        outer, inner, kinds = after, before, border.closing
    bold_beside_letter = kinds == (STRONG,) and text[inner].isalnum() and inner not in referred
    if bold_beside_letter or outer in referred or _parts(text, outer):
        return set()
    return {outer}


def _parts(text: str, place: int) -> bool:
    """Tell whether every version of CommonMark takes the character for a space or punctuation."""
    if not 0 <= place < len(text):
        return True
    character, kind = text[place], unicodedata.category(text[place])
    spaces_or_punctuation = kind == "Zs" or kind.startswith("P") or character in "\t\n"
    return spaces_or_punctuation or (character.isascii() and not character.isalnum())
