"""C162 to C165, and what C155 tells of names: acts in the name of the model's own partner."""

from pathlib import Path

import pytest
from small_model import changed, command, planned, run

from conventassembler.batch import copied
from conventassembler.diagnostics import Diagnostic, Severity

NAME = '    nom: "Longvic"\n'
SIRET = '    SIRET: "123 456 782 00010"\n'
OTHERS = ("99912345800013", "99954321800013")
OFFICE = "      fonction: maire\n"
NUMBER = "      date: 2025-12-18\n"
ACCEPTED = ("signature:\n", "constats acceptés:\n  - constat: {}\n    motif: voulu\nsignature:\n")


def accept(root: Path, code: str) -> None:
    changed(root, (ACCEPTED[0], ACCEPTED[1].format(code)))


def told(root: Path, *columns: str, code: str = "C162") -> list[Diagnostic]:
    return planned(root, code, *columns)


def full(root: Path) -> None:
    """Type in the agreement all that tells its commune from others."""
    address = '    adresse: ["1, rue du Specimen", "21600 LONGVIC"]\n'
    changed(
        root,
        (NAME, NAME + SIRET + address),
        (OFFICE, f'{OFFICE}      nom: "Camille MODÈLE"\n'),
        (NUMBER, f'      numéro: "2025-7"\n{NUMBER}'),
    )


def test_columns_of_a_party_without_that_of_its_name_are_told_once(workspace: Path) -> None:
    full(workspace)

    (found,) = told(workspace, "#nom", "commune.adresse", "titre", "commune.SIRET")

    assert found.position.cell == "B1"
    assert found.arguments["columns"] == "commune.adresse, commune.SIRET"
    assert (found.arguments["words"], found.arguments["column"]) == ("Longvic", "commune.nom")
    assert (found.severity, found.severity_in_final) == (Severity.WARNING, Severity.ERROR)


@pytest.mark.parametrize(
    ("column", "is_told"),
    [
        ("commune.adresse", True),
        ("commune.SIRET", True),
        ("commune.représentant.nom", True),
        ("commune.habilitation.numéro", True),
        ("commune.habilitation.date", False),
        ("commune.représentant.genre", False),
        ("département.habilitation.date", False),
        ("signature.lieu", False),
    ],
)
def test_what_tells_one_party_from_others_calls_for_its_name(
    workspace: Path, column: str, *, is_told: bool
) -> None:
    full(workspace)

    assert bool(told(workspace, "#nom", column)) is is_told
    assert told(workspace, "commune.nom", column) == []


def test_a_name_that_is_awaited_is_seen_in_the_act(workspace: Path) -> None:
    full(workspace)
    changed(workspace, (NAME, "    nom: à compléter\n"))

    assert told(workspace, "#nom", "commune.SIRET") == []


def test_who_signs_for_a_party_of_the_registry_may_differ(workspace: Path) -> None:
    signs = 'fiche: departement\n    représentant:\n      fonction: président\n      nom: "A B"\n'
    changed(workspace, ("fiche: departement\n", f"{signs}      genre: masculin\n"))

    assert told(workspace, "#nom", "département.représentant.nom") == []


def test_another_seat_than_that_of_a_record_is_told(workspace: Path) -> None:
    changed(workspace, ("fiche: departement\n", f"fiche: departement\n{SIRET}"))

    (found,) = told(workspace, "#nom", "département.SIRET")

    assert found.arguments["words"] == "Côte-d'Or"


def test_no_final_act_is_made_in_the_name_of_the_model(workspace: Path) -> None:
    full(workspace)
    rows = "".join(f"{one};{one}\n" for one in OTHERS)

    refused = run(workspace, f"#nom;commune.SIRET\n{rows}", "--final")
    assert "error C162" in refused.output
    assert not (workspace / "envoi").exists()

    accept(workspace, "C162")
    assert run(workspace, f"#nom;commune.SIRET\n{rows}", "--final").exit_code == 0


ROWS = "a;15/01/2026\nb;16/01/2026\n"


