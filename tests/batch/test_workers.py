"""What a process that makes rows loads and holds: that of making, and nothing of planning."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from batch.tables_of_rows import NAME, a_row, a_table
from project import REPOSITORY

from conventassembler.batch.planning import plan
from conventassembler.workspace import Workspace
from conventassembler.writers.word.shell import compile_shell

COLUMN = "parties.communauté.nom"
IDLE = (
    *("click", "docx", "docxtpl", "docxcompose", "markdown_it", "mdit_py_plugins", "xlsxwriter"),
    *(
        "python_calamine",
        "olefile",
        "xlrd",
        "stdnum",
        "distributed",
        "pypdf",
        "platform",
        "asyncio",
        "ssl",
    ),
    *("ruamel.yaml", "_ruamel_yaml", "conventassembler.source.parser"),
    *("conventassembler.cli", "conventassembler.build", "conventassembler.stocking"),
    *("conventassembler.sending", "conventassembler.office", "conventassembler.obstacles"),
    *("conventassembler.locking", "conventassembler.caching.remembered"),
    *("conventassembler.library.loader", "conventassembler.draft.library"),
    *("conventassembler.filling", "conventassembler.tables", "conventassembler.sheets", "csv"),
    *("conventassembler.batch.planning", "conventassembler.batch.columns"),
    *("conventassembler.batch.running", "conventassembler.batch.naming"),
    "conventassembler.batch.journal",
)
"""What makes no row."""
WORKER = """
import gc, pickle, sys
import conventassembler.batch.executors.worker
with open(sys.argv[1], "rb") as file:
    kit, *jobs = pickle.load(file)
assert all(made.files for made in kit.make(jobs))
gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
kit.make(jobs[:1])
gc.collect()
print("LOADED", *sys.modules, "CYCLES", len(gc.garbage))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], int]:
    """Return the modules of a process that has made rows, and how much of a row holds itself."""
    folder = tmp_path_factory.mktemp("worker")
    table = a_table(NAME, COLUMN)
    compile_shell.cache_clear()  # what another test has compiled may be kept elsewhere
    made, found = plan(Workspace(REPOSITORY), "plaine-dijonnaise", table)
    assert made is not None, found
    rows = [a_row({NAME: f"n{rank}", COLUMN: f"la Plaine {rank}"}) for rank in range(3)]
    path = folder / "kit"
    path.write_bytes(pickle.dumps((made.kit, *made.jobs(rows))))
    done = subprocess.run(
        [sys.executable, "-c", WORKER, str(path)],
        env={**os.environ, "PYTHONUTF8": "1"},
        cwd=Path(folder),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    modules, _, cycles = done.stdout.partition("LOADED")[2].partition("CYCLES")
    return set(modules.split()), int(cycles)


def test_a_worker_loads_nothing_of_the_rooms_that_make_no_row(told: tuple[set[str], int]) -> None:
    assert told[0] & set(IDLE) == set()


def test_what_a_row_is_made_of_does_not_hold_itself(told: tuple[set[str], int]) -> None:
    assert told[1] == 0


RARELY = """
import gc
from conventassembler.batch.executors.here import Here
class Kit:
    def make(self, jobs):
        return [(gc.get_threshold()[0], gc.get_freeze_count() > 0)]
gc.set_threshold(700)
print(*Here().run(Kit(), [1]), gc.get_threshold()[0], gc.get_freeze_count())
"""


def test_garbage_is_looked_for_rarely_while_rows_are_made_and_then_as_before() -> None:
    """In a process of its own: in that of the tests it is left as it is (`conftest.py`)."""
    done = subprocess.run(
        [sys.executable, "-c", RARELY], capture_output=True, check=True, encoding="utf-8"
    )

    assert done.stdout.split() == ["(50000,", "True)", "700", "0"]
