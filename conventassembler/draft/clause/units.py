"""What a clause says, cut where no block and no loop is open.

What stands between two cuts grows by itself, whatever stands around it: so that a clause in which a
word changed shares all its other paragraphs with what it said before.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate

from conventassembler.draft.clause.program import CompiledClause, Operation, Verb
from conventassembler.draft.clause.said import Said
from conventassembler.keeping import recalled

_SIZE = 1 << 32
"""More than any run has operations."""
_DEPTHS: dict[Verb, int] = {"open": 1, "close": -1, "loop": 1, "endloop": -1}


def units_of(clause: CompiledClause, said: Iterable[Said]) -> Iterator[tuple[Said, ...]]:
    """Yield what was said, unit by unit; in place of a run stands the code of the part of it."""
    unit: list[Said] = []
    depth = 0
    cuts = _cuts(clause)
    for one in said:
        if not isinstance(one, int):
            unit.append(one)
            continue
        parts, change = cuts(one, depth)
        for part, is_last in parts:
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


Cut = tuple[tuple[tuple[int, bool], ...], int]
"""The parts of a run, each with whether it ends a unit, and by how much the run goes deeper."""


@recalled
def _cuts(clause: CompiledClause) -> Callable[[int, int], Cut]:
    """Return what cuts a run, named by its number, that begins at a depth."""
    depths = [_within(run) for run in clause.runs]

    @cache
    def cut(number: int, depth: int) -> Cut:
        inside = depths[number]
        parts = _parts(number, inside, depth if depth + min(inside, default=0) == 0 else -1)
        return parts, inside[-1] if inside else 0

    return cut


def _within(run: Iterable[Operation]) -> list[int]:
    return list(accumulate(_DEPTHS.get(verb, 0) for verb, _ in run))


def _parts(number: int, within: Sequence[int], depth: int) -> tuple[tuple[int, bool], ...]:
    """Return the parts of a run that begins at `depth`, and whether each ends a unit.

    At a depth below 0, it is one part that ends none.
    """
    count = len(within)
    inside = enumerate(within, 1)
    cuts = [stop for stop, reached in inside if depth + reached == 0] if depth >= 0 else []
    starts = [0, *cuts]
    parts = [
        ((number * _SIZE + start) * _SIZE + stop, True)
        for start, stop in zip(starts, cuts, strict=False)
    ]
    last = starts[-1]
    rest = [((number * _SIZE + last) * _SIZE + count, False)] if last < count else []
    return (*parts, *rest)
