"""C166: a row that was typed over the example, and still says most of it; C155 beside it."""

from pathlib import Path

import pytest
from tables_of_rows import FILE, a_row, a_table

from conventassembler.batch.model import Job
from conventassembler.batch.planning import plan
from conventassembler.diagnostics import Diagnostic, Severity
from conventassembler.workspace import Workspace

NAME, ADDRESS = "commune.nom", "commune.adresse"
PERSON, DAY, NUMBER = (
    "commune.représentant.nom",
    "commune.habilitation.date",
    "commune.habilitation.numéro",
)
EXAMPLE = {
    ADDRESS: "2, rue du Parc ; 21999 EXEMPLEVILLE",
    PERSON: "Camille EXEMPLE",
    NUMBER: "2026-31",
    DAY: "16/12/2026",
}
OWN = {
    ADDRESS: "4, rue du Lavoir ; 21600 LONGVIC",
    PERSON: "Anne TYPE",
    NUMBER: "2025-7",
    DAY: "18/12/2025",
}
"""What the agreement says once it is filled."""


@pytest.fixture
def filled(workspace: Path) -> Path:
    path = workspace / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    changes = {
        '    nom: "Longvic"\n': '    adresse: ["4, rue du Lavoir", "21600 LONGVIC"]\n',
        "      genre: féminin\n": '      nom: "Anne TYPE"\n',
        "      date: 2025-12-18\n": '      numéro: "2025-7"\n',
    }
    for before, more in changes.items():
        assert text.count(before) == 1
        text = text.replace(before, before + more)
    path.write_text(text, encoding="utf-8")
    return workspace


def found(root: Path, values: dict[str, str]) -> list[Diagnostic]:
    made, told = plan(Workspace(root), "exemple", a_table(*values))
    assert made is not None, told
    (done,) = made.jobs([a_row(values)])
    return list(
        made.located(done.findings, a_row(values)) if isinstance(done, Job) else done.findings
    )


def told(root: Path, values: dict[str, str]) -> list[str]:
    return [one.arguments["columns"] for one in found(root, values) if one.code == "C166"]


def test_it_is_told_at_the_first_cell_with_all_of_them(filled: Path) -> None:
    (one,) = found(filled, {NAME: "Genlis", **EXAMPLE})

    assert (one.code, one.position.file, one.position.cell) == ("C166", FILE, "B2")
    assert one.arguments == {"columns": ", ".join(EXAMPLE)}
    assert one.severity_in_final is Severity.ERROR


def test_the_own_values_of_the_agreement_are_the_example_of_another_party(filled: Path) -> None:
    assert told(filled, {NAME: "Genlis", **OWN}) == [f"{ADDRESS}, {PERSON}, {NUMBER}"]


def test_the_own_values_of_the_agreement_are_right_in_its_own_row(filled: Path) -> None:
    assert told(filled, {NAME: "Longvic", **OWN}) == []


def test_a_row_is_its_own_where_half_of_it_was_typed(filled: Path) -> None:
    typed = {ADDRESS: "1, rue Neuve ; 21110 GENLIS", PERSON: "Lise MODÈLE"}

    assert told(filled, {NAME: "Genlis", **EXAMPLE, **typed}) == []


def test_days_and_numbers_may_be_those_of_the_example(filled: Path) -> None:
    alike = {DAY: "16/12/2026", NUMBER: "2026-31", "signature.date": "31/12/2027"}

    assert told(filled, {NAME: "Genlis", **alike}) == []


def test_a_wrong_cell_is_not_told_as_empty(filled: Path) -> None:
    wrong = found(filled, {NAME: "Genlis", DAY: "31/02/2026"})
    empty = found(filled, {NAME: "Genlis", DAY: "", ADDRESS: "1, rue Neuve ; 21110 GENLIS"})

    assert [one.code for one in wrong] == ["C213"]
    assert [(one.code, one.position.cell) for one in empty] == [("C155", DAY)]


def test_a_day_that_stays_is_told_as_the_act_writes_it(filled: Path) -> None:
    (one,) = found(filled, {NAME: "Genlis", DAY: "", ADDRESS: "1, rue Neuve ; 21110 GENLIS"})

    assert one.arguments["words"] == "18 décembre 2025"
