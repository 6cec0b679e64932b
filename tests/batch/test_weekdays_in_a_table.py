"""C783: the weekday of a cell that is not that of its day."""

from pathlib import Path

import pytest
from small_model import changed, run

DAY = "      date: 2025-12-18\n"


@pytest.mark.parametrize(
    ("cell", "is_told"),
    [
        ("lundi 1er mars 2026", True),
        ("le Lundi 1er mars 2026", True),
        ("dimanche 1er mars 2026", False),
        ("le dimanche 1 mars 2026", False),
        ("1er mars 2026", False),
        ("à compléter", False),
        ("", False),
    ],
)
def test_it_is_told_at_the_cell_and_the_day_is_taken(
    workspace: Path, cell: str, *, is_told: bool
) -> None:
    changed(workspace, (DAY, "      date: à compléter\n"))

    result = run(workspace, f"#nom;commune.habilitation.date\na;{cell}\n")

    assert result.exit_code == 0, result.output
    assert ("communes.csv:B2: warning C783" in result.output) is is_told
    assert "is a dimanche, and not a" in result.output or not is_told
