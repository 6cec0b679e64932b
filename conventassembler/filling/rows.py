"""A row of a table -> the files of an agreement with its values in them, all of them or none.

Whoever makes many agreements from a table does this row by row.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date, timedelta
from pathlib import Path

from conventassembler.diagnostics import Diagnostic, Position, fault, has_errors
from conventassembler.filling.answers import Answer, Said, read_answer
from conventassembler.filling.headers import ASIDE, Columns
from conventassembler.filling.own import is_own
from conventassembler.filling.percentages import beyond, maybe_fraction, one_sign
from conventassembler.filling.places import Place, settled
from conventassembler.filling.reading import Filling
from conventassembler.filling.weekdays import of_another_weekday
from conventassembler.filling.writing import typed_in
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.schema import (
    DatesType,
    DateType,
    ListType,
    PercentageType,
    PhoneType,
    RichTextType,
    SirenType,
    SiretType,
    TextType,
    YesNoType,
)
from conventassembler.schema.blanks import blank_in, bracketed_blank, is_blank
from conventassembler.schema.types import Findings, ValueType
from conventassembler.source import MappingNode, Scalar, SequenceNode, fold
from conventassembler.source.replacing import Value, is_replaceable
from conventassembler.tables import MERGED, Cell, Row

_FAULT = Pattern(
    r"#(?:REF!|VALUE!|VALEUR!|DIV/0!|NAME\?|NOM\?|NUM!|NOMBRE!|NULL!|NUL!|N/A|SPILL!|##+)"
    r"|(?:Err|#ERR)\s?:\d{3}",
    re.IGNORECASE,
)
"""What stands in the cell of a formula that went wrong, or of a column too narrow."""
_FORMULA = Pattern(r"=.+", re.DOTALL)
"""One that no spreadsheet has worked out."""
_LOST = Pattern(r"[-+]?\d(?:[.,]\d+)?E[+]\d+", re.IGNORECASE)
"""What Excel makes of a number of more figures than its column has room for."""
_HOUR = Pattern(r"(\S+)[ T](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)")
"""A day with an hour, which a spreadsheet keeps in one cell."""
_FIVE = Pattern(r"[1-9][0-9]{4}")
_DAY_ZERO = date(1899, 12, 30)
"""From here on a spreadsheet counts days."""
_CENTURY = 20
_MIDNIGHT = Pattern(r"[0:.]+")
_DAYS = (DateType, DatesType)
_TEXTS = (TextType, RichTextType)
_POSTAL = Pattern(r"\b(?:postal|insee)\b", re.IGNORECASE)
"""What a text of five figures is called whose first one may be a zero."""
_YES_NO = {"vrai": "oui", "true": "oui", "x": "oui", "1": "oui"}
_YES_NO |= {"faux": "non", "false": "non", "0": "non"}
"""What spreadsheets, and people in them, have for « oui » and « non »."""
_ZEROS = (SirenType, SiretType, PhoneType)
"""Types whose figures may begin with a zero, and that tell whether one is missing."""


@dataclass(frozen=True, slots=True)
class FromRow:
    """What a row gives an agreement."""

    files: Mapping[Path, bytes]
    """Those that change; none where something is wrong."""
    count: int
    """How many values were taken."""
    findings: Findings


def fill_from(
    filling: Filling, row: Row, *, replace: bool = False, aside: Iterable[str] = ()
) -> FromRow:
    """Return the files of an agreement with the values of `row`, and all that is wrong with it.

    Columns `aside` are no values of the agreement. A value that is there already is kept, unless
    it is to be replaced.
    """
    if row.unnamed:
        return FromRow({}, 0, beside(row))
    taking = _Taking(filling, filling.columns, replace)
    left_out = {fold(name) for name in aside}
    for header, cell in row.cells.items():
        if fold(header) not in left_out and not header.startswith(ASIDE):
            taking.take(header, cell)
    if has_errors(taking.found):
        return FromRow({}, 0, tuple(taking.found))
    return FromRow(_files(filling, taking.values), len(taking.values), tuple(taking.found))


def beside(row: Row) -> Findings:
    """Return that cells of a row stand in no column: what the others say may have been shifted."""
    return tuple(fault("C046", one.position, value=one.text) for one in row.unnamed)


@dataclass(slots=True)
class _Taking:
    """The values of one row, as they are taken."""

    filling: Filling
    columns: Columns
    replace: bool
    values: list[tuple[Place, Value]] = field(default_factory=list)
    meant: dict[str, Place] = field(default_factory=dict)
    """By the name of the column."""
    found: list[Diagnostic] = field(default_factory=list)

    def take(self, header: str, cell: Cell) -> None:
        """Take one cell, or tell why not."""
        column = cell.column or cell.position
        place, unknown = self.columns.named(header, column)
        if place is None:
            self.found += (unknown,) if unknown else ()
            return
        if other := next((one for one in self.meant if overlap(self.meant[one], place)), ""):
            self.found.append(fault("C057", column, header=header, other=other))
            return
        self.meant[header] = place
        if keeps(place, cell):
            return
        answer = read_cell(place, cell, self.filling.parties)
        if place.shared:
            same = answer.value is not None and is_own(place, answer.value)
            wrong = () if same else (shared_fault(self.filling, place, header, cell.position),)
            self.found += wrong
            return
        self.found += answer.findings
        if answer.value is None:
            return
        if not (place.blank or self.replace or is_own(place, answer.value)):
            self.found.append(fault("C059", cell.position, header=header))
        elif not is_replaceable(bracketed_blank(place.node)):
            words = {"header": header, "file": place.file, "line": place.node.position.line}
            self.found.append(fault("C048", cell.position, **words))
        elif place.blank or self.replace:
            self.values.append((place, answer.value))


def shared_fault(filling: Filling, place: Place, header: str, at: Position) -> Diagnostic:
    """Return the finding that a record of the registry is not written from the row of an act.

    It names the key that the act is to say itself: it takes all of it from the record, or none.
    """
    return fault("C045", at, header=header, **of_record(filling, place))


def of_record(filling: Filling, place: Place) -> Mapping[str, str]:
    """Return the record that a value is of, and the key and the party to type it under instead."""
    tree = filling.papers[place.file].tree
    pairs = tree.entries if isinstance(tree, MappingNode) else ()
    keys = [pair.key.text for pair in pairs if not place.node.position < pair.key.position]
    party = place.keys[place.keys.index(keys[-1], 1) - 1]
    return {"record": place.file, "key": keys[-1], "party": party}


def says_blank(cell: Cell) -> bool:
    """Tell whether a cell says that its value is still to be given."""
    return is_blank(_typed(cell))


def keeps(place: Place, cell: Cell) -> bool:
    """Tell whether a cell awaits a value as the agreement does, and adds no precision to that."""
    blank = blank_in(_typed(cell), "", "")
    return blank is not None and not blank.hint and place.blank


def _typed(cell: Cell) -> Scalar:
    return Scalar(cell.text, cell.position, "quoted", cell.position)


def read_cell(place: Place, cell: Cell, parties: Sequence[str]) -> Answer:
    """Return what the file is to hold for what a cell says, or why it cannot.

    `parties` are the keys of those whom a value may name.
    """
    type_ = settled(place.type)
    if wrong := _spoilt(type_, cell):
        return Answer(None, (wrong,))
    text = _day_alone(type_, cell.text)
    if isinstance(type_, ListType) and "\n" not in text:
        text = text.replace(";", "\n")
    if isinstance(type_, YesNoType):
        text = _YES_NO.get(text.casefold(), text)
    if isinstance(type_, PercentageType):
        return _percentage(place, type_, cell)
    answer = read_answer(place, Said(text, cell.position), parties, by_rank=False)
    if isinstance(type_, TextType) and _lost_zero(place, text):
        whole = f"0{text}"
        return Answer(whole, (fault("C056", cell.position, value=text, restored=whole),))
    if answer.value is None and isinstance(type_, _ZEROS):
        restored = read_answer(place, Said(f"0{text}", cell.position))
        if restored.value is not None:
            words = {"value": text, "restored": restored.value}
            return Answer(restored.value, (fault("C056", cell.position, **words),))
    if isinstance(type_, _DAYS) and isinstance(answer.value, str):
        other = of_another_weekday(text, answer.value, cell.position)
        return Answer(answer.value, (*answer.findings, *other))
    return answer


def _percentage(place: Place, type_: PercentageType, cell: Cell) -> Answer:
    text = one_sign(cell.text)
    answer = read_answer(place, Said(text, cell.position))
    found = () if answer.value is None else beyond(type_, text, cell)
    return Answer(answer.value, (*answer.findings, *found))


def _day_alone(type_: ValueType, text: str) -> str:
    """Return a day without the midnight that a spreadsheet wrote behind it."""
    timed = _HOUR.fullmatch(text) if isinstance(type_, _DAYS) else None
    return timed[1] if timed and _MIDNIGHT.fullmatch(timed[2]) else text


def _lost_zero(place: Place, text: str) -> bool:
    """Tell whether a postal code, or that of a commune, lacks its first figure."""
    if not re.fullmatch(r"[1-9]\d{3}", text):
        return False
    return bool(_POSTAL.search(f"{place.label} {place.keys[-1] if place.keys else ''}"))


def _spoilt(type_: ValueType, cell: Cell) -> Diagnostic | None:
    """Return what a spreadsheet did to a value that nothing can undo."""
    if unsaid := _unsaid(cell):
        return unsaid
    if isinstance(type_, _DAYS) and (wrong := _no_day(cell)):
        return wrong
    if _LOST.fullmatch(cell.text):
        return fault("C054", cell.position, value=cell.text)
    if cell.day and _is_text(type_):
        return fault("C092", cell.position, value=cell.text)
    return maybe_fraction(cell) if isinstance(type_, PercentageType) else None


def _no_day(cell: Cell) -> Diagnostic | None:
    """Return why a cell says more than a day, or the number as which a day is kept."""
    timed = _HOUR.fullmatch(cell.text)
    if timed and not _MIDNIGHT.fullmatch(timed[2]):
        return fault("C233", cell.position, value=cell.text, day=timed[1])
    if day := _kept_day(cell.text):
        return fault("C237", cell.position, value=cell.text, day=f"{day:%d/%m/%Y}")
    return None


def _kept_day(text: str) -> date | None:
    """Return the day of this century that a spreadsheet keeps as such a number, if it is one."""
    day = _DAY_ZERO + timedelta(int(text)) if _FIVE.fullmatch(text) else None
    return day if day and day.year // 100 == _CENTURY else None


def _unsaid(cell: Cell) -> Diagnostic | None:
    """Return why a cell has no value though something stands there."""
    if merged := MERGED.fullmatch(cell.text):
        return fault("C095", cell.position, cell=merged[1])
    if _FAULT.fullmatch(cell.text):
        return fault("C047", cell.position, value=cell.text)
    if _FORMULA.fullmatch(cell.text):
        return fault("C096", cell.position, value=cell.text)
    return None


def _is_text(type_: ValueType) -> bool:
    return isinstance(settled(type_.items) if isinstance(type_, ListType) else type_, _TEXTS)


def overlap(one: Place, other: Place) -> bool:
    """Tell whether two places are one, or an item and its list."""
    return bool(_stood_on(one) & _stood_on(other))


def stands_at(place: Place, position: Position) -> bool:
    """Tell whether a value, or an item of its list, stands there in its file."""
    return position in _stood_on(place)


def _stood_on(place: Place) -> set[Position]:
    items = place.node.items if isinstance(place.node, SequenceNode) else ()
    return {place.node.position, *(item.position for item in items)}


def _files(filling: Filling, values: Iterable[tuple[Place, Value]]) -> dict[Path, bytes]:
    """Return the files with the values typed, from the last to the first: places stay right."""
    texts: dict[str, str] = {}
    for place, value in sorted(values, key=_position, reverse=True):
        paper = filling.papers[place.file]
        text = texts.get(place.file, paper.text)
        texts[place.file] = typed_in(text, place, value)
    return {filling.papers[name].path: texts[name].encode("utf-8") for name in texts}


def _position(item: tuple[Place, Value]) -> Position:
    return item[0].node.position
