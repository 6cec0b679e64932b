"""Headings: their levels, their numbers, what they stand above; the lines under a title."""

from pathlib import Path

import pytest
from outlines import PLAIN, built, codes, drafted, outline, text

from conventassembler.draft.model import Contents, Heading, Title
from conventassembler.draft.plain import text_of

TITLES = """\
articles: {niveau: 3, numéro: "Article {n}", séparateur: " : "}
intitulés:
  titre: {niveau: 1, numéro: "TITRE {n}", séparateur: " – ", capitales: oui, chiffres: romains}
  chapitre: {niveau: 2, numéro: "CHAPITRE {n}", séparateur: " – ", capitales: oui}
"""
DIVIDED = """\
clauses:
  - titre: "Généralités"
    intitulé: titre
    repère: généralités
    clauses:
      - clause: objet/simple
        valeurs: {pilote: commune}
      - titre: "Le temps"
        intitulé: chapitre
        clauses:
          - clause: duree/tacite
            valeurs: {années: 3}
  - titre: "Fin"
    intitulé: titre
    clauses:
      - {titre: "Communication", texte: "Les parties communiquent."}
      - titre: "Dernier"
        texte: "Fin."
        clauses:
          - {titre: "Sous le dernier", texte: "Fin."}
"""
POINTS = """\
intitulés:
  point: {niveau: 2, numéro: "{parent}.{n}", séparateur: " – "}
  sous-point: {niveau: 3, numéro: "{parent}.{n}"}
"""
POINTED = """\
clauses:
  - clause: objet/simple
    valeurs: {pilote: commune}
  - titre: "Engagements"
    clauses:
      - {titre: "Besoins", intitulé: point, texte: "a"}
      - titre: "Actions"
        intitulé: point
        clauses:
          - {titre: "Socle", intitulé: sous-point, repère: socle, texte: "a"}
          - {titre: "Initiatives", intitulé: sous-point, numéro: 1 bis, texte: "a"}
          - {titre: "Autres", intitulé: sous-point, numéro: "2.2.5", texte: "a"}
          - {titre: "Dernières", intitulé: sous-point, texte: "a"}
"""
TERM = """\
  - clause: duree/tacite
    valeurs: {années: 3}
"""
RUN_IN = """\
intitulés:
  sous-titre: {niveau: 2}
  point: {niveau: 2, numéro: "{n}°", en ligne: oui, fin: ". – "}
"""


def told(folder: Path, body: str, act: str, model: str) -> str:
    """Return what a clause with that body says at the end of the articles."""
    clause = f"---\ntitre: Renvois\nchoisir quand: Toujours.\n---\nVoir {body}.\n"
    act += "  - {clause: objet/renvois, repère: renvois}\n"
    files = {"clauses/objet/renvois.md": clause}
    lines = text(drafted(folder, act, f"exige: []\n{model}", files)).splitlines()
    return next(line for line in lines if line.startswith("Voir")).removeprefix("Voir ")


# -- articles below titles and chapters


def test_articles_are_counted_on_through_titles_and_chapters(tmp_path: Path) -> None:
    assert outline(drafted(tmp_path, DIVIDED, TITLES)) == [
        "1 Titre I – Généralités",
        "3 Article 1 : Objet",
        "2 Chapitre 1 – Le temps",
        "3 Article 2 : Durée",
        "1 Titre II – Fin",
        "3 Article 3 : Communication",
        "3 Article 4 : Dernier",
        "4 Sous le dernier",
    ]


def test_articles_may_start_anew_and_repeat_the_number_above(tmp_path: Path) -> None:
    model = TITLES.replace('"Article {n}"', '"Article {parent}-{n}"').replace("2, numéro", "2, nu")
    model = model.replace('nu: "CHAPITRE {n}", ', "").replace("nuséparateur", "séparateur")
    lines = outline(drafted(tmp_path, DIVIDED, model))

    assert [one for one in lines if one.startswith("3")] == [
        "3 Article I-1 : Objet",
        "3 Article I-1 : Durée",
        "3 Article II-1 : Communication",
        "3 Article II-2 : Dernier",
    ]


