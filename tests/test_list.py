"""`list`: what a workspace offers, in words and as JSON."""

import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from project import REPOSITORY, copy_of_repository

from conventassembler.catalogue import Catalogue, registered_parties, to_json
from conventassembler.cli import cli
from conventassembler.cli.cards import kind_of
from conventassembler.cli.page import Page
from conventassembler.cli.texts import text
from conventassembler.library import Library
from conventassembler.library.loader import load_library
from conventassembler.schema import (
    AmountType,
    ChoiceType,
    IntegerType,
    ListType,
    PartyType,
    RichTextType,
    TextType,
    ValueType,
)

COMMANDS_PAGE = REPOSITORY / "docs" / "commands.md"
NBSP = "\N{NO-BREAK SPACE}"

OVERVIEW = """\
Modèles : les actes à écrire

    convention-simple – convention

Clauses : quand choisir chacune

    duree/ferme – Durée
        L'acte prend fin sans renouvellement.

    duree/tacite – Durée
        L'acte se renouvelle de lui-même.

    objet/simple – Objet
        L'acte fixe un cadre général.

    parties/domiciliee – Partie
        La partie est désignée par son nom et son représentant.

    preambule/contexte – Contexte
        Toujours.

    Pour voir les valeurs qu’une clause demande, tapez son nom, par exemple :
        conventassembler list duree/ferme

Registre des parties : ce que « fiche: » peut reprendre

    departement – département de la Côte-d'Or, « le Département »
        Reprise par : exemple
"""
VARIANT = """\
Clauses : quand choisir chacune

    duree/tacite – Durée
        À choisir quand : L'acte se renouvelle de lui-même.
        Valeurs à donner sous « valeurs: » :
            années – Durée initiale, en années
                entier, de 1 à 10 ; obligatoire
            préavis en mois – Préavis, en mois
                entier, 1 au moins ; par défaut : 3
        Fichier : clauses/duree/tacite.md
"""
MODEL = """\
Modèles : les actes à écrire

    convention-simple – convention
        Ordre de l’acte : titre, visas, parties, préambule, formule, clauses,
        signature
        Clauses :
            objet/simple – Objet
        Un tel acte devrait avoir : objet, duree
        Fichier : clauses/models/convention-simple.yaml
"""


def listed(folder: Path, *words: str, lang: str = "fr", columns: int = 80) -> Result:
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(
        cli, ["list", *words, "--workspace", str(folder), "--lang", lang], catch_exceptions=False
    )


