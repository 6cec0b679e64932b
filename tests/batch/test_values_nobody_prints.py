"""C518, C708, C710, C718, C773: what a row says and its act has no use for, told in its column."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from small_model import changed, run

from conventassembler.cli import cli

ROWS = {
    "commune.adresse": ("1, rue Modèle; 21110 GENLIS", "2, rue Modèle; 21130 AUXONNE"),
    "commune.siret": ("999 543 218 00013", "123 456 782 00010"),
    "commune.sigle": ("CDG", "CDA"),
    "commune.ci-après": ("la Ville de Genlis", "la Ville d'Auxonne"),
}
"""Values that the small act prints nowhere, or not behind the presentation of the parties."""
KEYS = {"commune.adresse": "C718", "commune.siret": "C718", "commune.sigle": "C708"}
NAME = '    nom: "Longvic"\n'
PILOTED = "      pilote: commune\n"


def table(column: str, *values: str) -> str:
    names = "Genlis", "Auxonne", "Dole"
    rows = (f'{name};"{value}"' for name, value in zip(names, values, strict=False))
    return "\n".join((f"commune.nom;{column}", *rows)) + "\n"


def lines(output: str, code: str) -> list[str]:
    told = (one for one in output.splitlines() if not one.startswith(" "))
    return [one for one in told if f" {code} " in one]


def file_of_values(root: Path) -> None:
    """Have a file give the small act its values, of which the notice serves one variant alone."""
    folder = root / "agreements" / "exemple"
    folder.mkdir()
    said = "format: 1\nannées: 3\npréavis en mois: à compléter\n"
    (folder / "duree.yaml").write_text(said, encoding="utf-8")
    changed(root, ("    valeurs:\n      années: 3\n", "    données: duree.yaml\n"))


@pytest.mark.parametrize("column", KEYS)
def test_it_is_told_once_a_column_at_the_first_cell(workspace: Path, column: str) -> None:
    changed(workspace, (NAME, f"{NAME}    {column.partition('.')[2]}: à compléter\n"))

    output = run(workspace, table(column, *ROWS[column])).output

    (said,) = lines(output, KEYS[column])
    assert said.startswith("communes.csv:B2: warning")
    assert said.endswith(f"[column “{column}”, all rows]")
    assert f"take the column “{column}” out of the table" in output


DECIDED = "      date: 2025-12-18\n"
OF_THE_ACT = {
    "numéro": ("2026-12", "2026-13"),
    "date": ("12/01/2026", "13/01/2026"),
    "exécutoire le": ("14/01/2026", "15/01/2026"),
}


@pytest.mark.parametrize("key", OF_THE_ACT)
def test_what_is_said_of_an_act_that_no_recital_cites_is_told(workspace: Path, key: str) -> None:
    decided = {"date": "2025-12-18", key: "à compléter"}
    said = "".join(f"      {name}: {value}\n" for name, value in decided.items())
    changed(workspace, (DECIDED, said), ("  - habilitation de: commune\n", ""))

    output = run(workspace, table(f"commune.habilitation.{key}", *OF_THE_ACT[key])).output

    (told,) = lines(output, "C718")
    assert told.startswith("communes.csv:B2: warning")
    assert f"“{key}”" in told


@pytest.mark.parametrize(("key", "code"), [("adresse", "C718"), ("ci-après", "C773")])
def test_what_is_said_of_a_partner_that_no_clause_names_is_told(
    workspace: Path, key: str, code: str
) -> None:
    partner = "partenaires:\n  métropole:\n    nature: métropole\n    nom: Dijon Métropole\n"
    changed(workspace, ("préambule:\n", f"{partner}    {key}: à compléter\npréambule:\n"))

    output = run(workspace, table(f"partenaires.métropole.{key}", "le Nord", "le Sud")).output

    (told,) = lines(output, code)
    assert told.startswith("communes.csv:B2: ")


def test_a_row_that_says_nothing_does_not_hide_the_others(workspace: Path) -> None:
    changed(workspace, (NAME, f"{NAME}    adresse: à compléter\n"))

    output = run(workspace, table("commune.adresse", "", "2, rue Modèle", "3, rue Modèle")).output

    (said,) = lines(output, "C718")
    assert said.startswith("communes.csv:B3: warning")
    assert said.endswith("2 rows: 3, 4]")


def test_what_is_printed_is_not_told(workspace: Path) -> None:
    shown = "{{ partie.Le_nom_complet }}, {{ partie.adresse }}, {{ partie.siret }},"
    clause = workspace / "clauses" / "parties" / "domiciliee.md"
    text = clause.read_text(encoding="utf-8")
    clause.write_text(text.replace("{{ partie.Le_nom_complet }},", shown), encoding="utf-8")
    record = workspace / "agreements" / "parties" / "departement.yaml"
    own = 'adresse: ["3, rue Modèle"]\nsiret: "999 543 218 00013"\n'
    record.write_text(record.read_text(encoding="utf-8") + own, encoding="utf-8")
    changed(workspace, (NAME, f"{NAME}    adresse: à compléter\n    siret: à compléter\n"))
    head = "commune.nom;commune.adresse;commune.siret;commune.habilitation.date\n"

    output = run(workspace, f"{head}Genlis;1, rue Modèle;12345678200010;12/01/2026\n").output

    assert lines(output, "C718") == []
    assert "written: 1" in output


def test_a_short_name_that_the_act_never_says_is_told_once(workspace: Path) -> None:
    changed(workspace, (NAME, f"{NAME}    ci-après: à compléter\n"))
    changed(workspace, (PILOTED, PILOTED.replace("commune", "département")))

    output = run(workspace, table("commune.ci-après", *ROWS["commune.ci-après"])).output

    (said,) = lines(output, "C773")
    assert "as the column “commune.ci-après” says" in said
    assert said.endswith("[column “commune.ci-après”, all rows]")


VARIANTS = "#nom;clauses.duree.clause;préavis en mois\n"


def test_a_value_of_another_variant_is_told_at_its_cell_alone(workspace: Path) -> None:
    file_of_values(workspace)
    rows = f"{VARIANTS}a;duree/tacite;2\nb;duree/ferme;\nc;duree/ferme;4\n"

    output = run(workspace, rows, "--final").output

    (said,) = lines(output, "C518")
    assert said.startswith("communes.csv:C4: error")
    assert "refused: 1 of 3" in " ".join(output.split())


def test_a_cell_that_is_rightly_empty_stops_no_final_batch(workspace: Path) -> None:
    file_of_values(workspace)

    result = run(workspace, f"{VARIANTS}a;duree/tacite;2\nb;duree/ferme;\n", "--final")

    assert result.exit_code == 0, result.output
    assert "C518" not in result.output + manifest(workspace)


def test_a_cell_that_is_rightly_empty_refuses_no_row_of_a_stern_house(workspace: Path) -> None:
    file_of_values(workspace)
    settings = '[niveaux]\nC518 = "erreur"\n'
    (workspace / "conventassembler.toml").write_text(settings, encoding="utf-8")
    right = f"{VARIANTS}a;duree/tacite;2\nb;duree/ferme;\n"

    done = run(workspace, right)
    wrong = run(workspace, f"{right}c;duree/ferme;4\n", "--to", str(workspace / "wrong"))

    assert done.exit_code == 0, done.output
    assert "written: 2" in done.output
    assert wrong.exit_code == 1
    assert [one.split(": ")[:2] for one in lines(wrong.output, "C518")] == [
        ["communes.csv:C4", "error C518 “préavis en mois” is of no use"]
    ]


def manifest(root: Path) -> str:
    (path,) = (root / "envoi" / "exemple").glob("*.csv")
    return path.read_text(encoding="utf-8-sig")


def test_a_value_that_the_agreement_gives_is_told_there(workspace: Path) -> None:
    file_of_values(workspace)
    file = workspace / "agreements" / "exemple" / "duree.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("à compléter", "6"), encoding="utf-8")

    output = run(workspace, f"{VARIANTS}a;duree/tacite;2\nb;duree/ferme;\n").output

    (said,) = lines(output, "C518")
    assert said.startswith("agreements/exemple/duree.yaml:3:1: warning")


def notice_of_long_terms(root: Path, notice: str) -> None:
    """Have the small act say its notice where it lasts more than three years alone."""
    clause = root / "clauses" / "duree" / "tacite.md"
    text = clause.read_text(encoding="utf-8")
    before, after = text.split("Chaque partie")
    own = f"{before}{{% if annees > 3 %}}\nChaque partie{after.rstrip()}\n\n{{% endif %}}\n"
    clause.write_text(own, encoding="utf-8")
    changed(root, ("      années: 3\n", f"      années: 3\n      préavis en mois: {notice}\n"))


TERMS = "#nom;clauses.duree.années;préavis en mois\n"


def test_a_cell_is_rightly_empty_where_the_act_does_not_print_it(workspace: Path) -> None:
    notice_of_long_terms(workspace, "à compléter")

    right = run(workspace, f"{TERMS}a;5;2\nb;2;\n", "--final")
    lacking = run(workspace, f"{TERMS}a;5;\nb;2;\n", "--final")

    assert right.exit_code == 0, right.output
    assert "C701" not in right.output
    (told,) = lines(lacking.output, "C701")
    assert told.startswith("communes.csv:C2: error")
    assert "refused: 1 of 2" in " ".join(lacking.output.split())


def test_what_an_agreement_awaits_for_nothing_is_to_be_deleted(workspace: Path) -> None:
    notice_of_long_terms(workspace, "à compléter")
    line = ["check", "exemple", "--workspace", str(workspace), "--lang", "en"]

    output = CliRunner().invoke(cli, line).output

    assert "C701" in output
    assert "delete “préavis en mois”: the clause has no use for it here" in output


def test_a_branch_that_leaves_a_value_out_is_told_at_the_cell(workspace: Path) -> None:
    notice_of_long_terms(workspace, "6")
    rows = f"{TERMS}a;5;2\nb;2;4\nc;2;\n"

    output = run(workspace, rows).output

    at_agreement, at_cell = sorted(lines(output, "C710"))
    assert at_agreement.startswith("agreements/exemple.yaml:")
    assert at_cell.startswith("communes.csv:C3: warning")
    assert "empty the cell; where no row has a use for it" in output


def test_what_is_accepted_for_some_rows_is_not_told_of_the_others(workspace: Path) -> None:
    notice_of_long_terms(workspace, "à compléter")
    why = 'constats acceptés:\n  - constat: C710\n    motif: "Le préavis est dit ailleurs."\n'
    alone = '  - constat: C163\n    motif: "Les mêmes parties."\n'
    changed(workspace, ("signature:\n", f"{why}{alone}signature:\n"))

    result = run(workspace, f"{TERMS}a;5;2\nb;2;4\n", "--strict")

    assert result.exit_code == 0, result.output
    assert "C728" not in result.output
