"""C158: rows that all make the same act, told once they are drawn; of all, the first is kept.

Below `running`.
"""

from conventassembler.batch.model import Job
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.frozen import dataclass
from conventassembler.source.replacing import Value


@dataclass(slots=True)
class Alike:
    """Whether the rows so far give the agreement the same values."""

    first: tuple[Value | None, ...] | None = None
    """The values of the first row."""
    count: int = 0
    """How many rows are alike so far."""
    differ: bool = False

    def add(self, job: Job) -> None:
        """Hold a row against the first one."""
        if not self.differ:
            self.first = job.values if self.first is None else self.first
            self.differ = job.values != self.first
            self.count += 1

    def findings(self, table: str, same: tuple[Diagnostic, ...] = ()) -> tuple[Diagnostic, ...]:
        """Return that nothing but their names tells the acts of a table apart, if so it is.

        Where they differ, it is what is told of the `same` parties that they have.
        """
        if self.differ:
            return same
        if self.count < 2:
            return ()
        return (fault("C158", Position(table, 0), count=self.count),)
