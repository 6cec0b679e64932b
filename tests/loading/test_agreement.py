"""Agreement files and the party registry, from YAML to records."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from conventassembler.agreement import load_agreement, load_parties
from conventassembler.agreement.model import Agreement
from conventassembler.agreement.recitals import (
    AuthorityRecital,
    CodeRecital,
    StatuteRecital,
    TextRecital,
)
from conventassembler.diagnostics import Diagnostic
from conventassembler.source import Scalar
from conventassembler.values import Blank

Write = Callable[[str, str], Path]

WHOLE = """\
format: 1
modèle: protocole
bandeau: "Annexe 1"
titre: "Protocole"
entre: [commune, département]
parties:
  département:
    fiche: departement-21
    représentant:
      genre: féminin
    habilitation:
      acte: délibération
      dates:
        - 2025-12-15
        - 2025-12-16
      numéro: à compléter
  commune:
    nature: commune
    nom: "Longvic"
    adresse:
      - "BP 77"
      - "21604 LONGVIC Cedex"
    rattachée à: département
    ci-après: "la Commune"
visas:
  - code: CGCT
    articles: ["L. 1111-1", à compléter]
  - loi: 82-213
    date: 1982-03-02
    intitulé: "relative aux droits et libertés des communes"
  - habilitation de: Département
  - texte: "le contrat pluriannuel"
préambule:
  - contexte
clauses:
  - clause: objet/simple
    titre: "Objet du protocole"
    valeurs:
      Durée en années: 3
      pilote: commune
  - titre: "Actions"
    repère: Les actions
    clauses:
      - clause: axe/un
        intitulé: axe
      - titre: "Libre"
        texte: |
          Un *texte*.
      - objet/autre
signature:
  lieu: à compléter
  originaux: 3
  disposition:
    - [commune]
    - [département]
"""
REGISTRY = """\
format: 1
nature: département
nom: "Côte-d'Or"
adresse: "53 bis, rue de la Préfecture"
représentant:
  fonction: président
  genre: masculin
