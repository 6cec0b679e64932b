"""Annexes: their numbers, their pages, their list, and how clauses speak of them."""

from pathlib import Path

import pytest
from outlines import built, codes, drafted, outline, text

from conventassembler.draft.model import Heading, ListItem, NewPage, Reference, SignatureGrid

CLAUSES = """\
clauses:
  - clause: objet/simple
    valeurs: {pilote: commune}
  - clause: duree/tacite
    valeurs: {années: 3}
"""
TWO = """\
annexes:
  - titre: "Fiches action"
    repère: fiches
    texte: "Une fiche."
  - titre: "Délibération du conseil municipal"
    repère: délibération
    à joindre: oui
"""
CLAUSE = "clauses/objet/renvois.md"


def clause(body: str) -> dict[str, str]:
    return {CLAUSE: f"---\ntitre: Renvois\nchoisir quand: Toujours.\n---\n{body}\n"}


REFERRING = """\
clauses:
  - objet/renvois
  - clause: duree/tacite
    valeurs: {années: 3}
"""


def test_annexes_come_last_each_on_a_page_of_its_own_behind_their_list(tmp_path: Path) -> None:
    draft = drafted(tmp_path, TWO)

    assert outline(draft)[-5:] == [
        "1 Liste des annexes",
        "-- portrait",
        "1 Annexe 1 – Fiches action",
        "-- portrait",
        "1 Annexe 2 – Délibération du conseil municipal",
    ]
    assert text(draft).endswith(
        "Liste des annexes\n"
        "Annexe 1 – Fiches action\n"
        "Annexe 2 – Délibération du conseil municipal (à joindre)\n"
        "Annexe 1 – Fiches action\n"
        "Une fiche.\n"
        "Annexe 2 – Délibération du conseil municipal\n"
        "Document à joindre à la présente convention."
    )
    ranks = [one.rank for one in draft.blocks if isinstance(one, Heading)]
    assert ranks == ["clause", "clause", "part", "annex", "annex"]


def test_the_list_refers_to_the_annexes(tmp_path: Path) -> None:
    draft = drafted(tmp_path, TWO)
    items = [one for one in draft.blocks if isinstance(one, ListItem)]
    targets = [one.inlines[0] for one in items]

    assert [one.target for one in targets if isinstance(one, Reference)] == [
        "fiches",
        "deliberation",
    ]


def test_one_annex_that_is_in_the_act_needs_no_list(tmp_path: Path) -> None:
    draft = drafted(tmp_path, 'annexes:\n  - titre: "Fiches"\n    texte: "Une."\n')

    assert outline(draft)[-2:] == ["-- portrait", "1 Annexe 1 – Fiches"]


def test_an_annex_to_join_is_told_as_a_remark(tmp_path: Path) -> None:
    result = built(tmp_path, TWO)

    assert codes(result) == ["C779", "C721"]


def test_a_number_by_hand_stands_between_two_others(tmp_path: Path) -> None:
    act = """\
annexes:
  - {titre: "A", texte: "a"}
  - {titre: "B", texte: "b", numéro: 1 bis}
  - {titre: "C", texte: "c"}
"""
    lines = [one for one in outline(drafted(tmp_path, act)) if one.startswith("1 Annexe")]

    assert lines == ["1 Annexe 1 – A", "1 Annexe 1 bis – B", "1 Annexe 2 – C"]


def test_the_pages_of_an_annex_may_lie_on_their_side(tmp_path: Path) -> None:
    act = """\
annexes:
  - titre: "A"
    orientation: paysage
    clauses:
      - {titre: "Un", texte: "a"}
      - {titre: "Deux", texte: "b", page nouvelle: oui}
  - {titre: "B", texte: "b"}
"""
    assert outline(drafted(tmp_path, act))[3:] == [
        "-- landscape",
        "1 Annexe 1 – A",
        "2 Un",
        "-- landscape",
        "2 Deux",
        "-- portrait",
        "1 Annexe 2 – B",
    ]


def test_a_model_may_put_annexes_before_the_signature(tmp_path: Path) -> None:
    model = "ordre: [titre, visas, parties, préambule, formule, clauses, annexes, signature]\n"
    act = 'annexes:\n  - titre: "A"\n    orientation: paysage\n    texte: "a"\n'
    draft = drafted(tmp_path, act, model)

    assert outline(draft)[-3:] == ["-- landscape", "1 Annexe 1 – A", "-- portrait"]
    assert [type(one) for one in draft.blocks[-3::2]] == [NewPage, SignatureGrid]


def test_a_model_says_how_annexes_are_headed(tmp_path: Path) -> None:
    model = 'annexes: {numéro: "Annexe n° {n}", séparateur: " : ", chiffres: lettres}\n'
    act = TWO + CLAUSES
    lines = outline(drafted(tmp_path, act, model))

    assert [one for one in lines if one.startswith("1 Annexe")] == [
        "1 Annexe n° A : Fiches action",
        "1 Annexe n° B : Délibération du conseil municipal",
    ]


def test_clauses_refer_to_annexes_as_to_articles(tmp_path: Path) -> None:
    body = (
        'Voir {{ ref("fiches").le }} ({{ ref("fiches").titre }}){% if existe("deliberation") %}'
        ' et {{ ref("deliberation").le }}{% endif %}, {{ "annexé" | accorde(ref("fiches")) }}.'
    )
    draft = drafted(tmp_path, TWO + REFERRING, "", clause(body))

    assert "Voir l'annexe 1 (Fiches action) et l'annexe 2, annexée." in text(draft)


