"""C161: a text without quotes that a separator cuts, in a row that has no cell too many."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from conventassembler.cli import cli

HEAD = (
    "#nom;commune.nom;commune.adresse;commune.représentant.genre"
    ";commune.habilitation.date;clauses.duree.années"
)
ADDRESS = '    nom: "Longvic"\n    adresse: "2, rue du Lavoir"\n'


def told(root: Path, row: str, name: str = "communes.csv") -> list[str]:
    agreement = root / "agreements" / "exemple.yaml"
    text = agreement.read_text(encoding="utf-8").replace('    nom: "Longvic"\n', ADDRESS)
    agreement.write_text(text, encoding="utf-8")
    table = root / name
    table.write_text(f"{HEAD}\n{row}\n", encoding="utf-8")
    line = ["batch", "exemple", "--data", str(table), "--workspace", str(root), "--lang", "en"]
    said = CliRunner().invoke(cli, line, catch_exceptions=False).output
    return [one for one in said.splitlines() if ": error C" in one]


@pytest.mark.parametrize(
    ("row", "whole"),
    [
        ("g;Genlis;1, rue Basse ; 21110 GENLIS;féminin;12/01/2026", "1, rue Basse ; 21110 GENLIS"),
        ("g;Genlis;1 ; A ; 21110 GENLIS;féminin", "1 ; A ; 21110 GENLIS"),
        ("g;Genlis ; ville;;féminin;12/01/2026;3", ""),
        ("g;Genlis;1, rue Basse ; 21110 GENLIS;feminine;12/01/2026", ""),
        ("g;Genlis;1 ; 21110 GENLIS;feminine;12/01/2026;3", ""),
        ("g;Genlis;1, rue Basse;féminin;31/04/2026;3", ""),
        ("g;Genlis;1, rue Basse;féminin;3", ""),
        ("g;Genlis;1, rue Basse;féminin;12/01/2026;deux", ""),
        ("g;1;2;3;4;5", ""),
        ("g;Genlis;1, rue Basse;12/01/2026;féminin;3", ""),
        ("g;Genlis;1, rue Basse;f;31/04/2026;féminin", ""),
    ],
)
def test_the_text_that_was_cut_is_told_alone(workspace: Path, row: str, whole: str) -> None:
    found = told(workspace, row)

    if whole:
        (said,) = found
        assert said.startswith("communes.csv:D2: error C161")
        assert f"“{whole}”" in said
    assert whole or not any("C161" in one for one in found)
