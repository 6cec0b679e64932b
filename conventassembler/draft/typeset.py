"""Typography laid on a block: edits of its joined text, mapped back onto its inlines.

The rules of `french.typography` read a paragraph as a reader does, in one piece, and answer with
edits. Here each edit, cut down to the characters that really change, finds its stretch of text:

- What falls inside one stretch changes that stretch, even when a value made it.
- What is inserted between two stretches stays outside values: it goes to the plain text before it,
  else to the plain text after it, else into a plain stretch of its own.
- An edit over several stretches gives its text to the first plain one among them, else to the
  first; the others lose the characters that it covered.
- A blank and a line break are atomic: an edit that touches one is dropped. A reference takes
  spaces for spaces and nothing else, because its words are recomputed from its heading.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, chain
from typing import Protocol

from conventassembler.draft.model import (
    Blank,
    Block,
    Cell,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    ListItem,
    Paragraph,
    Reference,
    Row,
    Signatory,
    SignatureGrid,
    Table,
    Text,
    Title,
    ValueMark,
)
from conventassembler.draft.plain import text_of


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

_LABEL = ValueMark(expression="label")


def typeset_block(block: Block, rules: Rules, in_capitals: Rules | None = None) -> Block:
    """Return `block` with `rules` applied to each of its units of text.

    `in_capitals` are the rules of what Word shows all in capitals: the name of the act, and the
    headings of a model that asks for it.
    """
    match block:
        case Title():
            first, others = block.lines[:1], block.lines[1:]
            name = tuple(typeset_inlines(line, in_capitals or rules) for line in first)
            return replace(block, lines=name + tuple(typeset_inlines(ln, rules) for ln in others))
        case Heading():
            return _heading(block, in_capitals or rules if block.capitals else rules)
        case Paragraph() | ListItem():
            return replace(block, inlines=typeset_inlines(block.inlines, rules))
        case Table():
            rows = tuple(_row(row, rules) for row in block.rows)
            return replace(block, header=_row(block.header, rules), rows=rows)
        case SignatureGrid():
            grid = tuple(tuple(_signatory(place, rules) for place in row) for row in block.rows)
            return replace(block, rows=grid)


def typeset_inlines(inlines: Inlines, rules: Rules) -> Inlines:
    """Return `inlines` with `rules` applied to their joined text.

    Every value, reference and blank is still there, in its order and with its mark; only a plain
    stretch that loses its last character goes.
    """
    return _rebuilt(inlines, _changed(inlines, rules))


def _heading(heading: Heading, rules: Rules) -> Heading:
    """Return `heading` typeset as one text.

    The label is guarded as a value is, so that what is inserted after it goes to the separator:
    references repeat the label as it stands.
    """
    if not heading.label + heading.separator:
        return replace(heading, inlines=typeset_inlines(heading.inlines, rules))
    lead = (Text(heading.label, value=_LABEL), Text(heading.separator))
    changed = _changed((*lead, *heading.inlines), rules)
    before, after = changed.inserted.get(0, ""), changed.inserted.get(1, "")
    rest = {gap - 2: text for gap, text in changed.inserted.items() if gap >= 2}
    return replace(
        heading,
        label=before + changed.texts[0],
        separator=after + changed.texts[1],
        inlines=_rebuilt(heading.inlines, _Changed(changed.texts[2:], rest)),
    )


def _row(row: Row, rules: Rules) -> Row:
    return replace(row, cells=tuple(_cell(cell, rules) for cell in row.cells))


def _cell(cell: Cell, rules: Rules) -> Cell:
    return Cell(tuple(typeset_block(block, rules) for block in cell.blocks))


def _signatory(place: Signatory, rules: Rules) -> Signatory:
    capacity, name = (typeset_inlines(part, rules) for part in (place.capacity, place.name))
    return replace(place, capacity=capacity, name=name)


@dataclass(frozen=True, slots=True)
class _Changed:
    """The text of each stretch after the edits, and what was inserted between stretches."""

    texts: Sequence[str]
    inserted: Mapping[int, str]
    """New plain text by the index of the stretch that it precedes."""


def _rebuilt(inlines: Inlines, changed: _Changed) -> Inlines:
    kept = [_rewritten(*pair) for pair in zip(inlines, changed.texts, strict=True)]
    for gap in sorted(changed.inserted, reverse=True):
        kept.insert(gap, (_between(inlines, gap, changed.inserted[gap]),))
    return tuple(chain.from_iterable(kept))


def _rewritten(inline: Inline, text: str) -> Inlines:
    """Return `inline` with `text`, or nothing for a plain stretch that has lost its text."""
    if text == inline.text or isinstance(inline, Blank | LineBreak):
        return (inline,)
    return () if not text and _is_plain(inline) else (replace(inline, text=text),)


def _between(inlines: Inlines, gap: int, text: str) -> Text:
    """Return `text` as a plain stretch, bold or italic when both its neighbours are."""
    around = [one for one in inlines[max(gap - 1, 0) : gap + 1] if not isinstance(one, LineBreak)]
    strong = bool(around) and all(one.strong for one in around)
    return Text(text, strong, bool(around) and all(one.emphasis for one in around))


def _is_plain(inline: Inline) -> bool:
    return isinstance(inline, Text) and inline.value is None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """An inline with its place in the joined text, and the changes found for it."""

    inline: Inline
    start: int
    end: int
    changes: list[tuple[int, int, str]] = field(default_factory=list)

    def change(self, start: int, end: int, text: str) -> None:
        """Note that the part of this stretch between `start` and `end` becomes `text`."""
        low, high = max(start, self.start), min(end, self.end)
        self.changes.append((low - self.start, high - self.start, text))

    def text(self) -> str:
        """Return the text after the changes."""
        made, done = "", 0
        for start, end, new in sorted(self.changes, key=lambda one: one[:2]):
            made += self.inline.text[done:start] + new
            done = end
        return made + self.inline.text[done:]


def _changed(inlines: Inlines, rules: Rules) -> _Changed:
    whole = text_of(inlines)
    ends = list(accumulate(len(inline.text) for inline in inlines))
    places = zip(inlines, [0, *ends], ends, strict=False)
    stretches = [_Stretch(*place) for place in places]
    inserted: dict[int, str] = {}
    for start, end, text in _cut_down(whole, rules(whole)):
        touched = [one for one in stretches if one.start < end and start < one.end]
        if touched and _allowed(touched, whole[start:end] + text):
            _spread(touched, start, end, text)
        elif not touched:
            _insert(stretches, start, text, inserted)
    return _Changed([one.text() for one in stretches], inserted)


def _cut_down(whole: str, edits: Iterable[Edit]) -> Iterator[tuple[int, int, str]]:
    """Yield the edits without the characters that they repeat at their two ends."""
    for edit in edits:
        old, new = whole[edit.start : edit.end], edit.replacement
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
    if kinds & {Blank, LineBreak}:
        return False
    return Reference not in kinds or characters.isspace()


def _spread(touched: Sequence[_Stretch], start: int, end: int, text: str) -> None:
    target = next((one for one in touched if _is_plain(one.inline)), touched[0])
    for one in touched:
        one.change(start, end, text if one is target else "")


def _insert(stretches: Sequence[_Stretch], place: int, text: str, inserted: dict[int, str]) -> None:
    """Note that `text` comes at `place`, between two stretches: outside values."""
    plain = [one for one in stretches if _is_plain(one.inline) and one.start < one.end]
    if near := [one for one in plain if place in (one.start, one.end)]:
        near[0].change(place, place, text)
    else:
        gap = next((n for n, one in enumerate(stretches) if one.start >= place), len(stretches))
        inserted[gap] = inserted.get(gap, "") + text
