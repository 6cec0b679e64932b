"""Who signs where: the rows of `disposition` as the persons who sit in each place.

A party stands for all of its representatives, one place each; named as often as it has some, for
one at a time, in their order; « caf/directrice » is one of them by the office; a list of parties is
the one person who signs for them all.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from conventassembler.agreement.model import Party, Representative, Seat, Signature
from conventassembler.agreement.representatives import person_of
from conventassembler.diagnostics import Diagnostic, Position, fault
from conventassembler.frozen import dataclass
from conventassembler.keeping import recalled
from conventassembler.source import fold
from conventassembler.values import PartyId


@dataclass(frozen=True, slots=True)
class Holder:
    """One capacity in which somebody signs: a representative of a party, or another signatory."""

    id: str
    """Of the party, or of the other signatory."""
    rank: int = 0
    """Among the representatives of the party, from 0."""


Place = tuple[Holder, ...]
"""One place to sign: one holder, or the capacities of one person."""


@dataclass(slots=True)
class _Plan:
    """The places given out so far."""

    parties: Mapping[str, Party]
    named: Counter[str]
    """How many times each signatory is still to be named without an office."""
    free: dict[str, list[int]]
    """By party or other signatory, the ranks that have no place yet."""
    findings: list[Diagnostic] = field(default_factory=list)

    def places(self, seat: Seat) -> Iterator[Place]:
        """Yield the places that one item of a row stands for; none where it is faulty."""
        if any(str(one) not in self.free for one in seat):
            return
        if len(seat) > 1:
            yield from self._shared(seat)
        elif _office(seat[0]):
            yield from self._in_office(seat[0])
        else:
            yield from self._in_order(seat[0])

    def _in_order(self, name: PartyId) -> Iterator[Place]:
        free = self.free[str(name)]
        self.named[str(name)] -= 1
        if not free:
            self._told("C463", name, party=name.key)
        taken = free[:1] if self.named[str(name)] else tuple(free)
        for rank in taken:
            free.remove(rank)
            yield (Holder(str(name), rank),)

    def _in_office(self, name: PartyId) -> Iterator[Place]:
        party = self.parties.get(str(name))
        ranks = _ranks(party, _office(name)) if party else []
        if not ranks:
            known = ", ".join(_offices(party)) if party else str(name)
            self._told("C499", name, seat=name.key, known=known)
        elif ranks[0] not in self.free[str(name)]:
            self._told("C463", name, party=name.key)
        else:
            self.free[str(name)].remove(ranks[0])
            yield (Holder(str(name), ranks[0]),)

    def _shared(self, seat: Seat) -> Iterator[Place]:
        """Yield the one place of the person who signs for every party of the list."""
        choices = [list(self._candidates(name)) for name in seat]
        first = choices[0] if choices else []
        for _, person in first:
            found = [next((h for h, one in some if one == person), None) for some in choices]
            holders = tuple(holder for holder in found if holder is not None)
            if len(holders) == len(seat) and len(set(holders)) == len(seat):
                for holder in holders:
                    self.free[holder.id].remove(holder.rank)
                yield holders
                return
        self._told("C496", seat[1], names=", ".join(one.key for one in seat))

    def _candidates(self, name: PartyId) -> Iterator[tuple[Holder, Position]]:
        """Yield the free representatives of a party, with where the person is told."""
        party = self.parties.get(str(name))
        for rank in self.free.get(str(name), ()):
            one = party.representatives[rank] if party and party.representatives else None
            person = person_of(one, self.parties) if one else None
            if person is not None:
                yield Holder(str(name), rank), person.position

    def _told(self, code: str, name: PartyId, **words: str) -> None:
        assert name.origin.position is not None  # it was read from a file
        self.findings.append(fault(code, name.origin.position, **words))


@dataclass(frozen=True, slots=True)
class Seating:
    """The places of an act."""

    rows: tuple[tuple[Place, ...], ...]
    """As `disposition` lays them out; a row whose items are all faulty is left out."""
    unplaced: tuple[Holder, ...]
    """Those that no row names, parties first."""


@recalled
def seating(
    signature: Signature, parties: tuple[Party, ...]
) -> tuple[Seating, tuple[Diagnostic, ...]]:
    """Return who signs where, and what is wrong with `disposition`.

    Every representative and every other signatory has one place, in a row or unplaced.
    """
    by_id = {party.id: party for party in parties}
    named = Counter(str(seat[0]) for row in signature.rows for seat in row if _is_plain(seat))
    free = {id_: list(range(max(1, len(one.representatives)))) for id_, one in by_id.items()}
    free |= {one.id: [0] for one in signature.others if one.id not in free}
    plan = _Plan(by_id, named, free)
    rows = _given(signature.rows, plan)
    unplaced = tuple(Holder(id_, rank) for id_, ranks in free.items() for rank in ranks)
    return Seating(tuple(row for row in rows if row), unplaced), tuple(plan.findings)


def _given(rows: Sequence[Sequence[Seat]], plan: _Plan) -> list[tuple[Place, ...]]:
    """Return the places of each row; those who are named by office or together sit down first."""
    given: dict[tuple[int, int], tuple[Place, ...]] = {}
    seats = {(i, j): seat for i, row in enumerate(rows) for j, seat in enumerate(row)}
    for where, seat in sorted(seats.items(), key=lambda item: (_is_plain(item[1]), item[0])):
        given[where] = tuple(plan.places(seat))
    return [
        tuple(place for j in range(len(row)) for place in given[i, j]) for i, row in enumerate(rows)
    ]


def _is_plain(seat: Seat) -> bool:
    return len(seat) == 1 and not _office(seat[0])


def _office(name: PartyId) -> str:
    return name.key.partition("/")[2].strip()


def _offices(party: Party) -> Iterator[str]:
    return (f"{party.key}/{person.office}" for person in party.representatives)


def _ranks(party: Party, office: str) -> list[int]:
    wanted = fold(office)
    people: tuple[Representative, ...] = party.representatives
    return [n for n, one in enumerate(people) if fold(str(one.office)) == wanted]