def test_the_first_article_is_the_first_of_the_act_wherever_it_stands(tmp_path: Path) -> None:
    model = TITLES + "profil: journal-officiel\n"
    lines = outline(drafted(tmp_path, DIVIDED, model))

    assert [one for one in lines if one.startswith("3")][:2] == [
        "3 Article 1er : Objet",
        "3 Article 2 : Durée",
    ]


def test_references_name_titles_and_points(tmp_path: Path) -> None:
    body = '{{ ref("generalites").le }} et {{ ref("generalites").du }}'
    assert told(tmp_path, body, DIVIDED, TITLES) == "le titre I et du titre I."


# -- numbers that take up the number above


def test_numbers_take_up_the_number_above(tmp_path: Path) -> None:
    assert outline(drafted(tmp_path, POINTED + TERM, POINTS)) == [
        "1 Article 1 : Objet",
        "1 Article 2 : Engagements",
        "2 2.1 – Besoins",
        "2 2.2 – Actions",
        "3 2.2.1 Socle",
        "3 2.2.1 bis Initiatives",
        "3 2.2.5 Autres",
        "3 2.2.6 Dernières",
        "1 Article 3 : Durée",
    ]


def test_a_number_alone_is_masculine_and_elides_nothing(tmp_path: Path) -> None:
    body = '{{ ref("socle").le }}, {{ ref("socle").du }}, {{ ref("socle").au }}'

    assert told(tmp_path, body, POINTED, POINTS) == "le 2.2.1, du 2.2.1, au 2.2.1."


def test_a_mark_behind_the_number_is_no_part_of_what_references_say(tmp_path: Path) -> None:
    model = POINTS.replace(
        'sous-point: {niveau: 3, numéro: "{parent}.{n}"',
        'sous-point: {niveau: 3, numéro: "{parent}.{n}."',
    )
    body = '{{ ref("socle").le }}'

    assert told(tmp_path, body, POINTED, model) == "le 2.2.1."
    assert "2.2.1. Socle" in text(drafted(tmp_path, POINTED, model))


def test_the_first_article_gives_its_number_and_not_its_name(tmp_path: Path) -> None:
    act = POINTED.replace("  - clause: objet/simple\n    valeurs: {pilote: commune}\n", "")
    model = POINTS + "profil: journal-officiel\n"

    assert outline(drafted(tmp_path, act, model))[:2] == [
        "1 Article 1er : Engagements",
        "2 1.1 – Besoins",
    ]


def test_below_what_has_no_number_the_number_stands_alone(tmp_path: Path) -> None:
    act = POINTED.replace('"Engagements"', '"Engagements"\n    intitulé: nu')
    model = POINTS + "  nu: {niveau: 1}\n"

    assert "2 1 – Besoins" in outline(drafted(tmp_path, act, model))


@pytest.mark.parametrize(("digits", "shown"), [("lettres", "A B C"), ("romains", "I II III")])
def test_headings_are_counted_in_other_digits(digits: str, shown: str, tmp_path: Path) -> None:
    entries = [f"      - {{titre: x, intitulé: axe, texte: {n}}}\n" for n in "abc"]
    act = 'clauses:\n  - titre: "Actions"\n    clauses:\n' + "".join(entries)
    model = f'intitulés:\n  axe: {{numéro: "Axe {{n}}", séparateur: " – ", chiffres: {digits}}}\n'
    lines = outline(drafted(tmp_path, act, model))

    assert lines[1:] == [f"2 Axe {one} – x" for one in shown.split()]


def test_a_number_by_hand_is_read_in_the_digits_of_its_row(tmp_path: Path) -> None:
    act = """\
clauses:
  - {titre: a, texte: a, intitulé: titre, numéro: IV}
  - {titre: b, texte: b, intitulé: titre}
  - {titre: c, texte: c, intitulé: titre, numéro: 7}
  - {titre: d, texte: d, intitulé: titre, numéro: VII bis}
"""
    lines = outline(drafted(tmp_path, act, TITLES))

    assert lines == [
        "1 Titre IV – a",
        "1 Titre V – b",
        "1 Titre VII – c",
        "1 Titre VII bis – d",
    ]


