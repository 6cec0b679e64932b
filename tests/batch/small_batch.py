"""A batch of which each row is soon made: what runs, is killed and goes on is the real thing.

Run as a program, it makes such a batch in a folder, as `batch` does: `small_batch.py FOLDER ROWS
POOL_SIZE [SECONDS_A_ROW]`.
"""

import hashlib
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from conventassembler.batch.delivering import Delivered, Delivery
from conventassembler.batch.disk import refusal
from conventassembler.batch.executors.here import Here
from conventassembler.batch.executors.pool import Pool
from conventassembler.batch.journal import Journal
from conventassembler.batch.manifest import COLUMNS
from conventassembler.batch.model import Executor, Job, Made
from conventassembler.batch.running import Ran, Rules, run
from conventassembler.batch.staging import LOTS, Staging
from conventassembler.batch.telling import Told
from conventassembler.diagnostics import Diagnostic, Position, fault, has_errors
from conventassembler.tables import Cell, Row
from conventassembler.workspace import Workspace

FILE = "lignes.csv"
WORDS = {
    name: name
    for name in (
        *COLUMNS,
        *("written", "unchanged", "refused", "earlier"),
    )
} | {"digest": "sha256"}


@dataclass(frozen=True, slots=True)
class SmallKit:
    """Makes a file of some kilobytes from the words of a row; some words have their own meaning."""

    key: str = "small"
    slowness: float = 0.0
    """Seconds that each row takes."""
    lives: str = ""
    """A folder where a process that dies at a row leaves a mark."""

    def make(self, jobs: Sequence[Job]) -> Sequence[Made]:
        return list(map(self._make, jobs))

    def _make(self, job: Job) -> Made:
        time.sleep(self.slowness)
        word = str(job.values[0])
        if word.startswith("meurt"):
            self._die(job.name, int(word.removeprefix("meurt") or 99))
        if word.startswith("mémoire"):
            self._run_out(job.name)
        if word == "panne":
            raise ZeroDivisionError(word)
        at = Position(FILE, 0, 1, "mot")
        if word == "faux":
            return Made(job, {}, 0, (fault("C103", at, key=word),))
        found = (fault("C701", at, path=word),) if word == "vide" else ()
        whole = hashlib.sha256(word.encode()).hexdigest()
        data = b"\n".join(hashlib.sha256(f"{whole} {n}".encode()).digest() for n in range(200))
        return Made(job, {f"{job.name}.docx": data, f"{job.name}.md": data[:99]}, len(found), found)

    def _run_out(self, name: str) -> None:
        """Raise, the first time, what Python raises where there is no memory left."""
        with suppress(FileExistsError):
            (Path(self.lives) / f"{name}-memory").touch(exist_ok=False)
            raise MemoryError

    def _die(self, name: str, times: int) -> None:
        """End this process, unless `times` of them died at that row before."""
        folder = Path(self.lives)
        for number in range(times):
            try:
                (folder / f"{name}-{number}").touch(exist_ok=False)
            except FileExistsError:
                continue
            os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class Refusal:
    row: Row
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class SmallPlan:
    kit: SmallKit = field(default_factory=SmallKit)
    file: str = FILE

    def jobs(self, rows: Iterable[Row]) -> Iterator[Job | Refusal]:
        for row in rows:
            word = row.cells["mot"].text
            if word == "illisible":
                yield Refusal(row, (fault("C047", row.cells["mot"].position, value=word),))
            else:
                name = f"{row.number:05}"
                key = hashlib.sha256(f"{self.kit.key} {name} {word}".encode()).hexdigest()
                yield Job(row.number, name, (word,), key)

    def located(self, findings: Iterable[Diagnostic], row: Row) -> tuple[Diagnostic, ...]:
        return tuple(replace(one, position=self.cell(one.position.cell, row)) for one in findings)

    def cell(self, header: str, row: Row) -> Position:
        return row.cells[header].position


def rows_of(words: Iterable[str]) -> list[Row]:
    """Return a row for each word, from the second line of a sheet on."""
    return [
        Row(n, {"mot": Cell(word, Position(FILE, n, 1, f"A{n}"))})
        for n, word in enumerate(words, 2)
    ]


def numbered(count: int) -> list[Row]:
    return rows_of(f"mot {n}" for n in range(count))


def make(
    root: Path,
    rows: Iterable[Row],
    executor: Executor | None = None,
    *,
    plan: SmallPlan | None = None,
    rules: Rules | None = None,
    force: bool = False,
) -> tuple[Ran, Delivered | None]:
    """Run a batch and deliver it, as the command does."""
    staging = Staging(root / LOTS / "essai", root / "envoi" / "essai")
    rules = rules or Rules(has_errors)
    try:
        opened = Journal(staging.folder / "journal.jsonl")
    except OSError as problem:
        broken = (refusal(problem, staging.folder, 0),)
        return Ran(Told(FILE, SmallPlan().cell), broken=broken), None
    with opened as journal:
        ran = run(plan or SmallPlan(), rows, staging, journal, rules=rules, executor=executor)
        if ran.broken or (ran.refused and not rules.keep_going):
            return ran, None
        delivery = Delivery(Workspace(root), staging, journal, ran, WORDS, {}, force=force)
        return ran, delivery.deliver()


def hashes(root: Path) -> dict[str, str]:
    """Return the hash of each document, by the name of its file."""
    folder = root / "envoi" / "essai"
    files = (path for path in folder.iterdir() if path.suffix != ".csv")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def main() -> None:
    folder, count, size, *seconds = sys.argv[1:]
    kit = SmallKit(slowness=float(*seconds or ("0",)))
    executor = Pool(int(size)) if int(size) else Here()
    _, done = make(Path(folder), numbered(int(count)), executor, plan=SmallPlan(kit))
    sys.stdout.write(f"{done.written} {done.unchanged}\n" if done else "broken\n")


if __name__ == "__main__":
    main()
