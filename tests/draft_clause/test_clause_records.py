"""Definitions, records, tables with widths and new pages."""

import json
import pickle
from dataclasses import asdict, replace

import pytest
from clause_tools import (
    FILE,
    FIRST_LINE,
    PROVENANCE,
    compile_faults,
    identifiers,
    outline,
    render,
    rendered,
)

from conventassembler import values
from conventassembler.diagnostics import Position
from conventassembler.draft import model
from conventassembler.draft.clause import render_clause
from conventassembler.draft.clause.compiling import compile_clause

ORIGIN = values.Origin("clauses[essai].with.x", Position("agreements/a.yaml", 3, 7))
RICH = values.RichText("a **b**\n\n1° c\n2° d", ORIGIN)

PLACED = [
    pytest.param("a *b* {{ x }}\n: c", ["###### a ⟨b⟩ 1 :", "c"], id="a term and its definition"),
    pytest.param("a\n: b\n\n  c\n\n  - d\n\ne", ["###### a :", "b", "c", "- d", "e"], id="blocks"),
    pytest.param("a\n\n: b", ["###### a :", "b"], id="an empty line between"),
    pytest.param("a\n: b\n: c\n\n  d", ["###### a :", "b", "c", "d"], id="two definitions"),
    pytest.param("a\n: - b", ["###### a", "- b"], id="a list has no place on the line of its term"),
    pytest.param("a\n: | b |\n  |---|\n  | c |", ["###### a", "b", "c"], id="nor has a table"),
    pytest.param("a\n: b\n\nc\n: d", ["###### a :", "b", "###### c :", "d"], id="two terms"),
    pytest.param(
        "{% for i in xs %}\n{{ i }}\n: b {{ i }}\n\n{% endfor %}",
        ["###### u :", "b u", "###### v :", "b v"],
        id="a loop of definitions",
    ),
    pytest.param(
        "a\n: b\n\n{% if x %}\nc\n: d\n{% endif %}\n\ne\n: f",
        ["###### a :", "b", "###### c :", "d", "###### e :", "f"],
        id="a condition amid definitions",
    ),
    pytest.param(
        "{% if x %}\nz\n\na\n: b\n\n{% endif %}\nc\n: d",
        ["z", "###### a :", "b", "###### c :", "d"],
        id="a condition around a text and the first of two",
    ),
    pytest.param(
        "a\n: b\n\n  {% if no %}\n  c\n  {% endif %}", ["###### a :", "b"], id="within a definition"
    ),
    pytest.param(
        "a\n: b\n{% if x %}\n: c\n{% endif %}", ["###### a :", "b", "c"], id="a second one"
    ),
    pytest.param("a\n: {% if no %}b{% endif %}\n\nc", ["c"], id="an empty one vanishes"),
    pytest.param("{% if no %}a{% endif %}\n: b", ["b"], id="an empty term vanishes"),
    pytest.param("a\n: {{ rich }}", ["###### a :", "a ⟦b⟧", "1° c", "2° d"], id="a rich text"),
    pytest.param(
        "::: fiche 28 72\n## A {{ x }}\n\na\n: b\n\nc\n: d\n\n  e\n\n  A. f\n  B. g\n\n:::",
        ["[ 28 72", "A 1", "a | b", "c | d / e / A. f / B. g"],
        id="a record",
    ),
    pytest.param("::: fiche\na\n: b\n:::", ["[", "a | b"], id="a record without band or widths"),
    pytest.param("::: Fiche 1 3\na\n: b\n:::", ["[ 25 75", "a | b"], id="shares, any capitals"),
    pytest.param("::: fiche 33,3 66,7%\na\n: b\n:::", ["[ 33 67", "a | b"], id="decimals"),
    pytest.param(
        "{% for i in xs %}\n::: fiche\n## {{ i }}\n\na\n: b\n:::\n\n{% endfor %}",
        ["[", "u", "a | b", "[", "v", "a | b"],
        id="a loop of records",
    ),
    pytest.param(
        "::: fiche\n{% if no %}\n## A\n\n{% endif %}\n{% for i in xs %}\n{% if i == 'v' %}\n"
        "{{ i }}\n: b\n\n{% endif %}\n{% endfor %}\nc\n: {{ rich }}\n:::",
        ["[", "v | b", "c | a ⟦b⟧ / 1° c / 2° d"],
        id="statements in a record",
    ),
    pytest.param(
        "::: fiche\n## A\n\na\n: {{ empty }}\n:::\n\nb", ["b"], id="no record without rows"
    ),
    pytest.param(
        "::: tableau 60 20 20\n| a | b | c |\n|---|--:|--:|\n{% for i in xs %}\n"
        "{% for j in xs %}\n| {{ i }} | {{ j }} | 1 |\n{% endfor %}\n"
        "| **Sous-total** {{ i }} | 2 | 2 |\n{% endfor %}\n| TOTAL | 4 | 4 |\n:::",
        [
            "60 20 20",
            "a | b | c",
            *("u | u | 1", "u | v | 1", "⟦Sous-total⟧ u | 2 | 2 (subtotal)"),
            *("v | u | 1", "v | v | 1", "⟦Sous-total⟧ v | 2 | 2 (subtotal)"),
            "TOTAL | 4 | 4 (total)",
        ],
        id="a table with widths and sums",
    ),
    pytest.param(
        "{% if no %}\n::: tableau 1\n| a |\n|---|\n| b |\n:::\n{% endif %}\n\nc", ["c"], id="none"
    ),
    pytest.param("a\n\n::: saut de page\n:::\n\nb", ["a", "=== new page", "b"], id="a new page"),
    pytest.param("a\n::: Saut de page\n:::\nb", ["a", "=== new page", "b"], id="no empty lines"),
    pytest.param(
        "{% for i in xs %}\n{{ i }}\n\n{% if not loop.last %}\n::: saut de page\n:::\n"
        "{% endif %}\n{% endfor %}",
        ["u", "=== new page", "v"],
        id="new pages between",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACED)
def test_definitions_and_containers_read(text, expected):
    empty = values.RichText("", ORIGIN)
    context = {"x": 1, "xs": ["u", "v"], "no": False, "rich": RICH, "empty": empty}

    assert outline(rendered(text, **context)) == expected


def test_a_term_is_parted_from_its_definition_as_asked():
    clause, _ = compile_clause("a\n: b\n\nc\n: - d", FILE)
    assert clause is not None

    blocks, _ = render_clause(
        clause, {}, instance="essai", provenance=PROVENANCE, filters={}, term_end=". – "
    )

    headings = [block for block in blocks if isinstance(block, model.Heading)]
    assert [(one.level, one.label, one.run_in) for one in headings] == [
        (6, "", ". – "),
        (6, "", ""),
    ]


def test_a_record_is_a_table_of_two_columns():
    (table,) = rendered("::: fiche 30 70\n### A\n\na\n: b\n\n  - c\n:::")

    assert isinstance(table, model.Table)
    assert (table.kind, table.widths, table.alignments) == ("record", (30, 70), ("left", "left"))
    assert table.header
    (band,) = table.header.cells
    assert (band.span, band.blocks[0].role) == (2, "band")
    left, right = table.rows[0].cells
    assert [block.role for block in left.blocks] == ["cell"]
    assert [type(block).__name__ for block in right.blocks] == ["Paragraph", "ListItem"]
    assert right.blocks[0].role == "cell"


@pytest.mark.parametrize(
    ("cell", "role"),
    [
        ("Total", "total"),
        ("total général", "total"),
        ("TOTAUX", "total"),
        ("**Total** de l'axe", "total"),
        ("Sous-total", "subtotal"),
        ("Sous total 1", "subtotal"),
        ("**Axe 1** **{{ x }}**", "subtotal"),
        ("**Axe 1**^[a]", "subtotal"),
        ("**Axe** 1", ""),
        ("Totalité", ""),
        ("Le total", ""),
        ("{% if no %}a{% endif %}", ""),
    ],
)
def test_the_first_cell_says_what_a_row_is(cell, role):
    (table,) = rendered(f"| **a** | b |\n|---|---|\n| {cell} | 1 |", x=1, no=False)

    assert isinstance(table, model.Table)
    assert table.header
    assert (table.header.role, table.rows[0].role) == ("", role)


@pytest.mark.parametrize(
    ("text", "rich", "code"),
    [
        ("a\n: {{ r }}", "## b", "C356"),
        ("a\n: {{ r }}", "b\n: c", "C356"),
        ("- {{ r }}", "b\n: c", "C356"),
        ("::: fiche\na\n: {{ r }}\n:::", "| b |\n|---|\n| c |", "C356"),
        ("{{ r }}", "::: fiche\nb\n: c\n:::", "C364"),
        ("{{ r }}", "a\n\n::: saut de page\n:::", "C364"),
        ("{{ r }}", "::: tableau 1\n| b |\n|---|\n| c |\n:::", "C364"),
    ],
)
def test_a_rich_text_that_does_not_fit_is_told(text, rich, code):
    _, found = render(text, r=values.RichText(rich, ORIGIN))

    assert [(item.code, item.position) for item in found] == [(code, ORIGIN.position)]


def test_a_rich_text_has_lists_notes_and_definitions():
    rich = values.RichText("I. a^[b]\nII. c\n\nd\n: e\n\n| f |\n|---|\n| Total |", ORIGIN)

    found = outline(rendered("{{ r }}", r=rich))

    assert found == ["I. a^[b]", "II. c", "###### d :", "e", "f", "Total (total)"]


def test_a_text_of_an_agreement_has_all_of_it():
    text = "1° a^[b]\n\n::: fiche\nc\n: {{ d }}\n:::\n\n::: saut de page\n:::"

    assert outline(rendered(text, tags=False)) == ["1° a^[b]", "[", "c | {{ d }}", "=== new page"]


def test_every_row_and_block_knows_its_line():
    text = "a\n: b\n\n::: fiche\n## c\n\nd\n: e\n:::\n\n::: saut de page\n:::"

    blocks = rendered(text)

    lines = [block.provenance.line - FIRST_LINE + 1 for block in blocks]
    assert lines == [1, 2, 4, 11]
    table = blocks[2]
    assert isinstance(table, model.Table)
    cell = table.rows[0].cells[1].blocks[0]
    assert cell.provenance.line - FIRST_LINE + 1 == 8


def test_ids_of_records_are_unique_and_follow_the_data():
    text = (
        "{% for i in xs %}\n::: fiche\n## A\n\n{% for j in xs %}\na\n: b^[c]\n\n  {{ r }}\n\n"
        "{% endfor %}\n:::\n\n::: saut de page\n:::\n\nd\n: e\n\n{% endfor %}"
    )
    xs = [{"id": "un"}, {"id": "deux"}]

    found = identifiers(rendered(text, xs=xs, r=RICH))

    assert len(found) == len(set(found)) == 40
    assert sorted(found) == sorted(identifiers(rendered(text, xs=xs[::-1], r=RICH)))


def test_a_compiled_record_is_plain_data():
    clause, _ = compile_clause("A. a^[b]\n\n::: fiche 1 2\n## c\n\nd\n: {{ e }}\n:::", FILE)
    assert clause is not None

    json.dumps(asdict(replace(clause, code=b"")) | {"code": ""})

    assert pickle.loads(pickle.dumps(clause)) == clause


@pytest.mark.parametrize("count", [1, 2, 3, 6, 7])
def test_widths_are_shares_of_a_hundred(count):
    row = "|" + " a |" * count
    dashes = "|" + "---|" * count
    widths = " ".join("1" * count)

    (table,) = rendered(f"::: tableau {widths}\n{row}\n{dashes}\n{row}\n:::")

    assert isinstance(table, model.Table)
    assert sum(table.widths) == 100
    assert max(table.widths) - min(table.widths) <= 1


def test_one_mistake_in_a_container_is_told_once():
    text = "::: fiche\n::: tableau 1\n| a |\n|---|\n| b |\n:::\n:::"

    assert [code for code, _, _ in compile_faults(text)] == ["C363"]


def test_a_near_name_of_a_container_is_proposed():
    _, (found,) = compile_clause("::: tableaux 50 50\na\n:::", "a.md")

    assert found.arguments["suggestion"] == "::: tableau"
