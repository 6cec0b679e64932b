"""Refused rows -> the files in which they are corrected: the table, or what all rows share.

Beside `planning`.
"""

from collections.abc import Callable, Iterable

from conventassembler.batch.planning import Plan
from conventassembler.batch.running import Findings, RowRefused
from conventassembler.filling.rows import stood_on


def files_at_fault(
    plan: Plan, refused: Iterable[RowRefused], stops: Callable[[Findings], bool]
) -> tuple[str, ...]:
    """Return the files that have what stops rows, as messages show them; the table comes last.

    A blank that a column awaits stands in the agreement, and is corrected in the cells.
    """
    awaited = {at for one in plan.columns if not one.place.shared for at in stood_on(one.place)}
    wrong = {one.position for bad in refused for one in bad.findings if stops((one,))}
    others = {at.file for at in wrong - awaited} - {plan.file}
    in_cells = any(at in awaited or at.file == plan.file for at in wrong)
    return (*sorted(others), *((plan.file,) if in_cells or not others else ()))
