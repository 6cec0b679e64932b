"""A sheet of Excel 97 (.xls) -> the cells that say otherwise, or nothing, where they are laid out.

Beside `extent`, which does so for later files: faults, which would be empty; cells that are merged
with one before them; percentages, which are kept as fractions; rows that nobody sees.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import field

from conventassembler.frozen import dataclass
from conventassembler.tables.compound import streams
from conventassembler.tables.model import cell_name, percentage, unsaid
from conventassembler.tables.percentages import BUILT_IN, shows_percentage

_BEGIN, _END, _SHEET, _SECRET = 0x809, 0x0A, 0x85, 0x2F
_STYLE, _FORMAT = 0xE0, 0x41E
_ROW, _MERGED = 0x208, 0xE5
_NUMBER, _SHORT, _SHORTS, _SIGN = 0x203, 0x27E, 0xBD, 0x205
_FORMULAS = frozenset({0x06, 0x206, 0x406})
_TEXTS = frozenset({0xFD, 0x204, 0xD6})
_CELLS = frozenset({_NUMBER, _SHORT, _SHORTS, _SIGN}) | _FORMULAS | _TEXTS
_HIDDEN = 0x20
_WIDEST = 1_000
"""Columns of merged cells that are looked at."""
_FAULTS: Mapping[int, str] = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
}

Place = tuple[int, int]
Record = tuple[int, bytes]


def reach_of_sheets(data: bytes) -> list[list[Place]]:
    """Return the places of what each sheet says; none of a file that is not of Excel 97."""
    book = _book(data)
    return [
        [_place(body) for kind, body in _sheet(book, start) if kind in _CELLS and len(body) > 3]
        for start in _sheets(book)
    ]


def looks_in(data: bytes, rank: int) -> tuple[dict[Place, str], frozenset[int]]:
    """Return what people see in such cells of a sheet, by row and column, and its hidden rows."""
    book = _book(data)
    starts = _sheets(book)
    if rank >= len(starts):
        return {}, frozenset()
    seen = _Seen(_percentages(book))
    for kind, body in _sheet(book, starts[rank]):
        try:
            seen.look(kind, body)
        except (struct.error, IndexError):  # a record that is cut says nothing
            continue
    return seen.merged() | seen.cells, frozenset(seen.hidden)


@dataclass(slots=True)
class _Seen:
    """What was seen of a sheet so far."""

    shares: frozenset[int]
    """The numbers of the styles that show percentages."""
    cells: dict[Place, str] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    areas: list[tuple[int, int, int, int]] = field(default_factory=list)
    said: set[Place] = field(default_factory=set)

    def look(self, kind: int, body: bytes) -> None:
        """Look at one record."""
        if kind in _CELLS:
            self.said.add(_place(body))
        if kind == _ROW and struct.unpack_from("<H", body, 12)[0] & _HIDDEN:
            self.hidden.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _MERGED:
            count = struct.unpack_from("<H", body)[0]
            self.areas += [struct.unpack_from("<4H", body, 2 + 8 * n) for n in range(count)]
        elif kind == _SIGN and body[7]:
            self.cells[_place(body)] = _FAULTS.get(body[6], "#N/A")
        elif kind in _FORMULAS and body[12:14] == b"\xff\xff":
            if body[6] == 2:
                self.cells[_place(body)] = _FAULTS.get(body[8], "#N/A")
        else:
            self.cells |= {at: percentage(text) for at, text in self._shares(kind, body)}

    def _shares(self, kind: int, body: bytes) -> Iterator[tuple[Place, str]]:
        """Yield the numbers of a record that are shown as percentages."""
        row, column = _place(body) if kind in _CELLS else (0, 0)
        if kind == _NUMBER or kind in _FORMULAS:
            style, number = struct.unpack_from("<Hd", body, 4)
            if style in self.shares:
                yield (row, column), repr(number)
        elif kind in (_SHORT, _SHORTS):
            for rank, at in enumerate(range(4, len(body) - 5, 6)):
                style, short = struct.unpack_from("<HI", body, at)
                if style in self.shares:
                    yield (row, column + rank), repr(_unpacked(short))

    def merged(self) -> dict[Place, str]:
        """Return the cells under merged ones, but those of the row of names."""
        top, last = min(self.said, default=(0, 0))[0], max(self.said, default=(0, 0))[0]
        return {
            (row, column): unsaid(cell_name(first + 1, left + 1))
            for first, end, left, right in self.areas
            if first + 1 > top and right - left < _WIDEST
            for row in range(first + 1, min(end + 1, last) + 1)
            for column in range(left + 1, right + 2)
            if (row, column) != (first + 1, left + 1)
        }


def _book(data: bytes) -> bytes:
    """Return the records of a workbook; nothing where there are none, or they are encrypted."""
    parts = streams(data)
    book = parts.get("Workbook") or parts.get("Book") or b""
    return b"" if any(kind == _SECRET for kind, _ in _sheet(book, 0)) else book


def _records(book: bytes, start: int) -> Iterator[Record]:
    while start + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, start)
        yield kind, book[start + 4 : start + 4 + size]
        start += 4 + size


def _sheet(book: bytes, start: int) -> Iterator[Record]:
    """Yield the records of a sheet, or of what is said of all; not those of the drawings in it."""
    depth = 0
    for kind, body in _records(book, start):
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, body


def _sheets(book: bytes) -> list[int]:
    """Return where the records of each sheet begin."""
    return [
        struct.unpack_from("<I", body)[0]
        for kind, body in _sheet(book, 0)
        if kind == _SHEET and len(body) > 5
    ]


def _percentages(book: bytes) -> frozenset[int]:
    """Return the numbers of the styles that show percentages, as cells have them."""
    wanted = {int(one) for one in BUILT_IN}
    styles: list[int] = []
    for kind, body in _sheet(book, 0):
        if kind == _FORMAT and shows_percentage(_code(body)):
            wanted.add(struct.unpack_from("<H", body)[0])
        elif kind == _STYLE:
            styles.append(struct.unpack_from("<H", body, 2)[0])
    return frozenset(rank for rank, format_ in enumerate(styles) if format_ in wanted)


def _code(body: bytes) -> str:
    """Return how a format is written: of one byte a sign or of two, as its mark says."""
    wide = len(body) > 4 and body[4] & 1
    return body[5:].decode("utf-16-le" if wide else "cp1252", "replace")


def _place(body: bytes) -> Place:
    row, column = struct.unpack_from("<HH", body)
    return row + 1, column + 1


def _unpacked(short: int) -> float:
    """Return a number kept in four bytes: a whole one, or the head of one; maybe hundredths."""
    if short & 2:
        value = float((short >> 2) - (1 << 30 if short & 0x80000000 else 0))
    else:
        value = struct.unpack("<d", struct.pack("<Q", (short & 0xFFFFFFFC) << 32))[0]
    return value / 100 if short & 1 else value
