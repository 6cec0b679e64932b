"""A text under correction that remembers where each of its characters comes from.

Typography works by passes, each on the text that the one before it left; the caller wants edits
of the text that it handed in. The tape keeps both.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

Span = tuple[int, int]
Rewrite = Callable[[re.Match[str]], str | None]
"""What a match becomes; None to leave it."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The replacement of `text[start:end]`; an insertion when both are equal."""

    start: int
    end: int
    replacement: str


class Tape:
    """A text, the corrections made to it so far, and the spans that nothing may touch."""

    def __init__(self, text: str, exempt: Iterable[Span] = ()) -> None:
        self._source = text
        self._frozen = frozenset(chain.from_iterable(range(*span) for span in exempt))
        self._spans: list[Span] | None = None  # made at the first correction: most texts have none
        self.text = text

    def rewrite(self, pattern: re.Pattern[str], rewrite: Rewrite) -> None:
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
        spans = self._spans if self._spans is not None else self._first_spans()
        low = spans[start][0] if start < len(spans) else len(self._source)
        high = spans[end - 1][1] if end > start else low
        added = [(high, high)] * len(replacement)
        if added:
            added[0] = (low, high)
        spans[start:end] = added
        self.text = self.text[:start] + replacement + self.text[end:]

    def edits(self) -> tuple[Edit, ...]:
        """Return the corrections as edits of the text handed in, sorted, none overlapping."""
        if self._spans is None:
            return ()
        found: list[Edit] = []
        cursor, replacement = 0, ""
        for char, (low, high) in zip(self.text, self._spans, strict=True):
            if high - low != 1 or self._source[low] != char:
                replacement += char
                continue
            if replacement or low > cursor:
                found.append(Edit(cursor, low, replacement))
            cursor, replacement = high, ""
        if replacement or cursor < len(self._source):
            found.append(Edit(cursor, len(self._source), replacement))
        return tuple(found)

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
        spans = self._spans if self._spans is not None else self._first_spans()
        if start == end:
            inside = 0 < start < len(spans)
            return inside and self._exempts(spans[start - 1]) and self._exempts(spans[start])
        return any(self._exempts(span) for span in spans[start:end])

    def _exempts(self, span: Span) -> bool:
        return span[1] - span[0] == 1 and span[0] in self._frozen

    def _first_spans(self) -> list[Span]:
        self._spans = [(index, index + 1) for index in range(len(self._source))]
        return self._spans


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return `text` with the edits made; they are sorted and do not overlap."""
    parts: list[str] = []
    cursor = 0
    for edit in edits:
        parts += (text[cursor : edit.start], edit.replacement)
        cursor = edit.end
    return "".join((*parts, text[cursor:]))
