"""The schemas of a workspace accept what the program accepts, and refuse what it refuses."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result
from project import REPOSITORY, copy_of_repository
from ruamel.yaml import YAML
from test_errors_gallery import BASE, FOLDERS, lay_out

from conventassembler.agreement import load_parties
from conventassembler.cli import cli
from conventassembler.editors.files import known_in
from conventassembler.editors.known import Known
from conventassembler.editors.schemas import KINDS, schema_of
from conventassembler.library.loader import load_library
from conventassembler.modelines import modeline
from conventassembler.scaffold import new_agreement
from conventassembler.schema.sharing import shared
from conventassembler.schema.spellings import spelled
from conventassembler.source import fold
from conventassembler.workspace import Workspace

Json = dict[str, Any]


def known(root: Path) -> Known:
    space = Workspace(root)
    library, _ = load_library(space.clauses, root)
    registry, _ = load_parties(space.registry, root)
    return known_in(space, library, registry)


@cache
def ours() -> Known:
    return known(REPOSITORY)


@cache
def validator(kind: str) -> Any:
    schema = schema_of(kind, ours())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def as_editors_read(text: str) -> Any:
    """Return what an editor makes of a text: YAML 1.2, days left as text, keys too."""
    reader = YAML(typ="safe", pure=True)
    reader.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)
    return _with_text_keys(reader.load(text))


def _with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _with_text_keys(inner) for key, inner in value.items()}
    return [_with_text_keys(inner) for inner in value] if isinstance(value, list) else value


def faults(kind: str, text: str) -> list[str]:
    return [error.message[:200] for error in validator(kind).iter_errors(as_editors_read(text))]


def files() -> list[tuple[str, Path]]:
    """Return the YAML files of the repository, each with its kind."""
    folder = REPOSITORY / "agreements"
    registry = sorted((folder / "parties").glob("*.yaml"))
    return [
        *(("agreement", path) for path in sorted(folder.glob("*.yaml"))),
        *(("party", path) for path in registry),
        *(("data", path) for path in sorted(folder.glob("*/*.yaml")) if path not in registry),
        *(("model", path) for path in sorted((REPOSITORY / "clauses/models").glob("*.yaml"))),
    ]


@pytest.mark.parametrize(("kind", "path"), files(), ids=lambda part: getattr(part, "stem", part))
def test_the_files_of_the_repository_are_accepted(kind: str, path: Path) -> None:
    assert faults(kind, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("model", sorted(ours().library.models))
def test_what_new_writes_is_accepted(model: str) -> None:
    made = new_agreement("essai", ours().library.models[model], ours().library, ours().registry)

    assert made.text.startswith(modeline("agreement", 1) + "\n")
    assert faults("agreement", made.text) == []
    for text in made.data.values():
        assert text.startswith(modeline("data", 2) + "\n")
        assert faults("data", text) == []


FLAGGED = (
    *("C102", "C103", "C104", "C105", "C106", "C107", "C108", "C109", "C133", "C134", "C201"),
    *("C204", "C205", "C206", "C207", "C208", "C212", "C215", "C217", "C220", "C401", "C402"),
    *("C403", "C406", "C407", "C410", "C414", "C438", "C446", "C459", "C462", "C484"),
)
"""Faults of keys, choices and values that a schema can tell; others need the whole act."""


def in_gallery(*codes: str) -> list[Path]:
    return [
        folder
        for folder in FOLDERS
        if folder.name.startswith(codes)
        and (folder / "agreements/exemple.yaml").exists()
        and not (folder / "command.txt").exists()
    ]


def told_by_schema(folder: Path, root: Path) -> list[str]:
    lay_out(folder, root)
    schema = schema_of("agreement", known(root))
    text = (root / "agreements/exemple.yaml").read_text(encoding="utf-8")
    found = jsonschema.Draft202012Validator(schema).iter_errors(as_editors_read(text))
    return [error.message[:200] for error in found]


def errors_of(folder: Path) -> list[str]:
    told = (folder / "expected.txt").read_text(encoding="utf-8")
    return re.findall(r"^agreements/exemple.yaml:\S+ erreur (C\d+)", told, re.MULTILINE)


@pytest.mark.parametrize("folder", in_gallery(*FLAGGED), ids=lambda folder: folder.name)
def test_faults_of_the_gallery_are_flagged(folder: Path, tmp_path: Path) -> None:
    if folder.name.startswith("C208-") or errors_of(folder):
        assert told_by_schema(folder, tmp_path)


@pytest.mark.parametrize(
    "folder",
    [one for one in in_gallery("C48", "C70", "C71", "C72") if not errors_of(one)],
    ids=lambda folder: folder.name,
)
def test_what_is_only_warned_of_is_accepted(folder: Path, tmp_path: Path) -> None:
    assert told_by_schema(folder, tmp_path) == []


EXAMPLE = (BASE / "agreements/exemple.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("modèle:", "MODELE:"),
        ("modèle:", "model:"),
        ("représentant:", "Representant:"),
        ("habilitation:", "authority:"),
        ("préambule:", "preamble:"),
        ("genre: féminin", "Genre: FEMININ"),
        ("fiche: departement", "fiche: Département"),
        ("originaux: 2", 'originaux: "2"'),
        ("originaux: 2", "originaux: à compléter"),
        ("originaux: 2", "originaux: [à compléter]"),
        ("valeurs:", "with:"),
        ("années: 3", "ANNEES: 3"),
        ("années: 3", 'années: "à compléter : selon la délibération"'),
        ('lieu: "Longvic"', "lieu: 21600"),
        ("  - code: CGCT", "  - code: cgct"),
        ("  - clause: objet/simple", "  - Clause: objet/simple"),
        ("titre:", "Titre:"),
        ("- contexte", "- preambule/contexte"),
        ("- contexte", "- clause: contexte"),
    ],
)
def test_other_spellings_are_accepted(typed: str, instead: str, tmp_path: Path) -> None:
    assert typed in EXAMPLE
    schema = jsonschema.Draft202012Validator(schema_of("agreement", known(BASE)))

    changed = as_editors_read(EXAMPLE.replace(typed, instead))

    assert [error.message[:200] for error in schema.iter_errors(changed)] == []


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("modèle:", "modele de:"),
        ("fiche: departement", "fiche: region"),
        ("modèle: convention-simple", "modèle: à compléter"),
        ("clause: duree/tacite", "clause: duree"),
        ("- contexte", "- objectifs"),
        ("      années: 3", "      années: 300"),
        ("      années: 3", "      année: 3"),
        ("date: 2026-01-15", "date: 15/01/2026"),
        ("genre: féminin", "genre: à definir"),
    ],
)
def test_what_the_program_refuses_is_refused(typed: str, instead: str) -> None:
    assert typed in EXAMPLE
    schema = jsonschema.Draft202012Validator(schema_of("agreement", known(BASE)))

    assert list(schema.iter_errors(as_editors_read(EXAMPLE.replace(typed, instead))))


def descriptions(schema: Json, whole: Json, seen: set[str]) -> list[str]:
    """Return the keys that a schema proposes without a word about them."""
    found = []
    for key, inner in schema.get("properties", {}).items():
        name = inner.get("$ref", "").rpartition("/")[2]
        said = (whole["$defs"][name] if name else {}) | inner
        if not said.get("description"):
            found.append(key)
        if name not in seen:
            found += descriptions(said, whole, seen | {name})
    return found


@pytest.mark.parametrize("kind", ["agreement", "party"])
def test_every_key_is_described_in_french(kind: str) -> None:
    schema = schema_of(kind, ours())

    assert descriptions(schema, schema, set()) == []
    for name in ("entry", "annex", "party", "partner") if kind == "agreement" else ():
        assert descriptions(schema["$defs"][name], schema, set()) == []  # type: ignore[index]


def test_patterns_mean_the_same_to_an_editor() -> None:
    """No group that has a name and no quantifier that gives nothing back: ECMAScript has none."""
    for kind in KINDS:
        text = json.dumps(schema_of(kind, ours()), ensure_ascii=False)
        for pattern in re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', text):
            assert "(?P" not in pattern
            assert not re.search(r"(?<!\\)[*+?}]\+", pattern), pattern


@pytest.mark.parametrize(
    "name", ["préavis en mois", "lieu d'exécution", "cœur", "n° 5", "à joindre"]
)
def test_a_pattern_takes_every_spelling_and_no_other_name(name: str) -> None:
    pattern = re.compile(spelled([name]))

    for typed in (name, name.upper(), name.title(), name.replace(" ", "-"), fold(name)):
        assert pattern.search(typed), typed
        assert fold(typed) == fold(name)
    for other in (f"{name}s", f"x{name}", name[:-1], ""):
        assert not pattern.search(other), other


def test_what_stands_twice_is_said_once() -> None:
    large = {"type": "object", "properties": {f"clé {n}": {"type": "string"} for n in range(12)}}
    schema: Json = {"properties": {"a": large, "b": large}, "$defs": {"c": {"type": "string"}}}

    made = shared(schema)

    assert made["properties"] == {"a": {"$ref": "#/$defs/part1"}, "b": {"$ref": "#/$defs/part1"}}
    assert made["$defs"] == {"c": {"type": "string"}, "part1": large}


# -- the command


def run(*words: str, lang: str = "fr") -> Result:
    return CliRunner().invoke(cli, [*words, "--lang", lang], catch_exceptions=False)


def test_the_schemas_are_written_once_and_renewed(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace)
    written = run("schema", "--write").output
    again = run("schema", "--write").output

    assert "écrit\u00a0: .conventassembler/agreement.schema.json" in written
    assert "inchangé\u00a0: .conventassembler/agreement.schema.json" in again
    assert (workspace / ".conventassembler/.gitignore").read_text(encoding="utf-8") == "*\n"

    clause = workspace / "clauses/objet/autre.md"
    simple = (workspace / "clauses/objet/simple.md").read_text(encoding="utf-8")
    clause.write_text(simple, encoding="utf-8")
    run("build")

    schema = (workspace / ".conventassembler/agreement.schema.json").read_text(encoding="utf-8")
    assert '"objet/autre"' in schema


def test_a_build_makes_no_schema_where_nobody_asked(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace)
    run("build")

    assert not (workspace / ".conventassembler/agreement.schema.json").exists()


def test_new_leads_the_editor_to_the_schemas(tmp_path: Path) -> None:
    space = copy_of_repository(tmp_path)
    run("new", "protocole-local", "essai", "--workspace", str(tmp_path))

    for path in (space.agreement("essai"), *(space.agreements / "essai").glob("*.yaml")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert (path.parent / first.partition("$schema=")[2]).resolve().is_file()


def test_each_kind_has_a_french_name(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace)
    french = ("convention", "partie", "DONNEES", "modele", "réglages")

    for name, kind in zip(french, KINDS, strict=True):
        assert run("schema", name).output == run("schema", kind).output != ""


def test_the_settings_of_a_new_workspace_name_its_schemas(tmp_path: Path) -> None:
    run("init", str(tmp_path / "essai"))

    text = (tmp_path / "essai/.vscode/settings.json").read_text(encoding="utf-8")
    for path in json.loads(text)["yaml.schemas"]:
        assert (tmp_path / "essai" / path).is_file(), path
    assert "http" not in text
