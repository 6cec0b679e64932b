"""C771, C724: bodies that an act names beside its parties, in full, by the law or as partners."""

from pathlib import Path

import pytest
from changed import article, codes, findings

from conventassembler.diagnostics.wording import remedy

NAMED = (
    "La Région Bretagne finance le projet. La Région verse une aide.",
    "La région Bretagne finance le projet. L'accord de la Région est joint.",
    "La région d'accueil (la Région) finance le projet. La Région verse une aide.",
    "La ville d'accueil, dénommée « la Ville », paie. La Ville verse une aide.",
    "La métropole d'Aix finance le projet. La Métropole verse une aide.",
    "Le syndicat mixte du Val finance le projet. Le Syndicat verse une aide.",
    "Les financeurs sont l'Europe, l'État, la Région et la Métropole.",
    "L'État, la Région et la Métropole sont sollicités.",
    "Le transport relève de la compétence de la Région.",
    "Selon la loi, la Région organise les transports.",
    "La dotation est notifiée par le préfet de la Région.",
    "Le label est délivré par la Région en application de l'article 3 du décret.",
)
UNNAMED = (
    "La région voisine finance le projet. La Région verse une aide.",
    "La Région et Dijon Métropole paient. Le bilan est remis à la Région.",
    "La Ville de Longvic est citée. La Ville verse une aide.",
    "À la demande de l'État, la Région verse une aide.",
    "Selon le calendrier, la Région verse une aide.",
    "La compétence est exercée par la Région.",
    "L'État, la Région et la Métropole versent une aide.",
)
PARTNER = (
    'partenaires:\n  région:\n    nature: région\n    nom: "Bretagne"\n'
    '    ci-après: "la Région"\nvisas:\n'
)


@pytest.mark.parametrize("text", NAMED)
def test_a_body_that_is_told_otherwise_is_left(workspace: Path, text: str) -> None:
    assert codes(workspace, article("Aides", text)) == []


def test_each_name_of_a_party_is_quoted_whole(workspace: Path) -> None:
    said = "La structure, ci-après nommée « l'Atelier, de Longvic », agit. La Région paie."

    (found,) = findings(workspace, article("Aides", said))

    names = "“le Département”, “la Commune”, “l'Atelier, de Longvic”"
    assert f"is meant: {names}; or" in remedy(found, "en")
    french = "«\xa0le Département\xa0», «\xa0la Commune\xa0», «\xa0l'Atelier, de Longvic\xa0»"
    assert f"s’agit\xa0: {french}\xa0; ou" in remedy(found, "fr")


@pytest.mark.parametrize("text", UNNAMED)
def test_a_body_of_no_act_is_told(workspace: Path, text: str) -> None:
    assert "C771" in codes(workspace, article("Aides", text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("La Région verse une aide.", []),
        ("La région Bretagne verse une aide.", []),
        ("Les habitants de la région viennent.", ["C724"]),
        ("Le beurre vient de Bretagne.", ["C724"]),
        ("Les Régions versent une aide.", ["C724"]),
    ],
)
def test_a_partner_is_named_by_the_text(workspace: Path, text: str, told: list[str]) -> None:
    assert codes(workspace, ("visas:\n", PARTNER), article("Aides", text)) == told


def test_a_partner_without_a_short_name_has_that_of_its_kind(workspace: Path) -> None:
    partner = PARTNER.replace('    ci-après: "la Région"\n', "")
    text = article("Aides", "La Région verse une aide.")

    assert codes(workspace, ("visas:\n", partner), text) == []


def test_the_short_name_of_a_party_names_no_partner(workspace: Path) -> None:
    partner = 'partenaires:\n  voisine:\n    nature: commune\n    nom: "Quetigny"\nvisas:\n'

    assert "C724" in codes(workspace, ("visas:\n", partner), article("Aides", "La Commune paie."))
