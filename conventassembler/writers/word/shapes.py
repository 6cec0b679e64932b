"""Text of the body -> its shape and its words: texts that differ by words alone have one shape.

Below `stretches`. Words are what stands in `w:t`, as it is written; all else is the shape, with
holes where something is counted through the file.
"""

from collections.abc import Iterable, Sequence
from operator import add
from typing import Final

from conventassembler.frozen import dataclass
from conventassembler.keeping import Shelf
from conventassembler.patterns import Pattern
from conventassembler.writers.word.holes import Asked, Fill
from conventassembler.writers.word.markup import CLOSE, OPEN, SAYS

Said = tuple[str, ...]
"""What a text says, run by run, as it is written; the ranks of what is put in between `OPEN`."""
Variants = tuple[tuple[str, str], ...]

_HOLE: Final = Pattern(f"{OPEN}([^{CLOSE}]*){CLOSE}")
_WORDS: Final = Pattern(f"{SAYS}([^<]+)")


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What some blocks become, without their words; it is equal to no other."""

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
    variants: Variants
    """Of these and of those in their cells, the id and the clause that made it."""

    def opened(
        self, number: int, words: Said, fill: Fill
    ) -> tuple[tuple[bytes, ...], tuple[int, ...]]:
        """Return the text of that `number` with `fill` in its holes, and the ranks among `words`.

        The text is in pieces, between which stands what has a rank; the other words are in it.
        """
        first, *others = (self.forms[number] % fill.values).split(SAYS)
        parted = SAYS.join((first, *map(add, words, others))).split(OPEN)
        return tuple([one.encode("utf-8") for one in parted[::2]]), tuple(map(int, parted[1::2]))


_shapes: Final[Shelf[tuple[object, ...], Shape]] = Shelf()


def read(texts: Iterable[str]) -> tuple[tuple[str, ...], tuple[Said, ...]]:
    """Return `texts` without their words, and the words of each."""
    pieces = [_WORDS.split(text) for text in texts]
    bare = tuple([SAYS.join(some[::2]) for some in pieces])
    return bare, tuple([tuple(some[1::2]) for some in pieces])


def shape_of(
    texts: Sequence[str], asked: Asked, ids: tuple[str, ...] = (), variants: Variants = ()
) -> Shape:
    """Return the shape of `texts` without words: the one that they had before, if any."""
    key = (texts, asked, ids, variants)
    if (known := _shapes.find(key)) is not None:
        return known
    forms = tuple([_HOLE.sub("%s", text.replace("%", "%%")) for text in texts])
    codes = tuple([tuple(_HOLE.findall(text)) for text in texts])
    return _shapes.keep(key, Shape(tuple(texts), forms, codes, asked, ids, variants))
