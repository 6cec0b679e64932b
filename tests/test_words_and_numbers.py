"""C735, C752 to C758: codes, courts and numbers in acts, and what the law asks of some."""

from pathlib import Path

import pytest
from changed import END, article, clause, codes, findings
from hypothesis import given
from hypothesis import strategies as st

from conventassembler.french.code_parts import part_of
from conventassembler.french.courts import court, courts, courts_named
from conventassembler.french.identifiers import SCHEMES, SPECIMENS, Fault, country_of, quoted
from conventassembler.french.kinds import kinds
from conventassembler.french.tables import table

CITED = 'articles: ["L. 1111-1"]'
ACCOUNT = clause(
    "  iban: {type: iban, libellé: I}\n  bic: {type: bic, libellé: B}",
    "Compte {{ iban }} ({{ bic }}).",
)
SERVICES = clause(
    "  services:\n    type: liste\n    libellé: S\n    éléments:\n      type: fiche\n"
    "      champs:\n        numéro: {type: entier, libellé: N}\n"
    "        nom: {type: texte, libellé: T}",
    "{% for un in services %}\n- {{ un.nom }} (n° {{ un.numero | en_chiffres }})\n{% endfor %}",
)
CGCT = "code général des collectivités territoriales"


# -- codes


@pytest.mark.parametrize(
    ("article", "code"),
    [
        ("L. 1111-9", []),
        ("L. 2121-29", []),
        ("L. 3211-1", []),
        ("L. 4221-1", ["C752"]),
        ("L. 5214-16", ["C752"]),
        ("L. 5210-1", ["C752"]),
        ("L. 5711-1", ["C752"]),
        ("L. 5111-1", []),
        ("R. 5214-1", []),
    ],
)
def test_an_article_concerns_a_party(workspace: Path, article: str, code: list[str]) -> None:
    assert codes(workspace, (CITED, f'articles: ["{article}"]')) == code


def test_articles_of_one_text_are_told_apart(workspace: Path) -> None:
    change = (CITED, 'articles: ["L. 1111-9, L. 5214-16 et L. 4221-1"]')
    found = findings(workspace, change)

    assert [(one.code, one.arguments["article"]) for one in found] == [
        ("C752", "L. 4221-1"),
        ("C752", "L. 5214-16"),
    ]


def test_a_partner_counts(workspace: Path) -> None:
    partner = (
        'partenaires:\n  cc:\n    nature: communauté de communes\n    nom: "Val d\'Essai"\n'
        "    en présence: oui\nvisas:\n"
    )
    found = codes(workspace, (CITED, 'articles: ["L. 5214-16"]'), ("visas:\n", partner))

    assert "C752" not in found


def test_the_kinds_of_the_parts_are_there() -> None:
    known = {kind.id for kind in kinds()}

    for row in table("code_parts")["parts"]:
        part = part_of(row["code"], "L. " + row["article"].replace(r"\d{3}", "111").split("|")[0])
        assert part is None or part.kinds <= known
    assert part_of(CGCT, "L2121‑29") is not None
    assert part_of(CGCT, "2121-29") is None
    assert part_of("code civil", "L. 2121-29") is None


# -- courts


@pytest.mark.parametrize("name", [one.name for one in courts()])
def test_every_court_is_found_in_a_text(name: str) -> None:
    known = court(name)
    assert known is not None
    text = f"À défaut, le {''.join(known.pieces)} est saisi par la partie la plus diligente."

    assert [court(one) for one in courts_named(text)] == [known]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le tribunal administratif de Nanterre est saisi.", ["C753"]),
        ("Le tribunal administratif de Dijon est saisi.", []),
        ("Le tribunal administratif de Paris est saisi.", ["C717"]),
        ("Le tribunal administratif territorialement compétent est saisi.", []),
        ("Le tribunal administratif du lieu d'exécution est saisi.", []),
        ("Un litige va devant le tribunal judiciaire de Nanterre.", []),
    ],
)
def test_a_court_in_a_text_is_there_and_is_that_of_the_act(
    workspace: Path, text: str, code: list[str]
) -> None:
    assert codes(workspace, article("Litiges", text)) == code


# -- numbers


@pytest.mark.parametrize(
    ("iban", "bic", "code"),
    [
        ("FR03 3000 1007 9400 0000 0000 A48", "BDFEFRPPCCT", []),
        ("FR03 3000 1007 9400 0000 0000 A48", "DEUTDEFF", ["C754"]),
        ("FR03 3000 1007 9400 0000 0000 A48", "BCADNCNN", []),
        ("FR14 2004 1010 0505 0001 3M02 606", "BDFEFRPPCCT", ["C755"]),
        ("DE89 3704 0044 0532 0130 00", "DEUTDEFF", ["C755"]),
    ],
)
def test_an_account_is_real_and_of_one_country(
    workspace: Path, iban: str, bic: str, code: list[str]
) -> None:
    entry = f'  - clause: compte/un\n    valeurs: {{iban: "{iban}", bic: "{bic}"}}\n{END}'

    assert codes(workspace, (END, entry), files={"clauses/compte/un.md": ACCOUNT}) == code


