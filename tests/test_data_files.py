"""`données`: one file of values for several clauses of an act, each with one provenance."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conventassembler.agreement import agreement_schema
from conventassembler.agreement.sources import source_at
from conventassembler.build import assemble
from conventassembler.cli import cli
from conventassembler.draft.model import Blank, Draft, ListItem, Paragraph, Text
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors/_base"
HEAD = "---\ntitre: Actions\nchoisir quand: Toujours.\nparamètres:\n"
AXES = """\
  axes:
    type: liste
    libellé: "Axes"
    éléments:
      type: fiche
      champs:
        titre: {type: texte, libellé: "Titre"}
        actions:
          type: liste
          libellé: "Actions"
          éléments:
            type: fiche
            champs:
              titre: {type: texte, libellé: "Titre"}
              montant: {type: montant, libellé: "Montant de l'État"}
"""
LOOPS = """\
{% for axe in axes %}
{% for action in axe.actions %}
- {{ action.titre }} : {{ action.montant }}
{% endfor %}
{% endfor %}
"""
TABLE = HEAD + AXES + "---\n" + LOOPS
FICHES = (
    HEAD
    + """\
  axes: {reprend: actions/tableau}
  suivi: {type: texte, libellé: "Suivi", remplace: évaluation}
---
"""
    + LOOPS
    + """
Le suivi est {{ suivi }} ; la première action reçoit {{ axes[0].actions[0].montant }}.
"""
)
DATA = """\
# Les actions
format: 1
axes:
  - titre: "Droits"
    actions:
      - titre: "Former"
        montant: 7 500
      - titre: "Accueillir"
        montant: à compléter
suivi: annuel
"""
ENTRIES = """\
annexes:
  - clause: actions/fiches
    repère: annexe
    données: actions.yaml
clauses:
  - clause: objet/simple
    valeurs:
      pilote: commune
  - clause: actions/tableau
    données: actions.yaml
  - clause: actions/fiches
    repère: fiches
    données: actions.yaml
