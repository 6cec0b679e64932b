"""Where a value of an agreement was typed, for messages about it."""

from collections.abc import Iterable

from conventassembler.diagnostics import Position
from conventassembler.nearness import close_matches
from conventassembler.patterns import Pattern


def place_of(value: object, otherwise: Position) -> Position:
    """Return where `value` was typed; `otherwise` for a default that nobody typed."""
    origin = getattr(value, "origin", None)
    return getattr(origin, "position", None) or otherwise


def is_of_act(place: Position, agreement: str) -> bool:
    """Tell whether a value was typed for one act: in its file or a cell, not in the registry."""
    return place.file == agreement or bool(place.cell)


def place_of_contradiction(values: Iterable[object], otherwise: Position) -> Position:
    """Return where to correct `values` that contradict each other.

    The first that stands in a cell: what a table gives one act and no other is wrong in that act
    alone. Without cells, where the first of them was typed.
    """
    places = [place for value in values if (place := place_of(value, _NOWHERE)) is not _NOWHERE]
    return next((one for one in places if one.cell), next(iter(places), otherwise))


def typed_again(key: str, value: str, place: Position) -> dict[str, str]:
    """Return what a remedy has people type: the value alone in a cell, else the line of the key."""
    return {"alone": value} if place.cell else {"line": f'{key}: "{value}"'}


_NOWHERE = Position("")
_ITEM = Pattern(r"(\w+)\[(\w+)\]")
_ABOVE = Pattern(r".*\.with\.|données\.[^.]*\.")
"""What stands in a key path above the keys of a value."""


def way_to(path: str) -> str:
    """Return the keys that lead to a value, as a clerk reads them: « axes 1 › actions 3 »."""
    return _ITEM.sub(r"\1 \2", _ABOVE.sub("", path, count=1)).replace(".", " › ")


def suggestion(word: str, known: Iterable[str]) -> dict[str, str]:
    """Return the `suggestion` argument of a finding, empty when no known name is near."""
    found = close_matches(word, list(known), count=1)
    return {"suggestion": found[0]} if found else {}
