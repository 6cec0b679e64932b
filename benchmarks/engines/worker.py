"""A process that is kept alive and makes documents when it is told to: one of each Python maker.

It stands alone, so that it runs in environments that hold nothing of this project. It reads a line
of JSON, does it and answers with one: `{"seconds": 0.4}` makes documents for that long, `{"count":
200}` makes so many. The answer holds the nanoseconds of each, those of the processor too, and the
most memory that the process ever held. Reading the data of a document is not measured, since other
makers are handed them; writing its file is. A maker that makes several documents together is
measured over these, and each is told to have taken its part.
"""

import importlib
import json
import sys
import time
from pathlib import Path


def serve(take, make, names, together=1):
    """Answer what standard input asks, until it ends.

    `take(number)` reads what a document is made of, `make(data, path)` makes and writes it; where
    more than one are made `together`, it is given lists of both.
    """
    made = 0
    for line in sys.stdin:
        asked = json.loads(line)
        folder = Path(asked["folder"])
        times, cpu = [], []
        end = time.perf_counter() + asked.get("seconds", 1e9)
        most = asked.get("count", 1 << 60)
        while not times or (time.perf_counter() < end and len(times) < most):
            size = max(1, min(together, most - len(times)))
            numbers = [(made + one) % len(names) for one in range(size)]
            paths = [folder / f"{names[number]}.docx" for number in numbers]
            data = [take(number) for number in numbers]
            used, start = time.process_time_ns(), time.perf_counter_ns()
            if together > 1:
                make(data, paths)
            else:
                make(data[0], paths[0])
            times += [(time.perf_counter_ns() - start) / size] * size
            cpu += [(time.process_time_ns() - used) / size] * size
            made += size
        print(json.dumps({"times": times, "cpu": cpu, "mib": highest_mib()}), flush=True)


def highest_mib():
    """Return the most memory that this process ever held, in MiB; 0 where it cannot be told.

    Linux is asked for that of the program alone: what `getrusage` tells begins with the memory of
    the process that started this one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        told = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines())
        return int(told["VmHWM"].split()[0]) / 1024
    try:
        import resource  # noqa: PLC0415 — there is none on Windows
    except ImportError:
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def contexts(words):
    """Return what reads the data of document `number`, as a template is handed them."""
    folder, names = Path(words["contexts"]), words["names"]

    def take(number):
        return json.loads((folder / f"{names[number]}.json").read_text(encoding="utf-8"))

    return take


def main():
    """Serve the maker that the command line names, with what its file of words says."""
    sys.path[0] = str(Path(__file__).resolve().parents[2])
    words = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    maker = importlib.import_module(f"benchmarks.engines.{sys.argv[1]}")
    take, make, *together = maker.prepare(words)
    serve(take, make, words["names"], *together)


if __name__ == "__main__":
    main()
