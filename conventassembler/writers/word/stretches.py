"""A block of the draft -> a stretch of the body: its text, and all that the file asks of it.

Acts of one model share most of their blocks: a stretch that was made of one of them is taken again
for the next, if the act answers what the block asks of it as the other did. Of the others most
differ by words alone: those are put into the cast of the line, which was written once.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import field, replace
from operator import attrgetter
from typing import Final

from conventassembler.frozen import dataclass
from conventassembler.keeping import Shelf, kept, recalled
from conventassembler.writers.word.asking import Asking, told_again
from conventassembler.writers.word.casts import Cast, Writing, cast_of, opened
from conventassembler.writers.word.holes import Fill, Holes
from conventassembler.writers.word.neighbours import Sort, behind, how_of, sort_of
from conventassembler.writers.word.shapes import read, shape_of
from conventassembler.writers.word.styles import Styles
from conventassembler.writers.word.values_said import Said
from conventassembler.writers.word.verifying.told import has_tag
from conventassembler.writers.word.verifying.wellformed import are_characters
from conventassembler.writers.word.wordless import Line, Words, bare

_TEXTS: Final = 4
"""How many texts of one stretch are at hand: acts may take turns that number it otherwise."""


@dataclass(slots=True, eq=False)
class Stretch:
    """What one block of the draft became."""

    cast: Cast
    words: tuple[Words, ...]
    """Of each inline of the line."""
    said: frozenset[Said]
    """What its values say."""
    is_told: bool
    """Whether its text is that of the block, and nothing in its words looks like a tag."""
    texts: dict[Fill, bytes] = field(default_factory=dict)
    """What of its text of the body is at hand, by what fills the holes."""
    is_asked: bool = False
    """Whether an act has asked for it: what only one does is not worth keeping."""

    def text(self, fill: Fill) -> bytes:
        """Return its text of the body, with `fill` in the holes."""
        made = self.filled(0, fill)
        if self.is_asked:
            if len(self.texts) >= _TEXTS:
                self.texts.clear()
            self.texts[fill] = made
        self.is_asked = True
        return made

    def filled(self, number: int, fill: Fill) -> bytes:
        """Return the text of that `number` of its shape, with `fill` in the holes."""
        (pieces, ranks), words = opened(self.cast, number, fill), self.words
        text = [b""] * (2 * len(ranks) + 1)
        text[::2] = pieces
        text[1::2] = [words[rank].written for rank in ranks]
        return b"".join(text)


@dataclass(slots=True)
class _Known:
    """A line of late, the very object, and what it was and became the last time."""

    line: Line
    beside: tuple[Styles, str, int]
    sort: Sort
    those: tuple[Sort, Sort] | None = None
    """What stood behind it."""
    made: Stretch | None = None
    told: tuple[Hashable, ...] = ()
    """What the act answered to its questions."""


_IS_PLAIN: Final = attrgetter("is_plain")
_known: Final[Shelf[int, _Known]] = Shelf()


def stretches(lines: Sequence[Line], writing: Writing) -> list[Stretch]:
    """Return what `lines`, which stand one behind the other, become."""
    known, oracle = _known_of(lines, writing), writing.manner.oracle
    made: list[Stretch] = []
    for one, those in zip(known, behind(lines, [one.sort for one in known]), strict=True):
        has = one.made
        if has is None or one.those != those:
            one.those = those
            has = _stretch(one, Asking(oracle), writing)
        elif asked := has.cast.asked:
            told = tuple(map(oracle, asked))
            has = has if told == one.told else _stretch(one, told_again(told), writing)
        made.append(has)
    return made


def _known_of(lines: Iterable[Line], writing: Writing) -> list[_Known]:
    """Return what is known of `lines`, as they are written here."""
    beside, width = writing.key, writing.width
    found: list[_Known] = []
    for line in lines:
        key = id(line)
        one = _known.get(key) or _known.recall(key)
        if one is None or one.beside != beside:
            one = _known.keep(key, _Known(line, beside, sort_of(line, width)))
        found.append(one)
    return found


def _stretch(known: _Known, asking: Asking, writing: Writing) -> Stretch:
    """Return what a line becomes, and keep it."""
    assert known.those is not None
    parted, how = bare(known.line), how_of(known.sort, *known.those)
    cast = cast_of(known.line, parted, writing, how, asking)
    known.made = made = _put(cast, parted.words)
    known.told = tuple(asking.answers)
    return made


@recalled
def altered(one: Stretch, *elements: str) -> Stretch:
    """Return `one` with other `elements`, whose holes and words are the same."""
    return Stretch(_altered(one.cast, *elements), one.words, one.said, one.is_told)


@recalled
def _altered(cast: Cast, *elements: str) -> Cast:
    old, ((body,), _) = cast.shape, read(("".join(elements),))
    shape = shape_of((body, *old.texts[1:]), old.asked, old.ids, old.variants)
    return replace(cast, elements=elements, shape=shape)


@kept
def stretch_of(*elements: str) -> Stretch:
    """Return `elements` that belong to no block and have no holes."""
    text = "".join(elements)
    texts, words = read((text,))
    shape = shape_of(texts, Holes().asked())
    is_told = not has_tag(text) and all(map(are_characters, words))
    return _put(Cast(elements, shape, words, (), "", (), frozenset(), (), is_told, ()), ())


def _put(cast: Cast, words: tuple[Words, ...]) -> Stretch:
    """Return what the line becomes that `cast` is of, and whose inlines say these `words`."""
    said = cast.said.union([(maker, words[rank].text) for maker, rank in cast.values])
    is_told = cast.is_told and all(map(_IS_PLAIN, words))
    return Stretch(cast, words, said, is_told)
