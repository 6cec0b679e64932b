"""One state of the workspace after the other, as its files change."""

from collections.abc import Callable, Iterator
from pathlib import Path

from conventassembler.watching.bench import Bench, survey, watched
from conventassembler.watching.files import SURE, Due, Pause, Snapshot, changes, never, snapshot
from conventassembler.workspace import Workspace, is_folder

Names = Callable[[], tuple[str, ...]]
_TRIES = 10
"""Times that the files are read where one of them goes away meanwhile."""
_HASTY = 3
"""States in a row that are passed over since files changed while they were made."""


def benches(
    workspace: Workspace, names: Names, pause: Pause, due: Due = never
) -> Iterator[Bench | None]:
    """Yield, without end, what the stages make of the agreements that `names` gives.

    The first comes at once, the next ones when files change; None says that the folder of the
    clauses or of the agreements is gone, and the next one comes when it is back. Where work is
    `due` though no file changed, the same comes again. A state whose files changed while it was
    made is passed over, and one with a new error waits: it may be that of a file half written.
    """
    bench: Bench | None = None
    lost, hasty = False, 0

    def look() -> Snapshot:
        return snapshot(watched(workspace, bench.shared if bench else None))

    def is_due() -> bool:
        return hasty > 0 or due()

    before = look()
    bench = _surveyed(workspace, names, pause)
    yield bench
    for changed in changes(look, pause, before, is_due):
        if not (is_folder(workspace.clauses) and is_folder(workspace.agreements)):
            lost = True
            yield None
        else:
            seen, earlier = look(), bench
            bench = _surveyed(workspace, names, pause, earlier, None if lost else changed)
            lost = False
            if bench.is_faulty_since(earlier):
                pause(SURE)
            hasty = hasty + 1 if hasty < _HASTY and look() != seen else 0
            if not hasty:
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
            pause(SURE)
            changed = None
    return survey(workspace, names(), before, changed)
