"""What a block of the draft says by itself: acts of one model share most of their blocks.

Beside `scans`, which reads texts: blocks are remembered whole, with the lines that are read of
them, the values that they show and what waits in them. What is known of an act is gathered from
what its blocks say, so that of an act that differs in some of them only those are read.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple

from conventassembler.checks.prose import ends
from conventassembler.checks.runs import lines_of
from conventassembler.checks.scans import LINES, Read, Scan, Told
from conventassembler.checks.seams import Seam, seams
from conventassembler.checks.topics import topics_of
from conventassembler.draft.model import (
    Blank,
    Block,
    Contents,
    Field,
    Heading,
    Inline,
    Inlines,
    ListItem,
    Paragraph,
    Reference,
    Text,
    ValueMark,
)
from conventassembler.draft.plain import text_of
from conventassembler.french.doublets import double_form, may_double
from conventassembler.french.folding import fold_line
from conventassembler.frozen import dataclass
from conventassembler.keeping import Shelf, kept, recalled
from conventassembler.patterns import Pattern

GAP = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for each character of a blank or of a number of pages: nobody typed them."""
_LONGEST = 10_000
"""Characters beyond which a line is no prose, and would only be long to read."""
_UNTYPED = frozenset((Blank, Field))
_WORD = Pattern(r"[a-z_][a-z0-9_]*")
_folded = kept(fold_line)


class Passage(NamedTuple):
    """A line of the act: a paragraph, a heading, an item, a line of a cell."""

    block: Block
    """The block of the draft in which it stands, the whole table for a cell."""
    inlines: Inlines
    text: str
    """Its words with plain spaces and apostrophes, each blank masked."""
    small: str
    """The same in small letters."""
    ends: tuple[str, ...]
    """Its first and last words where it is compared with others, so far as it may be long."""

    @property
    def folded(self) -> str:
        """Its words as `fold` has them, which few lines are asked for."""
        return _folded(self.text)

    @property
    def is_recital(self) -> bool:
        """Whether it cites what the act rests on."""
        return getattr(self.block, "role", "") == "recital"

    def stretch(self, start: int) -> tuple[Inline, int]:
        """Return the inline that holds the character `start`, and where it begins."""
        at = 0
        for inline in self.inlines:
            if at <= start < at + len(inline.text):
                return inline, at
            at += len(inline.text)
        return self.inlines[-1], at

    def is_reference(self, start: int) -> bool:
        """Tell whether the character `start` is of a reference that the tool numbers."""
        return isinstance(self.stretch(start)[0], Reference)

    def path(self, start: int) -> str:
        """Return the key path of the value that made the character `start`; empty for none."""
        mark = getattr(self.stretch(start)[0], "value", None)
        return mark.path if mark else ""

    def is_derived(self, start: int) -> bool:
        """Tell whether a clause computed the character `start`: a form of a party, a sum."""
        mark = getattr(self.stretch(start)[0], "value", None)
        return mark is not None and not mark.path


@dataclass(frozen=True, slots=True)
class Said:
    """What a block says."""

    passages: tuple[Passage, ...]
    """Its lines that are read, those of its notes behind them. A table of contents has none."""
    hits: tuple[tuple[Scan[Any], int, Sequence[Any]], ...]
    """The scans that found something, each with the rank of the line and what it found there."""
    lines: tuple[str, ...]
    """Its lines as they are printed, without notes."""
    notes: tuple[str, ...]
    """Its notes as they are printed."""
    cites: bool
    """Whether it is a recital."""
    told: frozenset[Told]
    """What its words tell by themselves."""
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
    ends: tuple[str, ...]
    """The first and the last words of its paragraphs that are compared with others."""
    title: str
    """The words of a heading without its label."""
    topics: tuple[str, ...]
    """What it announces, where it is the heading of an article."""
    seams: tuple[Seam, ...]
    """Its values that say again the words before them or behind them."""


def said(blocks: Sequence[Block]) -> Sequence[Said]:
    """Return what is known of each block by itself; those that are new are read together.

    Most are the very objects of the act before, which nothing needs to be asked about.
    """
    seen = [_SEEN.get(id(one)) or _SEEN.recall(id(one)) for one in blocks]
    new = [block for block, known in zip(blocks, seen, strict=True) if known is None]
    read = map(_keep, new, _read(new))
    return [(known or next(read))[1] for known in seen]


