"""A command loads what it needs: what others need is not waited for. No clock is looked at."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conventassembler.cli.program import COMMANDS

BASE = Path(__file__).parent / "errors" / "_base"
WRITING = ("docxtpl", "docx", "docxcompose", "lxml")
READING = ("ruamel.yaml", "markdown_it", "mdit_py_plugins", "jinja2")
RARE = (
    "pypdf",
    "stdnum",
    "python_calamine",
    "olefile",
    "xlrd",
    "distributed",
    "http.server",
    "asyncio",
    "ssl",
)
MAKING = ("conventassembler.build", "conventassembler.checks", "conventassembler.draft")
STOCKING = (
    *("conventassembler.library.loader", "conventassembler.library.forms"),
    *("conventassembler.draft.library", "conventassembler.draft.clause.compiling"),
    *("conventassembler.draft.clause.tags", "conventassembler.schema.declaration"),
    "conventassembler.source.front_matter",
)
"""What reads a library and compiles it."""
TAGGING = ("conventassembler.writers.word.tagging", "conventassembler.writers.word.tags")
"""What reads the tags of a house template."""
UNASKED = (
    *("conventassembler.office.convert", "conventassembler.cli.reports.told", "subprocess"),
    *("conventassembler.editors.schemas", "conventassembler.source.edits", "tomllib"),
    *("conventassembler.source.problems", "difflib", "traceback", "html", "calendar"),
)
"""What explains a fault, or does what nobody asked for."""
ALL = (*WRITING, *READING, *RARE, *MAKING)
SPARED = ("docxtpl", "docx", "docxcompose", "markdown_it", "mdit_py_plugins", *RARE)
SPARED += (*STOCKING, *TAGGING, *UNASKED)
"""What a warm build is made without: everything has been compiled, nothing is wrong."""
HELP = {
    "fill": ("python_calamine",),
    "preview": ("http.server", "ssl"),
    "batch": ("python_calamine",),
}
"""What the page of help of a command loads with it."""


def loaded(folder: Path, *words: str, known: tuple[str, ...] = ALL) -> set[str]:
    """Return the modules of a run of the program that are among those `known`, and click."""
    code = (
        "import sys\n"
        f"sys.argv = ['conventassembler', *{list(words)!r}]\n"
        "from conventassembler.entering import main\n"
        "try: main()\n"
        "except SystemExit as left: print(left.code)\n"
        f"print('LOADED', *[name for name in {[*known, 'click']!r} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "CONVENTASSEMBLER_CACHE": str(folder / "cache")},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return set(done.stdout.rpartition("LOADED")[2].split())


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose acts were built, with all that is kept of it."""
    folder = tmp_path_factory.mktemp("warm")
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for words in (["build"], ["build"], ["check"], ["list"]):
        loaded(folder, *words)
    return folder


@pytest.mark.parametrize(
    "words", [("--version",), ("--help",), ("rule", "C701"), ("rule", "--help"), ("no-such",)]
)
def test_what_reads_no_workspace_loads_no_library(here: Path, words: tuple[str, ...]) -> None:
    assert loaded(here, *words) == {"click"}


@pytest.mark.parametrize("words", [("build",), ("check",)])
def test_a_run_with_nothing_to_do_does_not_load_the_command_line(
    here: Path, words: tuple[str, ...]
) -> None:
    assert loaded(here, *words, known=(*ALL, "dataclasses", "inspect")) == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_loads_nothing_of_the_others(here: Path, command: str) -> None:
    allowed = {"lxml", "jinja2", "ruamel.yaml", "click", *MAKING, *HELP.get(command, ())}

    assert loaded(here, command, "--help") <= allowed


def test_what_is_compiled_already_needs_no_compiler(here: Path) -> None:
    act = next((here / "agreements").glob("*.yaml"))
    act.write_text(act.read_text(encoding="utf-8") + "# x\n", encoding="utf-8")

    assert loaded(here, "check", known=SPARED) == {"click"}
    assert loaded(here, "build", known=SPARED) == {"click"}


def test_the_end_of_a_run_looks_for_no_garbage(here: Path) -> None:
    code = (
        "import atexit, gc, sys\n"
        "atexit.register(lambda: print('LEFT', len(gc.get_objects()) < 100))\n"  # asked last
        "sys.argv = ['conventassembler', 'check']\n"
        "from conventassembler.entering import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=here, capture_output=True, check=False, encoding="utf-8"
    )

    assert done.stdout.split()[-2:] == ["LEFT", "True"]


def test_the_shell_proposes_commands_without_loading_one(here: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from conventassembler.entering import main; main()"],
        cwd=here,
        env={
            **os.environ,
            "_CONVENTASSEMBLER_COMPLETE": "bash_complete",
            "COMP_WORDS": "conventassembler che",
            "COMP_CWORD": "1",
        },
        capture_output=True,
        check=True,
        encoding="utf-8",
    )

    assert done.stdout.split() == ["plain,check"]
