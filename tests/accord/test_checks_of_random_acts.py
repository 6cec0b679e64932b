"""The checks of who, when and by which authority say nothing wrong of every clause at once.

What is right of such an act is known: two clauses renew it without limit, and the account of the
worked example is a specimen.
"""

from itertools import islice

from act_of_all_clauses import composed
from test_no_clause_misagrees import sets

from conventassembler.checks import check

ACTS = 12
RIGHT = {"C740", "C755"}


def test_every_clause_between_any_parties_gets_no_false_alarm() -> None:
    for parties, _, _, model in islice(sets(), ACTS):
        resolved, draft = composed(parties, model)
        found = {one.code for one in check(resolved, draft) if "C732" <= one.code <= "C759"}

        assert found == RIGHT, (model, list(parties.values()))
