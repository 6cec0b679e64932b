"""The marks that a value keeps from where it was copied are told, whatever the value (C763)."""

import shutil
from pathlib import Path

import pytest
from acts_of_own_texts import found, replaced

BASE = Path(__file__).parent / "errors" / "_base"
NAME = '    nom: "Longvic"\n'
OFFICE = "      fonction: maire\n"
DATE = "      date: 2025-12-18\n"
PILOT = "      pilote: commune\n"
RECITAL = "  - habilitation de: département\n"


def told(folder: Path, old: str, new: str, codes: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return what those of `codes` tell of the example with one change: their marks or words."""
    if not (folder / "agreements").exists():
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
    replaced(folder, old, new)
    return [
        (one.code, str(one.arguments.get("marks", one.arguments.get("name", ""))))
        for one in found(folder)
        if one.code in codes
    ]


@pytest.mark.parametrize(
    ("old", "new", "marks"),
    [
        (DATE, f'{DATE}      numéro: "\\"2026-77\\""\n', '" "'),
        (DATE, f"{DATE}      numéro: « 2026-77 »\n", "« »"),
        (NAME, f'{NAME}    adresse: "- 3, rue des Écoles ;"\n', "- ;"),
        (NAME, f'{NAME}    adresse: ["Mairie,", "3, rue des Écoles"]\n', ","),
        (NAME, "    nom: « Longvic »\n", "« »"),
        (NAME, "    nom: '\"Longvic'\n", '"'),
        (OFFICE, f'{OFFICE}      nom: "Anne MARTIN,"\n', ","),
        (OFFICE, f"{OFFICE}      nom: '\"Anne MARTIN\"'\n", '" "'),
        ('  lieu: "Longvic"', '  lieu: "« Longvic »"', "« »"),
        ('titre: "Convention', "sous-titre: « Jeunesse »\ntitre: \"Convention", "« »"),
        (RECITAL, '  - considérant: "que tout va bien ;"\n' + RECITAL, ";"),
        ('titre: "Convention', 'sous-titre: "– Jeunesse :"\ntitre: "Convention', "– :"),
    ],
)  # fmt: skip
def test_the_marks_of_any_value_are_told(tmp_path: Path, old: str, new: str, marks: str) -> None:
    assert told(tmp_path, old, new, ("C763", "C707", "C765")) == [("C763", marks)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (DATE, f'{DATE}      numéro: "2026-77"\n'),
        (NAME, f'{NAME}    adresse: ["Mairie", "3, rue des Écoles – BP 12"]\n'),
        (NAME, '    nom: "Saint-Exemple-l\'Église"\n'),
        ('titre: "Conv', 'sous-titre: "Le projet « Jeunesse »"\ntitre: "Conv'),
        (RECITAL, '  - document: "« Longvic 2030 »"\n' + RECITAL),
        (RECITAL, '  - considérant: "que tout va, etc."\n' + RECITAL),
        (OFFICE, f'{OFFICE}      nom: "Jean A."\n'),
    ],
)
def test_marks_that_belong_to_a_value_are_left(tmp_path: Path, old: str, new: str) -> None:
    assert told(tmp_path, old, new, ("C763", "C707", "C765")) == []


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ('"le sport,"', [("C763", ",")]),
        ('"- le sport"', [("C763", "-")]),
        ('"« Le Sport »"', []),
        ('"le sport"', []),
    ],
)
def test_a_value_of_a_clause_may_bear_quotes(
    tmp_path: Path, typed: str, marks: list[tuple[str, str]]
) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    clause = tmp_path / "clauses/objet/simple.md"
    text = clause.read_text(encoding="utf-8")
    text = text.replace("pilote: {", 'domaine: {type: texte, libellé: "Domaine"}\n  pilote: {')
    clause.write_text(f"{text.rstrip()}\n\nLe domaine est {{{{ domaine }}}} partout.\n", "utf-8")

    assert told(tmp_path, PILOT, f"{PILOT}      domaine: {typed}\n", ("C763", "C765")) == marks
