"""C702, C703 and C705: where each party signs, what allows it to, and whether that is cited."""

from collections.abc import Iterator

from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.cited import authorities
from conventassembler.draft.model import Draft
from conventassembler.draft.places import place_of
from conventassembler.draft.resolve import Resolved


def places_to_sign(resolved: Resolved, _: Draft) -> Iterator[Diagnostic]:
    """Find the party that `disposition` forgets, and whose place to sign is therefore the last.

    Bad: `disposition` names the commune and the département of an act between three parties.
    """
    signature = resolved.agreement.signature
    rows = signature.rows if signature else ()
    placed = {str(id_) for row in rows for id_ in row}
    for person in resolved.people.values():
        if rows and person.id not in placed:
            place = place_of(rows[-1][0], person.party.position)
            yield fault("C702", place, party=person.party.key)


def everyone_authorised(resolved: Resolved, _: Draft) -> Iterator[Diagnostic]:
    """Find the party of which nothing says that its representative may sign.

    The State's representative needs no deliberation; everybody else acts under one, or under a
    delegation (CGCT, art. L. 2122-21 for the mayor, L. 3221-1 for the president of a département).
    """
    for person in resolved.people.values():
        if person.party.authority is None and person.kind.organ:
            yield fault("C703", person.party.position, party=person.party.key)


def authorities_cited(resolved: Resolved, _: Draft) -> Iterator[Diagnostic]:
    """Find the authority that the recitals leave out, in an act that has recitals."""
    recitals = resolved.agreement.recitals
    cited = authorities(resolved.agreement)
    for person in resolved.people.values():
        authority = person.party.authority
        if recitals and authority and person.id not in cited:
            yield fault("C705", authority.position, party=person.party.key)
