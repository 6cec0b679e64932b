"""The command: `python benchmarks/run.py` measures everything and prints it in Markdown.

It needs the project's own environment (`pip install -e .`); the other makers are installed in a
folder of their own, temporary unless `--cache` names one.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks import comparing, growing, profiling, report, whole
from benchmarks import two as pools
from benchmarks.alternating import alive
from benchmarks.desk import Desk, desk
from benchmarks.machine import machine
from benchmarks.makers import LIMIT, OURS, Makers, makers
from benchmarks.places import ROOT, Cache

PARTS = ("compare", "limit", "profile", "two", "growth", "whole")


def main(words: Sequence[str] | None = None) -> int:
    """Measure what the command line asks for; return the exit code."""
    asked = _asked(words)
    with ExitStack() as stack:
        folder = asked.cache or Path(stack.enter_context(TemporaryDirectory()))
        results = measure(asked, folder.resolve())
    print(report.write(results, asked.out))
    if asked.docs:
        report.settle(results, ROOT / "docs" / "performance.md")
    return 0


def measure(asked: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Return what was measured, by its part."""
    parts = {part for part in PARTS if getattr(asked, part)} or set(PARTS) - {"limit"}
    _say(f"{asked.rows} documents are made ready")
    ready = desk(folder / "work", asked.rows)
    cache = Cache(folder)
    made = makers(cache, ready)
    results: dict[str, Any] = {
        "machine": machine(folder),
        "versions": made.versions,
        "absent": made.absent,
    }
    for part, take in _takers(asked, ready, made, cache).items():
        if part in parts:
            _say(part)
            results |= take()
    return results


def _takers(
    asked: argparse.Namespace, ready: Desk, made: Makers, cache: Cache
) -> dict[str, Callable[[], dict[str, Any]]]:
    """Return what measures each part."""

    def compare(only: Sequence[str] = ()) -> dict[str, Any]:
        chosen = {name: made.commands[name] for name in only or made.commands}
        some = Makers(chosen, made.versions, made.absent)
        return {"comparison": comparing.compare(some, ready, asked.rounds, asked.seconds)}

    def growth() -> dict[str, Any]:
        with alive({OURS: made.commands[OURS]}, ready.folder / "growth") as one:
            rows = growing.rows(one[OURS], [n for n in growing.ROWS if n <= asked.most])
        return {"articles": growing.articles(ready.workspace), "rows": rows}

    def processes() -> dict[str, Any]:
        pairs = whole.pairs(ready, cache.python("python"))
        return {
            "whole": {pair.what: whole.compare(pair, asked.runs, ready.cache) for pair in pairs}
        }

    return {
        "compare": compare,
        "limit": lambda: compare((OURS, LIMIT)),
        "profile": lambda: {
            "profile": profiling.profile(ready.workspace, ready.out / "profile", asked.rows)
        },
        "two": lambda: {"two": pools.two(ready, asked.two_rows, 3)},
        "growth": growth,
        "whole": processes,
    }


def _asked(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("benchmarks/run.py", description=__doc__)
    for part in PARTS:
        parser.add_argument(f"--{part}", action="store_true", help="this part and no other")
    add = parser.add_argument
    add("--cache", type=Path, help="folder that keeps what is installed, and the files")
    add("--out", type=Path, default=ROOT / "build" / "benchmarks", help="where figures go")
    add("--docs", action="store_true", help="also put the figures in docs/performance.md")
    add("--rows", type=int, default=200, help="rows whose text is compared (200)")
    add("--rounds", type=int, default=14, help="rounds in which each maker has its slice (14)")
    add("--seconds", type=float, default=0.4, help="length of a slice (0.4)")
    add("--two-rows", type=int, default=2_000, help="rows that two processes make (2000)")
    add("--most", type=int, default=10_000, help="rows up to which growth is measured (10000)")
    add("--runs", type=int, default=7, help="runs of each whole process (7)")
    return parser.parse_args(words)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
