"""C160 before there is a table: what the workbook that is to be filled will have no column for.

Beside `planning`. It is told when the workbook is written, since it may go to many people to fill.
"""

from collections.abc import Iterable
from dataclasses import replace

from conventassembler.agreement.sources import source_at
from conventassembler.batch.bereft import bereft, together
from conventassembler.batch.columns import Settled
from conventassembler.batch.kitting import judged
from conventassembler.diagnostics import Position
from conventassembler.filling import Filling, Place
from conventassembler.making import Stock
from conventassembler.schema.types import Findings
from conventassembler.workspace import Workspace


def foreseen(
    workspace: Workspace,
    name: str,
    filling: Filling,
    columns: Iterable[tuple[str, Place]],
    shared: Stock,
) -> Findings:
    """Return what is told of columns that are missing, where the agreement names theirs."""
    path = workspace.agreement(name)
    shown = workspace.shown(path)
    named = [Settled(header, place, Position(shown, 0, 1, header)) for header, place in columns]
    headers = {one.header: one.place.node.position for one in named}
    headers |= {label.text: label.position for label in filling.labels}
    found = tuple(one for _, one in bereft(filling, named, headers))
    told = together(judged(found, lambda: source_at(path, shown), shared))
    return tuple(replace(one, arguments={**one.arguments, "agreement": shown}) for one in told)
