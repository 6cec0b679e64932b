"""Who works on an agreement: a lock file in the workspace, for the commands that write.

It stands beside `workspace`, below the commands. A command holds the agreements that it changes; a
second one is told who has them, where, and since when. A run that was killed leaves its lock
behind: it is taken over where its process is gone from this computer, or after a day. Where no lock
can be written, in a folder that is only read or on a share that refuses, the work goes on without.
"""

import getpass
import json
import os
import platform
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, Literal

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.diagnostics.spoken import SOMEBODY, WORKS
from conventassembler.filenames import same
from conventassembler.frozen import dataclass
from conventassembler.processes import is_alive
from conventassembler.workspace import Workspace

Work = Literal["fill", "upgrade", "new", "build", "batch"]

FOLDER: Final = ".conventassembler/locks"
"""Where locks stand in a workspace; those of builds in `build` below it, of batches in `batch`."""
_APART: Final = ("build", "batch")
"""Work that keeps away from its own kind alone."""
LONGEST: Final = timedelta(hours=24)
"""Age at which a lock is no longer believed: a workspace is not filled in by night."""
PATIENCE: Final = 5.0
"""Seconds that a command which is soon done waits for another one."""
_HALF_WRITTEN: Final = timedelta(seconds=10)
"""Age below which a lock that cannot be read is being written."""
_PAUSE: Final = 0.1
_TRIES: Final = 5
_LARGEST: Final = 4096
"""Bytes of a lock that are read: it is a file like any other, and anybody may have written it."""
_READING: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe in the place of a lock is not waited for."""
_WIDEST: Final = 60
"""Signs of a name that messages show."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an agreement."""

    user: str
    host: str
    pid: int
    work: str
    since: str
    """The moment it was taken, ISO 8601 with its offset."""

    @property
    def taken(self) -> datetime:
        """The moment it was taken; long ago where that cannot be read."""
        try:
            moment = datetime.fromisoformat(self.since)
            return moment if moment.tzinfo else moment.astimezone()
        except (ValueError, OverflowError, OSError):  # no day; or none that the system reckons with
            return datetime.fromtimestamp(0, UTC)


@contextmanager
def hold(
    workspace: Workspace, names: Sequence[str], work: Work
) -> Iterator[tuple[Diagnostic, ...]]:
    """Hold the agreements `names` for `work` as long as the block runs; yield what forbids it.

    With a finding (C065, one for each that somebody else holds) none is held, and the block must
    write nothing. A command that is soon done is waited for, a few seconds; one that fills in is
    not. Builds keep away from builds, what changes agreements from what changes them: one that is
    being filled can be built, as it was last kept. Nothing is raised where no lock can be written.
    """
    own: list[Path] = []
    found: list[Diagnostic] = []
    limit = time.monotonic() + PATIENCE
    try:
        for name in sorted(set(names)):
            path = lock_path(workspace, name, work)
            while (holder := _take(path, work)) and holder.work != "fill":
                if time.monotonic() >= limit:
                    break
                time.sleep(_PAUSE)
            if holder:
                found.append(_held(workspace, name, path, holder))
            else:
                own.append(path)
        if found:
            _release(own)
        yield tuple(found)
    finally:
        _release(own)


