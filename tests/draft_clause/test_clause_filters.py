"""The filters that count: how many items a list has, and a quantity in figures."""

import pytest
from clause_tools import render_faults, rendered

from conventassembler import values
from conventassembler.diagnostics import Position
from conventassembler.draft import model
from conventassembler.draft.filters import filters
from conventassembler.draft.model import Text, ValueMark
from conventassembler.french.profiles import default_profile

FILTERS = filters(default_profile())
ORIGIN = values.Origin("clauses[essai].with.x", Position("agreements/a.yaml", 3, 7))


def inlines(text, **context):
    (block,) = rendered(text, FILTERS, **context)
    return block.inlines


def items(count):
    return tuple(values.Text(f"item {n}", ORIGIN) for n in range(count))


@pytest.mark.parametrize(("count", "words"), [(0, "zéro"), (1, "un"), (22, "vingt-deux")])
def test_the_items_of_a_list_are_counted_and_the_words_are_derived(count, words):
    expression = "x | nombre | en_lettres"

    assert inlines(f"{{{{ {expression} }}}}", x=items(count)) == (
        Text(words, value=ValueMark(expression=expression)),
    )


def test_an_item_that_is_still_to_be_given_counts():
    assert inlines("{{ x | nombre }}", x=(*items(1), values.Blank(ORIGIN)))[0].text == "2"


def test_a_number_of_items_decides_a_condition():
    text = "{% if x | nombre > 1 %}plusieurs{% else %}un seul{% endif %}"

    assert [inlines(text, x=items(count))[0].text for count in (1, 2)] == ["un seul", "plusieurs"]


def test_a_blank_list_passes_and_shows_as_a_blank():
    blank = values.Blank(ORIGIN, label="communes")

    for text in ("{{ x | nombre }}", "{{ x | nombre | en_lettres }}"):
        assert inlines(text, x=blank) == (model.Blank(ORIGIN.path, "communes"),)


@pytest.mark.parametrize(
    "value",
    [values.Text("Genlis", ORIGIN), values.Integer(3, ORIGIN), values.Record({}, ORIGIN, {})],
)
def test_what_is_no_list_is_not_counted(value):
    assert render_faults("a {{ x | nombre }}", FILTERS, x=value) == [("C512", 1, 3)]


def test_a_quantity_is_grouped_and_keeps_its_key():
    assert inlines("{{ x | par_milliers }}", x=values.Integer(22507, ORIGIN)) == (
        Text("22\u00a0507", value=ValueMark(ORIGIN.path, "par_milliers")),
    )


def test_a_year_in_figures_is_not_grouped():
    assert inlines("{{ x | en_chiffres }}", x=values.Integer(12020, ORIGIN))[0].text == "12020"
