"""What is found in many rows is told once, with the rows in which it is."""

from small_batch import FILE, SmallPlan, rows_of

from conventassembler.batch.naming import number_of
from conventassembler.batch.telling import Told
from conventassembler.diagnostics import Position, fault
from conventassembler.diagnostics.wording import message


def told() -> Told:
    return Told(FILE, SmallPlan().cell)


def test_a_row_that_has_a_finding_twice_counts_once() -> None:
    gathered = told()
    found = fault("C701", Position("agreements/exemple.yaml", 12, 10), label="nom")

    for row in rows_of(("a", "b")):
        gathered.add((found, found), row)

    (common,) = gathered.common.values()
    assert (common.count, common.listed(number_of)) == (2, "2, 3")


def test_the_first_rows_are_named_in_whatever_order_they_were_made() -> None:
    gathered = told()
    awaited = fault("C701", Position(FILE, 0, 1, "mot"), label="mot", header="mot")

    for row in reversed(rows_of("abcdefghijkl")):
        gathered.add((awaited,), row)

    (some,), (all_rows,) = gathered.of_values(13), gathered.of_values(12)
    assert some.position == all_rows.position == Position(FILE, 2, 1, "A2")
    assert message(some, "en").endswith("12 rows: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11...]")
    assert message(all_rows, "en").endswith("[column “mot”, all rows]")
