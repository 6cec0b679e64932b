"""C160: what belongs to a party or a person that a column renames, and has no column."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from project import copy_of_repository
from small_model import changed, planned, run

from conventassembler.cli import cli
from conventassembler.diagnostics import Diagnostic, Severity

NAME = '    nom: "Longvic"\n'
WOMAN = "      fonction: maire\n      genre: féminin\n"
ACCEPTED = "constats acceptés:\n  - constat: C160\n"
COLUMNS = ("commune.représentant.genre", "commune.habilitation.date")
"""What the small workspace says of its commune alone, besides its name."""


def told(root: Path, *columns: str, name: str = "exemple") -> list[Diagnostic]:
    return planned(root, "C160", *columns, name=name)


def missing(root: Path, *columns: str, name: str = "exemple") -> list[str]:
    found = told(root, *columns, name=name)
    return [column for one in found for column in one.arguments["columns"].split(", ")]


def test_it_is_told_once_at_the_name_of_the_column(workspace: Path) -> None:
    (found,) = told(workspace, "#nom", "commune.nom")

    assert found.position.cell == "B1"
    assert found.arguments["header"] == "commune.nom"
    assert found.arguments["columns"] == ", ".join(COLUMNS)
    assert "commune.représentant.genre (féminin)" in found.arguments["words"]
    assert (found.severity, found.severity_in_final) == (Severity.WARNING, Severity.ERROR)


@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ((), COLUMNS),
        (((WOMAN, WOMAN.replace("féminin", "à compléter")),), COLUMNS),
        (((WOMAN, WOMAN.replace("      genre: féminin\n", "")),), COLUMNS),
    ],
)
def test_what_has_a_column_or_is_blank_or_absent_is_not_told(
    workspace: Path, changes: Sequence[tuple[str, str]], columns: Sequence[str]
) -> None:
    changed(workspace, *changes)

    assert missing(workspace, "commune.nom", *columns[bool(changes) :]) == []


def test_without_the_column_of_a_name_nothing_is_told(workspace: Path) -> None:
    assert told(workspace, "#nom", "signature.lieu") == []


def test_a_name_to_be_completed_has_another_in_each_row_too(workspace: Path) -> None:
    changed(workspace, (NAME, "    nom: à compléter\n"))

    assert missing(workspace, "commune.nom") == list(COLUMNS)


@pytest.mark.parametrize(
    ("short", "own"),
    [
        ("la Commune", False),
        ("la Ville", False),
        ("le Club", False),
        ("la Ville de Longvic", True),
        ("Longvic", True),
        ("l'ADIL", True),
    ],
)
def test_a_short_name_that_suits_many_is_of_none_alone(
    workspace: Path, short: str, *, own: bool
) -> None:
    changed(workspace, (NAME, f'{NAME}    ci-après: "{short}"\n'))

    assert ("commune.ci-après" in missing(workspace, "commune.nom")) is own


@pytest.mark.parametrize(
    ("kind", "office", "own"),
    [
        ("commune", "maire", False),
        ("commune", "adjointe au maire", True),
        ("association", "président", False),
        ("association", "présidente", True),
    ],
)
def test_the_office_that_represents_all_of_a_kind_is_of_none_alone(
    workspace: Path, kind: str, office: str, *, own: bool
) -> None:
    changed(
        workspace,
        ("nature: commune", f"nature: {kind}"),
        ("fonction: maire", f"fonction: {office}"),
    )

    assert ("commune.représentant.fonction" in missing(workspace, "commune.nom")) is own


def test_the_gender_of_a_kind_of_ones_own_is_of_none_alone(workspace: Path) -> None:
    kind = "nature: société coopérative\n    genre: féminin"
    changed(workspace, ("nature: commune", kind), ("fonction: maire", "fonction: gérant"))

    assert "commune.genre" not in missing(workspace, "commune.nom")


def test_who_signs_is_another_where_the_column_of_the_person_says_so(workspace: Path) -> None:
    named = WOMAN + '      civilité: Mme\n      nom: "Anne TYPE"\n'
    changed(workspace, (WOMAN, named))
    genre, civility = "commune.représentant.genre", "commune.représentant.civilité"

    assert missing(workspace, "commune.représentant.nom") == [genre, civility]
    assert missing(workspace, "commune.représentant.nom", genre, civility) == []


def test_a_party_that_bears_the_name_of_another_goes_with_it(tmp_path: Path) -> None:
    root = copy_of_repository(tmp_path).root

    found = missing(root, "commune.nom", name="longvic")

    own = ("adresse", "représentant.fonction", "représentant.genre")
    assert [one for one in found if one.startswith("ccas.")] == [f"ccas.{one}" for one in own]


def test_an_account_is_of_the_party_that_its_clause_names(tmp_path: Path) -> None:
    root = copy_of_repository(tmp_path).root

    found = missing(root, "métropole.nom", name="pacte-dijon-metropole")

    assert {"IBAN du compte", "BIC du compte", "métropole.représentant.nom"} <= set(found)
    assert "IBAN du compte" not in missing(
        root, "métropole.représentant.nom", name="pacte-dijon-metropole"
    )


def test_a_record_that_each_row_names_brings_its_own(tmp_path: Path) -> None:
    root = copy_of_repository(tmp_path).root

    assert missing(root, "département.fiche", name="longvic") == ["département.habilitation.dates"]


ROWS = "commune.nom;signature.lieu\nGenlis;Genlis\nAuxonne;Auxonne\n"


@pytest.mark.parametrize("words", ["--strict", "--final"])
def test_no_strict_and_no_final_batch_is_made(workspace: Path, words: str) -> None:
    result = run(workspace, ROWS, words)

    assert result.exit_code == 1
    assert "C160" in result.output
    assert not (workspace / "envoi").exists()


def test_the_agreement_accepts_one_value_and_not_another(workspace: Path) -> None:
    about = f'{ACCEPTED}    à propos de: "commune.habilitation.date"\n    motif: "Un même jour."\n'
    changed(workspace, ("signature:\n", f"{about}signature:\n"))

    result = run(workspace, ROWS, "--final")

    assert result.exit_code == 1
    assert "Un même jour." in result.output
    (said,) = (one for one in result.output.splitlines() if "error C160" in one)
    assert "genre (féminin)" in said
    assert "date" not in said


def test_the_agreement_accepts_all_and_check_awaits_no_such_finding(workspace: Path) -> None:
    changed(workspace, ("signature:\n", f'{ACCEPTED}    motif: "Une maire."\nsignature:\n'))

    result = run(workspace, ROWS, "--final", "--strict")
    check = CliRunner().invoke(cli, ["check", "exemple", "--workspace", str(workspace)])

    assert result.exit_code == 0, result.output
    assert "C728" not in check.output + result.output


def test_a_cell_left_empty_beside_another_name_is_told_of_the_same_values(workspace: Path) -> None:
    head = f"commune.nom;{';'.join(COLUMNS)};signature.lieu\n"

    result = run(workspace, f"{head}Genlis;;12/01/2026;Genlis\nLongvic;;;Longvic\n")

    assert "communes.csv:B2: warning C155" in result.output
    assert result.output.count("warning C155") == 1


def template(root: Path) -> str:
    file = root / "communes.xlsx"
    line = ["batch", "exemple", "--template", str(file), "--workspace", str(root), "--lang", "en"]
    return CliRunner().invoke(cli, line, catch_exceptions=False).output


def test_it_is_told_with_the_workbook_that_goes_out_to_be_filled(workspace: Path) -> None:
    named = '"Commune": commune.nom\n'
    changed(workspace, ("signature:\n", f"colonnes:\n  {named}signature:\n"))
    told = template(workspace)
    (workspace / "communes.xlsx").unlink()
    changed(workspace, (WOMAN, WOMAN.replace("féminin", "à compléter")))
    less = template(workspace)
    (workspace / "communes.xlsx").unlink()
    changed(workspace, ("colonnes:\n", f'{ACCEPTED}    motif: "Une maire."\ncolonnes:\n'))

    assert "agreements/exemple.yaml:34:14: warning C160" in told
    told, less = (" ".join(one.split()) for one in (told, less))
    again = "in agreements/exemple.yaml, then type the command with --template again:"
    assert f"{again} {', '.join(COLUMNS)};" in told
    assert f"{again} {COLUMNS[1]};" in less
    assert "warning C160" not in template(workspace)
    assert (workspace / "communes.xlsx").exists()
