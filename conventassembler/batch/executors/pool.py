"""Jobs made by processes of this computer, each of which has the kit once.

Every process has a pipe of its own and two groups of jobs, each of which it makes together. So
when one dies, by a lack of memory or by somebody's hand, it is known what it was at: the others go
on, another takes its place, and its jobs are made again: those that it may have been at, one by one
when all others are made. A job at which processes die again and again is given up.
(`concurrent.futures` ends all its processes when one dies, does not say at what, and leaves them
behind when the parent is killed.)
"""

import multiprocessing
import os
import pickle
import signal
import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import field
from itertools import islice
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Final

from conventassembler.abreast import TOGETHER
from conventassembler.batch.executors.worker import serve
from conventassembler.batch.model import Job, Kit, LostWorkersError, Made
from conventassembler.diagnostics.spoken import DYING
from conventassembler.frozen import dataclass

_AHEAD: Final = 2
"""Groups of jobs that a process has: what it makes, and another so that it never waits for it."""
_DEATHS: Final = 3
"""How many processes may die at one job; and, one after the other, before any has made one."""
_MOST: Final = 60
"""Processes: Windows waits for no more than 63 things at once."""
_PATIENCE: Final = 5.0
"""Seconds that a process has to end by itself."""


def cores() -> int:
    """Return how many processes this one may keep busy."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Pool:
    """An executor of `size` processes."""

    size: int = field(default_factory=cores)

    def run(self, kit: Kit, jobs: Iterable[Job]) -> Iterator[Made]:
        """Yield what is made of each job, as it is ready.

        Raises:
            LostWorkersError: processes die before they have made any, or at the same jobs again.
        """
        crew = _Crew(pickle.dumps(kit, pickle.HIGHEST_PROTOCOL), iter(jobs), min(self.size, _MOST))
        try:
            yield from crew.work()
        finally:
            crew.dismiss()


@dataclass(slots=True)
class _Hand:
    """A process at work."""

    process: BaseProcess
    pipe: Connection
    at: deque[list[Job]] = field(default_factory=deque)
    """The jobs that it has, in the order in which it makes some, and sends what it made of them."""


@dataclass(slots=True)
class _Crew:
    kit: bytes
    coming: Iterator[Job]
    size: int
    hands: list[_Hand] = field(default_factory=list)
    again: deque[list[Job]] = field(default_factory=deque)
    """Jobs whose process died before it came to them."""
    suspects: deque[Job] = field(default_factory=deque)
    """Jobs at which a process may have died: made one by one when nothing else is left."""
    deaths: Counter[str] = field(default_factory=Counter)
    """How many may have died at a job, by its key; but for the first, it was alone."""
    barren: int = 0
    """How many died since something was made."""
    given_up: list[Job] = field(default_factory=list)

    def work(self) -> Iterator[Made]:
        """Yield what is made, until nothing is left or nobody can make it."""
        self._hire()
        while self._hand_out():
            ready = wait([one.pipe for one in self.hands])
            for hand in [one for one in self.hands if one.pipe in ready]:
                if (made := _received(hand)) is None:
                    self._bury(hand)
                else:
                    self.barren = 0
                    yield from made
        if self.given_up:
            raise LostWorkersError(DYING)

    def dismiss(self) -> None:
        """End all processes: those with nothing to do by a word, the others at once."""
        for hand in self.hands:
            if hand.at:
                hand.process.kill()
            else:
                with suppress(OSError):
                    hand.pipe.send(None)
        for hand in self.hands:
            hand.process.join(_PATIENCE)
            if hand.process.is_alive():
                hand.process.kill()
                hand.process.join()
            hand.pipe.close()
        self.hands.clear()

    def _hand_out(self) -> bool:
        """Give jobs to whoever has few; tell whether anybody has one."""
        for hand in self.hands:
            while len(hand.at) < _AHEAD and (some := self._next()):
                self._give(hand, some)
        if not any(one.at for one in self.hands) and self.suspects:
            self._give(self.hands[0], [self.suspects.popleft()])
        return any(one.at for one in self.hands)

    def _next(self) -> list[Job]:
        return self.again.popleft() if self.again else list(islice(self.coming, TOGETHER))

    def _give(self, hand: _Hand, some: list[Job]) -> None:
        hand.at.append(some)
        with suppress(OSError):  # it has died, and its pipe says so next
            hand.pipe.send(some)

    def _bury(self, hand: _Hand) -> None:
        """Put another in the place of a process that died, and its jobs where they are made again.

        Raises:
            LostWorkersError: so many died that there is no hope.
        """
        hand.process.join()
        hand.pipe.close()
        self.hands.remove(hand)
        self.barren += 1
        for job in hand.at.popleft() if hand.at else ():
            self._suspect(job)
        self.again.extend(hand.at)
        if self.barren > _DEATHS + self.size:
            raise LostWorkersError(DYING)
        self._hire()

    def _suspect(self, job: Job) -> None:
        self.deaths[job.key] += 1
        if self.deaths[job.key] >= _DEATHS:
            self.given_up.append(job)
        else:
            self.suspects.append(job)

    def _hire(self) -> None:
        with _undisturbed():
            while len(self.hands) < self.size:
                self.hands.append(_hired(self.kit))


def _hired(kit: bytes) -> _Hand:
    """Start a process: never by copying this one, whose pipes a copy would hold open."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    with suppress(OSError):  # it has died, and its pipe says so next
        ours.send_bytes(kit)  # as an argument, it would be held as long as the process is
    return _Hand(process, ours)


def _received(hand: _Hand) -> Sequence[Made] | None:
    """Return what a process has made together, or None where it has died.

    Raises:
        RuntimeError: a fault of ours; it says where.
    """
    try:
        made: Sequence[Made] | str = hand.pipe.recv()
    except (EOFError, OSError):
        return None
    if isinstance(made, str):
        raise RuntimeError(made)
    hand.at.popleft()
    return made


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Have processes start without Ctrl-C, of which only this one is to know.

    Until it ignores that signal itself, a process that starts would end with a trace on the screen.
    """
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # else it is started meanwhile, and lets the signal through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
