"""What values become in the text: who made which words, and what is refused."""

from datetime import date
from decimal import Decimal

import pytest
from clause_tools import marked, outline, render, render_faults, rendered
from hypothesis import example, given
from hypothesis import strategies as st

from conventassembler import values
from conventassembler.diagnostics import Position
from conventassembler.draft import model
from conventassembler.draft.clause.compiling import compile_clause
from conventassembler.draft.model import Text, ValueMark

ORIGIN = values.Origin("clauses[essai].with.x", Position("agreements/a.yaml", 3, 7))


def inlines(text, filters=None, **context):
    (block,) = rendered(text, filters, **context)
    return block.inlines


def test_a_typed_value_carries_its_key():
    assert inlines("a {{ x }} b", x=values.Text("v", ORIGIN)) == (
        Text("a "),
        Text("v", value=ValueMark(ORIGIN.path)),
        Text(" b"),
    )


def test_a_plain_value_is_derived_and_lists_its_expression():
    assert inlines("{{ x + 1 }}", x=values.Integer(2, ORIGIN)) == (
        Text("3", value=ValueMark(expression="x + 1")),
    )


def test_the_pieces_of_a_fragment_keep_their_own():
    pieces = values.fragment(values.Text("a", ORIGIN), " et ", values.Shown("b", ORIGIN, "f"))

    assert inlines("{{ x | f }}", {"f": lambda _: pieces}, x=1) == (
        Text("a", value=ValueMark(ORIGIN.path)),
        Text(" et ", value=ValueMark(expression="x | f")),
        Text("b", value=ValueMark(ORIGIN.path, "f")),
    )


def test_joining_keeps_what_each_part_comes_from():
    blank = values.Blank(ORIGIN, label="durée")

    assert inlines("{{ 'a ' ~ x ~ b }}", x=values.Text("v", ORIGIN), b=blank) == (
        Text("a ", value=ValueMark(expression="'a ' ~ x ~ b")),
        Text("v", value=ValueMark(ORIGIN.path)),
        model.Blank(ORIGIN.path, "durée"),
    )


def test_joining_plain_texts_gives_a_plain_text():
    assert outline(rendered("{% if 'a' ~ 1 == 'a1' %}b{% endif %}")) == ["b"]


def test_a_blank_shows_as_a_blank_in_the_style_around_it():
    blank = values.Blank(ORIGIN, hint="avant mai", label="date")

    assert inlines("**{{ x }}**", x=blank) == (
        model.Blank(ORIGIN.path, "date", "avant mai", strong=True),
    )


def test_a_blank_choice_carries_what_is_to_choose_from():
    blank = values.Blank(ORIGIN, kind="choice", choices=("oui", "non"))

    (shown,) = inlines("{{ x }}", x=blank)

    assert shown == model.Blank(ORIGIN.path, kind="choice", choices=("oui", "non"))


def test_a_field_of_a_blank_record_is_that_blank():
    assert inlines("{{ x.nom.le }}", x=values.Blank(ORIGIN)) == (model.Blank(ORIGIN.path),)


def test_a_link_becomes_a_reference():
    assert inlines("_{{ x }}_", x=values.fragment("l'", values.Link("article 5", "duree"))) == (
        Text("l'", emphasis=True, value=ValueMark(expression="x")),
        model.Reference("duree", "article 5", emphasis=True),
    )


def test_an_object_says_itself_what_it_reads():
    class Party:
        def __fragment__(self):
            return values.fragment("la ", values.Shown("Commune", ORIGIN))

    assert marked(inlines("{{ x }}", x=Party())) == "la Commune"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (values.Date(date(2027, 1, 2), ORIGIN), "en_date"),
        (values.Amount("12", ORIGIN), "en_euros"),
        (values.Percentage("20", ORIGIN), "en_pourcentage"),
    ],
)
def test_a_date_or_an_amount_alone_passes_by_its_usual_filter(value, name):
    filters = {name: lambda given: values.Fragment((values.piece(given, "écrit", name),))}

    assert inlines("{{ x }}", filters, x=value) == (
        Text("écrit", value=ValueMark(ORIGIN.path, name)),
    )


def test_without_that_filter_it_reads_as_typed():
    assert marked(inlines("{{ x }}", x=values.Amount("12.50", ORIGIN))) == "12.50"
    assert marked(inlines("{{ x }}", x=Decimal(3))) == "3"


def test_a_line_end_in_a_value_is_a_line_break():
    mark = ValueMark(ORIGIN.path)

    assert inlines("{{ x }}", x=values.Text("a\r\nb\n", ORIGIN)) == (
        Text("a", value=mark),
        model.LineBreak(),
        Text("b", value=mark),
    )


HOSTILE = [
    *("*", "**a**", "# a", "- a", "1. a", "a|b", "|", "<b>", "&amp;", "{{ 1 }}", "{% if %}"),
    *("a\nb", "`a`", "```", "\\", "[a](b)", "> a", "---", "12", "  a  b  ", "\0"),
    *("\ue000 1 \ue003", "\U000f0000"),
]


@given(st.text() | st.sampled_from(HOSTILE), st.text() | st.sampled_from(HOSTILE))
@example("\ue002 __show(0, (1)) \ue003", "\U000f0001")
def test_values_come_out_verbatim_wherever_they_stand(one, two):
    text = (
        "[{{ x }}] **{{ y }}.**\n\n- [{{ x }}{{ y }}]\n\n## [{{ y }}]\n\n"
        "| a | b |\n|---|---|\n| [{{ x }}] | [{{ y }}] |"
    )

    blocks = rendered(text, x=one, y=two)

    a, b = (value.replace("\r\n", "\n").replace("\r", "\n") for value in (one, two))
    assert [type(block).__name__ for block in blocks] == [
        "Paragraph", "ListItem", "Heading", "Table",
    ]  # fmt: skip
    assert plain(blocks[0].inlines) == f"[{a}] {b}."
    assert plain(blocks[1].inlines) == f"[{a}{b}]"
    assert plain(blocks[2].inlines) == f"[{b}]"
    cells = [plain(cell.blocks[0].inlines) for cell in blocks[3].rows[0].cells]
    assert cells == [f"[{a}]", f"[{b}]"]


@given(st.text() | st.sampled_from(HOSTILE), st.text() | st.sampled_from(HOSTILE))
@example("^[", "]")
@example("a) b\n: c", ":::")
def test_values_come_out_verbatim_in_notes_and_records_too(one, two):
    text = (
        "a^[<{{ x }}>] b\n\nA. <{{ x }}>\n\n<{{ x }}>\n: <{{ y }}>\n\n"
        "::: fiche\n## <{{ x }}>\n\n<{{ x }}>\n: <{{ y }}>\n:::"
    )

    paragraph, item, term, definition, record = rendered(text, x=one, y=two)

    a, b = (value.replace("\r\n", "\n").replace("\r", "\n") for value in (one, two))
    assert plain(paragraph.inlines[1].inlines) == f"<{a}>"
    assert plain(item.inlines) == f"<{a}>"
    assert (plain(term.inlines), plain(definition.inlines)) == (f"<{a}>", f"<{b}>")
    cells = [cell.blocks[0].inlines for row in (record.header, *record.rows) for cell in row.cells]
    assert [plain(cell) for cell in cells] == [f"<{a}>", f"<{a}>", f"<{b}>"]


def plain(inlines):
    return "".join(inline.text for inline in inlines)


@given(st.text(max_size=20))
def test_a_text_of_an_agreement_never_crashes(text):
    clause, found = compile_clause(text, "a.yaml", tags=False)

    assert (clause is None) == bool(found)


@given(st.text(st.sampled_from("abAI -*_|\n{}%#\\[]()>`1.=xifendforset &;:°^"), max_size=60))
@example("a\n: :::\n")
@example("^[^[]]")
@example("::: fiche\n:::\n:::")
def test_a_clause_never_crashes(text):
    clause, found = compile_clause(text, "a.md")

    assert (clause is None) == bool(found)


