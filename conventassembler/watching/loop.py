"""One state of the workspace after the other, as its files change."""

from collections.abc import Callable, Iterator
from pathlib import Path

from conventassembler.making import Findings
from conventassembler.watching.bench import Bench, survey, watched
from conventassembler.watching.files import SURE, Due, Pause, Snapshot, changes, never, snapshot
from conventassembler.workspace import Workspace

Names = Callable[[], tuple[str, ...]]
_TRIES = 10
"""Times that the files are read where one of them goes away meanwhile."""
_HASTY = 3
"""States in a row that are passed over since files changed while they were made."""


def benches(
    workspace: Workspace, names: Names, pause: Pause, due: Due = never
) -> Iterator[Bench | Findings]:
    """Yield, without end, what the stages make of the agreements that `names` gives.

    The first comes at once, the next ones when files change; findings say why there is none: a
    folder is gone (C061) or closed (C008), and the next one comes when that is over. Where work is
    `due` though no file changed, the same comes again. A state whose files changed while it was
    made is passed over, and one with a new error waits: it may be that of a file half written.
    """
    states = _States(workspace, names, pause)
    before = states.look()
    yield states.first()
    for changed in changes(states.look, pause, before, lambda: states.is_due or due()):
        if state := states.following(changed):
            yield state


class _States:
    """The last state that was made, and whether it is to be told."""

    def __init__(self, workspace: Workspace, names: Names, pause: Pause) -> None:
        self._workspace = workspace
        self._names = names
        self._pause = pause
        self._bench: Bench | None = None
        self._amiss: Findings = ()
        self._hasty = 0

    @property
    def is_due(self) -> bool:
        """Whether another state is due whatever changes.

        The last was passed over, or the folders are others: one that was closed may have no files.
        """
        return self._hasty > 0 or bool(self._amiss and self._workspace.amiss() != self._amiss)

    def look(self) -> Snapshot:
        """Return the files on which the acts depend, as they are now."""
        return snapshot(watched(self._workspace, self._bench.shared if self._bench else None))

    def first(self) -> Bench | Findings:
        """Return the state at the start."""
        return self._kept(self._made(None))

    def following(self, changed: frozenset[Path]) -> Bench | Findings | None:
        """Return the next state; None where it is passed over, being of files that do not stay."""
        seen, before = self.look(), self._bench
        made = self._kept(self._made(None if self._amiss else changed))
        if not isinstance(made, Bench):
            return made
        if before and made.is_faulty_since(before):
            self._pause(SURE)
        self._hasty = self._hasty + 1 if self._hasty < _HASTY and self.look() != seen else 0
        return None if self._hasty else made

    def _kept(self, made: Bench | Findings) -> Bench | Findings:
        """Return the same, noted; after a state of which nothing could be made, all is made."""
        if isinstance(made, Bench):
            self._bench, self._amiss = made, ()
        else:
            self._amiss, self._hasty = made, 0
        return made

    def _made(self, changed: frozenset[Path] | None) -> Bench | Findings:
        """Return what the stages make; a folder that goes away below them is looked at again.

        Raises:
            OSError: it went away every time.
        """
        for _ in range(_TRIES):
            if amiss := self._workspace.amiss():
                return amiss
            try:
                return survey(self._workspace, self._names(), self._bench, changed)
            except OSError:
                self._pause(SURE)
                changed = None
        return survey(self._workspace, self._names(), self._bench, changed)
