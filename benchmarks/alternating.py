"""Makers that are alive at once and work in turn: a noisy computer is noisy for all of them."""

import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import fmean, median

from benchmarks.machine import environment


@dataclass(slots=True)
class Measured:
    """What one maker took, in milliseconds a document, round by round."""

    rounds: list[list[float]] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    """Of the processor, all of its threads, round by round: the mean of a document."""
    mib: float = 0.0
    """The most memory that its process ever held."""

    @property
    def median(self) -> float:
        """The median of all documents."""
        return median(time for one in self.rounds for time in one)

    @property
    def mean(self) -> float:
        """The mean of all documents: what is cleared up now and then is in it."""
        return fmean(time for one in self.rounds for time in one)

    @property
    def best(self) -> float:
        """The median of the quietest round."""
        return min(map(median, self.rounds))

    @property
    def middle_cpu(self) -> float:
        """The median of the rounds, of the processor."""
        return median(self.cpu)

    @property
    def documents(self) -> int:
        """How many were made while it was measured."""
        return sum(map(len, self.rounds))

    def take(self, answer: Mapping[str, object]) -> None:
        """Add a round."""
        times, cpu, mib = answer["times"], answer["cpu"], answer["mib"]
        assert isinstance(times, list)
        assert isinstance(cpu, list)
        assert isinstance(mib, float | int)
        self.rounds.append([one / 1e6 for one in times])
        self.cpu.append(sum(cpu) / len(cpu) / 1e6)
        self.mib = mib


def ratio(one: Measured, other: Measured) -> float:
    """Return how many times `other` one document of `one` takes: the median of the rounds."""
    pairs = zip(one.rounds, other.rounds, strict=True)
    return median(median(mine) / median(theirs) for mine, theirs in pairs)


@dataclass(frozen=True, slots=True)
class Maker:
    """A maker in its process."""

    process: "subprocess.Popen[str]"
    folder: Path
    """Where its documents go."""

    def ask(self, **asked: float) -> Mapping[str, object]:
        """Have documents made; return what its worker answers."""
        self.begin(**asked)
        return self.answer()

    def elsewhere(self, folder: Path) -> "Maker":
        """Return the same, whose documents go below `folder` from now on."""
        out = folder / self.folder.name
        out.mkdir(parents=True, exist_ok=True)
        return replace(self, folder=out)

    def begin(self, **asked: float) -> None:
        """Have documents made, without waiting for them."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"folder": str(self.folder), **asked}) + "\n")
        self.process.stdin.flush()

    def answer(self) -> Mapping[str, object]:
        """Wait for what was begun; return what its worker answers.

        Raises:
            RuntimeError: it ended without an answer; its own words are on standard error.
        """
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.process.args!r} ended")
        answer: Mapping[str, object] = json.loads(line)
        return answer


@contextmanager
def alive(commands: Mapping[str, Sequence[str]], folder: Path) -> Iterator[dict[str, Maker]]:
    """Keep a process for each of `commands`, whose documents go to a folder of its name."""
    with ExitStack() as stack:
        makers: dict[str, Maker] = {}
        for name, command in commands.items():
            out = folder / name
            out.mkdir(parents=True, exist_ok=True)
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                env=environment(),
            )
            makers[name] = Maker(stack.enter_context(process), out)
        yield makers


def in_turn(makers: Mapping[str, Maker], rounds: int, seconds: float = 0.4) -> dict[str, Measured]:
    """Return what each of `makers` took, in slices of `seconds`, one after the other."""
    measured = {name: Measured() for name in makers}
    for number in range(rounds):
        for name in _turned(tuple(makers), number):
            measured[name].take(makers[name].ask(seconds=seconds))
    return measured


def _turned(names: Sequence[str], number: int) -> Iterable[str]:
    """Return `names` from another one on in each round: none is always behind the same."""
    start = number % len(names)
    return (*names[start:], *names[:start])