def test_specimens_are_valid() -> None:
    assert all(SCHEMES["iban"].read(one) == one for one in SPECIMENS)
    assert country_of("BCADNCNN") == country_of("FR0330001007940000000000A48") == "FR"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SIRET : 123 456 782 00010", (("siret", "123 456 782 00010"),)),
        ("SIRET n° 12345678200010, 21000 Dijon", (("siret", "12345678200010"),)),
        ("SIREN 123 456 782 RCS Dijon", (("siren", "123 456 782"),)),
        ("SIREN 123 456 782 00010", (("siren", "123 456 782"),)),
        ("le SIRET de la commune est à donner", ()),
        (
            "le compte FR14 2004 1010 0505 0001 3M02 606 du régisseur",
            (("iban", "FR14 2004 1010 0505 0001 3M02 606"),),
        ),
        ("IBAN FR1420041010050500013M02606.", (("iban", "FR1420041010050500013M02606"),)),
        ("la loi n° 82-213 du 2 mars 1982", ()),
    ],
)
def test_numbers_are_read_in_texts(text: str, found: tuple[tuple[str, str], ...]) -> None:
    assert quoted(text) == found


@given(st.integers(0, 10**8 - 1), st.integers(0, 9))
def test_a_figure_changed_in_a_text_is_seen(number: int, other: int) -> None:
    digits = f"{number:08}"
    key = next(one for one in range(10) if SCHEMES["siren"].read(f"{digits}{one}") != Fault.KEY)
    ((scheme, value),) = quoted(f"la commune (SIREN : {digits}{other}) verse la somme")
    read = SCHEMES[scheme].read(value)

    assert isinstance(read, Fault) == (other != key)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("La régie, SIRET 123 456 782 00010, encaisse.", []),
        ("La régie, SIRET 123 456 782 00011, encaisse.", ["C756"]),
        ("Le compte est FR14 2004 1010 0505 0001 3M02 607.", ["C756"]),
    ],
)
def test_a_number_in_a_text_is_right(workspace: Path, text: str, code: list[str]) -> None:
    assert codes(workspace, article("Compte", text)) == code


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("123 456 782", "123456782", ["C757"]),
        ("123 456 782", "732 829 320", []),
    ],
)
def test_each_party_has_a_number_of_its_own(
    workspace: Path, first: str, second: str, code: list[str]
) -> None:
    files = {
        "clauses/parties/numerotee.md": "---\ntitre: Partie\nchoisir quand: On essaie.\n"
        "paramètres:\n"
        "  partie: {type: partie, libellé: P}\n---\n{{ partie.Le_nom_complet }}, SIREN"
        ' {{ partie.siren }}, {{ "représenté" | accorde(partie.complet) }} par'
        " {{ partie.representant.son }},\n"
    }
    changes = (
        ('    nom: "Longvic"\n', f'    nom: "Longvic"\n    siren: "{first}"\n'),
        ("    fiche: departement\n", f'    fiche: departement\n    siren: "{second}"\n'),
        ("format: 1\n", "format: 1\nprésentation des parties: numerotee\n"),
    )

    assert codes(workspace, *changes, files=files) == code


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ('numéro: 2, nom: "le Nord"', 'numéro: 2, nom: "le Sud"', ["C758"]),
        ('numéro: 2, nom: "le Nord"', 'numéro: 2, nom: "le Nord"', []),
        ('numéro: 1, nom: "le Nord"', 'numéro: 2, nom: "le Sud"', []),
        ('numéro: à compléter, nom: "le Nord"', 'numéro: à compléter, nom: "le Sud"', ["C701"] * 2),
    ],
)
def test_a_number_means_one_thing(
    workspace: Path, first: str, second: str, code: list[str]
) -> None:
    entry = (
        "  - clause: services/un\n    valeurs:\n      services:\n"
        f"        - {{{first}}}\n        - {{{second}}}\n{END}"
    )

    found = codes(workspace, (END, entry), files={"clauses/services/un.md": SERVICES})
    assert [one for one in found if one in ("C701", "C758")] == code


# -- what the law asks


def subsidy(amount: str, kind: str, text: str) -> tuple[list[tuple[str, str]], dict[str, str]]:
    body = f"{text} {{{{ montant }}}}."
    files = {"clauses/aide/une.md": clause("  montant: {type: montant, libellé: M}", body)}
    entry = f'  - clause: aide/une\n    titre: "Aide"\n    valeurs: {{montant: "{amount}"}}\n{END}'
    party = (
        'nature: commune\n    nom: "Longvic"\n    représentant:\n      fonction: maire\n',
        f'nature: {kind}\n    nom: "Longvic"\n    représentant:\n      fonction: '
        + ("maire\n" if kind == "commune" else "présidente\n"),
    )
    return [(END, entry), party], files


@pytest.mark.parametrize(
    ("amount", "kind", "text", "missing"),
    [
        ("30 000", "association", "La subvention est de", 2),
        ("30 000", "association", "La subvention, versée en une fois, est de", 1),
        ("30 000", "association", "La subvention, versée, utilisée et justifiée, est de", 0),
        ("23 000", "association", "La subvention est de", 0),
        ("30 000", "association", "Le prix est de", 0),
        ("30 000", "commune", "La subvention est de", 0),
    ],
)
def test_a_subsidy_to_a_private_body_is_framed(
    workspace: Path, amount: str, kind: str, text: str, missing: int
) -> None:
    changes, files = subsidy(amount, kind, text)

    assert codes(workspace, *changes, files=files).count("C735") == missing


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Les parties échangent des données à caractère personnel.", ["C735"]),
        ("Les parties échangent des données personnelles, dans le respect de la loi n° 78-17.", []),
        ("Chaque partie est responsable du traitement de ses données personnelles.", []),
        ("Les parties échangent des données statistiques.", []),
    ],
)
def test_personal_data_are_framed(workspace: Path, text: str, code: list[str]) -> None:
    assert codes(workspace, article("Échanges", text)) == code
