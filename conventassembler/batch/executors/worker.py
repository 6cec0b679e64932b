"""What a process of the pool does: it makes jobs, a few at a time, until nobody sends any.

It stands beside `pool`, which starts it. It knows its parent by a pipe alone: when the parent ends,
however it ends, the pipe says so, and the process ends too.
"""

import os
import pickle
import signal
import threading
import traceback
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from typing import Final

from conventassembler import packing  # noqa: F401 -- what is made goes to the parent
from conventassembler.abreast import TOGETHER
from conventassembler.batch.executors.garbage import rarely_collected
from conventassembler.batch.model import Job, Kit

_PARENT_IS_GONE: Final = 1
_NO_MEMORY: Final = 2
"""Codes that such a process ends with."""


def serve(pipe: Connection) -> None:
    """Make each job that comes through `pipe`, behind the pickled kit; send what is made of it.

    Ctrl-C is for the parent, who tells the processes what to do.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    jobs: SimpleQueue[Job | None] = SimpleQueue()
    kit = _first(pipe)
    threading.Thread(target=_listen, args=(pipe, jobs), daemon=True).start()
    try:
        tools: Kit = pickle.loads(kit)
        del kit  # a megabyte, of which everything is in the kit now
        with rarely_collected():
            while some := _waiting(jobs):
                for made in tools.make(some):
                    pipe.send(made)
    except MemoryError:  # as if the system had ended it: the job is made again, alone at last
        os._exit(_NO_MEMORY)
    except Exception:  # a fault of ours, which the parent tells
        pipe.send(traceback.format_exc())


def _waiting(jobs: "SimpleQueue[Job | None]") -> list[Job]:
    """Return the jobs that are there, as many as are made together; none when nobody sends any."""
    some: list[Job] = []
    job = jobs.get()
    while job is not None:
        some.append(job)
        if len(some) == TOGETHER:
            return some
        try:
            job = jobs.get_nowait()
        except Empty:
            return some
    if some:
        jobs.put(None)  # for the next time
    return some


def _first(pipe: Connection) -> bytes:
    """Return the kit, as it was packed."""
    try:
        return pipe.recv_bytes()
    except (EOFError, OSError):
        os._exit(_PARENT_IS_GONE)
    except MemoryError:
        os._exit(_NO_MEMORY)


def _listen(pipe: Connection, jobs: "SimpleQueue[Job | None]") -> None:
    """Take in jobs as they come, so that the parent never waits for this process to have time."""
    try:
        while True:
            job = pipe.recv()
            jobs.put(job)
            if job is None:
                return
    except (EOFError, OSError):
        os._exit(_PARENT_IS_GONE)
    except MemoryError:  # nobody would listen any more
        os._exit(_NO_MEMORY)
