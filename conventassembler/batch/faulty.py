"""Refused rows -> the files in which they are corrected: the table, or what all rows share.

Beside `planning`.
"""

from collections.abc import Callable, Iterable

from conventassembler.batch.kit import BLANK
from conventassembler.batch.planning import Plan
from conventassembler.batch.running import Findings, RowRefused
from conventassembler.diagnostics import Diagnostic
from conventassembler.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Faulty:
    """Where what stops rows is corrected."""

    files: tuple[str, ...]
    """As messages show them; the table comes last."""
    either: bool = False
    """Whether one of them is enough: all that stops is awaited in the agreement, and a column more
    of the table gives it too."""


def faulty(
    plan: Plan,
    refused: Iterable[RowRefused],
    stops: Callable[[Findings], bool],
    shared: Findings = (),
) -> Faulty:
    """Return the files that have what stops rows, with what stops all of them, `shared`."""
    wrong = [*shared, *(one for bad in refused for one in bad.findings if stops((one,)))]
    files = {one.position.file for one in wrong}
    either = bool(wrong) and all(map(_awaits_a_column, wrong))
    others = files - {plan.file}
    is_in_table = either or plan.file in files or not others
    return Faulty((*sorted(others), *((plan.file,) if is_in_table else ())), either)


def _awaits_a_column(finding: Diagnostic) -> bool:
    return finding.code == BLANK and "column" in finding.arguments
