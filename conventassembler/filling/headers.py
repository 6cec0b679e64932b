"""The name of a column -> the place that it is the value of: keys with points, or a label."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filling.places import Place
from conventassembler.schema import nearest
from conventassembler.schema.keys import keys_of
from conventassembler.schema.ways import way_to
from conventassembler.source import fold

_PARTED = re.compile(r"\s*[.›>]\s*")
_ITEM = re.compile(r"\[(\d+)\]")
_ENTRY = re.compile(r"\w+\[(.+)\]")
_ROWS = ("parties", "values", "clauses", "preamble", "annexes", "entries", "data")
_UNSAID = {fold(key) for row in _ROWS for key in keys_of(row)}
"""Keys that a column may leave out."""

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The places of an agreement, by what a column may call them."""

    places: tuple[Place, ...]

    def named(self, header: str, position: Position) -> tuple[Place | None, Diagnostic | None]:
        """Return the place of a column, or None with why there is none.

        The whole way comes first, then a label, then the end of a way where one alone has it.
        """
        wanted = _parts(header)
        whole = [place for place in self.places if wanted in _ways(place)]
        labelled = [place for place in self.places if fold(header) in _labels(place)]
        ends = [
            place
            for place in self.places
            if any(way[-len(wanted) :] == wanted for way in _ways(place))
        ]
        found = whole or labelled or (ends if wanted else [])
        if len(found) == 1:
            return found[0], None
        if found:
            known = ", ".join(map(column_of, found))
            return None, fault("C052", position, header=header, known=known)
        return None, self._unknown(header, position)

    def _unknown(self, header: str, position: Position) -> Diagnostic:
        names = [column_of(place) for place in self.places]
        blank = [column_of(place) for place in self.places if place.blank]
        known = ", ".join(blank or names)
        return fault("C051", position, header=header, known=known, **nearest(header, names))


def column_of(place: Place) -> str:
    """Return the name that a column of values of `place` has: `commune.habilitation.date`."""
    return ".".join(key for key in place.keys if fold(key) not in _UNSAID)


def _ways(place: Place) -> tuple[Parts, ...]:
    """Return the ways that lead to a place: as typed, in French keys, in field names."""
    own = way_to(place.path, place.keys[-1] if place.keys else "")
    return _said(place.keys), _said(own), _parts(place.path)


def _labels(place: Place) -> tuple[str, ...]:
    words = (place.label,) if place.label else (place.help,)
    return tuple(fold(word) for word in words if word)


def _parts(header: str) -> Parts:
    numbered = _ITEM.sub(r" \1", header)
    named = (_ENTRY.sub(r"\1", part) for part in _PARTED.split(numbered))
    return _said(named)


def _said(keys: Iterable[str]) -> Parts:
    folded = (fold(key) for key in keys)
    return tuple(key for key in folded if key and key not in _UNSAID)
