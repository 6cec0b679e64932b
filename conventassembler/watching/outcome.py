"""The files of an agreement: what writing them came to, and when there is work with them again."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR

from conventassembler.build import Assembled, Built, build
from conventassembler.diagnostics import ordered
from conventassembler.draft.model import Draft
from conventassembler.frozen import dataclass
from conventassembler.making import Findings
from conventassembler.obstacles import are_closed
from conventassembler.stationery import Stationery
from conventassembler.workspace import Workspace

OPEN = ("C067", "C068")
"""The findings that a program has a document open."""
Looks = Mapping[Path, tuple[int, ...] | None]
"""What tells of each place whether it is as it was; None where nothing can be seen."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What writing the files of an agreement came to."""

    draft: Draft
    paper: Stationery
    files: tuple[Path, ...]
    """Those that stand there now; none where something stood against writing."""
    is_changed: bool
    """Whether one of them was written, and did not stand there as it is."""
    findings: Findings
    """What was found while they were made and written."""
    held: tuple[Path, ...]
    """The documents that a program had open."""
    looks: Looks
    """How the files and their folder looked when they were last looked at."""
    sums: Mapping[Path, bytes]
    """The checksum of what was written in each file."""
    altered: tuple[Path, ...] = ()
    """The files that somebody changed since they were written."""

    @property
    def is_owed(self) -> bool:
        """Whether the files are to be written, though what they say is as it was.

        A program that saves a document takes it away for a moment, but holds it meanwhile.
        """
        away = _away(self.files)
        return not self.files or (bool(away) and are_closed(away))

    @property
    def is_due(self) -> bool:
        """Whether there is work now: what was open is closed, what was written is another.

        Where it could not be written, a place that is no longer as it was may let it be.
        """
        if self.held:
            return are_closed(self.held)
        if _looks(self.looks) == self.looks:
            return False
        return self.is_owed or not _away(self.files)

    @property
    def stands(self) -> bool:
        """Whether the files are there as they were written."""
        return bool(self.files) and not self.altered and _looks(self.looks) == self.looks

    def looked_at(self) -> "Outcome":
        """Return the same as it looks now, with the files that somebody changed."""
        now = _looks(self.looks)
        if not self.files or now == self.looks:
            return self
        altered = tuple(path for path in self.files if _is_other(path, self.sums[path]))
        looks = {**now, **{path: self.looks[path] for path in _away(self.files)}}
        return replace(self, looks=looks, altered=altered)


def write(
    workspace: Workspace,
    name: str,
    made: tuple[Draft, Stationery],
    found: Findings,
    before: Outcome | None = None,
) -> Outcome:
    """Write the files of an agreement, and return what that came to.

    `found` is what is told of it. Where the same was written `before` and is there, it stays.
    """
    draft, paper = made
    if before and before.stands and (before.draft, before.paper) == made:
        return replace(before, is_changed=False)
    own = ordered(one for one in found if one.accepted)
    built = build(workspace, Assembled({name: draft}, {name: paper}, found, {name: own}))
    return _outcome(workspace, made, built)


def _outcome(workspace: Workspace, made: tuple[Draft, Stationery], built: Built) -> Outcome:
    opened = (one.position.file for one in built.findings if one.code in OPEN)
    held = tuple(workspace.root / file for file in opened)
    looks = _looks((workspace.output, *built.made))
    sums = {path: sha256(data).digest() for path, data in built.made.items()}
    return Outcome(*made, built.files, bool(built.changed), built.findings, held, looks, sums)


def _away(files: Iterable[Path]) -> list[Path]:
    """Return the files that are not there, or cannot be reached."""
    return [path for path in files if not os.path.isfile(path)]  # noqa: PTH113 -- a Path may raise


def _looks(paths: Iterable[Path]) -> Looks:
    return {path: _look(path) for path in paths}


def _look(path: Path) -> tuple[int, ...] | None:
    """Return what tells whether a place is as it was: of a folder, not what is in it."""
    for ask in (os.stat, os.lstat):  # of a link that leads nowhere, the link
        with suppress(OSError):
            found = ask(path)
            if S_ISDIR(found.st_mode):
                return found.st_mode, found.st_ino
            return found.st_mode, found.st_mtime_ns, found.st_size
    return None


def _is_other(path: Path, written: bytes) -> bool:
    """Tell whether a file says something else than what was written; not so where none can read."""
    with suppress(OSError):
        return sha256(path.read_bytes()).digest() != written
    return False
