"""What a batch has made so far: a file that lines are only added to, which outlives a killed run.

Below `running`. It says which row gave which files, with their hashes; whether they are still there
`staging` finds out from the files themselves, so that a journal that lies costs work and no more.
Lines stay on the disk: of a batch of any length, memory holds a number for each row.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from conventassembler.diagnostics import Diagnostic, Position, Severity, fault
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.windows import within_reach

_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_REMEMBERED: Final = 512
"""Findings of which it is known where they stand: those of the agreement are of each row."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was made of a job."""

    key: str
    name: str
    files: Mapping[str, str]
    """The hash of each, SHA-256 in hexadecimal."""
    blanks: int
    findings: tuple[Diagnostic, ...]
    """As they were made: those of a value of the row in its column, no row."""


class Journal:
    """The journal of one batch, open for reading and for adding."""

    def __init__(self, path: Path) -> None:
        """Open it, or begin it; lines that are torn or that nobody understands count for nothing.

        Raises:
            OSError: it can be neither read nor written.
        """
        self.path = within_reach(path)
        self.lines = 0
        self._made: dict[bytes, int] = {}
        self._places: dict[str, int] = {}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._findings: dict[int, Diagnostic] = {}
        self._file = self.path.open("ab", buffering=0)
        self._reader = self.path.open("rb")
        try:
            self._end = self._walk()
        except OSError:
            self._close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._close()

    def made(self, key: str) -> int | None:
        """Return the place of what was last made of a job of that key, or None."""
        return self._made.get(_short(key))

    def add(self, entry: Entry) -> int:
        """Add what was made, and return its place; it is in the hands of the system then."""
        found = [self._placed(one) for one in entry.findings]
        files = dict(entry.files)
        place = self._append(_json([entry.key, entry.name, files, entry.blanks, found]))
        self._made[_short(entry.key)] = place
        return place

    def at(self, place: int) -> Entry | None:
        """Return the entry at `place`, or None where none can be understood there."""
        return _entry(self._line(place), self._finding)

    def files(self) -> Iterator[Mapping[str, str]]:
        """Yield the files that are known to have been made together, with the hash of each."""
        for place in self._made.values():
            if entry := _entry(self._line(place), _unread):
                yield entry.files

    def shorten(self, places: Iterable[int], names: Container[str] = ()) -> None:
        """Let go of all entries but some, where that makes the file much shorter.

        Those at `places` stay, and those of files of the `names`, which are in the folder as one of
        them says. The journal is closed then.
        """
        kept = set(places)
        if self._is_long(kept):
            kept.update(self._of(names))
        if self._is_long(kept):
            aside = self.path.with_name(f"{self.path.name}.new")
            aside.unlink(missing_ok=True)
            with Journal(aside) as shorter:
                for entry in filter(None, map(self.at, sorted(kept))):
                    shorter.add(entry)
            self._close()
            aside.replace(self.path)
        self._close()

    def _is_long(self, kept: Collection[int]) -> bool:
        return self.lines > 4 * len(kept) + 1000

    def _of(self, names: Container[str]) -> Iterator[int]:
        """Yield the places of the entries that have files of these names."""
        for place in self._made.values():
            entry = _entry(self._line(place), _unread)
            if entry and any(name in names for name in entry.files):
                yield place

    def _close(self) -> None:
        self._file.close()
        self._reader.close()

    def _placed(self, finding: Diagnostic) -> int:
        """Return where a finding stands, having written it where it did not."""
        said = line_of(finding)
        if (place := self._places.get(said)) is None:
            if len(self._places) >= _REMEMBERED:
                self._places.clear()
            place = self._places[said] = self._append(said)
        return place

    def _append(self, line: str) -> int:
        data = line.encode("utf-8", "surrogatepass") + b"\n"
        place = self._end
        written = self._file.write(data)
        self._end += written or 0
        if written != len(data):
            raise OSError(28, "No space left on device")
        self.lines += 1
        return place

    def _walk(self) -> int:
        """Find the places of what was made; return where the file ends."""
        end, line = 0, b""
        with self.path.open("rb") as file:
            for line in file:
                entry = _entry(_read(line), _unread)
                if entry:
                    self._made[_short(entry.key)] = end
                end += len(line)
                self.lines += 1
        if line and not line.endswith(b"\n"):
            end += self._file.write(b"\n") or 0
        return end

    def _line(self, place: int) -> Any:
        self._reader.seek(place)
        return _read(self._reader.readline())

    def _finding(self, place: int) -> Diagnostic:
        """Return the finding at a place; most entries have the same ones."""
        if (found := self._findings.get(place)) is None:
            if len(self._findings) >= _REMEMBERED:
                self._findings.clear()
            found = self._findings[place] = _diagnostic(self._line(place))
        return found


def _short(key: str) -> bytes:
    """Return what is kept of a key in memory."""
    return hashlib.blake2b(key.encode("utf-8"), digest_size=16).digest()


def _read(line: bytes) -> Any:
    with suppress(ValueError, RecursionError):
        return json.loads(line)
    return None


def _entry(facts: Any, finding: Callable[[int], Diagnostic]) -> Entry | None:
    """Return what a line of five facts says; None of any other, such as a finding of eight."""
    with suppress(ValueError, TypeError, KeyError, AttributeError, IndexError, OSError):
        key, name, files, blanks, found = facts
        named = {_name(file): str(digest) for file, digest in files.items()}
        return Entry(str(key), str(name), named, int(blanks), tuple(map(finding, found)))
    return None


def _name(file: str) -> str:
    """Return the name of a file that is in one folder; what leads out of it is no name.

    Raises:
        ValueError: it leads elsewhere.
    """
    if file in ("", ".", "..") or set(file) & set("/\\:\0"):
        raise ValueError(file)
    return file


def _unread(_: int) -> Diagnostic:
    """Stand in for the findings of an entry whose files alone are asked for."""
    return _NOTHING


@recalled
def line_of(one: Diagnostic) -> str:
    """Return the line that says a finding: that of many rows is told once."""
    at = one.position
    place = [at.file, at.line, at.column, at.cell]
    words, level = dict(sorted(one.arguments.items())), one.level and one.level.value
    return _json([one.code, *place, words, level, one.accepted])


def _diagnostic(facts: Any) -> Diagnostic:
    code, file, line, column, cell, words, level, accepted = facts
    found = fault(code, Position(file, line, column, cell), **words)
    grave = Severity(level) if level else None
    return Diagnostic(found.code, found.position, found.arguments, grave, accepted)


_NOTHING: Final = fault("C001", Position(""), folder="")
