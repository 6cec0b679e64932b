"""Each rule of clauses has a text that breaks it: its code, its place, its words."""

import pytest
from clause_tools import FIRST_LINE, compile_faults

from conventassembler.diagnostics import CODES
from conventassembler.diagnostics.wording import message, remedy
from conventassembler.draft.clause.compiling import compile_clause, uses_of

BROKEN = [
    pytest.param("{{ a b }}", [("C301", 1, 1)], id="two words in a value"),
    pytest.param("x {{ }}", [("C301", 1, 3)], id="an empty tag"),
    pytest.param("x {% %}", [("C301", 1, 3)], id="an empty statement"),
    pytest.param("x\n\ny {{ 'a }}", [("C301", 3, 3)], id="a quote that does not close"),
    pytest.param("{{ f(a] }}", [("C301", 1, 1)], id="brackets that do not answer"),
    pytest.param("{% for loop in a %}x{% endfor %}", [("C301", 1, 1)], id="a loop over `loop`"),
    pytest.param("{{ " + "(" * 9000 + "a" + ")" * 9000 + " }}", [("C301", 1, 1)], id="abysmal"),
    pytest.param("a\nb {{ a\n\nc", [("C302", 2, 3)], id="braces that do not close"),
    pytest.param("a {# b", [("C302", 1, 3)], id="a comment that does not close"),
    pytest.param("{% if a %}\nx", [("C303", 1, 1)], id="if without endif"),
    pytest.param("x{% endif %}", [("C304", 1, 2)], id="endif without if"),
    pytest.param("{% if a %}x{% endfor %}", [("C303", 1, 1), ("C304", 1, 12)], id="crossed ends"),
    pytest.param("x {% else %} y", [("C304", 1, 3)], id="else alone"),
    pytest.param(
        "{% if a %}x{% else %}y{% elif b %}z{% endif %}", [("C304", 1, 23)], id="elif after else"
    ),
    pytest.param("{% macro f() %}", [("C305", 1, 1)], id="macro"),
    pytest.param("{% call f() %}", [("C305", 1, 1)], id="call"),
    pytest.param('{% include "x" %}', [("C305", 1, 1)], id="include"),
    pytest.param("{% raw %}x{% endraw %}", [("C305", 1, 1)], id="raw"),
    pytest.param("{% for a in b recursive %}x{% endfor %}", [("C305", 1, 1)], id="recursive"),
    pytest.param("{% set a.b = 1 %}", [("C305", 1, 1)], id="set on an object"),
    pytest.param("{% for a in b %}x{% else %}y{% endfor %}", [("C306", 1, 18)], id="for-else"),
    pytest.param("{% set x %}", [("C307", 1, 1)], id="block set"),
    pytest.param("x {{- a }}", [("C308", 1, 5)], id="a trim mark at the beginning"),
    pytest.param("x {% set a = 1 -%} y", [("C308", 1, 16)], id="a trim mark at the end"),
    pytest.param("ab\n c\ue123", [("C309", 2, 3)], id="private use"),
    pytest.param("a\U000f0000", [("C309", 1, 2)], id="private use of a higher plane"),
    pytest.param("a &#xF0000; b", [("C346", 1, 3)], id="private use as a reference"),
    pytest.param("\uf0b7 a", [("C310", 1, 1)], id="a bullet pasted from Word"),
    pytest.param("a\x0bb", [("C311", 1, 2)], id="a control character"),
    pytest.param("x {{ a | majuscul }}", [("C312", 1, 10)], id="an unknown filter"),
    pytest.param("{{ a is not defned }}", [("C313", 1, 13)], id="an unknown test"),
    pytest.param("x {{ __turn }}", [("C314", 1, 3)], id="a name of ours"),
    pytest.param("x\na }} b", [("C315", 2, 3)], id="braces that nothing opened"),
    pytest.param("{% if a %}" * 13 + "{% endif %}" * 13, [("C316", 1, 121)], id="too deep"),
    pytest.param("a\n{% if x %}\nb\n{% endif %}", [("C320", 2, 1)], id="if within a paragraph"),
    pytest.param(
        "{% for x in y %}\n- a\n{% endfor %}\nb", [("C320", 3, 1)], id="no empty line after a loop"
    ),
    pytest.param("a\n{% set x = 1 %}\nb", [("C320", 2, 1)], id="set within a paragraph"),
    pytest.param("| a |\n{% set x = 1 %}\n|---|\n| b |", [("C320", 2, 1)], id="set under a header"),
    pytest.param(
        "- a\n{% if x %}\n- b\n\nc\n{% endif %}", [("C321", 2, 1)], id="a pair that cuts a list"
    ),
    pytest.param(
        "{% if x %}\na\n\n- b\n{% else %}\n- c\n{% endif %}",
        [("C321", 5, 1)],
        id="an else that cuts a list",
    ),
    pytest.param(
        "a\n\n{% if x %}\n| b |\n|---|\n| c |\n{% endif %}\n| d |",
        [("C321", 3, 1)],
        id="a pair that cuts a table",
    ),
    pytest.param(
        "| a |\n{% if x %}\n|---|\n| b |\n{% endif %}",
        [("C321", 2, 1)],
        id="a pair that begins within a header",
    ),
    pytest.param(
        "{% if x %}\n| a |\n|---|\n{% endif %}\n| b |",
        [("C321", 1, 1)],
        id="a header in a condition",
    ),
    pytest.param("**a {% if x %}b** c{% endif %}", [("C322", 1, 5)], id="across an emphasis"),
    pytest.param("a {% if x %}b\n\nc{% endif %}", [("C322", 1, 3)], id="across paragraphs"),
    pytest.param(
        "| a | b |\n|---|---|\n| {% if x %}c | d{% endif %} |", [("C322", 3, 3)], id="across cells"
    ),
    pytest.param("a {% if x %}\nb\n{% endif %}", [("C322", 1, 3)], id="inline, then alone"),
    pytest.param("{% if x %}- a{% endif %}", [("C323", 1, 1)], id="a statement before a marker"),
    pytest.param("{% if x %}1. a{% endif %}", [("C323", 1, 1)], id="a statement before a number"),
    pytest.param("{% if x %}## a{% endif %}", [("C323", 1, 1)], id="a statement before a heading"),
    pytest.param(
        "| a |\n|---|\n{% if x %}| b |{% endif %}",
        [("C323", 3, 1), ("C337", 3, 1)],
        id="a statement before a row",
    ),
    pytest.param("{{ a }}. b", [("C324", 1, 1)], id="a number made by a value"),
    pytest.param("1{{ a }}) b", [("C324", 1, 1)], id="a number made in part by a value"),
    pytest.param("a\n\n3. b", [("C325", 3, 1)], id="a list that begins at 3"),
    pytest.param("[a](http://{{ b }}/c)", [("C326", 1, 1)], id="a tag in an address"),
    pytest.param("a\nb [c](d) e", [("C330", 2, 3)], id="a link"),
    pytest.param("<https://exemple.fr>", [("C330", 1, 1)], id="an address in angle brackets"),
    pytest.param("![a](b.png)", [("C331", 1, 1)], id="an image"),
    pytest.param("a `b`", [("C332", 1, 3)], id="code"),
    pytest.param("a\n\n```\nb\n```", [("C332", 3, 1)], id="a fence"),
    pytest.param("> a", [("C333", 1, 1)], id="a block quotation"),
    pytest.param("a\n\n***", [("C334", 3, 1)], id="a rule"),
    pytest.param("a\n---", [("C334", 2, 1)], id="an underlined heading"),
    pytest.param("# a", [("C335", 1, 1)], id="a heading of the first level"),
    pytest.param("- ## a", [("C336", 1, 3)], id="a heading in an item"),
    pytest.param("| a | b |\n|---|---|\n| c |", [("C337", 3, 1)], id="a row too short"),
    pytest.param("| a |\n|---|\n| b | {{ c }} |", [("C337", 3, 1)], id="a row too long"),
    pytest.param("| a | b |\n|---|---|\n| c | d |\ne", [("C337", 4, 1)], id="text after a table"),
    pytest.param("| a |\n|---|\n\nb", [("C338", 1, 1)], id="a table without rows"),
    pytest.param("- \n- a", [("C338", 1, 1)], id="an empty item"),
    pytest.param("##", [("C338", 1, 1)], id="an empty heading"),
    pytest.param("- " * 10 + "a", [("C339", 1, 1)], id="lists too deep"),
    pytest.param("a\n====", [("C340", 2, 1)], id="an underline of equal signs"),
    pytest.param("a :\n– b ;\n— c", [("C341", 2, 1), ("C341", 3, 1)], id="dashes for items"),
    pytest.param("• a\n▪b\n➢ c", [("C341", n, 1) for n in (1, 2, 3)], id="bullets for items"),
    pytest.param("-a\n\n-\u00a0b", [("C341", 1, 1), ("C341", 3, 1)], id="no blank after a hyphen"),
    pytest.param("-{{ a }} ;", [("C341", 1, 1)], id="no blank between a hyphen and a value"),
    pytest.param("- – a", [("C341", 1, 3)], id="a dash for an item in an item"),
    pytest.param(
        "{% if a %}\n– b\n{% else %}\n– c\n{% endif %}",
        [("C341", 2, 1), ("C341", 4, 1)],
        id="dashes among statements",
    ),
    pytest.param("- a\n- b\nc", [("C342", 3, 1)], id="text right after a list"),
    pytest.param("- a\n  - b\n  c", [("C342", 3, 3)], id="text right after an inner list"),
    pytest.param("- a\n– b", [("C341", 2, 1)], id="a dash right after a list"),
    pytest.param("| a | b |\n| c | d |", [("C343", 1, 1)], id="a table without its second line"),
    pytest.param("| a | b |\n|---|\n| c | d |", [("C343", 1, 1)], id="too few dashes"),
    pytest.param("a\nb **c d.", [("C344", 2, 3)], id="bold that does not close"),
    pytest.param("**a** b **c", [("C344", 1, 9)], id="bold that does not close, after bold"),
    pytest.param("**a** et b**", [("C344", 1, 11)], id="bold that does not open"),
    pytest.param("**{{ a }}** **{{ b }}", [("C344", 1, 13)], id="bold values"),
    pytest.param("a ** b", [("C344", 1, 3)], id="stars between blanks"),
    pytest.param("le ____ de", [("C344", 1, 4)], id="a blank of underscores"),
    pytest.param("| a |\n|---|\n| **b |", [("C344", 3, 3)], id="bold in a cell"),
    pytest.param("## _a", [("C344", 1, 4)], id="italics in a heading"),
    pytest.param("a\n\nb) b", [("C325", 3, 1)], id="a list that begins at b"),
    pytest.param("2° a\n\n   b", [("C325", 1, 1)], id="a list that begins at 2°"),
    pytest.param("1° a\nb) c", [("C325", 2, 1)], id="a list that goes on at b"),
    pytest.param("a) b\n3) c", [("C325", 2, 1)], id="a list that goes on at 3"),
    pytest.param("{% if a %}a) b{% endif %}", [("C323", 1, 1)], id="a statement before a letter"),
    pytest.param("{% if a %}1° b{% endif %}", [("C323", 1, 1)], id="a statement before a degree"),
    pytest.param("{{ a }}° b", [("C324", 1, 1)], id="a degree beside a value"),
    pytest.param("1°\n\na", [("C338", 1, 1)], id="an empty item of a degree"),
    pytest.param("a) b\nc", [("C342", 2, 1)], id="text right after a list of letters"),
    pytest.param("a\nb^[c", [("C347", 2, 2)], id="a note that does not close"),
    pytest.param("a^[b]^[", [("C347", 1, 6)], id="a note that does not close, after one"),
    pytest.param("a^[b\nc `d`]\ne `f`", [("C332", 2, 3), ("C332", 3, 3)], id="code in a note"),
    pytest.param("a^[]", [("C338", 1, 2)], id="an empty note"),
    pytest.param("a^[b **c]", [("C344", 1, 6)], id="bold that does not close in a note"),
    pytest.param("a {% if b %}^[c{% endif %}]", [("C322", 1, 3)], id="a pair that cuts a note"),
    pytest.param("## a *b^[c]*", [("C348", 1, 8)], id="a note in a heading"),
    pytest.param("a^[b]\n: c", [("C348", 1, 2)], id="a note in a term"),
    pytest.param("a^[b^[c]]", [("C349", 1, 5)], id="a note in a note"),
    pytest.param("a\nb\n: c", [("C358", 3, 1)], id="a term on two lines"),
    pytest.param("a\n:b", [("C358", 2, 1)], id="a definition without blank"),
    pytest.param("- a\n  : b", [("C359", 1, 1)], id="a definition in an item"),
    pytest.param("a\n: b\n\n  c\n  : d", [("C359", 4, 3)], id="a definition in a definition"),
    pytest.param("a\n: ## b", [("C360", 2, 3)], id="a heading in a definition"),
    pytest.param("a\n: b\nc\n: d", [("C342", 3, 1)], id="a term right after a definition"),
    pytest.param(
        "a\n: b\n{% if c %}\nd\n: e\n{% endif %}",
        [("C320", 3, 1)],
        id="a statement right after a definition",
    ),
    pytest.param("{% if c %}\na\n{% endif %}\n: b", [("C321", 1, 1)], id="a term in a condition"),
    pytest.param(
        "a\n: b\n\n{% if c %}\nd\n: e\n\n  f\n{% else %}\n\n  g\n{% endif %}",
        [("C321", 9, 1)],
        id="an else that cuts a definition",
    ),
    pytest.param("::: encart\na\n:::", [("C361", 1, 1)], id="an unknown container"),
    pytest.param("::: fiche 30 70 {{ a }}\nb\n: c\n:::", [("C366", 1, 17)], id="a tag as a width"),
    pytest.param("::: {{ a }}\nb\n: c\n:::", [("C361", 1, 1)], id="a tag as a container"),
    pytest.param("a\n\n:::\n\nb", [("C362", 3, 1)], id="an end of nothing"),
    pytest.param("a\n\n::: fiche\nb\n: c", [("C363", 3, 1)], id="a container that does not end"),
    pytest.param(
        "::: fiche\nb\n: c\n\n::: fiche\nd\n: e\n:::",
        [("C363", 1, 1)],
        id="a container that does not end before another",
    ),
    pytest.param(
        "::: fiche\n::: tableau 1\n| a |\n|---|\n| b |\n:::\n:::",
        [("C363", 1, 1)],
        id="a container in another",
    ),
    pytest.param("- a\n\n  ::: saut de page\n  :::", [("C364", 3, 3)], id="a container in an item"),
    pytest.param(
        "a\n: b\n\n  ::: fiche\n  c\n  : d\n  :::",
        [("C364", 4, 3)],
        id="a container in a definition",
    ),
    pytest.param("::: fiche\na\n: b\n\nc\n:::", [("C365", 5, 1)], id="a paragraph in a record"),
    pytest.param("::: fiche\na\n: b\n\n## c\n:::", [("C365", 5, 1)], id="a late band"),
    pytest.param(
        "::: fiche\na\n: | b |\n  |---|\n  | c |\n:::", [("C365", 3, 1)], id="a table in a record"
    ),
    pytest.param("::: fiche\n## a\n:::", [("C338", 1, 1)], id="a record without rows"),
    pytest.param("::: fiche 0 100\na\n: b\n:::", [("C366", 1, 11)], id="a width of nothing"),
    pytest.param("::: fiche 9999 1\na\n: b\n:::", [("C366", 1, 16)], id="a width too small"),
    pytest.param(
        "::: tableau a\n| a |\n|---|\n| b |\n:::", [("C361", 1, 1)], id="a width in words"
    ),
    pytest.param("::: fiche 20 30 50\na\n: b\n:::", [("C367", 1, 1)], id="three widths of two"),
    pytest.param("::: tableau\n| a |\n|---|\n| b |\n:::", [("C367", 1, 1)], id="no widths"),
    pytest.param("::: tableau 1\n:::", [("C368", 1, 1)], id="a container without its table"),
    pytest.param(
        "::: tableau 1\n| a |\n|---|\n| b |\n\nc\n:::",
        [("C368", 6, 1)],
        id="text in the container of a table",
    ),
    pytest.param("::: saut de page\na\n:::", [("C368", 2, 1)], id="text in a page break"),
    pytest.param("::: saut de page 2\n:::", [("C368", 1, 1)], id="a number of a page"),
    pytest.param(
        "::: fiche\na\n: b\n{% if c %}\n\nd\n: e\n:::\n\nf\n{% endif %}",
        [("C321", 4, 1)],
        id="a statement that cuts a container",
    ),
    pytest.param(
        "{% if a %}::: fiche{% endif %}", [("C323", 1, 1)], id="a statement before colons"
    ),
    pytest.param("vu au\n1° de l'article", [("C369", 2, 1)], id="a line cut before a number"),
    pytest.param("- vu par\n  A. Dupont", [("C369", 2, 3)], id="an item cut before a letter"),
    pytest.param("a[^1]\n\n[^1]: b", [("C345", 1, 2), ("C345", 3, 1)], id="a footnote"),
    pytest.param(
        "3&nbsp;000 &#233;\nb &eacute;",
        [("C346", 1, 2), ("C346", 1, 12), ("C346", 2, 3)],
        id="entities of HTML",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BROKEN)
def test_a_broken_rule_is_told_at_its_place(text, expected):
    assert compile_faults(text) == expected


@pytest.mark.parametrize("text", [case.values[0] for case in BROKEN])
def test_every_fault_has_words(text):
    _, found = compile_clause(text, "a.md", FIRST_LINE)

    for item in found:
        assert message(item, "en")
        assert remedy(item, "en")


def test_every_rule_has_a_text_that_breaks_it():
    told = {code for case in BROKEN for code, _, _ in case.values[1]}
    rules = {code for code in CODES if "C301" <= code < "C350" or "C358" <= code < "C370"}

    assert rules - told == {"C317"}  # a clause of 5 001 tags, tested below


def test_a_clause_has_a_bounded_number_of_tags():
    assert compile_faults("{{a}} " * 5001) == [("C317", 1, 5000 * 6 + 1)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("{{ a | b }}\n\n{% macro c() %}\n\n{{ d e }}", ["C312", "C305", "C301"]),
        ("{{ a | b }}\n\n{% if c %}\nd", ["C312", "C303"]),
        ("{{ a | b }}\n\n{% if c %}\nd\n{% else %}\ne\n{% endif %}", ["C312", "C320"]),
        ("{{ a b }}\n\n– c\n\n**d\n\n# e", ["C301", "C341", "C344", "C335"]),
        ("a\x0bb\n\n{{ c | d }} `e`", ["C311", "C312", "C332"]),
        ("{{ a | b }}\n\n{{ c\n\n# d", ["C312", "C302"]),
        ("{{ a | b }}\n\n{{ 'c }}\n\n# d", ["C312", "C301"]),
        ("a }}\n\n# b", ["C315", "C335"]),
        ("{{- a }}\n\n{% if b %}", ["C308", "C303"]),
        ("## \n\na\n{% set b = 1 %}\nc", ["C338", "C320"]),
    ],
)
def test_all_faults_are_told_in_one_run(text, codes):
    assert [code for code, _, _ in compile_faults(text)] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("{% si a %}b{% sinon %}c{% endif %}", ["C305", "C305"]),
        ("{% si a %}b{% sinon si c %}d{% sinon %}e{% finsi %}", ["C305"] * 4),
        ("{% fi a %}b{% endif %}", ["C305"]),
        ("% if a %}b{% endif %}", ["C315"]),
        ("{% if a %}**b**{% else %}**c**", ["C303"]),
        ("– a\n{% if b %}\n– c\n{% endif %}", ["C341", "C341"]),
        ("| a |\n{% for b in c %}\n| d |\n{% endfor %}", ["C343"]),
        ("- a\n- b **c\n**d", ["C344", "C344"]),
        ("```\n{% if a %}\n```\n\n{% endif %}", ["C332"]),
    ],
)
def test_one_mistake_is_told_once(text, codes):
    assert [code for code, _, _ in compile_faults(text)] == codes


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 = 15, nom_complet, \\*note, \\_\\_",
        "a — b – c, 2024-2026",
        "1. a\n  b\n- c\n    d",
        "| a |\n|---|\n| – |",
        "R&D, AT&T; \\&nbsp; \\[^1] [1] \\^[2] x^2",
        "M. Dupont\n\nV. l'article\n\nB. Martin\n\nII. x",
        "vu au\n2° de l'article ou\nM. Dupont\n\n- vu au\n  3° de l'article",
        "a\\) b\n\n1\\° c\n\nI\\. d",
        "heure : 10 h",
        "- a\n\nb",
    ],
)
def test_what_is_printed_as_it_is_typed_is_no_fault(text):
    assert compile_faults(text) == []


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("{% elseif a %}", "elif"),
        ("{% else if a %}", "{% elif a %}"),
        ("{% sinon si a %}", "elif"),
        ("{% si a %}", "if"),
        ("{% pour a in b %}", "for"),
        ("{% ednif %}", "endif"),
        ("{{ commune.nom complet }}", "{{ commune.nom_complet }}"),
        ("{{ commune.Le nom complet }}", "{{ commune.Le_nom_complet }}"),
        ("{{ qualité du service }}", "{{ qualite_du_service }}"),
        ("{{ a en_annees }}", "{{ a | en_annees }}"),
        ("{{ a | en annees }}", "{{ a | en_annees }}"),
        ("{{ dûment habilité | accorde(a) }}", '{{ "dûment habilité" | accorde(a) }}'),
        ("{% if préavis en mois > 3 %}", "{% if preavis_en_mois > 3 %}"),
    ],
)
def test_what_was_meant_by_a_tag_is_proposed(tag, meant):
    filters = {"en_annees": str, "accorde": lambda word, other: f"{word}{other}"}
    _, found = compile_clause(tag, "a.md", filters=filters)

    assert meant in [item.arguments.get("suggestion") for item in found]


