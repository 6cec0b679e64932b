"""C777: two names in one item of a list of names."""

import shutil
from pathlib import Path

import pytest

from conventassembler.build import assemble
from conventassembler.workspace import Workspace

CASE = Path(__file__).parent / "errors" / "C777-two-names-in-an-item"
BASE = CASE.parent / "_base"
ITEMS = '        - "Norges, Bourg"\n        - "Mont"\n'


def names(folder: Path, *items: str) -> list[tuple[object, object]]:
    """Return the names that are told of the act whose list has these items."""
    for part in (BASE, CASE):
        shutil.copytree(part, folder, dirs_exist_ok=True)
    space = Workspace(folder)
    path = space.agreement("exemple")
    text = path.read_text(encoding="utf-8")
    said = "".join(f'        - "{one}"\n' for one in items)
    path.write_text(text.replace(ITEMS, said), encoding="utf-8")
    found = [one for one in assemble(space, ("exemple",)).findings if one.code == "C777"]
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
def test_two_names_in_an_item_are_told(tmp_path: Path, item: str, first: str, second: str) -> None:
    assert names(tmp_path, item, "Longvic") == [(first, second)]


@pytest.mark.parametrize(
    "items",
    [
        ("Norges", "Bourg-et-Comin", "La Roche-sur-Yon"),
        ("Direction de l'économie, de l'emploi et du travail", "Mont"),
        ("accueillir les familles", "Norges, Bourg"),
        ("Service Enfance", "Caisse des dépôts et consignations"),
    ],
)
def test_what_is_one_is_left(tmp_path: Path, items: tuple[str, ...]) -> None:
    assert names(tmp_path, *items) == []