def filled_by_others(workspace: Workspace, names: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Return a note (C066) for each agreement that somebody else is changing now."""
    found = []
    for name in names:
        path = lock_path(workspace, name, "fill")
        if (holder := _read(path)) and not _is_stale(holder):
            found.append(_told("C066", workspace, name, path, holder))
    return tuple(found)


def lock_path(workspace: Workspace, name: str, work: Work) -> Path:
    """Return the lock file of an agreement; one file for names that some computers hold equal."""
    folder = workspace.root / FOLDER
    return (folder / work if work in _APART else folder) / f"{same(name)}.lock"


def _take(path: Path, work: Work) -> Holder | None:
    """Take the lock, or return who has it; None too where no lock can be written."""
    data = json.dumps(asdict(_ourselves(work)), ensure_ascii=False).encode("utf-8", "replace")
    for _ in range(_TRIES):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY), "wb") as lock:
                lock.write(data)
            return None
        except FileExistsError:
            holder = _read(path)
            if holder and not _is_stale(holder):
                return holder
            if holder:
                _take_away(path, holder)
        except FileNotFoundError:  # another run took its empty folder away just now
            continue
        except OSError:
            return None
    return _read(path)


def _take_away(path: Path, stale: Holder) -> None:
    """Take a stale lock away, unless another run has done so and taken the place meanwhile."""
    aside = path.with_name(f"{path.name}.{os.getpid()}.old")
    with suppress(OSError):
        path.replace(aside)
        if _read(aside) != stale and not path.exists():
            aside.replace(path)
    with suppress(OSError):
        aside.unlink(missing_ok=True)


def _release(own: list[Path]) -> None:
    """Take our locks away, and the folders that this leaves empty."""
    for path in own:
        with suppress(OSError):
            if (holder := _read(path)) and _is_ours(holder):
                path.unlink()
    depth = len(Path(FOLDER).parts)
    with suppress(OSError):  # the first that is not empty keeps those above it
        for path in own[:1]:
            folders = path.parents[: depth + (path.parent.name in _APART)]
            for folder in folders:
                folder.rmdir()
    own.clear()


def _read(path: Path) -> Holder | None:
    """Return who holds the lock, or None where there is none."""
    try:
        with os.fdopen(os.open(path, _READING), "rb") as lock:
            facts = os.fstat(lock.fileno())
            if not stat.S_ISREG(facts.st_mode):
                return None
            data = lock.read(_LARGEST)
        written = datetime.fromtimestamp(facts.st_mtime, UTC)
    except OSError:
        return None
    try:
        return _holder(json.loads(data))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        half = datetime.now(UTC) - written < _HALF_WRITTEN
        since = written.isoformat() if half else ""
        return Holder("?", "?", 0, "", since)


def _holder(facts: dict[str, Any]) -> Holder:
    user, host = (shown(str(facts[key])) for key in ("user", "host"))
    return Holder(user, host, int(facts["pid"]), str(facts["work"]), str(facts["since"]))


def shown(words: str) -> str:
    """Return what somebody else's file says, fit for a line of a message."""
    printable = "".join(sign if sign.isprintable() else " " for sign in words)
    return " ".join(printable.split())[:_WIDEST] or "?"


def _is_stale(holder: Holder) -> bool:
    """Tell whether a lock is of a run that ended without taking it away."""
    here = holder.host == shown(platform.node())
    gone = here and (holder.pid == os.getpid() or not is_alive(holder.pid))
    age = datetime.now(UTC) - holder.taken
    return gone or not -LONGEST < age < LONGEST


def _is_ours(holder: Holder) -> bool:
    return holder.pid == os.getpid() and holder.host == shown(platform.node())


def _ourselves(work: Work) -> Holder:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # nobody has that number, or no name in a service
        user = "?"
    now = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
    return Holder(user, platform.node(), os.getpid(), work, now)


def _held(workspace: Workspace, name: str, path: Path, holder: Holder) -> Diagnostic:
    return _told("C065", workspace, name, path, holder)


def _told(code: str, workspace: Workspace, name: str, path: Path, holder: Holder) -> Diagnostic:
    moment = holder.taken.astimezone()
    return fault(
        code,
        Position(workspace.shown(workspace.agreement(name)), 0),
        name=name,
        who=SOMEBODY if holder.user == "?" else holder.user,
        host=holder.host,
        work=WORKS.get(holder.work, WORKS["build"]),
        day=f"{moment:%d/%m/%Y}",
        hour=moment.hour,
        minute=f"{moment:%M}",
        lock=workspace.shown(path),
    )
