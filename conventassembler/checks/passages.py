"""The act line by line, each with the places of its words: what the rules about wording read."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from conventassembler.checks.asked import ENTRIES, Answers, Question
from conventassembler.checks.blocks import Passage, Said, said
from conventassembler.checks.phrases import LONGEST, phrase
from conventassembler.checks.runs import runs
from conventassembler.checks.scans import Scan
from conventassembler.checks.typed import Gathered, gather
from conventassembler.checks.whereabouts import Stretch, whereabouts
from conventassembler.checks.whole import Whole, whole
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.instances import Instance
from conventassembler.draft.model import Draft, Inlines
from conventassembler.draft.resolve import Resolved
from conventassembler.french.folding import fold_line
from conventassembler.values import RichText, Text

__all__ = ["Passage", "Reading"]

T = TypeVar("T")
_OF_PARTIES = ("parties.", "partners.", "groups.")
"""How the key paths of what is said of them begin."""
_QUOTED = LONGEST // 2
"""Characters by which the words of a finding are quoted, which may be a whole paragraph."""


@dataclass(frozen=True)
class Reading:
    """An act as it is read: its lines in order, and where their words were typed."""

    resolved: Resolved
    draft: Draft
    lacks_clauses: bool = False
    """Whether a clause could not be composed, which may say more."""
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
        return said(self.draft.blocks)

    @cached_property
    def lines(self) -> Sequence[Inlines]:
        """The lines of the act, a run-in heading on that of its paragraph; notes at the end."""
        return tuple(runs(self.draft.blocks))

    @cached_property
    def whole(self) -> Whole:
        """What all blocks say together."""
        return whole(self.said)

    @property
    def passages(self) -> Sequence[Passage]:
        """The lines of the act; the table of contents only repeats them."""
        return self.whole.passages

    @property
    def has_long_lines(self) -> bool:
        """Whether there are lines that are not read, since they are too long."""
        return self.whole.has_long_lines

    @property
    def recitals(self) -> Sequence[tuple[int, Passage]]:
        """The lines that cite what the act rests on, each with its rank among all lines."""
        return self.whole.recitals

    @property
    def printed(self) -> Iterator[str]:
        """The lines as they are printed, those of notes too."""
        return (line for one in self.said for line in (*one.lines, *one.notes))

    def told(self, scan: Scan[str]) -> Iterable[str]:
        """Return what `scan` tells of any word of the act, each once."""
        return self._told.get(scan, ())

    @cached_property
    def _told(self) -> Mapping[Scan[str], Sequence[str]]:
        told: dict[Scan[str], list[str]] = {}
        for scan, words in self.whole.told:
            told.setdefault(scan, []).append(words)
        return told

    @cached_property
    def folded(self) -> str:
        """The words of all lines, folded, in one line."""
        return " ".join(one.folded for one in self.passages if one.folded)

    def by_line(self, scan: Scan[T]) -> Sequence[tuple[Passage, Sequence[T]]]:
        """Return the lines in which `scan` found something, each with all of it."""
        return [(one, found) for _, one, found in self.ranked(scan)]

    def ranked(self, scan: Scan[T]) -> Sequence[tuple[int, Passage, Sequence[T]]]:
        """Return the same, each with the rank of its line among those of the act, from 0."""
        passages, hits = self.whole[:2]
        return [(rank, passages[rank], found) for rank, found in hits.get(scan, ())]

    def found(self, scan: Scan[T]) -> Iterator[tuple[Passage, T]]:
        """Yield what `scan` found, each with its line."""
        return ((passage, one) for _, passage, found in self.ranked(scan) for one in found)

    @cached_property
    def gathered(self) -> Gathered:
        """All that was typed."""
        return gather(self.resolved.agreement, self.instances)

    @cached_property
    def _answers(self) -> Answers[Instance]:
        return ENTRIES.answers(self.instances)

    def asked(self, question: Question[Instance, T]) -> Sequence[tuple[Instance, T]]:
        """Return what the instances answer, each answer with its instance, in their order."""
        return self._answers.get(question, ())

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The texts that were typed."""
        return tuple([text for part in self.gathered.parts for text in part.texts])

    @cached_property
    def typed(self) -> Mapping[str, Text]:
        """The texts that were typed, by key path."""
        typed: dict[str, Text] = {}
        for part in self.gathered.parts:
            typed.update(part.by_path)
        return typed

    @cached_property
    def _in_values(self) -> Mapping[Scan[Any], Sequence[tuple[Text, Any]]]:
        hits: dict[Scan[Any], list[tuple[Text, Any]]] = {}
        for part in self.gathered.parts:
            for scan, text, found in part.hits:
                hits.setdefault(scan, []).append((text, found))
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

    def _behind(self, passage: Passage, start: int, words: str) -> Text | None:
        """Return the value that words were made of which begin at `start`, if one says them.

        What a clause derives, it derives of a party: « de la Commune ».
        """
        value = self.value(passage, start)
        if value is not None or not passage.is_derived(start):
            return value
        of_parties = (one for path, one in self.typed.items() if path.startswith(_OF_PARTIES))
        return next((one for one in of_parties if fold_line(words) in fold_line(one)), None)

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
        words = passage.text[start:end]
        value = self._behind(passage, start, words)
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
