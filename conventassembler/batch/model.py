"""What a batch is made of: a job for each row, what is made of it, and who has the work done."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from conventassembler.diagnostics import Diagnostic
from conventassembler.frozen import dataclass
from conventassembler.source.replacing import Value


@dataclass(frozen=True, slots=True)
class Job:
    """A row that is ready to be made: plain data, which any process can be handed."""

    row: int
    """Its number, as the sheet shows it."""
    name: str
    """The name of its convention, and of its files without their endings."""
    values: tuple[Value | None, ...]
    """What the row gives each column of the plan; None where the agreement's own value stays."""
    key: str
    """Hash of all that its files hang on: equal keys, equal bytes."""
    findings: tuple[Diagnostic, ...] = ()
    """What was found in its cells, in the columns and in no row: no error is among them."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of a job."""

    job: Job
    files: Mapping[str, bytes]
    """By file name; none where an error forbids them."""
    blanks: int
    """How many values are still to be given."""
    findings: tuple[Diagnostic, ...]
    """Those of a value of the row, or of one that it leaves blank, are placed in its column, and in
    no row: `Plan.located` brings the two together."""


class Kit(Protocol):
    """What all rows of a batch share, read and compiled once; it can be pickled."""

    @property
    def key(self) -> str:
        """Hash of all that it holds; a process keeps one kit by it."""

    def make(self, jobs: Sequence[Job]) -> Sequence[Made]:
        """Return what is made of each of `jobs`, in their order; nothing is read or written.

        What is made of a job is the same whichever are made with it. It raises for no input.
        """


class Executor(Protocol):
    """Who has jobs made: this process, a pool of processes, machines."""

    def run(self, kit: Kit, jobs: Iterable[Job]) -> Iterator[Made]:
        """Yield what is made of each job, each once, in whatever order it is ready.

        Jobs are drawn from `jobs` as they can be made, never all at once. One that is lost with
        its worker is made again.

        Raises:
            LostWorkersError: nobody is left to make the jobs that were not yielded.
        """


class LostWorkersError(Exception):
    """Nobody is left who makes jobs; what was yielded is whole."""