def as_json(folder: Path, *words: str) -> Any:
    result = listed(folder, *words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@cache
def library() -> Library:
    found, _ = load_library(REPOSITORY / "clauses", REPOSITORY)
    return found


# -- words


@pytest.mark.parametrize(
    ("words", "expected"),
    [((), OVERVIEW), (("duree/tacite",), VARIANT), (("convention-simple",), MODEL)],
)
def test_the_list_reads_well(workspace: Path, words: tuple[str, ...], expected: str) -> None:
    result = listed(workspace, *words)

    assert result.exit_code == 0
    assert result.stdout.replace(NBSP, " ") == expected
    assert not result.stderr


def test_the_list_speaks_english(workspace: Path) -> None:
    result = listed(workspace, "duree/tacite", lang="en")

    assert "entier, from 1 to 10; required" in result.output
    assert "Values to give" in result.output


@pytest.mark.parametrize("columns", [48, 80, 200])
def test_lines_keep_to_the_width(columns: int) -> None:
    everything = (*library().variants, *library().models, "parties")

    lines = listed(REPOSITORY, *everything, columns=columns).stdout.splitlines()

    deepest = max(len(line) - len(line.lstrip()) for line in lines)
    widest = max(len(line) for line in lines if len(line.split()) > 1)  # a name is never cut
    room = max(min(columns, 100), deepest + 40)  # what stands deep keeps forty columns for itself
    assert room - 8 < widest <= room
    assert not [line for line in lines if line.endswith("«") or re.match(r"\s*[»:;!?]", line)]


def test_a_name_is_never_cut() -> None:
    page = Page(10)
    page.item("acces-aux-droits/demarches-dematerialisees-et-accompagnement-des-publics – Titre", 3)

    assert "acces-aux-droits/demarches-dematerialisees-et-accompagnement-des-publics" in "".join(
        page.lines
    )


def test_what_is_needed_besides_is_told(workspace: Path) -> None:
    path = workspace / "clauses" / "duree" / "ferme.md"
    front, body = path.read_text(encoding="utf-8").split("\n---\n")
    more = "exige: [objet]\nexclut: duree/tacite\nbase légale: code civil, article 1212\n"
    path.write_text(f"{front}\n{more}relu le: 2026-01-31\n---\n{body}", encoding="utf-8")

    words = listed(workspace, "duree/ferme").stdout.replace(NBSP, " ")

    for line in (
        "Demande aussi : objet",
        "Ne va pas avec : duree/tacite",
        "Base légale : code civil, article 1212",
        "Relue par un juriste le : 31 janvier 2026",
    ):
        assert f"\n        {line}\n" in words


@pytest.mark.parametrize(
    ("type_", "told"),
    [
        (TextType(), "texte"),
        (TextType(3, 60), "texte, nombre de caractères : de 3 à 60"),
        (RichTextType(), "texte riche"),
        (IntegerType(None, 12), "entier, 12 au plus"),
        (AmountType(0), "montant, 0 au moins"),
        (ChoiceType(("rouge", "bleu vert")), "au choix : « rouge », « bleu vert »"),
        (ListType(PartyType(), 1), "liste, chaque élément : partie"),
        (ListType(TextType(), 2), "liste, chaque élément : texte, nombre d’éléments : 2 au moins"),
    ],
)
def test_a_type_is_told_as_it_is_typed(type_: ValueType, told: str) -> None:
    def say(name: str, **arguments: object) -> str:
        return text(f"list-{name}", "fr").format(**arguments)

    assert kind_of(type_, say).replace(NBSP, " ") == told


def test_an_outline_shows_what_stands_below_what() -> None:
    words = listed(REPOSITORY, "protocole-territorial", columns=100).stdout

    group = re.search(r"^( +)Actions de coopération$", words, re.MULTILINE)
    assert group
    assert f"\n{group[1]}    interconnaissance/rencontres-professionnelles – " in words
    assert f"\n{group[1]}duree/tacite – Durée\n" in words


def test_a_title_still_to_be_given_is_that_of_the_clause(workspace: Path) -> None:
    path = workspace / "clauses" / "models" / "convention-simple.yaml"
    text = path.read_text(encoding="utf-8")
    given = text.replace("clause: objet/simple", "clause: objet/simple\n    titre: à compléter")
    assert given != text
    path.write_text(given, encoding="utf-8")

    assert "objet/simple – Objet" in listed(workspace, "convention-simple").stdout


def test_a_default_that_is_empty_is_told_as_what_it_is(workspace: Path) -> None:
    (workspace / "clauses" / "duree" / "ferme.md").write_text(
        "---\ntitre: Durée\nchoisir quand: Toujours.\nparamètres:\n"
        '  mot: {type: texte, défaut: ""}\n'
        "  mots: {type: liste, éléments: {type: texte}, min: 0, défaut: []}\n"
        "---\nFin {{ mot }}, {{ mots | liste }}.\n",
        encoding="utf-8",
    )

    words = listed(workspace, "duree/ferme").stdout.replace(NBSP, " ")

    assert "texte ; par défaut : rien\n" in words
    assert "par défaut : liste vide\n" in words


# -- what is asked for


@pytest.mark.parametrize("word", ["models", "modèles", "Modeles"])
def test_models_alone(workspace: Path, word: str) -> None:
    assert counts(as_json(workspace, word)) == (1, 0, 0)


def counts(found: Any) -> tuple[int, int, int]:
    variants = [variant for family in found["families"] for variant in family["variants"]]
    return len(found["models"]), len(variants), len(found["parties"])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), (1, 5, 1)),
        (("clauses",), (0, 5, 0)),
        (("parties",), (0, 0, 1)),
        (("duree",), (0, 2, 0)),
        (("Durée",), (0, 2, 0)),
        (("duree/tacite",), (0, 1, 0)),
        (("clauses/duree/tacite.md",), (0, 1, 0)),
        (("clauses/models/convention-simple.yaml",), (1, 0, 0)),
        (("Duree/Tacite",), (0, 1, 0)),
        (("parties/domiciliee",), (0, 1, 0)),
        (("departement",), (0, 0, 1)),
        (("objet", "duree/ferme", "models"), (1, 2, 0)),
        (("duree", "duree/tacite"), (0, 2, 0)),
    ],
)
def test_names_choose_a_part(
    workspace: Path, words: tuple[str, ...], expected: tuple[int, int, int]
) -> None:
    assert counts(as_json(workspace, *words)) == expected