"""
OWN = "agreements/exemple/actions.yaml"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    workspace = Workspace(tmp_path)
    act = workspace.agreement("exemple")
    whole = act.read_text(encoding="utf-8")
    act.write_text(
        re.sub(r"^clauses:\n(?: .*\n)*", ENTRIES, whole, flags=re.MULTILINE), encoding="utf-8"
    )
    write(workspace, "clauses/actions/tableau.md", TABLE)
    write(workspace, "clauses/actions/fiches.md", FICHES)
    write(workspace, OWN, DATA)
    return workspace


def write(workspace: Workspace, name: str, text: str) -> None:
    path = workspace.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(workspace: Workspace, *words: str) -> Result:
    typed = [*words, "--workspace", str(workspace.root), "--lang", "fr"]
    return CliRunner().invoke(cli, typed, catch_exceptions=False)


IDLE = ("C704", "C779")
"""What is told of the small act itself: it lacks clauses, and speaks of its annex nowhere."""


def told(workspace: Workspace) -> list[tuple[str, str]]:
    found = assemble(workspace, ("exemple",)).findings
    return [(item.code, str(item.position)) for item in found if item.code not in IDLE]


def draft(workspace: Workspace) -> Draft:
    return assemble(workspace, ("exemple",)).drafts["exemple"]


def inlines(made: Draft) -> Iterator[tuple[str, Text | Blank]]:
    for block in made.blocks:
        if isinstance(block, ListItem | Paragraph):
            yield from ((block.id, one) for one in block.inlines if isinstance(one, Text | Blank))


def test_one_amount_has_one_provenance_wherever_it_is_shown(space: Workspace) -> None:
    shown = [one for _, one in inlines(draft(space)) if one.text.startswith("7")]

    assert len(shown) == 5
    assert {one.value.path for one in shown if isinstance(one, Text) and one.value} == {
        "données.actions.axes[1].actions[1].montant"
    }


def test_what_is_to_complete_is_told_once_with_the_record_and_the_line(space: Workspace) -> None:
    assert told(space) == [("C701", f"{OWN}:9:18")]
    output = run(space, "check").output
    assert "données › actions › axes 1 › actions 2 › montant" in output


def test_an_amount_forgotten_says_which_record_and_what_to_type(space: Workspace) -> None:
    write(space, OWN, DATA.replace("        montant: à compléter\n", ""))

    output = run(space, "check").output.replace("\u00a0", " ")

    assert f"{OWN}:8:9: erreur C508" in output
    assert "« montant » manque dans « actions 2 »" in output
    assert "« montant: » avec : Montant de l’État (montant en euros" in output.replace("'", "’")


def test_a_value_of_the_entry_prevails(space: Workspace) -> None:
    act = space.agreement("exemple")
    text = act.read_text(encoding="utf-8")
    act.write_text(
        text.replace("    repère: fiches\n", "    repère: fiches\n    valeurs: {suivi: mensuel}\n"),
        encoding="utf-8",
    )

    said = [one for _, one in inlines(draft(space)) if one.text in ("mensuel",)]

    assert [(one.text, one.value and one.value.path) for one in said if isinstance(one, Text)] == [
        ("mensuel", "clauses[fiches].with.suivi")
    ]


def test_a_file_may_give_the_values_of_a_preamble(space: Workspace) -> None:
    context = BASE / "clauses/preambule/contexte.md"
    text = context.read_text(encoding="utf-8")
    text = text.replace(
        "---\nLes", "paramètres:\n  suivi: {type: texte}\n---\nSuivi {{ suivi }}. Les"
    )
    write(space, "clauses/preambule/contexte.md", text)
    act = space.agreement("exemple")
    typed = act.read_text(encoding="utf-8").replace(
        "  - contexte\n", "  - clause: contexte\n    données: actions.yaml\n"
    )
    act.write_text(typed, encoding="utf-8")

    assert told(space) == [("C701", f"{OWN}:9:18")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("axes: []\nsuivi: annuel\n", ["C105", "C215"], id="no format"),
        pytest.param(DATA.replace("format: 1", "format: 2"), ["C106"], id="another format"),
        pytest.param("- un\n", ["C134"], id="a list"),
        pytest.param("", ["C007"], id="empty"),
        pytest.param(DATA + "axes: []\n", ["C101"], id="a key twice"),
        pytest.param(DATA + "  x: 1\n", ["C229"], id="no YAML"),
        pytest.param(DATA + "auteur: x\n", ["C518", "C701"], id="a key of no clause"),
        pytest.param(DATA.replace("suivi", "évaluation"), ["C439"], id="a former key"),
        pytest.param(DATA + "évaluation: x\n", ["C518", "C701"], id="a former key and today's"),
        pytest.param("#" * 1_000_001, ["C005"], id="too large"),
        pytest.param(DATA.replace("7 500", "*un"), ["C121"], id="an alias"),
    ],
)
def test_what_is_wrong_in_the_file_is_told_there_alone(
    space: Workspace, text: str, codes: list[str]
) -> None:
    write(space, OWN, text)

    found = told(space)

    assert sorted(code for code, _ in found if code != "C701" or codes[-1] == "C701") == codes
    assert {place.partition(":")[0] for _, place in found} == {OWN}


@pytest.mark.parametrize(
    "name", ["../parties/departement.yaml", "/etc/passwd", "actions", ".actions.yaml", "a\\b.yaml"]
)
def test_no_name_leads_out_of_the_folder(space: Workspace, name: str) -> None:
    act = space.agreement("exemple")
    typed = act.read_text(encoding="utf-8").replace("actions.yaml", f"'{name}'")
    act.write_text(typed, encoding="utf-8")

    assert {code for code, _ in told(space)} == {"C509"}


def test_files_of_values_are_no_agreements(space: Workspace) -> None:
    assert space.names() == ("exemple",)
    write(space, "agreements/exemple/actions.yml", DATA)
    assert [item.position.file for item in space.misnamed()] == ["agreements/exemple/actions.yml"]


def test_a_build_takes_the_values(space: Workspace) -> None:
    assert run(space, "build").exit_code == 0
    twin = (space.output / "exemple.md").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert twin.replace("\u202f", " ").count("7 500 €") == 5


def test_new_names_are_typed_in_the_file(space: Workspace) -> None:
    clause = "clauses/actions/tableau.md"
    renamed = TABLE.replace("montant: {", "somme État: {remplace: montant, ").replace(
        ".montant", ".somme_etat"
    )
    write(space, clause, renamed)
    write(space, "clauses/actions/fiches.md", FICHES.replace(".montant", ".somme_etat"))
    write(space, OWN, DATA.replace("suivi", "évaluation"))
    assert {code for code, _ in told(space)} >= {"C439"}

    done = run(space, "upgrade")

    assert done.output.count(f"{OWN}:") == 3
    typed = DATA.replace("montant", "somme État")
    assert (space.root / OWN).read_text(encoding="utf-8") == typed
    assert [code for code, _ in told(space)] == ["C701"]


def test_a_key_that_another_clause_still_has_is_left(space: Workspace) -> None:
    other = HEAD + "  évaluation: {type: texte}\n---\nSelon {{ evaluation }}.\n"
    write(space, "clauses/suivi/simple.md", other)
    act = space.agreement("exemple")
    typed = act.read_text(encoding="utf-8")
    more = "clauses:\n  - clause: suivi/simple\n    données: actions.yaml\n"
    act.write_text(typed.replace("clauses:\n", more, 1), encoding="utf-8")
    text = DATA + "évaluation: libre\n"
    write(space, OWN, text)

    assert [code for code, _ in told(space)] == ["C701"]
    run(space, "upgrade")
    assert (space.root / OWN).read_text(encoding="utf-8") == text


def test_a_value_that_no_clause_shows_is_told_in_the_file(space: Workspace) -> None:
    hidden = FICHES.replace("Le suivi est {{ suivi }} ; la", '{{ "" if axes else suivi }}La')
    write(space, "clauses/actions/fiches.md", hidden)

    assert ("C710", f"{OWN}:10:1") in told(space)


def test_editors_know_the_key() -> None:
    definitions = agreement_schema()["$defs"]

    assert isinstance(definitions, dict)
    assert "données" in definitions["entry"]["properties"]


def test_a_file_that_says_the_same_is_the_very_same_tree(space: Workspace) -> None:
    write(space, OWN, DATA)
    write(space, OWN.replace("actions", "autres"), DATA)
    act = space.agreement("exemple")
    before = source_at(act, "agreements/exemple.yaml")
    same, other = before.data["autres.yaml"]()[0], before.data["actions.yaml"]()[0]

    act.write_text(act.read_text(encoding="utf-8") + "# plus\n", encoding="utf-8")
    write(space, OWN, DATA + "plus: 1\n")
    now = source_at(act, "agreements/exemple.yaml")

    assert now.data["autres.yaml"]()[0] is same
    assert now.data["actions.yaml"]()[0] != other
    assert now.tree[0] is not before.tree[0]
