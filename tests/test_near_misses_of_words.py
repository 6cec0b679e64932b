"""Good acts of which a check once spoke, and slips of which it once said nothing."""

import time
from pathlib import Path

import pytest
from acts_of_own_texts import codes, found, replaced, with_text

RGPD = "Le règlement général sur la protection des données (RGPD) est suivi.\n\n"
RIGHT = (
    f"{RGPD}L'article 28 RGPD le prévoit.",
    f"{RGPD}L'article 2 RGPD le prévoit.",
    f"{RGPD}Le RGPD s'applique. L'article 28 en précise la portée.",
    "L'article 28 en précise la portée. Le code de la commande publique est suivi.",
    "La Commune verse 20 000 € à l'association Les Amis, dont le budget s'élève à 150 000 € en "
    "2026 et à 160 000 € en 2027.",
    "La Commune verse 10 000 € par an, dont 5 000 € pour les fournitures, pour un total de "
    "30 000 €.",
    "La Commune verse 10 000 € par an, dont 5 000 € de fournitures et 6 000 € d'achats reportés.",
    "La participation annuelle de 10 000 € est échelonnée comme suit :\n\n- 2026 : 10 000 € ;\n"
    "- 2027 : 10 000 €.",
    "L'aide est répartie, dans la limite de 5 000 € par action, comme suit :\n\n- accueil : "
    "4 000 € ;\n- suivi : 3 000 €.",
    "Le fonds, doté de 50 000 € par an, est réparti ainsi pour 2026 :\n\n- accueil : 3 000 € ;\n"
    "- suivi : 2 000 €.",
    "Le budget de 24 000 € se répartit ainsi :\n\n- accueil : 20 000 € ;\n- suivi : 4 000 € ;\n"
    "- total : 24 000 €.",
    "L'aide est versée en deux tranches :\n\n- 50 % à la signature ;\n- 30 % à mi-parcours.\n\n"
    "Le solde est versé au bilan.",
    "L'aide est versée ainsi :\n\n- à la signature : 50 % ;\n- au bilan : 50 %.",
    "L'aide est répartie selon les taux suivants :\n\n- 50 % pour l'accueil ;\n- 40 % pour le "
    "suivi.",
    "Les trois conseillers du Département assurent :\n\n- l'accueil ;\n- le suivi.",
    "Les trois médiateurs s'occupent de :\n\n- l'accueil ;\n- le suivi.",
    "Le conseil général de la Banque de France rend un avis.",
    "Les archives de l'ANPE sont versées.",
    "Elle verse deux fois mille euros (2 000 €).",
    "Elle verse dix mille euros (10 000,00 €).",
    "Elle verse dix mille euros TTC (10 000 € TTC).",
    "Le bilan du 6 janvier 2026 est lu 3 rue du 11 Novembre 1918, pour le 8 Mai.",
    "M. Dupont et Mme Durand siègent, et le magasin Mr Bricolage aussi.",
    "Le bilan est __essentiel__ et __très/utile__.",
)


@pytest.mark.parametrize("text", RIGHT, ids=[one[:50] for one in RIGHT])
def test_a_good_act_is_left_in_peace(workspace: Path, text: str) -> None:
    with_text(workspace, text)

    assert [(one.code, dict(one.arguments)) for one in found(workspace)] == []


