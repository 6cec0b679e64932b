"""conventassembler: a batch in a pool of processes, which starts when the first row is asked for.

Its process answers as a worker does: seconds for the rows that were asked for, memory of its own.
"""

import json
import sys
import time
from itertools import count
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from benchmarks.engines import ours, worker


def serve(words, size):
    """Answer what standard input asks, until it ends; all rows go through one pool."""
    from conventassembler.batch.executors.pool import Pool  # noqa: PLC0415 — no worker needs it

    plan = ours.planned(Path(words["workspace"]))
    made = Pool(size).run(plan.kit, plan.jobs(map(ours.table_row, count())))
    for line in sys.stdin:
        asked = json.loads(line)
        folder = Path(asked["folder"])
        start = time.perf_counter()
        for _ in range(asked["count"]):
            document = next(made)
            for name, data in document.files.items():
                (folder / name).write_bytes(data)
        seconds = time.perf_counter() - start
        print(json.dumps({"seconds": seconds, "mib": worker.highest_mib()}), flush=True)
    made.close()


if __name__ == "__main__":
    serve(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), int(sys.argv[2]))
