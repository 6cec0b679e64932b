"""One state of the workspace after the other, as its files change."""

from collections.abc import Callable, Iterator
from pathlib import Path

from conventassembler.watching.bench import Bench, survey, watched
from conventassembler.watching.files import QUIET, Due, Pause, Snapshot, changes, never, snapshot
from conventassembler.workspace import Workspace, is_folder

Names = Callable[[], tuple[str, ...]]
_TRIES = 10
"""Times that the files are read where one of them goes away meanwhile."""


def benches(
    workspace: Workspace, names: Names, pause: Pause, due: Due = never
) -> Iterator[Bench | None]:
    """Yield, without end, what the stages make of the agreements that `names` gives.

    The first comes at once, the next ones when files change; None says that the folder of the
    clauses or of the agreements is gone, and the next one comes when it is back. Where work is
    `due` though no file changed, the same comes again.
    """
    bench: Bench | None = None

    def look() -> Snapshot:
        return snapshot(watched(workspace, bench.shared if bench else None))

    before = look()
    bench = _surveyed(workspace, names, pause)
    yield bench
    lost = False
    for changed in changes(look, pause, before, due):
        if not (is_folder(workspace.clauses) and is_folder(workspace.agreements)):
            lost = True
            yield None
        else:
            bench = _surveyed(workspace, names, pause, bench, None if lost else changed)
            lost = False
            yield bench


def _surveyed(
    workspace: Workspace,
    names: Names,
    pause: Pause,
    before: Bench | None = None,
    changed: frozenset[Path] | None = None,
) -> Bench:
    """Return what the stages make; a folder that goes away below them is looked at again.

    Raises:
        OSError: it went away every time.
    """
    for _ in range(_TRIES):
        try:
            return survey(workspace, names(), before, changed)
        except OSError:
            pause(QUIET)
            changed = None
    return survey(workspace, names(), before, changed)
