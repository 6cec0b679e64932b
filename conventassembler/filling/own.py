"""Whether what is typed for a place is the agreement's own value, in whatever spelling.

Two questions, which are not one. Where the type of the place reads both alike, the act says the
same: a SIRET with its spaces or without. Words that differ by case or accents are printed as they
are typed, yet they speak of the same party.
"""

from typing import Final

from conventassembler.filling.answers import node_of
from conventassembler.filling.places import Place
from conventassembler.french.folding import fold
from conventassembler.keeping import recalled
from conventassembler.source import Node
from conventassembler.source.replacing import Value
from conventassembler.values import Blank, PartyId

_CURLY: Final = "’"
"""The apostrophe that acts print, whichever was typed."""


def is_own(place: Place, value: Value) -> bool:
    """Tell whether the act says the same with `value` as with what the agreement says there."""
    return list(map(_printed, _ours(place))) == list(map(_printed, _typed(place, value)))


def is_another(place: Place, value: Value | None) -> bool:
    """Tell whether `value` speaks of something else than the agreement does, by any spelling.

    What is missing or still to be given speaks of nothing.
    """
    said = known_by(place, value)
    return bool(said) and said != _words(_ours(place))


def known_by(place: Place, value: Value | None) -> tuple[str, ...]:
    """Return what a value is recognised by, in any spelling; empty where it is still to be given.

    Numbers that name have no spaces there, words no case, accents, hyphens or apostrophes.
    """
    return () if value is None else _words(_typed(place, value))


def _printed(read: object) -> str:
    return str(read).replace("'", _CURLY)


def _words(read: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(fold(str(one)) for one in read if not isinstance(one, Blank))


@recalled
def _ours(place: Place) -> tuple[object, ...]:
    """Return what the agreement says there, which every row is compared with."""
    return _read(place, place.node)


def _typed(place: Place, value: Value) -> tuple[object, ...]:
    return _read(place, node_of(value, place.node.position))


def _read(place: Place, node: Node) -> tuple[object, ...]:
    """Return what the type of a place reads, as several: a day may stand alone or in a list."""
    read, _ = place.type.read(node, place.path, place.label)
    several = read if isinstance(read, tuple) else (read,)
    typed = (one.key if isinstance(one, PartyId) else one for one in several)  # « caf/directrice »
    return tuple(one for one in typed if one is not None)
