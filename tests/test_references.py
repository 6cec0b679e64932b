"""References of bodies, held against the agreement before anything is composed."""

import shutil
from pathlib import Path

import pytest

from conventassembler.build import assemble
from conventassembler.draft import compose
from conventassembler.draft.plain import plain_text
from conventassembler.library import model
from conventassembler.source import identifier
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"
CLAUSE = "clauses/duree/tacite.md"
AGREEMENT = "agreements/exemple.yaml"


@pytest.fixture(name="workspace")
def small_workspace(tmp_path: Path) -> Workspace:
    """A small workspace without faults."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return Workspace(tmp_path)


def say(workspace: Workspace, words: str) -> None:
    """Add a paragraph to the clause."""
    path = workspace.root / CLAUSE
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{words}\n", encoding="utf-8")


def replace(workspace: Workspace, old: str, new: str) -> None:
    """Change the agreement."""
    path = workspace.root / AGREEMENT
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def told(workspace: Workspace) -> list[tuple[str, str]]:
    """Return the code and the place of each finding."""
    found = assemble(workspace, ("exemple",)).findings
    return [(item.code, str(item.position)) for item in found]


def test_a_reference_to_a_numbered_heading_is_good(workspace: Workspace) -> None:
    say(workspace, 'Voir {{ ref("objet").le }}.')

    assert told(workspace) == []


def test_a_reference_to_nothing_is_told_with_all_other_faults(workspace: Workspace) -> None:
    say(workspace, 'Voir {{ ref("suivi").le }}.')
    replace(workspace, "années: 3", "années: 30")

    assert told(workspace) == [("C205", f"{AGREEMENT}:32:15"), ("C511", f"{CLAUSE}:12:6")]


def test_it_is_told_once_for_each_place(workspace: Workspace) -> None:
    say(workspace, 'Voir {{ ref("suivi").le }} et {{ ref("suivi").le }}.')

    assert told(workspace) == [("C511", f"{CLAUSE}:12:6"), ("C511", f"{CLAUSE}:12:31")]


def test_a_clause_that_asks_whether_the_target_exists_may_name_it(workspace: Workspace) -> None:
    say(workspace, '{% if existe("suivi") %}Voir {{ ref("suivi").le }}.{% endif %}')

    assert told(workspace) == []


def test_to_ask_about_another_target_is_no_help(workspace: Workspace) -> None:
    say(workspace, '{% if existe("objet") %}Voir {{ ref("suivi").le }}.{% endif %}')

    assert told(workspace) == [("C511", f"{CLAUSE}:12:30")]


def test_a_heading_without_number_cannot_be_referred_to(workspace: Workspace) -> None:
    say(workspace, 'Voir {{ ref("objet").le }}.')
    replace(workspace, "objet/simple\n", "objet/simple\n    intitulé: aucun\n")

    assert told(workspace) == [("C515", f"{CLAUSE}:12:6")]


def test_while_a_clause_is_unknown_nothing_is_said_of_references(workspace: Workspace) -> None:
    say(workspace, 'Voir {{ ref("objet").le }}.')
    replace(workspace, "objet/simple", "objet/simples")

    assert told(workspace) == [("C402", f"{AGREEMENT}:27:13")]


def test_a_clause_that_is_not_chosen_may_refer_to_anything(workspace: Workspace) -> None:
    path = workspace.root / "clauses/duree/ferme.md"
    path.write_text(f"{path.read_text('utf-8')}\n{{{{ ref('suivi').le }}}}\n", encoding="utf-8")

    assert told(workspace) == []


def test_the_parts_of_a_model_are_those_that_are_composed() -> None:
    assert [identifier(part) for part in model.PARTS] == list(compose.PARTS)


@pytest.mark.parametrize(
    ("capitals", "shown"), [("oui", "l’article\u00a01"), ("non", "l’Article\u00a01")]
)
def test_a_reference_has_the_case_of_its_heading_but_for_capitals_that_are_a_style(
    workspace: Workspace, capitals: str, shown: str
) -> None:
    path = workspace.clauses / "models" / "convention-simple.yaml"
    text = path.read_text(encoding="utf-8")
    changed = text.replace('séparateur: " : "}', f'séparateur: " : ", capitales: {capitals}}}')
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    say(workspace, 'Voir {{ ref("objet").le }}.')

    draft = assemble(workspace, ("exemple",)).drafts["exemple"]
    assert f"Voir {shown}" in plain_text(draft)
