"""C701: what is still to be completed."""

from collections.abc import Iterator

from conventassembler.checks.organs import executory_for_nothing
from conventassembler.checks.passages import Reading
from conventassembler.checks.unshown import awaited_for_nothing
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.draft.called import called
from conventassembler.keeping import recalled
from conventassembler.schema.ways import way_to


def blanks(reading: Reading) -> Iterator[Diagnostic]:
    """List every « à compléter », whether the text shows it or not.

    A draft may have blanks: they are visible in the Word file. A final document may have none. A
    row of a table rightly leaves empty the cell of what its act prints nowhere.
    """
    waiting = [one for part in reading.gathered.parts for one in part.blanks]
    if not waiting:
        return
    names = called(reading.resolved)
    idle = {day.origin.path: party for party, day in executory_for_nothing(reading.resolved)}
    nowhere = awaited_for_nothing(reading)
    for blank in waiting:
        place = blank.origin.position or reading.resolved.agreement.position
        key = nowhere.get(blank.origin.path, "")
        if key and place.cell:
            continue
        hint = f" ({blank.hint})" if blank.hint else ""
        way = " › ".join(way_to(blank.origin.path, blank.label, names))
        yield _awaited(place, f"{way}{hint}", idle.get(blank.origin.path, ""), key)


@recalled
def _awaited(place: Position, label: str, idle: str, nowhere: str) -> Diagnostic:
    """Return that a value is still to be given: one object for all acts that await it."""
    extra = {"idle": idle} if idle else {"nowhere": nowhere} if nowhere else {}
    return fault("C701", place, label=label, **extra)
