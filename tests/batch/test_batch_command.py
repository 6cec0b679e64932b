"""The command `batch`: what is typed, what is printed, what is in the folder afterwards."""

import csv
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click
import openpyxl
import pytest
from click.testing import CliRunner, Result
from project import copy_of_repository

from conventassembler.batch.manifest import NAME
from conventassembler.batch.refused import FILE
from conventassembler.cli import cli
from conventassembler.cli.progress import Progress
from conventassembler.locking import lock_path
from conventassembler.workspace import Workspace

NBSP = "\N{NO-BREAK SPACE}"
COLUMNS = ("#nom", "parties.commune.nom", "clauses[duree].valeurs.années")


@pytest.fixture(autouse=True)
def _narrow(request: pytest.FixtureRequest) -> None:
    """Accept tables as narrow as ours: with a name, and no other value of a party."""
    if "workspace" not in request.fixturenames:
        return
    path = request.getfixturevalue("workspace") / "agreements" / "exemple.yaml"
    accepted = 'constats acceptés:\n  - constat: C160\n    motif: "Une seule maire."\n'
    path.write_text(path.read_text(encoding="utf-8") + accepted, encoding="utf-8")


def table(root: Path, *rows: Sequence[str], name: str = "communes.csv") -> Path:
    """Write a table as French Excel does."""
    path = root / name
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows((COLUMNS, *rows))
    return path


def communes(root: Path, count: int) -> Path:
    return table(root, *((f"c{n:03}", f"Ville{n}", "3") for n in range(count)))


def run(root: Path, *words: object, lang: str = "en") -> Result:
    line = ["batch", "exemple", *map(str, words), "--workspace", str(root), "--lang", lang]
    return CliRunner().invoke(cli, line, catch_exceptions=False)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_convention_a_row_and_what_is_left_to_do_is_told(workspace: Path) -> None:
    path = table(workspace, ("genlis", "Genlis", "2"), ("auxonne", "Auxonne", "à compléter"))

    result = run(workspace, "--data", path, "--twins", lang="fr")

    assert result.exit_code == 0, result.output
    folder = workspace / "envoi" / "exemple"
    names = ["auxonne.docx", "auxonne.md", NAME, "genlis.docx", "genlis.md"]
    assert sorted(files(folder)) == sorted(names)
    assert "commune de Genlis" in (folder / "genlis.md").read_text(encoding="utf-8")
    assert (
        "conventions écrites\N{NO-BREAK SPACE}: 2, inchangées\N{NO-BREAK SPACE}: 0" in result.output
    )
    assert "bordereau\N{NO-BREAK SPACE}: " in result.output
    assert not list((workspace / ".conventassembler").rglob("*.docx"))


def test_the_manifest_is_in_the_language_of_the_run(workspace: Path) -> None:
    run(workspace, "--data", communes(workspace, 1), lang="fr")

    head = (workspace / "envoi" / "exemple" / NAME).read_bytes().splitlines()[0]

    assert (
        head.decode("utf-8-sig")
        == "ligne;nom;fichier;sha256;à compléter;constats;état;convention d’origine"
    )


def test_nothing_is_written_when_a_row_is_wrong(workspace: Path) -> None:
    path = table(workspace, ("a", "Genlis", "2"), ("b", "Auxonne", "deux ans"), ("c", "", "x"))

    result = run(workspace, "--data", path)

    assert result.exit_code == 1
    assert "communes.csv:C3: error" in result.output
    assert "communes.csv:C4: error" in result.output
    assert "refused: 2 of 3." in result.output
    assert not (workspace / "envoi").exists()


