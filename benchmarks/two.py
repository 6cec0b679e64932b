"""Two processes of one batch against two batches that know nothing of each other.

Both make the same number of rows on the same cores, their start not counted. What the pool loses
is what its parent does (it hands rows out, takes documents back and writes them) and waiting.
"""

import sys
import time
from collections.abc import Mapping
from statistics import median

from benchmarks.alternating import Maker, alive
from benchmarks.desk import Desk
from benchmarks.makers import ENGINES

_WARM = 100
"""Rows that each process makes before it is measured."""


def two(desk: Desk, count: int, rounds: int) -> dict[str, object]:
    """Return the rates of `count` rows made by a pool of two, and by two singles at once."""
    words = str(desk.words)
    single = (sys.executable, str(ENGINES / "worker.py"), "ours", words)
    pool = (sys.executable, str(ENGINES / "ours_pool.py"), words, "2")
    commands = {"single 1": single, "single 2": single, "pool": pool}
    with alive(commands, desk.out) as makers:
        _at_once(makers, 2 * _WARM)
        makers["pool"].ask(count=4 * _WARM)
        pairs = [_measured(makers, count) for _ in range(rounds)]
    alone, together = zip(*pairs, strict=True)
    return {
        "rows": count,
        "rows a second, two singles": round(median(alone), 1),
        "rows a second, a pool of two": round(median(together), 1),
        "pool to singles": round(median(b / a for a, b in pairs), 3),
    }


def _measured(makers: Mapping[str, Maker], count: int) -> tuple[float, float]:
    seconds = makers["pool"].ask(count=count)["seconds"]
    assert isinstance(seconds, float)
    return count / _at_once(makers, count), count / seconds


def _at_once(makers: Mapping[str, Maker], count: int) -> float:
    """Return the seconds that two singles take for half of the rows each, side by side."""
    both = [makers["single 1"], makers["single 2"]]
    start = time.perf_counter()
    for one in both:
        one.begin(count=count // 2)
    for one in both:
        one.answer()
    return time.perf_counter() - start
