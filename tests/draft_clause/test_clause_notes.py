"""Notes at the foot of the page: where they stand, what they hold, what they are called."""

import pytest
from clause_tools import identifiers, marked, notes, outline, render, rendered

from conventassembler import values
from conventassembler.diagnostics import Position
from conventassembler.draft.clause.compiling import compile_clause
from conventassembler.draft.model import Footnote, Text, ValueMark

ORIGIN = values.Origin("clauses[essai].with.x", Position("agreements/a.yaml", 3, 7))

NOTED = [
    pytest.param("a^[b] c", ["a^[b] c"], id="in a text"),
    pytest.param("a^[b *c* **{{ x }}**]", ["a^[b ⟨c⟩ ⟦1⟧]"], id="with styles and values"),
    pytest.param("**a^[b]**", ["⟦a⟧^[b]"], id="not bold where its call is"),
    pytest.param("a^[ b ] c", ["a^[b] c"], id="blanks at its ends go"),
    pytest.param("a^[b\nc\\\nd] e", ["a^[b c\nd] e"], id="over lines"),
    pytest.param("a^[b [c] d]", ["a^[b [c] d]"], id="with brackets in it"),
    pytest.param("a ^[b] c", ["a^[b] c"], id="behind a space"),
    pytest.param("a\n^[b] c", ["a^[b] c"], id="behind a line end"),
    pytest.param("**a** ^[b], c", ["⟦a⟧^[b], c"], id="behind a space and bold"),
    pytest.param("- a^[b]\n\n  c^[d]", ["- a^[b]", "  c^[d]"], id="in an item"),
    pytest.param("| a^[b] |\n|---|\n| c^[d] |", ["a^[b]", "c^[d]"], id="in cells"),
    pytest.param("a\n: b^[c]", ["###### a :", "b^[c]"], id="in a definition"),
    pytest.param("a^[b{% if x %} {{ x }}{% else %} c{% endif %}]", ["a^[b 1]"], id="a pair in it"),
    pytest.param("a{% if x %}^[b]{% endif %} c", ["a^[b] c"], id="in a pair"),
    pytest.param("a{% if no %}^[b]{% endif %} c", ["a c"], id="vanished"),
    pytest.param("a^[{% if no %}b{% endif %}] c", ["a c"], id="empty"),
    pytest.param("{% for i in xs %}a^[{{ i }}] {% endfor %}", ["a^[u] a^[v]"], id="in a loop"),
    pytest.param("a \\^[b] x^2 ^", ["a ^[b] x^2 ^"], id="no note"),
]


@pytest.mark.parametrize(("text", "expected"), NOTED)
def test_a_note_stands_where_it_is_called(text, expected):
    assert outline(rendered(text, x=1, xs=["u", "v"], no=False)) == expected


def test_a_note_is_an_inline_of_its_own():
    (block,) = rendered("a^[b {{ x }}] c", x=values.Text("v", ORIGIN))

    assert block.inlines == (
        Text("a"),
        Footnote("essai/2", (Text("b "), Text("v", value=ValueMark(ORIGIN.path)))),
        Text(" c"),
    )


def test_the_ids_of_notes_are_stable_and_unique():
    text = (
        "{% for i in xs %}\na^[b] {% if i.x %}^[c]{% endif %} "
        "{% for j in xs %}^[d {{ j.id }}]{% endfor %}\n\n{% endfor %}\n\nf^[g]"
    )
    xs = [{"id": "un", "x": 1}, {"id": "deux", "x": 0}]

    blocks, back = rendered(text, xs=xs), rendered(text, xs=xs[::-1])

    found = identifiers(blocks)
    assert len(found) == len(set(found)) == 3 + 8
    assert sorted(found) == sorted(identifiers(back))
    assert notes(blocks)[0].id.endswith("/un")


def test_the_notes_of_two_rich_texts_in_one_paragraph_differ():
    rich = values.RichText("a^[b]", ORIGIN)

    blocks = rendered(
        "x {{ r }} {% for i in xs %}{{ r }}{% endfor %}\n\n{{ r }}", r=rich, xs=[1, 2]
    )

    found = identifiers(blocks)
    assert len(found) == len(set(found)) == 2 + 4
    assert {text.value for note in notes(blocks) for text in note.inlines} == {
        ValueMark(ORIGIN.path)
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a^[{{ r }}]", "C349"),
        ("## {{ r }}", "C348"),
        ("{{ r }}\n: a", "C348"),
        ("::: fiche\n## {{ r }}\n\na\n: b\n:::", "C348"),
    ],
)
def test_a_rich_text_brings_no_note_where_none_may_stand(text, code):
    _, found = render(text, r=values.RichText("a^[b]", ORIGIN))

    assert [(item.code, item.position) for item in found] == [(code, ORIGIN.position)]


def test_a_rich_text_in_a_note_is_text():
    (block,) = rendered("a^[b {{ r }}]", r=values.RichText("c *d*", ORIGIN))

    assert marked(block.inlines) == "a^[b c ⟨d⟩]"


def test_brackets_that_open_again_and_again_are_slow_to_nobody():
    for text in ("^[a" * 2000 + "]" * 2000, "a^[b] " * 9000):
        compile_clause(text, "a.md", tags=False)
