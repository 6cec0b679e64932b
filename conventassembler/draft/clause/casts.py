"""Blocks without the words of their values, and these put in: what acts say alike is grown once.

Acts of one model say many paragraphs again with other names and amounts. What hangs on nothing but
a place for words is a cast; growing never looks at words, only at whether any stand there.
"""

from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from conventassembler.draft.clause.grids import summed
from conventassembler.draft.lines import lines, with_blocks, with_lines
from conventassembler.draft.model import Block, Footnote, Inlines, Table, Text, ValueMark
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled


@dataclass(frozen=True, slots=True)
class Hole(Text):
    """A place for words, which is told from any text by its class."""

    rank: int = 0
    """Which of all the words that were said stands there."""


def hole(rank: int, mark: ValueMark, strong: bool, emphasis: bool) -> Hole:
    """Return a place for the words of that rank; until they are put in, it says one letter."""
    return Hole("x", strong, emphasis, mark, rank)


def are_words(text: str) -> bool:
    """Tell whether growing takes a text as it takes any other: one line, no blank at its ends."""
    return bool(text) and text == text.strip(" \t\r\n") and "\n" not in text and "\r" not in text


class Cast(NamedTuple):
    """A block without its words."""

    block: Block
    ranks: tuple[int, ...]
    """Which words go in, in reading order."""

    def behind(self, count: int) -> "Cast":
        """Return the same where `count` words are said before."""
        return Cast(self.block, tuple([rank + count for rank in self.ranks]))


def cast_of(block: Block) -> Cast:
    """Return a block, which may have holes, with what goes in them; without any, it is finished."""
    ranks = tuple([rank for line in lines((block,)) for rank in _ranks(line)])
    return Cast(block if ranks else _filled(block, iter(())), ranks)


@recalled
def blocks_with(casts: tuple[Cast, ...], *words: str) -> tuple[Block, ...]:
    """Return the blocks with all the words that were said put in.

    What says the same again is the very same: each block, and all of them where no word differs.
    """
    return tuple(
        [
            _saying(block, *[words[rank] for rank in ranks]) if ranks else block
            for block, ranks in casts
        ]
    )


@recalled
def _saying(block: Block, *words: str) -> Block:
    return _filled(block, iter(words))


def _filled(block: Block, words: Iterator[str]) -> Block:
    """Return a block with the next of the words in each of its holes, in reading order."""
    if isinstance(block, Table):
        return summed(with_blocks(block, partial(_filled, words=words)))
    return with_lines(block, partial(_line, words=words))


_SAYING: Final = frozenset((Hole, Footnote))
"""What may hold words."""


def _line(inlines: Inlines, words: Iterator[str]) -> Inlines:
    if _SAYING.isdisjoint(map(type, inlines)):
        return inlines
    return tuple(
        [
            Text(next(words), one.strong, one.emphasis, one.value)
            if type(one) is Hole
            else _note(one, words)
            if type(one) is Footnote
            else one
            for one in inlines
        ]
    )


def _note(note: Footnote, words: Iterator[str]) -> Footnote:
    return Footnote(note.id, _line(note.inlines, words))


def _ranks(inlines: Inlines) -> Iterator[int]:
    for one in inlines:
        if isinstance(one, Hole):
            yield one.rank
        elif isinstance(one, Footnote):
            yield from _ranks(one.inlines)
