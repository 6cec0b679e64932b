"""What the inlines of a draft keep of the values and the expressions that made them."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from conventassembler.draft.lines import lines, notes
from conventassembler.draft.model import Blank, Block, Inline, Reference, Text, ValueMark
from conventassembler.draft.plain import text_of
from conventassembler.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that a value made."""

    path: str
    shown: str


@dataclass(frozen=True, slots=True)
class Marks:
    """All that is marked in some blocks, in reading order."""

    values: tuple[Mark, ...]
    expressions: tuple[Mark, ...]
    """Expressions of the clause with the whole text that each made; the path is the expression."""
    references: tuple[Reference, ...]


def marks_of(blocks: tuple[Block, ...]) -> Marks:
    """Return what is marked in `blocks`, in their cells and their notes too."""
    called = (note.inlines for note in notes(blocks))
    rows = [*lines(blocks), *called]
    every = [inline for row in rows for inline in row]
    return Marks(
        tuple(mark for one in every if (mark := _mark(one)).path),
        tuple(expression for row in rows for expression in _expressions(row)),
        tuple(one for one in every if isinstance(one, Reference)),
    )


def _mark(one: Inline) -> Mark:
    if isinstance(one, Text) and one.value:
        return Mark(one.value.path, one.text)
    return Mark(one.path, one.text) if isinstance(one, Blank) else Mark("", "")


def _expressions(row: Iterable[Inline]) -> Iterator[Mark]:
    """Yield the stretches made by expressions; one goes on as far as what values made."""
    for made, group in groupby(row, _is_made):
        stretch = tuple(group)
        found = [one.value.expression for one in stretch if isinstance(one, Text) and one.value]
        expression = next(filter(None, found), "")
        if made and expression:
            yield Mark(expression, text_of(stretch))


def _is_made(one: Inline) -> bool:
    return isinstance(one, Reference | Blank) or (
        isinstance(one, Text) and isinstance(one.value, ValueMark)
    )
