"""What waits -> the folder of a batch, with its manifest; and what stands against that.

Beside `running`, which comes before. Nothing is moved while a program has a document open that is
to be replaced, or where a file would be replaced that no batch made. Then each file is moved; what
ends that early costs nothing, for the same command goes on.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from conventassembler.batch.journal import Entry, Journal
from conventassembler.batch.manifest import NAME, Line, State, earlier_lines, write_manifest
from conventassembler.batch.naming import number_of
from conventassembler.batch.running import Ran, RowDone
from conventassembler.batch.staging import Staging, carry, file_digest
from conventassembler.diagnostics import Diagnostic, Position, fault, has_errors
from conventassembler.frozen import dataclass
from conventassembler.obstacles import obstacles
from conventassembler.windows import is_open_elsewhere
from conventassembler.workspace import Workspace

_SHOWN: Final = 5
"""Files that a message names."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What a batch left in its folder."""

    manifest: Path | None
    """None: nothing was moved, or not all."""
    written: int
    """Documents that are new or changed."""
    unchanged: int
    blanks: int
    """Values that are still to be given, in all documents."""
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """A batch whose rows are made."""

    workspace: Workspace
    staging: Staging
    journal: Journal
    ran: Ran
    words: Mapping[str, str]
    """The manifest's."""
    others: Mapping[str, bytes]
    """Files that go with the documents, by name: that of the refused rows."""
    again: bool = False
    """Whether the rows were refused from another table, and bear their numbers there."""
    force: bool = False
    moved: Callable[[], None] = lambda: None
    """Called when the files of a row are in the folder."""

    def deliver(self) -> Delivered:
        """Move what waits, all of it or, where something stands against it, nothing.

        The journal is closed then. A disk that refuses is told, with how much was moved.
        """
        earlier = {line.file: line for line in earlier_lines(self.staging.target / NAME)}
        found = self._obstacles(set(earlier))
        if has_errors(found):
            return Delivered(None, 0, 0, 0, found)
        try:
            left = self._move(earlier)
        except OSError as problem:
            return Delivered(None, 0, 0, 0, (*found, self._refused(problem)))
        blanks = sum(entry.blanks for _, entry in self._entries())
        unchanged = sum(one.arrived for one in self.ran.done)
        self._tidy()
        written = len(self.ran.done) - unchanged
        told = (*found, *self._left(left))
        return Delivered(self.staging.target / NAME, written, unchanged, blanks, told)

    def _entries(self) -> Iterator[tuple[RowDone, Entry]]:
        """Yield the rows that are made, with what was made of them."""
        for one in self.ran.done:
            if entry := self.journal.at(one.place):
                yield one, entry

    def _obstacles(self, earlier: set[str]) -> tuple[Diagnostic, ...]:
        target = self.staging.target
        moving = [
            target / name
            for one, entry in self._entries()
            if not one.arrived
            for name in entry.files
        ]
        unknown = [path for path in moving if path.name not in earlier and path.exists()]
        strange = () if self.force else self._not_ours(unknown)
        held = obstacles(dict.fromkeys(moving, b""), self.workspace, force=self.force)
        return (*(self._strange(path) for path in strange), *held)

    def _not_ours(self, paths: list[Path]) -> list[Path]:
        """Return those of `paths` that no batch made: not as a run left them that was killed."""
        made = set(self.journal.files()) if paths else set()
        return [path for path in paths if (path.name, file_digest(path)) not in made]

    def _move(self, earlier: Mapping[str, Line]) -> list[str]:
        """Move all files; return the names of those of earlier runs that stay in the folder."""
        fresh = self.staging.is_fresh
        folder = self.staging.gathered if fresh else self.staging.target
        names = {name for _, entry in self._entries() for name in entry.files}
        if fresh:
            self.staging.drop_gathered(but=names)
        for one, entry in self._entries():
            if not one.arrived:
                self.staging.move(entry, folder)
            self.moved()
        left = [name for name in earlier if name not in names and (folder / name).exists()]
        self._write_others(folder, [earlier[name] for name in left])
        if fresh:
            self.staging.settle(last={NAME, *self.others})
        return left

    def _write_others(self, folder: Path, left: list[Line]) -> None:
        """Write what goes with the documents, under other names first."""
        aside = self.staging.folder / NAME
        write_manifest(aside, self._lines(left), self.words)
        carry(aside, folder / NAME)
        for name, data in self.others.items():
            aside = self.staging.folder / name
            aside.write_bytes(data)
            carry(aside, folder / name)

    def _lines(self, left: list[Line]) -> Iterator[Line]:
        for one, entry in self._entries():
            codes = " ".join(sorted({found.code for found in entry.findings}))
            state: State = "unchanged" if one.arrived else "written"
            for name, digest in entry.files.items():
                blanks = str(entry.blanks)
                yield Line(one.shown, entry.name, name, digest, blanks, codes, state)
        for bad in self.ran.refused:
            codes = " ".join(sorted({found.code for found in bad.findings}))
            yield Line(number_of(bad.row), bad.name, "", "", "", codes, "refused")
        yield from left if self.again else (replace(line, row="") for line in left)

    def _tidy(self) -> None:
        """Let go of what only this run needed; where that is refused, it only takes room."""
        with suppress(OSError):
            self.staging.clear()
            self.journal.shorten(one.place for one in self.ran.done)

    def _left(self, left: list[str]) -> Iterator[Diagnostic]:
        if left:
            place = Position(self.workspace.shown(self.staging.target), 0)
            names = ", ".join(left[:_SHOWN]) + ("..." if len(left) > _SHOWN else "")
            yield fault("C082", place, count=len(left), names=names)

    def _strange(self, path: Path) -> Diagnostic:
        file = self.workspace.shown(path)
        return fault("C087", Position(file, 0), file=file, name=path.name)

    def _refused(self, problem: OSError) -> Diagnostic:
        path = Path(problem.filename2 or problem.filename or self.staging.target)
        file = self.workspace.shown(path)
        if is_open_elsewhere(problem, path):
            return fault("C068", Position(file, 0), file=file, name=path.name)
        reason = problem.strerror or type(problem).__name__
        done = len(self.ran.done)
        return fault("C081", Position(file, 0), file=file, reason=reason, count=done)
