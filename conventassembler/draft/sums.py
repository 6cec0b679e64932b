"""`somme`: what a field of many records adds up to, through lists of lists.

What is computed was typed nowhere: its text is derived, from the expression that says it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from conventassembler.draft.figures import quoted
from conventassembler.draft.places import suggestion, way_to
from conventassembler.frozen import dataclass
from conventassembler.values import (
    Blank,
    ClauseError,
    Percentage,
    PlainPercentage,
    Record,
    origin_of,
    value_of,
)

_SORTS: tuple[tuple[type, str], ...] = (
    (bool, ""),
    (Percentage, "percentage"),
    (PlainPercentage, "percentage"),
    (Decimal, "amount"),
    (int, "integer"),
)


@dataclass(frozen=True, slots=True)
class _Term:
    """One thing to add, and where it stands, for messages."""

    value: object
    field: str
    record: str


def total(values: object, field: str = "") -> object:
    """Return the sum of `values`, or of a field of theirs: « actions.montant » goes two lists deep.

    It is an amount, a percentage or a whole number, as what is added; a blank among them makes
    it that blank.

    Raises:
        ClauseError: something has no such field, or is of another sort than the others.
    """
    if isinstance(values, Blank):
        return values
    if not isinstance(values, Sequence) or isinstance(values, str):
        raise ClauseError("C512", filter="somme", value=quoted(values))
    terms = tuple(_terms(values, field.split(".") if field else [], _Term(values, "", "")))
    for term in terms:
        if isinstance(term.value, Blank):
            return term.value
    sort = _one_sort(terms)
    if sort == "integer":
        return sum(term.value for term in terms if isinstance(term.value, int))
    whole = sum((Decimal(str(term.value)) for term in terms), Decimal())
    return PlainPercentage(whole) if sort == "percentage" else whole


def _terms(value: object, path: list[str], at: _Term) -> Iterator[_Term]:
    """Yield what stands at the end of `path` below `value`, in order."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        for item in value:
            yield from _terms(item, path, at)
    elif isinstance(value, Blank) or not path:
        yield _Term(value, at.field, at.record)
    else:
        yield from _terms(*_below(value, path, at))


def _below(value: object, path: list[str], at: _Term) -> tuple[object, list[str], _Term]:
    name, *rest = path
    if not isinstance(value, Record):
        raise _unlike(_Term(value, at.field or name, at.record))
    record = way_to(origin_of(value).path)
    inner = value_of(value, name)
    if inner is None:
        known = [str(one) for one in value]
        near = {} if name in value else suggestion(name, known)
        words = {"field": name, "record": record, "known": ", ".join(known)}
        raise ClauseError("C519", **words, **near)
    return inner, rest, _Term(inner, name, record)


def _one_sort(terms: Sequence[_Term]) -> str:
    """Return of which sort all terms are; amounts where there are none."""
    sorts = [_sort(term.value) for term in terms]
    for term, sort in zip(terms, sorts, strict=True):
        if not sort or sort != sorts[0]:
            raise _unlike(term)
    return sorts[0] if sorts else "amount"


def _sort(value: object) -> str:
    return next((sort for kind, sort in _SORTS if isinstance(value, kind)), "")


def _unlike(term: _Term) -> ClauseError:
    """Return the refusal of a term that does not add up with the others."""
    value = term.value
    shown = ("oui" if value else "non") if isinstance(value, bool) else quoted(value)
    if isinstance(value, Record):
        return ClauseError("C550", known=", ".join(str(one) for one in value))
    if not term.record:
        return ClauseError("C512", filter="somme", value=shown)
    return ClauseError("C520", value=shown, field=term.field, record=term.record)