def test_one_number_for_two_headings_is_told_whatever_their_kinds(tmp_path: Path) -> None:
    model = POINTS + '  autre: {niveau: 2, numéro: "{parent}.{n}"}\n'
    act = POINTED.replace('Actions"\n        intitulé: point', 'Actions"\n        intitulé: autre')
    (finding,) = [item for item in built(tmp_path, act, model).findings if item.code == "C413"]

    assert finding.arguments["number"] == "2.1"


@pytest.mark.parametrize("name", ["titre", "chapitre"])
def test_a_heading_is_deeper_than_the_one_above_it(name: str, tmp_path: Path) -> None:
    act = DIVIDED.replace(
        '- {titre: "Sous le dernier", texte', f'- {{titre: "x", intitulé: {name}, texte'
    )

    assert "C411" in codes(built(tmp_path, act, TITLES))


def test_nothing_leaves_out_the_articles(tmp_path: Path) -> None:
    act = DIVIDED.replace('{titre: "Communication",', '{titre: "x", intitulé: point,')
    model = TITLES + "  point: {niveau: 4}\n"

    assert "C411" in codes(built(tmp_path, act, model))


# -- headings on the line of their text


def test_a_heading_stands_on_the_line_of_running_text_alone(tmp_path: Path) -> None:
    act = """\
clauses:
  - titre: "Objet"
    clauses:
      - {titre: "Texte", intitulé: point, texte: "Un texte."}
      - {titre: "Liste", intitulé: point, texte: "- un item"}
      - titre: "Groupe"
        intitulé: point
        clauses:
          - {titre: "Nu", texte: "Un texte."}
"""
    draft = drafted(tmp_path, act, RUN_IN)
    ends = {
        one.label: one.run_in.translate(PLAIN) for one in draft.blocks if isinstance(one, Heading)
    }

    assert ends == {
        "Article\u00a01": "",
        "1°": ". – ",
        "2°": "",
        "3°": "",
        "": "",
    }


def test_without_an_end_it_has_the_usual_one(tmp_path: Path) -> None:
    model = RUN_IN.replace(', fin: ". – "', "")
    act = "clauses:\n  - titre: a\n    clauses:\n      - {titre: b, intitulé: point, texte: c}\n"

    assert "1° b. – c" in text(drafted(tmp_path, act, model))


def test_the_end_of_terms_is_the_models(tmp_path: Path) -> None:
    act = """\
clauses:
  - titre: "Définitions"
    texte: |
      Territoire
      : Celui de la commune.
"""
    assert "Territoire : Celui" in text(drafted(tmp_path, act))
    assert "Territoire. – Celui" in text(drafted(tmp_path, act, 'fin des termes: ". – "\n'))


# -- headings inside clauses


def test_headings_inside_a_clause_stand_below_its_own(tmp_path: Path) -> None:
    body = "      ## Premier\n\n      Texte.\n\n      ### Second\n\n      Texte.\n"
    act = f"""\
préambule:
  - texte: |
{body}
clauses:
  - titre: "Objet"
    texte: |
{body}
    clauses:
      - titre: "Axe"
        intitulé: axe
        texte: |
          ## Troisième

          Texte.
"""
    assert outline(drafted(tmp_path, act)) == [
        "2 Premier",
        "3 Second",
        "1 Article 1 : Objet",
        "2 Premier",
        "3 Second",
        "2 Axe 1 – Axe",
        "3 Troisième",
    ]


# -- the preamble


PREAMBLE = """\
préambule:
  - contexte
  - titre: "Objectif de la convention"
    texte: "Les parties ont trois buts."
  - clause: contexte
    repère: territoire
    titre: "Le territoire"
    intitulé: sous-titre
    clauses:
      - {titre: "Population", texte: "Elle croît."}
"""


