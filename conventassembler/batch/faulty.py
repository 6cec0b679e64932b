"""Refused rows -> the files in which they are corrected: the table, or what all rows share.

Beside `planning`.
"""

from collections.abc import Callable, Iterable

from conventassembler.batch.planning import Plan
from conventassembler.batch.running import Findings, RowRefused


def files_at_fault(
    plan: Plan, refused: Iterable[RowRefused], stops: Callable[[Findings], bool]
) -> tuple[str, ...]:
    """Return the files that have what stops rows, as messages show them; the table comes last."""
    wrong = {one.position.file for bad in refused for one in bad.findings if stops((one,))}
    others = wrong - {plan.file}
    return (*sorted(others), *((plan.file,) if plan.file in wrong or not others else ()))
