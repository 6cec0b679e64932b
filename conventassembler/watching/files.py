"""Which files changed: they are looked at again and again, by their size and their times.

Looking at the names of a workspace takes a few milliseconds and works everywhere: on drives of a
network, in folders that are shared with another computer, and with editors that write beside a
file and put it in its place. To be told by the system instead would take one more library.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR

Stamp = tuple[int, int, int, int]
"""When a file was written and moved, its size, and what the disk calls it."""
Snapshot = Mapping[str, Stamp]
Look = Callable[[], Snapshot]
Pause = Callable[[float], None]
Due = Callable[[], bool]
"""Whether something else than a change of these files asks for work."""

TICK = 0.3
"""Seconds between two looks."""
QUIET = 0.15
"""Seconds for which files must stay as they are: an editor may write one in several goes."""
LONGEST = 20
"""Looks after which one no longer waits for files that never stay as they are."""
_DEEPEST = 3
"""Folders below a folder that is looked at; it also ends links that go round."""


def snapshot(places: Iterable[Path]) -> Snapshot:
    """Return the files in `places`, which are files or folders; what is not there is left out.

    Files that no stage reads are left out: hidden ones, and what editors keep beside a file.
    """
    return {path: stamp for place in places for path, stamp in _files(str(place), _DEEPEST)}


def never() -> bool:
    """Return False: nothing else asks for work."""
    return False


def changes(
    look: Look, pause: Pause, before: Snapshot, due: Due = never
) -> Iterator[frozenset[Path]]:
    """Yield, without end, the files that are new, changed or gone since the last time.

    They are told once they have been quiet for a moment. What changes while the caller works on
    them is told next. Where work is `due` and nothing changed, no file is told.
    """
    while True:
        pause(TICK)
        now = look()
        if now == before:
            if due():
                yield frozenset()
            continue
        for _ in range(LONGEST):
            pause(QUIET)
            earlier, now = now, look()
            if now == earlier:
                break
        if changed := _differing(before, now):
            yield changed
        before = now


def _differing(before: Snapshot, now: Snapshot) -> frozenset[Path]:
    paths = before.keys() | now.keys()
    return frozenset(Path(path) for path in paths if before.get(path) != now.get(path))


def _files(place: str, depth: int) -> Iterator[tuple[str, Stamp]]:
    """Yield the files of a place; one that goes away meanwhile, or is closed, has none."""
    with suppress(OSError):
        found = os.stat(place)  # noqa: PTH116 -- a Path for each would take as long as all the rest
        if not S_ISDIR(found.st_mode):
            yield place, _stamp(found)
        elif depth >= 0:
            with os.scandir(place) as entries:
                inside = [entry.path for entry in entries if not _is_passing(entry.name)]
            for path in inside:
                yield from _files(path, depth - 1)


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def _is_passing(name: str) -> bool:
    """Tell whether a name is one that editors and this program give for a moment."""
    return name.startswith((".", "~$", "#")) or name.endswith(("~", ".tmp", ".swp"))
