"""The clause library, from files to records."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from conventassembler.library import Library
from conventassembler.library.loader import load_library
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

    assert (model.act, model.manner.profile, model.order) == (
        "protocole",
        None,
        ("titre", "visas", "clauses"),
    )
    assert list(model.headings) == ["article", "axe", "sous_titre"]
    article, axis, plain = model.headings.values()
    assert (article.level, article.number, article.separator) == (1, "ARTICLE {n}", " : ")
    assert (article.first, article.capitals, article.restart) == ("1er", True, False)
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
        ("C424", "clauses/objet/sous/simple.md"),
        ("C424", "clauses/seule.md"),
        ("C425", "clauses/objet/Très simple.md"),
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


# -- former names


def with_former(name: str, former: str) -> dict[str, str]:
    """Return the file of the variant `name` with the former names `former`."""
    file = f"clauses/{name}.md"
    return {file: FILES[file].replace("choisir", f"remplace: {former}\nchoisir", 1)}


@pytest.mark.parametrize(
    ("former", "suggestion"),
    [
        ("reconduction", "duree/reconduction"),
        ("clauses/duree/reconduction.md", "duree/reconduction"),
        ("Durée/Reconduction", "duree/reconduction"),
        ("tacite", ""),
        ("/", ""),
    ],
)
def test_a_former_name_of_no_file_is_told(
    load: Load, tmp_path: Path, former: str, suggestion: str
) -> None:
    load(**with_former("duree/tacite", former))

    _, (told,) = load_library(tmp_path / "clauses", tmp_path)

    assert (told.code, told.arguments.get("suggestion", "")) == ("C441", suggestion)


def test_a_former_name_written_twice_is_of_one_thing(load: Load) -> None:
    assert load(**with_former("duree/tacite", "[duree/ancienne, duree/ancienne]"))[1] == []


def test_former_keys_are_matched_as_keys_are(load: Load) -> None:
    text = FILES[TACITE].replace("{type: entier, min", "{remplace: Durée-totale, type: entier, min")
    text = text.replace("{type: entier, défaut", "{remplace: duree totale, type: entier, défaut")

    assert load(**{TACITE: text})[1] == [("C437", f"{TACITE}:7:31")]


def test_the_name_of_a_family_that_moved_is_proposed(load: Load, tmp_path: Path) -> None:
    model = FILES[MODEL].replace("exige: [objet, duree]", "exige: [objet, delai, terme]")
    both = with_former("duree/tacite", "[delai/tacite, terme/tacite]")
    load(**{MODEL: model, **both, **with_former("objet/simple", "terme/simple")})

    _, found = load_library(tmp_path / "clauses", tmp_path)

    told = {item.arguments["name"]: item.arguments.get("suggestion") for item in found}
    assert told == {"delai": "duree", "terme": None}


# -- `reprend`

HEIR = "clauses/models/heritier.yaml"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("reprend: protocol", [("C434", f"{HEIR}:2:10")]),
        ("reprend: heritier", [("C435", f"{HEIR}:2:10")]),
        ("reprend: abime", []),
        ("reprend: à compléter", [("C220", f"{HEIR}:2:10")]),
        ("reprend:", [("C107", f"{HEIR}:2:1")]),
        ("reprend: [protocole]", [("C104", f"{HEIR}:2:10")]),
    ],
)
def test_a_model_that_takes_from_nowhere_has_no_other_fault(
    load: Load, typed: str, expected: list[tuple[str, str]]
) -> None:
    broken = {"clauses/models/abime.yaml": "format: [\n"}

    library, found = load(**{HEIR: f"format: 1\n{typed}\n", **broken})

    assert [item for item in found if item[1].startswith(HEIR)] == expected
    assert "heritier" in library.unread


def test_a_model_says_its_own_format_and_when_to_choose_it(load: Load) -> None:
    base = {MODEL: FILES[MODEL].replace("format: 1", "format: 1\nchoisir quand: Souvent.")}

    library, found = load(**{HEIR: "reprend: protocole\n", **base})

    assert found == [("C105", f"{HEIR}:1:1")]
    assert (library.models["heritier"].act, library.models["heritier"].choose_when) == (
        "protocole",
        "",
    )


PILOT = """\
---
titre: Pilote
choisir quand: Toujours.
paramètres: {pilote: {type: partie}}
exemple: {pilote: commune}
---
{{ pilote }}
"""
PROPOSED = "parties: {département: {nature: département}, commune: {nature: commune}}\nclauses:\n"
SPECIMENS = "clauses/exemples/parties.yaml"
PARTY = """\
    nature: commune
    nom: Exempleville
    adresse: [ici]
    représentant: {fonction: maire, genre: féminin}
    habilitation: {acte: délibération, numéro: 1, date: 2026-01-19, exécutoire le: 2026-01-21}
