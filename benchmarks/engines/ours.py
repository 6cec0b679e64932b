"""conventassembler: a batch in this process, as its command makes it, a few rows together.

A row is what reading a table gives. It is turned into a job (every value is read and judged), made
with some others (all stages, all checks, the file verified) and written. No row comes twice: what
rows say alike is remembered, and nothing else must be.
"""

import atexit
from contextlib import ExitStack
from itertools import count
from pathlib import Path

from benchmarks.rows import AGREEMENT, row
from conventassembler.abreast import TOGETHER
from conventassembler.batch.executors.garbage import rarely_collected
from conventassembler.batch.planning import Plan, plan
from conventassembler.diagnostics import has_errors
from conventassembler.tables import Cell, Row, Table
from conventassembler.tables.model import cell_position
from conventassembler.workspace import Workspace

_FILE = "lignes.csv"


def prepare(words):
    """Return what reads the data of a document, what makes and writes some, and how many."""
    made = planned(Path(words["workspace"]))
    waiting = []
    jobs = made.jobs(waiting.pop(0) for _ in count())
    numbers = count()
    living = ExitStack()
    living.enter_context(rarely_collected())  # as `Here` does, as long as this process lives
    atexit.register(living.close)

    def take(_):
        return table_row(next(numbers))

    def make(rows, paths):
        waiting.extend(rows)
        documents = made.kit.make([next(jobs) for _ in rows])
        for document, path in zip(documents, paths, strict=True):
            path.write_bytes(document.files[f"{document.job.name}.docx"])

    return take, make, TOGETHER


def planned(root: Path, *, twins: bool = False) -> Plan:
    """Return the plan of a batch of the workspace in `root`."""
    headers = tuple(Cell(name, place) for name, place in _places(1))
    made, found = plan(Workspace(root), AGREEMENT, Table(_FILE, headers, ()), twins=twins)
    if made is None or has_errors(found):
        raise ValueError([(one.code, one.arguments) for one in found])
    return made


def table_row(number: int) -> Row:
    """Return row `number` as it is read from a table."""
    values = row(number)
    cells = {name: Cell(values[name], place) for name, place in _places(number + 2)}
    return Row(number + 2, cells)


def _places(line: int):
    return [(name, cell_position(_FILE, line, rank)) for rank, name in enumerate(row(0), 1)]