def test_entries_of_the_preamble_have_the_titles_that_they_are_given(tmp_path: Path) -> None:
    model = "titre du préambule: Préambule\n"
    draft = drafted(tmp_path, PREAMBLE, model)
    headings = [one for one in draft.blocks if isinstance(one, Heading)][:4]

    assert outline(draft)[:4] == [
        "1 Préambule",
        "1 Objectif de la convention",
        "2 Le territoire",
        "3 Population",
    ]
    assert [one.rank for one in headings] == ["part", "part", "clause", "clause"]
    assert not headings[0].capitals


def test_without_a_title_of_its_own_the_preamble_begins_with_its_text(tmp_path: Path) -> None:
    assert outline(drafted(tmp_path, PREAMBLE))[0] == "1 Objectif de la convention"


def test_the_title_of_the_preamble_may_be_in_capitals(tmp_path: Path) -> None:
    model = "titre du préambule: {titre: Préambule, capitales: oui}\n"
    headings = [
        one for one in drafted(tmp_path, PREAMBLE, model).blocks if isinstance(one, Heading)
    ]

    assert [(one.capitals, text_of(one.inlines)) for one in headings[:3]] == [
        (True, "Préambule"),
        (True, "Objectif de la convention"),  # of the same rank
        (False, "Le territoire"),
    ]


def test_an_act_without_preamble_has_no_title_of_one(tmp_path: Path) -> None:
    draft = drafted(tmp_path, "préambule: []\n", "titre du préambule: Préambule\n")

    assert outline(draft)[0] == "1 Article 1 : Objet"


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("{titre: a, numéro: 2, texte: b}", "C483"),
        ("{titre: a, intitulé: axe, texte: b}", "C481"),
        ("{titre: a, intitulé: aucun, texte: b}", "C419"),
        ("{intitulé: sous-titre, texte: b}", "C416"),
    ],
)
def test_what_a_preamble_cannot_show(entry: str, code: str, tmp_path: Path) -> None:
    assert codes(built(tmp_path, f"préambule:\n  - {entry}\n")) == [code]


def test_a_title_without_number_can_be_cited_and_nothing_else_of_it(tmp_path: Path) -> None:
    body = 'Voir « {{ ref("territoire").titre }} », {{ ref("objet").titre }}.'
    act = PREAMBLE + "clauses:\n  - clause: objet/simple\n    valeurs: {pilote: commune}\n"
    act += "  - clause: objet/renvois\n    repère: renvois\n"
    clause = f"---\ntitre: Renvois\nchoisir quand: Toujours.\n---\n{body}\n"
    files = {"clauses/objet/renvois.md": clause}
    model = "exige: []\n"

    assert "Voir « Le territoire », Objet." in text(drafted(tmp_path, act, model, files))
    files = {"clauses/objet/renvois.md": clause.replace('territoire").titre', 'territoire").le')}
    assert codes(built(tmp_path, act, model, files)) == ["C515"]


# -- under the title


def test_lines_stand_between_the_title_and_the_parties(tmp_path: Path) -> None:
    draft = drafted(tmp_path, 'sous-titres: ["Appui à la lutte contre la pauvreté", "2020"]\n')
    title = next(one for one in draft.blocks if isinstance(one, Title))

    assert [text_of(line).replace("\u00a0", " ")[:35] for line in title.lines] == [
        "Convention de partenariat",
        "Appui à la lutte contre la pauvreté",
        "2020",
        "entre le département de la Côte-d’O",
        "et la commune de Longvic",
    ]
    assert " – 2020 entre le département" in draft.title.translate(PLAIN)


@pytest.mark.parametrize(
    ("act", "model", "lines"),
    [
        ("", "", 3),
        ("parties au titre: non\n", "", 1),
        ("", "parties au titre: non\n", 1),
        ("parties au titre: oui\n", "parties au titre: non\n", 3),
    ],
)
def test_the_title_names_the_parties_or_not(
    act: str, model: str, lines: int, tmp_path: Path
) -> None:
    draft = drafted(tmp_path, act, model)

    assert len(next(one for one in draft.blocks if isinstance(one, Title)).lines) == lines


