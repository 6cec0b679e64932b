"""Which files changed: they are looked at again and again, by their size and their times.

Looking at the names of a workspace takes a few milliseconds and works everywhere: on drives of a
network, in folders that are shared with another computer, and with editors that write beside a
file and put it in its place. To be told by the system instead would take one more library.

An editor may write a file in several goes, and some empty it or put it away before. All goes of a
save lie within milliseconds, so that files which stay as they are for a moment are whole; one
that is empty or gone is given longer, and so is one of which something faulty was made (`loop`).
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR
from time import perf_counter

from conventassembler.filenames import is_beside
from conventassembler.watching.rhythm import Rhythm

Stamp = tuple[int, int, int, int]
"""When a file was written and moved, its size, and what the disk calls it."""
Snapshot = Mapping[str, Stamp]
Look = Callable[[], Snapshot]
Pause = Callable[[float], None]
Due = Callable[[], bool]
"""Whether something else than a change of these files asks for work."""

QUIET = 0.04
"""Seconds for which files must stay as they are."""
SURE = 0.2
"""The same, where one looks as if there was more to come."""
LONGEST = 60
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
    them is told next. Where work is `due`, for a moment too, and nothing changed, none is told.
    """
    rhythm = Rhythm()
    while True:
        pause(rhythm.pause)
        start = perf_counter()
        now = look()
        is_asked = now == before and due()
        rhythm.looked(perf_counter() - start, changed=now != before)
        if now != before:
            now = _settled(look, pause, before, now)
            if changed := _differing(before, now):
                yield changed
            before = now
        elif is_asked:
            pause(QUIET)
            if due():
                yield frozenset()


def _settled(look: Look, pause: Pause, before: Snapshot, now: Snapshot) -> Snapshot:
    """Return the files once they have been quiet for a moment, and at last as they are."""
    for _ in range(LONGEST):
        pause(SURE if _is_begun(before, now) else QUIET)
        earlier, now = now, look()
        if now == earlier:
            break
    return now


def _differing(before: Snapshot, now: Snapshot) -> frozenset[Path]:
    return frozenset(map(Path, _changed(before, now)))


def _changed(before: Snapshot, now: Snapshot) -> Iterator[str]:
    paths = before.keys() | now.keys()
    return (path for path in paths if before.get(path) != now.get(path))


def _is_begun(before: Snapshot, now: Snapshot) -> bool:
    """Tell whether a file is empty or gone that was not: an editor may be about to write it."""
    return any(not now[path][2] if path in now else True for path in _changed(before, now))


def _files(place: str, depth: int) -> Iterator[tuple[str, Stamp]]:
    """Yield the files of a place; one that goes away meanwhile, or is closed, has none."""
    with suppress(OSError):
        found = os.stat(place)  # noqa: PTH116 -- a Path for each would take as long as all the rest
        if not S_ISDIR(found.st_mode):
            yield place, _stamp(found)
        elif depth >= 0:
            with os.scandir(place) as entries:
                inside = [entry.path for entry in entries if not is_beside(entry.name)]
            for path in inside:
                yield from _files(path, depth - 1)


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino
