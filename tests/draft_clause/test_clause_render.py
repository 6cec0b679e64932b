"""What a sound clause becomes: blocks, their order, their ids and their provenance."""

import json
import pickle
from dataclasses import asdict, replace

import pytest
from clause_tools import FILE, FIRST_LINE, PROVENANCE, identifiers, outline, rendered

from conventassembler.draft import model
from conventassembler.draft.clause import render_clause
from conventassembler.draft.clause.compiling import compile_clause

PLACED = [
    pytest.param("a {{ x }} b\nc", ["a 1 b c"], id="a value in a paragraph"),
    pytest.param("a\\\nb", ["a\nb"], id="a hard break"),
    pytest.param("**a _b_** c", ["⟦a ⟧⟦⟨b⟩⟧ c"], id="styles in one another"),
    pytest.param("{% if x %}_a_{% endif %} b", ["⟨a⟩ b"], id="a statement against an underscore"),
    pytest.param(
        "{% if x %}un _b_{% else %}c{% endif %} d", ["un ⟨b⟩ d"], id="emphasis before an else"
    ),
    pytest.param(
        "a {% if no %}b{% else %}_c_ d{% endif %}", ["a ⟨c⟩ d"], id="emphasis after an else"
    ),
    pytest.param("a {% if no %}b{% endif %} c", ["a c"], id="one blank where a branch vanished"),
    pytest.param("{% if no %}a{% endif %}\n\nb", ["b"], id="an empty paragraph vanishes"),
    pytest.param("a {# note #}b", ["a b"], id="a comment leaves nothing"),
    pytest.param("a\n{# note\nsur deux lignes #}\nb", ["a b"], id="a comment alone on its lines"),
    pytest.param("{% set y = x + 1 %}\na {{ y }}", ["a 2"], id="set alone on its line"),
    pytest.param("a {% set y = x + 1 %}{{ y }}", ["a 2"], id="set in a paragraph"),
    pytest.param("{{ 'a}}' }}", ["a}}"], id="braces in a string"),
    pytest.param("{{ 'oui' if no }}a", ["a"], id="an if without else shows nothing"),
    pytest.param("### a {{ x }}", ["### a 1"], id="a heading keeps its level"),
    pytest.param(
        "<b>a</b> R&D \\&amp; \\* {{ x }}", ["<b>a</b> R&D &amp; * 1"], id="no HTML, escapes"
    ),
    pytest.param("    a", ["a"], id="no indented code"),
    pytest.param("[a]: b", ["[a]: b"], id="no link definitions"),
    pytest.param(
        "- a\n{% for i in xs %}\n- {{ i }}\n{% endfor %}\n- b",
        ["- a", "- u", "- v", "- b"],
        id="a loop of items amid a list",
    ),
    pytest.param(
        "{% for i in xs %}\n1. {{ i }}\n{% endfor %}\n\na",
        ["1. u", "2. v", "a"],
        id="a loop over one whole list makes one list",
    ),
    pytest.param(
        "{% for i in xs %}\n- {{ i }}\n{% for j in xs %}\n  1. {{ j }}\n{% endfor %}\n{% endfor %}",
        ["- u", "  1. u", "  2. v", "- v", "  1. u", "  2. v"],
        id="loops in one another",
    ),
    pytest.param(
        "{% for i in xs %}\na {{ i }}\n\n1. b\n\n{% endfor %}",
        ["a u", "1. b", "a v", "1. b"],
        id="lists that text parts begin anew",
    ),
    pytest.param(
        "1. a\n\n{% if no %}\nb\n{% endif %}\n\n1. c",
        ["1. a", "2. c"],
        id="lists that a vanished paragraph parted merge",
    ),
    pytest.param("- a\n\n1. b", ["- a", "1. b"], id="lists of two kinds do not merge"),
    pytest.param("- a\n\n* b", ["- a", "- b"], id="lists with two marks merge"),
    pytest.param("- {% if no %}a{% endif %}\n- b", ["- b"], id="an empty item vanishes"),
    pytest.param(
        "{% for i in none_of %}\n- {{ i }}\n{% endfor %}\n\na", ["a"], id="an empty list vanishes"
    ),
    pytest.param(
        "- a\n\n  b\n\n  - c\n\n    d", ["- a", "  b", "  - c", "    d"], id="continuations"
    ),
    pytest.param(
        "{% if no %}\na\n\n{% elif x %}\nb\n\n{% else %}\nc\n{% endif %}", ["b"], id="branches"
    ),
    pytest.param(
        "{% if no %}\n- a\n{% else %}\n- b\n{% endif %}\n- c", ["- b", "- c"], id="items by branch"
    ),
    pytest.param(
        "{% if no %}\n1. a\n{% else %}\n1. b\n{% endif %}", ["1. b"], id="a list of two branches"
    ),
    pytest.param(
        "| a | b |\n|---|--:|\n{% for i in xs %}\n| {{ i }} | \\| |\n{% endfor %}\n| c | d |",
        ["a | b", "u | |", "v | |", "c | d"],
        id="rows",
    ),
    pytest.param(
        "| a |\n|---|\n{% for i in none_of %}\n| {{ i }} |\n{% endfor %}\n\nb",
        ["b"],
        id="a table without rows vanishes",
    ),
    pytest.param(
        "{% if x %}\n| a |\n|---|\n| b |\n{% endif %}", ["a", "b"], id="a table in a condition"
    ),
    pytest.param(
        "{% if x %}\n{% for i in xs %}\n- {{ i }}\n{% endfor %}\n{% if no %}\n{% endif %}\n"
        "{% endif %}",
        ["- u", "- v"],
        id="an empty pair at the end of a list stays in order",
    ),
    pytest.param("{% if x %}{% if x %}\na\n{% endif %}{% endif %}", ["a"], id="two on one line"),
    pytest.param("a\r\nb\r\rc\ufeff".removesuffix("\ufeff"), ["a b", "c"], id="any line end"),
]


@pytest.mark.parametrize(("text", "expected"), PLACED)
def test_a_sound_clause_reads(text, expected):
    assert outline(rendered(text, x=1, xs=["u", "v"], no=False, none_of=[])) == expected


def test_alignments_of_a_table():
    (table,) = rendered("| a | b | c | d |\n|---|:-:|--:|:--|\n| 1 | 2 | 3 | 4 |")

    assert isinstance(table, model.Table)
    assert table.alignments == ("left", "center", "right", "left")


def test_every_block_knows_its_line():
    text = "a\n\n{% for i in xs %}\n- b\n\n  c\n{% endfor %}\n\n## d"

    lines = [block.provenance.line - FIRST_LINE + 1 for block in rendered(text, xs=[1])]

    assert lines == [1, 4, 6, 9]


def test_provenance_names_the_variant_and_the_file():
    (block,) = rendered("a")

    assert block.provenance == model.Provenance("essai/un", FILE, FIRST_LINE)


def test_ids_do_not_depend_on_the_branches_taken():
    text = "{% if x %}\na\n\n{% endif %}\n\nb"

    assert rendered(text, x=True)[-1].id == rendered(text, x=False)[-1].id


def test_ids_follow_the_records_not_their_order():
    text = "{% for i in xs %}\n- {{ i.titre }}\n{% endfor %}"
    one, two = {"id": "un", "titre": "A"}, {"repere": "deux", "titre": "B"}

    forth = {block.id: block.inlines for block in rendered(text, xs=[one, two])}
    back = {block.id: block.inlines for block in rendered(text, xs=[two, one])}

    assert forth == back
    assert {name.rsplit("/", 1)[-1] for name in forth} == {"un", "deux"}


@pytest.mark.parametrize(
    "elements",
    [
        [{"id": "a"}, {"id": "a"}, {"id": "a~2"}],
        [{"id": "2"}, {}, {"id": "1"}],
        [{"id": "a/b"}, {"id": "a b"}, {"id": " "}],
    ],
)
def test_ids_are_unique_whatever_the_records_say(elements):
    text = (
        "{% for i in xs %}\na\n\n{% for j in xs %}\n- b\n\n  c\n{% endfor %}\n\n"
        "| a |\n|---|\n{% for j in xs %}\n| b |\n{% endfor %}\n\n{% endfor %}"
    )

    found = identifiers(rendered(text, xs=elements))

    assert len(found) == len(set(found)) > 30


def test_a_compiled_clause_is_plain_data():
    text = "{% for i in xs %}\n- {{ i | fois_deux }}\n{% endfor %}\n\n| a |\n|---|\n| b |"
    filters = {"fois_deux": lambda value: value + value}
    clause, _ = compile_clause(text, FILE, filters=filters)
    assert clause is not None

    kept = pickle.loads(pickle.dumps(clause))
    json.dumps(asdict(replace(clause, code=b"")) | {"code": ""})

    assert kept == clause
    blocks, found = render_clause(
        kept, {"xs": ["u"]}, instance="essai", provenance=PROVENANCE, filters=filters
    )
    assert not found
    assert outline(blocks) == ["- uu", "a", "b"]


def test_a_context_is_left_as_it_was():
    context = {"x": 1, "xs": [1]}
    clause, _ = compile_clause("{% set x = 2 %}{{ x }}", FILE)
    assert clause is not None

    render_clause(clause, context, instance="a", provenance=PROVENANCE, filters={})

    assert context == {"x": 1, "xs": [1]}
