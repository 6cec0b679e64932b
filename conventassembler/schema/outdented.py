"""Keys that belong to an empty key above them, and begin in its column."""

from collections.abc import Callable, Iterator, Sequence

from conventassembler.diagnostics import Position
from conventassembler.schema.lists import SettledType
from conventassembler.schema.types import ValueType
from conventassembler.source import MappingNode, Pair, Scalar, fold


def outdented(
    entries: Sequence[Pair], type_of: Callable[[str], ValueType | None]
) -> Iterator[tuple[Position, Scalar]]:
    """Yield the place of each unknown key that belongs to the empty key above, and that key.

    `type_of` tells the type of the value of a key that is known here.
    """
    above: Pair | None = None
    for pair in entries:
        if type_of(pair.key.text) is not None:
            above = pair if isinstance(pair.value, Scalar) and pair.value.empty else None
        elif above is not None and (type_ := type_of(above.key.text)) and _holds(type_, pair):
            yield pair.key.position, above.key


def _holds(type_: ValueType, pair: Pair) -> bool:
    """Tell whether a key of that name may stand in values of `type_`."""
    if isinstance(type_, SettledType):
        return _holds(type_.type, pair)
    if type_.name == "groupe":
        return isinstance(pair.value, MappingNode)
    fields = getattr(type_, "fields", ())  # a record's
    return any(fold(pair.key.text) in item.folded for item in fields)
