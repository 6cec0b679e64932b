"""How the convention of a row is called: its files take that name, in every program and system."""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from unicodedata import normalize

from conventassembler.batch.columns import Header, Settled
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filenames import is_nameable, plain_name, same
from conventassembler.filling import Filling
from conventassembler.filling.headers import ASIDE, column_of
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.schema import nearest
from conventassembler.schema.types import Findings
from conventassembler.source import Scalar, fold, plain
from conventassembler.tables import Row

_NAMES = ("#nom du fichier", "nom du fichier", "#fichier", "#nom", "#file name", "#name")
"""Columns that say the name itself, the first that is there."""
OF_NAMES = frozenset(map(str.casefold, _NAMES))
_PIECE = Pattern(r"\{([^{}]*)\}")
_ENDING = Pattern(r"\.(?:docx|md|ya?ml|pdf|odt)$", re.IGNORECASE)
_UNNAMEABLE = Pattern(r'[\\/:*?"<>|\x00-\x1f\ud800-\udfff]+')
_TOTAL = Pattern(r"(?:sous|grand)?tota(?:l|ux)(?:general|generaux)?")
"""What a row is called that sums others up, folded."""
OPTION = "--named"
ROW = "#ligne"
"""The column of the number that a refused row had in its first table."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a pattern: words, or what the row says in a column."""

    words: str = ""
    """What is there for every row, or where the row says nothing."""
    header: str = ""
    """The column; empty for words alone."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How rows are named, settled for a table."""

    pieces: tuple[Piece, ...]
    plain: bool = False
    """Whether the name is made such that nobody has to quote it: « ctg-val-de-l-ouche »."""
    columns: Mapping[str, Header] = field(default_factory=dict)
    """The columns that name a row, by their names."""
    pattern: str = ""
    """The pattern that was typed, where one was."""
    numbered: str = ""
    """The name that the number of a row follows, where no column tells one from another."""

    @property
    def header(self) -> str:
        """The first column that names a row; empty where none does."""
        return next((piece.header for piece in self.pieces if piece.header), "")

    def is_by(self, columns: Iterable[Settled]) -> bool:
        """Tell whether a value of the agreement names a row, so that the act says its name."""
        named = {piece.header for piece in self.pieces}
        return any(one.header in named for one in columns)

    def place(self, row: Row) -> Position:
        """Return the first cell that names a row, empty though it may be."""
        return self._cell(self.header, row)

    def _cell(self, header: str, row: Row) -> Position:
        column = self.columns.get(header)
        return column.cell(row) if column else row.first.position

    def name(self, row: Row) -> tuple[str, Findings]:
        """Return the name of the convention of a row, or what is wrong with it."""
        if self.numbered:
            return f"{self.numbered}-{number_of(row)}", ()
        said = "".join(_said(row, piece) for piece in self.pieces)
        name = plain_name(said) if self.plain else _typed(said)
        if empty := tuple(self._empty(row)):
            return "", empty
        if is_nameable(name):
            return name, ()
        return "", (fault("C038", self.place(row), name=name or said),)

    def _empty(self, row: Row) -> Iterator[Diagnostic]:
        """Yield each column that names a row and says nothing there."""
        silent = [one.header for one in self.pieces if one.header and not _said(row, one)]
        typed = {"pattern": self.pattern} if self.pattern else {}
        for header in dict.fromkeys(silent):
            yield fault("C044", self._cell(header, row), header=header, **typed)


def is_total(row: Row, naming: Naming, columns: int) -> bool:
    """Tell whether a row sums others up: it is called « TOTAL », and half its cells are empty."""
    cell = row.cells.get(naming.header)
    return bool(cell and _TOTAL.fullmatch(fold(cell.text))) and len(row.cells) * 2 <= columns


def number_of(row: Row) -> str:
    """Return the number of a row; that which it had in the table that it was refused from."""
    before = row.cells.get(ROW)
    return before.text if before and before.text.isdecimal() else str(row.number)


def _said(row: Row, piece: Piece) -> str:
    cell = row.cells.get(piece.header)
    return cell.text if cell else piece.words


def _typed(said: str) -> str:
    """Return a name as a person means it: no ending, no sign that a computer refuses in a name."""
    words = " ".join(normalize("NFC", said).split())
    return _UNNAMEABLE.sub("-", _ENDING.sub("", words)).strip(" .-")


def settle_naming(
    pattern: str, name: str, filling: Filling, columns: Sequence[Settled], headers: Sequence[Header]
) -> tuple[Naming, Findings]:
    """Return how rows are named: by `pattern`, else a column of names, else a column of words."""
    naming, found = _settled(pattern, name, filling, columns, headers)
    named = {piece.header for piece in naming.pieces}
    by_name = {one.text: one for one in headers if one.text in named}
    return replace(naming, columns=by_name, pattern=pattern), found


