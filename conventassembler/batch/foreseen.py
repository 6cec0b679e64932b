"""C160, C162, C163 and C165 before there is a table: what the workbook has no column for.

Beside `planning`. It is told when the workbook is written, since it may go to many people to fill.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from conventassembler.agreement.sources import source_at
from conventassembler.batch.bereft import CODE, bereft, together
from conventassembler.batch.columns import Settled, to_type
from conventassembler.batch.kitting import judged
from conventassembler.batch.nameless import nameless, of_no_party
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filling import Filling, Place
from conventassembler.filling.headers import ASIDE, Label
from conventassembler.filling.rows import of_record
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
    found = [one for _, one in bereft(filling, named, headers)]
    found += _of_records(filling)
    found += nameless(filling, named, headers)
    found += of_no_party(filling, named, Position(shown, 0))
    told = together(judged(tuple(found), lambda: source_at(path, shown), shared))
    return tuple(_before(one, shown) if one.code == CODE else one for one in told)


def _before(missing: Diagnostic, agreement: str) -> Diagnostic:
    """Return the finding with the file in which the columns are named before there is a table."""
    return replace(missing, arguments={**missing.arguments, "agreement": agreement})


def _of_records(filling: Filling) -> Iterator[Diagnostic]:
    """Yield which columns that the agreement names are left out, at the first of each record."""
    groups: dict[str, list[tuple[Label, Place]]] = {}
    for label in filling.labels:
        place, _ = filling.columns.named(label.text, label.position)
        if place is not None and place.shared and not label.text.startswith(ASIDE):
            groups.setdefault(place.file, []).append((label, place))
    for named in groups.values():
        said = [of_record(filling, place) for _, place in named]
        keys = to_type((one["key"], place) for one, (_, place) in zip(said, named, strict=True))
        columns = ", ".join(label.text for label, _ in named)
        yield fault("C165", named[0][0].position, **said[0], columns=columns, keys=keys)
