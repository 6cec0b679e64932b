"""Which findings are new since the last time, and which are gone."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from conventassembler.diagnostics import Diagnostic, Position

Key = tuple[object, ...]
Ranked = Mapping[int, Position]


def beyond(findings: Iterable[Diagnostic], others: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return those of `findings` that `others` have not; a line that only moved is the same.

    Where fewer of the others say the same, each of them stands for the one nearest to its place.
    """
    found = tuple(findings)
    mine, theirs = _alike(found), _alike(others)
    left = {rank for key, places in mine.items() for rank in _left(places, theirs[key].values())}
    return [one for rank, one in enumerate(found) if rank in left]


def _alike(findings: Iterable[Diagnostic]) -> defaultdict[Key, dict[int, Position]]:
    """Return the places of the findings that say the same, by their rank among all."""
    alike = defaultdict[Key, dict[int, Position]](dict)
    for rank, one in enumerate(findings):
        alike[_key(one)][rank] = one.position
    return alike


def _key(finding: Diagnostic) -> Key:
    facts = tuple(sorted(finding.arguments.items()))
    return finding.code, finding.position.file, facts, finding.accepted, finding.severity


def _left(places: Ranked, others: Collection[Position]) -> Collection[int]:
    """Return the ranks of the places for which none of the others stands."""
    if not others or len(others) >= len(places):
        return () if others else places.keys()
    stayed = {place for place in places.values() if place in others}
    left = {rank: place for rank, place in places.items() if place not in stayed}
    for other in others:
        if other not in stayed:
            del left[min(left, key=lambda rank: _distance(left[rank], other))]
    return left.keys()


def _distance(one: Position, other: Position) -> tuple[int, int]:
    return abs(one.line - other.line), abs(one.column - other.column)
