"""C786: a paragraph that stands in one act twice."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from conventassembler.checks.passages import Passage, Reading
from conventassembler.checks.prose import FEWEST, parts
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.model import Heading
from conventassembler.keeping import kept
from conventassembler.nearness import likeness

_ALIKE = 0.96
_Ranked = tuple[int, Passage, int]
"""A paragraph with the rank of its block in the act, and how many words it has."""
_Seen = dict[str, list[_Ranked]]
"""Paragraphs in their order, by the words at one of their ends."""


def paragraphs_said_once(reading: Reading) -> Iterator[Diagnostic]:
    """Find the paragraph of fifteen words and more that an act says twice, or nearly so.

    Case, accents, marks and spaces make no difference. Tables, recitals and the presentation of the
    parties, which repeat themselves by nature, are not read.
    """
    seen: _Seen = {}
    for ranked in _that_share_ends(reading):
        passage = ranked[1]
        near = [one for end in passage.ends for one in _about_as_long(seen, end, ranked)]
        first = next((rank for rank, one, _ in near if _alike(one.text, passage.text)), None)
        if first is not None:
            heading = _heading(reading, first)
            yield reading.tell("C786", passage, 0, len(passage.text), first=heading or "–")
        for end in passage.ends:
            seen.setdefault(end, []).append(ranked)


def _that_share_ends(reading: Reading) -> Sequence[_Ranked]:
    """Return the paragraphs whose first words or last words are those of another one too."""
    paragraphs = [(rank, reading.said[rank]) for rank in reading.whole.comparable]
    seen = Counter(chain.from_iterable([one.ends for _, one in paragraphs]))
    shared = {end for end, times in seen.items() if times > 1}
    near = [one for one in paragraphs if not shared.isdisjoint(one[1].ends)]
    lines = [(rank, line) for rank, one in near for line in one.passages]
    sharing = [one for one in lines if not shared.isdisjoint(one[1].ends)]
    long = [(rank, line, len(parts(line.text))) for rank, line in sharing]
    return [one for one in long if one[2] >= FEWEST]


def _about_as_long(seen: _Seen, end: str, ranked: _Ranked) -> Sequence[_Ranked]:
    """Return the paragraphs with these words at an end, of one word more or less, or the same."""
    _, passage, words = ranked
    about = [one for one in seen.get(end, ()) if abs(one[2] - words) <= 1]
    # Of as many words, they are the same or something else: those differ at no end.
    return [one for one in about if one[2] != words or one[1].ends == passage.ends]


def _heading(reading: Reading, rank: int) -> str:
    """Return the last heading above a block."""
    above = [line for one in reading.said[:rank] for line in one.passages]
    headings = (one for one in reversed(above) if isinstance(one.block, Heading))
    return next((one.text.strip() for one in headings), "")


@kept
def _alike(line: str, another: str) -> bool:
    one, other = parts(line), parts(another)
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    # What differs by one number or one name says something else: « l'axe 1 », « l'axe 2 ».
    if shorter != longer - 1:
        return False
    # No sequence of words that both have is longer than the words that both have.
    most = (Counter(one) & Counter(other)).total()
    return 2 * most / (shorter + longer) >= _ALIKE and (likeness(one, other) >= _ALIKE)
