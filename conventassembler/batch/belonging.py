"""What belongs to one party or person alone, so that another name calls for another value.

Below `kin` and `bereft`. What parties of one kind have alike is no such thing: the words that the
kind is called by, the office that usually represents it, the organ that decides for it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from conventassembler.filling import Filling, Place
from conventassembler.filling.places import settled
from conventassembler.french.folding import fold
from conventassembler.french.grammar import Gender
from conventassembler.french.kinds import Kind, kind
from conventassembler.french.offices import office, own_gender
from conventassembler.frozen import dataclass
from conventassembler.patterns import Pattern
from conventassembler.schema import BicType, IbanType, PartyType, SirenType, SiretType
from conventassembler.source import Node, Scalar, SequenceNode, identifier

_PARTY: Final = Pattern(r"((?:parties|partners)\.\w+)\.(.+)")
_RENAMED: Final = Pattern(r"((?:parties|partners)\.\w+)\.(?:name|record)")
_PERSON: Final = r"(?:representatives?(?:\[\d+\])?)"
_DECIDED: Final = r"authority\.(?:number|dates|executory)"
_OWN: Final = Pattern(
    r"short_name|acronym|address|siret|siren|gender|plurality|elided"
    rf"|{_DECIDED}|{_PERSON}\.name|{_PERSON}\.signs_for\.{_DECIDED}"
    rf"|{_PERSON}\.(?:signs_for\.)?(?:office|gender|civility|capacities)"
)
"""What two parties have alike by chance, or what nobody could take for granted of all."""
_SEAT: Final = Pattern(r"address|siret|siren")
_IDENTITY: Final = Pattern(rf"{_SEAT.pattern}|{_PERSON}\.name|authority\.number")
"""What no two parties have alike; but the seat, one party has several in turn."""
_BEARER: Final = r"(.+\.(?:representative|representatives\[\d+\]|others\.\w+))"
_NAMED: Final = Pattern(rf"{_BEARER}\.name")
_BORNE: Final = Pattern(rf"{_BEARER}\.(?:gender|civility|capacities)")
"""What is of a person, whomever that one acts for."""
_ENTRY: Final = Pattern(r"(.+\]\.with)\..+")
ACCOUNTS: Final = (IbanType, BicType, SirenType, SiretType)
"""Numbers in clauses that are of one holder alone."""
_WORD: Final = Pattern(r"\w{3,}")
_CAPITALS: Final = Pattern(r"\b[A-Z][A-Z0-9]+\b")


@dataclass(frozen=True, slots=True)
class Belonging:
    """What an agreement says of its parties, by its path."""

    said: Mapping[str, Place]

    def owners(self, place: Place) -> Iterator[str]:
        """Yield the paths of whom a value belongs to: a party and a person, or several parties."""
        if party := _PARTY.fullmatch(place.path):
            if self._is_own(party[1], party[2]):
                yield self._bearer(party[1])
        elif is_account(place):
            yield from self._named_beside(place)
        if person := _BORNE.fullmatch(place.path):
            yield person[1]

    def told_apart(self, place: Place) -> tuple[str, ...]:
        """Return the parties of which a value tells one from the others: all whom it may be of.

        A party whose name is of a record is in many acts: others may sign for it in each.
        """
        if party := _PARTY.fullmatch(place.path):
            bearer = self._bearer(party[1])
            told = _SEAT if self._is_shared(bearer) else _IDENTITY
            owners = [bearer] if told.fullmatch(party[2]) else []
        else:
            all_owners = self.owners(place) if is_account(place) else ()
            owners = [one for one in all_owners if not self._is_shared(one)]
        return tuple(one for one in owners if f"{one}.name" in self.said)

    def _is_shared(self, party: str) -> bool:
        name = self.said.get(f"{party}.name")
        return name is not None and name.shared

    def _bearer(self, party: str) -> str:
        """Return the party whose name one bears: its own, else that of whom it is attached to."""
        other = self._text(f"{party}.attached_to")
        if not other or f"{party}.name" in self.said:
            return party
        return f"parties.{identifier(other)}"

    def _named_beside(self, place: Place) -> Iterator[str]:
        """Yield the parties that a clause names beside a value; all, where it names none."""
        entry = _ENTRY.fullmatch(place.path)
        beside = (one for path, one in self.said.items() if entry and path.startswith(entry[1]))
        named = [one for one in beside if isinstance(settled(one.type), PartyType)]
        ids = {identifier(text) for one in named for text in _texts(one.node)}
        known = {found[1]: None for found in map(_PARTY.fullmatch, self.said) if found}
        yield from (one for one in known if not ids or one.rpartition(".")[2] in ids)

    def _is_own(self, party: str, key: str) -> bool:
        """Tell whether a value is of that party, and not of all parties of its kind."""
        sort = kind(self._text(f"{party}.kind"))
        said = self._text(f"{party}.{key}")
        if not _OWN.fullmatch(key):
            return False
        if key.endswith("office"):
            return not _is_usual(said, sort)
        if key in ("short_name", "acronym"):
            place = self.said.get(f"{party}.{key}")
            awaited = place is not None and place.blank
            return awaited or _is_of_one(said, self._text(f"{party}.name"), sort)
        return key != "gender" or sort is not None  # that of « société coopérative » is the kind's

    def _text(self, path: str) -> str:
        place = self.said.get(path)
        return " ".join(_texts(place.node)) if place else ""


def belonging(filling: Filling) -> Belonging:
    """Return what an agreement says of its parties."""
    return Belonging({one.path: one for one in filling.in_columns})


def renamed(place: Place) -> str:
    """Return the party or the person whom a value names, by path; empty where it names none."""
    found = _RENAMED.fullmatch(place.path) or _NAMED.fullmatch(place.path)
    return found[1] if found else ""


def renaming(places: Iterable[Place]) -> Mapping[str, Mapping[int, Place]]:
    """Return the columns that rename a party or a person, by the path of that one, then by rank.

    `places` are those of all columns. No row renames whom a record of the registry names.
    """
    found: dict[str, dict[int, Place]] = {}
    for rank, place in enumerate(places):
        if not place.shared and (owner := renamed(place)):
            found.setdefault(owner, {})[rank] = place
    return found


def is_account(place: Place) -> bool:
    """Tell whether a value is a number that is of one holder alone."""
    return isinstance(settled(place.type), ACCOUNTS)


def _texts(node: Node) -> tuple[str, ...]:
    nodes = node.items if isinstance(node, SequenceNode) else (node,)
    return tuple(one.text for one in nodes if isinstance(one, Scalar))


def _is_usual(said: str, sort: Kind | None) -> bool:
    """Tell whether an office represents all parties of a kind, whoever holds it: « maire »."""
    known = office(said)
    usual = known is not None and sort is not None and known.masculine == sort.executive
    return usual and own_gender(said) is not Gender.FEMININE


def _is_of_one(said: str, name: str, sort: Kind | None) -> bool:
    """Tell whether a short name is taken from the name, or from its initials.

    « la Commune », « l'Association », « le CCAS » and « le Club » suit many.
    """
    usual = f"{sort.noun.text} {sort.acronym} {sort.short}" if sort else ""
    words, common = (set(_WORD.findall(fold(one))) for one in (said, usual))
    capitals = {fold(one) for one in _CAPITALS.findall(said)} - set(fold(usual).split())
    return bool(capitals or words & set(_WORD.findall(fold(name))) - common)