def test_good_rows_go_and_the_corrected_file_of_the_others_completes_the_run(
    workspace: Path,
) -> None:
    path = table(workspace, ("a", "Genlis", "2"), ("b", "Auxonne", "deux ans"), ("c", "Dole", "4"))

    result = run(workspace, "--data", path, "--keep-going")

    assert result.exit_code == 1
    folder = workspace / "envoi" / "exemple"
    assert sorted(files(folder)) == ["a.docx", NAME, "c.docx", FILE]
    refused = folder / FILE
    assert f"--data {refused}" in result.output.replace("'", "")
    text = refused.read_text(encoding="utf-8-sig").replace("deux ans", "2")
    refused.write_text(text, encoding="utf-8-sig")
    again = run(workspace, "--data", refused)
    assert again.exit_code == 0, again.output
    assert {"a.docx", "b.docx", "c.docx"} <= set(files(folder))
    with (folder / NAME).open(encoding="utf-8-sig", newline="") as file:
        lines = [(line[0], line[2], line[6]) for line in csv.reader(file, delimiter=";")]
    assert lines[1:] == [
        ("2", "a.docx", "of an earlier run"),
        ("3", "b.docx", "written"),
        ("4", "c.docx", "of an earlier run"),
    ]


def test_a_second_run_writes_nothing_and_a_changed_agreement_all(workspace: Path) -> None:
    path = communes(workspace, 3)
    run(workspace, "--data", path)
    before = files(workspace / "envoi" / "exemple")

    again = run(workspace, "--data", path)
    assert "written: 0, unchanged: 3, refused: 0" in again.output
    del before[NAME]
    assert before.items() <= files(workspace / "envoi" / "exemple").items()

    agreement = workspace / "agreements" / "exemple.yaml"
    text = agreement.read_text(encoding="utf-8").replace("originaux: 2", "originaux: 4")
    agreement.write_text(text, encoding="utf-8")
    third = run(workspace, "--data", path)
    assert "written: 3, unchanged: 0, refused: 0" in third.output


def test_the_same_bytes_from_here_from_a_pool_and_from_build(workspace: Path) -> None:
    path = communes(workspace, 24)
    run(workspace, "--data", path, "--to", workspace / "ici", "--executor", "here")
    run(workspace, "--data", path, "--to", workspace / "là", "--executor", "pool", "--jobs", "2")

    here, pool = files(workspace / "ici"), files(workspace / "là")

    assert here == pool
    assert len(here) == 25
    text = (workspace / "agreements" / "exemple.yaml").read_text(encoding="utf-8")
    text = text.replace('nom: "Longvic"', 'nom: "Ville7"')
    (workspace / "agreements" / "c007.yaml").write_text(text, encoding="utf-8")
    words = ["build", "c007", "--workspace", str(workspace)]
    assert CliRunner().invoke(cli, words, catch_exceptions=False).exit_code == 0
    assert (workspace / "output" / "c007.docx").read_bytes() == here["c007.docx"]


def test_how_files_go_out_is_in_their_names(workspace: Path) -> None:
    path = communes(workspace, 1)

    run(workspace, "--data", path, "--status", "relecture", "--version", "2")

    assert "c000-relecture-v2.docx" in files(workspace / "envoi" / "exemple")


def test_a_status_that_is_said_is_in_the_names_though_it_is_the_usual_one(workspace: Path) -> None:
    path = communes(workspace, 1)
    run(workspace, "--data", path)

    run(workspace, "--data", path, "--status", "brouillon")

    assert "c000-projet.docx" in files(workspace / "envoi" / "exemple")


def test_a_disk_that_refuses_the_journal_is_told(workspace: Path) -> None:
    path = communes(workspace, 1)
    (workspace / ".conventassembler").mkdir()
    (workspace / ".conventassembler" / "lots").write_text("a file", encoding="utf-8")

    result = run(workspace, "--data", path)

    assert result.exit_code == 1
    assert "C081" in result.output


def test_a_final_act_bears_no_blank(workspace: Path) -> None:
    path = table(workspace, ("a", "Genlis", "2"))
    agreement = workspace / "agreements" / "exemple.yaml"
    text = agreement.read_text(encoding="utf-8").replace("date: 2026-01-15", "date: à compléter")
    agreement.write_text(text, encoding="utf-8")

    assert run(workspace, "--data", path).exit_code == 0
    result = run(workspace, "--data", path, "--final", "--to", workspace / "final")

    assert result.exit_code == 1
    assert "error C701" in result.output
    assert not (workspace / "final").exists()


