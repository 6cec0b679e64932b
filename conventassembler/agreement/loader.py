"""One agreement file to an `Agreement`: every fault of the file, and all that can be read of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from conventassembler.agreement import entries as build
from conventassembler.agreement.acceptances import acceptances
from conventassembler.agreement.data import read_data
from conventassembler.agreement.forms import AGREEMENT
from conventassembler.agreement.groups import check_members, named_once, read_groups, spread
from conventassembler.agreement.manner import manner
from conventassembler.agreement.model import Agreement, Group, Party, Signature
from conventassembler.agreement.parties import check_party, read_parties, read_partners
from conventassembler.agreement.recital_entries import recitals
from conventassembler.agreement.recitals import AuthorityRecital, DecisionRecital
from conventassembler.agreement.registry import Registry
from conventassembler.agreement.seats import seating
from conventassembler.agreement.sources import Source, source_at
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.keeping import recalled
from conventassembler.schema import read_record
from conventassembler.schema.pick import due, either, items, items_or_blanks, pick, place, text
from conventassembler.schema.types import Findings
from conventassembler.source import Node, identifier
from conventassembler.values import Blank, PartyId, Record, Text, key_positions


def load_agreement(path: Path, shown: str, registry: Registry) -> tuple[Agreement | None, Findings]:
    """Return the agreement in `path`, and every fault of the file.

    What could be read is returned whatever else is wrong, so that later stages tell their own
    faults; None when the file is unreadable or names no model. `shown` names it in findings.
    """
    return read_agreement(source_at(path, shown), registry)


def read_agreement(source: Source, registry: Registry) -> tuple[Agreement | None, Findings]:
    """Return the same of an agreement that is a tree already."""
    node, found = source.tree
    if node is None:
        return None, found
    record, faults = read_record(node, source.file, AGREEMENT)
    found += faults
    if record is None:
        return None, found
    written: tuple[tuple[Text, Node], ...] = items(record, "parties", tuple)
    parties, faults = read_parties(written, registry)
    others: tuple[tuple[Text, Node], ...] = items(record, "partners", tuple)
    partners, wrong = read_partners(others, registry, parties)
    found += wrong
    agreement, wrong = _agreement(record, parties, partners, source)
    found += (*faults, *_no_party(record), *wrong)
    if agreement is not None:
        found += (*_named_twice(agreement), *_seated(agreement), *named_once(agreement))
    if agreement is None or len(parties) != len(written) or not parties:
        return agreement, found  # a name may be that of a party that could not be read
    return agreement, (*found, *_unknown_parties(agreement), *check_members(agreement))


def _no_party(record: Record) -> Iterator[Diagnostic]:
    if pick(record, "parties", tuple) == ():
        yield fault("C221", key_positions(record)["parties"])


def _agreement(
    record: Record, parties: tuple[Party, ...], partners: tuple[Party, ...], source: Source
) -> tuple[Agreement | None, Findings]:
    model, title = text(record, "model"), either(record, "title", Text)
    groups = read_groups(items(record, "groups", tuple))
    if model is None:
        return None, ()
    preamble, clauses, annexes = (
        build.entries(items(record, part, Record)) for part in ("preamble", "clauses", "annexes")
    )
    data, found = read_data(source, (*preamble, *clauses, *annexes))
    agreement = Agreement(
        name=source.name,
        file=source.file,
        position=place(record),
        model=model,
        title=due(record, "title", "titre") if title is None else title,
        banner=either(record, "banner", Text),
        subtitles=items_or_blanks(record, "subtitles", Text),
        title_parties=pick(record, "title_parties", bool),
        title_order=items(record, "title_order", PartyId),
        parties=parties,
        partners=partners,
        groups=groups,
        compact=pick(record, "compact", bool) or False,
        recitals=recitals(items(record, "recitals", Record)),
        party_clause=text(record, "party_clause"),
        together=either(record, "together", Text),
        preamble=preamble,
        clauses=clauses,
        annexes=annexes,
        contents=pick(record, "contents", bool),
        signature=_signature(record, groups, items(record, "parties", tuple)),
        data=data,
        places=items_or_blanks(record, "places", Text),
        manner=manner(record),
        accepted=acceptances(record),
        template=text(record, "template"),
        key_positions=key_positions(record),
    )
    return agreement, found


def _signature(
    record: Record, groups: tuple[Group, ...], written: Iterable[tuple[Text, Node]]
) -> Signature | None:
    blank = pick(record, "signature", Blank)
    if blank is not None:
        return Signature(key_positions(record)["signature"], place=blank, date=blank)
    signature = pick(record, "signature", Record)
    if signature is None:
        return None
    return _spread(build.signature(signature), groups, *[identifier(key) for key, _ in written])


@recalled
def _spread(signed: Signature, groups: tuple[Group, ...], *parties: str) -> Signature:
    """Return how the act is signed, a group in it standing for its members."""
    known = [group for group in groups if group.id not in parties]  # else told elsewhere
    return replace(signed, rows=spread(signed.rows, known, parties))


def _unknown_parties(agreement: Agreement) -> Iterator[Diagnostic]:
    """Yield a finding for each party that is named and is not one of the agreement's."""
    keys = {party.id: party.key for party in agreement.parties}
    for name in _named(agreement):
        yield from check_party(name, keys)
    titled = keys | {group.id: group.key for group in agreement.groups}
    for one in agreement.title_order:
        yield from check_party(one, titled) if isinstance(one, PartyId) else ()
    signature = agreement.signature
    signatories = keys | {one.id: one.key for one in signature.others} if signature else keys
    for name in _in_seats(signature):
        yield from check_party(name, signatories)
    for party in (*agreement.parties, *agreement.partners):
        if party.attached_to == party.id and party.attached_to is not None:
            position = party.attached_to.origin.position or party.position
            yield fault("C219", position, key=party.key)


def _named_twice(agreement: Agreement) -> Iterator[Diagnostic]:
    """Yield a finding for each party named twice in the title or the recitals."""
    cited = (item.party for item in agreement.recitals if isinstance(item, AuthorityRecital))
    for names in (agreement.title_order, tuple(cited)):
        seen: set[str] = set()
        for name in names:
            if isinstance(name, PartyId) and name in seen and name.origin.position:
                yield fault("C463", name.origin.position, party=name.key)
            seen.add(name)


def _seated(agreement: Agreement) -> Iterator[Diagnostic]:
    """Yield what is wrong with who signs where, and with the names of other signatories."""
    if agreement.signature is None:
        return
    yield from seating(agreement.signature, agreement.parties)[1]
    taken = set(agreement.named)
    for one in agreement.signature.others:
        if not one.id.isidentifier():
            yield fault("C218", one.position, key=one.key)
        elif one.id in taken:
            yield fault("C497", one.position, key=one.key)
        taken.add(one.id)


def _in_seats(signature: Signature | None) -> Iterator[PartyId]:
    rows = signature.rows if signature else ()
    return (name for row in rows for seat in row for name in seat)


def _named(agreement: Agreement) -> Iterator[PartyId]:
    everyone = (*agreement.parties, *agreement.partners)
    named: list[Text | None] = [party.attached_to for party in everyone]
    named += [
        item.party
        for item in agreement.recitals
        if isinstance(item, AuthorityRecital | DecisionRecital)
    ]
    named += [one.same_as for party in everyone for one in party.representatives]
    yield from (name for name in named if isinstance(name, PartyId))
