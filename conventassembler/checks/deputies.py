"""C746 to C748: who signs in another's place, and the act that such a manner needs or does not."""

import re
from collections.abc import Iterator

from conventassembler.agreement.model import Party, SignsFor
from conventassembler.agreement.recitals import DecisionRecital
from conventassembler.checks.passages import Reading
from conventassembler.diagnostics import Diagnostic, fault
from conventassembler.draft.places import place_of
from conventassembler.draft.resolve import Resolved
from conventassembler.values import Text


def interim_given(reading: Reading) -> Iterator[Diagnostic]:
    """Find the person who signs ad interim, of which no act is told.

    An interim is entrusted by a decision; who replaces an executive by law does it « par
    suppléance » (CGCT, L. 2122-17, L. 3122-2).
    """
    for party, told in _deputies(reading.resolved):
        if told.manner == "intérim" and told.authority is None:
            yield fault("C746", told.position, party=party.key)


def stand_in_by_law(reading: Reading) -> Iterator[Diagnostic]:
    """Find the act that would give what the law gives: `suppléance` with an `habilitation`."""
    for party, told in _deputies(reading.resolved):
        if told.manner == "suppléance" and told.authority is not None:
            yield fault("C747", told.authority.position, party=party.key)


def delegation_dated(reading: Reading) -> Iterator[Diagnostic]:
    """Find the act that lets somebody sign and that has no day: nobody could look it up.

    Bad: `habilitation: {acte: délibération}`. Good: its date, or `date: à compléter`. So with the
    deliberation of a recital that has neither day nor number.
    """
    for party in reading.resolved.agreement.parties:
        given = party.authority
        if given is not None and not given.dates:
            place = place_of(given.act, given.position)
            yield fault("C748", place, party=party.key, manner="habilitation")
    for party, told in _deputies(reading.resolved):
        act = told.authority
        if act is not None and not act.dates and told.manner != "suppléance":
            place = place_of(act.act, act.position)
            yield fault("C748", place, party=party.key, manner=told.manner)
    for recital in reading.resolved.agreement.recitals:
        if isinstance(recital, DecisionRecital) and _is_lost(recital):
            taker, place = recital.party or recital.organ, place_of(recital.title, recital.position)
            yield fault("C748", place, party=taker, manner=recital.act)


def _is_lost(recital: DecisionRecital) -> bool:
    """Tell whether neither a day nor a number leads to the decision that a recital cites."""
    known = recital.dates or recital.numbers or re.search(r"\d{4}", str(recital.title))
    return not known and isinstance(recital.party or recital.organ, Text)


def _deputies(resolved: Resolved) -> Iterator[tuple[Party, SignsFor]]:
    for party in resolved.agreement.parties:
        for one in party.representatives:
            if one.signs_for is not None:
                yield party, one.signs_for
