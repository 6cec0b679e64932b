"""The name of a column -> the place that it is the value of: keys with points, or a label."""

from collections.abc import Iterable, Sequence

from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.filling.places import Place
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.schema import nearest
from conventassembler.schema.keys import keys_of
from conventassembler.schema.ways import way_to
from conventassembler.source import fold

_PARTED = Pattern(r"\s*[.›>]\s*")
_ITEM = Pattern(r"\[(\d+)\]")
_ENTRY = Pattern(r"\w+\[(.+)\]")
_ROWS = ("parties", "values", "clauses", "preamble", "annexes", "entries", "data")
_UNSAID = {fold(key) for row in _ROWS for key in keys_of(row)}
"""Keys that a column may leave out."""
ASIDE = "#"
"""What the name of a column that is no value begins with."""
_LONGEST = 40
"""Characters of a label that can be the name of a column."""

_UNKNOWN = "C051"
"""The finding that a column is no value."""

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """What an agreement says of a column, under `colonnes`."""

    text: str
    """The name of the column."""
    way: str
    """The keys that lead to its value, with points between."""
    position: Position
    """Of the way."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The places of an agreement, by what a column may call them."""

    places: tuple[Place, ...]
    lacking: tuple[Place, ...] = ()
    """Where values would stand whose keys the agreement does not have."""
    labels: tuple[Label, ...] = ()
    """What the agreement says of columns itself."""

    def named(self, header: str, position: Position) -> tuple[Place | None, Diagnostic | None]:
        """Return the place of a column, or None with why there is none.

        What the agreement says of it comes first, then the whole way, then a label, then the end
        of a way where one alone has it.
        """
        label = next((one for one in self.labels if fold(one.text) == fold(header)), None)
        if label is None:
            return self._by_name(header, position)
        place, wrong = self._by_name(label.way, label.position)
        if wrong is not None and wrong.code == _UNKNOWN:
            words = {"label": label.text, "path": label.way, "known": self._known}
            near = nearest(label.way, map(column_of, self.places))
            return None, fault("C036", label.position, **words, **near)
        return place, wrong

    def name_of(self, place: Place) -> str:
        """Return the name of a column that is understood as `place`, and as no other.

        It is what the agreement calls it, else a label that is short, else keys.
        """
        own = place.label.rstrip(" .")
        short = own if len(own) <= _LONGEST else ""
        names = (short, column_of(place), ".".join(place.keys))
        known = (*(label.text for label in self.labels), *names)
        usable = (one for one in known if one and not one.startswith(ASIDE))
        return next((one for one in usable if self._means(one, place)), place.path)

    def _means(self, header: str, place: Place) -> bool:
        meant, _ = self.named(header, Position(""))
        return meant is not None and meant.id == place.id

    def _by_name(self, header: str, position: Position) -> tuple[Place | None, Diagnostic | None]:
        found = self._meant(header, self.places)
        own = [place for place in found if not place.shared]  # a record is not written from a table
        found = own if len(own) == 1 else found
        if len(found) == 1:
            return found[0], None
        if found:
            known = ", ".join(map(column_of, found))
            return None, fault("C052", position, header=header, known=known)
        lacking = {one.id: one for one in self._meant(header, self.lacking)}
        if len(lacking) == 1:
            return None, _not_there(header, position, *lacking.values())
        return None, self._unknown(header, position)

    def _meant(self, header: str, places: Sequence[Place]) -> Sequence[Place]:
        wanted = _parts(header)
        whole = [place for place in places if wanted in _ways(place)]
        labelled = [place for place in places if fold(header) in _labels(place)]
        ends = [
            place for place in places if any(way[-len(wanted) :] == wanted for way in _ways(place))
        ]
        return whole or labelled or (ends if wanted else [])

    @property
    def _known(self) -> str:
        """The columns that a table may have: of values still to be given, where there are some."""
        blank = [place for place in self.places if place.blank]
        return ", ".join(map(column_of, blank or self.places))

    def _unknown(self, header: str, position: Position) -> Diagnostic:
        titles = [label.text for label in self.labels]
        words = {"titles": ", ".join(titles)} if titles else {"known": self._known}
        near = nearest(header, titles) or nearest(header, map(column_of, self.places))
        return fault(_UNKNOWN, position, header=header, **words, **near)


def _not_there(header: str, position: Position, place: Place) -> Diagnostic:
    """Return the finding that a value has no key in the agreement, with the line to type."""
    group = " › ".join(place.way[:-1])
    words = {"key": place.keys[-1], "file": place.file} | ({"group": group} if group else {})
    return fault("C035", position, header=header, **words)


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
