"""What a whole run told, told again where all that it read and wrote is as it was.

This is what a build with nothing to do comes to: it is asked for before the program is loaded, and
answers what the same words, typed in the same folder, would be answered by all of it.
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Final, NamedTuple

from conventassembler.caching import store
from conventassembler.caching.contents import (
    UnreadableError,
    digest_of,
    digest_of_tree,
    file_digest,
    looking_once,
    tree,
)
from conventassembler.caching.program import program
from conventassembler.caching.where import cache_folder

_KIND: Final = "runs"
_SPOKEN: Final = ("LC_", "LANG", "CONVENTASSEMBLER_", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "TERM")
"""Beginnings of the variables that what is told depends on."""
_PLACES: Final = ("clauses", "agreements", "templates")
_OWN: Final = ".conventassembler"
"""The folder of what is made for editors, and of the locks."""
_LOCKS: Final = "locks"

Tape = list[tuple[str, str]]
"""What was told, in order: `out`, `err`, or `data` for what is no text of the terminal's."""


class Run(NamedTuple):
    """What is known of a run; no dataclass, which takes a sixth of telling it again to load."""

    root: str
    """The workspace, behind links."""
    start: str
    """The folder that it was looked for from, as typed."""
    state: str
    beside: Mapping[str, str]
    """Digests of the logos and of the files that it wrote, by path from the root."""
    tape: Tape
    code: int


def key_of(words: Sequence[str]) -> str:
    """Return the key of a run of these words, typed here and now; empty where none is kept.

    It is asked for before the program runs, which speaks its language to the libraries by a
    variable.
    """
    if cache_folder() is None or not _is_one(words):
        return ""
    told = (item for item in os.environ.items() if item[0].startswith(_SPOKEN))
    said = (part for item in sorted(told) for part in item)
    streams = (str(stream.isatty()) for stream in (sys.stdout, sys.stderr))
    try:
        return digest_of((os.getcwd(), *streams, str(len(words)), *words, *said))
    except (OSError, ValueError):  # no current folder, a closed stream
        return ""


def one_look(words: Sequence[str]) -> AbstractContextManager[None]:
    """Return what has a run of these words look at the disk before it makes anything, and after.

    Others, which watch what happens there, look each time.
    """
    return looking_once() if _is_one(words) else nullcontext()


def _is_one(words: Sequence[str]) -> bool:
    return words[:1] in (["build"], ["check"])


def state_of(root: str) -> str | None:
    """Return the digest of all that the acts of a workspace are made of.

    None where something cannot be read, or an act is being worked on.
    """
    own = os.path.join(root, _OWN)
    try:
        if tree(os.path.join(own, _LOCKS)) != _NOTHING:
            return None
        trees = {place: digest_of_tree(tree(os.path.join(root, place))) for place in _PLACES}
        return digest_of((program(), *_names(root, trees), digest_of_tree(trees), *_files(own)))
    except (UnreadableError, OSError):
        return None


_NOTHING: Final = {"": "-"}
_SETTINGS: Final = "conventassembler.toml"


def _names(root: str, trees: dict[str, str]) -> list[str]:
    """Return the names of settings, right and wrong; what they hold goes to `trees`."""
    trees[_SETTINGS] = file_digest(os.path.join(root, _SETTINGS))
    return sorted(name for name in os.listdir(root) if name.startswith(_SETTINGS))


def _files(folder: str) -> list[str]:
    """Return the files of the folder itself, and their digests."""
    if not os.path.isdir(folder):
        return []
    with os.scandir(folder) as entries:
        files = sorted((entry.name, entry.path) for entry in entries if entry.is_file())
    return [part for name, path in files for part in (name, file_digest(path))]


def read_run(key: str) -> Run | None:
    """Return what the run of that key told, if it would tell the same now."""
    data = store.read(_KIND, key) if key else None
    try:
        run = None if data is None else _run(json.loads(data))
    except (ValueError, TypeError, KeyError):
        return None
    if run is None or not _is_reached(run):
        return None
    try:
        same = all(
            file_digest(os.path.join(run.root, file)) == said for file, said in run.beside.items()
        )
    except UnreadableError:
        return None
    return run if same and state_of(run.root) == run.state else None


def write_run(key: str, run: Run) -> None:
    """Keep what a run told."""
    told = {
        "root": run.root,
        "start": run.start,
        "state": run.state,
        "beside": dict(run.beside),
        "tape": run.tape,
        "code": run.code,
    }
    store.write(_KIND, key, json.dumps(told).encode("ascii"))


def _run(told: dict[str, Any]) -> Run:
    tape = [(str(stream), str(words)) for stream, words in told["tape"]]
    return Run(
        told["root"], told["start"], told["state"], dict(told["beside"]), tape, int(told["code"])
    )


def _is_reached(run: Run) -> bool:
    """Tell whether the folder that a run began in still leads to its workspace."""
    folder = os.path.realpath(run.start)
    while not _is_workspace(folder):
        above = os.path.dirname(folder)
        if above == folder:
            return False
        folder = above
    return folder == run.root


def _is_workspace(folder: str) -> bool:
    return all(os.path.isdir(os.path.join(folder, name)) for name in ("clauses", "agreements"))