def _keep(block: Block, told: Said) -> tuple[Block, Said]:
    return _SEEN.keep(id(block), (block, told))


_SEEN: Shelf[int, tuple[Block, Said]] = Shelf()
"""What the blocks of late say, by identity; they are kept too, so that none other ever has it."""


_Line = tuple[Inlines, str, str, Read]
"""A line with its words, how they are read (no word where they are not), and what they say."""


def _read(blocks: Sequence[Block]) -> Iterator[Said]:
    parts = list(map(lines_of, blocks))
    owned = [(one, line) for one, of in zip(blocks, parts, strict=True) for line in chain(*of)]
    inlines = [line for _, line in owned]
    words = list(map(text_of, inlines))
    texts = [_shown(block, line, said) for (block, line), said in zip(owned, words, strict=True)]
    lines = zip(inlines, words, texts, LINES.read(texts), strict=True)
    for block, (own, notes) in zip(blocks, parts, strict=True):
        yield _said(block, list(islice(lines, len(own))), list(islice(lines, len(notes))))


def _said(block: Block, lines: Sequence[_Line], notes: Sequence[_Line]) -> Said:
    every = [*lines, *notes] if notes else lines
    read = [one for one in every if one[2]]
    compared = is_prose(block)
    passages = [
        Passage(block, line, text, text.lower(), ends(known.words) if compared else ())
        for line, _, text, known in read
    ]
    values = [one.value if type(one) is Text else one for line, _, _, _ in every for one in line]
    paths, names, waits = _of_values(*values)
    return Said(
        tuple(passages),
        tuple([(scan, at, found) for at, one in enumerate(read) for scan, found in one[3].hits]),
        tuple([words for _, words, _, _ in lines]),
        tuple([words for _, words, _, _ in notes]) if notes else (),
        cites=getattr(block, "role", "") == "recital",
        told=frozenset([told for one in read for told in one[3].told]),
        # Those that are read are none.
        has_long_lines=len(read) < len(every) and any(len(one[1]) > _LONGEST for one in every),
        waits=waits and any(Blank in map(type, one[0]) for one in lines),
        paths=paths,
        names=names,
        forms=tuple(
            [(form, one[0]) for one in every if may_double(one[1]) for form in _forms(one[0])]
        ),
        ends=tuple([end for one in passages for end in one.ends]) if compared else (),
        title=text_of(block.inlines) if isinstance(block, Heading) else "",
        topics=_topics(block) if isinstance(block, Heading) else (),
        seams=tuple([seam for one in every if len(one[0]) > 1 for seam in seams(one[0])]),
    )


_OfValues = tuple[frozenset[str], frozenset[str], bool]
"""The key paths that values show, the names in what a clause derives, whether any value waits."""


@recalled
def _of_values(*made: Inline | ValueMark | None) -> _OfValues:
    """Return what values show, given their marks and blanks.

    A line in which only words differ has the very marks of the one that it differs from.
    """
    marks = [one for one in made if isinstance(one, ValueMark)]
    waiting = [one.path for one in made if isinstance(one, Blank)]
    names = chain.from_iterable([_WORD.findall(one.expression) for one in marks])
    return frozenset([*[one.path for one in marks], *waiting]), frozenset(names), bool(waiting)


def _shown(block: Block, line: Inlines, words: str) -> str:
    """Return how a line is read, blanks masked; not at all in a table of contents."""
    if not 0 < len(words) <= _LONGEST or type(block) is Contents:
        return ""
    if not _UNTYPED.isdisjoint(map(type, line)):
        words = "".join(
            [GAP * len(one.text) if type(one) in _UNTYPED else one.text for one in line]
        )
    return words.replace("\u00a0", " ").replace("\u202f", " ").replace("\n", " ").replace("’", "'")


def is_prose(block: Block) -> bool:
    """Tell whether a block is a paragraph of the text itself, or an item of it."""
    if isinstance(block, Paragraph):
        return block.role in ("body", "continuation")
    return isinstance(block, ListItem)


def _topics(heading: Heading) -> tuple[str, ...]:
    return () if heading.rank == "part" else topics_of(text_of(heading.inlines))


def _forms(line: Inlines) -> tuple[str, ...]:
    form = double_form("".join([one.text for one in line if not getattr(one, "value", None)]))
    return (form,) if form else ()
