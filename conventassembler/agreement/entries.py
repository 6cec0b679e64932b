"""Recitals, clause entries and signature: records as read, to those of the model."""

from collections.abc import Iterable, Iterator

from conventassembler.agreement.forms import RECITAL
from conventassembler.agreement.model import (
    Argument,
    AuthorityRecital,
    CodeRecital,
    Entry,
    LawRecital,
    OtherSignatory,
    Recital,
    Seat,
    Signature,
    TextRecital,
)
from conventassembler.schema.pick import (
    due,
    either,
    items,
    items_or_blanks,
    pick,
    place,
    text,
)
from conventassembler.source import Node, identifier
from conventassembler.values import (
    Date,
    Integer,
    PartyId,
    Record,
    RichText,
    Text,
    origin_of,
)


def recitals(records: Iterable[Record]) -> tuple[Recital, ...]:
    """Return the recitals; one whose own key is faulty is left out, its fault told already."""
    made = (_recital(record) for record in records)
    return tuple(recital for recital in made if recital is not None)


def _recital(record: Record) -> Recital | None:
    kind = RECITAL.kind_of(record)
    if kind == "law":
        return _law(record)
    if kind == "code":
        code = text(record, "code")
        articles = items_or_blanks(record, "articles", Text)
        return None if code is None else CodeRecital(place(record), code, articles)
    if kind == "authority_of":
        party = pick(record, "authority_of", PartyId)
        return None if party is None else AuthorityRecital(place(record), party)
    words = either(record, "text", Text)
    return None if words is None else TextRecital(place(record), words)


def _law(record: Record) -> LawRecital:
    number, title = either(record, "law", Text), either(record, "title", Text)
    day = either(record, "date", Date)
    return LawRecital(
        place(record),
        due(record, "law", "loi") if number is None else number,
        due(record, "date", "date") if day is None else day,
        due(record, "title", "intitulé") if title is None else title,
    )


def entries(records: Iterable[Record]) -> tuple[Entry, ...]:
    """Return the entries of a list of clauses, and those below them."""
    return tuple(_entry(record) for record in records)


def _entry(record: Record) -> Entry:
    return Entry(
        position=place(record),
        clause=text(record, "clause"),
        title=either(record, "title", Text),
        anchor=text(record, "anchor"),
        number=text(record, "number"),
        heading=text(record, "heading"),
        values=_arguments(record),
        text=either(record, "text", RichText),
        entries=entries(items(record, "entries", Record)),
        path=origin_of(record).path,
    )


def _arguments(record: Record) -> tuple[Argument, ...]:
    pairs: tuple[tuple[Text, Node], ...] = items(record, "values", tuple)
    return tuple(
        Argument(str(key), key.origin.position or place(record), node) for key, node in pairs
    )


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
