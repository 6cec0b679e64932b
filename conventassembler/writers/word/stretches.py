"""A block of the draft -> a stretch of the body: its text, and all that the file asks of it.

Acts of one model share most of their blocks: a stretch that was written for one of them is taken
again for the next, if the act answers what the block asks of it as the other did.
"""

import re
from collections.abc import Callable, Hashable
from dataclasses import replace
from operator import add
from typing import Final

from conventassembler.draft.lines import RunIn
from conventassembler.draft.model import Blank, Block, Heading
from conventassembler.frozen import dataclass
from conventassembler.writers.word.asking import Asking, Oracle, Question, answers
from conventassembler.writers.word.awaited import awaited_in
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.holes import Asked, Holes
from conventassembler.writers.word.manifest import variants_of
from conventassembler.writers.word.markup import CLOSE, OPEN
from conventassembler.writers.word.recent import Recent
from conventassembler.writers.word.styles import Styles
from conventassembler.writers.word.values_said import Said, said_in
from conventassembler.writers.word.verifying.told import has_tag, is_told
from conventassembler.writers.word.verifying.wellformed import are_characters

Line = Block | RunIn
Write = Callable[..., list[str]]
"""Writes a block in a context; what it knows of the neighbours comes behind."""

_HOLE: Final = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
_SAYS: Final = '<w:t xml:space="preserve">'
_WORDS: Final = re.compile(f"{_SAYS}([^<]+)")
_HAS_BLANK: Final = "<w:sdt>"
"""Without it there is no blank in a text but in its notes."""
_MOST: Final = 256
"""Of what one act may share with the next; some twenty paragraphs more come with each."""


Words = tuple[str, ...]
"""What a text says, run by run, as it is written."""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A stretch without its words; two that differ by words alone have one and the same."""

    texts: tuple[str, ...]
    """The text of the body, then that of each note, with holes."""
    forms: tuple[str, ...]
    """The same; « %s » stands for what is open."""
    codes: tuple[tuple[str, ...], ...]
    """For each form, what is open in it, in its order."""
    asked: Asked
    """What is counted through the file."""
    ids: tuple[str, ...]
    """Of the blocks that it is made of."""
    variants: tuple[tuple[str, str], ...]
    """Of these and of those in their cells, the id and the clause that made it."""


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """What one block of the draft became."""

    elements: tuple[str, ...]
    """The elements of the body, with holes."""
    shape: Shape
    words: tuple[Words, ...]
    """For each form of its shape, the words that it leaves out."""
    comments: tuple[tuple[str, ...], ...]
    label: str
    """Of the heading that it begins with, if it is a numbered one."""
    awaited: tuple[tuple[Blank, str], ...]
    """The values that it waits for, with their bookmarks."""
    said: frozenset[Said]
    """What its values say."""
    is_told: bool
    """Whether its text is that of the block, and nothing in it looks like a tag, of a template or
    of XML."""

    def filled(self, number: int, values: tuple[str | int, ...]) -> str:
        """Return the form of that `number` with its words, and `values` in its holes."""
        first, *others = (self.shape.forms[number] % values).split(_SAYS)
        return _SAYS.join((first, *map(add, self.words[number], others)))


@dataclass(frozen=True, slots=True)
class _Entry:
    """What was written of a block that asks something, by the answers."""

    asked: tuple[Question, ...]
    made: dict[tuple[Hashable, ...], Stretch]


@dataclass(frozen=True, slots=True)
class Manner:
    """How all blocks of an act are written."""

    styles: Styles
    called: str
    """Id of the style of what calls comments; empty where there are none."""
    oracle: Oracle


_known: Final[Recent[tuple[Hashable, ...], _Entry | Stretch]] = Recent(_MOST)
_shapes: Final[Recent[tuple[Hashable, ...], Shape]] = Recent(_MOST)


def begin() -> None:
    """Begin an act: what the last ones had of their own is forgotten."""
    _known.begin()
    _shapes.begin()


def stretch(line: Line, write: Write, manner: Manner, width: int, *how: bool) -> Stretch:
    """Return what `line` becomes where the text is `width` wide.

    `write` writes it; it is given the context and `how`, what it knows of the neighbours.
    """
    key = (line, manner.styles, manner.called, width, how)
    entry = _known.get(key)
    if isinstance(entry, Stretch):
        return entry
    if entry is None:
        asking = Asking(manner.oracle)
        made = _made(line, write, _context(manner, width, asking), how)
        asked = tuple(asking.asked)
        _known.put(key, _Entry(asked, {tuple(asking.answers): made}) if asked else made)
        return made
    told = answers(entry.asked, manner.oracle)
    found = entry.made.get(told)
    if found is None:
        again = iter(told)
        context = _context(manner, width, Asking(lambda _: next(again)))
        found = _made(line, write, context, how)
        entry.made[told] = found
    return found


def altered(one: Stretch, *elements: str) -> Stretch:
    """Return `one` with other `elements`, whose holes and words are the same."""
    shape, (body, _) = one.shape, _read("".join(elements))
    shape = _shape((body, *shape.texts[1:]), shape.asked, shape.ids, shape.variants)
    return replace(one, elements=elements, shape=shape)


def stretch_of(*elements: str) -> Stretch:
    """Return `elements` that belong to no block and have no holes."""
    text = "".join(elements)
    bare, words = _read(text)
    shape = _shape((bare,), Holes().asked(), (), ())
    is_sound = are_characters(words) and not has_tag(text)
    return Stretch(elements, shape, (words,), (), "", (), frozenset(), is_sound)


def _context(manner: Manner, width: int, asking: Asking) -> Context:
    return Context(manner.styles, asking, Holes(), width, manner.called)


def _made(line: Line, write: Write, context: Context, how: tuple[bool, ...]) -> Stretch:
    elements = write(line, context, *how)
    holes, blocks = context.holes, _blocks(line)
    body, notes = "".join(elements), holes.notes
    texts, words = zip(*map(_read, (body, *notes)), strict=True)
    ids = tuple([block.id for block in blocks])
    return Stretch(
        tuple(elements),
        _shape(texts, holes.asked(), ids, tuple(variants_of(blocks))),
        words,
        tuple(holes.comments),
        _label(blocks[0]),
        tuple(awaited_in(line)) if _HAS_BLANK in body or notes else (),
        said_in(blocks),
        all(map(are_characters, words)) and is_told(body, notes, blocks),
    )


def _blocks(line: Line) -> tuple[Block, ...]:
    return (line.heading, line.paragraph) if isinstance(line, RunIn) else (line,)


def _label(first: Block) -> str:
    return first.label if isinstance(first, Heading) else ""


def _read(text: str) -> tuple[str, Words]:
    """Return `text` without its words, and these."""
    pieces = _WORDS.split(text)
    return _SAYS.join(pieces[::2]), tuple(pieces[1::2])


def _shape(
    texts: tuple[str, ...],
    asked: Asked,
    ids: tuple[str, ...],
    variants: tuple[tuple[str, str], ...],
) -> Shape:
    """Return the shape of `texts` without words: the one that an earlier stretch had, if any."""
    key = (texts, asked, ids, variants)
    if (known := _shapes.get(key)) is not None:
        return known
    forms = tuple([_HOLE.sub("%s", text.replace("%", "%%")) for text in texts])
    codes = tuple([tuple(_HOLE.findall(text)) for text in texts])
    return _shapes.put(key, Shape(texts, forms, codes, asked, ids, variants))
