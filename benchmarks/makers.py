"""The makers that are compared: what starts each, and how the text of its files is read."""

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from benchmarks.desk import Desk
from benchmarks.places import HERE, AbsentError, Cache, node_versions, versions
from benchmarks.reading import differences, lines, margins
from conventassembler import __version__
from conventassembler.review.word_reader import read_text

OURS = "conventassembler"
LIMIT = "deflate and write alone"
"""No maker: the members of a finished file of ours, deflated and written, and nothing else."""
ENGINES = HERE / "engines"
_WORKER = str(ENGINES / "worker.py")


@dataclass(frozen=True, slots=True)
class Makers:
    """The makers that could be installed."""

    commands: Mapping[str, tuple[str, ...]]
    versions: Mapping[str, str]
    absent: Mapping[str, str] = field(default_factory=dict)
    """Why the others could not."""


def makers(cache: Cache, desk: Desk) -> Makers:
    """Install the other makers where they are not; return what starts each of them."""
    words = str(desk.words)
    commands = {OURS: (sys.executable, _WORKER, "ours", words)}
    known = {OURS: __version__}
    absent: dict[str, str] = {}

    def add(names: tuple[str, ...], install: Callable[[], None]) -> None:
        try:
            install()
        except AbsentError as error:
            absent.update(dict.fromkeys(names, str(error)))

    def of_python() -> None:
        python = cache.python("python")
        for name, module in (("docxtpl", "with_docxtpl"), ("python-docx", "with_python_docx")):
            commands[name] = (str(python), _WORKER, module, words)
        known.update(versions(python, "docxtpl", "python-docx"))

    def of_rust() -> None:
        python = cache.python("rust")
        commands["rust-docxtpl"] = (str(python), _WORKER, "with_docxtpl", words)
        known.update(versions(python, "rust-docxtpl"))

    def of_node() -> None:
        folder, node = cache.node(), shutil.which("node")
        for name in ("docxtemplater", "carbone"):
            commands[name] = (str(node), str(ENGINES / f"{name}.js"), words, str(folder))
        known.update(node_versions(folder, "docxtemplater", "carbone"))

    add(("docxtpl", "python-docx"), of_python)
    add(("rust-docxtpl",), of_rust)
    add(("docxtemplater", "carbone"), of_node)
    commands[LIMIT] = (sys.executable, _WORKER, "limit", words)
    return Makers(commands, known, absent)


def wrong_in(name: str, desk: Desk) -> list[str]:
    """Return what the documents that maker `name` wrote say otherwise than they ought to."""
    told: list[str] = []
    margin = margins(next(iter((desk.out / OURS).glob("*.docx"))))
    for document, expected in desk.expected.items():
        path = desk.out / name / f"{document}.docx"
        found = tuple(read_text(path.read_bytes()).split("\n")) if name == OURS else lines(path)
        wrong = differences(expected, found)
        wrong += [] if margins(path) == margin else [f"header and footer: {margins(path)}"]
        told += (f"{document}: {one}" for one in wrong)
    return told
