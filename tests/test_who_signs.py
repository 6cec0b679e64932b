"""C743 to C750 and C759: organs, acts, deputies, other signatories, originals."""

from pathlib import Path

import pytest
from changed import AUTHORITY, OFFICE, codes, findings

from conventassembler.french import organs
from conventassembler.french.kinds import kinds
from conventassembler.french.tables import table

DEPARTMENT = "      acte: délibération\n      date: 2025-12-15\n"
OWN = 'nature: commune\n    nom: "Longvic"\n'


def authority(act: str, organ: str = "") -> str:
    said = f'      organe: "{organ}"\n' if organ else ""
    return f"      acte: {act}\n{said}      date: 2025-12-18\n"


# -- organs and acts


@pytest.mark.parametrize(
    ("kind", "organ", "code"),
    [
        ("commune", "conseil municipal", []),
        ("commune", "commission permanente", ["C743"]),
        ("commune", "conseil départemental", ["C743"]),
        ("commune", "bureau", ["C743"]),
        ("commune", "comité d'essai", []),
        ("CCAS", "conseil d'administration", []),
        ("CCAS", "commission permanente", []),
        ("CCAS", "conseil municipal", ["C743"]),
        ("communauté de communes", "bureau communautaire", []),
        ("communauté de communes", "conseil communautaire", []),
        ("communauté de communes", "commission permanente", ["C743"]),
        ("métropole", "bureau", []),
        ("métropole", "conseil métropolitain", []),
        ("métropole", "conseil municipal", ["C743"]),
        ("région", "commission permanente du conseil régional", []),
        ("Caf", "commission d'action sociale", []),
        ("Caf", "conseil d'administration", []),
        ("Caf", "conseil départemental", ["C743"]),
        ("association", "bureau", []),
        ("association", "assemblée générale", []),
        ("GIP", "commission permanente", []),
        ("EPIC", "bureau", []),
        ("syndicat mixte", "comité syndical", []),
        ("syndicat mixte", "conseil d'administration", ["C743"]),
    ],
)
def test_an_organ_fits_the_kind(workspace: Path, kind: str, organ: str, code: list[str]) -> None:
    name = {"région": "Bretagne", "Caf": "Côte-d'Or"}.get(kind, "Longvic")
    office = "directrice" if kind in ("Caf", "GIP", "EPIC") else "présidente"
    office = "maire" if kind == "commune" else office
    changes = (
        (OWN, f'nature: {kind}\n    nom: "{name}"\n'),
        (OFFICE, f"      fonction: {office}\n      genre: féminin\n"),
        (AUTHORITY, authority("délibération", organ)),
    )

    assert codes(workspace, *changes) == code


@pytest.mark.parametrize(
    ("act", "organ", "code"),
    [
        ("délibération", "", []),
        ("arrêté", "", []),
        ("décision", "maire", []),
        ("arrêté", "conseil municipal", ["C744"]),
        ("décision", "", []),
        ("décision", "conseil municipal", ["C744"]),
        ("délibération", "maire", ["C744"]),
        ("mandat", "conseil municipal", []),
    ],
)
def test_an_act_fits_the_organ(workspace: Path, act: str, organ: str, code: list[str]) -> None:
    assert codes(workspace, (AUTHORITY, authority(act, organ))) == code


@pytest.mark.parametrize(
    ("act", "organ", "code"),
    [
        ("résolution", "bureau", []),
        ("résolution", "assemblée générale", []),
        ("arrêté", "bureau", ["C744"]),
        ("arrêté", "conseil d'administration", ["C744"]),
        ("délibération", "président", ["C744"]),
        ("délibération", "conseil municipal", ["C743"]),
    ],
)
def test_the_statutes_of_an_association_decide_and_no_code(
    workspace: Path, act: str, organ: str, code: list[str]
) -> None:
    changes = (
        (OWN, 'nature: association\n    nom: "Longvic"\n'),
        (OFFICE, "      fonction: présidente\n      genre: féminin\n"),
        (AUTHORITY, authority(act, organ)),
    )

    found = findings(workspace, *changes)

    assert [one.code for one in found] == code
    assert all(one.arguments["source"] == "les statuts de la personne" for one in found)


