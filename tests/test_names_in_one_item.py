"""C777: two names in one item of a list of names."""

import shutil
from pathlib import Path

import pytest
from changed import findings

CASE = Path(__file__).parent / "errors" / "C777-two-names-in-an-item"
ITEMS = '        - "Norges, Bourg"\n        - "Mont"\n'


def names(root: Path, *items: str) -> list[tuple[object, object]]:
    """Return the names that are told of the act whose list has these items."""
    shutil.copytree(CASE, root, dirs_exist_ok=True)
    said = "".join(f'        - "{one}"\n' for one in items)
    found = [one for one in findings(root, (ITEMS, said)) if one.code == "C777"]
    return [(one.arguments["first"], one.arguments["second"]) for one in found]


@pytest.mark.parametrize(
    ("item", "first", "second"),
    [
        ("Norges, Bourg", "Norges", "Bourg"),
        ("Arnay et Bourg", "Arnay", "Bourg"),
        ("Tilleville / Bourg", "Tilleville", "Bourg"),
        ("Saint-Jean de Losne & L'Étang-Vergy", "Saint-Jean de Losne", "L'Étang-Vergy"),
        ("Norges, Bourg et Mont", "Norges", "Bourg"),
    ],
)
def test_two_names_in_an_item_are_told(workspace: Path, item: str, first: str, second: str) -> None:
    assert names(workspace, item, "Longvic") == [(first, second)]


@pytest.mark.parametrize(
    "items",
    [
        ("Norges", "Bourg-et-Comin", "La Roche-sur-Yon"),
        ("Direction de l'économie, de l'emploi et du travail", "Mont"),
        ("accueillir les familles", "Norges, Bourg"),
        ("Service Enfance", "Caisse des dépôts et consignations"),
    ],
)
def test_what_is_one_is_left(workspace: Path, items: tuple[str, ...]) -> None:
    assert names(workspace, *items) == []
