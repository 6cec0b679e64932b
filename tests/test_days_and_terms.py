"""C732 to C742: days of decisions, of effect and of the end, terms, notices and renewals."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from changed import AUTHORITY, TERM, article, clause, codes, findings
from hypothesis import given
from hypothesis import strategies as st

from conventassembler.build import assemble
from conventassembler.checks.days import executory_in_time, rested_on
from conventassembler.checks.passages import Reading
from conventassembler.checks.term import _DAYS
from conventassembler.checks.topics import topics_of
from conventassembler.draft.plain import plain_text
from conventassembler.schema.declaration import field_from
from conventassembler.schema.roles import RENEWALS, ROLES
from conventassembler.source import read_yaml
from conventassembler.workspace import Workspace

RECITAL = "  - habilitation de: commune\n"
PERIOD = clause(
    "  premier jour: {type: date, rôle: prise d'effet, libellé: D}\n"
    "  dernier jour: {type: date, rôle: fin, libellé: F}\n"
    "  signée après: {type: oui-non, rôle: effet antérieur, défaut: non, libellé: S}",
    "{% if signee_apres %}\nElle reprend les actions déjà conduites.\n\n{% endif %}\n"
    "Elle court du {{ premier_jour }} au {{ dernier_jour }}.",
)
YEAR = clause(
    "  exercice: {type: entier, rôle: année, libellé: A}",
    "Elle vaut pour l'année {{ exercice | en_chiffres }}, et peut être prorogée.",
)
LENGTH = clause(
    "  longueur: {type: durée, rôle: durée, libellé: D}\n"
    "  délai: {type: durée, rôle: préavis, libellé: P}",
    "Elle dure {{ longueur | en_duree }} à compter de sa signature ; préavis :"
    " {{ delai | en_duree }}.",
)


def period(first: str, last: str, more: str = "") -> tuple[str, str]:
    return TERM, (
        f"  - clause: duree/periode\n    valeurs:\n      premier jour: {first}\n"
        f"      dernier jour: {last}\n{more}"
    )


# -- what the act rests on


@pytest.mark.parametrize(
    ("day", "code"),
    [("2026-01-14", []), ("2026-01-15", []), ("2026-01-16", ["C732"]), ("à compléter", ["C701"])],
)
def test_a_deliberation_comes_before_the_signature(
    workspace: Path, day: str, code: list[str]
) -> None:
    assert codes(workspace, (AUTHORITY, f"      acte: délibération\n      date: {day}\n")) == code


def test_no_day_of_signature_is_compared_with_nothing(workspace: Path) -> None:
    late = AUTHORITY.replace("2025-12-18", "2030-01-01")

    assert codes(workspace, (AUTHORITY, late), ("  date: 2026-01-15\n", "")) == []


@pytest.mark.parametrize(
    ("recital", "code"),
    [
        ('  - loi: "2026-12"\n    date: 2026-02-01\n    intitulé: "relative à x"\n', ["C732"]),
        ('  - loi: "2025-12"\n    date: 2025-02-01\n    intitulé: "relative à x"\n', []),
        ('  - document: "le schéma"\n    signé le: 2026-03-01\n', ["C732"]),
        ('  - délibération: "relative à x"\n    partie: commune\n    date: 2027-01-01\n', ["C732"]),
        ('  - arrêté: "relatif à x"\n    date: 2027-01-01\n', ["C732"]),
    ],
)
def test_a_text_that_is_cited_comes_before_the_signature(
    workspace: Path, recital: str, code: list[str]
) -> None:
    found = codes(workspace, (RECITAL, RECITAL + recital))

    assert [one for one in found if one not in ("C713", "C714")] == code


@pytest.mark.parametrize(
    ("signed", "amended", "told"),
    [
        ("2021-12-27", "2020-12-28", ["C798"]),
        ("2021-12-27", "2021-12-27", []),
        ("2021-12-27", "2022-12-28", []),
        ("2021-12-27", "à compléter", []),
        ("à compléter", "2020-12-28", []),
        ("2021-12-27", "2026-02-01", ["C732"]),
    ],
)
def test_an_avenant_comes_after_its_act_and_before_the_signature(
    workspace: Path, signed: str, amended: str, told: list[str]
) -> None:
    act = f'  - acte antérieur: "la convention"\n    signée le: {signed}\n    avenants:\n'
    avenant = f'      - numéro: "1"\n        date: {amended}\n'

    found = findings(workspace, (RECITAL, RECITAL + act + avenant))

    found = [one for one in found if one.code in ("C732", "C798")]
    assert [one.code for one in found] == told
    what = "avenant n°\N{NO-BREAK SPACE}1 (la convention)"
    assert {one.arguments["what"] for one in found} <= {what}


@pytest.mark.parametrize(
    ("executory", "code"), [("2025-12-18", ["C733"]), ("2025-12-19", []), ("2025-12-20", [])]
)
def test_what_was_decided_over_days_is_executory_after_the_last(
    workspace: Path, executory: str, code: list[str]
) -> None:
    days = "      acte: délibération\n      dates: [2025-12-18, 2025-12-19]\n"
    more = f"{days}      exécutoire le: {executory}\n"

    assert codes(workspace, (AUTHORITY, more)) == code


def test_days_of_a_session_are_printed_in_their_order(workspace: Path) -> None:
    more = "      acte: délibération\n      dates: [2025-12-19, 2025-12-18]\n"
    codes(workspace, (AUTHORITY, more))

    act = assemble(Workspace(workspace), ("exemple",))

    assert "des 18 et 19 décembre 2025" in " ".join(plain_text(act.drafts["exemple"]).split())


@pytest.mark.parametrize(
    ("executory", "code"),
    [
        ("2025-12-17", ["C733"]),
        ("2025-12-18", []),
        ("2026-01-15", []),
        ("2026-01-16", ["C734"]),
    ],
)
def test_what_authorises_is_executory_between_its_day_and_the_signature(
    workspace: Path, executory: str, code: list[str]
) -> None:
    more = f"{AUTHORITY}      exécutoire le: {executory}\n"

    assert codes(workspace, (AUTHORITY, more)) == code


@given(st.integers(-400, 400))
def test_two_days_are_told_in_one_way_alone(days: int) -> None:
    from types import SimpleNamespace  # noqa: PLC0415 -- of this test alone
    from typing import Any, cast  # noqa: PLC0415

    from conventassembler.agreement.model import Authority  # noqa: PLC0415
    from conventassembler.diagnostics import Position  # noqa: PLC0415
    from conventassembler.values import Date, Origin, Text  # noqa: PLC0415

    here = Position("a.yaml")
    taken = date(2025, 6, 15)
    act = Authority(
        Text("délibération", Origin("a")),
        here,
        dates=(Date(taken, Origin("b", here)),),
        executory=Date(taken + timedelta(days), Origin("c", here)),
    )
    party = SimpleNamespace(authority=act, key="commune", representatives=())
    agreement = cast(Any, SimpleNamespace(parties=(party,), recitals=(), signature=None))
    resolved = cast(Any, SimpleNamespace(agreement=agreement))
    found = list(executory_in_time(Reading(resolved, cast(Any, None))))

    assert len(list(rested_on(agreement))) == 1
    assert [one.code for one in found] == (["C733"] if days < 0 else [])


# -- effect and end


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        ("2026-01-15", "2027-12-31", []),
        ("2026-01-14", "2027-12-31", ["C737"]),
        ("2025-12-17", "2027-12-31", ["C736"]),
        ("2026-02-01", "2026-01-31", ["C738"]),
        ("2026-02-01", "2026-02-01", []),
        ("2025-01-01", "2025-12-31", ["C736", "C738"]),
        ("à compléter", "2027-12-31", ["C701"]),
    ],
)
def test_the_days_of_a_period(workspace: Path, first: str, last: str, code: list[str]) -> None:
    files = {"clauses/duree/periode.md": PERIOD}

    assert codes(workspace, period(first, last), files=files) == code


def test_a_clause_that_says_so_may_look_back(workspace: Path) -> None:
    files = {"clauses/duree/periode.md": PERIOD}
    change = period("2025-01-01", "2027-12-31", "      signée après: oui\n")

    assert codes(workspace, change, files=files) == []


def test_the_effect_is_held_against_the_latest_authorisation(workspace: Path) -> None:
    files = {"clauses/duree/periode.md": PERIOD}
    found = findings(workspace, period("2025-12-16", "2027-12-31"), files=files)

    assert [(one.code, one.arguments["party"]) for one in found] == [("C736", "commune")]


@pytest.mark.parametrize(("year", "code"), [(2026, []), (2027, []), (2025, ["C738"])])
def test_a_civil_year_ends_after_the_signature(workspace: Path, year: int, code: list[str]) -> None:
    change = (TERM, f"  - clause: duree/annee\n    valeurs: {{exercice: {year}}}\n")

    assert codes(workspace, change, files={"clauses/duree/annee.md": YEAR}) == code


@pytest.mark.parametrize(
    ("term", "notice", "code"),
    [
        ("3 ans", "3 mois", []),
        ("1 an", "11 mois", []),
        ("1 an", "1 an", ["C739"]),
        ("6 mois", "1 an", ["C739"]),
        ("2 semaines", "15 jours", ["C739"]),
        ("à compléter", "1 an", ["C701"]),
    ],
)
def test_a_notice_is_shorter_than_the_term(
    workspace: Path, term: str, notice: str, code: list[str]
) -> None:
    values = f'{{longueur: "{term}", délai: "{notice}"}}'
    change = (TERM, f"  - clause: duree/longueur\n    valeurs: {values}\n")

    assert codes(workspace, change, files={"clauses/duree/longueur.md": LENGTH}) == code


@pytest.mark.parametrize(
    ("renewal", "code"), [(one, ["C740"] if one == "tacite" else []) for one in RENEWALS]
)
def test_a_renewal_without_limit_is_told(workspace: Path, renewal: str, code: list[str]) -> None:
    body = "Elle dure trois ans à compter de sa signature, puis est reconduite."
    files = {"clauses/duree/essai.md": clause("", body, renewal=renewal)}

    assert codes(workspace, (TERM, "  - duree/essai\n"), files=files) == code


# -- words on the term


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("L'acte est conclu pour une durée de trois ans.", ["C741"]),
        ("L'acte est conclu pour une durée ferme de 18 mois.", ["C741"]),
        ("L'acte est conclu pour une durée de trois ans à compter de sa signature.", []),
        ("L'acte prend effet le jour de sa notification, pour une durée de trois ans.", []),
        ("L'acte est conclu pour une durée de trois ans, du 1er mai 2026 au 30 avril 2029.", []),
        ("L'acte vaut jusqu'au 31 décembre 2027, pour une durée d'un an.", []),
        ("La durée des réunions est fixée par le comité.", []),
    ],
)
def test_a_term_has_a_start(workspace: Path, text: str, code: list[str]) -> None:
    entry = f'  - titre: "Durée"\n    repère: duree\n    texte: "{text}"\n'

    assert codes(workspace, (TERM, entry)) == code


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("Entrée en vigueur", "La convention s'applique dès sa notification.", []),
        ("Prise d'effet", "Le jour de la signature par la dernière des parties.", []),
        ("Objet", "Le protocole entre en vigueur après sa publication.", []),
        ("Résiliation", "La résiliation de la convention prend effet après un mois.", ["C741"]),
        ("Suivi", "Le bilan est remis dès la signature.", ["C741"]),
    ],
)
def test_a_term_may_start_in_another_article(
    workspace: Path, title: str, text: str, code: list[str]
) -> None:
    term = (
        '  - titre: "Durée"\n    repère: duree\n    texte: "Elle est d\'une durée de trois ans."\n'
    )
    other = f'  - titre: "{title}"\n    texte: "{text}"\n'
    found = codes(workspace, (TERM, term + other))

    assert [one for one in found if one == "C741"] == code


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("Convention renouvelable", "Elle dure un an depuis sa signature.", ["C742"]),
        ("Convention renouvelable", "Elle dure un an et se renouvelle une fois.", []),
        ("Convention", "Elle dure un an depuis sa signature.", []),
        ("Renouvellement de la convention de 2023", "Elle dure un an depuis sa signature.", []),
        ("Renouvellement des équipements", "Ils sont remplacés après dix ans.", ["C742"]),
    ],
)
def test_a_title_promises_no_renewal_in_vain(
    workspace: Path, title: str, text: str, code: list[str]
) -> None:
    entry = f'  - titre: "Durée"\n    repère: duree\n    texte: "{text}"\n'
    change = ('titre: "Convention de partenariat"', f'titre: "{title}"')

    assert codes(workspace, (TERM, entry), change) == code


@pytest.mark.parametrize(
    ("title", "year", "code"),
    [("Convention pluriannuelle", 2026, ["C742"]), ("Convention annuelle", 2026, [])],
)
def test_an_act_of_one_year_is_not_of_several(
    workspace: Path, title: str, year: int, code: list[str]
) -> None:
    change = ('titre: "Convention de partenariat"', f'titre: "{title}"')
    term = (TERM, f"  - clause: duree/annee\n    valeurs: {{exercice: {year}}}\n")

    assert codes(workspace, change, term, files={"clauses/duree/annee.md": YEAR}) == code


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("Litiges", "Le comité de pilotage se réunit chaque trimestre.", ["C751"]),
        ("Litiges", "Le tribunal administratif est saisi.", []),
        ("Règlement des différends", "Les parties cherchent un accord amiable.", []),
        ("Le temps de l'enfant", "Le comité se réunit.", []),
        ("Confidentialité", "Le logo de chacun figure sur les supports.", ["C751"]),
        ("Communication", "Le logo de chacun figure sur les supports.", []),
        ("Protection des données", "Chaque partie est sous-traitante de l'autre.", []),
        ("Protection des données", "Le règlement (UE) 2016/679 est respecté de tous.", []),
        ("Protection des données", "La Ville est le responsable de traitement.", []),
        ("Protection des données", "La Ville est le responsable du site web.", ["C751"]),
        ("Objet et durée", "La convention fixe le cadre.", ["C751"]),
        ("Modalités de financement", "La participation est de 500 €.", []),
        ("Financement", "Aucune contribution n'est due.", []),
        ("Révision", "Un avenant est signé.", []),
        ("Résiliation", "Chacun peut y mettre fin.", []),
        ("Dénonciation et litiges", "Chacun peut la dénoncer.", ["C751"]),
        ("Résiliation d'un commun accord", "Chacun peut la dénoncer seul.", ["C751"]),
        ("Résiliation d'un commun accord", "Les parties peuvent y mettre fin.", []),
    ],
)
def test_a_heading_keeps_its_word(workspace: Path, title: str, text: str, code: list[str]) -> None:
    assert codes(workspace, article(title, text)) == code


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (("65 000", "65 500"), []),
        (("12 M€", "3 k€"), []),
        (("deux agents", "trois agents"), ["C751"]),
    ],
)
def test_a_table_of_amounts_is_about_financing(
    workspace: Path, cells: tuple[str, str], code: list[str]
) -> None:
    rows = ("| Action | État |", "|:--|--:|", *(f"| Accueil | {cell} |" for cell in cells))
    lines = "".join(f"      {row}\n" for row in rows)
    entry = f'  - titre: "Financement"\n    intitulé: article\n    texte: |\n{lines}'

    assert codes(workspace, ("signature:\n", f"{entry}signature:\n")) == code


def test_a_heading_inside_a_clause_keeps_its_word(workspace: Path) -> None:
    body = (
        "## Résiliation d'un commun accord\n\nChacun peut dénoncer l'acte seul.\n\n"
        "## Effets\n\nLes engagements cessent."
    )
    files = {"clauses/fin/essai.md": clause("", body).replace("titre: Durée", "titre: Sortie")}
    found = findings(workspace, ("signature:\n", "  - fin/essai\nsignature:\n"), files=files)

    assert [(one.code, str(one.position)) for one in found] == [
        ("C751", "clauses/fin/essai.md:5:1")
    ]


def test_a_text_still_to_be_given_breaks_no_word(workspace: Path) -> None:
    entry = '  - titre: "Litiges"\n    texte: à compléter\nsignature:\n'

    assert codes(workspace, ("signature:\n", entry)) == ["C701"]


OF_REAL_ACTS = (
    (
        "Durée et prise d'effet",
        "La présente convention entre en vigueur à la date de sa notification et vaut"
        " pour une durée de deux ans.",
    ),
    ("Durée de la convention", "Elle est valable cinq ans. Elle peut être prolongée."),
    ("Conditions financières", "Aucun flux financier."),
    ("Dispositions financières", "Chacun supporte ses frais."),
    ("Responsabilité et assurance", "Chaque partie souscrit les polices nécessaires."),
    ("Responsabilité", "Chacun répond de ses agents."),
    ("Publicité", "La convention est affichée à l'hôtel de ville."),
    ("Modifications", "Toute évolution fait l'objet d'un accord écrit."),
    ("Secret professionnel", "Les agents y sont tenus par l'article 226-13 du code pénal."),
    ("Secret", "Les agents sont tenus à la discrétion professionnelle."),
    ("Retrait d'une partie", "Une partie peut quitter la convention."),
    ("Recours à un prestataire", "La commune peut faire appel à une entreprise."),
    ("Recours", "Tout litige est porté devant le juge."),
    ("Montant de la participation", "La commune apporte 5 000 euros."),
    ("Versement", "Le département mandate la somme sur présentation d'une facture."),
    ("Données", "Les statistiques sont mises en commun."),
    ("Communication des documents", "Les pièces sont transmises chaque mois."),
    ("Fin de l'accompagnement", "La personne est reçue par un référent."),
    ("Avenants", "Les parties se rapprochent."),
    ("Subvention", "La somme attribuée couvre les charges."),
    ("Participation financière", "Néant."),
    ("Rupture d'hébergement", "Les personnes sans abri sont accueillies."),
    ("Prise d'effet", "Dès sa signature."),
    ("Révision du loyer", "Le loyer varie avec l'indice."),
    ("Litiges", "Les parties privilégient la conciliation."),
    ("Contentieux", "La juridiction compétente est celle de Dijon."),
    ("Période de validité", "La convention court de 2026 à 2028."),
)
"""Headings as real acts have them, with texts that keep their word, or that announce nothing."""


def test_headings_of_real_acts_get_no_false_alarm(workspace: Path) -> None:
    entries = "".join(
        f'  - titre: "{title}"\n    repère: article-{number}\n    texte: "{text}"\n'
        for number, (title, text) in enumerate(OF_REAL_ACTS)
    )

    assert "C751" not in codes(workspace, ("signature:\n", f"{entries}signature:\n"))


@pytest.mark.parametrize(
    ("title", "topics"),
    [
        ("Durée du présent protocole et reconduction", ("duree", "renouvellement")),
        ("Les modalités de financement", ("financement",)),
        ("Durée – Résiliation", ("duree", "resiliation")),
        ("La fin de la convention", ("resiliation",)),
        ("Fin de l'accompagnement", ()),
        ("Recours à un prestataire", ()),
        ("Révision du loyer", ()),
        ("Conditions financières", ("financement",)),
        ("Protection des données à caractère personnel", ("confidentialite",)),
    ],
)
def test_what_a_heading_announces(title: str, topics: tuple[str, ...]) -> None:
    assert topics_of(title) == topics


# -- roles


@pytest.mark.parametrize("role", ROLES)
def test_a_role_has_one_type(role: str) -> None:
    for type_ in sorted({*ROLES.values(), "texte"}):
        node, _ = read_yaml(f'{{type: {type_}, rôle: "{role}", libellé: x}}', "a.md")
        assert node is not None
        field, found = field_from("jour", node.position, node)

        assert [one.code for one in found] == ([] if type_ == ROLES[role] else ["C421"])
        assert field is not None
        assert field.role == (role if type_ == ROLES[role] else "")


def test_the_units_of_durations_are_known() -> None:
    assert set(_DAYS) == {"an", "mois", "semaine", "jour"}


# -- days of another century


SIGNED = "  date: 2026-01-15\n"


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        (((SIGNED, "  date: 2207-01-15\n"),), 1),
        (((SIGNED, "  date: 1926-01-15\n"),), 1),
        (((AUTHORITY, "      acte: délibération\n      date: 2052-12-18\n"),), 0),
        (((AUTHORITY, AUTHORITY + "      exécutoire le: 2205-12-19\n"),), 1),
        ((period("2026-01-01", "2125-01-01"),), 0),
        ((period("2026-01-01", "2207-12-31"),), 1),
        ((period("2207-01-01", "2207-12-31"),), 0),
    ],
)
def test_a_day_of_another_century_is_told(
    workspace: Path, changes: tuple[tuple[str, str], ...], lines: int
) -> None:
    found = codes(workspace, *changes, files={"clauses/duree/periode.md": PERIOD})

    assert found.count("C793") == lines
