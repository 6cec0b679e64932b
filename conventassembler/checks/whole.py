"""What the blocks of an act say together, gathered in one walk over them.

Behind `blocks`, which knows each by itself, and before `passages`, of which rules ask it.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from conventassembler.checks.blocks import Passage, Said
from conventassembler.checks.scans import Scan, Told


class Whole(NamedTuple):
    """What an act says."""

    passages: Sequence[Passage]
    """Its lines; the table of contents only repeats them."""
    hits: Mapping[Scan[Any], Sequence[tuple[int, Sequence[Any]]]]
    """What each scan found, with the ranks of the lines."""
    told: frozenset[Told]
    """What its words tell by themselves."""
    recitals: Sequence[tuple[int, Passage]]
    """The lines that cite what it rests on, each with its rank among all lines."""
    paths: frozenset[str]
    """The key paths that it shows."""
    names: frozenset[str]
    """The names in what clauses derive for it."""
    comparable: Sequence[int]
    """The ranks of the blocks that are compared with others."""
    announcing: Sequence[int]
    """Those of the headings that announce a topic."""
    of_both_genders: Sequence[int]
    """Those of the blocks that have a form of both genders."""
    with_seams: Sequence[int]
    """Those of the blocks in which a value says words of the text again."""
    has_long_lines: bool
    """Whether there are lines that are not read, since they are too long."""


def whole(said: Sequence[Said]) -> Whole:
    """Return what an act says, given what each of its blocks does."""
    passages: list[Passage] = []
    hits: dict[Scan[Any], list[tuple[int, Sequence[Any]]]] = {}
    recitals: list[tuple[int, Passage]] = []
    comparable: list[int] = []
    announcing: list[int] = []
    of_both_genders: list[int] = []
    with_seams: list[int] = []
    has_long_lines = False
    for rank, one in enumerate(said):
        above = len(passages)
        for scan, line, found in one.hits:
            hits.setdefault(scan, []).append((above + line, found))
        if one.cites:
            recitals += enumerate(one.passages, above)
        if one.ends:
            comparable.append(rank)
        if one.topics:
            announcing.append(rank)
        if one.forms:
            of_both_genders.append(rank)
        if one.seams:
            with_seams.append(rank)
        has_long_lines = has_long_lines or one.has_long_lines
        passages += one.passages
    return Whole(
        passages,
        hits,
        frozenset().union(*[one.told for one in said if one.told]),
        recitals,
        frozenset().union(*[one.paths for one in said if one.paths]),
        frozenset().union(*{one.names for one in said}),
        comparable,
        announcing,
        of_both_genders,
        with_seams,
        has_long_lines,
    )