"""


def piloted(pilot: str) -> dict[str, str]:
    """Return a model that proposes a clause about the party `pilot`, and the clause."""
    entry = f"  - {{clause: suivi/pilote, valeurs: {{pilote: {pilot}}}}}\n"
    model = FILES[MODEL].replace("clauses:\n", f"{PROPOSED}{entry}")
    specimens = f"format: 1\nparties:\n  commune:\n{PARTY}"
    return {MODEL: model, "clauses/suivi/pilote.md": PILOT, SPECIMENS: specimens}


def test_a_party_that_the_heir_does_not_propose_is_told_at_the_heir(load: Load) -> None:
    heir = "format: 1\nreprend: protocole\nparties: {ville: {nature: commune}}\n"
    below = {"clauses/models/petit.yaml": "format: 1\nreprend: heritier\n"}

    _, found = load(**piloted("commune"), **{HEIR: heir}, **below)

    assert found == [("C442", f"{HEIR}:2:10")]


def test_a_party_that_the_model_itself_does_not_propose_is_told_there(load: Load) -> None:
    _, found = load(**piloted("ville"), **{HEIR: "format: 1\nreprend: protocole\n"})

    assert set(found) == {("C211", f"{MODEL}:12:46")}


def test_a_preamble_may_leave_out_its_family(load: Load) -> None:
    text = FILES["clauses/objet/simple.md"]
    model = FILES[MODEL].replace("clauses:\n", "préambule: [cadre, cadr]\nclauses:\n", 1)

    library, found = load(**{"clauses/preambule/cadre.md": text, MODEL: model})

    assert found == [("C430", f"{MODEL}:10:20")]
    assert library.models["protocole"].proposal.preamble[0].clause == "preambule/cadre"


# -- the parties of examples


def test_an_example_names_a_specimen(load: Load) -> None:
    files = piloted("commune")

    assert load(**files)[1] == []
    wrong = PILOT.replace("{pilote: commune}", "{pilote: ville}")
    told = load(**files | {"clauses/suivi/pilote.md": wrong})[1]
    assert told == [("C211", "clauses/suivi/pilote.md:5:19")]


@pytest.mark.parametrize("text", [None, "format: 1\nparties: {}\n"])
def test_examples_without_specimens_are_told_once(
    load: Load, tmp_path: Path, text: str | None
) -> None:
    files = piloted("commune") | {"clauses/suivi/second.md": PILOT}
    files.pop(SPECIMENS)
    load(**files, **({SPECIMENS: text} if text else {}))

    _, found = load_library(tmp_path / "clauses", tmp_path)

    assert [(item.code, str(item.position)) for item in found] == [("C474", f"{SPECIMENS}:1:1")]
    assert found[0].arguments["names"] == "commune"


def test_a_faulty_specimen_is_told_alone(load: Load) -> None:
    files = piloted("commune")
    faulty = files[SPECIMENS].replace("nom:", "nim:").replace("adresse: [ici]", "adresse: ")

    _, found = load(**files | {SPECIMENS: faulty})

    assert found
    assert {place.partition(":")[0] for _, place in found} == {SPECIMENS}
