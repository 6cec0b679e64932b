"""`somme`, and the arithmetic of amounts: what is computed is derived, and blanks pass."""

from decimal import Decimal

import pytest
from clause_tools import render, render_faults, rendered

from conventassembler import values
from conventassembler.diagnostics import Position
from conventassembler.draft import model, sums
from conventassembler.draft.filters import filters
from conventassembler.draft.model import Text, ValueMark
from conventassembler.french.profiles import default_profile

FILTERS = filters(default_profile())
PLACE = Position("agreements/a/actions.yaml", 3, 7)


def inlines(text, **context):
    (block,) = rendered(text, FILTERS, **context)
    return block.inlines


def shown(text, **context):
    (inline,) = inlines(text, **context)
    assert inline.value == ValueMark(expression=text[3:-3])
    return inline.text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def origin(path):
    return values.Origin(path, PLACE)


def amount(value, path="x"):
    return values.Amount(Decimal(value), origin(path))


def share(value):
    return values.Percentage(Decimal(value), origin("x"))


def record(path, **fields):
    return values.Record(fields, origin(path), {})


def axes(*rows, field="montant"):
    """Return axes of actions, each with the values of one row."""
    return tuple(
        record(
            f"données.actions.axes[{n}]",
            actions=tuple(
                record(f"données.actions.axes[{n}].actions[{m}]", **{field: value})
                for m, value in enumerate(row, 1)
            ),
        )
        for n, row in enumerate(rows, 1)
    )


BLANK = values.Blank(origin("données.actions.axes[1].actions[2].montant"), label="montant")


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ('{{ axes | somme("actions.montant") }}', "83 500 €"),
        ('{{ axes | somme("actions.montant") | en_euros }}', "83 500 €"),
        ('{{ axes[0].actions | somme("montant") }}', "76 000 €"),
        ('{{ axes | somme("actions.montant") + axes | somme("actions.montant") }}', "167 000 €"),
    ],
)
def test_a_field_is_added_up_through_lists_of_records(text, gives):
    assert shown(text, axes=axes([amount(70000), amount(6000)], [amount("7500")])) == gives


@pytest.mark.parametrize(
    ("items", "gives"),
    [
        ((amount("1.10"), amount("2.05")), "3,15 €"),
        ((values.Integer(3, origin("x")), values.Integer(4, origin("x"))), "7"),
        ((share("12.5"), share(30)), "42,5 %"),
        ((), "0 €"),
        ((amount(1), Decimal(2)), "3 €"),
        (((amount(1), amount(2)), (amount(4),)), "7 €"),
    ],
)
def test_the_sum_is_of_the_sort_of_what_is_added(items, gives):
    assert shown("{{ items | somme }}", items=items) == gives


def test_a_whole_number_may_be_written_by_another_filter():
    people = axes([values.Integer(7, origin("x")), values.Integer(5, origin("x"))], field="agents")

    assert shown('{{ axes | somme("actions.agents") | en_lettres }}', axes=people) == "douze"


@pytest.mark.parametrize(
    "text",
    [
        '{{ axes | somme("actions.montant") }}',
        '{{ axes | somme("actions.montant") | en_euros }}',
        '{{ axes | somme("actions.montant") + other }}',
        '{{ other - axes | somme("actions.montant") }}',
    ],
)
@pytest.mark.parametrize("given", [axes([amount(1), BLANK], [amount(2)]), BLANK, axes([BLANK])])
def test_a_blank_among_them_makes_the_sum_that_blank(text, given):
    assert inlines(text, axes=given, other=amount(3)) == (
        model.Blank(BLANK.origin.path, "montant"),
    )


@pytest.mark.parametrize("text", ["{{ x * y / 100 }}", "{{ (y * x / 100) | en_euros }}"])
@pytest.mark.parametrize("other", [share(5), amount(2), BLANK])
def test_a_share_of_a_blank_is_that_blank(text, other):
    assert inlines(text, x=BLANK, y=other) == (model.Blank(BLANK.origin.path, "montant"),)


def test_records_are_added_up_by_a_field():
    with pytest.raises(values.ClauseError) as refused:
        sums.total(axes([amount(1)])[0]["actions"])

    assert refused.value.code == "C550"
    assert refused.value.arguments["known"] == "montant"


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        pytest.param(
            axes([amount(1)], [amount(1), None]),
            "C519",
            {"field": "montant", "record": "axes 2 › actions 2", "known": "montant"},
            id="absent",
        ),
        pytest.param(
            axes([amount(1)], field="montan"),
            "C519",
            {"field": "montant", "record": "axes 1 › actions 1", "suggestion": "montan"},
            id="misspelt",
        ),
        pytest.param(
            axes([amount(1), values.Integer(2, origin("x"))]),
            "C520",
            {"value": "2", "field": "montant", "record": "axes 1 › actions 2"},
            id="another sort",
        ),
        pytest.param(
            axes([amount(1), share(2)]), "C520", {"record": "axes 1 › actions 2"}, id="a share"
        ),
        pytest.param(axes([values.Text("un", origin("x"))]), "C520", {"value": "un"}, id="a text"),
        pytest.param(axes([True]), "C520", {"value": "oui"}, id="a yes"),
        pytest.param(
            (record("données.a.axes[1]", actions=amount(2)),),
            "C520",
            {"field": "actions", "record": "axes 1"},
            id="too deep",
        ),
        pytest.param(values.Text("a", origin("x")), "C512", {"filter": "somme"}, id="no list"),
        pytest.param((amount(1), "a"), "C512", {"value": "1"}, id="no records"),
    ],
)
def test_what_does_not_add_up_names_the_field_and_the_record(given, code, words):
    _, (found,) = render('{{ axes | somme("actions.montant") }}', FILTERS, axes=given)

    assert found.code == code
    assert dict(found.arguments) | words == dict(found.arguments)


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("{{ a + b }}", "152 000 €"),
        ("{{ a - b }}", "0 €"),
        ("{{ a + 1 }}", "76 001 €"),
        ("{{ p + p }}", "40 %"),
        ("{{ p + p - p }}", "20 %"),
        ("{{ a * p / 100 }}", "15 200 €"),
    ],
)
def test_amounts_give_amounts_and_percentages_percentages(text, gives):
    assert shown(text, a=amount(76000), b=amount(76000), p=share(20)) == gives


@pytest.mark.parametrize("text", ["{{ a + p }}", "{{ p - a }}", "{{ p + 1 }}"])
def test_a_percentage_adds_to_nothing_else(text):
    assert [code for code, *_ in render_faults(text, FILTERS, a=amount(1), p=share(2))] == ["C531"]


def test_texts_and_numbers_do_not_add_up():
    text = values.Text("un", origin("x"))

    assert [code for code, *_ in render_faults("{{ a + t }}", FILTERS, a=amount(1), t=text)] == [
        "C352"
    ]


def test_what_is_set_keeps_its_sort():
    made = inlines("{% set total = p + p %}\n{{ total }} en tout", p=share(10))

    assert made == (
        Text("20\N{NO-BREAK SPACE}%", value=ValueMark(expression="total")),
        Text(" en tout"),
    )
