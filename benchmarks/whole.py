"""Whole processes, from their start to their end, in pairs: what somebody waits for at a prompt.

The caches of the program, of Python and of the system are warm. Each pair runs one after the other,
and again; what is told is the median, and the median of the ratios within the pairs.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.desk import Desk
from benchmarks.machine import environment
from benchmarks.rows import AGREEMENT, name, table
from benchmarks.watched import NAME, Save, watching
from conventassembler.workspace import Workspace

_BARE = """\
import json, sys
from docxtpl import DocxTemplate
document = DocxTemplate(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as stream:
    context = json.load(stream)
document.render(context, autoescape=True)
document.save(sys.argv[3])
"""
_MANY = """\
import json, os, sys
from docxtpl import DocxTemplate
for name in os.listdir(sys.argv[2]):
    document = DocxTemplate(sys.argv[1])
    with open(os.path.join(sys.argv[2], name), encoding="utf-8") as stream:
        context = json.load(stream)
    document.render(context, autoescape=True)
    document.save(os.path.join(sys.argv[3], name + ".docx"))
"""
Command = Sequence[str]
Before = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two commands that are compared."""

    what: str
    ours: Command | AbstractContextManager[Save]
    """A command, or what keeps one alive while its runs are measured."""
    other: Command
    times: float = 1.0
    """How many of the other one command of ours may take."""
    before: Before = lambda _: None
    """What is done before each run of ours, by its number, and not measured."""


def pairs(desk: Desk, python: Path) -> tuple[Pair, ...]:
    """Return the pairs; `python` is of an environment that has docxtpl."""
    space = Workspace(desk.folder / "whole")
    shutil.copytree(desk.workspace, space.root, dirs_exist_ok=True)
    template, out = desk.folder / "templates" / "jinja.docx", desk.folder / "bare"
    out.mkdir(exist_ok=True)
    (space.root / "lignes.csv").write_bytes(table(len(desk.expected)))
    contexts = desk.folder / "contexts"
    one = (str(template), str(contexts / f"{name(0)}.json"), str(out / "one.docx"))
    batch = ("batch", AGREEMENT, "--data", str(space.root / "lignes.csv"))

    def another_row(number: int) -> None:
        source = desk.folder / "rows" / f"{name(number % len(desk.expected))}.yaml"
        shutil.copyfile(source, space.agreement(NAME))

    def all_changed(number: int) -> None:
        for one in five.names():
            with five.agreement(one).open("a", encoding="utf-8") as stream:
                stream.write(f"# {number}\n")

    def nothing_there(_: int) -> None:
        shutil.rmtree(space.root / "envoi", ignore_errors=True)
        shutil.rmtree(space.root / ".conventassembler" / "lots", ignore_errors=True)

    five, watched = Workspace(desk.folder / "five"), Workspace(desk.folder / "watched")
    for each in (five, watched):
        shutil.copytree(desk.workspace, each.root)
    another_row(0)
    for each in (space, five, watched):
        _run(_ours(each, "build"), desk.cache)
    return (
        Pair(
            "build of one agreement, changed | a bare script of docxtpl",
            _ours(space, "build", NAME),
            (str(python), "-c", _BARE, *one),
            before=another_row,
        ),
        Pair(
            "a save while `watch` looks on | a bare script of docxtpl",
            watching(_ours(watched, "watch", NAME), desk, watched.root),
            (str(python), "-c", _BARE, *one),
        ),
        Pair(
            "check of the five agreements, all changed | import docxtpl, four times",
            _ours(five, "check"),
            (str(python), "-c", "import docxtpl"),
            4.0,
            all_changed,
        ),
        Pair(
            "check of the five agreements, as they were | import docxtpl, four times",
            _ours(five, "check"),
            (str(python), "-c", "import docxtpl"),
            4.0,
        ),
        Pair(
            "build with nothing to do | import click, twice",
            _ours(five, "build"),
            (sys.executable, "-c", "import click"),
            2.0,
        ),
        Pair(
            f"batch of {len(desk.expected)} rows | the same in a bare script of docxtpl",
            _ours(space, *batch),
            (str(python), "-c", _MANY, str(template), str(contexts), str(out)),
            before=nothing_there,
        ),
    )


def compare(pair: Pair, runs: int, cache: Path) -> dict[str, float]:
    """Return what both commands of `pair` take, in milliseconds."""
    ours: list[float] = []
    other: list[float] = []
    with ExitStack() as stack:
        make = _maker(pair.ours, cache, stack)
        for number in range(-1, runs):
            pair.before(number + 1)
            took = make(number + 1), _run(pair.other, cache)
            if number >= 0:
                ours.append(took[0])
                other.append(took[1])
    ratios = [a / b for a, b in zip(ours, other, strict=True)]
    return {
        "ours ms": round(median(ours), 1),
        "other ms": round(median(other), 1),
        "ratio": round(median(ratios), 3),
        "allowed": pair.times,
    }


def _maker(ours: Command | AbstractContextManager[Save], cache: Path, stack: ExitStack) -> Save:
    """Return what makes one run, by its number; what stays alive does so as long as `stack`."""
    if isinstance(ours, AbstractContextManager):
        return stack.enter_context(ours)
    return lambda _: _run(ours, cache)


def _ours(space: Workspace, *words: str) -> Command:
    """Return a command of the program, as it is installed."""
    script = shutil.which("conventassembler", path=str(Path(sys.executable).parent))
    start = (script,) if script else (sys.executable, "-m", "conventassembler")
    return (*start, words[0], "--workspace", str(space.root), *words[1:])


def _run(command: Command, cache: Path) -> float:
    """Run a command, with a cache of its own; return its milliseconds.

    Raises:
        RuntimeError: it says that something is wrong.
    """
    env = environment(CONVENTASSEMBLER_CACHE=str(cache))
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False, env=env)
    took = (time.perf_counter() - start) * 1e3
    if done.returncode:
        raise RuntimeError((command, done.stderr.decode("utf-8", "replace")[-2_000:]))
    return took
