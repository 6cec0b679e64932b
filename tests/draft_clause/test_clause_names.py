"""What a clause says of itself: the names that it uses, and where."""

import pytest
from clause_tools import FILE

from conventassembler.draft.clause.compiling import compile_clause, uses_of


def kept(value, *_):
    return value


def uses(text):
    clause, found = compile_clause(text, FILE, 10, filters={"f": kept})
    assert clause is not None, found
    return [(use.name, use.attributes, use.line, use.column) for use in clause.uses]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\n\nb {{ x }}", [("x", (), 12, 6)], id="a value"),
        pytest.param(
            "{{ x.y.z | f(w) }}", [("x", ("y", "z"), 10, 4), ("w", (), 10, 14)], id="fields"
        ),
        pytest.param("{{ y.x ~ x }}", [("y", ("x",), 10, 4), ("x", (), 10, 10)], id="same word"),
        pytest.param("{{ x\n  ~ y }}", [("x", (), 10, 4), ("y", (), 11, 5)], id="two lines"),
        pytest.param("{{ f(x=y) }}", [("f", (), 10, 4), ("y", (), 10, 8)], id="a named argument"),
        pytest.param("{% if x is defined %}a{% endif %}", [("x", (), 10, 7)], id="a test"),
        pytest.param(
            "{% for i in xs if i.a and k %}{{ i.b }}{{ loop.index }}{% endfor %}{{ i }}",
            [("xs", (), 10, 13), ("k", (), 10, 27), ("i", (), 10, 71)],
            id="what a loop makes stays in it",
        ),
        pytest.param(
            "{% for k, v in xs %}{{ k }}{{ v }}{% endfor %}", [("xs", (), 10, 16)], id="two names"
        ),
        pytest.param("{{ y }}{% set y = x %}{{ y }}",
                     [("y", (), 10, 4), ("x", (), 10, 19)], id="what is set later is free"),
        pytest.param(
            "{% if a %}{% set y = 1 %}{% elif b %}c{% endif %}{{ y }}",
            [("a", (), 10, 7), ("b", (), 10, 34)],
            id="what a branch sets is known after it",
        ),
        pytest.param(
            "{% for i in xs %}{% set y = 1 %}{% endfor %}{{ y }}",
            [("xs", (), 10, 13), ("y", (), 10, 48)],
            id="what a loop sets is not known after it",
        ),
        pytest.param("{% for i in range(3) %}a{% endfor %}", [], id="range is known"),
        pytest.param("{# {{ x }} #}a", [], id="a comment uses nothing"),
    ],
)  # fmt: skip
def test_free_names_are_told_with_their_place(text, expected):
    assert uses(text) == expected


def test_references_that_are_written_are_told():
    text = 'a {{ ref("duree").du }}{{ ref(x) }}\n\n{% if existe("a") %}{{ ref("b") }}{% endif %}'
    clause, _ = compile_clause(text, FILE, 10)
    assert clause is not None

    assert [(use.target, use.line, use.column) for use in clause.references] == [
        ("duree", 10, 3),
        ("b", 12, 21),
    ]


def test_filters_that_are_used_are_told():
    clause, _ = compile_clause("{{ x | g | f }}", FILE, filters=dict.fromkeys("fgh", kept))
    assert clause is not None

    assert clause.filters == ("f", "g")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{{ x | inconnu }}{{ y.le }}", ["x", "y"]),
        ("{{ x }}{% if y %}", ["x", "y"]),
        ("{{ x y }}{{ z }}", ["z"]),
        ("{{ x }}\n\n{{ y\n\n{{ z }}", ["x"]),
        ("{% for x in y %}{{ x }}{{ loop.index }}{{ z }}", ["y", "z"]),
        ("{% pour x dans y %}{{ x }}{{ z }}{% endfor %}", ["z"]),
    ],
)
def test_a_clause_with_faults_says_the_names_that_can_be_read(text, names):
    assert [use.name for use in uses_of(text, FILE)] == names


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("{{ ref(duree).le }}", 'ref("duree")'),
        ("{% if existe(duree) %}a{% endif %}", 'existe("duree")'),
        ("{{ conclu | accorde(acte) }}", '"conclu"'),
        ("{{ conclu }}", ""),
    ],
)
def test_a_name_where_a_text_is_wanted_says_how_it_reads_between_quotes(text, quoted):
    assert quoted in [use.quoted for use in uses_of(text, FILE)]
