"""What the agreement says in a place, for messages: a day as the act writes it."""

from datetime import date

from conventassembler.filling.places import Place, settled
from conventassembler.french.dates import write_date
from conventassembler.schema import DatesType, DateType
from conventassembler.source import SequenceNode, plain


def said_at(place: Place) -> tuple[str, ...]:
    """Return what stands in a place, each item of a list on its own: « 13 avril 2026 »."""
    node = place.node
    items = node.items if isinstance(node, SequenceNode) else (node,)
    said = (str(plain(item)) for item in items)
    return tuple(map(_day, said)) if isinstance(settled(place.type), _DAYS) else tuple(said)


def _day(text: str) -> str:
    try:
        return write_date(date.fromisoformat(text))
    except ValueError:
        return text


_DAYS = (DateType, DatesType)
