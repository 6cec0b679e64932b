"""What stands in the place of a name is told once, where it was typed (C707, C760, C799)."""

import shutil
from pathlib import Path

import pytest
from project import copy_of_repository

from conventassembler.build import assemble
from conventassembler.diagnostics import Diagnostic
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"
NAME = '    nom: "Longvic"\n'
WOMAN = "      fonction: maire\n      genre: féminin\n"
PLACE = '  lieu: "Longvic"\n'


def found(folder: Path, *changes: tuple[str, str]) -> list[Diagnostic]:
    """Return what is found in the example with some changes, but for what it has anyway."""
    if not any(folder.iterdir()):
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
    space = Workspace(folder)
    path = space.agreement("exemple")
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    told = assemble(space, ("exemple",)).findings
    return [one for one in told if one.code not in ("C713", "C714")]


def person(name: str) -> tuple[str, str]:
    return WOMAN, f'{WOMAN}      civilité: Mme\n      nom: "{name}"\n'


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (person("03 80 00 00 00"), "nom"),
        (person("+33 (0)3.80.00.00.00"), "nom"),
        ((NAME, '    nom: "217 103 554 00012"\n'), "nom"),
        ((NAME, f'{NAME}    adresse: "21110"\n'), "adresse"),
        ((PLACE, '  lieu: "21110"\n'), "lieu"),
    ],
)
def test_a_number_is_no_name(tmp_path: Path, change: tuple[str, str], key: str) -> None:
    told = [one for one in found(tmp_path, change) if one.code == "C799"]

    assert [one.arguments["key"] for one in told] == [key]


@pytest.mark.parametrize(
    "change", [person("Anne MODÈLE 2"), (NAME, f'{NAME}    adresse: ["1", "rue Haute"]\n')]
)
def test_what_has_letters_is_left(tmp_path: Path, change: tuple[str, str]) -> None:
    assert "C799" not in [one.code for one in found(tmp_path, change)]


@pytest.mark.parametrize("words", ["N/A", "n.c.", "vacant", "poste vacant", "à désigner"])
def test_a_word_for_nobody_is_told(tmp_path: Path, words: str) -> None:
    told = [one.arguments["words"] for one in found(tmp_path, person(words)) if one.code == "C760"]

    assert told == [words]


@pytest.mark.parametrize(
    ("name", "alone"),
    [
        ("ESSARTS (LES)", "Les ESSARTS"),
        ("Essarts (Les)", "Les Essarts"),
        ("Haye (la)", "La Haye"),
        ("Étang-Vergy (L')", "L'Étang-Vergy"),
    ],
)
def test_an_article_behind_a_name_is_told_there_alone(
    tmp_path: Path, name: str, alone: str
) -> None:
    told = found(tmp_path, (NAME, f'    nom: "{name}"\n'))

    words = [one for one in told if one.code in ("C707", "C775")]
    assert [(one.code, one.arguments["alone"]) for one in words] == [("C707", alone)]


def test_what_clauses_derive_is_told_where_it_was_typed(tmp_path: Path) -> None:
    space = copy_of_repository(tmp_path)
    path = space.agreement("longvic")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('ci-après: "la Commune"', 'ci-après: "xxx"', 1), encoding="utf-8")

    told = assemble(space, ("longvic",)).findings

    assert {one.position.file for one in told if one.code == "C760"} == {"agreements/longvic.yaml"}


def test_marks_alone_are_no_name_that_a_clause_says(tmp_path: Path) -> None:
    clause = tmp_path / "clauses" / "objet" / "simple.md"
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    clause.write_text(
        f"{clause.read_text(encoding='utf-8')}\n- les uns ;\n- les autres.\n", "utf-8"
    )

    assert "C706" not in [one.code for one in found(tmp_path, (NAME, '    nom: "-"\n'))]
