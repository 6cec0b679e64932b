"""C760: numbers of which a part is still to be given."""

from pathlib import Path

import pytest
from changed import AUTHORITY, article, findings


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("2026/XX/3", ["XX"]),
        ("XX", ["XX"]),
        ("2026-xxx", ["xxx"]),
        ("2026-…", ["…"]),
        ("2026-13 ?", ["?"]),
        ("2026/__", ["__"]),
        ("DEX-2026-13", []),
        ("2026-X-3", []),
        ("AUXX-3", []),
        ("2026__3", []),
    ],
)
def test_a_number_of_which_a_part_is_crossed_out_is_told(
    workspace: Path, number: str, told: list[str]
) -> None:
    found = findings(workspace, (AUTHORITY, f'{AUTHORITY}      numéro: "{number}"\n'))

    assert [one.arguments["words"] for one in found] == told
    assert {one.position.column for one in found} <= {15}


def test_a_number_in_a_title_is_told(workspace: Path) -> None:
    found = findings(workspace, article("Avenant n° XX", "Il suit le titre XX du livre."))

    assert [one.arguments["words"] for one in found] == ["XX"]


@pytest.mark.parametrize(
    ("recital", "told"),
    [
        ("la délibération n° 2026-XX du 3 mai 2025", ["n° 2026-XX"]),
        ("l'avis du XX mai 2025", ["XX mai 2025"]),
        ("le permis n° PC 021 054 26 X0012 du 3 mai 2025", []),
    ],
)
def test_a_number_crossed_out_in_a_recital_is_told(
    workspace: Path, recital: str, told: list[str]
) -> None:
    head = "  - habilitation de: commune\n"

    found = findings(workspace, (head, f'{head}  - texte: "{recital}"\n'))

    assert [one.arguments["words"] for one in found if one.code == "C760"] == told