@pytest.mark.parametrize(
    ("organ", "meant"),
    [
        ("le conseil municipal", "conseil municipal"),
        ("la commission permanente", "commission permanente"),
        ("le maire", "maire"),
        ("c. municipal", None),
        ("le comptoir", None),
    ],
)
@pytest.mark.parametrize("is_cited", [False, True])
def test_an_organ_is_typed_without_its_article(
    workspace: Path, organ: str, meant: str | None, is_cited: bool
) -> None:
    recital = "  - habilitation de: commune\n"
    cited = f'  - délibération: "relative à x"\n    partie: commune\n    organe: {organ}\n'
    change = (
        (recital, f"{cited}    date: 2025-01-01\n{recital}")
        if is_cited
        else (AUTHORITY, authority("délibération", organ))
    )

    told = [one for one in findings(workspace, change) if one.code == "C465"]

    assert [one.arguments.get("suggestion") for one in told] == [meant]


def test_an_organ_still_to_be_given_is_not_judged(workspace: Path) -> None:
    change = AUTHORITY.replace("      date", "      organe: à compléter\n      date")

    assert codes(workspace, (AUTHORITY, change)) == ["C701"]


@pytest.mark.parametrize("office", ["préfet", "préfète"])
@pytest.mark.parametrize(("act", "code"), [("délibération", ["C745"]), ("arrêté", [])])
def test_the_state_signs_without_a_deliberation(
    workspace: Path, office: str, act: str, code: list[str]
) -> None:
    gender = "féminin" if office == "préfète" else "masculin"
    changes = (
        (OWN, 'nature: État\n    nom: "Côte-d\'Or"\n'),
        (OFFICE, f"      fonction: {office}\n      genre: {gender}\n"),
        (AUTHORITY, authority(act)),
    )

    assert codes(workspace, *changes) == code


def test_the_decision_that_a_recital_cites_is_of_an_organ_of_the_party(workspace: Path) -> None:
    recital = (
        '  - délibération: "relative à x"\n    partie: commune\n    organe: bureau\n'
        "    date: 2025-01-01\n"
    )
    found = codes(
        workspace, ("  - habilitation de: commune\n", recital + "  - habilitation de: commune\n")
    )

    assert "C743" in found


# -- in another's place


def deputy(manner: str, act: str = "") -> tuple[str, str]:
    given = f"        habilitation: {act}\n" if act else ""
    return OFFICE, (
        '      fonction: première adjointe\n      nom: "Jeanne MARTIN"\n      signe pour:\n'
        f"        fonction: maire\n        genre: féminin\n        mode: {manner}\n{given}"
    )


@pytest.mark.parametrize(
    ("manner", "act", "code"),
    [
        ("délégation", "", ["C715"]),
        ("délégation", "{acte: arrêté, date: 2025-12-01}", []),
        ("délégation", "{acte: arrêté, date: à compléter}", ["C701"]),
        ("délégation", "{acte: arrêté}", ["C748"]),
        ("délégation", "{acte: délibération, date: 2025-12-01}", ["C744"]),
        ("suppléance", "", []),
        ("suppléance", "{acte: arrêté, date: 2025-12-01}", ["C747"]),
        ("intérim", "", ["C746"]),
        ("intérim", "{acte: décision, date: 2025-12-01}", []),
        ("intérim", "{acte: décision}", ["C748"]),
    ],
)
def test_a_manner_and_its_act(workspace: Path, manner: str, act: str, code: list[str]) -> None:
    assert codes(workspace, deputy(manner, act)) == code


# -- other signatories, persons, originals


@pytest.mark.parametrize(
    ("capacity", "code"),
    [
        ("le maire de Genlis", ["C749"]),
        ("la présidente de Dijon Métropole", ["C749"]),
        ("le préfet de la Côte-d'Or", []),
        ("le préfet de l'Yonne", ["C749"]),
        ("la déléguée interministérielle à la prévention", []),
        ("le directeur des services", []),
        ("le maire", []),
        ("la présidente du conseil départemental", []),
        ("le président du centre communal d'action sociale de Longvic", ["C749"]),
        ("le président du conseil de développement", []),
        ("la présidente du tribunal judiciaire", []),
        ("la présidente du comité de pilotage", []),
        ("le président du comité des fêtes", ["C749"]),
        ("le président du conseil régional", ["C749"]),
    ],
)
def test_another_signatory_heads_no_legal_person(
    workspace: Path, capacity: str, code: list[str]
) -> None:
    other = f'  autres signataires:\n    autre:\n      qualité: "{capacity}"\n  disposition:\n'
    rows = ("[commune, département]", "[commune, département, autre]")

    assert codes(workspace, ("  disposition:\n", other), rows) == code


