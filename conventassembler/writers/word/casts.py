"""What lines of one kind become: their text with marks for words, and all that it asks of the file.

Below `stretches`, which puts the words in. A cast is written once for each kind of line and for
what the act answers to it.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Final

from conventassembler.draft.lines import RunIn
from conventassembler.draft.model import Blank, Block, Heading
from conventassembler.frozen import dataclass
from conventassembler.keeping import Shelf, kept
from conventassembler.writers.word.asking import Asking, Oracle, Question, told_again
from conventassembler.writers.word.awaited import awaited_in
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.holes import Fill, Holes
from conventassembler.writers.word.manifest import variants_of
from conventassembler.writers.word.neighbours import How
from conventassembler.writers.word.shapes import Shape, read, shape_of
from conventassembler.writers.word.styles import Styles
from conventassembler.writers.word.values_said import Said, said_in
from conventassembler.writers.word.verifying.told import is_told
from conventassembler.writers.word.verifying.wellformed import are_characters
from conventassembler.writers.word.wordless import Bare, Line, marked

Write = Callable[[Line, Context, How], list[str]]
"""Writes a block in a context."""

_ANSWERS: Final = 64
"""To how many answers of acts a kind of line has its cast at hand: comments may be in each act
others."""
_HAS_BLANK: Final = "<w:sdt>"
"""Without it there is no blank in a text but in its notes."""


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """What lines that differ by their words alone become; it is equal to no other."""

    elements: tuple[str, ...]
    """The elements of the body, with holes, and with marks for words."""
    shape: Shape
    words: tuple[tuple[str | int, ...], ...]
    """For each text of the shape, its words; the rank of an inline of the line that says them."""
    comments: tuple[tuple[str, ...], ...]
    label: str
    """Of the heading that it begins with, if it is a numbered one."""
    awaited: tuple[tuple[Blank, str], ...]
    """The values that it waits for, with their bookmarks."""
    said: frozenset[Said]
    """What its values say that are no words of the line."""
    values: tuple[tuple[str, int], ...]
    """The other values: what made each, and the rank of the inline that says its text."""
    is_told: bool
    """Whether its text is that of the block, and nothing in it looks like a tag."""
    asked: tuple[Question, ...]
    """What it asked of the act, on whose answers it hangs."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How all blocks of an act are written."""

    styles: Styles
    called: str
    """Id of the style of what calls comments; empty where there are none."""
    oracle: Oracle


@dataclass(frozen=True, slots=True)
class Writing:
    """How the lines of one page are written."""

    write: Write
    manner: Manner
    width: int
    """Width of the text, in twentieths of a point."""

    @property
    def key(self) -> tuple[Styles, str, int]:
        """All that what is written of a line hangs on, besides it and the answers of the act."""
        return self.manner.styles, self.manner.called, self.width

    def context(self, asking: Asking) -> Context:
        """Return what a line is written in."""
        return Context(self.manner.styles, asking, Holes(), self.width, self.manner.called)


@dataclass(frozen=True, slots=True)
class _Casts:
    """The casts of lines that ask something, by the answers."""

    asked: tuple[Question, ...]
    made: dict[tuple[Hashable, ...], Cast]


_casts: Final[Shelf[tuple[Hashable, ...], _Casts | Cast]] = Shelf()


def cast_of(line: Line, parted: Bare, writing: Writing, how: How, asking: Asking) -> Cast:
    """Return the cast of the lines of a kind, of which `line`, `parted` from its words, is one.

    All that it hangs on is asked once, in an order that is always the same.
    """
    key = (parted.kind, writing.key, how)
    entry = _casts.get(key) or _casts.recall(key)
    if isinstance(entry, Cast):
        return entry
    if entry is None:
        made = _made(*marked(line, parted.words), writing, asking, how)
        casts = _Casts(made.asked, {tuple(asking.answers): made})
        _casts.keep(key, casts if made.asked else made)
        return made
    told = asking.all(entry.asked)
    if told not in entry.made:
        if len(entry.made) >= _ANSWERS:
            entry.made.clear()
        again = marked(line, parted.words)
        entry.made[told] = _made(*again, writing, told_again(told), how)
    return entry.made[told]


@kept
def opened(cast: Cast, number: int, fill: Fill) -> tuple[tuple[bytes, ...], tuple[int, ...]]:
    """Return the text of that `number` with `fill` in its holes, and whose words are to be put in.

    They stand between the pieces of the text, and are told by the ranks of their inlines.
    """
    return cast.shape.opened(number, cast.words[number], fill)


def _made(line: Line, ranks: Mapping[str, int], writing: Writing, asking: Asking, how: How) -> Cast:
    """Return the cast of `line`, in which marks stand for words; they have these `ranks`."""
    context = writing.context(asking)
    elements = writing.write(line, context, how)
    holes, blocks = context.holes, _blocks(line)
    body, notes = "".join(elements), holes.notes
    texts, words = read((body, *notes))
    ids = tuple([block.id for block in blocks])
    said = said_in(blocks)
    return Cast(
        tuple(elements),
        shape_of(texts, holes.asked(), ids, tuple(variants_of(blocks))),
        tuple([tuple([ranks.get(one, one) for one in some]) for some in words]),
        tuple(holes.comments),
        blocks[0].label if isinstance(blocks[0], Heading) else "",
        tuple(awaited_in(line)) if _HAS_BLANK in body or notes else (),
        frozenset([one for one in said if one[1] not in ranks]),
        tuple([(maker, ranks[text]) for maker, text in said if text in ranks]),
        is_told(body, notes, blocks) and all(map(are_characters, words)),
        tuple(asking.asked),
    )


def _blocks(line: Line) -> tuple[Block, ...]:
    return (line.heading, line.paragraph) if isinstance(line, RunIn) else (line,)
