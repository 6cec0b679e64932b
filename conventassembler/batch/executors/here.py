"""Jobs made in this process, in their order."""

from collections.abc import Iterable, Iterator

from conventassembler.abreast import in_groups
from conventassembler.batch.executors.garbage import rarely_collected
from conventassembler.batch.model import Job, Kit, Made
from conventassembler.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Here:
    """An executor without any other process: for few rows, and where there is one core."""

    def run(self, kit: Kit, jobs: Iterable[Job]) -> Iterator[Made]:
        """Yield what is made of each job, in order."""
        with rarely_collected():
            for some in in_groups(jobs):
                yield from kit.make(some)
