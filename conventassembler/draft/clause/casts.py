"""Blocks without the words of their values, and these put in: what acts say alike is grown once.

Acts of one model say many paragraphs again with other names and amounts. What hangs on nothing but
a place for words is a cast; growing never looks at words, only at whether any stand there.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from conventassembler.draft.clause.grids import summed
from conventassembler.draft.lines import with_blocks, with_lines
from conventassembler.draft.model import Block, Footnote, Inline, Inlines, Table, Text, ValueMark
from conventassembler.frozen import dataclass
from conventassembler.keeping import hashed_once, kept


@hashed_once
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
    ranks: list[int] = []

    def note(one: Hole) -> Text:
        ranks.append(one.rank)
        return one

    finished = _said(block, note)
    return Cast(block if ranks else finished, tuple(ranks))


def blocks_with(casts: Iterable[Cast], words: Sequence[str]) -> tuple[Block, ...]:
    """Return the blocks with their words put in; those that say the same again are the very same.

    `words` are all that were said.
    """
    return tuple(
        [
            _filled(block, tuple([words[rank] for rank in ranks])) if ranks else block
            for block, ranks in casts
        ]
    )


@kept
def _filled(block: Block, words: tuple[str, ...]) -> Block:
    return _said(block, partial(_put, iter(words)))


def _put(words: Iterator[str], one: Hole) -> Text:
    return Text(next(words), one.strong, one.emphasis, one.value)


Say = Callable[[Hole], Text]


def _said(block: Block, say: Say) -> Block:
    """Return a block with what `say` gives for each of its holes, asked in reading order."""
    if isinstance(block, Table):
        return summed(with_blocks(block, partial(_said, say=say)))
    return with_lines(block, partial(_line, say=say))


_SAYING: Final = frozenset((Hole, Footnote))
"""What may hold words."""


def _line(inlines: Inlines, say: Say) -> Inlines:
    if _SAYING.isdisjoint(map(type, inlines)):
        return inlines
    return tuple([_inline(one, say) if type(one) in _SAYING else one for one in inlines])


def _inline(one: Inline, say: Say) -> Inline:
    if isinstance(one, Footnote):
        return Footnote(one.id, _line(one.inlines, say))
    return say(one) if isinstance(one, Hole) else one
