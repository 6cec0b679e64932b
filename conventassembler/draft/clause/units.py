"""What a clause says, cut where no block and no loop is open.

What stands between two cuts grows by itself, whatever stands around it: so that a clause in which a
word changed shares all its other paragraphs with what it said before.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from conventassembler.draft.clause.program import CompiledClause, Operation, Verb
from conventassembler.draft.clause.said import Said
from conventassembler.keeping import kept

_SIZE = 1 << 32
"""More than any run has operations."""
_DEPTHS: dict[Verb, int] = {"open": 1, "close": -1, "loop": 1, "endloop": -1}


def units_of(clause: CompiledClause, said: Iterable[Said]) -> Iterator[tuple[Said, ...]]:
    """Yield what was said, unit by unit; in place of a run stands the code of the part of it."""
    unit: list[Said] = []
    depth = 0
    depths = _depths(clause)
    for one in said:
        if not isinstance(one, int):
            unit.append(one)
            continue
        lowest, change = depths[one]
        for part, is_last in _parts(clause, one, depth if depth + lowest == 0 else -1):
            unit.append(part)
            if is_last:
                yield tuple(unit)
                unit = []
        depth += change
    if unit:
        yield tuple(unit)


def operations_of(clause: CompiledClause, part: int) -> Sequence[Operation]:
    """Return the operations of a part of a run."""
    rest, stop = divmod(part, _SIZE)
    number, start = divmod(rest, _SIZE)
    return clause.runs[number][start:stop]


@kept
def _depths(clause: CompiledClause) -> tuple[tuple[int, int], ...]:
    """Return for each run the lowest depth that it comes to and the one at its end, from 0."""
    found = [_within(run) for run in clause.runs]
    return tuple((min(one, default=0), one[-1] if one else 0) for one in found)


def _within(run: Iterable[Operation]) -> list[int]:
    return list(accumulate(_DEPTHS.get(verb, 0) for verb, _ in run))


@kept
def _parts(clause: CompiledClause, number: int, depth: int) -> tuple[tuple[int, bool], ...]:
    """Return the parts of a run that begins at `depth`, and whether each ends a unit.

    At a depth below 0, it is one part that ends none.
    """
    count = len(clause.runs[number])
    inside = enumerate(_within(clause.runs[number]), 1)
    cuts = [stop for stop, reached in inside if depth + reached == 0] if depth >= 0 else []
    starts = [0, *cuts]
    parts = [
        ((number * _SIZE + start) * _SIZE + stop, True)
        for start, stop in zip(starts, cuts, strict=False)
    ]
    last = starts[-1]
    rest = [((number * _SIZE + last) * _SIZE + count, False)] if last < count else []
    return (*parts, *rest)
