"""What stands in the place of a name is told once, where it was typed (C707, C760, C799)."""

from pathlib import Path

import pytest
from changed import OFFICE, codes, findings
from project import copy_of_repository

from conventassembler.build import assemble

NAME = '    nom: "Longvic"\n'
PLACE = '  lieu: "Longvic"\n'


def person(name: str) -> tuple[str, str]:
    return OFFICE, f'{OFFICE}      civilité: Mme\n      nom: "{name}"\n'


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
def test_a_number_is_no_name(workspace: Path, change: tuple[str, str], key: str) -> None:
    told = [one for one in findings(workspace, change) if one.code == "C799"]

    assert [one.arguments["key"] for one in told] == [key]


@pytest.mark.parametrize(
    "change", [person("Anne MODÈLE 2"), (NAME, f'{NAME}    adresse: ["1", "rue Haute"]\n')]
)
def test_what_has_letters_is_left(workspace: Path, change: tuple[str, str]) -> None:
    assert "C799" not in codes(workspace, change)


@pytest.mark.parametrize("words", ["N/A", "n.c.", "vacant", "poste vacant", "à désigner"])
def test_a_word_for_nobody_is_told(workspace: Path, words: str) -> None:
    told = [
        one.arguments["words"] for one in findings(workspace, person(words)) if one.code == "C760"
    ]

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
    workspace: Path, name: str, alone: str
) -> None:
    told = findings(workspace, (NAME, f'    nom: "{name}"\n'))

    words = [one for one in told if one.code in ("C707", "C775")]
    assert [(one.code, one.arguments["alone"]) for one in words] == [("C707", alone)]


def test_what_clauses_derive_is_told_where_it_was_typed(tmp_path: Path) -> None:
    space = copy_of_repository(tmp_path)
    path = space.agreement("longvic")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('ci-après: "la Commune"', 'ci-après: "xxx"', 1), encoding="utf-8")

    told = assemble(space, ("longvic",)).findings

    assert {one.position.file for one in told if one.code == "C760"} == {"agreements/longvic.yaml"}


def test_marks_alone_are_no_name_that_a_clause_says(workspace: Path) -> None:
    clause = "clauses/objet/simple.md"
    text = (workspace / clause).read_text(encoding="utf-8")
    listed = {clause: f"{text}\n- les uns ;\n- les autres.\n"}

    assert "C706" not in codes(workspace, (NAME, '    nom: "-"\n'), files=listed)
