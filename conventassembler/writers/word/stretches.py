"""A block of the draft -> a stretch of the body: its text, and all that the file asks of it.

Acts of one model share most of their blocks: a stretch that was written for one of them is taken
again for the next, if the act answers what the block asks of it as the other did. Of the others
most differ by words alone: those are put into the cast of the line, which was written once.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from conventassembler.draft.lines import RunIn
from conventassembler.draft.model import Blank, Block, Heading
from conventassembler.frozen import dataclass
from conventassembler.keeping import Shelf
from conventassembler.writers.word.asking import Asking, Oracle, Question, answers
from conventassembler.writers.word.awaited import awaited_in
from conventassembler.writers.word.context import Context
from conventassembler.writers.word.holes import Holes
from conventassembler.writers.word.manifest import variants_of
from conventassembler.writers.word.shapes import Shape, Words, read, shape_of
from conventassembler.writers.word.styles import Styles
from conventassembler.writers.word.values_said import Said, said_in, value_said
from conventassembler.writers.word.verifying.told import has_tag, is_told
from conventassembler.writers.word.verifying.wellformed import are_characters
from conventassembler.writers.word.wordless import Bare, Line, bare, marked, written

How = tuple[bool, bool]
"""Whether a page may not part a line from the next, and whether a heading is listed."""
Write = Callable[[Line, Context, bool, bool], list[str]]
"""Writes a block in a context; what it knows of the neighbours comes behind."""

_HAS_BLANK: Final = "<w:sdt>"
"""Without it there is no blank in a text but in its notes."""


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """What lines that differ by their words alone become; it is equal to no other."""

    elements: tuple[str, ...]
    """The elements of the body, with holes, and with marks for words."""
    shape: Shape
    words: tuple[tuple[str | int, ...], ...]
    """For each text of the shape, its words; the rank of one that stands for a word of the line."""
    comments: tuple[tuple[str, ...], ...]
    label: str
    """Of the heading that it begins with, if it is a numbered one."""
    awaited: tuple[tuple[Blank, str], ...]
    """The values that it waits for, with their bookmarks."""
    said: frozenset[Said]
    """What its values say that are no words of the line."""
    values: tuple[tuple[tuple[str, str, str], int], ...]
    """The other values, as `Said` names them, each with the rank of its word."""
    is_told: bool
    """Whether its text is that of the block, and nothing in it looks like a tag."""
    asks: bool
    """Whether it hangs on what the act answers."""


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """What one block of the draft became."""

    cast: Cast
    words: tuple[Words, ...]
    """For each text of its shape."""
    said: frozenset[Said]
    """What its values say."""
    is_told: bool
    """Whether its text is that of the block, and nothing in its words looks like a tag."""

    def filled(self, number: int, values: tuple[str | int, ...]) -> str:
        """Return the text of that `number` of its shape, with `values` in the holes."""
        return self.cast.shape.filled(number, self.words[number], values)


@dataclass(frozen=True, slots=True)
class _Casts:
    """The casts of lines that ask something, by the answers."""

    asked: tuple[Question, ...]
    made: dict[tuple[Hashable, ...], Cast]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that asks something: what it became, by its casts."""

    bare: Bare
    made: dict[Cast, Stretch]


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

    def key(self, line: Hashable, how: How) -> tuple[Hashable, ...]:
        """Return all that what is written of `line` hangs on, besides answers."""
        return line, self.manner.styles, self.manner.called, self.width, how

    def context(self, asking: Asking) -> Context:
        """Return what a line is written in."""
        return Context(self.manner.styles, asking, Holes(), self.width, self.manner.called)


Key = tuple[Hashable, ...]
_lines: Final[Shelf[Key, _Line | Stretch]] = Shelf()
_casts: Final[Shelf[Key, _Casts | Cast]] = Shelf()


def stretch(line: Line, writing: Writing, how: How) -> Stretch:
    """Return what `line` becomes; `how` is what it knows of its neighbours."""
    key = writing.key(line, how)
    known = _lines.get(key) or _lines.find(key)
    if isinstance(known, Stretch):
        return known
    parted = known.bare if known else bare(line)
    cast = _cast(line, parted.kind, writing, how)
    if known is None:
        made = _stretch(cast, parted.words)
        _lines.keep(key, _Line(parted, {cast: made}) if cast.asks else made)
        return made
    if cast not in known.made:
        known.made[cast] = _stretch(cast, parted.words)
    return known.made[cast]


def altered(one: Stretch, *elements: str) -> Stretch:
    """Return `one` with other `elements`, whose holes and words are the same."""
    old, ((body,), _) = one.cast.shape, read(("".join(elements),))
    shape = shape_of((body, *old.texts[1:]), old.asked, old.ids, old.variants)
    return replace(one, cast=replace(one.cast, elements=elements, shape=shape))


def stretch_of(*elements: str) -> Stretch:
    """Return `elements` that belong to no block and have no holes."""
    text = "".join(elements)
    texts, words = read((text,))
    shape, is_told = shape_of(texts, Holes().asked()), not has_tag(text)
    return _stretch(Cast(elements, shape, words, (), "", (), frozenset(), (), is_told, False), ())


def _stretch(cast: Cast, said: Words) -> Stretch:
    """Return what the line becomes that `cast` is of, and that has the words `said`."""
    given = tuple(map(written, said))
    words = tuple([_put(given, some) for some in cast.words])
    is_told = cast.is_told and "{" not in "".join(given) and all(map(are_characters, words))
    values = [value_said(*names, said[rank]) for names, rank in cast.values]
    return Stretch(cast, words, cast.said.union(values), is_told)


def _put(given: Words, words: Iterable[str | int]) -> Words:
    return tuple([given[one] if isinstance(one, int) else one for one in words])


def _cast(line: Line, kind: Hashable, writing: Writing, how: How) -> Cast:
    """Return the cast of the lines of a `kind`, of which `line` is one."""
    key = writing.key(kind, how)
    entry = _casts.get(key) or _casts.find(key)
    if isinstance(entry, Cast):
        return entry
    if entry is None:
        asking = Asking(writing.manner.oracle)
        made = _made(*marked(line, kind), writing.write, writing.context(asking), how)
        asked = tuple(asking.asked)
        _casts.keep(key, _Casts(asked, {tuple(asking.answers): made}) if asked else made)
        return made
    told = answers(entry.asked, writing.manner.oracle)
    found = entry.made.get(told)
    if found is None:
        again = iter(told)
        context = writing.context(Asking(lambda _: next(again)))
        found = entry.made[told] = _made(*marked(line, kind), writing.write, context, how)
    return found


def _made(line: Line, ranks: Mapping[str, int], write: Write, context: Context, how: How) -> Cast:
    """Return the cast of `line`, in which marks stand for words; they have these `ranks`."""
    elements = write(line, context, *how)
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
        frozenset([one for one in said if one.text not in ranks]),
        tuple([(one[:3], ranks[one.text]) for one in said if one.text in ranks]),
        is_told(body, notes, blocks),
        bool(context.headings.asked),
    )


def _blocks(line: Line) -> tuple[Block, ...]:
    return (line.heading, line.paragraph) if isinstance(line, RunIn) else (line,)
