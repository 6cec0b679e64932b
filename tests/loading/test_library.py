"""The clause library, from files to records."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from conventassembler.library import Library, load_library
from conventassembler.schema import IntegerType

Write = Callable[[str, str], Path]
Load = Callable[..., tuple[Library, list[tuple[str, str]]]]

FILES = {
    "clauses/duree/tacite.md": """\
---
titre: Durée
choisir quand: >-
  L'acte se renouvelle.
paramètres:
  années: {type: entier, min: 1, max: 10, libellé: "Durée, en années"}
  préavis en mois: {type: entier, défaut: 3, aide: "Avant l'échéance."}
exige: objet
exclut:
  - duree/ferme
base légale: "article 1"
relu le: 2026-11-01
---

{{ acte.Le }} dure {{ annees | en_annees }}.
""",
    "clauses/duree/ferme.md": "---\ntitre: Durée\nchoisir quand: Jamais.\n---\nTexte.\n",
    "clauses/objet/simple.md": "---\ntitre: Objet\nchoisir quand: Toujours.\n---\nTexte.\n",
    "clauses/parties/bloc.md": "---\ntitre: Partie\nchoisir quand: Toujours.\n---\nTexte.\n",
    "clauses/models/protocole.yaml": """\
format: 1
acte: protocole
ordre: [titre, visas, clauses]
articles: {numéro: "ARTICLE {n}", séparateur: " : ", premier: "1er", capitales: oui}
intitulés:
  axe: {niveau: 2, numéro: "Axe {n}", séparateur: " – ", recommence: non}
  sous-titre: {niveau: 2}
présentation des parties: parties/bloc
formule: "Il est convenu :"
clauses:
  - objet/simple
  - clause: duree/tacite
    valeurs: {Années: 3}
exige: [objet, duree]
""",
    "clauses/references/codes.yaml": """\
format: 1
codes:
  CGCT:
    titre: "code général des collectivités territoriales"
    source: "Légifrance"
    vérifié le: 2026-11-22
