"""Which organ decides for which kind of legal person, and by which act.

The table is `data/organs.toml`, with the article of law of each row and the day on which it was
looked up. What it does not know is not judged: many bodies decide as their statutes say.
"""

from functools import cache

from conventassembler.french.folding import fold
from conventassembler.french.offices import leading_office
from conventassembler.french.tables import table
from conventassembler.frozen import dataclass
from conventassembler.keeping import kept

_OF_ONE = ("maire", "président", "préfet", "recteur", "directeur", "directeur général")
_OWN_POWER = ("délégation", "mandat", "pouvoir", "procuration")
"""Acts that any organ may give."""


@dataclass(frozen=True, slots=True)
class Organ:
    """A row of the table."""

    names: tuple[str, ...]
    """As they are typed, the usual one first: « conseil municipal »."""
    kinds: frozenset[str]
    """Ids of the kinds of legal persons that have it."""
    acts: tuple[str, ...]
    source: str

    @property
    def is_one_person(self) -> bool:
        """Whether it is an office, and not an assembly."""
        return self.names[0] in _OF_ONE

    def takes(self, act: str) -> bool:
        """Tell whether it takes acts of that name: « délibération »."""
        return fold(act) in {fold(one) for one in (*self.acts, *_OWN_POWER)}


def organ_of(kind: str, name: str) -> Organ | None:
    """Return the organ of that name that the kind has, by its id; None where it has none."""
    return next((one for one in _named(str(name)) if kind in one.kinds), None)


def is_misplaced(kind: str, name: str) -> Organ | None:
    """Return the organ of the table that only other kinds have; None where nothing is known.

    A kind of no group, and an organ of no row, are not judged.
    """
    rows = _named(str(name))
    if not rows or kind not in _all_kinds() or any(kind in one.kinds for one in rows):
        return None
    return rows[0]


def organs_of(kind: str) -> tuple[Organ, ...]:
    """Return the organs that a kind has, assemblies first."""
    return tuple(one for one in _organs() if kind in one.kinds)


def kinds_of(groups: tuple[str, ...]) -> frozenset[str]:
    """Return the ids of kinds that groups of the table hold; the id of a kind stands for itself."""
    known = table("organs")["groups"]
    return frozenset(kind for group in groups for kind in known.get(group, [group]))


def checked() -> str:
    """Return the day on which the articles of the table were looked up, as 2026-11-28."""
    return str(table("organs")["checked"])


@kept
def _named(name: str) -> tuple[Organ, ...]:
    """Return the rows of an organ that is typed alone, or before whose name it is of."""
    head = leading_office(name)
    folded = fold(head[0].masculine if head else name)
    found = [
        (len(fold(known)), row)
        for row in _organs()
        for known in row.names
        if folded == fold(known) or (not row.is_one_person and folded.startswith(f"{fold(known)} "))
    ]
    longest = max((length for length, _ in found), default=0)
    return tuple(row for length, row in found if length == longest)


@cache
def _organs() -> tuple[Organ, ...]:
    return tuple(
        Organ(
            tuple(row["names"]),
            kinds_of(tuple(row["kinds"])),
            tuple(row["acts"]),
            row["source"],
        )
        for row in table("organs")["organs"]
    )


@cache
def _all_kinds() -> frozenset[str]:
    return kinds_of(tuple(table("organs")["groups"]))