UNSIGNED = ("date: 2026-01-15", "date: à compléter")
UNNAMED = ('nom: "Longvic"', "nom: à compléter")


@pytest.mark.parametrize(
    ("changed", "years", "named", "files", "goes_on"),
    [
        ((), ("2", "deux"), "Genlis", "communes.csv", True),
        ((), ("deux", "deux"), "Genlis", "communes.csv", False),
        (UNSIGNED, ("2", "2"), "Genlis", "agreements/exemple.yaml or communes.csv", False),
        (UNSIGNED, ("2", "deux"), "Genlis", "agreements/exemple.yaml and communes.csv", False),
        (UNNAMED, ("2", "2"), "", "communes.csv", True),
    ],
)
def test_the_advice_names_the_files_at_fault(
    workspace: Path,
    *,
    changed: tuple[str, str],
    years: tuple[str, str],
    named: str,
    files: str,
    goes_on: bool,
) -> None:
    agreement = workspace / "agreements" / "exemple.yaml"
    text = agreement.read_text(encoding="utf-8").replace('lieu: "Longvic"', 'lieu: "Dijon"')
    agreement.write_text(text.replace(*changed) if changed else text, encoding="utf-8")
    path = table(workspace, ("a", "Auxonne", years[0]), ("b", named, years[1]))

    result = run(workspace, "--data", path, "--final")
    kept = run(workspace, "--data", path, "--final", "--keep-going")
    strict = run(workspace, "--data", path, "--strict")

    assert f"Correct {files}, then type the same command again" in result.output
    assert ("--keep-going" in result.output) == goes_on
    of_cells = files == "communes.csv"
    assert ("Correct them there, then type" in kept.output) == of_cells
    assert of_cells or f"Correct {files}, then type the same command again." in kept.output
    assert f"Correct {files}, then type" in strict.output


@pytest.mark.parametrize("words", [("--twins",), ("--strict",), ("--twins", "--strict")])
def test_the_command_for_refused_rows_refuses_what_this_one_did(
    workspace: Path, words: tuple[str, ...]
) -> None:
    agreement = workspace / "agreements" / "exemple.yaml"
    text = agreement.read_text(encoding="utf-8").replace('lieu: "Longvic"', 'lieu: "Dijon"')
    agreement.write_text(text, encoding="utf-8")
    path = table(workspace, ("a", "Auxonne", "2"), ("b", "Genlis", "deux"))

    result = run(workspace, "--data", path, "--keep-going", *words)

    (advised,) = re.findall(r"then type: conventassembler batch exemple (.*)", result.output)
    assert FILE in advised
    assert {one for one in ("--twins", "--strict") if one in advised} == set(words)


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "for one of the rows (3):"), ("fr", "pour une des lignes (n° 3)")]
)
def test_what_is_found_for_one_row_is_told_in_the_singular(
    workspace: Path, lang: str, said: str
) -> None:
    agreement = workspace / "agreements" / "exemple.yaml"
    text = agreement.read_text(encoding="utf-8").replace("années: 3", "années: 0")
    agreement.write_text(text, encoding="utf-8")
    path = table(workspace, ("a", "Auxonne", "2"), ("b", "Genlis", ""))

    result = run(workspace, "--data", path, lang=lang)

    assert said in result.output.replace("\N{NO-BREAK SPACE}", " ")


def test_findings_for_another_program_are_all_told(workspace: Path) -> None:
    rows = [(f"c{n}", f"Ville{n}", "deux ans") for n in range(150)]
    path = table(workspace, *rows)

    shown = run(workspace, "--data", path, "--jobs", "1")
    told = run(workspace, "--data", path, "--jobs", "1", "--format", "json")

    assert shown.output.count("error C2") == 100
    assert "not shown: 50;" in shown.output
    findings = json.loads(told.stdout)["findings"]
    of_rows = [one for one in findings if one["file"] == path.name and one["code"] != "C160"]
    assert len(of_rows) == 150


