"""Recitals: records as read, to those of the model."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from conventassembler.agreement.recital_forms import RECITAL
from conventassembler.agreement.recitals import (
    Amendment,
    AuthorityRecital,
    CodeRecital,
    ConstitutionRecital,
    DecisionRecital,
    DocumentRecital,
    OrderRecital,
    Recital,
    StatuteRecital,
    TextOrBlank,
    TextRecital,
    WhereasRecital,
)
from conventassembler.french.citations import split_articles
from conventassembler.keeping import recalled
from conventassembler.schema.keys import KEYS
from conventassembler.schema.pick import (
    due,
    either,
    items_or_blanks,
    pick,
    place,
    text,
)
from conventassembler.values import Blank, Date, PartyId, Record, Text


@recalled
def recitals(records: Iterable[Record]) -> tuple[Recital, ...]:
    """Return the recitals; one whose own key is faulty is left out, its fault told already."""
    made = map(_recital, records)
    return tuple(recital for recital in made if recital is not None)


@recalled
def _recital(record: Record) -> Recital | None:
    return _MAKERS[RECITAL.kind_of(record)](record)


def _own(record: Record, nature: str) -> TextOrBlank:
    """Return what stands after the key that tells the kind."""
    written = either(record, nature, Text)
    return due(record, nature, KEYS[nature][0]) if written is None else written


def _code(record: Record) -> Recital | None:
    code = text(record, "code")
    return None if code is None else CodeRecital(place(record), code, _articles(record))


def _constitution(record: Record) -> Recital:
    return ConstitutionRecital(place(record), _articles(record))


def _statute(nature: str, record: Record) -> Recital:
    return StatuteRecital(
        position=place(record),
        nature=nature,
        number=_own(record, nature),
        date=either(record, "date", Date),
        title=either(record, "title", Text),
        author=either(record, "author", Text),
        is_organic=_says(record, "organic"),
        is_modified=_says(record, "modified"),
        articles=_articles(record),
    )


def _order(nature: str, record: Record) -> Recital:
    return OrderRecital(
        position=place(record),
        nature=nature,
        title=_own(record, nature),
        author=either(record, "author", Text),
        numbers=items_or_blanks(record, "number", Text),
        date=either(record, "date", Date),
        is_modified=_says(record, "modified"),
        articles=_articles(record),
        annexed=either(record, "annexed", Text),
    )


def _document(nature: str, record: Record) -> Recital:
    return DocumentRecital(
        position=place(record),
        nature=nature,
        name=_own(record, nature),
        gender=text(record, "gender"),
        between=items_or_blanks(record, "between", Text),
        signed=either(record, "signed", Date),
        approved=either(record, "approved", Date),
        approved_by=either(record, "approved_by", Text),
        amendments=_amendments(record),
        articles=_articles(record),
        annexed=either(record, "annexed", Text),
    )


def _amendments(record: Record) -> tuple[Amendment, ...]:
    written = items_or_blanks(record, "amendments", Record)
    return tuple(
        Amendment(purpose=one)
        if isinstance(one, Blank)
        else Amendment(
            either(one, "number", Text), either(one, "date", Date), either(one, "purpose", Text)
        )
        for one in written
    )


def _decision(nature: str, record: Record) -> Recital:
    title = _own(record, nature)
    return DecisionRecital(
        position=place(record),
        act=Text(KEYS[nature][0], title.origin),
        title=title,
        party=pick(record, "party", PartyId),
        organ=either(record, "organ", Text),
        numbers=items_or_blanks(record, "number", Text),
        dates=items_or_blanks(record, "dates", Date),
        executory=either(record, "executory", Date),
        annexed=either(record, "annexed", Text),
    )


def _authority(record: Record) -> Recital | None:
    party = pick(record, "authority_of", PartyId)
    return None if party is None else AuthorityRecital(place(record), party)


def _whereas(record: Record) -> Recital | None:
    words = either(record, "whereas", Text)
    return None if words is None else WhereasRecital(place(record), words)


def _text(record: Record) -> Recital | None:
    words = either(record, "text", Text)
    return None if words is None else TextRecital(place(record), words, text(record, "rank"))


def _articles(record: Record) -> tuple[TextOrBlank, ...]:
    return tuple(_one_by_one(items_or_blanks(record, "articles", Text)))


def _one_by_one(typed: Iterable[TextOrBlank]) -> Iterator[TextOrBlank]:
    """Yield the articles; those of « L. 1111-1 et L. 1111-9 » apart, each typed at that place."""
    for item in typed:
        parts = split_articles(item) if isinstance(item, Text) else (item,)
        yield from (
            part if isinstance(part, Text | Blank) else Text(part, item.origin) for part in parts
        )


def _says(record: Record, name: str) -> bool:
    return pick(record, name, bool) or False


_STATUTES = ("law", "ordinance", "decree", "eu_regulation", "eu_directive")
_ORDERS = ("executive_order", "circular", "instruction")
_DOCUMENTS = ("treaty", "document", "earlier_act")
_DECISIONS = ("deliberation", "decision")
_MAKERS: Mapping[str, Callable[[Record], Recital | None]] = {
    "code": _code,
    "constitution": _constitution,
    **{name: partial(_statute, name) for name in _STATUTES},
    **{name: partial(_order, name) for name in _ORDERS},
    **{name: partial(_document, name) for name in _DOCUMENTS},
    **{name: partial(_decision, name) for name in _DECISIONS},
    "authority_of": _authority,
    "whereas": _whereas,
    "text": _text,
}
