"""Where the time of a row goes: every stage of a batch with a clock around it, or its steps.

The stages are those that the program itself calls; they are replaced by themselves with a clock, in
the modules that call them, and one that is no longer there is an error. What one stage spends in
another that it calls is the other's.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median
from unittest.mock import patch

import deflate

from benchmarks.engines import ours
from conventassembler import making
from conventassembler.abreast import TOGETHER, Steps
from conventassembler.batch import kit
from conventassembler.batch.model import Job
from conventassembler.batch.planning import Refused

STAGES = ("row", "load", "resolve", "compose", "check", "word", "deflate", "twin", "write", "rest")
"""`row` reads and judges the cells; `rest` is what is between the stages."""
_BY_STEPS = ("compose", "check")
"""Those which rows that are made together take step by step."""


@dataclass(slots=True)
class Clocks:
    """The stages of some rows after the others, in nanoseconds of this process."""

    rows: list[dict[str, int]] = field(default_factory=list)
    running: list[str] = field(default_factory=list)
    since: int = 0

    def start_rows(self) -> None:
        """Begin rows that are made together."""
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

    def along(self, name: str, function: Callable[..., Steps[object]]) -> Callable[..., object]:
        """Return `function`, each of whose steps is counted as `name`."""

        def timed(*arguments: object, **named: object) -> Steps[object]:
            steps = function(*arguments, **named)
            while True:
                with self.stage(name):
                    try:
                        next(steps)
                    except StopIteration as end:
                        return end.value
                yield

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
        coming = plan.jobs(map(ours.table_row, range(2 * count)))
        while True:
            clocks.start_rows()
            with clocks.stage("row"):
                jobs = list(islice(coming, TOGETHER))
            if len(jobs) < TOGETHER:
                break
            with clocks.stage("rest"):
                documents = plan.kit.make(list(map(_sound, jobs)))
            with clocks.stage("write"):
                for document in documents:
                    name = f"{document.job.name}.docx"
                    (out / name).write_bytes(document.files[name])
    kept = clocks.rows[count // TOGETHER : -1]
    parts = {stage: median(rows[stage] for rows in kept) / TOGETHER for stage in STAGES}
    return {stage: round(part / 1e6, 3) for stage, part in parts.items()}


def _sound(job: Job | Refused) -> Job:
    """Return a job of ours, of which none is refused."""
    if isinstance(job, Refused):
        raise ValueError(job.findings)
    return job


@contextmanager
def _clocked(clocks: Clocks) -> Iterator[None]:
    places = (
        (kit, "read_agreement", "load"),
        (making, "resolve", "resolve"),
        (making, "composing", "compose"),
        (making, "checking", "check"),
        (kit, "write_word", "word"),
        (kit, "write_markdown", "twin"),
        (deflate, "deflate_compress", "deflate"),
    )
    with ExitStack() as stack:
        for module, name, stage in places:
            function = getattr(module, name)
            timed = clocks.around(stage, function)
            if stage in _BY_STEPS:
                timed = clocks.along(stage, function)
            stack.enter_context(patch.object(module, name, timed))
        yield
