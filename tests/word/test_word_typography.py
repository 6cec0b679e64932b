"""Every paragraph of every Word file is set in type: the agreements', and one typed all wrong."""

from dataclasses import replace

import pytest
from project import assembled, copy_of_repository
from type_lint import FAULTS, paragraphs, type_lint

from conventassembler.build import assemble
from conventassembler.diagnostics import has_errors
from conventassembler.draft.model import Block, Draft, Heading, Title
from conventassembler.draft.plain import units
from conventassembler.french import typography
from conventassembler.french.profiles import Profile, profiles
from conventassembler.writers.word import default_template, write_word
from conventassembler.writers.word.package import read_members, write_members
from conventassembler.writers.word.xml import parse

NAMES = sorted(assembled().drafts)
NARROW = "\N{NARROW NO-BREAK SPACE}"

HOSTILE = """\
format: 1
modèle: protocole-territorial
profil: PROFILE
bandeau: "Annexe n°1 : l'\\"essai\\" ..."
titre: "PROTOCOLE \\"d'essai\\" n°12: les 20% de l'Etat!"
entre: [commune, ccas, département]
parties:
  département:
    fiche: departement-cote-d-or
    ci-après: "l'\\"Institution\\""
    habilitation:
      acte: délibération
      organe: "commission permanente d'essai"
      numéro: "n°12 ; bis"
      dates: [2025-12-15, 2025-12-16]
  commune:
    nature: commune
    nom: "L'Essai"
    adresse:
      - "l'annexe n°2 ; bât. \\"A\\""
      - "BP 77, 21600 L'ESSAI"
    représentante:
      fonction: maire
      genre: féminin
      nom: "Jeanne D'ESSAI"
    habilitation:
      acte: délibération
      date: 2025-12-18
  ccas:
    nature: centre communal d'action sociale
    rattaché à: commune
    représentant:
      fonction: président
    habilitation:
      acte: délibération
      date: 2025-12-19
visas:
  - code: CGCT
    articles: "L1111-9, L 2121 – 29 et L.3211-1 à 3"
  - loi: "82 – 213"
    date: 1982-03-02
    intitulé: "relative à l'\\"essai\\": droits ; libertés"
  - texte: "l'avis n°5 : \\"d'accord !\\", dit-il - etc..."
  - habilitation de: département
  - habilitation de: commune
  - habilitation de: ccas
préambule:
  - texte: |
      A ce titre, l'Etat dit: "l'oeuvre 'commune' ; n°s 12 et 13"; que faire? Rien!

      - l'item n°1: 20% ;
      - l'**item** n°*2* ; "cité" - fini...
clauses:
  - objet/cadre-de-reference
  - titre: "L'\\"objet\\" n°5 : quoi ?"
    repère: essai
    texte: |
      Vu l'article L1111-9, l'article LO1112-1, les articles R 221-3 et D.142-1-1; 200 000€ l'an.

      | L'\\"en-tête\\" | n°1 : "oui" |
      |---|---|
      | l'**un** ; 20% | "d'ici" - 12€ ! |
      | <<deux>> ? | A l'issue: 5 ans... |

      1. l'alinéa n°3 : oui ;
      2. "fin"...
  - titre: "AXES : L'ETAT ?"
    repère: axes
    clauses:
      - titre: "L'axe n°1 : \\"un\\""
        intitulé: axe
        texte: "C'est «fini » : oui !"
  - clause: duree/tacite
    valeurs: {années: 3, préavis en mois: 3}
  - revision/avenant
signature:
  lieu: "L'Essai"
  date: 2026-03-01
  originaux: 3
"""
"""An agreement of which no text is typed as it is to be printed."""


def word_of(draft: Draft) -> bytes:
    word, found = write_word(draft, default_template())
    assert found == ()
    return word


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Draft]:
    """The agreement that is typed wrong, by profile."""
    workspace = copy_of_repository(tmp_path_factory.mktemp("hostile"))
    for path in workspace.agreements.glob("*.yaml"):
        path.unlink()
    for name in profiles():
        text = HOSTILE.replace("PROFILE", name)
        workspace.agreement(name).write_text(text, encoding="utf-8")
    made = assemble(workspace, workspace.names())
    assert not has_errors(made.findings), [str(item) for item in made.findings]
    return dict(made.drafts)


# -- the files


@pytest.mark.parametrize("name", NAMES)
def test_the_agreements_are_set_in_type(name: str) -> None:
    assert type_lint(word_of(assembled().drafts[name])) == []


@pytest.mark.parametrize("name", profiles())
def test_what_is_typed_wrong_is_printed_right(name: str, hostile: dict[str, Draft]) -> None:
    assert type_lint(word_of(hostile[name])) == []


