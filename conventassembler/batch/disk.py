"""What a disk refuses while a batch runs, as a finding: how much is kept, and that one may go on.

Below `running`, `delivering` and the command, which all write.
"""

from collections.abc import Callable
from pathlib import Path

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.windows import is_open_elsewhere, shortened


def refusal(
    problem: OSError, folder: Path, count: int, shown: Callable[[Path], str] = Path.as_posix
) -> Diagnostic:
    """Return the finding that `folder`, or what the disk names, could not be written.

    `count` rows are made and kept. C068 where another program has the file open, else C081.
    """
    path = Path(shortened(str(problem.filename2 or problem.filename or folder)))
    file = shown(path)
    place = Position(file, 0)
    if is_open_elsewhere(problem, path):
        return fault("C068", place, file=file, name=path.name)
    reason = problem.strerror or type(problem).__name__
    return fault("C081", place, file=file, reason=reason, count=count)