""",
}


@pytest.fixture
def load(write: Write, tmp_path: Path) -> Load:
    def load(**changes: str) -> tuple[Library, list[tuple[str, str]]]:
        files = dict(FILES)
        for name, text in changes.items():
            files[name] = text
        for name, text in files.items():
            write(name, text)
        library, found = load_library(tmp_path / "clauses", tmp_path)
        return library, [(item.code, str(item.position)) for item in found]

    return load


def test_a_variant(load: Load) -> None:
    library, found = load()
    variant = library.variants["duree/tacite"]

    assert found == []
    assert (variant.family, variant.file) == ("duree", "clauses/duree/tacite.md")
    assert (variant.title, variant.choose_when) == ("Durée", "L'acte se renouvelle.")
    assert (variant.requires, variant.excludes) == (("objet",), ("duree/ferme",))
    assert (variant.basis, variant.reviewed) == (("article 1",), date(2026, 11, 1))
    assert variant.body == "{{ acte.Le }} dure {{ annees | en_annees }}.\n"
    assert variant.body_line == 15


def test_its_parameters(load: Load) -> None:
    years, notice = load()[0].variants["duree/tacite"].parameters.values()

    assert (years.name, years.key, years.type) == ("annees", "années", IntegerType(1, 10))
    assert (years.required, years.default, years.label) == (True, None, "Durée, en années")
    assert str(years.position) == "clauses/duree/tacite.md:6:3"
    assert (notice.name, notice.key) == ("preavis_en_mois", "préavis en mois")
    assert (notice.required, notice.default, notice.help) == (False, 3, "Avant l'échéance.")


def test_a_model(load: Load) -> None:
    model = load()[0].models["protocole"]

    assert (model.act, model.profile, model.order) == (
        "protocole",
        "collectivite",
        ("titre", "visas", "clauses"),
    )
    assert list(model.headings) == ["article", "axe", "sous_titre"]
    article, axis, plain = model.headings.values()
    assert (article.level, article.number, article.separator) == (1, "ARTICLE {n}", " : ")
    assert (article.first, article.capitals, article.restart) == ("1er", True, True)
    assert (axis.level, axis.separator, axis.restart) == (2, " – ", False)
    assert (plain.number, plain.separator, plain.first) == ("", "", "")
    assert model.formula == "Il est convenu :"
    written = [(c.clause, [(v.key, v.node) for v in c.values]) for c in model.proposal.clauses]
    assert [clause for clause, _ in written] == ["objet/simple", "duree/tacite"]
    assert [(key, node.text) for key, node in written[1][1]] == [("Années", "3")]


def test_references(load: Load) -> None:
    code = load()[0].codes["CGCT"]

    assert code.title == "code général des collectivités territoriales"
    assert code.checked == date(2026, 11, 22)


TACITE, MODEL = "clauses/duree/tacite.md", "clauses/models/protocole.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (TACITE, "titre: Durée\n", "", [("C102", f"{TACITE}:2:1")]),
        (TACITE, "exige: objet", "exige: objets", [("C426", f"{TACITE}:8:8")]),
        (TACITE, "- duree/ferme", "- duree/fermé", [("C426", f"{TACITE}:10:5")]),
        (TACITE, "- duree/ferme", "- objet", [("C428", f"{TACITE}:10:5")]),
        (TACITE, "type: entier, min", "type: nombre, min", [("C420", f"{TACITE}:6:18")]),
        (TACITE, "2026-11-01", "1/11/2026", [("C212", f"{TACITE}:12:10")]),
        (TACITE, "---\n\n{{", "{{", [("C132", f"{TACITE}:1:1")]),
        (MODEL, "- objet/simple", "- objet/complexe", [("C430", f"{MODEL}:11:5")]),
        (MODEL, "parties/bloc", "parties/blocs", [("C430", f"{MODEL}:8:27")]),
        (MODEL, "{Années: 3}", "{Annees: 30}", [("C205", f"{MODEL}:13:23")]),
        (MODEL, "{Années: 3}", "{Mois: 3}", [("C431", f"{MODEL}:13:15")]),
        (MODEL, '"Axe {n}"', '"Axe"', [("C427", f"{MODEL}:6:28")]),
        (MODEL, '"Axe {n}"', '"Axe {n}.{n}"', [("C433", f"{MODEL}:6:28")]),
        (MODEL, "niveau: 2,", "niveau: 0,", [("C204", f"{MODEL}:6:17")]),
        (MODEL, "exige: [objet, duree]", "exige: [objet, durée]", [("C426", f"{MODEL}:14:16")]),
        (MODEL, "format: 1\n", "", [("C105", f"{MODEL}:1:1")]),
    ],
)
def test_faults_are_told_at_their_place(
    load: Load, name: str, old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert old in FILES[name]

    _, found = load(**{name: FILES[name].replace(old, new, 1)})

    assert [item for item in found if item[0] != "C430" or expected[0][0] == "C430"] == expected


def test_files_out_of_place_or_ill_named_are_told(load: Load) -> None:
    text = FILES["clauses/objet/simple.md"]

    _, found = load(
        **{
            "clauses/seule.md": text,
            "clauses/objet/sous/simple.md": text,
            "clauses/objet/Très simple.md": text,
        }
    )

    assert sorted(found) == [
        ("C424", "clauses/objet/sous/simple.md:1:1"),
        ("C424", "clauses/seule.md:1:1"),
        ("C425", "clauses/objet/Très simple.md:1:1"),
    ]


def test_a_code_described_twice_is_told(load: Load) -> None:
    name = "clauses/references/zautres.yaml"

    _, found = load(**{name: FILES["clauses/references/codes.yaml"]})

    assert found == [("C429", f"{name}:3:3")]


def test_one_bad_file_does_not_hide_the_others(load: Load) -> None:
    library, found = load(
        **{
            "clauses/objet/simple.md": "pas de tête\n",
            "clauses/duree/ferme.md": "---\ntitre: [\n---\nTexte.\n",
        }
    )

    assert {"C131", "C113"} <= {code for code, _ in found}
    assert "duree/tacite" in library.variants
    assert "CGCT" in library.codes


def test_an_empty_folder_is_an_empty_library(tmp_path: Path) -> None:
    library, found = load_library(tmp_path / "clauses", tmp_path)

    assert (dict(library.variants), dict(library.models), found) == ({}, {}, ())


def test_a_file_that_could_not_be_read_is_not_unknown(load: Load) -> None:
    library, found = load(**{TACITE: "pas de tête\n", MODEL: FILES[MODEL].replace("acte:", "act")})

    assert library.unread == {"duree/tacite", "protocole"}
    assert [code for code, _ in found] == ["C131", "C111"]


def test_what_names_an_unread_variant_has_no_other_fault(load: Load) -> None:
    text = FILES["clauses/objet/simple.md"].replace("choisir", "exige: duree/tacite\nchoisir")

    _, found = load(**{TACITE: "pas de tête\n", "clauses/objet/simple.md": text})

    assert [code for code, _ in found] == ["C131"]