def _settled(
    pattern: str, name: str, filling: Filling, columns: Sequence[Settled], headers: Sequence[Header]
) -> tuple[Naming, Findings]:
    if pattern:
        return _by_pattern(pattern, filling, columns, headers)
    texts = {one.text.casefold(): one.text for one in headers}
    if known := next((texts[one] for one in _NAMES if one in texts), ""):
        return Naming((Piece(header=known),)), tuple(_twice(known, headers))
    if telling := _telling(columns):
        return Naming((Piece(f"{name}-"), Piece(header=telling)), plain=True), ()
    return Naming((), numbered=name), ()


def _twice(name: str, headers: Iterable[Header]) -> Iterator[Diagnostic]:
    """Yield a finding for each column of names but the first, that has the same name."""
    first, *others = (one for one in headers if one.text.casefold() == name.casefold())
    for one in others:
        yield fault("C057", one.position, header=one.text, other=first.text)


def _telling(columns: Sequence[Settled]) -> str:
    """Return the column that tells rows apart for a person: the name of a party, else a text."""
    named = [one for one in columns if re.fullmatch(r"parties\.\w+\.name", one.place.path)]
    texts = [one for one in columns if one.place.type.name == "texte" and not one.place.is_list]
    return next((one.header for one in (*named, *texts)), "")


def _by_pattern(
    pattern: str, filling: Filling, columns: Sequence[Settled], headers: Iterable[Header]
) -> tuple[Naming, Findings]:
    known = {fold(one.text): one.text for one in headers}
    if re.search("[{}]", _PIECE.sub("", pattern)):
        example = "{" + next(iter(known.values()), "commune") + "}"
        return Naming(()), (fault("C153", Position(OPTION, 0), pattern=pattern, example=example),)
    by_path = {(one.place.file, one.place.path): one.header for one in columns}
    pieces: list[Piece] = []
    found: list[Diagnostic] = []
    for words, wanted in _parts(pattern):
        if wanted is None:
            pieces.append(Piece(words))
        elif header := known.get(fold(wanted)):
            pieces.append(Piece(header=header))
        else:
            place, _ = filling.columns.named(wanted, Position(OPTION, 0))
            if place is None or not isinstance(place.node, Scalar):
                found.append(_unknown(wanted, known.values(), filling))
            else:
                own = "" if place.blank else str(plain(place.node))
                pieces.append(Piece(own, by_path.get(place.id, "")))
    if not any(piece.header for piece in pieces) and not found:
        found.append(_unknown(pattern, known.values(), filling, pattern=pattern))
    return Naming(tuple(pieces)), tuple(found)


def _parts(pattern: str) -> Iterator[tuple[str, str | None]]:
    """Yield the words of a pattern, and what stands between its braces."""
    end = 0
    for piece in _PIECE.finditer(pattern):
        if words := pattern[end : piece.start()]:
            yield words, None
        yield "", piece[1].strip()
        end = piece.end()
    if words := pattern[end:]:
        yield words, None


def _unknown(wanted: str, headers: Iterable[str], filling: Filling, **said: str) -> Diagnostic:
    names = tuple(headers) or tuple(map(column_of, filling.in_columns))
    known = ", ".join(f"{{{name}}}" for name in names)
    near = {} if said else nearest(wanted, names)
    return fault("C039", Position(OPTION, 0), name=wanted, known=known, **near, **said)


@dataclass(slots=True)
class Names:
    """The names of the rows so far."""

    before: Mapping[str, str] = field(default_factory=dict)
    """The rows of earlier runs whose documents are in the folder, by these: `rows_by_name`."""
    taken: dict[str, int] = field(default_factory=dict)
    """Which of `numbers` and `said` are those of the row that has each: a batch may have a million
    rows, of which this alone is held."""
    numbers: "array[int]" = field(default_factory=partial(array, "q"))
    """The numbers of the rows."""
    said: "array[int]" = field(default_factory=partial(array, "q"))
    """The hashes of what they say."""

    def take(self, name: str, row: Row, naming: Naming) -> Findings:
        """Return the finding that an earlier row has that name, else keep it."""
        own = hash((*row.cells, *[cell.text for cell in row.cells.values()]))
        number, said = self._first(same(name), row.number, own)
        other = self.before.get(same(name), number_of(row))
        if number == row.number and other == number_of(row):
            return ()
        words = {"name": name, "other": other if number == row.number else number}
        twin = {"twin": number} if number != row.number and said == own else {}
        at = naming.place(row)
        return (fault("C037", at, **words, pattern=_pattern(row, naming), **twin),)

    def _first(self, name: str, number: int, said: int) -> tuple[int, int]:
        """Return the number of the first row of that name, this one it may be, and its hash."""
        rank = self.taken.setdefault(name, len(self.numbers))
        if rank == len(self.numbers):
            self.numbers.append(number)
            self.said.append(said)
        return self.numbers[rank], self.said[rank]


def _pattern(row: Row, naming: Naming) -> str:
    """Return a pattern that names one column more than rows are named by now, as an example."""
    known = [piece.header for piece in naming.pieces if piece.header]
    more = next((name for name in row.cells if name not in known and name[0] != ASIDE), "…")
    return '"' + " ".join(f"{{{name}}}" for name in (*known, more)) + '"'
