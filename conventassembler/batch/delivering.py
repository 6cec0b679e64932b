"""What waits -> the folder of a batch, with its manifest; and what stands against that.

Beside `running`, which comes before. Nothing is moved while a program has a document open that is
to be replaced, or where a file would be replaced that no batch made, or that was changed since.
Then each file is moved; what ends that early costs nothing, for the same command goes on.
"""

import errno
import os
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from heapq import merge
from pathlib import Path
from typing import Final

from conventassembler.batch.disk import refusal
from conventassembler.batch.guarding import Guard
from conventassembler.batch.journal import Entry, Journal
from conventassembler.batch.manifest import NAME, Line, State, earlier_lines, write_manifest
from conventassembler.batch.model import DOCUMENT, TWIN
from conventassembler.batch.naming import number_of
from conventassembler.batch.noted import MEMORY, Manifests
from conventassembler.batch.running import Ran, RowDone
from conventassembler.batch.staging import Staging, carry
from conventassembler.diagnostics import Diagnostic, Position, fault, has_errors
from conventassembler.frozen import dataclass
from conventassembler.obstacles import obstacles
from conventassembler.windows import is_held
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
        try:
            return self._delivered()
        except OSError as problem:
            shown, done = self.workspace.shown, len(self.ran.done)
            told = refusal(problem, self.staging.target, done, shown)
            return Delivered(None, 0, 0, 0, (told,))

    def _delivered(self) -> Delivered:
        earlier = {line.file: line for line in earlier_lines(self.staging.target / NAME)}
        names, blanks, moving = self._made()
        found = self._obstacles(earlier, moving)
        if has_errors(found):
            return Delivered(None, 0, 0, 0, found)
        left = [one for one in self._move(earlier, names) if self._guard(earlier).is_ours(one)]
        unchanged = sum(one.arrived for one in self.ran.done)
        told = (*found, *self._left([earlier[one] for one in left], names))
        self._tidy(set(left))
        written = len(self.ran.done) - unchanged
        return Delivered(self.staging.target / NAME, written, unchanged, blanks, told)

    def _entries(self) -> Iterator[tuple[RowDone, Entry]]:
        """Yield the rows that are made, with what was made of them.

        Raises:
            OSError: the journal does not say it any more.
        """
        for one in sorted(self.ran.done, key=lambda one: int(one.shown)):
            entry = self.journal.at(one.place)
            if entry is None:
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(self.journal.path))
            yield one, entry

    def _made(self) -> tuple[dict[str, str], int, list[Path]]:
        """Return the hashes of all files, how many blanks they have, and where some are to go."""
        names: dict[str, str] = {}
        moving: list[Path] = []
        blanks = 0
        for one, entry in self._entries():
            names.update(entry.files)
            blanks += entry.blanks
            if not one.arrived:
                moving += (self.staging.target / name for name in entry.files)
        return names, blanks, moving

    def _obstacles(
        self, earlier: Mapping[str, Line], moving: Sequence[Path]
    ) -> tuple[Diagnostic, ...]:
        guard = self._guard(earlier)
        strange = (*guard.documents(moving), *guard.manifest())
        held = obstacles(dict.fromkeys(moving, b""), self.workspace, force=self.force)
        against = (*held, *self._held())
        if not self.force:
            return (*strange, *against)
        return against if has_errors(against) else (*map(_replaced, strange), *against)

    def _held(self) -> Iterator[Diagnostic]:
        """Yield what goes with the documents and is open: Excel leaves no mark beside a CSV."""
        for name in (NAME, *self.others):
            path = self.staging.target / name
            if is_held(path):
                file = self.workspace.shown(path)
                yield fault("C068", Position(file, 0), file=file, name=name)

    def _guard(self, earlier: Mapping[str, Line]) -> Guard:
        return Guard(self.staging, self.journal, earlier, self._manifests, self.workspace.shown)

    @property
    def _manifests(self) -> Manifests:
        return Manifests(self.staging.folder.with_name(MEMORY), self.workspace.root)

    def _move(self, earlier: Mapping[str, Line], names: Container[str]) -> list[str]:
        """Move all files; return the names of those of earlier runs that stay in the folder.

        `names` are those of this run.
        """
        fresh = self.staging.is_fresh
        folder = self.staging.gathered if fresh else self.staging.target
        if fresh:
            self.staging.drop_gathered(but=names)
        for one, entry in self._entries():
            if one.arrived:
                self.staging.stay(entry)
            else:
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
        self._manifests.remember(aside, self.staging.target)
        carry(aside, folder / NAME)
        for name, data in self.others.items():
            aside = self.staging.folder / name
            aside.write_bytes(data)
            carry(aside, folder / name)

    def _lines(self, left: list[Line]) -> Iterator[Line]:
        """Yield all lines in the order of the table, those of other tables last."""
        stay = left if self.again else [replace(line, row="") for line in left]
        rows = (self._lines_made(), self._lines_refused(), sorted(stay, key=self._rank))
        return merge(*rows, key=self._rank)

    def _rank(self, line: Line) -> tuple[bool, bool, int]:
        own, number = line.agreement in ("", self.staging.agreement), line.row.isdecimal()
        return (not own, not number, int(line.row) if number else 0)

    def _lines_made(self) -> Iterator[Line]:
        own = self.staging.agreement
        for one, entry in self._entries():
            codes = " ".join(sorted({found.code for found in entry.findings}))
            state: State = "unchanged" if one.arrived else "written"
            for name, hashed in entry.files.items():
                blanks = str(entry.blanks)
                yield Line(one.shown, entry.name, name, hashed, blanks, codes, state, own)

    def _lines_refused(self) -> Iterator[Line]:
        own = self.staging.agreement
        for bad in sorted(self.ran.refused, key=lambda one: int(number_of(one.row))):
            codes = " ".join(sorted({found.code for found in bad.findings}))
            yield Line(number_of(bad.row), bad.name, "", "", "", codes, "refused", own)

    def _tidy(self, left: Container[str]) -> None:
        """Let go of what only this run needed; where that is refused, it only takes room.

        Of what is `left` in the folder it is known still who made it, if a killed run moved it.
        """
        with suppress(OSError):
            self.staging.clear()
            self.journal.shorten((one.place for one in self.ran.done), left)

    def _left(self, left: list[Line], made: Mapping[str, str]) -> Iterator[Diagnostic]:
        """Yield what earlier runs left: documents, and old twins of documents that are `made`."""
        if self.again:  # what is left is of the other rows of their table
            return
        place = Position(self.workspace.shown(self.staging.target), 0)
        twins = {one.file: one.digest for one in left if _document(one.file) in made}
        gone = [one.file for one in left if one.file not in twins]
        for code, names in (("C082", gone), ("C157", self._old(twins, made))):
            if names:
                shown = ", ".join(names[:_SHOWN]) + ("..." if len(names) > _SHOWN else "")
                yield fault(code, place, count=len(names), names=shown)

    def _old(self, twins: Mapping[str, str], made: Mapping[str, str]) -> list[str]:
        """Return those of `twins` that were not made together with their document as it is now."""
        together = {frozenset(files.items()) for files in self.journal.files()} if twins else set()
        documents = {name: _document(name) for name in twins}
        pairs = {
            name: frozenset({(name, twins[name]), (file, made[file])})
            for name, file in documents.items()
        }
        return [name for name, pair in pairs.items() if pair not in together]


def _document(twin: str) -> str:
    return twin.removesuffix(TWIN) + DOCUMENT


def _replaced(strange: Diagnostic) -> Diagnostic:
    """Return that a file goes, of which it is found that it should not."""
    return fault("C167", strange.position, file=strange.arguments["file"])
