"""« d'une part, d'autre part »: to which side of the act each party belongs, and where it is said.

The first party and those attached to it are one side, all others the other one, unless `part` says
otherwise. The words stand once, behind the last of the parties of a side that follow each other.
"""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from conventassembler.agreement.model import Party
from conventassembler.keeping import recalled
from conventassembler.values import Fragment, Text, fragment, piece

_WORDS = {"une": "d’une part", "autre": "d’autre part"}


def sides(parties: Sequence[Party]) -> Mapping[str, Fragment]:
    """Return by id « d'une part » or « d'autre part », empty where more of its side follow."""
    if len(parties) < 2:
        return {}
    sided = [(party, _side(party, parties)) for party in parties]
    return {
        party.id: _said(party.side, side)
        for (party, side), after in zip_longest(sided, sided[1:])
        if after is None or after[1] != side
    }


@recalled
def _said(typed: Text | None, side: str) -> Fragment:
    return fragment(piece(typed, _WORDS[side], "part") if typed else _WORDS[side])


def _side(party: Party, parties: Sequence[Party]) -> str:
    if party.side is not None:
        return str(party.side)
    first = parties[0]
    attached = (party.attached_to == first.id, first.attached_to == party.id)
    side = str(first.side or "une")
    if party.id == first.id or any(attached):
        return side
    return "autre" if side == "une" else "une"