def test_an_order_of_parties_that_no_title_shows_is_told(tmp_path: Path) -> None:
    act = "entre: [commune, département]\nparties au titre: non\n"

    assert codes(built(tmp_path, act)) == ["C482"]


def test_a_table_of_contents_holds_the_headings_of_three_levels(tmp_path: Path) -> None:
    act = DIVIDED + PREAMBLE + 'annexes:\n  - {titre: "Carte", à joindre: oui}\nsommaire: oui\n'
    model = TITLES + "  sous-titre: {niveau: 2}\ntitre du préambule: Préambule\n"
    draft = drafted(tmp_path, act, model)
    (contents,) = [one for one in draft.blocks if isinstance(one, Contents)]
    known = {one.id for one in draft.blocks if isinstance(one, Heading)}

    assert [type(one).__name__ for one in draft.blocks[:4]] == [
        "Title",
        "Heading",
        "Contents",
        "NewPage",
    ]
    assert [
        f"{one.level} {text_of(one.inlines)}".replace("\u00a0", " ") for one in contents.entries
    ] == [
        "1 Préambule",
        "1 Objectif de la convention",
        "2 Le territoire",
        "3 Population",
        "1 Titre I – Généralités",
        "3 Article 1 : Objet",
        "2 Chapitre 1 – Le temps",
        "3 Article 2 : Durée",
        "1 Titre II – Fin",
        "3 Article 3 : Communication",
        "3 Article 4 : Dernier",
        "1 Liste des annexes",
        "1 Annexe 1 – Carte",
    ]
    assert {one.target for one in contents.entries} <= known


def test_an_act_may_do_without_the_table_of_its_model(tmp_path: Path) -> None:
    kinds = {type(one) for one in drafted(tmp_path, "sommaire: non\n", "sommaire: oui\n").blocks}

    assert Contents not in kinds


def test_a_heading_on_the_line_of_its_text_is_not_in_the_table(tmp_path: Path) -> None:
    act = "clauses:\n  - titre: a\n    clauses:\n      - {titre: b, intitulé: point, texte: c}\n"
    draft = drafted(tmp_path, act + "sommaire: oui\n", RUN_IN)
    (contents,) = [one for one in draft.blocks if isinstance(one, Contents)]

    assert len(contents.entries) == 1


def test_an_entry_may_begin_a_page(tmp_path: Path) -> None:
    act = """\
clauses:
  - clause: objet/simple
    valeurs: {pilote: commune}
  - clause: duree/tacite
    page nouvelle: oui
    valeurs: {années: 3}
"""
    assert outline(drafted(tmp_path, act)) == [
        "1 Article 1 : Objet",
        "-- portrait",
        "1 Article 2 : Durée",
    ]


def test_the_marks_of_lists_are_the_models(tmp_path: Path) -> None:
    assert drafted(tmp_path, "", 'puces: ["–", "•"]\n').bullets == ("–", "•")
    assert drafted(tmp_path).bullets == ()


@pytest.mark.parametrize(
    ("model", "code"),
    [
        ('puces: ["–", "->"]\n', "C444"),
        ('intitulés:\n  axe: {numéro: "Axe {m}"}\n', "C445"),
        ('intitulés:\n  axe: {numéro: "{n}.{parent}"}\n', "C445"),
        ('intitulés:\n  axe: {numéro: "{parent}.{parent}.{n}"}\n', "C445"),
        ('intitulés:\n  axe: {numéro: "{parent}"}\n', "C427"),
        ('intitulés:\n  axe: {numéro: "{n}.{n}"}\n', "C433"),
        ('articles: {numéro: "{parent}.{n}"}\n', "C453"),
        ('annexes: {numéro: "{parent}.{n}"}\n', "C453"),
        ('intitulés:\n  axe: {fin: ". – "}\n', "C478"),
        ("intitulés:\n  axe: {chiffres: grecs}\n", "C206"),
    ],
)
def test_what_is_wrong_with_the_looks_of_a_model(model: str, code: str, tmp_path: Path) -> None:
    assert codes(built(tmp_path, "", model)) == [code]
