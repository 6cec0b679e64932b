"""C161: a row whose values stand one column too far, for a separator parts a text without quotes.

Beside `planning`. Where the row has as many cells as the table nevertheless, since its last ones
were not typed, each value is told as wrong by itself. Here the text is joined again, as a trial.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Final

from conventassembler.batch.columns import Settled
from conventassembler.diagnostics import Diagnostic, fault, has_errors
from conventassembler.filling import Answer
from conventassembler.filling.places import settled
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.schema import ListType, RichTextType, TextType
from conventassembler.tables import Row
from conventassembler.tables.reading import TEXTS

_MOST: Final = 3
"""Separators of one text that are looked for."""
_TEXTS: Final = (TextType, RichTextType)
_LETTER: Final = Pattern(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Shift:
    """How the rows of a table are tried."""

    headers: Sequence[str]
    """The names of all columns, in order."""
    ranks: Mapping[str, int]
    """Which of the settled columns they are; those of notes are none."""
    columns: Sequence[Settled]
    read: Callable[[int, str], Answer]
    """Returns what a settled column gives for what a cell says."""

    def told(self, row: Row) -> Diagnostic | None:
        """Return that a text was cut, where the row is right once it is joined; None elsewhere."""
        texts = [row.cells[one].text if one in row.cells else "" for one in self.headers]
        wrong = self._wrong(texts)
        for count in range(1, _MOST + 1) if wrong else ():
            for first in self._cut(texts, count, wrong):
                pieces = texts[first : first + count + 1]
                whole = " ; ".join(pieces)
                joined = [*texts[:first], whole, *texts[first + count + 1 :], *[""] * count]
                alone = self._is_list(first) and all(map(_LETTER.search, pieces[1:]))
                if self._explains(joined, wrong, first, alone=alone):
                    cell = row.cells[self.headers[first + 1]]
                    words = {"header": self.headers[first], "value": whole}
                    return fault("C161", cell.position, **words)
        return None

    def _cut(self, texts: Sequence[str], count: int, wrong: set[int]) -> Iterator[int]:
        """Yield where a text may have been cut: lists first, then what is nearest to the fault.

        What is right where it stands, and no mere text, was cut from none.
        """
        places = range(min(*wrong, len(texts) - count))
        whole = (first for first in places if all(texts[first : first + count + 1]))
        taking = [one for one in whole if self._is_text(one)]
        fit = [
            first
            for first in taking
            if all(
                one in wrong or self._is_text(one) for one in range(first + 1, first + 1 + count)
            )
        ]
        yield from sorted(fit, key=lambda one: (not self._is_list(one), -one))

    def _explains(self, joined: Sequence[str], wrong: set[int], first: int, *, alone: bool) -> bool:
        """Tell whether values that are no mere texts were wrong, and are right once moved.

        One `alone` is enough where words were cut from a list, and nothing is wrong any more.
        """
        moved = [one for one in wrong if one > first and joined[one] and not self._is_text(one)]
        right = [one for one in moved if self._suits(one, joined[one])]
        return len(right) > 1 or (alone and bool(right) and not self._wrong(joined))

    def _wrong(self, texts: Sequence[str]) -> set[int]:
        return {place for place, text in enumerate(texts) if not self._suits(place, text)}

    def _suits(self, place: int, text: str) -> bool:
        """Tell whether a column takes a text; that of a note takes all, and all take none."""
        rank = self.ranks.get(self.headers[place])
        return not text or rank is None or not has_errors(self.read(rank, text).findings)

    def _is_text(self, place: int) -> bool:
        rank = self.ranks.get(self.headers[place])
        if rank is None:
            return True
        type_ = settled(self.columns[rank].place.type)
        return isinstance(settled(type_.items) if isinstance(type_, ListType) else type_, _TEXTS)

    def _is_list(self, place: int) -> bool:
        rank = self.ranks.get(self.headers[place])
        return rank is not None and self.columns[rank].place.is_list


def is_parted(table: str) -> bool:
    """Tell whether separators part the cells of a table of that name."""
    return PurePath(table).suffix.lower() in TEXTS