def test_only_what_was_named_itself_is_shown_in_full(workspace: Path) -> None:
    words = listed(workspace, "duree", "duree/tacite").stdout

    assert words.count("Fichier") == 1
    assert "Durée initiale, en années" in words


@pytest.mark.parametrize("words", [("xyz",), ("clauses", "xyz"), ("xyz", "--json")])
def test_an_unknown_name_is_misuse_and_lists_nothing(
    workspace: Path, words: tuple[str, ...]
) -> None:
    result = listed(workspace, *words)

    assert result.exit_code == 2
    assert "C011" in result.stderr
    assert not result.stdout


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("dure/tacite", "duree/tacite"), ("modele", "modèles"), ("departemant", "departement")],
)
def test_the_nearest_name_is_proposed(workspace: Path, typed: str, meant: str) -> None:
    assert f"vouliez-vous dire « {meant} »" in listed(workspace, typed).stderr.replace(NBSP, " ")


def test_an_empty_registry_is_told(workspace: Path) -> None:
    (workspace / "agreements" / "parties" / "departement.yaml").unlink()

    result = listed(workspace, "parties")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:] == ["    (aucune fiche)"]


def test_an_empty_library_is_told(workspace: Path) -> None:
    shutil.rmtree(workspace / "clauses")
    (workspace / "clauses").mkdir()

    words = listed(workspace).stdout

    assert "\n    (aucun modèle)\n" in words
    assert "\n    (aucune clause)\n" in words


# -- a library with faults


def test_a_faulty_library_is_told_and_the_rest_is_listed(workspace: Path) -> None:
    (workspace / "clauses" / "objet" / "simple.md").write_text("sans en-tête\n", encoding="utf-8")

    result = listed(workspace)

    assert result.exit_code == 1
    assert "clauses/objet/simple.md:1:1" in result.stderr
    assert "duree/tacite – Durée" in result.stdout
    assert "objet/simple – " not in result.stdout


@pytest.mark.parametrize("name", ["objet", "objet/simple"])
def test_what_cannot_be_read_is_not_unknown(workspace: Path, name: str) -> None:
    (workspace / "clauses" / "objet" / "simple.md").write_text("sans en-tête\n", encoding="utf-8")

    result = listed(workspace, name)

    assert result.exit_code == 1
    assert "C011" not in result.stderr
    assert "C131" in result.stderr


def test_what_is_unknown_because_its_file_is_faulty_is_told_with_the_fault(
    workspace: Path,
) -> None:
    path = workspace / "agreements" / "parties" / "departement.yaml"
    path.write_text('nom: "ouvert\n', encoding="utf-8")

    result = listed(workspace, "departement")

    assert result.exit_code == 2
    assert "C112" in result.stderr
    assert "C011" in result.stderr