@pytest.mark.parametrize("tag", ["{{ a | f }}", "{{ a | f(1, 2, 3) }}", "{{ a | f(c=1) }}"])
def test_a_filter_says_that_its_parentheses_are_wrong(tag):
    assert compile_faults(tag, {"f": lambda a, b: (a, b)}) == [("C357", 1, 8)]
    assert compile_faults("{{ a | f(1) }}", {"f": lambda a, b: (a, b)}) == []


def test_a_near_filter_is_proposed():
    _, found = compile_clause("{{ a | listes }}", "a.md", filters={"liste": str, "accorde": str})

    assert found[0].arguments["suggestion"] == "liste"


@pytest.mark.parametrize("text", ["{{ a }}", "{% if %}", "}} {#", "{{ 'x"])
def test_without_tags_braces_are_text(text):
    clause, found = compile_clause(text, "a.md", tags=False)

    assert not found
    assert clause is not None
    assert ("text", text) in clause.runs[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% for a in b %}{% if c %}x{% endfor %}{% endif %}", [("C304", 1, 28)]),
        ("{% for a in b %}{% if c %}x{% endfor %}", [("C303", 1, 17)]),
        ("{% for a in b %}{% if c %}{% if d %}x{% endfor %}", [("C303", 1, 17), ("C303", 1, 27)]),
        ("{% if c %}x{% endfor %}{% endif %}", [("C304", 1, 12)]),
    ],
    ids=["crossed", "an end forgotten", "two ends forgotten", "an end of nothing"],
)
def test_ends_out_of_order_are_told_once(text, expected):
    assert compile_faults(text) == expected


@pytest.mark.parametrize(
    "text", ["a {{ b", "a {{ b } c\n\n{{ d }}", "{{ b\n\n{% if c %}d{% endif %}", "{# a\n\n{{ b }}"]
)
def test_a_tag_that_runs_into_the_next_one_is_told_as_not_closed(text):
    assert [code for code, _, _ in compile_faults(text)] == ["C302"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("{% if a = 1 %}x{% endif %}", "{% if a == 1 %}"),
        ("{% if a >= 2 and b = 1 %}x{% endif %}", "{% if a >= 2 and b == 1 %}"),
    ],
)
def test_one_equals_sign_in_a_condition_is_put_right(text, meant):
    _, (found,) = compile_clause(text, "a.md")

    assert (found.code, found.arguments["suggestion"]) == ("C301", meant)


@pytest.mark.timeout(20)
def test_far_too_many_tags_are_told_at_once():
    text = "{{ x }} " * 60_000

    assert compile_faults(text) == [("C317", 1, 59_999 * 8 + 1)]
    assert uses_of(text, "clauses/a/b.md") == ()
