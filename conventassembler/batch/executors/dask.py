"""Jobs made on the machines of a Dask cluster that stands already (`--executor dask:ADDRESS`).

The only module that knows Dask Distributed, which the extra `distributed` brings; it is imported
when a run asks for it. The kit is the result of a task of its own, so that the scheduler gives it
to each worker once, and has it made again where the last worker that had it is gone. A job is the
same wherever and however often it is made, so a task that is lost with its worker runs again.
"""

import logging
import pickle
import platform
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import field
from hashlib import blake2b
from importlib.util import find_spec
from itertools import islice
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Final

from conventassembler.batch.executors.likeness import likeness
from conventassembler.batch.model import Job, Kit, LostWorkersError, Made
from conventassembler.diagnostics.spoken import DYING, NO_SCHEDULER, NO_WORKER
from conventassembler.frozen import dataclass

if TYPE_CHECKING:
    from distributed import Client, Future

_CHUNK: Final = 8
"""Jobs of one task: many enough for the scheduler, few enough for who makes a lost one again."""
_AHEAD: Final = 3
"""Tasks in the hands of the cluster, for each of its threads."""
_CONNECTING: Final = 10.0
"""Seconds in which a scheduler answers."""
_PATIENCE: Final = 60.0
"""Seconds that a cluster without any worker is waited for: one that restarts takes some."""
_LOOK: Final = 1.0
"""Seconds after which one looks whether scheduler and workers are still there."""
_TRIES: Final = 3
"""How often the jobs of a task are handed out of which nothing arrives."""
_HOPELESS: Final = 5
"""Tasks given up, one after the other, after which others would fare no better."""
_ONE_AT_A_TIME: Final = threading.Lock()
"""Threads of one worker share what functions remember; and one interpreter is busy with one job."""
_LOUD: Final = (
    *("distributed", "distributed.client", "distributed.comm", "distributed.core"),
    *("distributed.utils", "distributed.utils_comm"),
)
"""What prints a traceback when a scheduler is lost, which we tell in plain words."""


def is_installed() -> bool:
    """Tell whether Dask Distributed can be imported here."""
    return find_spec("distributed") is not None


class UnreachableError(LostWorkersError):
    """No scheduler answers at an address; its arguments are that and the reason."""


