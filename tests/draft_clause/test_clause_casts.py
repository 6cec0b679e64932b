"""Blocks with their words put in are those that grow of the same words directly."""

import random
from functools import cache

from clause_tools import FILE, FIRST_LINE, PROVENANCE
from hypothesis import given, settings
from hypothesis import strategies as st
from test_clause_equivalence import CONTEXT, Writer

from conventassembler.diagnostics import Position
from conventassembler.draft.clause import CompiledClause
from conventassembler.draft.clause.casts import Hole, blocks_with
from conventassembler.draft.clause.compiling import compile_clause
from conventassembler.draft.clause.events import run
from conventassembler.draft.clause.growing import grown
from conventassembler.draft.clause.render import _Taking
from conventassembler.draft.clause.said import Piece, Said
from conventassembler.draft.lines import lines
from conventassembler.draft.model import Block, Paragraph, Table
from conventassembler.library.model import TERM_END
from conventassembler.values import Blank, Fragment, Link, Origin, PageCount, RichText, Text, piece

HERE = Position("a.yaml", 1, 1)
BODIES = (
    "{{ nom }}{{ lieu }}\n\n- {{ nom }}\n\n{% if oui %}\n- {{ lieu }}\n{% endif %}\n\n{{ nom }}",
    "Un{{ nom }} **{{ lieu }} et _{{ nom }}_**^[Note {{ lieu }} {{ nom }}.] {{ lieu }}.",
    "{{ texte }}\n\n{{ nom }} dit : {{ texte }}\n\n{{ texte }}",
    "| A | {{ nom }} |\n|---|---|\n| {{ nom }} | {{ lieu }} |\n| **{{ lieu }}** | b |",
    "{{ nom }}\n: {{ lieu }}\n\n  {{ nom }}\n\n{{ lieu }}\n: {{ texte }}",
    "::: fiche\n## {{ lieu }}\n\n{{ nom }}\n: {{ lieu }}\n:::",
    "{% for un in noms %}\n| A |\n|---|\n| {{ un }} |\n\n{% endfor %}",
)
WORDS = st.sampled_from(
    ("Ahuy", "Dijon", "Total", "Sous-total dû", "", " ", "\u00a0", " a", "a ", "a\nb", "\n",
     "a\r\n", "x", "*a*", "\ue000", "a\u2028b", "\x1fa", "a\tb", "\t", "\u3000a")
)  # fmt: skip
PIECES = st.one_of(
    WORDS,
    WORDS.map(lambda one: Text(one, Origin("a.b", HERE))),
    st.just(Blank(Origin("c", HERE), "une date")),
    WORDS.filter(bool).map(lambda one: Link(one, "duree")),
    st.just(PageCount(words=True)),
)
VALUES = PIECES | st.lists(PIECES, max_size=3).map(lambda some: Fragment(tuple(map(piece, some))))
TEXTS = st.sampled_from(("Un *mot*.", "# Trop", "- a\n- b", "a^[b]", "x\n\ny", "[a](b)"))


@st.composite
def contexts(draw: st.DrawFn) -> dict[str, object]:
    some = st.lists(VALUES, min_size=1, max_size=3)
    fiche = st.fixed_dictionaries({"titre": VALUES, "lignes": some, "id": st.just("f")})
    return {
        **CONTEXT,
        "oui": draw(st.booleans()),
        "nom": draw(WORDS),
        "lieu": draw(VALUES),
        "noms": draw(some),
        "fiches": draw(st.lists(fiche, max_size=2)),
        "texte": RichText(draw(TEXTS), Origin("texte", HERE)),
    }


@cache
def clause_of(body: str) -> CompiledClause:
    clause, found = compile_clause(body, FILE, FIRST_LINE)
    assert clause is not None, found
    return clause


def taken(body: str, context: dict[str, object]) -> _Taking:
    """Return what a clause says, and its words."""
    taking = _Taking(clause_of(body), context, {})
    run(taking.clause, context, {}, taking)
    return taking


def whole(taking: _Taking) -> tuple[Said, ...]:
    """Return what was said with the words that stand apart from it."""
    words = iter(taking.words)

    def with_word(one: Piece) -> Piece:
        if one is None:
            return next(words)
        if isinstance(one, tuple) and one[0] is None:
            return (next(words), *one[1:])
        return one

    said = [
        (one[0], tuple(map(with_word, one[1]))) if isinstance(one, tuple) else one
        for one in taking.said
    ]
    assert next(words, None) is None
    return tuple(said)


def blocks(taking: _Taking, said: tuple[Said, ...], words: list[str]) -> tuple[object, object]:
    casts, problems = grown(taking.clause, "essai", PROVENANCE, TERM_END, said)
    return blocks_with(casts, *words), problems


def assert_same(taking: _Taking) -> None:
    """Hold what is put together against what grows of the words; no hole is left in it."""
    directly = blocks(taking, whole(taking), [])
    put_together = blocks(taking, tuple(taking.said), taking.words)
    assert put_together == directly
    assert repr(put_together) == repr(directly)  # equal numbers may be of two kinds
    assert Hole.__name__ not in repr(put_together)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(BODIES), st.lists(contexts(), min_size=1, max_size=3))
def test_words_put_in_are_as_words_that_grew(body: str, acts: list[dict[str, object]]) -> None:
    for context in acts:
        assert_same(taken(body, context))


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 1500), st.lists(contexts(), min_size=1, max_size=3))
def test_so_are_those_of_any_clause(seed: int, acts: list[dict[str, object]]) -> None:
    body = Writer(random.Random(seed)).clause()
    for context in acts:
        assert_same(taken(body, context))


def rendered(body: str, **context: object) -> tuple[Block, ...]:
    taking = taken(body, context)
    return blocks(taking, tuple(taking.said), taking.words)[0]


def test_blocks_with_other_words_share_all_else() -> None:
    body = "Sans mot.\n\nAvec {{ nom }}.\n\n- {{ lieu }}\n- {{ nom }}"
    one = rendered(body, nom="Ahuy", lieu="Dijon")
    other = rendered(body, nom="Talant", lieu="Dijon")
    assert [a is b for a, b in zip(one, other, strict=True)] == [True, False, True, False]
    before, after = one[1], other[1]
    assert isinstance(before, Paragraph)
    assert isinstance(after, Paragraph)
    shared = [a is b for a, b in zip(before.inlines, after.inlines, strict=True)]
    assert shared == [True, False, True]
    assert rendered(body, nom="Ahuy", lieu="Dijon") is one


def test_one_cast_serves_all_words() -> None:
    taking, other = (taken(BODIES[1], {"nom": nom, "lieu": "là"}) for nom in ("Ahuy", "Talant"))
    assert taking.said == other.said
    assert taking.words != other.words


def test_what_a_row_adds_up_is_seen_in_its_words() -> None:
    roles = []
    for nom in ("Ahuy", "Total", "Sous-total"):
        (table,) = rendered(BODIES[3], nom=nom, lieu="là")
        assert isinstance(table, Table)
        roles.append([row.role for row in table.rows])
    assert roles == [["", "subtotal"], ["total", "subtotal"], ["subtotal", "subtotal"]]


def test_words_of_a_term_that_says_nothing_are_left_out() -> None:
    """What is said is counted, whether or not a block is made of it."""
    body = "{{ lieu }}\n: {% if oui %}{{ nom }}{% endif %}\n\nPuis {{ nom }}."
    for oui in (True, False):
        made = rendered(body, lieu="là", nom="Ahuy", oui=oui)
        assert "Puis Ahuy." in ["".join(one.text for one in line) for line in lines(made)]
