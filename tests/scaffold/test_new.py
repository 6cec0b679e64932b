"""`new`: an agreement to fill, whose only faults are its blanks, whatever the model."""

import re
import shutil
from pathlib import Path
from unicodedata import normalize

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from project import REPOSITORY, copy_of_repository

from conventassembler.build import draft_one, stock
from conventassembler.cli import cli
from conventassembler.diagnostics import Diagnostic
from conventassembler.library.model import Library, Parameter
from conventassembler.scaffold.layout import Line, document, key, scalar
from conventassembler.schema import ListType, RecordType
from conventassembler.schema.types import ValueType
from conventassembler.source import MappingNode, Scalar, read_yaml
from conventassembler.workspace import Workspace

ALL_BLANK = {"C701", "C501"}
"""C501: a blank in place of an optional value cannot say whether the text shows it."""
HERE = Path(__file__).parent
MODELS = sorted(path.stem for path in (REPOSITORY / "clauses/models").glob("*.yaml"))


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Return the repository's library with one clause and one model more."""
    made = copy_of_repository(tmp_path)
    (made.clauses / "essai").mkdir()
    shutil.copy(HERE / "every-type.md", made.clauses / "essai/tous-les-types.md")
    shutil.copy(HERE / "model.yaml", made.clauses / "models/essai.yaml")
    monkeypatch.chdir(tmp_path)
    return made


def new(*words: str) -> Result:
    return CliRunner().invoke(cli, ["new", *words, "--lang", "fr"], catch_exceptions=False)


def found(workspace: Workspace, name: str) -> tuple[Diagnostic, ...]:
    shared = stock(workspace)
    assert not shared.findings
    return draft_one(workspace, name, shared)[1]


def written(workspace: Workspace, name: str) -> list[Path]:
    """Return the agreement, then its files of values as its entries name them."""
    path = workspace.agreement(name)
    named = re.findall(r"^ *données: (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return [path, *(path.with_suffix("") / one for one in dict.fromkeys(named))]


def count_of_check(name: str) -> int:
    """Return the number of blanks that `check` tells."""
    result = CliRunner().invoke(cli, ["check", name, "--lang", "fr"])
    return result.output.count(" C701 ")


def codes(workspace: Workspace, name: str) -> set[str]:
    """Return what is found, but for the remarks on annexes to join and on a renewal without end."""
    return {finding.code for finding in found(workspace, name)} - {"C721", "C740"}


@pytest.mark.parametrize("model", [*MODELS, "essai"])
def test_it_passes_check_but_for_its_blanks(workspace: Workspace, model: str) -> None:
    result = new(model, "genlis")

    blanks = count_of_check("genlis")
    assert result.exit_code == 0, result.output
    assert blanks > (10 if model == "convention-de-partenariat" else 20)
    assert codes(workspace, "genlis") == ({"C701"} if model in MODELS else ALL_BLANK)
    files = written(workspace, "genlis")
    these = "ce fichier" if len(files) == 1 else "ces fichiers"
    assert result.output.replace("\u00a0", " ").splitlines()[: len(files) + 2] == [
        *(f"créé : {workspace.shown(path)}" for path in files),
        f"Valeurs à donner : {blanks}. Ouvrez {these}, remplacez chaque « à compléter »,"
        " puis tapez : conventassembler check genlis",
        "Ou répondez aux questions, une à une : conventassembler fill genlis",
    ]


@pytest.mark.parametrize("model", [*MODELS, "essai"])
def test_what_is_optional_serves_once_its_mark_is_gone(workspace: Workspace, model: str) -> None:
    new(model, "genlis")
    marked = re.compile(r"^((?:  )*)#(?! )(.*(?:\n\1#(?=  ).*)*)", re.MULTILINE)

    for path in written(workspace, "genlis"):
        text = path.read_text(encoding="utf-8")
        while (opened := marked.sub(unmarked, text)) != text:
            text = opened
        path.write_text(text, encoding="utf-8")
        assert not marked.search(text)

    assert codes(workspace, "genlis") <= ALL_BLANK


def unmarked(lines: re.Match[str]) -> str:
    """Return lines without the # of their margin."""
    return lines[0].replace(f"{lines[1]}#", lines[1])


def declared(type_: ValueType) -> set[str]:
    """Return the keys of the records that a type holds."""
    if isinstance(type_, ListType):
        return declared(type_.items)
    fields = type_.fields if isinstance(type_, RecordType) else ()
    return {field.key for field in fields}.union(*(declared(field.type) for field in fields))


def keys(parameter: Parameter) -> set[str]:
    return {parameter.key} | declared(parameter.type)


@pytest.mark.parametrize("model", [*MODELS, "essai"])
def test_every_parameter_is_there_with_its_help(workspace: Workspace, model: str) -> None:
    new(model, "genlis")
    text = "".join(path.read_text(encoding="utf-8") for path in written(workspace, "genlis"))
    plain = re.sub(r"\s+", " ", re.sub(r"^[\s#]+", " ", text, flags=re.MULTILINE))
    library: Library = stock(workspace).library

    entries = [*library.models[model].proposal.entries]
    for entry in entries:
        entries += entry.entries
        variant = library.variants.get(str(entry.clause))
        for parameter in variant.parameters.values() if variant else ():
            assert all(re.search(rf"^ *(- )?#?.*{k}:", text, re.MULTILINE) for k in keys(parameter))
            assert re.sub(r"\s+", " ", parameter.help) in plain
    assert len(entries) > 3


def test_the_file_is_as_stored(workspace: Workspace, update_golden: bool) -> None:
    new("essai", "essai")
    written = workspace.agreement("essai").read_text(encoding="utf-8")

    stored = HERE / "expected.yaml"
    if update_golden:
        stored.write_text(written, encoding="utf-8")
    assert written == stored.read_text(encoding="utf-8")


def test_a_row_keeps_its_commas(workspace: Workspace) -> None:
    new("essai", "essai")

    written = workspace.agreement("essai").read_text(encoding="utf-8")
    assert "        - - un, deux\n          - trois\n        - [quatre, cinq]\n" in written


def test_two_of_a_kind_are_asked_for_their_short_names(workspace: Workspace) -> None:
    path = workspace.clauses / "models/essai.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(
            '  état: {nature: État, nom: "Côte-d\'Or"}\n', "  voisine: {nature: commune}\n"
        ).replace(
            "- habilitation de: commune\n",
            "- habilitation de: commune\n  - habilitation de: voisine\n",
        ),
        encoding="utf-8",
    )

    new("essai", "essai")

    written = workspace.agreement("essai").read_text(encoding="utf-8")
    assert written.count("\n    ci-après: à compléter\n") == 2
    assert codes(workspace, "essai") == ALL_BLANK


