"""What a block of the draft says by itself: acts of one model share most of their blocks.

Beside `scans`, which reads texts: blocks are remembered whole, with the lines that are read of
them, the values that they show and what waits in them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from conventassembler.checks.runs import lines_of, notes_of
from conventassembler.checks.scans import PRINTED, Read, Scan, read_line
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
from conventassembler.keeping import kept

GAP = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for each character of a blank or of a number of pages: nobody typed them."""
_LONGEST = 10_000
"""Characters beyond which a line is no prose, and would only be long to read."""
_WORD = re.compile(r"[a-z_][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Said:
    """What a block says."""

    passages: tuple[tuple[Inlines, Read], ...]
    """Its lines that are read, those of its notes behind them; a table of contents has none."""
    lines: tuple[str, ...]
    """Its lines as they are printed, without notes."""
    printed: frozenset[Scan[str]]
    """What was found in those lines."""
    noted: frozenset[Scan[str]]
    """What was found in its notes."""
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
    topics: tuple[str, ...]
    """What it announces, where it is the heading of an article."""


@kept
def said(block: Block) -> Said:
    """Return what is known of a block by itself."""
    lines, notes = lines_of(block), notes_of(block)
    every = (*lines, *notes)
    inlines = [one for line in every for one in line]
    marks = [one.value for one in inlines if isinstance(one, Text) and one.value]
    waiting = [one.path for one in inlines if isinstance(one, Blank)]
    return Said(
        passages=() if isinstance(block, Contents) else tuple(_passages(every)),
        lines=tuple(map(text_of, lines)),
        printed=_found(lines),
        noted=_found(notes),
        has_long_lines=sum(len(one.text) for one in inlines) > _LONGEST,
        waits=any(isinstance(one, Blank) for line in lines for one in line),
        paths=frozenset((*(mark.path for mark in marks), *waiting)),
        names=frozenset(chain.from_iterable(_WORD.findall(mark.expression) for mark in marks)),
        forms=tuple((form, line) for line in every for form in _forms(line)),
        topics=_topics(block),
    )


def _passages(lines: Iterable[Inlines]) -> Iterator[tuple[Inlines, Read]]:
    for line in lines:
        words = "".join(map(_masked, line))
        if 0 < len(words) <= _LONGEST:
            yield line, read_line(words)


def _topics(block: Block) -> tuple[str, ...]:
    if not isinstance(block, Heading) or block.rank == "part":
        return ()
    return topics_of(text_of(block.inlines))


def _found(lines: Iterable[Inlines]) -> frozenset[Scan[str]]:
    return frozenset(scan for line in lines for scan, _ in PRINTED.hits(text_of(line)))


def _masked(inline: Inline) -> str:
    return GAP * len(inline.text) if isinstance(inline, Blank | Field) else inline.text


def _forms(line: Inlines) -> tuple[str, ...]:
    form = double_form("".join(one.text for one in line if not getattr(one, "value", None)))
    return (form,) if form else ()
