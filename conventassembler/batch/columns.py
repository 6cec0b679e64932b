"""The columns of a table, settled once for all its rows: which value of the agreement each is."""

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from typing import Final

from conventassembler.batch.seats import Column, Seat
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filling import Filling, Place
from conventassembler.filling.headers import ASIDE
from conventassembler.filling.optional import may_be_left_out
from conventassembler.filling.rows import overlap, shared_fault
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.schema.blanks import BLANK, bracketed_blank
from conventassembler.schema.types import Findings
from conventassembler.source.replacing import is_replaceable
from conventassembler.tables import Row, Table

_UNBLANK: Final = "C220"
"""The finding that a value cannot be left to complete."""
OF_RECORD: Final = "C045"
"""The finding that a column would change a record: the same for all its cells."""
_ROW: Final = Pattern(r"\d+$")
"""The number of the row in the name of a cell."""


@dataclass(frozen=True, slots=True)
class Settled:
    """One column, and the value that it is."""

    header: str
    """As the table has it."""
    place: Place
    """Of the agreement that the rows differ from."""
    at: Position
    """Where the values of all rows are said to stand: the column, and no row of it."""

    @property
    def may_be_left_out(self) -> bool:
        """Whether an empty cell leaves the key out, which the agreement could not leave blank."""
        return self.place.blank and may_be_left_out(self.place)

    def in_cell(self, found: Findings) -> Findings:
        """Return what is found in a cell, with the column where it may as well stay empty."""
        if not any(one.code == _UNBLANK for one in found) or not self.may_be_left_out:
            return found
        column = {"column": self.header}
        return tuple(replace(one, arguments={**one.arguments, **column}) for one in found)

    @property
    def for_rows(self) -> Column:
        """What rows know of it."""
        one = self.place
        flags = one.inside, one.is_list, one.takes_one, one.shared, self.may_be_left_out
        return Column(self.header, Seat(one.file, one.path, one.node, *flags), self.at)


@dataclass(slots=True)
class Header:
    """The name of a column, and where it stands."""

    text: str
    position: Position

    def cell(self, row: Row) -> Position:
        """Return the cell of a row in this column, empty though it may be.

        Where the table has no cells, as in JSON, it is the place where the row begins.
        """
        if cell := row.cells.get(self.text):
            return cell.position
        if not self.position.cell:
            return row.first.position
        named = _ROW.sub(str(row.number), self.position.cell)
        return replace(self.position, line=row.number, cell=named)


def headers_of(table: Table, rows: Iterable[Row]) -> tuple[Header, ...]:
    """Return the names of the columns: those of its first row, else those that rows have."""
    if table.headers:
        return tuple(Header(one.text, one.position) for one in table.headers if one.text)
    first: dict[str, Position] = {}
    for row in rows:
        for name, cell in row.cells.items():
            first.setdefault(name, cell.position)
    return tuple(Header(name, at) for name, at in first.items())


def settle(
    filling: Filling, headers: Iterable[Header], file: str, aside: Iterable[str] = ()
) -> tuple[tuple[Settled, ...], Findings]:
    """Return the columns that are values of the agreement, and what is wrong with the others.

    Those `aside`, and those whose name begins with a hash sign, are none.
    """
    left_out = set(aside)
    named = [one for one in headers if one.text not in left_out and one.text[:1] != ASIDE]
    settling = _Settling(filling, file)
    for header in {one.text: one for one in named}.values():
        settling.take(header)
    return tuple(settling.columns), tuple(settling.found)


@dataclass(slots=True)
class _Settling:
    filling: Filling
    file: str
    columns: list[Settled] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)

    def take(self, header: Header) -> None:
        place, unknown = self.filling.columns.named(header.text, header.position)
        if place is None:
            self.found += (unknown,) if unknown else ()
            return
        self.found += self._unfit(header, place)
        self.columns.append(Settled(header.text, place, Position(self.file, 0, 1, header.text)))

    def _unfit(self, header: Header, place: Place) -> Iterator[Diagnostic]:
        """Yield why no cell of a column could be taken."""
        other = next((one for one in self.columns if overlap(one.place, place)), None)
        if other:
            yield fault("C057", header.position, header=header.text, other=other.header)
        elif not (place.shared or is_replaceable(bracketed_blank(place.node))):
            words = {"file": place.file, "line": place.node.position.line}
            yield fault("C048", header.position, header=header.text, **words)


def of_record(filling: Filling, column: Settled) -> Diagnostic:
    """Return the finding that a column would change a record that serves all acts."""
    found = shared_fault(filling, column.place, column.header, column.at)
    typed = to_type([(found.arguments["key"], column.place)])
    return replace(found, arguments={**found.arguments, "typed": typed})


def to_type(values: Iterable[tuple[str, Place]]) -> str:
    """Return what is typed of a party so that rows give its values, each with its topmost key.

    Keys of one group stand in its braces: « représentant: {genre: à compléter, …} ».
    """
    groups: dict[str, list[str]] = {}
    for key, place in values:
        below = place.keys[place.keys.index(key, 1) + 1 :]
        groups.setdefault(key, []).extend(f"{one}: {BLANK}" for one in below[-1:])
    said = ((key, f"{{{', '.join(own)}}}" if own else BLANK) for key, own in groups.items())
    return ", ".join(f"{key}: {one}" for key, one in said)
