"""The act line by line, each with the places of its words: what the rules about wording read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeVar, cast

from conventassembler.checks.blocks import Said, said
from conventassembler.checks.phrases import LONGEST, phrase
from conventassembler.checks.runs import runs
from conventassembler.checks.scans import Read, Scan, read_lines, read_value
from conventassembler.checks.typed import Gathered, gather
from conventassembler.checks.whereabouts import Stretch, whereabouts
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.instances import Instance
from conventassembler.draft.model import (
    Block,
    Draft,
    Inline,
    Inlines,
    Reference,
)
from conventassembler.draft.resolve import Resolved
from conventassembler.values import RichText, Text

T = TypeVar("T")
_QUOTED = LONGEST // 2
"""Characters by which the words of a finding are quoted, which may be a whole paragraph."""


class Passage(NamedTuple):
    """A line of the act: a paragraph, a heading, an item, a line of a cell."""

    block: Block
    """The block of the draft in which it stands, the whole table for a cell."""
    inlines: Inlines
    rank: int
    """Its place among the lines of the act, from 0."""
    read: Read
    """What is known of its words, each blank masked."""

    @property
    def text(self) -> str:
        """Its words with plain spaces and apostrophes, each blank masked."""
        return self.read.text

    @property
    def is_recital(self) -> bool:
        """Whether it cites what the act rests on."""
        return getattr(self.block, "role", "") == "recital"

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
    _worked: dict[Callable[["Reading"], object], object] = field(default_factory=dict, init=False)

    def once(self, work: Callable[["Reading"], T]) -> T:
        """Return what `work` makes of this act, which several rules ask for."""
        if work not in self._worked:
            self._worked[work] = work(self)
        return cast(T, self._worked[work])

    @cached_property
    def instances(self) -> tuple[Instance, ...]:
        """All instances, in the order of the file."""
        return self.resolved.instances

    @cached_property
    def said(self) -> Sequence[Said]:
        """What each block says by itself."""
        return [said(block) for block in self.draft.blocks]

    @cached_property
    def lines(self) -> Sequence[Inlines]:
        """The lines of the act, a run-in heading on that of its paragraph; notes at the end."""
        return tuple(runs(self.draft.blocks))

    @cached_property
    def passages(self) -> Sequence[Passage]:
        """The lines of the act; the table of contents only repeats them."""
        read = zip(self.draft.blocks, self.said, strict=True)
        lines = [(block, *line) for block, words in read for line in words.passages]
        known = zip(lines, read_lines([words for _, _, words in lines]), strict=True)
        return [Passage(one[0], one[1], rank, read) for rank, (one, read) in enumerate(known)]

    @cached_property
    def _hits(self) -> Mapping[Scan[Any], Sequence[tuple[Passage, Sequence[Any]]]]:
        hits: dict[Scan[Any], list[tuple[Passage, Sequence[Any]]]] = {}
        for passage in self.passages:
            for scan, found in passage.read.hits:
                hits.setdefault(scan, []).append((passage, found))
        return hits

    @cached_property
    def has_long_lines(self) -> bool:
        """Whether there are lines that are not read, since they are too long."""
        return any(one.has_long_lines for one in self.said)

    @cached_property
    def recitals(self) -> Sequence[Passage]:
        """The lines that cite what the act rests on."""
        return [one for one in self.passages if one.is_recital]

    @property
    def printed(self) -> Iterator[str]:
        """The lines as they are printed, those of notes too."""
        return (line for one in self.said for line in (*one.lines, *one.notes))

    def prints(self, scan: Scan[str]) -> bool:
        """Tell whether `scan` finds something in any line as it is printed."""
        return any(scan in one.printed for one in self.said)

    @cached_property
    def folded(self) -> str:
        """The words of all lines, folded, in one line."""
        return " ".join(one.read.folded for one in self.passages if one.read.folded)

    def by_line(self, scan: Scan[T]) -> Sequence[tuple[Passage, Sequence[T]]]:
        """Return the lines in which `scan` found something, each with all of it."""
        return self._hits.get(scan, ())

    def found(self, scan: Scan[T]) -> Iterator[tuple[Passage, T]]:
        """Yield what `scan` found, each with its line."""
        return ((passage, one) for passage, found in self.by_line(scan) for one in found)

    @cached_property
    def gathered(self) -> Gathered:
        """All that was typed."""
        return gather(self.resolved.agreement, self.instances)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The texts that were typed."""
        return tuple(self.gathered.of(Text))

    @cached_property
    def typed(self) -> Mapping[str, Text]:
        """The texts that were typed, by key path."""
        return {one.origin.path: one for one in self.texts if one.origin.position}

    @cached_property
    def _in_values(self) -> Mapping[Scan[Any], Sequence[tuple[Text, Any]]]:
        hits: dict[Scan[Any], list[tuple[Text, Any]]] = {}
        for text in self.texts:
            for scan, found in read_value(text):
                hits.setdefault(scan, []).extend((text, one) for one in found)
        return hits

    def in_values(self, scan: Scan[T]) -> Sequence[tuple[Text, T]]:
        """Return what `scan` found in the texts that were typed, each with its text."""
        return self._in_values.get(scan, ())

    @cached_property
    def own_texts(self) -> tuple[RichText, ...]:
        """The texts of the agreement's own."""
        texts = (one.entry.text for one in self.instances)
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
