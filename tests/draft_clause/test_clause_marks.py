"""How ordered lists are numbered: the mark of the first item, counted on when it is rendered."""

import pytest
from clause_tools import compile_faults, outline, rendered

from conventassembler.draft.clause.compiling import compile_clause

NUMBERED = [
    pytest.param("1) a\n2) b", ["1) a", "2) b"], id="parentheses"),
    pytest.param("1° a\n2° b", ["1° a", "2° b"], id="degrees"),
    pytest.param("1º a\n2º b", ["1° a", "2° b"], id="the ordinal of other keyboards"),
    pytest.param("a) a\nb) b", ["a) a", "b) b"], id="letters"),
    pytest.param("A. a\nB. b", ["A. a", "B. b"], id="capitals"),
    pytest.param("I. a\nII. b\nIII. c\nIV. d", ["I. a", "II. b", "III. c", "IV. d"], id="Roman"),
    pytest.param("1°\u00a0a\n2°\u202fb", ["1° a", "2° b"], id="blanks that do not break"),
    pytest.param(
        "".join(f"{chr(97 + n)}) a\n" for n in range(11)),
        [f"{chr(97 + n)}) a" for n in range(11)],
        id="the tenth letter is as wide as the first",
    ),
    pytest.param(
        "".join(f"{chr(65 + n)}. a\n" for n in range(10)),
        [f"{chr(65 + n)}. a" for n in range(10)],
        id="I after H is a letter",
    ),
    pytest.param("a) a\nz) b", ["a) a", "b) b"], id="later ones are counted"),
    pytest.param("1° a\n   a) b\n   b) c\n2° d", ["1° a", "  a) b", "  b) c", "2° d"], id="nested"),
    pytest.param("1° a) b\n   b) c", ["1° ", "  a) b", "  b) c"], id="two on one line"),
    pytest.param("- a) b\n- c", ["- ", "  a) b", "- c"], id="a letter in a bullet"),
    pytest.param("A. a\n\n   b\n\nB. c", ["A. a", "  b", "B. c"], id="a continuation"),
    pytest.param("A. a\n   b\nB. c", ["A. a b", "B. c"], id="a long item"),
    pytest.param("1. a\n1) b", ["1. a", "1) b"], id="two numbers side by side"),
    pytest.param("1° a\na) b", ["1° a", "a) b"], id="two lists that Markdown takes for one"),
    pytest.param("1° a\n\n{% if no %}\nb\n{% endif %}\n\na) c", ["1° a", "a) c"],
                 id="lists of two kinds do not merge"),
    pytest.param("a) a\n\n{% if no %}\nb\n{% endif %}\n\na) c", ["a) a", "b) c"],
                 id="lists of one kind merge"),
    pytest.param("{% for i in xs %}\nA. {{ i }}\n{% endfor %}", ["A. u", "B. v"], id="a loop"),
    pytest.param("{% for i in xs %}\n1° {{ i }}\n{% for j in xs %}\n   a) {{ j }}\n{% endfor %}\n"
                 "{% endfor %}", ["1° u", "  a) u", "  b) v", "2° v", "  a) u", "  b) v"],
                 id="loops in one another"),
    pytest.param("I. a\n{% if no %}\nII. b\n{% else %}\nII. c\n{% endif %}\nIII. d",
                 ["I. a", "II. c", "III. d"], id="one number in two branches"),
    pytest.param("A. a\n{% for i in xs %}\nB. {{ i }}\n{% endfor %}\nC. b",
                 ["A. a", "B. u", "C. v", "D. b"], id="a loop amid a list"),
    pytest.param("a :\n1° b", ["a :", "1° b"], id="right under a colon"),
    pytest.param("a {% if x %}b :{% else %}c :{% endif %}\n1° b", ["a b :", "1° b"],
                 id="right under a colon in a branch"),
    pytest.param("a\n1° b\n2° c", ["a", "1° b", "2° c"], id="right under a text, two"),
    pytest.param("- a\n  a) b", ["- a", "  a) b"], id="right under an item"),
    pytest.param("## a\nA. b", ["## a", "A. b"], id="right under a heading"),
    pytest.param("M. Dupont\n\nV. c\n\nB. d", ["M. Dupont", "V. c", "B. d"], id="initials"),
    pytest.param("A. a\n\nb\n\nB. c", ["A. a", "b", "B. c"], id="a list that is over"),
    pytest.param("- A. Dupont\n- B. Dupuis", ["- A. Dupont", "- B. Dupuis"], id="names in a list"),
    pytest.param("a\nb) c\n2° d", ["a b) c 2° d"], id="a line cut before a later number"),
    pytest.param("a\\) b\n\n1\\° c\n\nA\\. d", ["a) b", "1° c", "A. d"], id="backslashes"),
    pytest.param("a) b | c\n--- | ---\nd | e", ["a) b | c", "d | e"], id="in a bare table"),
    pytest.param("A. b\n: c", ["###### A. b :", "c"], id="in a term"),
    pytest.param("a\n: 1° b\n  2° c", ["###### a", "1° b", "2° c"], id="in a definition"),
    pytest.param("## a) b", ["## a) b"], id="in a heading"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMBERED)
def test_a_list_is_numbered_as_its_first_item_says(text, expected):
    assert outline(rendered(text, x=1, xs=["u", "v"], no=False)) == expected


def test_a_mark_alone_on_a_line_of_text_is_not_taken_for_the_number_1():
    assert outline(rendered("a) 1")) == ["a) 1"]
    assert outline(rendered("a) 1) 1")) == ["a) ", "  1) 1"]


@pytest.mark.parametrize(
    ("text", "words"), [("a\nb) c **d", "**d"), ("a\n2° **c d", "**c d"), ("A. b\n\n**c", "**c")]
)
def test_a_fault_quotes_what_was_typed(text, words):
    _, (found,) = compile_clause(text, "a.md")

    assert (found.code, found.arguments["words"]) == ("C344", words)


def test_a_hard_break_stays_behind_a_mark_that_makes_no_item():
    assert outline(rendered("a\nb) c  \nd")) == ["a b) c\nd"]


def test_the_number_at_which_a_list_begins_is_quoted():
    _, found = compile_clause("c) a\n\n3° b\n\n7. c", "a.md")

    assert [item.arguments["number"] for item in found] == ["c)", "3°", "7"]


@pytest.mark.parametrize("text", ["1° a\n" * 9000, "x\n" + "1° a\n x\n" * 5000, "a) 1° " * 9000])
def test_many_marks_are_slow_to_nobody(text):
    compile_clause(text, "a.md", tags=False)


def test_a_mark_and_a_blank_are_an_empty_item():
    assert compile_faults("a) ") == [("C338", 1, 1)]
