"""The act line by line, each with the places of its words: what the rules about wording read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from conventassembler.checks.phrases import LONGEST, phrase
from conventassembler.checks.runs import runs
from conventassembler.checks.typed import typed
from conventassembler.checks.whereabouts import Stretch, whereabouts
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.model import (
    Blank,
    Block,
    Contents,
    Draft,
    Field,
    Inline,
    Inlines,
    Reference,
)
from conventassembler.draft.resolve import Resolved
from conventassembler.values import RichText, Text

_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\n": " ", "’": "'"})
GAP = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for each character of a blank or of a number of pages: nobody typed them."""
_LONGEST = 10_000
"""Characters beyond which a line is no prose, and would only be long to read."""
_QUOTED = LONGEST // 2
"""Characters by which the words of a finding are quoted, which may be a whole paragraph."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of the act: a paragraph, a heading, an item, a line of a cell."""

    block: Block
    """The block of the draft in which it stands, the whole table for a cell."""
    inlines: Inlines
    text: str
    """Its words with plain spaces and apostrophes, each blank masked."""

    def stretch(self, start: int) -> tuple[Inline, int]:
        """Return the inline that holds the character `start`, and where it begins."""
        at = 0
        for inline in self.inlines:
            if at <= start < at + len(inline.text):
                return inline, at
            at += len(inline.text)
        return self.inlines[-1], at

    def is_reference(self, start: int) -> bool:
        """Tell whether the character `start` is of a reference that the tool numbers."""
        return isinstance(self.stretch(start)[0], Reference)

    def path(self, start: int) -> str:
        """Return the key path of the value that made the character `start`; empty for none."""
        mark = getattr(self.stretch(start)[0], "value", None)
        return mark.path if mark else ""

    def is_derived(self, start: int) -> bool:
        """Tell whether a clause computed the character `start`: a form of a party, a sum."""
        mark = getattr(self.stretch(start)[0], "value", None)
        return mark is not None and not mark.path


@dataclass(frozen=True)
class Reading:
    """An act as it is read: its lines in order, and where their words were typed."""

    resolved: Resolved
    draft: Draft

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The lines of the act; the table of contents only repeats them."""
        return tuple(_passages(self.draft))

    @cached_property
    def typed(self) -> Mapping[str, Text]:
        """The texts that were typed, by key path."""
        found = typed(self.resolved, Text)
        return {one.origin.path: one for one in found if one.origin.position}

    @cached_property
    def own_texts(self) -> tuple[RichText, ...]:
        """The texts of the agreement's own."""
        texts = (one.entry.text for one in self.resolved.instances)
        return tuple(one for one in texts if isinstance(one, RichText) and one.origin.position)

    def value(self, passage: Passage, start: int) -> Text | None:
        """Return the value that made the character `start`, if one did."""
        return self.typed.get(passage.path(start))

    def is_own(self, passage: Passage, start: int) -> bool:
        """Tell whether the agreement says it: one of its texts or of its values."""
        if passage.block.provenance.variant:
            return self.value(passage, start) is not None
        return self._own_text(passage) is not None or self.value(passage, start) is not None

    def is_typed(self, passage: Passage, start: int) -> bool:
        """Tell whether somebody typed it: the dots after « Fait à Dijon, le » are the tool's."""
        return bool(passage.block.provenance.variant) or self.is_own(passage, start)

    def tell(
        self, code: str, passage: Passage, start: int, end: int, /, **arguments: object
    ) -> Diagnostic:
        """Return the finding `code` about the words from `start` to `end`, with those around."""
        place = self.place(passage, start, end)
        quoted = phrase(passage.inlines, start, min(end, start + _QUOTED))
        return fault(code, place, **arguments, phrase=quoted)

    def place(self, passage: Passage, start: int, end: int) -> Position:
        """Return where the words from `start` to `end` were typed, as near as it is known."""
        value = self.value(passage, start)
        words = passage.text[start:end]
        if value is not None and value.origin.position:
            stretch = Stretch(str(value), value.origin.position)
            return whereabouts(stretch, words) if "\n" in value else value.origin.position
        made, earlier = passage.block.provenance, passage.text[:start].count(words)
        if made.variant and (variant := self.resolved.library.variants.get(made.variant)):
            stretch = Stretch(variant.body, Position(made.file, variant.body_line))
        elif own := self._own_text(passage):
            stretch = Stretch(str(own), own.origin.position or Position(made.file, made.line))
        else:
            return Position(made.file or self.resolved.agreement.file, max(1, made.line))
        return whereabouts(stretch, words, made.line, earlier)

    def _own_text(self, passage: Passage) -> RichText | None:
        made = passage.block.provenance
        for one in () if made.variant else self.own_texts:
            place = one.origin.position or Position("")
            last = place.line + one.count("\n")
            if place.file == made.file and place.line <= made.line <= last:
                return one
        return None


def _passages(draft: Draft) -> Iterator[Passage]:
    for block in draft.blocks:
        for inlines in () if isinstance(block, Contents) else runs((block,)):
            text = "".join(map(_masked, inlines)).translate(_PLAIN)
            if text and len(text) <= _LONGEST:
                yield Passage(block, inlines, text)


def _masked(inline: Inline) -> str:
    return GAP * len(inline.text) if isinstance(inline, Blank | Field) else inline.text
