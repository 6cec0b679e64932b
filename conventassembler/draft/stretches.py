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

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import accumulate, chain
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
from conventassembler.frozen import dataclass


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
    """The text of each stretch after the edits, and what was inserted between stretches."""

    texts: Sequence[str]
    inserted: Mapping[int, str]
    """New plain text by the index of the stretch that it precedes."""

    def part(self, start: int, end: int) -> "Changed":
        """Return the changes of the stretches from `start` to `end`, and of the two borders."""
        inside = {n - start: text for n, text in self.inserted.items() if start <= n <= end}
        return Changed(self.texts[start:end], inside)


def changed(inlines: Inlines, rules: Rules) -> Changed:
    """Return what `rules` make of `inlines`, read as one text."""
    old = [inline.text for inline in inlines]
    whole = "".join(old)
    edits = rules(whole)
    if not edits:
        return Changed(old, {})
    ends = list(accumulate(map(len, old)))
    places = zip(inlines, [0, *ends], ends, strict=False)
    stretches = [_Stretch(*place) for place in places]
    inserted: dict[int, str] = {}
    for start, end, text in _cut_down(whole, edits):
        touched = [one for one in stretches if one.start < end and start < one.end]
        if touched and _allowed(touched, whole[start:end] + text):
            _spread(touched, start, end, text)
        elif not touched:
            _insert(stretches, start, text, inserted)
    return Changed([one.text() for one in stretches], inserted)


def rebuilt(inlines: Inlines, changes: Changed) -> Inlines:
    """Return `inlines` with `changes`; a plain stretch that has lost its text goes."""
    if not changes.inserted and all(map(_says, inlines, changes.texts)):
        return inlines
    kept = [_rewritten(*pair) for pair in zip(inlines, changes.texts, strict=True)]
    for gap in sorted(changes.inserted, reverse=True):
        kept.insert(gap, (_between(inlines, gap, changes.inserted[gap]),))
    return tuple(chain.from_iterable(kept))


def _says(inline: Inline, text: str) -> bool:
    return inline.text == text


def _rewritten(inline: Inline, text: str) -> Inlines:
    """Return `inline` with `text`, or nothing for a plain stretch that has lost its text."""
    if text == inline.text or not isinstance(inline, Text | Reference):
        return (inline,)
    return () if not text and _is_plain(inline) else (replace(inline, text=text),)


def _between(inlines: Inlines, gap: int, text: str) -> Text:
    """Return `text` as a plain stretch, bold or italic when both its neighbours are."""
    beside = inlines[max(gap - 1, 0) : gap + 1]
    around = [one for one in beside if not isinstance(one, LineBreak | Footnote)]
    strong = bool(around) and all(one.strong for one in around)
    return Text(text, strong, bool(around) and all(one.emphasis for one in around))


def _is_plain(inline: Inline) -> bool:
    return isinstance(inline, Text) and inline.value is None


@dataclass(slots=True)
class _Stretch:
    """An inline with its place in the joined text, and the changes found for it."""

    inline: Inline
    start: int
    end: int
    changes: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def is_note(self) -> bool:
        """Whether it is the call of a note, between two characters."""
        return isinstance(self.inline, Footnote)

    def change(self, start: int, end: int, text: str) -> None:
        """Note that the part of this stretch between `start` and `end` becomes `text`."""
        low, high = max(start, self.start), min(end, self.end)
        self.changes.append((low - self.start, high - self.start, text))

    def text(self) -> str:
        """Return the text after the changes."""
        if not self.changes:
            return self.inline.text
        made, done = "", 0
        for start, end, new in sorted(self.changes, key=lambda one: one[:2]):
            made += self.inline.text[done:start] + new
            done = end
        return made + self.inline.text[done:]


def _cut_down(whole: str, edits: Iterable[Edit]) -> Iterator[tuple[int, int, str]]:
    """Yield the edits without the characters that they repeat at their two ends."""
    for edit in edits:
        old, new = whole[edit.start : edit.end], edit.replacement
        if not (old and new) or (old[0] != new[0] and old[-1] != new[-1]):
            if old or new:
                yield edit.start, edit.end, new
            continue
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        if len(old) != len(new) or head < len(old):
            yield edit.start + head, edit.end - tail, new[head : len(new) - tail]


def _common(one: str, other: str) -> int:
    """Return how many characters `one` and `other` share at their start."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _allowed(touched: Iterable[_Stretch], characters: str) -> bool:
    """Tell whether what is touched bears a change of `characters`, old and new."""
    kinds = {type(one.inline) for one in touched}
    if kinds & {Blank, Field, LineBreak}:
        return False
    return not kinds & {Reference, Footnote} or characters.isspace()


def _spread(touched: Sequence[_Stretch], start: int, end: int, text: str) -> None:
    after_notes = 1 + max((n for n, one in enumerate(touched) if one.is_note), default=-1)
    able = [one for one in touched[after_notes:] if one.start < one.end]
    target = next((one for one in able if _is_plain(one.inline)), able[0])
    for one in touched:
        one.change(start, end, text if one is target else "")


def _insert(stretches: Sequence[_Stretch], place: int, text: str, inserted: dict[int, str]) -> None:
    """Note that `text` comes at `place`, between two stretches: outside values, after notes."""
    noted = [n for n, one in enumerate(stretches) if one.is_note and one.start == place]
    behind = noted[-1] + 1 if noted else 0
    plain = [one for one in stretches[behind:] if _is_plain(one.inline) and one.start < one.end]
    if near := [one for one in plain if place in (one.start, one.end)]:
        near[0].change(place, place, text)
        return
    later = (n for n, one in enumerate(stretches) if n >= behind and one.start >= place)
    gap = next(later, len(stretches))
    inserted[gap] = inserted.get(gap, "") + text
