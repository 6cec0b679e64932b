"""A workspace while it is being written: which files changed, and what is to be made anew."""

from conventassembler.watching.bench import Bench, Made, survey
from conventassembler.watching.files import Snapshot, changes, snapshot

__all__ = ["Bench", "Made", "Snapshot", "changes", "snapshot", "survey"]