def test_clauses_go_over_the_annexes(tmp_path: Path) -> None:
    body = """\
{{ annexes | nombre | en_lettres | majuscule }} annexes : {{ annexes | liste(forme="le") }}.

{% for annexe in annexes %}
- {{ annexe.Le }}, {{ annexe.titre }}{% if annexe.a_joindre %}, à joindre{% endif %} ;
{% endfor %}
"""
    words = text(drafted(tmp_path, TWO + REFERRING, "", clause(body)))

    assert "Deux annexes : l'annexe 1 et l'annexe 2." in words
    assert "L'annexe 1, Fiches action ;\nL'annexe 2, Délibération du" in words
    assert "conseil municipal, à joindre ;" in words


def test_the_items_of_a_loop_over_annexes_are_followed_by_their_anchors(tmp_path: Path) -> None:
    body = "{% for annexe in annexes %}\n- {{ annexe.Le }} ;\n{% endfor %}\n"
    draft = drafted(tmp_path, TWO + REFERRING, "", clause(body))
    ids = [one.id for one in draft.blocks if one.id.startswith("objet/")]

    assert [id_.rpartition("/")[2] for id_ in ids] == ["fiches", "deliberation"]


def test_an_act_without_annexes_has_none(tmp_path: Path) -> None:
    body = (
        "{% if annexes %}Des annexes.{% else %}Aucune annexe"
        '{% if existe("fiches") %} du tout{% endif %}.{% endif %}'
    )

    assert "Aucune annexe." in text(drafted(tmp_path, REFERRING, "", clause(body)))


def test_below_an_annex_headings_have_the_next_level(tmp_path: Path) -> None:
    act = """\
annexes:
  - titre: "A"
    texte: |
      ## Sous A

      Texte.
    clauses:
      - {titre: "Nu", texte: "a"}
      - titre: "Axe"
        intitulé: axe
        texte: |
          ## Sous l'axe

          Texte.
"""
    draft = drafted(tmp_path, act)
    assert outline(draft)[2:] == [
        "-- portrait",
        "1 Annexe 1 – A",
        "2 Sous A",
        "2 Nu",
        "2 Axe 1 – Axe",
        "3 Sous l'axe",
    ]


def test_a_family_that_a_model_requires_may_stand_in_an_annex(tmp_path: Path) -> None:
    act = """\
clauses:
  - clause: objet/simple
    valeurs: {pilote: commune}
annexes:
  - clause: duree/tacite
    valeurs: {années: 3}
"""
    result = built(tmp_path, act)

    assert codes(result) == ["C779"]
    assert outline(result.drafts["exemple"])[-1] == "1 Annexe 1 – Durée"


@pytest.mark.parametrize(
    ("annex", "code"),
    [
        ('  - titre: "A"\n', "C479"),
        ('  - titre: "A"\n    à joindre: non\n', "C479"),
        ('  - texte: "a"\n', "C480"),
        ("  - à joindre: oui\n", "C480"),
        ('  - titre: "A"\n    intitulé: axe\n    texte: "a"\n', "C103"),
        ('  - titre: "A"\n    clauses:\n      - titre: "B"\n', "C412"),
        (
            '  - {titre: "A", texte: "a", numéro: 1}\n  - {titre: "B", texte: "b", numéro: 1}\n',
            "C413",
        ),
        ('  - {titre: "Annexe 1 : A", texte: "a"}\n', "C707"),
        ('  - {titre: "A", texte: "a", repère: objet}\n', "C405"),
    ],
)
def test_what_is_wrong_with_an_annex(annex: str, code: str, tmp_path: Path) -> None:
    assert code in codes(built(tmp_path, f"annexes:\n{annex}"))


def test_a_wrong_answer_is_not_told_as_an_empty_annex_too(tmp_path: Path) -> None:
    annex = '  - titre: "A"\n    à joindre: ouii\n'

    assert codes(built(tmp_path, f"annexes:\n{annex}")) == ["C207"]


def test_a_blank_in_an_annex_is_listed_with_the_way_to_it(tmp_path: Path) -> None:
    act = """\
annexes:
  - clause: duree/tacite
    repère: délais
    valeurs: {années: à compléter}
"""
    result = built(tmp_path, act + CLAUSES.rpartition("  - clause")[0])

    assert [item.arguments["label"] for item in result.findings if item.code == "C701"] == [
        "Durée › années"
    ]


@pytest.mark.parametrize(
    ("named", "annexes", "told"),
    [
        ("deliberations", TWO, True),
        ('"9"', TWO, True),
        ("oui", TWO, False),
        ('"9"', "", False),
        ("délibération", "", True),
    ],
)
def test_a_recital_that_cites_an_annex_of_no_act_is_told(
    named: str, annexes: str, told: bool, tmp_path: Path
) -> None:
    recital = f"""\
visas:
  - délibération: "approuvant la présente convention"
    partie: commune
    date: 2026-01-05
    annexe: {named}
"""
    assert ("C725" in codes(built(tmp_path, recital + annexes))) is told


@pytest.mark.parametrize("named", ["délibération", '"2"', '"Annexe 2"'])
def test_a_recital_refers_to_the_annex_that_its_text_is(tmp_path: Path, named: str) -> None:
    recital = f"""\
visas:
  - délibération: "approuvant la présente convention"
    partie: commune
    date: 2026-01-05
    annexe: {named}
"""
    draft = drafted(tmp_path, recital + TWO)

    [line] = [one for one in text(draft).split("\n") if "jointe en annexe" in one]
    assert "jointe en annexe 2, approuvant la présente convention" in line
    found = [
        inline
        for block in draft.blocks
        for inline in getattr(block, "inlines", ())
        if isinstance(inline, Reference) and inline.target == "deliberation"
    ]
    assert [one.text for one in found] == ["annexe\u00a02", "Annexe\u00a02"]
