"""A finding of two values that contradict each other -> the empty cell that would end it.

Beside `planning`. What a row says is right there; the agreement says the rest of another person.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from conventassembler.batch.columns import Settled
from conventassembler.diagnostics import Diagnostic
from conventassembler.tables import Row

CODES: Final = {"C468": ("gender", "civility")}
"""By code, the keys of the two values."""


def unfilled(finding: Diagnostic, columns: Sequence[Settled], row: Row) -> Diagnostic | None:
    """Return the finding with the name of the column that the row leaves empty; None elsewhere.

    `finding` is placed in the column of the value that the row gives.
    """
    header = finding.position.cell
    said = next((one.place.path for one in columns if one.header == header), "")
    above, _, key = said.rpartition(".")
    for one in columns if key in CODES.get(finding.code, ()) else ():
        owner, _, other = one.place.path.rpartition(".")
        if owner == above and other in CODES[finding.code] and one.header not in row.cells:
            return replace(finding, arguments={**finding.arguments, "header": one.header})
    return None