@pytest.mark.parametrize("name", profiles())
def test_the_spaces_are_those_of_the_profile(name: str, hostile: dict[str, Draft]) -> None:
    text = "\n".join(units(hostile[name].blocks))
    in_small = "\n".join(units(_in_small(hostile[name])))
    high = profiles()[name].high_space

    assert f"faire{high}? Rien{high}!" in text
    assert (NARROW in text) == (name == "imprimerie-nationale")
    assert ("l’État" in in_small) == profiles()[name].accented_capitals
    assert f"Article\u00a0{profiles()[name].first_article}" in text
    assert "À ce titre" in text or not profiles()[name].accented_capitals


def test_the_agreement_is_typed_wrong_in_every_way() -> None:
    """Each fault that the lint knows stands in the text that was typed, else it proves nothing."""
    lines = [line.strip() for line in HOSTILE.replace("\\\\", "").splitlines()]

    for fault, pattern in FAULTS.items():
        if fault not in ("a space at which a line may end after «", "two spaces"):
            assert any(pattern.search(line) for line in lines), fault


# -- every string of the draft: titles, headings, addresses, recitals, cells, items, signatures


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_an_agreement_went_through_typography(name: str) -> None:
    assert unset(assembled().drafts[name], profiles()["collectivite"]) == []


@pytest.mark.parametrize("name", profiles())
def test_every_text_of_the_wrong_one_went_through_typography(
    name: str, hostile: dict[str, Draft]
) -> None:
    assert unset(hostile[name], profiles()[name]) == []


def unset(draft: Draft, profile: Profile) -> list[str]:
    """Return the texts of a draft in which typography still finds something to do."""
    texts = [*units(_in_small(draft)), draft.title, draft.short_title]
    accented = replace(profile, accented_capitals=True)
    in_capitals = [text for text in units(draft.blocks) if text not in texts]
    return [
        *(text for text in texts if typography.edits(text, profile)),
        *(text for text in in_capitals if typography.edits(text, accented)),
    ]


def _in_small(draft: Draft) -> tuple[Block, ...]:
    """Return the blocks that Word does not show all in capitals, where accents always stay."""
    return tuple(
        replace(block, lines=block.lines[1:]) if isinstance(block, Title) else block
        for block in draft.blocks
        if not (isinstance(block, Heading) and block.capitals)
    )


# -- the lint itself can fail


PLANTED = {
    "conviennent de ce qui suit :": "a space at which a line may end before a mark",
    "« la Commune »": "a space at which a line may end after «",
    "la «Commune\u00a0»": "a quotation without its spaces",
    "ceci; cela": "a mark that touches its word",
    "n° 12": "n° parted from its number",
    "L. 1111-9": "an article parted from its letter",
    "l'État": "a straight quote or apostrophe",
    "et caetera...": "three points",
    "le Département - ici": "a hyphen for a dash",
    "deux  mots": "two spaces",
}


def test_every_fault_is_planted() -> None:
    assert set(PLANTED.values()) == set(FAULTS)


@pytest.mark.parametrize("part", ["word/document.xml", "word/footer1.xml", "docProps/core.xml"])
@pytest.mark.parametrize("words", PLANTED)
def test_a_planted_fault_is_found(words: str, part: str) -> None:
    members = dict(read_members(word_of(assembled().drafts["longvic"])))
    end = "</dc:title>" if part.startswith("docProps") else "</w:t>"
    head, joint, tail = members[part].decode("utf-8").rpartition(end)
    members[part] = f"{head}, {words}{joint}{tail}".encode()

    found = type_lint(write_members(members))

    assert found
    assert any(item.startswith(PLANTED[words]) and part in item for item in found)


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        ("word/document.xml", 'w:w="11906"', 'w:w="12240"'),
        ("word/styles.xml", 'w:val="fr-FR"', 'w:val="en-US"'),
    ],
)
def test_another_page_or_language_is_found(part: str, before: str, after: str) -> None:
    members = dict(read_members(word_of(assembled().drafts["longvic"])))
    text = members[part].decode("utf-8")
    assert before in text
    members[part] = text.replace(before, after).encode("utf-8")

    assert len(type_lint(write_members(members))) == 1


def test_the_lint_reads_every_part_that_has_paragraphs() -> None:
    members = read_members(word_of(assembled().drafts["longvic"]))
    read = {
        name
        for name, data in members.items()
        if name.endswith(".xml") and any(paragraphs(name, parse(data)))
    }

    assert {"word/document.xml", "word/footer1.xml", "docProps/core.xml"} <= read