"""


@pytest.fixture
def load(
    write: Write, tmp_path: Path
) -> Callable[[str], tuple[Agreement | None, list[Diagnostic]]]:
    def load(text: str) -> tuple[Agreement | None, list[Diagnostic]]:
        write("agreements/parties/departement-21.yaml", REGISTRY)
        path = write("agreements/acte.yaml", text)
        registry, found = load_parties(tmp_path / "agreements" / "parties", tmp_path)
        assert found == ()
        agreement, faults = load_agreement(path, "agreements/acte.yaml", registry)
        return agreement, list(faults)

    return load


Load = Callable[[str], tuple[Agreement | None, list[Diagnostic]]]


def whole(load: Load) -> Agreement:
    agreement, found = load(WHOLE)
    assert found == []
    assert agreement is not None
    return agreement


def codes(found: list[Diagnostic]) -> list[tuple[str, int]]:
    return [(item.code, item.position.line) for item in found]


def test_the_head_of_an_agreement(load: Load) -> None:
    agreement = whole(load)

    assert (agreement.name, agreement.file) == ("acte", "agreements/acte.yaml")
    assert (agreement.model, agreement.title, agreement.banner) == (
        "protocole",
        "Protocole",
        "Annexe 1",
    )
    assert agreement.title_order == ("commune", "departement")
    assert agreement.key_positions["recitals"].line == 25


def test_a_registry_record_is_merged_under_what_the_agreement_says(load: Load) -> None:
    party = whole(load).parties[0]

    assert (party.id, party.key, party.kind, party.name) == (
        "departement",
        "département",
        "département",
        "Côte-d'Or",
    )
    assert party.address == ("53 bis, rue de la Préfecture",)
    assert party.representatives[0].office == "président"
    assert party.representatives[0].gender == "féminin"


def test_merged_values_keep_their_own_place_and_the_party_s_path(load: Load) -> None:
    party = whole(load).parties[0]

    assert not isinstance(party.name, Blank)
    assert party.name.origin.path == "parties.departement.name"
    assert str(party.name.origin.position) == "agreements/parties/departement-21.yaml:3:6"
    gender = party.representatives[0].gender
    assert gender is not None
    assert gender.origin.path == "parties.departement.representative.gender"
    assert str(gender.origin.position) == "agreements/acte.yaml:10:14"


def test_an_authority(load: Load) -> None:
    authority = whole(load).parties[0].authority

    assert authority is not None
    assert authority.act == "délibération"
    assert authority.dates == (date(2025, 12, 15), date(2025, 12, 16))
    assert isinstance(authority.number, Blank)
    assert authority.number.label == "numéro"
    assert authority.executory is None


def test_recitals(load: Load) -> None:
    code, law, authority, text = whole(load).recitals

    assert isinstance(code, CodeRecital)
    assert code.articles[0] == "L. 1111-1"
    assert isinstance(code.articles[1], Blank)
    assert isinstance(law, StatuteRecital)
    assert (law.number, law.date) == ("82-213", date(1982, 3, 2))
    assert isinstance(authority, AuthorityRecital)
    assert authority.party == "departement"
    assert isinstance(text, TextRecital)
    assert text.text == "le contrat pluriannuel"


def test_entries_at_every_depth(load: Load) -> None:
    agreement = whole(load)
    objet, actions = agreement.clauses

    assert [entry.clause for entry in agreement.preamble] == ["contexte"]
    assert [argument.key for argument in objet.values] == ["Durée en années", "pilote"]
    assert isinstance(objet.values[0].node, Scalar)
    assert objet.values[0].node.text == "3"
    assert actions.anchor == "Les actions"
    assert [entry.clause for entry in actions.entries] == ["axe/un", None, "objet/autre"]
    assert actions.entries[0].heading == "axe"
    assert actions.entries[1].text == "Un *texte*."


def test_entries_are_named_in_key_paths(load: Load) -> None:
    agreement = whole(load)
    objet, actions = agreement.clauses

    assert [entry.path for entry in (*agreement.preamble, objet, actions, *actions.entries)] == [
        "preamble[contexte]",
        "clauses[objet]",
        "clauses[les_actions]",
        "clauses[les_actions].entries[axe]",
        "clauses[les_actions].entries[2]",
        "clauses[les_actions].entries[objet]",
    ]
    assert objet.title is not None
    assert objet.title.origin.path == "clauses[objet].title"


def test_the_signature(load: Load) -> None:
    signature = whole(load).signature

    assert signature is not None
    assert isinstance(signature.place, Blank)
    assert signature.originals == 3
    assert signature.rows == ((("commune",),), (("departement",),))


def test_english_names_are_accepted(load: Load) -> None:
    english = {
        "modèle:": "model:", "titre:": "title:", "visas:": "recitals:",
        "habilitation:": "authority:",
        "valeurs:": "with:",
        "habilitation de:": "authority_of:", " nature:": " kind:",
    }  # fmt: skip
    text = WHOLE
    for french, name in english.items():
        assert french in text
        text = text.replace(french, name)

    agreement, found = load(text)

    assert found == []
    assert agreement is not None
    assert len(agreement.recitals) == 4
    assert [argument.key for argument in agreement.clauses[0].values] == [
        "Durée en années",
        "pilote",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("format: 1\n", "", [("C105", 1)]),
        ("format: 1\n", "format: à compléter\n", [("C106", 1)]),
        ("format: 1\n", "format: [à compléter]\n", [("C106", 1)]),
        ("entre: [commune,", "entre: [comune,", [("C211", 5)]),
        ("  - habilitation de: Département", "  - habilitation de: région", [("C211", 31)]),
        ("    - [commune]", "    - [communes]", [("C211", 54)]),
        ("fiche: departement-21", "fiche: departement-12", [("C217", 8)]),
        ("    nature: commune\n", "", [("C102", 17)]),
        ("      acte: délibération\n", "", [("C102", 11)]),
        ("originaux: 3", "originaux: 0", [("C204", 52)]),
        ("- contexte", "- contexte\n  - [contexte]", [("C134", 35)]),
        ("    adresse:\n", "    adresse: à compléter\n    adresses:\n", [("C103", 21)]),
    ],
)
def test_faults_are_told_at_their_line(
    load: Load, old: str, new: str, expected: list[tuple[str, int]]
) -> None:
    assert old in WHOLE

    agreement, found = load(WHOLE.replace(old, new, 1))

    assert codes(found) == expected
    assert agreement is not None


def test_all_faults_come_in_one_run(load: Load) -> None:
    text = WHOLE.replace("nature: commune", "nature: à compléter").replace("1982-03-02", "2/3/1982")
    text = text.replace("originaux: 3", "originaux: trois").replace(
        "- clause: axe/un", "- clauze: axe/un"
    )

    _, found = load(text)

    assert sorted(codes(found), key=lambda item: item[1]) == [
        ("C220", 18),
        ("C212", 29),
        ("C103", 44),
        ("C201", 52),
    ]


def test_whole_groups_may_be_blank(load: Load) -> None:
    start = WHOLE.index("signature:")
    text = WHOLE[:start] + "signature: à compléter\n"
    text = text.replace(
        '    nom: "Longvic"\n', '    nom: "Longvic"\n    représentant: à compléter\n'
    )
    text = text.replace("    rattachée à: département\n", "    habilitation: à compléter\n")

    agreement, found = load(text)

    assert found == []
    assert agreement is not None
    commune = agreement.parties[1]
    assert isinstance(commune.representatives[0].office, Blank)
    assert commune.authority is not None
    assert isinstance(commune.authority.dates[0], Blank)
    assert agreement.signature is not None
    assert isinstance(agreement.signature.place, Blank)


def test_an_agreement_without_a_model_is_none(load: Load) -> None:
    agreement, found = load(WHOLE.replace("modèle: protocole\n", ""))

    assert agreement is None
    assert codes(found) == [("C102", 1)]


def test_faults_of_the_registry_are_told_once_in_its_file(write: Write, tmp_path: Path) -> None:
    write("agreements/parties/departement-21.yaml", REGISTRY.replace("genre: masculin", "genre: m"))
    path = write("agreements/acte.yaml", WHOLE)
    registry, found = load_parties(tmp_path / "agreements" / "parties", tmp_path)

    _, faults = load_agreement(path, "agreements/acte.yaml", registry)

    assert [(item.code, str(item.position)) for item in found] == [
        ("C206", "agreements/parties/departement-21.yaml:7:10")
    ]
    assert faults == ()


def test_no_registry_is_an_empty_one(tmp_path: Path) -> None:
    assert load_parties(tmp_path / "absent", tmp_path) == ({}, ())


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("entre: [commune, département]", "entre: à compléter", 5),
        ("préambule:\n  - contexte", "préambule: à compléter", 33),
        (
            "  disposition:\n    - [commune]\n    - [département]\n",
            "  disposition: à compléter\n",
            53,
        ),
        ("    - [commune]\n", "    - à compléter\n", 54),
        ("modèle: protocole\n", "modèle: [à compléter]\n", 2),
        ("parties:\n", "usages:\n  fin des visas: [à compléter]\nparties:\n", 7),
    ],
)
def test_a_blank_is_refused_where_it_would_be_lost(
    load: Load, old: str, new: str, line: int
) -> None:
    assert old in WHOLE

    _, found = load(WHOLE.replace(old, new, 1))

    assert codes(found) == [("C220", line)]


def test_every_value_of_a_party_may_be_blank_but_what_its_grammar_hangs_on(load: Load) -> None:
    blank = "à compléter"
    text = WHOLE.replace('nom: "Longvic"', f"nom: {blank}").replace(
        "genre: féminin", f"genre: {blank}"
    )
    text = text.replace('ci-après: "la Commune"', f"ci-après: {blank}")

    agreement, found = load(text)

    assert found == []
    assert agreement is not None
    departement, commune = agreement.parties
    assert isinstance(commune.name, Blank)
    assert isinstance(commune.short_name, Blank)
    assert isinstance(departement.representatives[0].gender, Blank)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("fiche: departement-21", "fiche: departement-12", "C217"),
        ("    représentant:\n      genre: féminin\n", "    représentant: Madame\n", "C134"),
    ],
)
def test_a_fault_of_a_party_leaves_blanks_for_the_later_stages(
    load: Load, old: str, new: str, code: str
) -> None:
    assert old in WHOLE

    agreement, found = load(WHOLE.replace(old, new, 1))

    assert [item.code for item in found] == [code]
    assert agreement is not None
    representative = agreement.parties[0].representatives[0]
    assert representative is not None
    assert isinstance(representative.office, Blank)
