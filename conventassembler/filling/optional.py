"""Whether an agreement may do without a value, though it cannot leave it to complete: `civilité`.

What a party has to say is asked of the party as a whole, since a record of the registry may say it.
"""

from typing import Final

from conventassembler.agreement.forms import AGREEMENT, PARTNER_ENTRY, PARTY, PARTY_ENTRY
from conventassembler.filling.places import Place, settled
from conventassembler.patterns import Pattern
from conventassembler.schema import Field, ListType, MapType, RecordType, SettledType
from conventassembler.schema.types import ValueType

_RANK: Final = Pattern(r"\[[^\]]*\]")
"""Which entry of a list it is: all of them are alike."""


def may_be_left_out(place: Place) -> bool:
    """Tell whether a key that takes no blank may be absent, so that the act says nothing of it.

    A clause cannot choose its text by what is still to be given, and asks of each value that it can
    do without whether it is there.
    """
    if place.optional:
        return not place.path.endswith("]")
    is_key = isinstance(place.type, SettledType) and not place.path.endswith("]")
    field = _field(place.path) if is_key else None
    return field is not None and not field.required


def _field(path: str) -> Field | None:
    """Return the field that a key path of an agreement ends in; None where it leads elsewhere."""
    at: ValueType = AGREEMENT
    found: Field | None = None
    for name in _RANK.sub("", path).split("."):
        at = _opened(at)
        if isinstance(at, MapType):
            at, found = at.items, None
            continue
        found = _alone(at, name) if isinstance(at, RecordType) else None
        if found is None:
            return None
        at = found.type
    return found


def _opened(type_: ValueType) -> ValueType:
    """Return what reads a value or each of a list; of a party, what reads it whole."""
    inner = settled(type_)
    inner = settled(inner.items) if isinstance(inner, ListType) else inner
    return PARTY if inner is PARTY_ENTRY or inner is PARTNER_ENTRY else inner


def _alone(record: RecordType, name: str) -> Field | None:
    """Return a field that no other can stand for; None of those of which one has to be there."""
    return None if any(name in one for one in record.sets) else record.by_name.get(name)