@pytest.mark.parametrize(
    ("rows", "is_told"),
    [
        (f"#nom;signature.date\n{ROWS}", True),
        ("#nom;signature.date\na;15/01/2026\n", False),
        ("#nom;signature.date\na;15/01/2026\nb;15/01/2026\n", False),
        ("#nom;commune.nom;signature.lieu\na;Genlis;Genlis\nb;Dole;Dole\n", False),
        ("#nom;commune.habilitation.date\na;15/01/2025\nb;16/01/2025\n", False),
        ("titre;signature.date\nUn;15/01/2026\nDeux;16/01/2026\n", False),
    ],
)
def test_acts_that_are_all_of_the_same_parties_are_told(
    workspace: Path, rows: str, *, is_told: bool
) -> None:
    again = [run(workspace, rows).output for _ in range(2)]

    assert [("C163" in one) for one in again] == [is_told, is_told]


def test_a_blank_of_a_party_shows_that_it_differs(workspace: Path) -> None:
    changed(workspace, (NUMBER, "      date: à compléter\n"))

    assert "C163" not in run(workspace, f"#nom;signature.date\n{ROWS}").output


def test_that_acts_are_of_the_same_parties_can_be_accepted(workspace: Path) -> None:
    accept(workspace, "C163")

    assert run(workspace, f"#nom;signature.date\n{ROWS}", "--strict").exit_code == 0


def test_the_workbook_that_names_no_party_is_told(workspace: Path) -> None:
    changed(workspace, ("date: 2026-01-15", "date: à compléter"))

    output = command(workspace, "--template").output

    assert "agreements/exemple.yaml: warning C163" in output
    assert "Longvic" in output


HEAD = "commune.nom;commune.représentant.genre;commune.habilitation.date;signature.lieu\n"


def test_a_final_batch_refuses_the_row_that_keeps_what_is_of_another(workspace: Path) -> None:
    rows = "Genlis;;12/01/2025;Genlis\nDole;masculin;12/01/2025;Dole\n"

    draft, final = run(workspace, HEAD + rows), run(workspace, HEAD + rows, "--final")

    assert "communes.csv:B2: warning C155" in draft.output
    assert draft.exit_code == 0
    assert "communes.csv:B2: error C155" in final.output
    assert final.exit_code == 1


@pytest.mark.parametrize(
    ("row", "is_told"),
    [
        ("Genlis;féminin;12/01/2025;\n", True),
        ("Genlis;féminin;12/01/2025;Longvic\n", False),
        ("Longvic;;12/01/2025;\n", False),
        (";;12/01/2025;\n", False),
    ],
)
def test_an_empty_cell_does_not_leave_the_name_that_its_row_replaces(
    workspace: Path, row: str, *, is_told: bool
) -> None:
    output = run(workspace, f"#nom;{HEAD}a;{row}b;Dole;féminin;12/01/2025;Dole\n").output

    assert ("communes.csv:E2: warning C155" in output) is is_told


COPIED = "#nom;commune.nom;commune.SIRET;commune.représentant.genre\n"


@pytest.mark.parametrize(
    ("second", "is_told"),
    [
        ("Dole;99912345800013", True),
        ("Dole;999 123 458 00013", True),
        ("Dole;99954321800013", False),
        ("GENLIS;99912345800013", False),
        ("Dole;à compléter", False),
        ("Dole;", False),
    ],
)
def test_a_number_of_one_holder_that_two_rows_have_is_told_at_the_second(
    workspace: Path, second: str, *, is_told: bool
) -> None:
    full(workspace)
    rows = f"{COPIED}a;Genlis;99912345800013;féminin\nb;{second};féminin\n"

    again = [run(workspace, rows).output for _ in range(2)]

    assert [("communes.csv:C3: warning C164" in one) for one in again] == [is_told, is_told]
    assert all(("row 2" in one and "“Genlis”" in one) is is_told for one in again)


