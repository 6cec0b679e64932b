"""C771: a street, a hall or an association that ends with the noun of a party names none."""

from pathlib import Path

import pytest
from changed import article, findings

NAMES = (
    "dans la rue de la Ville",
    "sur la place de la Région",
    "1, avenue de la Communauté, à Longvic",
    "impasse du Syndicat",
    "quai de la Région, bâtiment B",
    "à la Maison de la Région",
    "à l'Hôtel de la Métropole",
    "au Théâtre de la Ville",
    "au Palais de la Région",
    "à la Maison des associations de la Ville",
    "à l'Office de tourisme de la Région",
    "avec les Amis de la Métropole",
    "avec l'Orchestre de la Région",
    "avec l'association Sauvons la Région",
    "avec Ensemble pour la Ville",
    "avec l'association « Un toit pour la Ville »",
)
PARTIES = (
    "avec les services de la Région",
    "avec le Président de la Région",
    "avec le Conseil de la Métropole",
    "avec la Direction des routes de la Région",
    "sur le budget de la Métropole",
    "du Département à la Région",
    "entre Dijon Métropole et la Région",
    "par un mail à la Région",
    "au cours de la réunion de la Région",
)


@pytest.mark.parametrize("words", NAMES)
def test_a_name_is_left(workspace: Path, words: str) -> None:
    found = findings(workspace, article("Lieux", f"La réunion a lieu {words}."))

    assert [one.code for one in found] == []


@pytest.mark.parametrize("words", ["Amis de la Région", "Festival de la Métropole"])
def test_a_name_at_the_head_of_an_item_is_left(workspace: Path, words: str) -> None:
    text = f"Les invités sont les suivants :\\n\\n- {words} ;\\n- Radio du Lac."

    assert [one.code for one in findings(workspace, article("Lieux", text))] == []


@pytest.mark.parametrize("words", PARTIES)
def test_a_party_of_another_act_is_told(workspace: Path, words: str) -> None:
    found = findings(workspace, article("Lieux", f"La réunion a lieu {words}."))

    assert [one.code for one in found] == ["C771"]


@pytest.mark.parametrize(
    "address", ["3, rue de la Ville", "Hôtel de la Région", "Hôtel de Ville de Longvic"]
)
def test_an_address_names_no_party(workspace: Path, address: str) -> None:
    name = 'nom: "Longvic"\n'

    found = findings(workspace, (name, f'{name}    adresse: "{address}"\n'))

    assert [one.code for one in found] == []