@pytest.mark.parametrize(
    ("second", "code"),
    [
        ("présidente du centre communal d'action sociale", ["C749"]),
        ("conseillère départementale", []),
    ],
)
def test_a_mayor_signs_for_no_ccas_that_is_no_party(
    workspace: Path, second: str, code: list[str]
) -> None:
    held = f'{OFFICE}      qualités:\n        - "maire de Longvic"\n        - "{second}"\n'

    assert codes(workspace, (OFFICE, held)) == code


def test_an_authority_has_a_day(workspace: Path) -> None:
    assert codes(workspace, (AUTHORITY, "      acte: délibération\n")) == ["C748"]


@pytest.mark.parametrize(
    ("recital", "code"),
    [
        ("le du code de la santé publique", ["C760"]),
        ("la délibération du", ["C760"]),
        ("la délibération du comité social de la Commune", []),
    ],
)
def test_a_recital_has_all_its_words(workspace: Path, recital: str, code: list[str]) -> None:
    cited = "  - habilitation de: département\n"

    assert codes(workspace, (cited, f'{cited}  - texte: "{recital}"\n')) == code


@pytest.mark.parametrize(("word", "code"), [("Convnetion", ["C769"]), ("Coopération", [])])
def test_a_slip_in_the_name_of_the_act(workspace: Path, word: str, code: list[str]) -> None:
    title = 'titre: "Convention de partenariat"'

    assert codes(workspace, (title, f'titre: "{word} de partenariat"')) == code


@pytest.mark.parametrize(
    ("name", "gender", "code"),
    [
        ("Dominique MARTIN", "masculin", ["C750"]),
        ("Dominique Martin", "masculin", ["C750"]),
        ("Dominique MARTIN", "féminin", []),
        ("Dominique MARTINET", "masculin", []),
        ("à compléter", "masculin", ["C701"]),
    ],
)
def test_one_person_has_one_gender(
    workspace: Path, name: str, gender: str, code: list[str]
) -> None:
    named = (OFFICE, f'{OFFICE}      nom: "Dominique MARTIN"\n')
    text = name if name == "à compléter" else f'"{name}"'
    head = "    fiche: departement\n"
    other = f"{head}    représentant: {{fonction: président, genre: {gender}, nom: {text}}}\n"

    assert codes(workspace, named, (head, other)) == code


@pytest.mark.parametrize(
    ("originals", "code"),
    [("1", ["C759"]), ("2", []), ("3", []), ("à compléter", ["C701"])],
)
def test_each_party_has_an_original(workspace: Path, originals: str, code: list[str]) -> None:
    assert codes(workspace, ("originaux: 2", f"originaux: {originals}")) == code


def test_a_centre_may_share_the_original_of_its_commune(workspace: Path) -> None:
    centre = (
        "  ccas:\n    nature: CCAS\n    rattaché à: commune\n    représentant:\n"
        "      fonction: présidente\n    habilitation:\n      acte: délibération\n"
        "      date: 2025-12-16\nvisas:\n"
    )
    cited = "  - habilitation de: commune\n"
    changes = (("visas:\n", centre), (cited, f"{cited}  - habilitation de: ccas\n"))
    placed = ("[commune, département]", "[commune, département, ccas]")

    assert codes(workspace, *changes, placed) == []


# -- the table


def test_the_table_names_kinds_that_there_are() -> None:
    known = {kind.id for kind in kinds()}

    for name, group in table("organs")["groups"].items():
        assert set(group) <= known, name
    for row in table("organs")["organs"]:
        assert organs.kinds_of(tuple(row["kinds"])) <= known, row["names"]
        assert row["source"]


@pytest.mark.parametrize("kind", [one for one in kinds() if one.organ], ids=lambda one: one.id)
def test_the_usual_organ_of_a_kind_is_never_misplaced(kind) -> None:  # type: ignore[no-untyped-def]
    assert organs.is_misplaced(kind.id, kind.organ) is None


@pytest.mark.parametrize("kind", [one for one in kinds() if one.executive], ids=lambda one: one.id)
def test_who_represents_a_kind_is_never_misplaced(kind) -> None:  # type: ignore[no-untyped-def]
    assert organs.is_misplaced(kind.id, kind.executive) is None
