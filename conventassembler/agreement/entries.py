"""Clause entries and signature: records as read, to those of the model."""

from collections.abc import Iterable, Iterator

from conventassembler.agreement.forms import ELECTRONIC
from conventassembler.agreement.model import (
    Argument,
    Entry,
    OtherSignatory,
    Seat,
    Signature,
)
from conventassembler.keeping import recalled
from conventassembler.schema.pick import due, either, items, pick, place, text
from conventassembler.source import Node, identifier
from conventassembler.values import (
    Date,
    Integer,
    Record,
    RichText,
    Text,
    key_positions,
    origin_of,
)


@recalled
def entries(records: Iterable[Record]) -> tuple[Entry, ...]:
    """Return the entries of a list of clauses, and those below them."""
    return tuple(_entry(record) for record in records)


@recalled
def _entry(record: Record) -> Entry:
    return Entry(
        position=place(record),
        clause=text(record, "clause"),
        title=either(record, "title", Text),
        anchor=text(record, "anchor"),
        number=text(record, "number"),
        heading=text(record, "heading"),
        values=_arguments(record),
        data=text(record, "data"),
        text=either(record, "text", RichText),
        entries=entries(items(record, "entries", Record)),
        path=origin_of(record).path,
        new_page=bool(pick(record, "new_page", bool)),
        to_join=_is_to_join(record),
        landscape=text(record, "orientation") == "paysage",
        faulty=any(_unread(record, name) for name in ("clause", "text", "entries")),
    )


def _unread(record: Record, name: str) -> bool:
    return name in key_positions(record) and pick(record, name, object) is None


def _is_to_join(record: Record) -> bool:
    """Tell whether an annex is to be joined; one whose answer is faulty is told of that alone."""
    answer = pick(record, "to_join", bool)
    return "to_join" in key_positions(record) if answer is None else answer


def _arguments(record: Record) -> tuple[Argument, ...]:
    return tuple(map(_argument, items(record, "values", tuple)))


@recalled
def _argument(written: tuple[Text, Node]) -> Argument:
    key, node = written
    position = key.origin.position
    assert position is not None  # it was read from a file
    return Argument(str(key), position, node)


@recalled
def signature(record: Record) -> Signature:
    """Return how the act is signed."""
    rows: tuple[tuple[Seat, ...], ...] = items(record, "rows", tuple)
    return Signature(
        position=place(record),
        place=either(record, "place", Text),
        date=either(record, "date", Date),
        originals=either(record, "originals", Integer),
        rows=tuple(tuple(seat for seat in row if seat) for row in rows),
        others=tuple(_others(record)),
        per_place=pick(record, "per_place", bool) or False,
        general_lead=pick(record, "general_lead", bool) is not False,
        initials=pick(record, "initials", bool) or False,
        electronic=text(record, "manner") == ELECTRONIC,
        key_positions=key_positions(record),
    )


def _others(record: Record) -> Iterator[OtherSignatory]:
    """Yield those who sign and are no party; one whose record is faulty has its fault told."""
    for key, value in items(record, "others", tuple):
        if isinstance(value, Record):
            words = either(value, "capacity", Text)
            yield OtherSignatory(
                id=identifier(key),
                key=str(key),
                position=key.origin.position or place(value),
                capacity=due(value, "capacity", "qualité") if words is None else words,
                gender=text(value, "gender"),
                civility=text(value, "civility"),
                name=either(value, "name", Text),
            )