RICH = values.RichText("a **b**\n\n- c\n- d\n", ORIGIN)


def test_a_rich_text_alone_in_its_paragraph_gives_blocks():
    blocks = rendered("x\n\n{{ r }}\n\ny", r=RICH)

    assert outline(blocks) == ["x", "a ⟦b⟧", "- c", "- d", "y"]
    assert len({block.id for block in blocks}) == len(blocks)
    assert {block.provenance.line for block in blocks[1:4]} == {12}
    assert {inline.value for block in blocks[1:4] for inline in block.inlines} == {
        ValueMark(ORIGIN.path)
    }


def test_a_rich_text_within_a_line_gives_its_styles():
    rich = values.RichText("a *b* {{ c }}", ORIGIN)

    assert outline(rendered("x **{{ r }}** y", r=rich)) == ["x ⟦a ⟧⟦⟨b⟩⟧⟦ {{ c }}⟧ y"]


def test_a_rich_text_alone_in_an_item_goes_on_with_the_item():
    assert outline(rendered("- {{ r }}", r=RICH)) == ["- a ⟦b⟧", "  - c", "  - d"]


@pytest.mark.parametrize(
    ("text", "rich", "code"),
    [
        ("x {{ r }}", "a\n\nb", "C356"),
        ("## {{ r }}", "- a", "C356"),
        ("| a |\n|---|\n| {{ r }} |", "a\n\nb", "C356"),
        ("- {{ r }}", "## a\n\nb", "C356"),
        ("{{ r }}", "`a`", "C332"),
        ("{{ r }}", "# a", "C335"),
        ("{{ r }}", "a :\n– b", "C341"),
        ("{{ r }}", "- a\nb", "C342"),
        ("{{ r }}", "| a |\n| b |", "C343"),
        ("x {{ r }}", "**a", "C344"),
        ("x {{ r }}", "a[^1]", "C345"),
        ("x {{ r }}", "a&nbsp;b", "C346"),
    ],
)
def test_a_rich_text_that_does_not_fit_is_told_where_it_was_typed(text, rich, code):
    _, found = render(text, r=values.RichText(rich, ORIGIN))

    assert [(item.code, item.position) for item in found] == [(code, ORIGIN.position)]


def test_an_empty_rich_text_vanishes():
    assert outline(rendered("a\n\n{{ r }}", r=values.RichText("\n", ORIGIN))) == ["a"]


class Refusing:
    def __fragment__(self):
        raise values.ClauseError("C511", target="duree")


