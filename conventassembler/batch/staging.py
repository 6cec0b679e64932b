"""Where the files of a batch wait until none of its rows stands against them, and go from there.

Below `running`. A file waits under the key of its job, so that a run that is killed finds it again;
it is believed by its hash alone. Into a folder that is not there yet all files go at once: they are
gathered beside it under their own names, and that folder is moved.
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Container, Mapping
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
        """Tell where all files of `entry` are, as they were made; one without files is nowhere."""
        found = {name: self._found(entry, name, self.target) for name in entry.files}
        if not found or None in found.values():
            return "nowhere"
        arrived = all(path == self.target / name for name, path in found.items())
        return "arrived" if arrived else "waiting"

    def _found(self, entry: Entry, name: str, first: Path) -> Path | None:
        """Return where a file of `entry` is as it was made, looked for in the folder `first`."""
        waiting = self._waiting(entry.key, name)
        paths = dict.fromkeys((first / name, waiting, self.target / name, self.gathered / name))
        return next((one for one in paths if file_digest(one) == entry.files[name]), None)

    @property
    def agreement(self) -> str:
        """The agreement that its documents are made from."""
        return self.folder.name

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
        """Move the files of `entry` to where they have their names: the target, or beside it.

        Raises:
            FileNotFoundError: one is not there any more as it was made.
        """
        for name in entry.files:
            path = self._found(entry, name, folder)
            if path is None:
                raise _gone(folder / name)
            if path != folder / name:
                carry(path, folder / name)

    def stay(self, entry: Entry) -> None:
        """Look that the files of `entry` are still where they had arrived.

        Raises:
            FileNotFoundError: one is gone.
        """
        for name in entry.files:
            if not within_reach(self.target / name).exists():
                raise _gone(self.target / name)

    def settle(self, last: Container[str]) -> None:
        """Make what was gathered the target.

        Files named in `last` come last, where each goes alone: they tell that the others are there.

        Raises:
            FileExistsError: somebody put a file there meanwhile, of which nobody knows what it is.
        """
        self.target.parent.mkdir(parents=True, exist_ok=True)
        try:
            within_reach(self.gathered).rename(within_reach(self.target))
        except OSError:  # another disk, or somebody made the folder meanwhile
            for path in sorted(self.gathered.iterdir(), key=lambda one: (one.name in last, one)):
                place = self.target / path.name
                if within_reach(place).exists():
                    raise FileExistsError(
                        errno.EEXIST, os.strerror(errno.EEXIST), str(place)
                    ) from None
                carry(path, place)
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
        return within_reach(self.folder.joinpath(_WAITING, key[:1], key + PurePath(name).suffix))


def _gone(path: Path) -> FileNotFoundError:
    return FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))


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
