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
    states = _States(workspace, names, pause)
    before = states.look()
    yield states.first()
    for changed in changes(states.look, pause, before, lambda: states.is_hasty or due()):
        if states.are_gone():
            yield None
        elif bench := states.following(changed):
            yield bench


class _States:
    """The last state that was made, and whether it is to be told."""

    def __init__(self, workspace: Workspace, names: Names, pause: Pause) -> None:
        self._workspace = workspace
        self._names = names
        self._pause = pause
        self._bench: Bench | None = None
        self._is_lost = False
        self._hasty = 0

    @property
    def is_hasty(self) -> bool:
        """Whether the last state was passed over, so that another is due whatever changes."""
        return self._hasty > 0

    def look(self) -> Snapshot:
        """Return the files on which the acts depend, as they are now."""
        return snapshot(watched(self._workspace, self._bench.shared if self._bench else None))

    def first(self) -> Bench:
        """Return the state at the start."""
        self._bench = self._made(None, None)
        return self._bench

    def are_gone(self) -> bool:
        """Tell whether a folder is gone; once it is back, all is made anew."""
        is_gone = not (is_folder(self._workspace.clauses) and is_folder(self._workspace.agreements))
        self._is_lost = self._is_lost or is_gone
        return is_gone

    def following(self, changed: frozenset[Path]) -> Bench | None:
        """Return the next state; None where it is passed over, being of files that do not stay."""
        seen, before = self.look(), self._bench
        self._bench = self._made(before, None if self._is_lost else changed)
        self._is_lost = False
        if before and self._bench.is_faulty_since(before):
            self._pause(SURE)
        self._hasty = self._hasty + 1 if self._hasty < _HASTY and self.look() != seen else 0
        return None if self.is_hasty else self._bench

    def _made(self, before: Bench | None, changed: frozenset[Path] | None) -> Bench:
        """Return what the stages make; a folder that goes away below them is looked at again.

        Raises:
            OSError: it went away every time.
        """
        for _ in range(_TRIES):
            try:
                return survey(self._workspace, self._names(), before, changed)
            except OSError:
                self._pause(SURE)
                changed = None
        return survey(self._workspace, self._names(), before, changed)