@pytest.mark.parametrize(
    ("old", "new_text", "code"),
    [
        ("code: CGCT", "code: ZZZ", "C459"),
        ("- habilitation de: commune", "- habilitation de: mairie", "C211"),
        ("intitulé: axe", "intitulé: volet", "C410"),
        ("nature: commune}", "fiche: absente}", "C217"),
    ],
)
def test_a_model_that_proposes_what_cannot_stand_makes_no_file(
    workspace: Workspace, old: str, new_text: str, code: str
) -> None:
    path = workspace.clauses / "models/essai.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new_text), encoding="utf-8")

    result = new("essai", "essai")

    assert result.exit_code == 1
    assert code in result.output
    assert not workspace.agreement("essai").exists()


def test_a_registered_party_is_taken_up(workspace: Workspace) -> None:
    new("essai", "essai")

    written = workspace.agreement("essai").read_text(encoding="utf-8")
    assert "  département:\n    fiche: departement-cote-d-or\n" in written


def test_among_several_of_a_kind_the_clerk_chooses(workspace: Workspace) -> None:
    record = workspace.registry / "departement-cote-d-or.yaml"
    (workspace.registry / "departement-yonne.yaml").write_text(
        record.read_text(encoding="utf-8").replace('"Côte-d\'Or"', '"Yonne"'), encoding="utf-8"
    )
    new("essai", "essai")

    written = workspace.agreement("essai").read_text(encoding="utf-8")
    assert "departement-cote-d-or, departement-yonne" in written
    assert "  département:\n    nature: département\n" in written
    assert codes(workspace, "essai") == ALL_BLANK


def test_a_faulty_library_is_told_and_nothing_is_written(workspace: Workspace) -> None:
    path = workspace.clauses / "revision/avenant.md"
    path.write_text(path.read_text(encoding="utf-8") + "{{ acte.duu }}{{ absent }}\n", "utf-8")

    result = new("essai", "genlis")

    assert result.exit_code == 1
    assert "C417" in result.output
    assert not workspace.agreement("genlis").exists()


def test_a_model_is_found_by_a_near_name(workspace: Workspace) -> None:
    result = new("essais", "genlis")

    assert result.exit_code == 2
    assert "vouliez-vous dire « essai »" in result.output.replace("\u00a0", " ")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1))
def test_any_text_is_read_again_as_it_was(text: str) -> None:
    text = normalize("NFC", text)  # as the reader makes all texts
    written = document([Line(key(text), scalar(text)), Line("suite", scalar("à compléter"))])

    node, _ = read_yaml(written, "x.yaml")

    assert isinstance(node, MappingNode)
    first, *_, last = node.entries
    assert isinstance(first.value, Scalar)
    assert isinstance(last.value, Scalar)
    assert (first.value.text, last.value.text) == (text, "à compléter")
