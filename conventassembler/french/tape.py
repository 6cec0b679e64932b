"""A text under correction that remembers where each of its characters comes from.

Typography works by passes, each on the text that the one before it left; the caller wants edits
of the text that it handed in. The tape keeps both.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, starmap
from typing import NamedTuple

from conventassembler.patterns import Pattern

Span = tuple[int, int]
Rewrite = Callable[[re.Match[str]], str | None]
"""What a match becomes; None to leave it."""


class Edit(NamedTuple):
    """The replacement of `text[start:end]`; an insertion when both are equal."""

    start: int
    end: int
    replacement: str


class Tape:
    """A text, the corrections made to it so far, and the spans that nothing may touch."""

    def __init__(self, text: str, exempt: Iterable[Span] = ()) -> None:
        self._source = text
        self._frozen = frozenset(chain.from_iterable(starmap(range, exempt)))
        self._origins: Sequence[int | Span] = range(len(text))
        """For each character, its place in the source, or the span of it that a correction took."""
        self._touched: list[Span] = []
        """The spans of the source that corrections took."""
        self.text = text

    def rewrite(self, pattern: Pattern, rewrite: Rewrite) -> None:
        """Replace each match of `pattern` by what `rewrite` makes of it."""
        for match in reversed(list(pattern.finditer(self.text))):
            replacement = rewrite(match)
            if replacement is not None:
                self.replace(match.start(), match.end(), replacement)

    def replace(self, start: int, end: int, replacement: str) -> None:
        """Replace `text[start:end]`, unless a character that changes is exempt."""
        start, end, replacement = self._trimmed(start, end, replacement)
        if (start == end and not replacement) or self.is_exempt(start, end):
            return
        origins = self._origins
        low = _span(origins[start])[0] if start < len(origins) else len(self._source)
        high = _span(origins[end - 1])[1] if end > start else low
        # A character in place of another has its place: most corrections are no more than that.
        if not (end - start == len(replacement) == high - low == 1):
            added: list[Span] = [(high, high)] * len(replacement)
            added[:1] = [(low, high)] if added else []
            self._origins = [*origins[:start], *added, *origins[end:]]
        self._touched.append((low, high))
        self.text = self.text[:start] + replacement + self.text[end:]

    def edits(self) -> tuple[Edit, ...]:
        """Return the corrections as edits of the text handed in, sorted, none overlapping."""
        found: list[Edit] = []
        shift = 0
        for low, high in _joined(self._touched):
            shift += self._edit(low, high, low + shift, found)
        return tuple(found)

    def _edit(self, low: int, high: int, start: int, found: list[Edit]) -> int:
        """Find the edits of `source[low:high]`, which `text` says from `start`.

        Return how much longer it has become.
        """
        cursor, replacement, place = low, "", start
        for place in range(start, len(self._origins) + 1):
            origin = self._origins[place] if place < len(self._origins) else high
            if type(origin) is int and origin >= high:
                break
            first, last = _span(origin)
            if last - first != 1 or self._source[first] != self.text[place]:
                replacement += self.text[place]
                continue
            if replacement or first > cursor:
                found.append(Edit(cursor, first, replacement))
            cursor, replacement = last, ""
        if replacement or cursor < high:
            found.append(Edit(cursor, high, replacement))
        return (place - start) - (high - low)

    def _trimmed(self, start: int, end: int, replacement: str) -> tuple[int, int, str]:
        """Leave out what a replacement does not change, so that edits stay as small as can be."""
        while start < end and replacement and self.text[start] == replacement[0]:
            start, replacement = start + 1, replacement[1:]
        while start < end and replacement and self.text[end - 1] == replacement[-1]:
            end, replacement = end - 1, replacement[:-1]
        return start, end, replacement

    def is_exempt(self, start: int, end: int) -> bool:
        """Tell whether a character to change, or a place to insert into, is within an exemption."""
        if not self._frozen:
            return False
        if start == end:
            inside = 0 < start < len(self.text)
            return inside and self._exempts(start - 1) and self._exempts(start)
        return any(map(self._exempts, range(start, end)))

    def _exempts(self, place: int) -> bool:
        first, last = _span(self._origins[place])
        return last - first == 1 and first in self._frozen


def _span(origin: int | Span) -> Span:
    return (origin, origin + 1) if isinstance(origin, int) else origin


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield `spans` in order, those that touch as one."""
    low = high = -1
    for start, end in sorted(spans):
        if start > high:
            if high >= 0:
                yield low, high
            low = start
        high = max(high, end)
    if high >= 0:
        yield low, high


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return `text` with the edits made; they are sorted and do not overlap."""
    parts: list[str] = []
    cursor = 0
    for edit in edits:
        parts += (text[cursor : edit.start], edit.replacement)
        cursor = edit.end
    return "".join((*parts, text[cursor:]))