def test_the_fault_of_a_body_is_told_too(workspace: Path) -> None:
    path = workspace / "clauses" / "preambule" / "contexte.md"
    path.write_text(path.read_text(encoding="utf-8") + "{{ absent }}\n", encoding="utf-8")

    result = listed(workspace, "duree", "--json")

    assert result.exit_code == 1
    assert "C417" in result.stderr
    assert json.loads(result.stdout)["families"][0]["id"] == "duree"


def test_the_faults_of_agreements_are_left_to_check(workspace: Path) -> None:
    path = workspace / "agreements" / "exemple.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "visaas: []\n", encoding="utf-8")
    (workspace / "agreements" / "casse.yaml").write_text('titre: "ouvert\n', encoding="utf-8")

    result = listed(workspace, "parties")

    assert result.exit_code == 0
    assert "Reprise par" in result.stdout


# -- parties


def test_who_takes_up_a_record_is_told_by_its_id(workspace: Path) -> None:
    registry = workspace / "agreements" / "parties"
    (registry / "caf-21.yaml").write_text("format: 1\nnature: CAF\n", encoding="utf-8")
    (registry / "rien.yaml").write_text("format: 1\n", encoding="utf-8")
    path = workspace / "agreements" / "exemple.yaml"
    second = path.read_text(encoding="utf-8").replace("fiche: departement", "fiche: CAF 21")
    (workspace / "agreements" / "second.yaml").write_text(second, encoding="utf-8")

    parties = as_json(workspace, "parties")["parties"]

    assert {item["id"]: item["agreements"] for item in parties} == {
        "caf-21": ["second"],
        "departement": ["exemple"],
        "rien": [],
    }
    words = listed(workspace, "parties").stdout
    assert "\n    rien\n        Aucune convention ne la reprend.\n" in words


def test_a_record_is_named_by_its_kind_and_its_name(workspace: Path) -> None:
    (party,) = as_json(workspace, "departement")["parties"]

    assert party == {
        "id": "departement",
        "file": "agreements/parties/departement.yaml",
        "kind": "département",
        "name": "Côte-d'Or",
        "full_name": "département de la Côte-d'Or",
        "short_name": "le Département",
        "agreements": ["exemple"],
    }


def test_nothing_but_the_registry_is_asked_for() -> None:
    assert registered_parties({}, {"absente": Path("/nulle/part.yaml")}) == ()


# -- JSON


def test_the_json_holds_the_whole_library() -> None:
    found = json.loads(listed(REPOSITORY, "--json").stdout)

    variants = {v["id"]: v for family in found["families"] for v in family["variants"]}
    assert set(variants) == set(library().variants)
    assert {model["id"] for model in found["models"]} == set(library().models)
    for id_, variant in library().variants.items():
        told = variants[id_]
        assert told["choose_when"] == variant.choose_when
        assert told["basis"] == list(variant.basis)
        assert told["reviewed"] == (variant.reviewed and variant.reviewed.isoformat())
        assert [item["name"] for item in told["parameters"]] == list(variant.parameters)
        assert [item["required"] for item in told["parameters"]] == [
            item.required for item in variant.parameters.values()
        ]
        assert (REPOSITORY / told["file"]).is_file()


def test_a_parameter_is_told_whole(workspace: Path) -> None:
    (workspace / "clauses" / "duree" / "ferme.md").write_text(
        "---\n"
        "titre: Durée\n"
        "choisir quand: Toujours.\n"
        "paramètres:\n"
        "  séances: {type: liste, min: 0, éléments: {type: fiche, champs: {nom: {type: texte}}},"
        " défaut: [{nom: 01}]}\n"
        '  rythme: {type: choix, choix: [oui, non], facultatif: oui, aide: "Au choix."}\n'
        "---\n"
        "{% for seance in seances %}\n- {{ seance.nom }} ;\n{% endfor %}\n\nFin {{ rythme }}.\n",
        encoding="utf-8",
    )

    result = listed(workspace, "duree/ferme", "--json")
    seances, rythme = json.loads(result.stdout)["families"][0]["variants"][0]["parameters"]

    assert (seances["key"], seances["name"], seances["type"]) == ("séances", "seances", "liste")
    assert (seances["min"], seances["default"]) == (0, [{"nom": "01"}])
    assert (seances["items"]["min"], seances["items"]["max"]) == (None, None)
    assert seances["items"]["type"] == "fiche"
    assert seances["items"]["fields"][0]["key"] == "nom"
    assert seances["items"]["fields"][0]["required"] is True
    assert rythme["choices"] == ["oui", "non"]
    assert (rythme["required"], rythme["default"], rythme["help"]) == (False, None, "Au choix.")


