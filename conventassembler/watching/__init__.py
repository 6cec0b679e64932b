"""A workspace while it is being written: which files changed, and what is to be made anew."""

from conventassembler.watching.bench import Bench, Made, survey
from conventassembler.watching.files import changes, snapshot
from conventassembler.watching.loop import benches
from conventassembler.watching.news import beyond
from conventassembler.watching.outcome import OPEN, Outcome, write

__all__ = [
    "OPEN",
    "Bench",
    "Made",
    "Outcome",
    "benches",
    "beyond",
    "changes",
    "snapshot",
    "survey",
    "write",
]
