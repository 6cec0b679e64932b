"""A clause tried before any agreement uses it: the drafter's loop.

An agreement of that one clause is made in memory, from its worked example, and goes through the
same stages as any other: what is seen is what a build would write.
"""

from conventassembler.trial.run import Asked, Trial, try_clause
from conventassembler.trial.typed import TYPED
from conventassembler.trial.values import Value, as_typed

__all__ = ["TYPED", "Asked", "Trial", "Value", "as_typed", "try_clause"]
