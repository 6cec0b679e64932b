"""No act prints a form that leaves the gender undecided."""

import shutil
from pathlib import Path

import pytest

from conventassembler.build import assemble
from conventassembler.diagnostics import Position
from conventassembler.french.doublets import double_form
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Le maire, habilité(e) à cet effet", "habilité(e)"),
        ("les agents désigné(e)s par", "désigné(e)s"),
        ("les élu(e)(s)", "élu(e)(s)"),
        ("le directeur(trice)", "directeur(trice)"),
        ("le directeur(rice)", "directeur(rice)"),
        ("les citoyen·ne·s", "citoyen·ne·s"),
        ("un·e agent·e", "un·e"),
        ("les administré.e.s", "administré.e.s"),
        ("Monsieur/Madame le Maire", "Monsieur/Madame"),
        ("M./Mme Martin", "M./Mme"),
        ("sa/son Présidente", "sa/son"),
        ("le Président/la Présidente", "Président/la Présidente"),
        ("le Maire, Président/Présidente", "Président/Présidente"),
        ("le directeur / la directrice", "directeur / la directrice"),
        ("Présidente/Président/Maire", "Présidente/Président/Maire"),
        ("directeur/trice", "directeur/trice"),
        ("l'annexe(s) jointe", None),
        ("et/ou", None),
        ("la circulaire n° 5575/SG", None),
        ("2023/2027", None),
        ("https://www.exemple.fr/le/la/page", None),
        ("écrire à jean@exemple.fr", None),
        ("enfance/jeunesse", None),
        ("scolaire/périscolaire", None),
        ("l'accord État/région", None),
        ("insertion/inclusion", None),
    ],
)
def test_double_forms_are_told_from_other_marks(text: str, form: str | None) -> None:
    assert double_form(text) == form


def findings(folder: Path, file: str, old: str, new: str) -> list[tuple[str, Position | None]]:
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    found = assemble(Workspace(folder), ("exemple",)).findings
    return [(one.code, one.position) for one in found]


def test_one_typed_in_a_value_is_an_error_where_it_stands(tmp_path: Path) -> None:
    file = "agreements/exemple.yaml"

    found = findings(
        tmp_path, file, '"Convention de partenariat"', '"Convention avec un·e référent·e"'
    )

    assert found == [("C719", Position(file, 3, 8))]


def test_one_typed_in_a_clause_is_an_error_on_its_line(tmp_path: Path) -> None:
    file = "clauses/objet/simple.md"

    found = findings(tmp_path, file, "fixe le cadre", "fixe, avec un(e) agent(e), le cadre")

    assert found == [("C719", Position(file, 7, 1))]