def test_the_rows_that_leave_a_value_blank_are_named(workspace: Path) -> None:
    agreement = workspace / "agreements" / "exemple.yaml"
    text = agreement.read_text(encoding="utf-8").replace('nom: "Longvic"', "nom: à compléter")
    agreement.write_text(text, encoding="utf-8")
    rows = [(f"c{n}", "" if n in {1, 3} else "Genlis", "3") for n in range(5)]

    result = run(workspace, "--data", table(workspace, *rows))

    (said,) = (line for line in result.output.splitlines() if "C701" in line)
    assert said.startswith("communes.csv:B3: warning C701")
    assert said.endswith("[column “parties.commune.nom”, 2 rows: 3, 5]")
    assert "→ fill the cell" in result.output
    assert "In the agreement itself" not in result.output


def test_a_column_that_is_empty_in_all_rows_is_told_once(workspace: Path) -> None:
    agreement = workspace / "agreements" / "exemple.yaml"
    text = agreement.read_text(encoding="utf-8").replace("années: 3", "années: à compléter")
    agreement.write_text(text, encoding="utf-8")
    rows = [(f"c{n}", "Genlis", "à compléter" if n % 2 else "") for n in range(25)]

    result = run(workspace, "--data", table(workspace, *rows), "--final", "--keep-going", lang="fr")

    (said,) = (line for line in result.output.splitlines() if "C701" in line)
    assert said.startswith("communes.csv:C2: erreur C701")
    assert "toutes les lignes]" in said
    refused = (workspace / "envoi" / "exemple" / FILE).read_text(encoding="utf-8-sig")
    reasons = [row["#motif"] for row in csv.DictReader(refused.splitlines(), delimiter=";")]
    assert len(reasons) == 25
    assert {reason.partition(" – ")[0] for reason in reasons} == {COLUMNS[2]}


def test_a_cell_to_be_completed_leaves_a_blank_where_the_agreement_has_a_value(
    workspace: Path,
) -> None:
    cells = ("à compléter", "", "[À compléter]", "[à compléter : la commune]", "Genlis")
    path = table(workspace, *((f"c{n}", cell, "") for n, cell in enumerate(cells)))

    result = run(workspace, "--data", path, "--twins")
    final = run(workspace, "--data", path, "--final", "--to", workspace / "final")

    told = [line for line in result.output.splitlines() if "C701" in line]
    assert [line.partition(": warning")[0] for line in told] == [
        "communes.csv:B2",
        "communes.csv:B5",
    ]
    assert told[0].endswith("[column “parties.commune.nom”, 2 rows: 2, 4]")
    assert told[1].endswith("(la commune)")
    folder = workspace / "envoi" / "exemple"
    acts = [(folder / f"c{n}.md").read_text(encoding="utf-8") for n in range(len(cells))]
    assert ["commune de Longvic" in act for act in acts] == [
        False,
        True,
        False,
        False,
        False,
    ]
    assert "[à compléter : la commune]" in acts[3].replace(NBSP, " ")
    assert final.output.count("error C701") == 2
    assert not (workspace / "final").exists()


def test_a_cell_of_a_value_that_cannot_be_blank_is_told(workspace: Path) -> None:
    path = workspace / "t.csv"
    path.write_text("#nom;commune.nature\na;à compléter\nb;\nc;[à compléter]\n", encoding="utf-8")

    result = run(workspace, "--data", path)

    assert "t.csv:B2: error C220" in result.output
    assert "t.csv:B4: error C220" in result.output
    assert "t.csv:B3" not in result.output


