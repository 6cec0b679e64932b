"""What a finding quotes that is of one row alone, by code: many rows are told without it.

Below `planning` and `telling`.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from conventassembler.batch.columns import OF_RECORD
from conventassembler.batch.idle import UNUSED
from conventassembler.diagnostics import Diagnostic
from conventassembler.keeping import recalled

PHRASE: Final = "phrase"
"""The argument of any finding that quotes the act."""
NAMING: Final[Mapping[str, str]] = {"C771": "known"}
"""The argument that lists how the parties of a row are called, a name a line."""
OF_COLUMNS: Final[Mapping[str, str]] = {
    **dict.fromkeys((OF_RECORD, *UNUSED, "C718"), ""),
    **{"C708": "acronym", "C773": "name"},
}
"""Of findings that rows have alike, whatever their cells say, what each quotes; empty: nothing."""


@recalled
def of_column(finding: Diagnostic) -> Diagnostic:
    """Return a finding with the name of its column: one object for all rows that have it."""
    own = OF_COLUMNS.get(finding.code, "")
    facts = {name: said for name, said in finding.arguments.items() if name != own}
    return replace(finding, arguments={**facts, "header": finding.position.cell})
