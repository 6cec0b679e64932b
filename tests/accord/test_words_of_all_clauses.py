"""The rules about words find nothing in our own clauses, whoever the parties are."""

from itertools import islice

from act_of_all_clauses import composed
from project import assembled
from test_no_clause_misagrees import PARTIES, sets

from conventassembler.checks.passages import Reading
from conventassembler.checks.saying import RULES_OF_WORDS
from conventassembler.diagnostics.codes import sayings

ACTS = 9
OURS = {row.code for row in sayings.ROWS}
TWICE = "C786"
"""An act that has every variant of a family says twice what they share."""


def test_no_clause_is_told_between_any_parties() -> None:
    found: set[str] = set()
    for parties, _, together, model in islice(sets(), 0, None, 100 // ACTS):
        act = composed(parties, model, "" if together is PARTIES else together[0])
        reading = Reading(*act)
        told = (one for rule in RULES_OF_WORDS for one in rule(reading))
        found |= {f"{one.code} {one.position}" for one in told}

    assert {one for one in found if not one.startswith(TWICE)} == set()


def test_our_own_acts_say_nothing_wrong() -> None:
    told = [one for one in assembled().findings if one.code in OURS]

    assert [f"{one.code} {one.position}" for one in told] == []
