"""A clause that is recalled says what it would say if it were run anew, and of nobody else."""

from itertools import product

from clause_tools import FILE, FIRST_LINE, PROVENANCE
from hypothesis import given, settings
from hypothesis import strategies as st

from conventassembler import keeping
from conventassembler.diagnostics import Position
from conventassembler.draft.clause import render_clause
from conventassembler.draft.clause.compiling import compile_clause
from conventassembler.draft.clause.reads import witnesses
from conventassembler.draft.filters import filters
from conventassembler.draft.forms import Forms, Group
from conventassembler.draft.library import Compiled
from conventassembler.french.grammar import Agreement, Gender, Number
from conventassembler.french.profiles import default_profile
from conventassembler.values import Fragment, Integer, Origin, RichText, Text, fragment

FILTERS = filters(default_profile())
BODIES = (
    '{{ commune.Le }} {{ "s\'engage" | accorde(commune) }} pour {{ annees | en_annees }}.',
    "{{ parties.Les }} conviennent.\n\n{% if annees %}\n{{ parties . Les }} durent.\n{% endif %}",
    "Liste : {{ parties | liste }}, {{ parties | nombre }}.",
    "{% for partie in parties %}\n- {{ partie.Le }}, « {{ titre }} » ;\n{% endfor %}",
    "{{ titre }} et \"parties.Les\" {{ 'parties' ~ titre }}.",
    "{% set commune = parties[0] %}{{ commune.Le }}, {{ parties['Les'] }}.",
    "{% if annees > 2 %}{% set autre = titre %}{% endif %}{{ autre if annees > 2 else commune }}",
    "{{ commune.rien }} de {{ parties.Les }}.",
    "{{ texte }}",
    "{{ titre.absent }}",
)
CLAUSES: Compiled = {
    body: clause
    for body in BODIES
    if (clause := compile_clause(body, FILE, FIRST_LINE, filters=FILTERS)[0])
}
NOTHING = fragment()


def said(text: str, path: str) -> Fragment:
    return fragment(Text(text, Origin(path, Position("a.yaml", 1, 1))))


def party(name: str, gender: Gender) -> Forms:
    table = {"Le": lambda: said(name, f"parties.{name}.name"), "rien": lambda: NOTHING}
    return Forms(table, "Le", Agreement(gender), name)


def together(members: tuple[Forms, ...], words: Fragment) -> Group:
    agreement = Agreement(Gender.FEMININE, Number.PLURAL)
    return Group({"Les": lambda: words}, "Les", agreement, members=members)


PARTIES = tuple(
    party(name, gender)
    for name, gender in product(("Longvic", "Dijon"), (Gender.MASCULINE, Gender.FEMININE))
)
WORDS = (said("Les parties", "ensemble"), said("Les partenaires", "ensemble"))
NUMBERS = tuple(Integer(one, Origin("annees", Position("a.yaml", one, 1))) for one in (1, 3, 3))
TITLES = tuple(Text("Titre", Origin("titre", Position("a.yaml", line, 1))) for line in (4, 5))
TEXTS = tuple(
    RichText(text, Origin("texte", Position("a.yaml", line, 1)))
    for text, line in (("Un *mot*.", 7), ("Un *mot*.", 8), ("# Trop", 9), ("# Trop", 10))
)  # fmt: skip


@st.composite
def contexts(draw: st.DrawFn) -> dict[str, object]:
    members = tuple(draw(st.lists(st.sampled_from(PARTIES), max_size=3)))
    names = {
        "commune": draw(st.sampled_from(PARTIES)),
        "parties": together(members, draw(st.sampled_from(WORDS))),
        "annees": draw(st.sampled_from(NUMBERS)),
        "titre": draw(st.sampled_from(TITLES)),
        "texte": draw(st.sampled_from(TEXTS)),
    }
    kept = draw(st.sets(st.sampled_from(sorted(names)), min_size=3))
    return {name: value for name, value in names.items() if name in kept}


def rendered(body: str, context: dict[str, object]) -> object:
    return render_clause(
        CLAUSES[body], context, instance="essai", provenance=PROVENANCE, filters=FILTERS
    )


def forget() -> None:
    for shelf in keeping._shelves:
        shelf.turn()
        shelf.turn()


def test_every_clause_of_these_tests_is_sound() -> None:
    assert len(CLAUSES) == len(BODIES)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(BODIES), contexts()), min_size=2, max_size=12))
def test_what_is_recalled_is_what_a_new_run_gives(
    acts: list[tuple[str, dict[str, object]]],
) -> None:
    forget()
    told = [rendered(*act) for act in acts]
    for act, one in zip(acts, told, strict=True):
        forget()
        assert rendered(*act) == one


def test_another_act_that_says_the_same_of_all_parties_is_recalled() -> None:
    clause = CLAUSES[BODIES[1]]
    contexts_ = [
        {"parties": together(PARTIES[:count], WORDS[0]), "annees": NUMBERS[1]} for count in (1, 2)
    ]
    first, second = (witnesses(clause, one) for one in contexts_)
    assert list(map(id, first)) == list(map(id, second))
    one, other = (rendered(BODIES[1], context) for context in contexts_)
    assert one[0] is other[0]


def test_other_words_for_all_parties_are_said() -> None:
    told = [
        rendered(BODIES[1], {"parties": together(PARTIES, words), "annees": NUMBERS[1]})
        for words in WORDS
    ]
    assert told[0] != told[1]


def test_a_list_of_all_parties_is_not() -> None:
    for body in (BODIES[2], BODIES[3], BODIES[5]):
        told = [
            rendered(body, {"parties": together(members, WORDS[0]), "titre": TITLES[0]})
            for members in (PARTIES[:1], PARTIES[2:3])
        ]
        assert told[0] != told[1]


def test_what_is_wrong_names_the_party_of_its_own_act() -> None:
    told = [
        rendered(BODIES[7], {"commune": one, "parties": together((), WORDS[0])})[1]
        for one in (PARTIES[0], PARTIES[2])
    ]
    assert [[one.arguments["party"] for one in found] for found in told] == [["Longvic"], ["Dijon"]]


def test_what_is_wrong_in_a_text_stands_where_its_own_act_has_it() -> None:
    told = [rendered(BODIES[8], {"texte": one})[1] for one in TEXTS[2:]]
    assert [{one.position.line for one in found} for found in told] == [{9}, {10}]


def test_a_clause_that_asks_the_whole_act_is_never_recalled() -> None:
    """Whoever kept what it asks would keep the whole act."""
    body = '{% if existe("duree") %}\n{{ titre }}\n{% endif %}'
    clause, _ = compile_clause(body, FILE, FIRST_LINE, filters=FILTERS)
    assert clause is not None
    assert witnesses(clause, {"existe": lambda _: True, "titre": TITLES[0]}) == ()
    assert TITLES[0] in witnesses(CLAUSES[BODIES[4]], {"titre": TITLES[0]})
