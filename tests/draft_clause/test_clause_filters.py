"""The filters that count: how many items a list has, and a quantity in figures."""

from dataclasses import replace

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


@pytest.mark.parametrize("text", ["{{ x }}", "{{ x | en_date }}", "{{ 'le ' ~ x }}"])
def test_a_blank_stays_of_its_kind_whatever_formats_it(text):
    blank = values.Blank(ORIGIN, label="jour", kind="date")

    assert inlines(text, x=blank)[-1] == model.Blank(ORIGIN.path, "jour", kind="date")


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


AMOUNT = values.Amount("200000", ORIGIN)


@pytest.mark.parametrize(
    ("expression", "value", "text"),
    [
        ('x | en_lettres("féminin")', values.Integer(21, ORIGIN), "vingt et une"),
        ('x | en_lettres("masculin")', values.Integer(21, ORIGIN), "vingt et un"),
        ('x | en_ordinal("féminin")', values.Integer(1, ORIGIN), "1re"),
        ("x | en_ordinal_lettres", values.Integer(21, ORIGIN), "vingt et unième"),
        ('x | en_ordinal_lettres("feminin")', values.Integer(1, ORIGIN), "première"),
        ("x | en_semaines", values.Integer(21, ORIGIN), "vingt et une semaines"),
        ("x | en_euros_lettres", AMOUNT, "deux cent mille euros"),
        ("x | en_euros_et_lettres", AMOUNT, "200\u00a0000\u00a0€ (deux cent mille euros)"),
        ("x | en_millions", values.Amount("7500000", ORIGIN), "7,5\u00a0millions d’euros"),
    ],
)
def test_numbers_are_written_and_keep_their_key(expression, value, text):
    name = expression.split("| ")[1].partition("(")[0]

    assert inlines(f"{{{{ {expression} }}}}", x=value) == (
        Text(text, value=ValueMark(ORIGIN.path, name)),
    )


HIGH = values.Origin("clauses[essai].with.y", Position("agreements/a.yaml", 4, 7))


@pytest.mark.parametrize(
    ("name", "kind", "low", "high", "texts"),
    [
        ("en_annees", values.Integer, 3, 5, ("trois", "cinq ans")),
        ("en_mois", values.Integer, 1, 3, ("un", "trois mois")),
        ("en_chiffres", values.Integer, 12, 17, ("12", "17")),
        ("en_pourcentage", values.Percentage, 5, 10, ("5", "10\u00a0%")),
        ("en_euros", values.Amount, 1000, 2000, ("1\u00a0000", "2\u00a0000\u00a0€")),
    ],
)
def test_a_range_keeps_the_keys_of_both_ends(name, kind, low, high, texts):
    found = inlines(f"{{{{ x | {name}(y) }}}}", x=kind(low, ORIGIN), y=kind(high, HIGH))

    assert found[0] == Text(texts[0], value=ValueMark(ORIGIN.path, name))
    assert found[-1] == Text(texts[1], value=ValueMark(HIGH.path, name))
    assert "".join(one.text for one in found) == " à ".join(texts)


def test_a_range_whose_ends_are_equal_is_one_number():
    both = values.Integer(3, ORIGIN)
    assert inlines("{{ x | en_annees(y) }}", x=both, y=both)[0].text == "trois ans"


def test_an_end_still_to_be_given_shows_as_a_blank():
    found = inlines("{{ x | en_annees(y) }}", x=values.Blank(ORIGIN), y=values.Integer(5, HIGH))

    assert "".join(one.text for one in found) == "[à compléter] à cinq ans"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("x | en_annees(2)", values.Integer(3, ORIGIN)),
        ('x | en_annees("cinq")', values.Integer(3, ORIGIN)),
        ('x | en_lettres("neutre")', values.Integer(3, ORIGIN)),
        ("x | en_lettres(3)", values.Integer(3, ORIGIN)),
        ("x | en_lettres", values.Integer(-3, ORIGIN)),
        ("x | en_lettres", values.Integer(10**14, ORIGIN)),
        ("x | en_ordinal_lettres", values.Integer(0, ORIGIN)),
        ("x | en_annees", values.Integer(-1, ORIGIN)),
        ("x | en_euros_lettres", values.Amount("-5", ORIGIN)),
        ("(x / 3) | en_euros", values.Amount("1", ORIGIN)),
        ("x | en_millions", values.Amount("7500100", ORIGIN)),
    ],
)
def test_what_a_filter_cannot_write_is_told(expression, value):
    found = render_faults(f"a {{{{ {expression} }}}}", FILTERS, x=value)

    assert found == [("C512", 1, 3)]


def test_words_follow_the_spelling_of_the_profile():
    reformed = filters(replace(default_profile(), reformed_spelling=True))
    words = {
        name: str(reformed[name](value))
        for name, value in (
            ("en_lettres", values.Integer(21, ORIGIN)),
            ("en_ordinal_lettres", values.Integer(200, ORIGIN)),
            ("en_annees", values.Integer(21, ORIGIN)),
            ("en_euros_lettres", AMOUNT),
        )
    }

    assert words == {
        "en_lettres": "vingt-et-un",
        "en_ordinal_lettres": "deux-centième",
        "en_annees": "vingt-et-un ans",
        "en_euros_lettres": "deux-cent-mille euros",
    }
