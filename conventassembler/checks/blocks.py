"""What a block of the draft says by itself: acts of one model share most of their blocks.

Beside `scans`, which reads texts: blocks are remembered whole, with the lines that are read of
them, the values that they show and what waits in them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from conventassembler.checks.runs import lines_of, notes_of
from conventassembler.checks.scans import PRINTED, Scan
from conventassembler.checks.topics import topics_of
from conventassembler.draft.model import (
    Blank,
    Block,
    Contents,
    Field,
    Heading,
    Inline,
    Inlines,
    Text,
)
from conventassembler.draft.plain import text_of
from conventassembler.french.doublets import double_form
from conventassembler.frozen import dataclass
from conventassembler.keeping import held, kept
from conventassembler.patterns import Pattern

GAP = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for each character of a blank or of a number of pages: nobody typed them."""
_LONGEST = 10_000
"""Characters beyond which a line is no prose, and would only be long to read."""
_UNTYPED = frozenset((Blank, Field))
_WORD = Pattern(r"[a-z_][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Said:
    """What a block says."""

    passages: tuple[tuple[Inlines, str], ...]
    """Its lines that are read, each with its words, of which blanks are masked; those of its notes
    come behind them. A table of contents has none."""
    lines: tuple[str, ...]
    """Its lines as they are printed, without notes."""
    notes: tuple[str, ...]
    """Its notes as they are printed."""
    printed: frozenset[Scan[str]]
    """What was found in its lines and its notes."""
    has_long_lines: bool
    """Whether there may be a line that is not read, since it is too long."""
    waits: bool
    """Whether something in its lines is still to be given."""
    paths: frozenset[str]
    """The key paths that it shows."""
    names: frozenset[str]
    """The names in what a clause derives for it."""
    forms: tuple[tuple[str, Inlines], ...]
    """The first form of both genders in the words of each line that no value made."""
    title: str
    """The words of a heading without its label."""
    topics: tuple[str, ...]
    """What it announces, where it is the heading of an article."""


@held
def said(block: Block) -> Said:
    """Return what is known of a block by itself."""
    lines = [(line, text_of(line)) for line in lines_of(block)]
    notes = [(line, text_of(line)) for line in notes_of(block)]
    every = (*lines, *notes)
    inlines = [one for line, _ in every for one in line]
    marks = [one.value for one in inlines if type(one) is Text and one.value is not None]
    waiting = [one.path for one in inlines if type(one) is Blank]
    return Said(
        passages=() if isinstance(block, Contents) else tuple(_passages(every)),
        lines=tuple(words for _, words in lines),
        notes=tuple(words for _, words in notes),
        printed=_found(words for _, words in every),
        has_long_lines=any(len(words) > _LONGEST for _, words in every),
        waits=bool(waiting) and any(type(one) is Blank for line, _ in lines for one in line),
        paths=frozenset((*[mark.path for mark in marks], *waiting)),
        names=frozenset(chain.from_iterable(_names({mark.expression for mark in marks}))),
        forms=tuple((form, line) for line, _ in every for form in _forms(line)),
        title=text_of(block.inlines) if isinstance(block, Heading) else "",
        topics=_topics(block),
    )


def _passages(lines: Iterable[tuple[Inlines, str]]) -> Iterator[tuple[Inlines, str]]:
    for line, words in lines:
        if 0 < len(words) <= _LONGEST:
            is_masked = not _UNTYPED.isdisjoint(map(type, line))
            yield line, "".join(map(_masked, line)) if is_masked else words


def _masked(inline: Inline) -> str:
    return GAP * len(inline.text) if type(inline) in _UNTYPED else inline.text


def _names(expressions: Iterable[str]) -> Iterator[Sequence[str]]:
    return map(_words, filter(None, expressions))


@kept
def _words(expression: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(expression))


def _topics(block: Block) -> tuple[str, ...]:
    if not isinstance(block, Heading) or block.rank == "part":
        return ()
    return topics_of(text_of(block.inlines))


def _found(lines: Iterable[str]) -> frozenset[Scan[str]]:
    return frozenset(scan for hits in PRINTED.hits(tuple(lines)) for scan, _ in hits)


def _forms(line: Inlines) -> tuple[str, ...]:
    form = double_form("".join([one.text for one in line if not getattr(one, "value", None)]))
    return (form,) if form else ()
