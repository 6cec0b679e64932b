"""Edits of a joined text, mapped back onto the inlines that it was joined from.

Each edit, cut down to the characters that really change, finds its stretch of text:

- What falls inside one stretch changes that stretch, even when a value made it.
- What is inserted between two stretches stays outside values: it goes to the plain text before it,
  else to the plain text after it, else into a plain stretch of its own.
- An edit over several stretches gives its text to the first plain one among them, else to the
  first; the others lose the characters that it covered.
- A blank, a field and a line break are atomic: an edit that touches one is dropped. A reference
  takes spaces for spaces and nothing else, because its words are recomputed from its heading.
- The call of a note takes no room and stays behind its word: what is inserted where it stands comes
  after it, spaces around it become spaces after it, and no other edit passes over it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from itertools import accumulate
from typing import Protocol

from conventassembler.draft.model import (
    Blank,
    Field,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Reference,
    Text,
)
from conventassembler.frozen import dataclass, replace


class Edit(Protocol):
    """A change of a text: the characters from `start` to `end` become `replacement`."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def replacement(self) -> str: ...  # noqa: D102


Rules = Callable[[str], Sequence[Edit]]
"""What to change in a text: edits in order, none over another."""


@dataclass(frozen=True, slots=True)
class Changed:
    """The new text of each stretch that has one, and what was inserted between stretches."""

    texts: Mapping[int, str]
    """By the rank of the stretch."""
    inserted: Mapping[int, str]
    """New plain text by the index of the stretch that it precedes."""

    def part(self, start: int, end: int) -> "Changed":
        """Return the changes of the stretches from `start` to `end`, and of the two borders."""
        within = {n - start: text for n, text in self.texts.items() if start <= n < end}
        between = {n - start: text for n, text in self.inserted.items() if start <= n <= end}
        return Changed(within, between)


_NOTHING = Changed({}, {})


def changed(inlines: Inlines, rules: Rules) -> Changed:
    """Return what `rules` make of `inlines`, read as one text."""
    old = [inline.text for inline in inlines]
    whole = "".join(old)
    edits = rules(whole)
    if not edits:
        return _NOTHING
    ends = list(accumulate(map(len, old)))
    laying = _Laying(inlines, old, [0, *ends][: len(old)], ends)
    # From the last to the first, so that what is before an edit stands where it stood.
    for edit in reversed(edits):
        laying.lay(whole, *_cut_down(edit, whole[edit.start : edit.end]))
    texts = {rank: text for rank, text in laying.texts.items() if text != old[rank]}
    return Changed(texts, laying.inserted)


def rebuilt(inlines: Inlines, changes: Changed) -> Inlines:
    """Return `inlines` with `changes`; a plain stretch that has lost its text goes."""
    if not changes.inserted and not changes.texts:
        return inlines
    made = list(inlines)
    # From the last to the first, as they were found.
    for place in sorted(changes.texts.keys() | changes.inserted.keys(), reverse=True):
        if place in changes.texts:
            made[place : place + 1] = _rewritten(inlines[place], changes.texts[place])
        if place in changes.inserted:
            made.insert(place, _between(inlines, place, changes.inserted[place]))
    return tuple(made)


def _rewritten(inline: Inline, text: str) -> Inlines:
    """Return `inline` with another text, or nothing for a plain stretch that has lost its own."""
    if isinstance(inline, Text):
        keeps = text or inline.value
        return (Text(text, inline.strong, inline.emphasis, inline.value),) if keeps else ()
    return (replace(inline, text=text) if isinstance(inline, Reference) else inline,)


def _between(inlines: Inlines, gap: int, text: str) -> Text:
    """Return `text` as a plain stretch, bold or italic when both its neighbours are."""
    beside = inlines[max(gap - 1, 0) : gap + 1]
    around = [one for one in beside if not isinstance(one, LineBreak | Footnote)]
    strong = bool(around) and all(one.strong for one in around)
    return Text(text, strong, bool(around) and all(one.emphasis for one in around))


def _is_plain(inline: Inline) -> bool:
    return isinstance(inline, Text) and inline.value is None


@dataclass(slots=True)
class _Laying:
    """A line whose stretches are changed, its end first; a stretch is named by its rank."""

    inlines: Inlines
    old: Sequence[str]
    starts: Sequence[int]
    """For each stretch, its place in the joined text."""
    ends: Sequence[int]
    texts: dict[int, str] = field(default_factory=dict)
    """What each stretch that an edit touched says now."""
    inserted: dict[int, str] = field(default_factory=dict)

    def lay(self, whole: str, start: int, end: int, text: str) -> None:
        """Lay a change of the whole line, where what it touches bears it."""
        starts, ends = self.starts, self.ends
        first = bisect_right(ends, start)
        if start == end and (first == len(ends) or starts[first] == start):
            if text:
                self.insert(start, text)
        elif end <= ends[first] and type(self.inlines[first]) is Text:  # as most are
            self.change(first, start, end, text)
        else:
            touched = range(first, bisect_left(starts, end))
            if _allowed([self.inlines[n] for n in touched], whole[start:end] + text):
                self.spread(touched, start, end, text)

    def spread(self, touched: range, start: int, end: int, text: str) -> None:
        """Change several stretches, or one."""
        notes = [n for n in touched if isinstance(self.inlines[n], Footnote)]
        able = [n for n in touched if self.starts[n] < self.ends[n]]
        able = [n for n in able if not notes or n > notes[-1]]
        target = next((n for n in able if _is_plain(self.inlines[n])), able[0])
        for n in touched:
            self.change(n, start, end, text if n == target else "")

    def insert(self, place: int, text: str) -> None:
        """Put `text` at `place`, between two stretches: outside values, after notes."""
        first, last = bisect_left(self.ends, place), bisect_right(self.starts, place)
        notes = [
            n
            for n in range(first, last)
            if isinstance(self.inlines[n], Footnote) and self.starts[n] == place
        ]
        behind = notes[-1] + 1 if notes else 0
        for n in range(max(first, behind), last):
            if _is_plain(self.inlines[n]) and self.starts[n] < self.ends[n]:
                self.change(n, place, place, text)
                return
        gap = max(behind, bisect_left(self.starts, place))
        self.inserted[gap] = text + self.inserted.get(gap, "")

    def change(self, rank: int, start: int, end: int, text: str) -> None:
        """Put `text` in place of the part of a stretch that is between two places."""
        begin = self.starts[rank]
        said = self.texts.get(rank, self.old[rank])
        low, high = max(start, begin) - begin, min(end, self.ends[rank]) - begin
        self.texts[rank] = said[:low] + text + said[high:]


def _cut_down(edit: Edit, old: str) -> tuple[int, int, str]:
    """Return an edit of the characters `old` without those that it repeats at its two ends."""
    new = edit.replacement
    if not (old and new) or (old[0] != new[0] and old[-1] != new[-1]):
        return edit.start, edit.end, new
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    return edit.start + head, edit.end - tail, new[head : len(new) - tail]


def _common(one: str, other: str) -> int:
    """Return how many characters `one` and `other` share at their start."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _allowed(touched: Iterable[Inline], characters: str) -> bool:
    """Tell whether what is touched bears a change of `characters`, old and new."""
    kinds = set(map(type, touched))
    if kinds & {Blank, Field, LineBreak}:
        return False
    return not kinds & {Reference, Footnote} or characters.isspace()
