"""A line of the draft without its words: what it is written as, whatever it says.

Below `stretches`. Acts of one model say the name of a party in a dozen paragraphs: each is written
once, with a mark in the place of every word, and then only its words are put in. Tables, places to
sign and tables of contents keep their words: what they become hangs on these.
"""

from collections.abc import Hashable, Mapping
from dataclasses import fields, replace
from operator import attrgetter
from typing import Final, NamedTuple

from conventassembler.draft.lines import RunIn, with_lines
from conventassembler.draft.model import (
    Block,
    Heading,
    Inline,
    Inlines,
    ListItem,
    Paragraph,
    Text,
    Title,
)
from conventassembler.keeping import kept
from conventassembler.writers.word.legality import legal
from conventassembler.writers.word.markup import content

Line = Block | RunIn
Running = Title | Heading | Paragraph | ListItem
_RUNNING: Final = (Title, Heading, Paragraph, ListItem)
_REST: Final = {
    kind: attrgetter(*[one.name for one in fields(kind) if one.name not in ("inlines", "lines")])
    for kind in _RUNNING
}
"""What a block has besides its lines."""
_SIGNS: Final = range(0xE000, 0xF8FF)
"""Of the area that no standard gives a meaning: what marks begin with."""


class Bare(NamedTuple):
    """A line and its words, apart."""

    kind: Hashable
    """All that it is besides: lines of one kind are written alike."""
    words: tuple[str, ...]


def bare(line: Line) -> Bare:
    """Return `line` without the words of its running text."""
    words: list[str] = []
    if isinstance(line, RunIn):
        return Bare((_kind(line.heading, words), _kind(line.paragraph, words)), tuple(words))
    return Bare(_kind(line, words) if isinstance(line, _RUNNING) else line, tuple(words))


def marked(line: Line, kind: Hashable) -> tuple[Line, Mapping[str, int]]:
    """Return `line`, of that `kind`, with a mark for each of its words, and the ranks of these."""
    ranks: dict[str, int] = {}
    if not isinstance(line, (RunIn, *_RUNNING)):
        return line, ranks
    sign = _sign(kind)

    def change(inlines: Inlines) -> Inlines:
        return tuple([_marked(one, sign, ranks) for one in inlines])

    if isinstance(line, RunIn):
        heading = replace(line.heading, inlines=change(line.heading.inlines))
        paragraph = replace(line.paragraph, inlines=change(line.paragraph.inlines))
        return RunIn(heading, paragraph), ranks
    return with_lines(line, change), ranks


@kept
def written(text: str) -> str:
    """Return `text` as it is written, if it is words; nothing for one that is no single run."""
    return "" if "\t" in text or "\n" in text else content(legal(text))


def _kind(block: Running, words: list[str]) -> Hashable:
    """Return what `block` is besides its words, which go to `words`."""
    lines = block.lines if isinstance(block, Title) else (block.inlines,)
    return type(block), _REST[type(block)](block), tuple([_bare(one, words) for one in lines])


def _bare(inlines: Inlines, words: list[str]) -> Hashable:
    made: list[Hashable] = []
    for one in inlines:
        if isinstance(one, Text) and written(one.text):
            words.append(one.text)
            mark = one.value
            made_by = mark and (mark.path, mark.formatter, mark.expression)
            made.append((one.strong, one.emphasis, made_by))
        else:
            made.append(one)
    return tuple(made)


def _marked(inline: Inline, sign: str, ranks: dict[str, int]) -> Inline:
    if not isinstance(inline, Text) or not written(inline.text):
        return inline
    mark = f"{sign}{len(ranks)}"
    ranks[mark] = len(ranks)
    return Text(mark, inline.strong, inline.emphasis, inline.value)


def _sign(kind: Hashable) -> str:
    """Return a sign that nothing in a line of that `kind` has, its words aside."""
    told = repr(kind)  # which shows signs of this sort by their numbers
    return next(chr(number) for number in _SIGNS if f"{number:x}" not in told)
