"""C708 and C709: what was typed about a party and stands nowhere in the act."""

from collections.abc import Iterable, Iterator

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.model import (
    Block,
    Draft,
    Heading,
    Inline,
    ListItem,
    Paragraph,
    SignatureGrid,
    Table,
    Text,
    Title,
)
from conventassembler.draft.places import place_of
from conventassembler.draft.resolve import Resolved


def acronyms_shown(resolved: Resolved, draft: Draft) -> Iterator[Diagnostic]:
    """Find the `sigle` that no text shows: that of a commune whose maire signs, for one.

    One that comes from the registry serves other acts, and is not told.
    """
    shown = {
        inline.value.path
        for inline in _inlines(draft.blocks)
        if isinstance(inline, Text) and inline.value
    }
    for person in resolved.people.values():
        acronym = person.party.acronym
        if acronym is None or acronym.origin.path in shown:
            continue
        place = place_of(acronym, person.party.position)
        if place.file == resolved.agreement.file:
            yield fault("C708", place, party=person.party.key, acronym=acronym)


def civilities_shown(resolved: Resolved, _: Draft) -> Iterator[Diagnostic]:
    """Find the `civilité` of a representative without `nom`: « Madame » alone names nobody."""
    for person in resolved.people.values():
        signs = person.party.representative
        if signs and signs.civility and signs.name is None:
            place = place_of(signs.civility, signs.position)
            yield fault("C709", place, party=person.party.key)


def _inlines(blocks: Iterable[Block]) -> Iterator[Inline]:
    for block in blocks:
        match block:
            case Title():
                yield from (inline for line in block.lines for inline in line)
            case Heading() | Paragraph() | ListItem():
                yield from block.inlines
            case Table():
                for row in (block.header, *block.rows):
                    yield from (one for cell in row.cells for one in _inlines(cell.blocks))
            case SignatureGrid():
                for place in (one for row in block.rows for one in row):
                    yield from (*place.capacity, *place.name)
