"""What stops all rows of a table is told with what is wrong in the rows, in one run."""

import json
from pathlib import Path

import pytest
from small_model import changed, run

HEAD = "#nom;commune.nom;commune.habilitation.date;signature.lieu\n"
RIGHT = "a;Genlis;12/01/2026;Genlis\n"
NO_DAY = "b;Auxonne;32/01/2026;Auxonne\n"
LATE = "c;Dole;12/12/2026;Dole\n"
"""Decided after the day of the signature: it is found once the act is made."""


@pytest.mark.parametrize("words", [("--final",), ("--strict",), ("--final", "--keep-going")])
def test_a_missing_column_hides_no_fault_of_a_row(workspace: Path, words: tuple[str, ...]) -> None:
    result = run(workspace, f"{HEAD}{RIGHT}{NO_DAY}{LATE}", *words)

    assert result.exit_code == 1
    said = [one for one in result.output.splitlines() if one.startswith("communes.csv:")]
    places = ("communes.csv:B1:", "communes.csv:C3:", "communes.csv:C4:")
    assert [one.split(" ")[0] for one in said] == list(places)
    assert [one.split(" ")[2] for one in said] == ["C160", "C213", "C732"]
    end = " ".join(result.output.split())
    assert "rows that are refused: 2 of 3. Correct communes.csv, then type" in end
    assert "--keep-going" not in result.output  # it would write no row either


def test_nothing_is_kept_of_rows_that_no_run_will_write(workspace: Path) -> None:
    result = run(workspace, f"{HEAD}{RIGHT}", "--final")

    assert "“envoi/exemple” is as it was" in result.output
    assert not (workspace / "envoi").exists()
    waiting = workspace / ".conventassembler" / "lots" / "exemple"
    assert [path for path in waiting.rglob("*") if path.is_file() and path.stat().st_size] == []


def test_what_is_wrong_in_the_agreement_is_named_among_the_files(workspace: Path) -> None:
    accepted = 'constats acceptés:\n  - constat: C160\n    motif: "Une seule maire."\n'
    changed(workspace, ("signature:\n", f"{accepted}signature:\n"))
    rows = "#nom;commune.nom;commune.habilitation.date\nb;Auxonne;32/01/2026\n"

    output = " ".join(run(workspace, rows, "--strict").output.split())

    assert "warning C156" in output
    assert "Correct agreements/exemple.yaml and communes.csv, then type" in output


def test_programs_are_told_all_of_it_in_one_report(workspace: Path) -> None:
    result = run(workspace, f"{HEAD}{NO_DAY}", "--final", "--format", "json")

    data = json.loads(result.stdout)
    assert [one["code"] for one in data["findings"]] == ["C160", "C213"]
