"""conventassembler: a batch in this process, as its command makes it, one row after the other.

A row is what reading a table gives. It is turned into a job (every value is read and judged), made
(all stages, all checks, the file verified) and written. No row comes twice: what rows say alike is
remembered, and nothing else must be.
"""

from itertools import count
from pathlib import Path

from benchmarks.rows import AGREEMENT, row
from conventassembler.batch.executors.here import Here
from conventassembler.batch.planning import Plan, plan
from conventassembler.diagnostics import has_errors
from conventassembler.tables import Cell, Row, Table
from conventassembler.tables.model import cell_position
from conventassembler.workspace import Workspace

_FILE = "lignes.csv"


def prepare(words):
    """Return what reads the data of a document, and what makes and writes it."""
    made = planned(Path(words["workspace"]))
    waiting = []
    documents = Here().run(made.kit, made.jobs(waiting.pop() for _ in count()))
    numbers = count()

    def take(_):
        return table_row(next(numbers))

    def make(one, path):
        waiting.append(one)
        document = next(documents)
        path.write_bytes(document.files[f"{document.job.name}.docx"])

    return take, make


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
