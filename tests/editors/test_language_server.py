"""What a clerk sees while typing: the schemas in the language server of Visual Studio Code."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from language_server import CURSOR, LanguageServer
from project import copy_of_repository

from conventassembler.agreement import load_parties
from conventassembler.editors.files import write_schemas
from conventassembler.library.loader import load_library
from conventassembler.modelines import modeline
from conventassembler.starter import starter_files

pytestmark = pytest.mark.language_server

MODELINE = modeline("agreement", 1) + "\n"
HEAD = MODELINE + "format: 1\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with its schemas."""
    space = copy_of_repository(tmp_path_factory.mktemp("éditeur"))
    library, _ = load_library(space.clauses, space.root)
    registry, _ = load_parties(space.registry, space.root)
    write_schemas(space, library, registry)
    return space.root


@pytest.fixture(scope="module")
def server(root: Path) -> Iterator[LanguageServer]:
    """The server with the settings of a new workspace."""
    written: dict[str, object] = json.loads(starter_files()[".vscode/settings.json"])
    schemas = written["yaml.schemas"]
    assert isinstance(schemas, dict)
    found = {(root / path).as_uri(): pattern for path, pattern in schemas.items()}
    yaml = {"schemas": found, "schemaStore": {"enable": False}}
    yaml |= {"validate": True, "completion": True, "hover": True}
    with LanguageServer(root, {"yaml": yaml}) as running:
        yield running


@pytest.fixture
def longvic(root: Path) -> str:
    """A whole agreement that leads to its schema."""
    return MODELINE + (root / "agreements/longvic.yaml").read_text(encoding="utf-8")


PROPOSED = [
    ("modèle: ", "protocole-local", "missions"),
    ("clauses:\n  - clause: ", "duree/tacite", "se renouvelle"),
    ("clauses:\n  - ", "duree/tacite", "se renouvelle"),
    ("clauses:\n  - clause: duree/tacite\n    valeurs:\n      ", "années", "Durée initiale"),
    ("clauses:\n  - clause: duree/tacite\n    ", "valeurs", "se renouvelle"),
    ("préambule:\n  - clause: ", "chef-de-file", "chef de file"),
    ("parties:\n  ville:\n    ", "représentant", "Qui signe"),
    ("parties:\n  ville:\n    fiche: ", "caf-cote-d-or", "Côte-d'Or"),
    ("parties:\n  ville:\n    nature: ", "commune", "la Commune"),
    ("parties:\n  ville:\n    représentant:\n      genre: ", "féminin", ""),
    ("visas:\n  - code: ", "CASF", "action sociale"),
    ("visas:\n  - loi: ", "82-213", "relative aux droits"),
    ("gabarit: ", "classique", ""),
    ("signature:\n  ", "originaux", "Nombre d'originaux"),
]


@pytest.mark.parametrize(("typed", "label", "meaning"), PROPOSED)
def test_it_is_proposed_with_what_it_means(
    server: LanguageServer, typed: str, label: str, meaning: str
) -> None:
    name = re.sub(r"\W+", "-", typed)
    found = server.completions(f"agreements/propose-{name}.yaml", HEAD + typed + CURSOR)

    assert label in found
    assert meaning in str(found[label].get("documentation", ""))


def test_the_values_proposed_are_those_of_the_clause(server: LanguageServer) -> None:
    typed = "clauses:\n  - clause: duree/tacite\n    valeurs:\n      "
    found = server.completions("agreements/valeurs.yaml", HEAD + typed + CURSOR)

    assert set(found) == {"années", "préavis en mois"}


def test_answers_are_french(server: LanguageServer) -> None:
    typed = "clauses:\n  - clause: suivi/comite-de-pilotage\n    valeurs:\n      bilan annuel: "
    found = server.completions("agreements/oui.yaml", HEAD + typed + CURSOR)

    assert set(found) == {"oui", "non", "à compléter"}


def test_a_word_under_the_pointer_is_explained(server: LanguageServer, longvic: str) -> None:
    for number, (typed, said) in enumerate(
        [
            ("duree/tac", "se renouvelle sans nouvelle décision"),
            ("      ann", "Durée initiale, en années"),
            ("modèle: protocole-terr", "organisent leur partenariat"),
        ]
    ):
        text = longvic.replace(typed, typed + CURSOR, 1)
        shown = server.hover(f"agreements/survol-{number}.yaml", text)
        assert said in shown
        assert len(shown) < 600  # not the meaning of every clause there is


@pytest.mark.parametrize("name", ["longvic", "ctg-dijon", "sceaux", "pacte-dijon-metropole"])
def test_a_good_agreement_has_no_fault(server: LanguageServer, root: Path, name: str) -> None:
    text = (root / f"agreements/{name}.yaml").read_text(encoding="utf-8")

    assert server.diagnostics(f"agreements/{name}.yaml", MODELINE + text) == []


def test_parties_and_models_find_their_schema_by_the_settings(
    server: LanguageServer, root: Path
) -> None:
    for path in ("agreements/parties/caf-cote-d-or.yaml", "clauses/models/protocole-local.yaml"):
        text = (root / path).read_text(encoding="utf-8")
        assert server.diagnostics(path, text) == []
        faulty = path.replace(".yaml", "-fautive.yaml")
        assert server.diagnostics(faulty, text.replace("format: 1", "format: 7"))


FAULTS = [
    ("modèle: protocole-territorial", "modèle: protocole", "protocole-local"),
    ("clause: duree/tacite", "clause: duree/tacit", "duree/tacite"),
    ("      années: 3\n", "", "années"),
    ("      années: 3", "      annees: 300", "maximum"),
    ("      préavis en mois", "      préavi", "préavi"),
    ("genre: féminin", "genre: femme", "masculin"),
    ("    nature: commune", "    natur: commune", "natur"),
    ("code: CGCT", "code: CGTC", "CGCT"),
    ("fiche: departement-cote-d-or", "fiche: departement-21", "departement-cote-d-or"),
    ("réunions supplémentaires: oui", "réunions supplémentaires: peut-être", "oui"),
]


@pytest.mark.parametrize(("typed", "instead", "said"), FAULTS)
def test_a_fault_is_flagged_at_its_place(
    server: LanguageServer, longvic: str, typed: str, instead: str, said: str
) -> None:
    assert typed in longvic
    text = longvic.replace(typed, instead, 1)
    line = longvic[: longvic.index(typed)].count("\n") + 1

    found = server.diagnostics(
        f"agreements/faute-{FAULTS.index((typed, instead, said))}.yaml", text
    )

    assert any(said in words for _, words in found), found
    assert any(abs(place - line) <= 2 for place, _ in found), found


def test_the_patterns_are_read_by_ecmascript(root: Path, tmp_path: Path) -> None:
    node = shutil.which("node")
    assert node
    script = tmp_path / "patterns.js"
    script.write_text(
        "const fs = require('fs');\n"
        "const walk = (value) => {\n"
        "  if (!value || typeof value !== 'object') return;\n"
        "  if (typeof value.pattern === 'string') new RegExp(value.pattern, 'u');\n"
        "  for (const one of Object.keys(value.patternProperties || {})) new RegExp(one, 'u');\n"
        "  Object.values(value).forEach(walk);\n"
        "};\n"
        "process.argv.slice(2).forEach((f) => walk(JSON.parse(fs.readFileSync(f, 'utf8'))));\n",
        encoding="utf-8",
    )
    files = map(str, sorted((root / ".conventassembler").glob("*.json")))

    done = subprocess.run([node, str(script), *files], capture_output=True, text=True, check=False)

    assert done.stderr == ""