def test_a_cell_of_a_record_of_the_registry_leaves_no_blank(workspace: Path) -> None:
    path = workspace / "t.csv"
    path.write_text("#nom;département.nom\na;à compléter\n", encoding="utf-8")

    assert "t.csv:B2: error C045" in run(workspace, "--data", path).output


def test_rows_of_which_nothing_is_made_are_not_said_to_have_what_the_others_have(
    workspace: Path,
) -> None:
    agreement = workspace / "agreements" / "exemple.yaml"
    text = agreement.read_text(encoding="utf-8").replace("date: 2026-01-15", "date: à compléter")
    agreement.write_text(text.replace('nom: "Longvic"', "nom: à compléter"), encoding="utf-8")
    rows = [("a", "", "2"), ("b", "", "deux"), ("c", "", "2")]

    some = run(workspace, "--data", table(workspace, *rows)).output
    fewer = run(workspace, "--data", table(workspace, *rows, ("d", "Genlis", "2"))).output

    assert "In the agreement itself, for all rows without another error:" in some
    assert "[column “parties.commune.nom”, all rows without another error]" in some
    assert "[column “parties.commune.nom”, 2 rows: 2, 4]" in fewer


def test_what_is_in_the_agreement_is_told_once(workspace: Path) -> None:
    agreement = workspace / "agreements" / "exemple.yaml"
    text = agreement.read_text(encoding="utf-8").replace("date: 2026-01-15", "date: à compléter")
    agreement.write_text(text, encoding="utf-8")

    result = run(workspace, "--data", communes(workspace, 4))

    assert result.output.count("C701") == 1
    assert "In the agreement itself, for all rows:" in result.output
    assert "values still to be given: 4" in result.output


def test_a_value_that_no_column_gives_is_told_with_the_column_to_add(workspace: Path) -> None:
    agreement = workspace / "agreements" / "exemple.yaml"
    text = agreement.read_text(encoding="utf-8")
    for one in ("date: 2026-01-15", "pilote: commune", "date: 2025-12-18"):
        text = text.replace(one, f"{one.partition(':')[0]}: à compléter")
    text += 'colonnes:\n  "Jour de signature": signature.date\n'
    agreement.write_text(text, encoding="utf-8")
    rows = [("a", "Genlis", "2"), ("b", "Auxonne", "2")]

    result = run(workspace, "--data", table(workspace, *rows))

    names = re.findall("add a column “(.+)” to the table; or write the value", result.output)
    assert len(names) == 3
    assert "Jour de signature" in names
    assert "in place of" not in result.output
    path = workspace / "t.csv"
    cells = {name: "commune" if "pilot" in name else "15/01/2026" for name in names}
    path.write_text(f"#nom;{';'.join(cells)}\na;{';'.join(cells.values())}\n", encoding="utf-8")
    assert "C701" not in run(workspace, "--data", path).output


