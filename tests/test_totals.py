"""C722: the totals of tables are added up again, whoever typed them."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from conventassembler.checks.columns import columns
from conventassembler.checks.passages import Reading
from conventassembler.checks.totals import totals_add_up
from conventassembler.draft.clause.grids import sum_role
from conventassembler.draft.model import (
    Blank,
    Cell,
    Draft,
    Inline,
    Paragraph,
    Provenance,
    Row,
    Table,
    Text,
)
from conventassembler.french.profiles import default_profile

RESOLVED = cast(
    Any,
    SimpleNamespace(agreement=SimpleNamespace(file="a.yaml"), profile=default_profile()),
)
MARKS = {"=": "subtotal", "+": "total"}


def cell(words: str) -> Cell:
    inline: Inline = Blank("x") if words == "?" else Text(words)
    return Cell((Paragraph("t/c", (inline,), "cell"),))


def row(line: str) -> Row:
    """Return a row of cells parted by bars; `=` before it marks a subtotal, `+` a total."""
    mark = MARKS.get(line[0], "")
    words = line.removeprefix(line[0]) if mark else line
    first, *others = (one.strip() for one in words.split("|"))
    role = mark or sum_role((Text(first),))
    return Row("t/r", (cell(first), *map(cell, others)), cast(Any, role))


def table(text: str, head: str = "Action | État | Commune") -> Table:
    lines = [line.strip() for line in text.strip().splitlines()]
    made = Provenance("actions/tableau", "clauses/actions/tableau.md", 12)
    header = row(head) if head else None
    count = max(line.count("|") for line in lines) + 1
    return Table("t", ("left",) * count, header, tuple(map(row, lines)), made)


def told(*made: Table) -> list[tuple[str, str, str, str]]:
    draft = Draft("a", "", "", made)
    found = list(totals_add_up(Reading(RESOLVED, draft)))
    assert all(str(item.position) == "clauses/actions/tableau.md:12:1" for item in found)
    words = (item.arguments for item in found)
    return [
        tuple(one[key].replace("\u00a0", " ") for key in ("row", "column", "printed", "computed"))  # type: ignore[misc]
        for one in words
    ]


ABOVE = """
=Axe 1 | 102 000 € | 102 000,00 €
1.1 | 76 000 € | 76 000 €
1.2 | 26 000 € | 26 000 €
=Axe 2 | 98 000,50 € | 98 000 €
2.1 | 98 000,50 € | 98 000 €
+Total | 200 000,50 € | 200 000 €
"""
BELOW = """
1.1 | 76 000 | 7
1.2 | 26 000 | 3
Sous-total axe 1 | 102 000 | 10
2.1 | 98 000 | –
Sous-total axe 2 | 98 000 | –
TOTAL GÉNÉRAL | 200 000 | 10
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ABOVE, id="subtotals above their rows"),
        pytest.param(BELOW, id="subtotals below their rows"),
        pytest.param("1 | 3 € | 4 €\n2 | 5 € | 6 €\nTotal | 8 € | 10 €", id="no groups"),
        pytest.param("Total | 8\n1 | 3\n2 | 5", id="the total first"),
        pytest.param("=A | 3\nx | mot\n=B | 5\nTotal | 8", id="words in a column"),
        pytest.param("=A | 3\nx |\n=B | 5\nTotal | 8", id="subtotals alone have figures"),
        pytest.param(
            "Achats | 3\nTotal des charges | 3\nVentes | 9\nTotal des produits | 9",
            id="two totals",
        ),
        pytest.param(
            "Un | 3\nTotal A | 3\nDeux | 4\nTotal B | 4\nTotal | 7", id="a total of totals"
        ),
        pytest.param("1 | ?\n2 | 5 €\nTotal | 9 €", id="an amount to complete"),
        pytest.param("1 | 3 €\n2 | 5 €\nTotal | ?", id="a total to complete"),
        pytest.param("1 | 3 €\n2 | 5 €\nTotal | voir l'annexe", id="words for a total"),
        pytest.param("1 | 3 k€\n2 | 5 €\nTotal | 9 €", id="two units"),
        pytest.param("1 | 20 %\n2 | 30 %\nTotal | 100 %", id="shares"),
        pytest.param("1 | 2 | 3\n2 | 4 | 5", id="no total"),
        pytest.param("1 | -3\n2 | −5,5\nTotal | -8,5", id="below zero"),
        pytest.param("Totalité | 3\nReste | 5", id="a word that only begins so"),
    ],
)
def test_what_adds_up_is_not_told(text: str) -> None:
    assert told(table(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            ABOVE.replace("+Total | 200 000,50", "+Total | 200 000"),
            [("Total", "État", "200 000 €", "200 000,50 €")],
            id="a total",
        ),
        pytest.param(
            ABOVE.replace("Axe 1 | 102 000 €", "Axe 1 | 103 000 €"),
            [("Axe 1", "État", "103 000 €", "102 000 €")],
            id="a subtotal above",
        ),
        pytest.param(
            BELOW.replace("| 102 000 | 10", "| 102 001 | 11"),
            [
                ("Sous-total axe 1", "État", "102 001", "102 000"),
                ("Sous-total axe 1", "Commune", "11", "10"),
            ],
            id="a subtotal below",
        ),
        pytest.param(
            "Achats | 3\nTotal des charges | 3\nVentes | 9\nTotal des produits | 8",
            [("Total des produits", "État", "8", "9")],
            id="one of two totals",
        ),
        pytest.param(
            "1 | 0,5\n2 | 1,25\nTotal | 2", [("Total", "État", "2", "1,75")], id="decimals"
        ),
    ],
)
def test_what_does_not_add_up_is_told(text: str, found: list[tuple[str, str, str, str]]) -> None:
    assert told(table(text)) == found


def test_wide_cells_keep_the_columns_in_place() -> None:
    wide = Row("t/r", (Cell(cell("Axe").blocks, 2), cell("3")))
    made = table("1 | un | 3\nTotal | | 4")
    made = Table("t", made.alignments, None, (wide, *made.rows), made.provenance)

    assert told(made) == [("Total", "3", "4", "6")]
    assert [one.name for one in columns(made)] == ["3"]


def test_a_table_in_a_record_is_read() -> None:
    inner = table("1 | 3\nTotal | 4")
    outer = Table(
        "o",
        ("left", "left"),
        None,
        (Row("o/1", (cell("Budget"), Cell((inner,)))),),
        inner.provenance,
        "record",
    )

    assert told(outer) == [("Total", "État", "4", "3")]


def test_a_figure_too_long_to_be_one_is_left_alone() -> None:
    assert told(table(f"a | {'1' * 5000}\nTotal | {'2' * 5000}", "")) == []


@pytest.mark.timeout(20)
def test_a_table_of_totals_alone_is_read_at_once() -> None:
    assert len(told(table("a | 1\n" + "Total | 3\n" * 20_000, ""))) == 20_000


@pytest.mark.parametrize("words", ["Sous\u00a0total", "SOUS-TOTAUX", "sous – total", "Totalement"])
def test_the_first_words_tell_the_role_of_a_row(words: str) -> None:
    role = "subtotal" if words.isupper() or "\u00a0" in words else ""
    assert sum_role((Text(words),)) == role
