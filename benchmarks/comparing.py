"""The comparison: all makers in turn, their documents held against the text that ours has."""

from benchmarks.alternating import Measured, alive, in_turn, ratio
from benchmarks.desk import Desk
from benchmarks.makers import LIMIT, OURS, Makers, wrong_in

_WARM = 1.0
"""Seconds that each maker works before it is measured."""


def compare(made: Makers, desk: Desk, rounds: int, seconds: float) -> dict[str, object]:
    """Return what each maker took, beside what ours and docxtpl did in the same rounds.

    Raises:
        ValueError: a document of some maker does not say what it ought to.
    """
    ours = {name: command for name, command in made.commands.items() if name == OURS}
    others = {name: command for name, command in made.commands.items() if name != OURS}
    with alive(ours, desk.out) as first:
        first[OURS].ask(count=len(desk.expected))
        with alive(others, desk.out) as rest:
            both = {**first, **rest}
            for name, maker in rest.items():
                maker.ask(count=len(desk.expected) if name != LIMIT else 20)
            _held_against(made, desk)
            timed = {name: maker.elsewhere(desk.folder / "timed") for name, maker in both.items()}
            for maker in timed.values():
                maker.ask(seconds=_WARM)
            measured = in_turn(timed, rounds, seconds)
    return {name: _told(measured, name) for name in measured}


def _held_against(made: Makers, desk: Desk) -> None:
    wrong = {name: wrong_in(name, desk) for name in made.commands if name != LIMIT}
    if told := {name: lines for name, lines in wrong.items() if lines}:
        raise ValueError({name: (len(lines), lines[:5]) for name, lines in told.items()})


def _told(measured: dict[str, Measured], name: str) -> dict[str, object]:
    one = measured[name]
    against = {other: round(ratio(one, measured[other]), 3) for other in measured}
    return {
        "median ms": round(one.median, 3),
        "mean ms": round(one.mean, 3),
        "quietest round ms": round(one.best, 3),
        "processor ms": round(one.middle_cpu, 3),
        "highest MiB": round(one.mib, 1),
        "documents": one.documents,
        "to others": against,
    }