def test_a_blank_that_a_table_cannot_give_is_written_in_its_file(workspace: Path) -> None:
    record = workspace / "agreements" / "parties" / "departement.yaml"
    text = record.read_text(encoding="utf-8").replace("genre:", "genre: à compléter #")
    record.write_text(text, encoding="utf-8")

    result = run(workspace, "--data", table(workspace, ("a", "Genlis", "2")))

    assert "C701" in result.output
    assert "→ write the value in place of “à compléter”" in result.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "name the table"),
        (("--data", "absent.csv"), "C002"),
        (("--data", "communes.csv", "--executor", "grid"), "C083"),
        (("--data", "communes.csv", "--jobs", "0"), "0"),
        (("--data", "communes.csv", "--to", "output"), "C025"),
        (("--data", "communes.csv", "--to", ".conventassembler/lots/exemple"), "C025"),
        (("--data", "communes.csv", "--date", "31/12/2027"), "C023"),
    ],
)
def test_what_is_typed_wrongly_is_told_and_nothing_is_left(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    communes(workspace, 1)
    monkeypatch.chdir(workspace)
    before = sorted(workspace.rglob("*"))

    result = run(workspace, *words)

    assert result.exit_code in (1, 2)
    assert told in result.output
    assert sorted(workspace.rglob("*")) == before


def test_without_dask_it_is_told_how_to_have_it(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("conventassembler.cli.batching.is_installed", lambda: False)

    result = run(workspace, "--data", communes(workspace, 1), "--executor", "dask:tcp://10.0.0.1:1")

    assert result.exit_code == 2
    assert "C084" in result.output
    assert "pip install conventassembler[distributed]" in result.output


def test_a_table_without_rows_is_told(workspace: Path) -> None:
    result = run(workspace, "--data", table(workspace))

    assert result.exit_code == 1
    assert "has no row" in result.output


def test_two_batches_of_one_agreement_keep_away_from_each_other(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("conventassembler.locking.PATIENCE", 0.0)
    lock = lock_path(Workspace(workspace), "exemple", "batch")
    lock.parent.mkdir(parents=True)
    facts = {"user": "Mme X", "host": "PC-12", "pid": 4, "work": "batch"}
    lock.write_text(
        json.dumps(facts | {"since": time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime())}),
        encoding="utf-8",
    )

    result = run(workspace, "--data", communes(workspace, 1))

    assert result.exit_code == 1
    assert "C065" in result.output
    assert "makes the batch of" in result.output


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_ctrl_c_says_what_is_kept_and_the_same_command_goes_on(tmp_path: Path) -> None:
    copy_of_repository(tmp_path)
    path = tmp_path / "t.csv"
    rows = "".join(f"c{n:03};la Plaine de Ville{n}\n" for n in range(400))
    path.write_text(f"#nom;parties.communauté.nom\n{rows}", encoding="utf-8")
    words = ("batch", "plaine-dijonnaise", "--data", str(path), "--lang", "en", "--jobs", "2")
    command = [sys.executable, "-m", "conventassembler", *words]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        journal = tmp_path / ".conventassembler" / "lots" / "plaine-dijonnaise" / "journal.jsonl"
        limit = time.monotonic() + 60
        while time.monotonic() < limit and not (journal.exists() and journal.stat().st_size):
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        output, trouble = process.communicate(timeout=60)

    assert process.returncode == 130
    assert b"The same command goes on from there." in output
    assert trouble == b""
    assert not (tmp_path / "envoi").exists()
    assert not list((tmp_path / ".conventassembler").rglob("*.lock"))


# -- the progress line


def test_progress_says_its_rate_and_what_is_left(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("conventassembler.cli.progress.time.monotonic", lambda: now[0])
    progress = Progress(700, "fr", shown=True)
    now[0] += 50  # the agreement is read, processes start
    for _ in range(100):
        now[0] += 0.05
        progress.step("made")
    progress.close()

    shown = capsys.readouterr().err.split("\r")

    last = [line for line in shown if line.strip()][-1]
    assert re.match(r"(9\d|100) lignes sur 700, 20 par seconde, encore 30\N{NO-BREAK SPACE}s", last)
    assert shown[-1] == ""
    assert not shown[-2].strip()


@pytest.mark.parametrize(
    ("lang", "rows", "said"),
    [("fr", 1, "1 ligne sur 1500"), ("fr", 2, "2 lignes sur 1500"), ("en", 2, "2 of 1500 rows")],
)
def test_one_row_is_a_singular(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    lang: str,
    rows: int,
    said: str,
) -> None:
    now = [100.0]
    monkeypatch.setattr("conventassembler.cli.progress.time.monotonic", lambda: now[0])
    progress = Progress(1500, lang, shown=True)
    for _ in range(rows):
        now[0] += 0.3
        progress.step("made")

    assert capsys.readouterr().err.split("\r")[-1].rstrip() == said


def test_progress_is_silent_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(2, "fr")
    progress.step("made")
    progress.close()

    assert capsys.readouterr() == ("", "")


def rewritten(path: Path, change: dict[str, str], only: str = "") -> None:
    """Correct the CSV of refused rows in its place, as a spreadsheet saves it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        first, *lines = csv.reader(file, delimiter=";")
    lines = [
        [change.get(cell, cell) for cell in line] for line in lines if not only or only in line
    ]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows((first, *lines))


def test_a_row_refused_for_its_name_never_replaces_the_act_of_the_other(workspace: Path) -> None:
    path = table(workspace, ("a", "Genlis", "2"), ("a", "Auxonne", "2"))
    run(workspace, "--data", path, "--keep-going")
    folder = workspace / "envoi" / "exemple"
    before = (folder / "a.docx").read_bytes()

    again = run(workspace, "--data", folder / FILE)

    assert again.exit_code == 1
    told = "lignes-refusees.csv:C2: error C037 the name “a” is that of row 2 of the first table"
    assert told in again.output
    assert (folder / "a.docx").read_bytes() == before

    rewritten(folder / FILE, {"a": "b"})
    renamed = run(workspace, "--data", folder / FILE)

    assert renamed.exit_code == 0, renamed.output
    assert (folder / "a.docx").read_bytes() == before
    assert (folder / "b.docx").exists()


def test_two_rows_of_one_name_are_told_when_each_is_given_again_alone(workspace: Path) -> None:
    path = table(workspace, ("x", "Longvic", "2"), ("a", "Genlis", "x"), ("a", "Auxonne", "x"))
    run(workspace, "--data", path, "--keep-going")
    folder = workspace / "envoi" / "exemple"
    both = (folder / FILE).read_bytes()
    for name, row in (("first.csv", "Genlis"), ("second.csv", "Auxonne")):
        (workspace / name).write_bytes(both)
        rewritten(workspace / name, {"x": "2"}, row)

    assert run(workspace, "--data", workspace / "first.csv").exit_code == 0
    second = run(workspace, "--data", workspace / "second.csv")

    assert "C037 the name “a” is that of row 3 of the first table" in second.output


def test_a_row_that_moved_in_its_table_is_no_other_row_when_it_is_given_again(
    workspace: Path,
) -> None:
    run(workspace, "--data", table(workspace, ("a", "Genlis", "2")))
    path = table(workspace, ("b", "Auxonne", "2"), ("a", "Genlis", "deux"))
    run(workspace, "--data", path, "--keep-going")
    refused = workspace / "envoi" / "exemple" / FILE

    rewritten(refused, {"deux": "3"})
    again = run(workspace, "--data", refused)

    assert again.exit_code == 0, again.output


def test_corrections_that_nobody_gave_yet_are_not_overwritten(workspace: Path) -> None:
    path = table(workspace, ("a", "Genlis", "2"), ("b", "Auxonne", "deux"))
    run(workspace, "--data", path, "--keep-going")
    folder = workspace / "envoi" / "exemple"
    run(workspace, "--data", path, "--keep-going")
    assert [one.name for one in folder.glob("lignes*")] == [FILE]
    rewritten(folder / FILE, {"deux": "2"})
    corrected = (folder / FILE).read_bytes()

    again = run(workspace, "--data", path, "--keep-going")

    assert "lignes-refusees.csv: note C098" in again.output
    assert (folder / FILE).read_bytes() == corrected
    assert "deux" in (folder / "lignes-refusees-2.csv").read_text(encoding="utf-8-sig")
    assert "lignes-refusees-2.csv. Correct them there" in again.output.replace("\n", " ")

    given = run(workspace, "--data", folder / FILE)

    assert given.exit_code == 0, given.output
    assert "lignes-refusees.csv: note C097" in given.output


@pytest.mark.parametrize("name", ["TOTAL", "Sous-total :", "Total général", "totaux"])
def test_a_row_of_totals_is_no_convention(workspace: Path, name: str) -> None:
    path = table(workspace, ("a", "Genlis", "2"), (name, "", ""), ("total", "Total", "2"))

    result = run(workspace, "--data", path, "--keep-going")

    assert "communes.csv:A3: error C099" in result.output
    made = {one.stem for one in (workspace / "envoi" / "exemple").glob("*.docx")}
    assert made == {"a", "total"}


def test_titles_of_the_agreement_are_offered_for_an_unknown_column(workspace: Path) -> None:
    agreement = workspace / "agreements" / "exemple.yaml"
    with agreement.open("a", encoding="utf-8") as file:
        file.write('\ncolonnes:\n  "Nom de la commune": parties.commune.nom\n')
    path = workspace / "communes.csv"
    path.write_text("Noms de la commune;Note\nGenlis;x\n", encoding="utf-8")

    result = run(workspace, "--data", path)

    assert "did you mean “Nom de la commune”?" in result.output
    assert "names that “colonnes” gives: Nom de la commune;" in result.output


def test_other_sheets_are_told_where_the_first_has_no_known_column(workspace: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    book.active.append(("à faire",))
    book.active.append(("rappeler Genlis",))
    for name, state in (("Communes", "visible"), ("Listes", "hidden")):
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        sheet.append(("commune.nom",))
        sheet.append(("Genlis",))
    path = workspace / "communes.xlsx"
    book.save(path)

    result = run(workspace, "--data", path)

    assert "C151 the sheet “Notes” was read; the others are: Communes" in result.output
    assert run(workspace, "--data", path, "--sheet", "Communes").exit_code == 0


def test_rows_that_a_filter_hides_are_made_and_told(workspace: Path) -> None:
    book = openpyxl.Workbook()
    for one in ("commune.nom", "Genlis", "Auxonne", "Beaune"):
        book.active.append((one,))
    book.active.row_dimensions[3].hidden = True
    book.active.row_dimensions[9].hidden = True
    path = workspace / "communes.xlsx"
    book.save(path)

    result = run(workspace, "--data", path)

    assert result.exit_code == 0, result.output
    assert "C150 rows that the sheet does not show are read too: 1 (3)" in result.output
    assert len(list((workspace / "envoi" / "exemple").glob("*.docx"))) == 3


def test_ctrl_c_before_the_first_row_ends_as_one_after_it(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("conventassembler.cli.batching.plan", interrupted)

    result = run(workspace, "--data", communes(workspace, 1))

    assert result.exit_code == 130
    assert "no row was kept this time" in result.output


def test_ctrl_c_tells_no_row_kept_that_is_not(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table(workspace, ("a", "Genlis", "deux ans"), ("b", "Auxonne", "2"))
    step = Progress.step

    def stopped(progress: Progress, state: str) -> None:
        step(progress, state)
        if progress.done == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(Progress, "step", stopped)

    assert "no row was kept this time" in run(workspace, "--data", path).output
    assert "made and kept: 1." in run(workspace, "--data", path, "--keep-going").output


def test_ctrl_c_while_a_command_is_loaded_ends_as_one_later_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(click.Group, "resolve_command", interrupted)
    result = CliRunner().invoke(cli, ["batch", "exemple", "--lang", "fr"])

    assert result.exit_code == 130
    assert "Interrompu" in result.output


def test_the_bounds_of_a_number_are_told_as_people_write_them() -> None:
    helped = CliRunner().invoke(cli, ["batch", "--help", "--lang", "fr"]).output
    told = CliRunner().invoke(cli, ["batch", "x", "--jobs", "0", "--lang", "fr"]).output

    assert "--jobs NOMBRE  " in helped
    assert "[1 ou plus]" in " ".join(helped.split())
    assert f"0 est hors des bornes{NBSP}: 1 ou plus." in told


def test_a_number_that_is_none_is_told_in_the_language(workspace: Path) -> None:
    result = run(workspace, "--data", "x.csv", "--jobs", "deux", lang="fr")

    assert result.exit_code == 2
    assert "n’est pas un nombre." in result.output
    assert "integer" not in result.output