REFUSED = [
    pytest.param("a\n\nb {{ y }}", [("C350", 3, 3)], id="a name that does not exist"),
    pytest.param("{{ x.y }}", [("C350", 1, 1)], id="a field that does not exist"),
    pytest.param("{{ y ~ 'a' }}", [("C350", 1, 1)], id="a missing name that is joined"),
    pytest.param("{% if y %}a{% endif %}", [("C350", 1, 1)], id="a missing name that decides"),
    pytest.param("{% for i in y %}a{% endfor %}", [("C350", 1, 1)], id="a missing list"),
    pytest.param("{{ x }} {{ y }} {{ z }}", [("C350", 1, 9), ("C350", 1, 17)], id="all shown"),
    pytest.param("{{ xs }}", [("C351", 1, 1)], id="a list"),
    pytest.param("{{ fiche }}", [("C351", 1, 1)], id="a record"),
    pytest.param("{{ x == 1 }}", [("C351", 1, 1)], id="a yes or no"),
    pytest.param("a\n\n{{ 'b' ~ xs }}", [("C351", 3, 1)], id="a list that is joined"),
    pytest.param("{{ 1 / (x - 1) }}", [("C352", 1, 1)], id="a division by zero"),
    pytest.param("{{ x + 'a' }}", [("C352", 1, 1)], id="a number and a text"),
    pytest.param("{{ x | f }}", [("C352", 1, 1)], id="a filter that fails"),
    pytest.param("{{ x\n  | f }}", [("C352", 1, 1)], id="a tag on two lines"),
    pytest.param("{% for i in x %}a{% endfor %}", [("C352", 1, 1)], id="a loop over a number"),
    pytest.param(
        "{% if x %}\na\n\n{% elif 1/0 %}\nb\n{% endif %}\n\n{% if 1/0 %}c{% endif %}",
        [("C352", 8, 1)],
        id="the tag at fault, not the first",
    ),
    pytest.param("{% if not x %}a{% elif 1/0 %}b{% endif %}", [("C352", 1, 16)], id="an elif"),
    pytest.param("a {{ 1 | g }}", [("C512", 1, 3)], id="a filter that says why"),
    pytest.param("{{ refusing }}", [("C511", 1, 1)], id="an object that says why"),
    pytest.param("{{ x.__class__ }}", [("C353", 1, 1)], id="an attribute of Python's"),
    pytest.param("{{ ''.join(xs) }}", [("C353", 1, 1)], id="a method of Python's"),
    pytest.param("{{ '{0.__class__}'.format(x) }}", [("C353", 1, 1)], id="format"),
    pytest.param("{{ 'a' * 9 }}", [("C353", 1, 1)], id="a text repeated"),
    pytest.param("{{ '%09d' % 1 }}", [("C353", 1, 1)], id="a text formatted"),
    pytest.param("{{ 9 ** 9 }}", [("C353", 1, 1)], id="a power"),
    pytest.param("{% for i in range(9999) %}a{% endfor %}", [("C353", 1, 1)], id="a long range"),
    pytest.param(
        "{% for i in range(999) %}{% for j in range(999) %}a{% endfor %}{% endfor %}",
        [("C354", 1, 26)],
        id="loops without end",
    ),
    pytest.param(
        "{% set t = 'a' %}" + "{% set t = t ~ t %}" * 50, [("C354", 1, 17 + 16 * 19 + 1)],
        id="a text that doubles",
    ),
    pytest.param(
        "{% set n = 9 %}" + "{% set n = n * n %}" * 50, [("C354", 1, 15 + 10 * 19 + 1)],
        id="a number that squares",
    ),
    pytest.param("a {{ nothing }}", [("C355", 1, 3)], id="an optional value that is not given"),
]  # fmt: skip


def _failing(_value):
    raise RuntimeError("no")


def _refusing(_value):
    raise values.ClauseError("C512", filter="g", value="v")


@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_a_value_that_cannot_be_written_is_told_at_its_tag(text, expected):
    found = render_faults(
        text,
        {"f": _failing, "g": _refusing},
        x=1,
        xs=["a"],
        fiche={"titre": "t"},
        nothing=None,
        refusing=Refusing(),
    )

    assert found == expected


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        pytest.param("{% if blank %}a{% endif %}", "{% if blank %}", id="decides"),
        pytest.param("{% for i in blank %}a{% endfor %}", "{% for i in blank %}", id="looped over"),
        pytest.param("a\n\n{{ blank + 1 }}", "{{ blank + 1 }}", id="in a sum"),
        pytest.param("{{ 2 * blank }}", "{{ 2 * blank }}", id="in a product"),
        pytest.param("{{ 'a' if x == blank }}", "{{ 'a' if x == blank }}", id="compared"),
    ],
)
def test_a_blank_that_decides_is_told_where_it_was_typed(text, tag):
    place = Position("agreements/a.yaml", 7, 3)
    blank = values.Blank(values.Origin("duree", place), label="durée")

    blocks, (found,) = render(text, x=1, blank=blank)

    assert not blocks
    assert (found.code, found.position) == ("C501", place)
    assert found.arguments == {"path": "durée", "tag": tag}


def test_near_names_are_proposed():
    _, found = render("{{ fiche.titer }} {{ fich.titre }}", fiche={"titre": "t"})

    assert [item.arguments["suggestion"] for item in found] == ["titre", "fiche"]