class OtherVersionError(LostWorkersError):
    """Workers have no conventassembler, or another one: what they make would differ."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """An executor that hands jobs to the scheduler at `address`, `tcp://127.0.0.1:8786`."""

    address: str
    patience: float = _PATIENCE

    def run(self, kit: Kit, jobs: Iterable[Job]) -> Iterator[Made]:
        """Yield what is made of each job, as it is ready.

        Raises:
            UnreachableError: the scheduler does not answer.
            LostWorkersError: the scheduler is lost; there are no workers; jobs end every worker
                that takes them up.
            OtherVersionError: workers have another version.
        """
        client = _connected(self.address)
        try:
            _same_version(client, self.address, self.patience)
            yield from _Hands(client, kit, iter(jobs), self.patience).work()
        except OtherVersionError as problem:  # a worker does not know how it is reached from here
            raise OtherVersionError(self.address, problem.args[1]) from problem
        finally:
            with suppress(Exception):  # the scheduler may be gone: there is nobody to take leave of
                client.close(timeout=2)


@dataclass(slots=True)
class _Chunk:
    """The jobs of one task."""

    jobs: Sequence[Job]
    tries: int = 0
    """How often what was made of them did not arrive."""

    @property
    def key(self) -> str:
        """What tells its task from all others that a scheduler may still know."""
        jobs = "".join(job.key for job in self.jobs)
        return f"rows-{blake2b(jobs.encode('utf-8'), digest_size=16).hexdigest()}-{self.tries}"


@dataclass(slots=True)
class _Hands:
    client: "Client"
    kit: Kit
    coming: Iterator[Job]
    patience: float
    over: "SimpleQueue[Future]" = field(default_factory=SimpleQueue)
    """Tasks as they end."""
    tasks: "dict[Future, _Chunk]" = field(default_factory=dict)
    again: deque[_Chunk] = field(default_factory=deque)
    """Those of which nothing arrived, on the way here or with the scheduler."""
    given_up: int = 0
    """Chunks that ended the workers that took them up."""
    barren: int = 0
    """How many of them since something was made."""

    def work(self) -> Iterator[Made]:
        """Yield what is made, until nothing is left or nobody can make it."""
        tools = self.client.submit(_unpacked, pickle.dumps(self.kit), key=f"kit-{self.kit.key}")
        seen = time.monotonic()
        while self._hand_out(tools):
            for task in self._done():
                yield from self._results(task)
            if self._workers():
                seen = time.monotonic()
            elif time.monotonic() - seen > self.patience:
                raise LostWorkersError(NO_WORKER)
        if self.given_up:
            raise LostWorkersError(DYING)

    def _hand_out(self, tools: "Future") -> bool:
        """Give tasks to whoever has few; tell whether anybody has one."""
        threads = sum(one["nthreads"] for one in self._workers().values())
        while len(self.tasks) < _AHEAD * max(threads, 1) and (chunk := self._next()):
            named = {"key": chunk.key, "retries": 2}
            task = self.client.submit(_make, tools, chunk.jobs, likeness(), **named)
            self.tasks[task] = chunk
            task.add_done_callback(self.over.put)
        return bool(self.tasks)

    def _next(self) -> _Chunk | None:
        if self.again:
            return self.again.popleft()
        jobs = list(islice(self.coming, _CHUNK))
        return _Chunk(jobs) if jobs else None

    def _results(self, task: "Future") -> list[Made]:
        """Return what a task made; nothing where that is lost, to be made again or given up.

        Raises:
            LostWorkersError: one task after the other ends the workers that take it up.
            Exception: a fault of ours, as it was raised over there.
        """
        from distributed import CancelledError, KilledWorker  # noqa: PLC0415 -- an extra

        chunk = self.tasks.pop(task)
        try:
            made: list[Made] = task.result(timeout=_CONNECTING)
            self.barren = 0
            return made
        except KilledWorker:
            self._give_up()
        except (CancelledError, TimeoutError, OSError):
            if chunk.tries + 1 < _TRIES:
                self.again.append(_Chunk(chunk.jobs, chunk.tries + 1))
            else:
                self._give_up()
        finally:
            task.release()
        return []

    def _give_up(self) -> None:
        self.given_up += 1
        self.barren += 1
        if self.barren > _HOPELESS:
            raise LostWorkersError(DYING)

    def _done(self) -> "Iterator[Future]":
        """Yield tasks that are over; none where that takes long.

        Raises:
            LostWorkersError: there is no scheduler any more.
        """
        with suppress(Empty):
            yield self.over.get(timeout=_LOOK)
            while True:
                yield self.over.get_nowait()
        if self.client.status != "running":
            raise LostWorkersError(NO_SCHEDULER)

    def _workers(self) -> dict[str, Any]:
        """Return the workers that there are; none where the scheduler says nothing."""
        with suppress(Exception):
            workers: dict[str, Any] = self.client.scheduler_info(n_workers=-1)["workers"]
            return workers
        return {}


def _unpacked(kit: bytes) -> Kit:
    """Return a pickled kit."""
    tools: Kit = pickle.loads(kit)
    return tools


def _make(kit: Kit, jobs: Sequence[Job], version: str) -> list[Made]:
    """Make the jobs of one task, on a worker, which may have come after others were asked.

    Raises:
        OtherVersionError: it is no worker of that version.
    """
    if version != likeness():
        raise OtherVersionError("", f"{platform.node()}: {likeness()}")
    with _ONE_AT_A_TIME:
        return list(kit.make(jobs))


def _connected(address: str) -> "Client":
    from distributed import Client  # noqa: PLC0415 -- an extra, and slow to import

    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        return Client(address, timeout=_CONNECTING, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as problem:
        raise UnreachableError(address, str(problem)) from problem


def _same_version(client: "Client", address: str, patience: float) -> None:
    """Ask the scheduler and the workers for their version, once there is a worker.

    Raises:
        OtherVersionError: one has another, or none.
        LostWorkersError: none comes.
    """
    try:
        client.wait_for_workers(1, timeout=patience)
    except TimeoutError:
        raise LostWorkersError(NO_WORKER) from None
    try:
        found = client.run_on_scheduler(likeness), client.run(likeness, on_error="return")
    except OSError:
        raise LostWorkersError(NO_SCHEDULER) from None
    except Exception as problem:  # whatever an import may raise over there
        raise OtherVersionError(address, str(problem)) from problem
    for worker, said in ("scheduler", found[0]), *sorted(found[1].items()):
        is_gone = isinstance(said, OSError)  # it died meanwhile; `_make` asks whoever comes after
        if said != likeness() and not is_gone:
            raise OtherVersionError(address, f"{worker}: {said}")