@pytest.mark.parametrize(
    "rows",
    [
        "a;Genlis;à compléter;féminin\nb;Dole;à compléter;féminin\n",
        "a;Genlis;99912345800013;féminin\nb;à compléter;99912345800013;féminin\n",
        "a;à compléter;99912345800013;féminin\nb;Dole;99912345800013;féminin\n",
    ],
)
def test_what_is_to_be_completed_is_no_number_and_names_nobody(workspace: Path, rows: str) -> None:
    full(workspace)

    assert "C164" not in run(workspace, COPIED + rows).output


@pytest.mark.parametrize("short", ["à compléter", "la Ville"])
@pytest.mark.parametrize(
    ("first", "second", "is_told"),
    [
        ("Genlis;la Ville de Genlis", "Dole;la Ville de Genlis", True),
        ("Dole;la Ville de Genlis", "Genlis;la ville de GENLIS", True),
        ("Genlis;la Ville de Genlis", "Dole;la Ville de Dole", False),
        ("Genlis;la Ville", "Dole;la Ville", False),
        ("Genlis;la Ville de Genlis", "GENLIS;la Ville de Genlis", False),
        ("Is;la Ville d'Issy", "Dole;la Ville d'Issy", False),
    ],
)
def test_a_short_name_that_says_the_name_of_another_row_is_told(
    workspace: Path, first: str, second: str, short: str, *, is_told: bool
) -> None:
    full(workspace)
    changed(workspace, (NAME, f"{NAME}    ci-après: {short}\n"))
    rows = f"#nom;commune.nom;commune.ci-après\na;{first}\nb;{second}\n"

    assert ("communes.csv:C3: warning C164" in run(workspace, rows).output) is is_told


def test_no_more_short_names_are_kept_than_are_compared(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full(workspace)
    monkeypatch.setattr(copied, "_NEAR", 2)
    changed(workspace, ('    nom: "Longvic"\n', '    nom: "Longvic"\n    ci-après: à compléter\n'))
    names = "".join(f"r{n};Ville{n};la Cité de Ville{n}\n" for n in range(4))
    rows = f"#nom;commune.nom;commune.ci-après\n{names}x;Dole;la Cité de {{}}\n"

    near, far = (run(workspace, rows.format(f"Ville{n}")).output for n in (2, 0))

    assert "communes.csv:C6: warning C164" in near
    assert "C164" not in far


def test_a_number_that_two_have_can_be_accepted(workspace: Path) -> None:
    full(workspace)
    accept(workspace, "C164")
    rows = f"{COPIED}a;Genlis;99912345800013;féminin\nb;Dole;99912345800013;féminin\n"

    assert "warning C164" not in run(workspace, rows).output


COLUMNS = """colonnes:
  "Département": département.nom
  "#aside": département.nature
  "Genre": département.représentant.genre
  "Office": département.représentant.fonction
  "Commune": commune.nom
"""


def test_the_workbook_tells_the_columns_that_a_record_answers(workspace: Path) -> None:
    changed(workspace, ("signature:\n", f"{COLUMNS}signature:\n"))

    output = command(workspace, "--template").output

    assert output.count("C165") == 1
    assert "no column for Département, Genre, Office: the record" in output
    typed = "nom: à compléter, représentant: {genre: à compléter, fonction: à compléter}"
    assert f"under “département” in the agreement: {typed};" in output


def test_what_the_message_says_to_type_gives_the_workbook_its_column(workspace: Path) -> None:
    changed(
        workspace,
        ("signature:\n", 'colonnes:\n  "Département": département.nom\nsignature:\n'),
        ("fiche: departement\n", "fiche: departement\n    nom: à compléter\n"),
    )

    output = command(workspace, "--template").output

    assert "C165" not in output
    assert "columns: 1" in output


def test_a_column_of_a_record_is_told_once_for_all_rows(workspace: Path) -> None:
    rows = "#nom;département.nom\na;Nièvre\nb;Yonne\nc;Jura\n"

    output = run(workspace, rows).output

    assert output.count("error C045") == 1
    assert "communes.csv:B2: error C045" in output
    assert "[column “département.nom”, all rows]" in output
    assert output.index("“nom: à compléter” under “département”") < output.index("delete it")