WRONG = (
    ("Fait le __/__/2026.", "C760", "__/__"),
    ("Le bilan du 6 Janvier 2026 est lu.", "C790", "6 Janvier 2026"),
    ("Mr Dupont siège.", "C766", "M."),
    ("Mlle Durand siège.", "C766", "Mme"),
    ("Melle Durand siège.", "C766", "Mme"),
    ("L'article 28 le prévoit.", "C768", "article 28"),
    ("L'article 28 de la présente convention suit la loi.", "C768", "article 28"),
    ("Elle verse dix mille euros (12 000,00 €).", "C781", "12 000,00"),
    ("Elle verse dix mille euros (12 000,50 euros).", "C781", "12 000,50"),
    ("Elle verse 12 000,00 € (dix mille euros).", "C781", "12 000,00"),
    ("Elle verse dix mille euros TTC (12 000 € TTC).", "C781", "12 000"),
    ("L'aide est versée ainsi :\n\n- à la signature : 50 % ;\n- au bilan : 40 %.", "C780", "90"),
    ("La convention a quatre axes de développement :\n\n- un ;\n- deux ;\n- trois.", "C785", "3"),
    (
        "Le budget est de 24 000 €, dont 20 000 € de la Commune et 12 000 € du Département.",
        "C782",
        "32\xa0000\xa0€",
    ),
    (
        "Le budget total de 24 000 € se répartit ainsi :\n\n- accueil : 20 000 € ;\n- suivi : "
        "5 000 €.",
        "C782",
        "25\xa0000\xa0€",
    ),
)
"""A text, the code of what is wrong with it, and words that the finding quotes."""


@pytest.mark.parametrize(("text", "code", "words"), WRONG, ids=[one[0][:50] for one in WRONG])
def test_a_slip_is_told(workspace: Path, text: str, code: str, words: str) -> None:
    with_text(workspace, text)

    told = found(workspace)

    assert [one.code for one in told] == [code]
    assert words in told[0].arguments.values()


@pytest.mark.parametrize(
    ("first", "text", "expected"),
    [
        ("1", "Voir l'article 1er.", ["C767"]),
        ("1", "Voir l'article 1.", ["C767"]),
        ("1er", "Voir l'article 1.", ["C767"]),
        ("1er", "Voir l'article 1er.", ["C767"]),
        ("1er", "Voir l'article 22.", ["C768"]),
    ],
)
def test_the_first_article_is_one_in_every_shape(
    workspace: Path, first: str, text: str, expected: list[str]
) -> None:
    with_text(workspace, text)
    replaced(workspace, "parties:", f'usages: {{premier article: "{first}"}}\nparties:')

    assert codes(workspace) == expected


def test_articles_with_roman_numbers_are_known_in_figures(workspace: Path) -> None:
    model = workspace / "clauses" / "models" / "convention-simple.yaml"
    text = model.read_text(encoding="utf-8")
    roman = 'articles: {numéro: "Article {n}", chiffres: romains'
    model.write_text(text.replace('articles: {numéro: "Article {n}"', roman), encoding="utf-8")
    with_text(workspace, "Voir l'article 1er et l'article 14.")

    assert codes(workspace) == ["C767", "C768"]


def test_many_articles_in_long_paragraphs_are_read_in_no_time(workspace: Path) -> None:
    paragraph = "l'article 1 et " * 650
    with_text(workspace, "\n\n".join(f"{paragraph}{rank}." for rank in range(8)))
    start = time.perf_counter()

    told = [one for one in codes(workspace) if one == "C767"]

    assert len(told) == 8
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Plaine Dijonnaise et PLAINE DIJONNAISE sont une.", []),
        ("La plaine dijonnaise est cultivée.", []),
        ("Les habitants de la Plaine dijonnaise sont reçus.", ["C772"]),
    ],
)
def test_a_name_has_its_capitals_everywhere(
    workspace: Path, text: str, expected: list[str]
) -> None:
    with_text(workspace, text)
    replaced(workspace, 'nom: "Longvic"', 'nom: "la Plaine Dijonnaise"')

    assert [one for one in codes(workspace) if one == "C772"] == expected


@pytest.mark.parametrize(
    ("title", "below", "expected"),
    [
        ("relative au partenariat", "", ["C748"]),
        ("relative au partenariat", "    numéro: 2025-12\n", []),
        ("relative au partenariat", "    date: 2025-12-01\n", []),
        ("du mois de mai 2025 relative au partenariat", "", []),
    ],
)
def test_a_deliberation_that_is_cited_can_be_found(
    workspace: Path, title: str, below: str, expected: list[str]
) -> None:
    cited = f'  - délibération: "{title}"\n    partie: commune\n{below}'
    replaced(workspace, "  - habilitation de: commune\n", f"{cited}  - habilitation de: commune\n")

    assert [one for one in codes(workspace) if one == "C748"] == expected