def test_an_outline_is_told_with_what_it_gives() -> None:
    (model,) = as_json(REPOSITORY, "protocole-territorial")["models"]

    entries = {entry["clause"]: entry for entry in model["clauses"]}
    assert entries["duree/tacite"]["values"]["années"] == "3"
    assert "commune" in model["parties"]
    assert model["preamble"][0]["clause"] == "preambule/chef-de-file"
    (group,) = [entry for entry in model["clauses"] if entry["entries"]]
    assert group["clause"] is None


def test_the_annexes_of_a_model_are_told(tmp_path: Path) -> None:
    workspace = copy_of_repository(tmp_path)
    path = workspace.clauses / "models/protocole-territorial.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f'{text}annexes:\n  - {{titre: "Délibération", à joindre: oui}}\n', "utf-8")

    (model,) = as_json(tmp_path, "protocole-territorial")["models"]
    card = listed(tmp_path, "protocole-territorial").output.replace("\u00a0", " ")

    assert [(one["title"], one["to_join"]) for one in model["annexes"]] == [("Délibération", True)]
    assert "Annexes" in card
    assert "Délibération" in card


def test_the_page_tells_every_key_and_no_other() -> None:
    told = {}
    table = COMMANDS_PAGE.read_text(encoding="utf-8").split("| object | keys |", 1)[1]
    for line in table.split("\n\n", 1)[0].splitlines()[2:]:
        name, keys = line.split("|")[1:3]
        told[name.strip()] = re.findall(r"`([^`]+)`", re.sub(r"\([^)]*\)", "", keys))

    found = json.loads(listed(REPOSITORY, "--json").stdout)
    model, family = found["models"][0], found["families"][0]
    parameter = family["variants"][0]["parameters"][0]
    type_ = told.pop("a type")
    assert list(parameter) == told["a parameter"][:2] + type_ + told.pop("a parameter")[2:]
    assert {
        "the whole": list(found),
        "a model": list(model),
        "an entry": list(model["clauses"][0]),
        "a family": list(family),
        "a variant": list(family["variants"][0]),
        "a party": list(found["parties"][0]),
    } == told


def test_the_json_has_nothing_that_json_cannot_say() -> None:
    whole = to_json(Catalogue.of(library(), ()))

    assert json.loads(json.dumps(whole)) == whole


def test_the_bounds_of_a_value_are_told(workspace: Path) -> None:
    (variant,) = as_json(workspace, "duree/tacite")["families"][0]["variants"]

    bounds = {item["name"]: (item["min"], item["max"]) for item in variant["parameters"]}
    assert bounds == {"annees": (1, 10), "preavis_en_mois": (1, None)}


# -- the terminal


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "cp437", "ascii", "utf-8"])
@pytest.mark.parametrize(
    "words",
    [("list",), ("list", "--json"), ("list", "xyz"), ("--help",), ("schema",)],
    ids=" ".join,
)
def test_no_terminal_stops_a_command(
    workspace: Path, encoding: str, words: tuple[str, ...]
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "conventassembler", *words],
        cwd=workspace,
        env=os.environ | {"PYTHONIOENCODING": encoding, "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )

    assert done.returncode == (2 if "xyz" in words else 0), done.stderr
    if "--json" in words:
        assert json.loads(done.stdout.decode("utf-8")) == as_json(workspace)
