"""The order of recitals: the rank of each, and which of them stand elsewhere than their rank says.

Source: *Guide de légistique*, 4th edition, 3.1.5, down to decrees; what follows them in conventions
is their usage. Codes are taken by title, without « code » and the article behind it; texts by date.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from datetime import date
from functools import cache

from conventassembler.french.folding import fold
from conventassembler.french.tables import table
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern

_OF_A_CODE = Pattern(r"code (?:de la |de l |des |du |de |d )?")


@dataclass(frozen=True, slots=True)
class Move:
    """Advice to move a recital, all places counted as they stand now."""

    moved: int
    other: int
    """The recital that it should stand beside."""
    is_before: bool
    """Whether it goes before that one; behind it otherwise."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides where a recital stands among others."""

    rank: str
    """One of `ranks`."""
    title: str = ""
    """Of a code: « code de l'action sociale et des familles »."""
    day: date | None = None
    """None, where it is not known, comes last of its rank."""
    party: int = 0
    """The place of the party that decided, among those of the act."""


def ranks() -> tuple[str, ...]:
    """Return the names of all ranks, the first one first."""
    return tuple(table("recitals")["ranks"])


def rank_of(nature: str) -> str:
    """Return the rank of a nature of text: that of its own name, unless the table says another."""
    return str(table("recitals")["rank_of"].get(nature, nature))


def is_of_the_guide(rank: str) -> bool:
    """Tell whether the guide itself orders the texts of that rank among themselves."""
    return _places()[rank] <= _places()["decree"]


def in_order(standings: Sequence[Standing]) -> tuple[int, ...]:
    """Return the places of the recitals in the order of their ranks; equals stay as they stand."""
    return tuple(sorted(range(len(standings)), key=lambda index: _key(standings[index])))


def to_move(standings: Sequence[Standing]) -> tuple[Move, ...]:
    """Return the fewest moves that put the recitals in order, beside recitals that stay.

    Those that go to the same place are moved there one after the other, in the order returned.
    """
    order = in_order(standings)
    kept = _longest_rising(order)
    return tuple(_move(order, at, kept) for at, index in enumerate(order) if index not in kept)


def _move(order: Sequence[int], at: int, kept: Collection[int]) -> Move:
    following = next((other for other in order[at + 1 :] if other in kept), None)
    if following is not None:
        return Move(order[at], following, is_before=True)
    return Move(
        order[at], next(other for other in reversed(order) if other in kept), is_before=False
    )


def _key(standing: Standing) -> tuple[int, int, str, date]:
    return (
        _places()[standing.rank],
        standing.party,
        _OF_A_CODE.sub("", fold(standing.title), count=1),
        standing.day or date.max,
    )


@cache
def _places() -> dict[str, int]:
    return {rank: place for place, rank in enumerate(ranks())}


def _longest_rising(order: Sequence[int]) -> frozenset[int]:
    """Return the values of a longest rising part of `order`, which may all stay where they are."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for value in order:
        at = bisect_left(tails, value)
        before[value] = tails[at - 1] if at else None
        tails[at : at + 1] = [value]
    kept: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return frozenset(kept)
