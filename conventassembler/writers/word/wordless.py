"""A line of the draft without its words: what it is written as, whatever it says.

Below `stretches`. Acts of one model say the name of a party in a dozen paragraphs: each is written
once, with a mark in the place of every word, and then only its words are put in. Tables and tables
of contents keep their words: what they become hangs on these.
"""

from collections.abc import Hashable, Mapping
from dataclasses import fields, replace
from itertools import chain, compress, count
from operator import attrgetter, is_not
from typing import Any, Final, NamedTuple

from conventassembler.draft.lines import RunIn, parts_of, with_lines
from conventassembler.draft.model import (
    Block,
    Heading,
    Inline,
    Inlines,
    ListItem,
    Paragraph,
    SignatureGrid,
    Text,
    Title,
)
from conventassembler.frozen import dataclass
from conventassembler.keeping import Hashed, Shelf, hashed_once, kept
from conventassembler.writers.word.legality import legal
from conventassembler.writers.word.markup import content
from conventassembler.writers.word.verifying.wellformed import are_characters

Line = Block | RunIn
_WORDED: Final = (Title, Heading, Paragraph, ListItem, SignatureGrid, RunIn)
_REST: Final = {
    kind: attrgetter(*[one.name for one in fields(kind) if one.name not in ("inlines", "lines")])
    for kind in (Title, Heading, Paragraph, ListItem)
}
"""What a block has besides its lines."""
_SIGNS: Final = range(0xE000, 0xF8FF)
"""Of the area that no standard gives a meaning: what marks begin with."""


@hashed_once
@dataclass(frozen=True, slots=True)
class Kind(Hashed):
    """All that a line is besides its words: lines of one kind are written alike."""

    rest: Hashable
    lengths: tuple[int, ...]
    """How many inlines each of its lines has."""
    looks: tuple[Hashable, ...]
    """What each of them is besides its words."""


class Words(NamedTuple):
    """What an inline says."""

    text: str
    written: bytes
    """The same as it stands in `w:t`."""
    is_plain: bool
    """Whether it looks like no part of a tag, nor like XML, as it is written."""


NONE: Final = Words("", b"", is_plain=True)
"""Those of an inline that has none, or that keeps its own."""


class Bare(NamedTuple):
    """A line and its words, apart."""

    kind: Hashable
    words: tuple[Words, ...]
    """Of each of its inlines."""
    inlines: Inlines


_bare: Final[Shelf[tuple[type[object], str], Bare]] = Shelf()
"""The last line with the same id: most of its inlines are those of the next one too."""


def bare(line: Line) -> Bare:
    """Return `line` without the words of its running text."""
    if not isinstance(line, _WORDED):
        return Bare(line, (), ())
    key, rest, lines = (type(line), _first(line).id), _rest(line), _lines(line)
    inlines = lines[0] if len(lines) == 1 else tuple(chain.from_iterable(lines))
    lengths = tuple(map(len, lines))
    last = _bare.get(key) or _bare.recall(key)
    made = last and _like(last, rest, lengths, inlines)
    if made is None:
        words = tuple(map(_said, inlines))
        made = Bare(Kind(rest, lengths, tuple(map(_look, inlines, words))), words, inlines)
    return _bare.keep(key, made)


def _like(last: Bare, rest: Hashable, lengths: tuple[int, ...], inlines: Inlines) -> Bare | None:
    """Return a line apart, if it is of the same kind as the `last` one."""
    kind, words = last.kind, list(last.words)
    assert isinstance(kind, Kind)
    if kind.rest != rest or kind.lengths != lengths:
        return None
    for rank in compress(count(), map(is_not, inlines, last.inlines)):
        one, other = inlines[rank], last.inlines[rank]
        said = _said(one)
        have_words = said is not NONE and words[rank] is not NONE
        if not (have_words and _look_alike(one, other)) and one != other:
            return None
        words[rank] = said
    return Bare(kind, tuple(words), inlines)


def _look_alike(one: Inline, other: Inline) -> bool:
    """Tell whether two inlines are texts that differ by their words alone."""
    if isinstance(one, Text) and isinstance(other, Text):
        return one.has(other.strong, other.emphasis, other.value)
    return False


def marked(line: Line, words: tuple[Words, ...]) -> tuple[Line, Mapping[str, int]]:
    """Return `line` with a mark for each of its `words`, and their ranks by their marks."""
    ranks: dict[str, int] = {}
    if not words:
        return line, ranks
    sign, places = _sign(line), iter(enumerate(words))

    def change(inlines: Inlines) -> Inlines:
        return tuple([mark(one, *next(places)) for one in inlines])

    def mark(inline: Inline, rank: int, said: Words) -> Inline:
        if said is NONE or not isinstance(inline, Text):
            return inline
        ranks[f"{sign}{rank}"] = rank
        return Text(f"{sign}{rank}", inline.strong, inline.emphasis, inline.value)

    if isinstance(line, RunIn):
        heading = replace(line.heading, inlines=change(line.heading.inlines))
        paragraph = replace(line.paragraph, inlines=change(line.paragraph.inlines))
        return RunIn(heading, paragraph), ranks
    return with_lines(line, change), ranks


@kept
def _words(text: str) -> Words:
    """Return `text` as words; one that is no single run is none."""
    if not text or "\t" in text or "\n" in text:
        return NONE
    written = content(legal(text))
    return Words(text, written.encode("utf-8"), "{" not in text and are_characters((written,)))


def _said(inline: Inline) -> Words:
    return _words(inline.text) if isinstance(inline, Text) else NONE


def _look(inline: Inline, said: Words) -> Hashable:
    """Return what an inline is besides what it says."""
    if said is NONE or not isinstance(inline, Text):
        return inline
    mark = inline.value
    return inline.strong, inline.emphasis, mark and (mark.path, mark.formatter, mark.expression)


def _first(line: Any) -> Any:
    """Return the first block of a line."""
    return line.heading if isinstance(line, RunIn) else line


def _lines(line: Any) -> tuple[Inlines, ...]:
    """Return the lines of one that has words, in the order of `with_lines`."""
    if isinstance(line, Title):
        return line.lines
    if isinstance(line, SignatureGrid):
        return tuple([part for row in line.rows for one in row for part in parts_of(one)])
    if isinstance(line, RunIn):
        return line.heading.inlines, line.paragraph.inlines
    return (line.inlines,)


def _rest(line: Any) -> Hashable:
    """Return what one that has words has besides its lines."""
    if isinstance(line, SignatureGrid):
        places = tuple([tuple([(one.id, one.party) for one in row]) for row in line.rows])
        return SignatureGrid, line.id, line.provenance, line.electronic, places
    if isinstance(line, RunIn):
        return RunIn, _rest(line.heading), _rest(line.paragraph)
    return type(line), _REST[type(line)](line)


def _sign(kind: Hashable) -> str:
    """Return a sign that nothing in a line of that `kind` has, its words aside."""
    told = repr(kind)  # which shows signs of this sort by their numbers
    return next(chr(number) for number in _SIGNS if f"{number:x}" not in told)
