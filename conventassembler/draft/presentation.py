"""How the parties are presented: one by one, a group in one table, or all of them in one.

What a clause writes of each is the library's; « Entre : », « Et : » and the order are the tool's.
"""

from collections.abc import Iterator, Mapping
from typing import Protocol

from conventassembler.draft.collective import collective
from conventassembler.draft.forms import Forms
from conventassembler.draft.groups import together_in_one
from conventassembler.draft.inline import inlines
from conventassembler.draft.model import Block, Paragraph
from conventassembler.draft.people import Person
from conventassembler.draft.resolve import Resolved
from conventassembler.frozen import dataclass, replace
from conventassembler.keeping import kept, recalled
from conventassembler.library.model import Model

Blocks = tuple[Block, ...]

ALL = "acte/parties"
"""Id of the presentation of all the parties that are in no group; none of theirs is like it."""


class Writer(Protocol):
    """What writes the clauses of an agreement."""

    resolved: Resolved

    def clause(
        self, name: str, context: Mapping[str, object], instance: str, variant: str
    ) -> Blocks:
        """Return the blocks of the compiled clause `name`."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """What one clause presents: a party, a group, or all the parties that are in none."""

    id: str
    """What the ids of its blocks begin with."""
    clause: str
    parameter: str
    forms: Forms


def party_blocks(pen: Writer) -> Blocks:
    """Return the blocks of the parties, led by « Entre : » or « Et : », then of those present."""
    resolved = pen.resolved
    units = tuple(_units(resolved))
    blocks: list[Block] = []
    for index, unit in enumerate(units):
        lead = "Et :" if index else "Entre :"
        is_last = unit is units[-1] and resolved.agreement.together is None
        blocks += (_lead(unit.id, lead), *_presented(pen, unit, is_last=is_last))
    return (*blocks, *collective(resolved), *_present(pen))


def _present(pen: Writer) -> Iterator[Block]:
    """Yield the blocks of the partners in whose presence the act is made."""
    clause = str(pen.resolved.model.partner_clause)
    units = [
        _Unit(f"parties.{one.id}", clause, "partie", one.forms)
        for one in pen.resolved.partners.values()
        if one.party.present
    ]
    if units:
        yield _lead("acte/presence", "En présence de :")
    for unit in units:
        yield from _presented(pen, unit, is_last=unit is units[-1])


@kept
def _lead(id_: str, words: str) -> Paragraph:
    return Paragraph(id_, inlines(words), "party-lead")


def _presented(pen: Writer, unit: _Unit, *, is_last: bool) -> Blocks:
    context = {unit.parameter: unit.forms, "derniere": is_last}
    return _of_party(pen.clause(unit.clause, context, unit.id, unit.clause))


@recalled
def _of_party(blocks: Blocks) -> Blocks:
    """Return the blocks of a clause as those of a party: their running text is its own kind."""
    return tuple(
        replace(one, role="party") if isinstance(one, Paragraph) and one.role == "body" else one
        for one in blocks
    )


def _units(resolved: Resolved) -> Iterator[_Unit]:
    """Yield what is presented, in order: a group stands where its first member does."""
    model, agreement = resolved.model, resolved.agreement
    of_group = {one.id: group for group in resolved.groups.values() for one in group.members}
    alone = [one for one in resolved.people.values() if one.id not in of_group]
    seen: set[str] = set()
    for person in resolved.people.values():
        group = of_group.get(person.id)
        id_ = (
            f"parties.{group.group.id}"
            if group
            else ALL
            if agreement.compact
            else f"parties.{person.id}"
        )
        if id_ in seen:
            continue
        seen.add(id_)
        if group or agreement.compact:
            forms = group.forms if group else together_in_one(alone)
            yield _Unit(id_, str(model.group_clause), "groupe", forms)
        else:
            yield _alone(person, model)


def _alone(person: Person, model: Model) -> _Unit:
    return _Unit(f"parties.{person.id}", str(model.party_clause), "partie", person.forms)
