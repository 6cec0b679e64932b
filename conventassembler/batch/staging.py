"""Where the files of a batch wait until none of its rows stands against them, and go from there.

Below `running`. A file waits under the key of its job, so that a run that is killed finds it again;
it is believed by its hash alone. Into a folder that is not there yet all files go at once: they are
gathered beside it under their own names, and that folder is moved.
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Container, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Final, Literal

from conventassembler.batch.journal import Entry
from conventassembler.frozen import dataclass
from conventassembler.windows import within_reach

LOTS: Final = ".conventassembler/lots"
"""Where the batches of a workspace have their journals and what waits, a folder for each."""
Whereabouts = Literal["arrived", "waiting", "nowhere"]
_WAITING: Final = "attente"
_GATHERED: Final = "ensemble"


def digest(data: bytes) -> str:
    """Return the hash of a file's bytes, SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Staging:
    """The files of one batch on their way; every method raises the OSError of the disk."""

    folder: Path
    """Of this batch alone."""
    target: Path
    """Where they go."""

    def put(self, key: str, files: Mapping[str, bytes]) -> dict[str, str]:
        """Let the files of a job wait, and return the hash of each."""
        for name, data in files.items():
            place = self._waiting(key, name)
            try:
                place.write_bytes(data)
            except FileNotFoundError:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)
        return {name: digest(data) for name, data in files.items()}

    def whereabouts(self, entry: Entry) -> Whereabouts:
        """Tell where all files of `entry` are, as they were made."""
        if all(file_digest(self.target / name) == known for name, known in entry.files.items()):
            return "arrived"
        there = (
            any(file_digest(path) == known for path in self._places(entry.key, name))
            for name, known in entry.files.items()
        )
        return "waiting" if all(there) else "nowhere"

    @property
    def is_fresh(self) -> bool:
        """Whether the target is not there yet."""
        return not self.target.exists()

    def drop_gathered(self, but: Container[str]) -> None:
        """Take away what an earlier run gathered, except the files of those names."""
        if self.gathered.exists():
            for path in sorted(self.gathered.iterdir()):
                if path.name not in but:
                    path.unlink()

    def move(self, entry: Entry, folder: Path) -> None:
        """Move the files of `entry` to where they have their names: the target, or beside it."""
        for name in entry.files:
            for path in (self._waiting(entry.key, name), self.gathered / name):
                if path.exists() and path != folder / name:
                    carry(path, folder / name)
                    break

    def settle(self, last: Container[str]) -> None:
        """Make what was gathered the target.

        Files named in `last` come last, where each goes alone: they tell that the others are there.
        """
        self.target.parent.mkdir(parents=True, exist_ok=True)
        try:
            within_reach(self.gathered).rename(within_reach(self.target))
        except OSError:  # another disk, or somebody made the folder meanwhile
            for path in sorted(self.gathered.iterdir(), key=lambda one: (one.name in last, one)):
                carry(path, self.target / path.name)
            self.gathered.rmdir()

    @property
    def gathered(self) -> Path:
        """The folder that is to become the target."""
        return self.folder / _GATHERED

    def clear(self) -> None:
        """Take away what waits: it has arrived, or nobody asks for it any more."""
        for folder in (self.folder / _WAITING, self.gathered):
            shutil.rmtree(within_reach(folder), ignore_errors=True)

    def _waiting(self, key: str, name: str) -> Path:
        return within_reach(self.folder / _WAITING / key[:1] / (key + PurePath(name).suffix))

    def _places(self, key: str, name: str) -> Iterator[Path]:
        yield from (self.target / name, self._waiting(key, name), self.gathered / name)


def carry(path: Path, place: Path) -> None:
    """Move a file, to another disk too: it is at `place` whole or not at all."""
    source, goal = within_reach(path), within_reach(place)
    goal.parent.mkdir(parents=True, exist_ok=True)
    if goal.exists() and not os.access(goal, os.W_OK):  # moving another there would not ask
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
    try:
        source.replace(goal)
    except OSError as problem:
        if problem.errno != errno.EXDEV:
            raise
        aside = goal.with_name(f".{goal.name}.tmp")
        try:
            shutil.copyfile(source, aside)
            aside.replace(goal)
        finally:
            with suppress(OSError):
                aside.unlink(missing_ok=True)
        source.unlink()


def file_digest(path: Path) -> str | None:
    """Return the hash of the file `path`; None where there is none that can be read."""
    with suppress(OSError):
        return digest(within_reach(path).read_bytes())
    return None
