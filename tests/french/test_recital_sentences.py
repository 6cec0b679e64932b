"""Recitals from the lines that a clerk writes to the whole sentence of the draft."""

import shutil
from dataclasses import replace
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest

from conventassembler.agreement import load_agreement
from conventassembler.build import stock
from conventassembler.draft.compose import compose
from conventassembler.draft.model import Draft
from conventassembler.draft.plain import plain_text
from conventassembler.draft.resolve import resolve
from conventassembler.making import Stock
from conventassembler.workspace import Workspace

from .cases import cases

TESTS = Path(__file__).parent.parent
ACT = """\
format: 1
modèle: convention-simple
titre: "Convention"
parties:
  département:
    fiche: departement
    habilitation: {acte: délibération, date: 2025-12-15}
  commune:
    nature: commune
    nom: "Longvic"
    représentant: {fonction: maire, genre: féminin}
    habilitation: {acte: délibération, date: 2025-12-18}
  état:
    nature: État
    nom: "Côte-d'Or"
    représentant: {fonction: préfet, genre: masculin}
clauses:
  - {clause: objet/simple, valeurs: {pilote: commune}}
  - {clause: duree/tacite, valeurs: {années: 3}}
visas:
"""
BARE = {"recital_mark": "", "recital_last_mark": ""}


@pytest.fixture(name="space", scope="module")
def workspace_of_recitals(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("visas")
    shutil.copytree(TESTS / "errors" / "_base", folder, dirs_exist_ok=True)
    shutil.rmtree(folder / "clauses" / "references")
    shutil.copytree(TESTS.parent / "clauses" / "references", folder / "clauses" / "references")
    return Workspace(folder)


@pytest.fixture(name="shared", scope="module")
def stock_of_recitals(space: Workspace) -> Stock:
    return stock(space)


def drafted(space: Workspace, shared: Stock, items: list[str], **changes: str) -> Draft:
    """Return the draft of an act with these items under « visas » and a profile so changed."""
    path = space.agreement("essai")
    lines = (indent(item.strip("\n"), "    ")[4:] for item in items)
    path.write_text(ACT + "".join(f"  - {line}\n" for line in lines), encoding="utf-8")
    agreement, found = load_agreement(path, "essai.yaml", shared.registry)
    assert agreement is not None
    resolved, choices = resolve(agreement, shared.library, shared.compiled)
    assert resolved is not None
    assert [*found, *choices] == []
    profile = replace(resolved.profile, **changes)
    return compose(replace(resolved, profile=profile))[0]


def recitals(draft: Draft) -> list[str]:
    blocks = [block for block in draft.blocks if getattr(block, "role", "") == "recital"]
    return plain_text(replace(draft, blocks=tuple(blocks))).split("\n")


@pytest.mark.parametrize("case", cases("visas", "visas"))
def test_the_lines_of_a_clerk_become_a_sentence(
    case: dict[str, Any], space: Workspace, shared: Stock
) -> None:
    changes = {**BARE, **case.get("profil", {})}
    draft = drafted(space, shared, [case["entrée"]], **changes)

    assert [line for line in recitals(draft) if line][-1] == case["attendu"]


def test_a_heading_stands_for_every_vu(space: Workspace, shared: Stock) -> None:
    items = ["code: CGCT", "habilitation de: commune"]
    draft = drafted(space, shared, items, recital_heading="VU")
    lines = recitals(draft)

    assert lines[0] == "VU"
    assert lines[1].startswith("le code général")
    assert lines[1].endswith("\N{NO-BREAK SPACE};")
    assert lines[2].endswith(".")
    assert [block.id for block in draft.blocks if block.id.startswith("visas")] == [
        "visas.intitule",
        "visas.code_cgct",
        "visas.habilitation_commune",
    ]


def test_there_is_no_heading_without_recitals(space: Workspace, shared: Stock) -> None:
    path = space.agreement("sans")
    path.write_text(ACT.replace("visas:\n", ""), encoding="utf-8")
    agreement, _ = load_agreement(path, "sans.yaml", shared.registry)
    assert agreement is not None
    resolved, _ = resolve(agreement, shared.library, shared.compiled)
    assert resolved is not None
    profile = replace(resolved.profile, recital_heading="VU")

    assert recitals(compose(replace(resolved, profile=profile))[0]) == [""]
