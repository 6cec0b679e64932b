"""What a process of the pool does: it makes jobs, as many together as it is sent, until none come.

It stands beside `pool`, which starts it. It knows its parent by a pipe alone: when the parent ends,
however it ends, the pipe says so, and the process ends too.
"""

import os
import pickle
import signal
import threading
import traceback
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Final

from conventassembler import packing  # noqa: F401 -- what is made goes to the parent
from conventassembler.batch.executors.garbage import rarely_collected
from conventassembler.batch.model import Job, Kit

_PARENT_IS_GONE: Final = 1
_NO_MEMORY: Final = 2
"""Codes that such a process ends with."""


def serve(pipe: Connection) -> None:
    """Make the jobs that come through `pipe`, behind the pickled kit; send what is made of some.

    Ctrl-C is for the parent, who tells the processes what to do.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    jobs: SimpleQueue[list[Job] | None] = SimpleQueue()
    kit = _first(pipe)
    threading.Thread(target=_listen, args=(pipe, jobs), daemon=True).start()
    try:
        tools: Kit = pickle.loads(kit)
        del kit  # a megabyte, of which everything is in the kit now
        with rarely_collected():
            while some := jobs.get():
                pipe.send(tools.make(some))
    except MemoryError:  # as if the system had ended it: the job is made again, alone at last
        os._exit(_NO_MEMORY)
    except Exception:  # a fault of ours, which the parent tells
        pipe.send(traceback.format_exc())


def _first(pipe: Connection) -> bytes:
    """Return the kit, as it was packed."""
    try:
        return pipe.recv_bytes()
    except (EOFError, OSError):
        os._exit(_PARENT_IS_GONE)
    except MemoryError:
        os._exit(_NO_MEMORY)


def _listen(pipe: Connection, jobs: "SimpleQueue[list[Job] | None]") -> None:
    """Take in jobs as they come, so that the parent never waits for this process to have time."""
    try:
        while True:
            some = pipe.recv()
            jobs.put(some)
            if some is None:
                return
    except (EOFError, OSError):
        os._exit(_PARENT_IS_GONE)
    except MemoryError:  # nobody would listen any more
        os._exit(_NO_MEMORY)
