"""What is found in many rows is told once, with the rows in which it is."""

from conventassembler.batch.telling import Told
from conventassembler.diagnostics import Position, fault


def test_a_row_that_has_a_finding_twice_counts_once() -> None:
    told = Told("communes.csv")
    found = fault("C701", Position("agreements/exemple.yaml", 12, 10), label="nom")

    for row in ("2", "3"):
        told.add((found, found), row)

    (common,) = told.common.values()
    assert (common.count, common.listed) == (2, "2, 3")
