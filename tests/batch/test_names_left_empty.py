"""C168: the cell of a name is empty, though the row says what is of one party or person alone."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from project import copy_of_repository
from small_model import changed, command, run
from tables_of_rows import NAME, a_row, a_table

from conventassembler.batch.model import Job
from conventassembler.batch.planning import plan
from conventassembler.cli import cli
from conventassembler.diagnostics import Severity
from conventassembler.workspace import Workspace

WOMAN = "      fonction: maire\n      genre: féminin\n"
NAMED = f'{WOMAN}      civilité: Mme\n      nom: "Anne TYPE"\n'
SEAT = '    nom: "Longvic"\n'
ADDRESS = f'{SEAT}    adresse: ["1, rue Exemple", "21600 LONGVIC"]\n'
DAY = "commune.habilitation.date"
GENDER, PERSON = "commune.représentant.genre", "commune.représentant.nom"


def told(root: Path, values: dict[str, str], model: str = "exemple") -> list[tuple[str, str]]:
    """Return the column of each name that is told of a row, and the column that it goes with."""
    row = a_row({NAME: "a", **values})
    made, found = plan(Workspace(root), model, a_table(NAME, *values, rows=(row,)))
    assert made is not None, found
    (job,) = made.jobs((row,))
    findings = made.located(job.findings, row) if isinstance(job, Job) else job.findings
    own = [one for one in findings if one.code == "C168"]
    assert all((one.severity, one.severity_in_final) == GRAVITY for one in own)
    return [(one.arguments["header"], one.arguments["given"]) for one in own]


GRAVITY = (Severity.WARNING, Severity.ERROR)


@pytest.mark.parametrize(
    ("values", "given"),
    [
        ({GENDER: "masculin"}, GENDER),
        ({GENDER: "féminin", DAY: "12/01/2026"}, DAY),
        ({"commune.adresse": "2, rue Modèle; 21110 GENLIS"}, "commune.adresse"),
        ({"commune.adresse": "1, rue Exemple; 21600 LONGVIC"}, ""),
        ({GENDER: "féminin", DAY: "18/12/2025"}, ""),
        ({GENDER: "", DAY: ""}, ""),
        ({"signature.lieu": "Genlis"}, ""),
        ({GENDER: "homme ou femme"}, GENDER),
    ],
)
def test_it_is_told_where_the_row_says_otherwise_than_the_agreement(
    workspace: Path, values: dict[str, str], given: str
) -> None:
    changed(workspace, (SEAT, ADDRESS))

    found = told(workspace, {"commune.nom": "", **values})

    assert found == ([("commune.nom", given)] if given else [])
    assert told(workspace, {"commune.nom": "Genlis", **values}) == []
    assert told(workspace, values) == []


@pytest.mark.parametrize(
    ("line", "column", "cell"),
    [
        ('siret: "123 456 782 00010"', "commune.siret", "12345678200010"),
        ('siret: "12345678200010"', "commune.siret", "123 456 782 00010"),
        ('adresse: "1, rue de l\'Exemple"', "commune.adresse", "1, rue de l’Exemple"),
        ('adresse: ["1, rue Exemplé", "A"]', "commune.adresse", "1, rue EXEMPLE; A"),
        ('ci-après: "la Ville de Longvic"', "commune.ci-après", "la ville de LONGVIC"),
    ],
)
def test_another_spelling_of_what_the_agreement_says_is_not_told(
    workspace: Path, line: str, column: str, cell: str
) -> None:
    changed(workspace, (SEAT, f"{SEAT}    {line}\n"))

    assert told(workspace, {"commune.nom": "", column: cell}) == []


def test_a_choice_is_the_same_however_the_agreement_spells_it(workspace: Path) -> None:
    changed(workspace, ("genre: féminin", "genre: Féminin"))

    same = [told(workspace, {"commune.nom": "", GENDER: one}) for one in ("féminin", "F")]
    assert same == [[], []]
    assert told(workspace, {"commune.nom": "", GENDER: "M"}) == [("commune.nom", GENDER)]


def test_figures_are_parted_where_they_are(workspace: Path) -> None:
    number = "commune.habilitation.numéro"
    changed(workspace, ("      date: 2025-12-18\n", '      numéro: "2025-1-23"\n'))

    assert told(workspace, {"commune.nom": "", number: "2025-1-23"}) == []
    assert told(workspace, {"commune.nom": "", number: "2025-12-3"}) == [("commune.nom", number)]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        (DAY, "à compléter"),
        (DAY, "à compléter : après le vote"),
        (GENDER, "à compléter"),
        ("commune.adresse", "à compléter"),
    ],
)
def test_what_is_to_be_completed_is_of_nobody_else(workspace: Path, column: str, cell: str) -> None:
    changed(workspace, (SEAT, ADDRESS))

    assert told(workspace, {"commune.nom": "", column: cell}) == []


def test_a_name_that_is_wrong_is_not_told_as_empty(workspace: Path) -> None:
    assert told(workspace, {"commune.nom": "#REF!", GENDER: "masculin"}) == []


def test_a_name_that_is_awaited_is_told_as_such(workspace: Path) -> None:
    changed(workspace, (SEAT, "    nom: à compléter\n"))

    assert told(workspace, {"commune.nom": "", GENDER: "masculin"}) == []


DATES = "département.habilitation.date"


def test_a_name_that_a_record_gives_is_no_empty_cell(workspace: Path) -> None:
    assert told(workspace, {"département.nom": "", DATES: "12/01/2026"}) == []


@pytest.mark.parametrize("name", ["", "Nièvre"])
def test_a_name_that_is_awaited_beside_a_record_names_the_party(workspace: Path, name: str) -> None:
    record = "    fiche: departement\n"
    changed(workspace, (record, f"{record}    nom: à compléter\n"))
    values = {"département.fiche": "", "département.nom": name, DATES: "12/01/2026"}

    assert told(workspace, values) == []


def test_what_the_agreement_leaves_blank_is_of_the_party_too(workspace: Path) -> None:
    blank = f"{SEAT}    ci-après: à compléter\n    adresse: à compléter\n"
    changed(workspace, (SEAT, blank))

    short = {"commune.nom": "", "commune.ci-après": "la Ville de Genlis"}
    assert told(workspace, short) == [("commune.nom", "commune.ci-après")]
    address = {"commune.nom": "", "commune.adresse": "2, rue Modèle; 21110 GENLIS"}
    assert told(workspace, address) == [("commune.nom", "commune.adresse")]


def test_a_person_is_named_with_what_is_of_that_one(workspace: Path) -> None:
    changed(workspace, (WOMAN, NAMED))

    assert told(workspace, {PERSON: "", GENDER: "masculin"}) == [(PERSON, GENDER)]
    assert told(workspace, {"commune.nom": "", PERSON: "Jean TYPE"}) == [("commune.nom", PERSON)]
    both = {"commune.nom": "", PERSON: "", "commune.représentant.civilité": "M."}
    assert [header for header, _ in told(workspace, both)] == ["commune.nom", PERSON]


def test_an_empty_name_beside_another_party_is_told_once(workspace: Path) -> None:
    changed(workspace, (WOMAN, NAMED))

    rows = f"commune.nom;{PERSON};{GENDER}\nGenlis;;masculin\n"
    lines = [one for one in run(workspace, rows).output.splitlines() if "communes.csv:B2" in one]

    assert [" C155 " in one for one in lines] == [True]


def test_a_party_that_bears_the_name_and_a_record_go_with_it(tmp_path: Path) -> None:
    root = copy_of_repository(tmp_path).root
    address = {"commune.nom": "", "ccas.adresse": "2, rue Modèle; 21110 GENLIS"}
    dates = {"département.fiche": "", "département.habilitation.dates": "12/01/2026"}

    assert told(root, address, "longvic") == [("commune.nom", "ccas.adresse")]
    assert told(root, dates, "longvic") == [tuple(dates)]


def test_an_account_counts_where_it_can_be_of_one_party_alone(tmp_path: Path) -> None:
    root = copy_of_repository(tmp_path).root
    name, own = "pacte-dijon-metropole", {"métropole.nom": ""}
    account = {"IBAN du compte": "FR76 3000 6000 0112 3456 7890 189"}

    assert told(root, {**own, **account}, name) == [("métropole.nom", "IBAN du compte")]
    assert told(root, {**own, "état.nom": "", **account}, name) == []


ROWS = f"#nom;commune.nom;{GENDER};{DAY};signature.lieu\n"
FULL = f"{ROWS}a;Genlis;masculin;12/01/2026;Genlis\n"


def test_a_final_batch_refuses_the_row_and_says_the_cell(workspace: Path) -> None:
    rows = f"{FULL}b;;masculin;13/01/2026;Auxonne\nc;;;;Dole\n"

    draft = run(workspace, rows, "--to", str(workspace / "draft"))
    final = run(workspace, rows, "--final")

    assert draft.exit_code == 0
    assert "communes.csv:B3: warning C168" in draft.output
    assert final.exit_code == 1
    assert "communes.csv:B3: error C168" in final.output
    assert "“Longvic”" in final.output
    assert "refused: 1 of 3" in " ".join(final.output.split())
    assert not (workspace / "envoi").exists()


def test_the_name_of_the_agreement_typed_there_is_all_that_it_takes(workspace: Path) -> None:
    rows = f"{FULL}b;Longvic;masculin;13/01/2026;Auxonne\n"

    assert run(workspace, rows, "--final").exit_code == 0


def test_a_column_that_is_empty_in_many_rows_is_told_once(workspace: Path) -> None:
    rows = "".join(f"r{n};;masculin;1{n}/01/2026;Dole\n" for n in range(3))

    output = run(workspace, FULL + rows).output

    assert output.count("C168") == 1
    assert "[column “commune.nom”, 3 rows: 3, 4, 5]" in output


def test_who_accepts_it_is_asked_for_nothing_more(workspace: Path) -> None:
    why = 'constats acceptés:\n  - constat: C168\n    motif: "La même commune signe."\n'
    changed(workspace, ("signature:\n", f"{why}signature:\n"))
    rows = f"{FULL}b;;masculin;13/01/2026;Dole\n"

    result = run(workspace, rows, "--strict", "--final")
    line = ["check", "exemple", "--workspace", str(workspace), "--lang", "en"]
    checked = CliRunner().invoke(cli, line)

    assert result.exit_code == 0, result.output
    assert "C728" not in result.output + checked.output


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        (";masculin;32/01/2026", ";masculin;13/01/2026", "C168"),
        ("Dole;;32/01/2026", "Dijon;;13/01/2026", "C155"),
    ],
)
def test_a_row_with_another_error_is_not_among_those_without(
    workspace: Path, first: str, second: str, code: str
) -> None:
    rows = f"a;{first};Dole\nb;{second};Dole\nc;Genlis;masculin;12/01/2026;Dole\n"

    output = run(workspace, ROWS + rows).output

    (line,) = [one for one in output.splitlines() if code in one]
    assert line.endswith(", 2 rows: 2, 3]")


def at(output: str, *codes: str) -> list[tuple[str, str]]:
    """Return the places and the codes of what is told, of these codes."""
    lines = (one.split(" ") for one in output.splitlines())
    return [
        (line[0].partition(":")[2][:-1], line[2])
        for line in lines
        if line[2:3] and line[2] in codes
    ]


@pytest.mark.parametrize(
    ("named", "row", "told"),
    [
        ("{#code} {commune.nom}", "b;;masculin", [("B3", "C044")]),
        ("{#code} {commune.nom}", ";;masculin", [("A3", "C044"), ("B3", "C044")]),
        ("{#code}", ";;masculin", [("A3", "C044"), ("B3", "C168")]),
        ("{commune.nom}", ";;masculin", [("B3", "C044")]),
    ],
)
def test_one_empty_cell_is_told_once_however_rows_are_named(
    workspace: Path, named: str, row: str, told: list[tuple[str, str]]
) -> None:
    rows = f"#code;commune.nom;{GENDER};{DAY}\na;Genlis;masculin;12/01/2026\n{row};13/01/2026\n"

    assert at(run(workspace, rows, "--named", named).output, "C044", "C168") == told


def test_a_row_of_json_is_told_of_as_one_of_csv(workspace: Path) -> None:
    first = {"#nom": "a", "commune.nom": "Genlis", GENDER: "masculin", DAY: "12/01/2026"}
    path = workspace / "communes.json"
    rows = [first, {GENDER: "masculin", DAY: "13/01/2026"}]
    path.write_text(json.dumps(rows), encoding="utf-8")

    output = command(workspace, "--data", str(path)).output

    assert [code for _, code in at(output, "C044", "C168")] == ["C044", "C168"]
