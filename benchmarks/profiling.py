"""Where the time of a row goes: every stage of a batch with a clock around it.

The stages are those that the program itself calls; they are replaced by themselves with a clock, in
the modules that call them, and one that is no longer there is an error. What one stage spends in
another that it calls is the other's.
"""

import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

from benchmarks.engines import ours
from conventassembler import making
from conventassembler.batch import kit
from conventassembler.batch.planning import Refused

STAGES = ("row", "load", "resolve", "compose", "check", "word", "deflate", "twin", "write", "rest")
"""`row` reads and judges the cells; `rest` is what is between the stages."""


@dataclass(slots=True)
class Clocks:
    """The stages of one row after the other, in nanoseconds of this process."""

    rows: list[dict[str, int]] = field(default_factory=list)
    running: list[str] = field(default_factory=list)
    since: int = 0

    def start_row(self) -> None:
        """Begin a row."""
        self.rows.append(dict.fromkeys(STAGES, 0))

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what is done here as `name`, and no longer as the stage around it."""
        self._settle()
        self.running.append(name)
        try:
            yield
        finally:
            self._settle()
            self.running.pop()

    def around(self, name: str, function: Callable[..., object]) -> Callable[..., object]:
        """Return `function`, counted as `name`."""

        def timed(*arguments: object, **named: object) -> object:
            with self.stage(name):
                return function(*arguments, **named)

        return timed

    def _settle(self) -> None:
        now = time.process_time_ns()
        if self.running and self.rows:
            self.rows[-1][self.running[-1]] += now - self.since
        self.since = now


def profile(root: Path, out: Path, count: int) -> dict[str, float]:
    """Return the median of each stage over `count` rows, in milliseconds of the processor.

    As many rows are made before, so that what rows share is there.
    """
    clocks = Clocks()
    out.mkdir(parents=True, exist_ok=True)
    with _clocked(clocks):
        plan = ours.planned(root, twins=True)
        rows = map(ours.table_row, range(2 * count))
        jobs = plan.jobs(rows)
        for _ in range(2 * count):
            clocks.start_row()
            with clocks.stage("row"):
                job = next(jobs)
            if isinstance(job, Refused):
                raise ValueError(job.findings)
            with clocks.stage("rest"):
                document = plan.kit.make(job)
            with clocks.stage("write"):
                name = f"{document.job.name}.docx"
                (out / name).write_bytes(document.files[name])
    kept = list(islice(clocks.rows, count, None))
    return {stage: round(median(row[stage] for row in kept) / 1e6, 3) for stage in STAGES}


@contextmanager
def _clocked(clocks: Clocks) -> Iterator[None]:
    places = (
        (kit, "read_agreement", "load"),
        (making, "resolve", "resolve"),
        (making, "compose", "compose"),
        (making, "check", "check"),
        (kit, "write_word", "word"),
        (kit, "write_markdown", "twin"),
        (zlib, "compressobj", "deflate"),
    )
    with ExitStack() as stack:
        for module, name, stage in places:
            function = getattr(module, name)
            timed = clocks.around(stage, function)
            if stage == "deflate":
                timed = _Deflating.of(clocks, function)
            stack.enter_context(patch.object(module, name, timed))
        yield


@dataclass(frozen=True, slots=True)
class _Deflating:
    """What `zlib.compressobj` returns, with a clock."""

    clocks: Clocks
    inner: "zlib._Compress"

    @classmethod
    def of(cls, clocks: Clocks, function: Callable[..., Any]) -> Callable[..., object]:
        return lambda *arguments, **named: cls(clocks, function(*arguments, **named))

    def compress(self, data: bytes) -> bytes:
        with self.clocks.stage("deflate"):
            return self.inner.compress(data)

    def flush(self, *mode: int) -> bytes:
        with self.clocks.stage("deflate"):
            return self.inner.flush(*mode)
