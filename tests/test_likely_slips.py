"""What a clerk or a drafter most likely types wrong gets the words to type instead."""

import shutil
from pathlib import Path

import pytest

from conventassembler.build import assemble
from conventassembler.diagnostics import Position
from conventassembler.schema.numbers import AmountType, DurationType
from conventassembler.source import Scalar
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"
FIRST_RECITAL = '  - code: CGCT\n    articles: ["L. 1111-1"]\n'
OWN = "      fonction: maire\n      genre: féminin\n"
CLAUSE = "clauses/objet/simple.md"
DIRECTOR = "directrice générale des services"
PILOT = '{{ "pilote" | accorde(pilote) }}'


@pytest.fixture(name="space")
def small_workspace(tmp_path: Path) -> Workspace:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return Workspace(tmp_path)


def proposed(space: Workspace, old: str, new: str, file: str = "") -> list[tuple[str, object]]:
    """Return the code and the suggestion of each finding that one change gets."""
    path = space.root / file if file else space.agreement("exemple")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = assemble(space, ("exemple",)).findings
    return [(one.code, one.arguments.get("suggestion")) for one in found]


@pytest.mark.parametrize(
    ("old", "new", "code", "meant"),
    [
        ("genre: féminin", "genre: femme", "C206", "féminin"),
        ("nature: commune\n", "nature: commune\n    part: d'une part\n", "C206", "une"),
        ("années: 3", "années: 3 ans", "C201", "3"),
        ("années: 3", "années: trois", "C201", "3"),
        ('"L. 1111-1"', '"art. L. 1111-1"', "C460", "L. 1111-1"),
        ('"L. 1111-1"', '"L. 1111-1 et suivants"', "C460", "L. 1111-1"),
        (FIRST_RECITAL, "  - loi: loi n°82-213 du 2 mars 1982\n", "C467", "82-213"),
        (FIRST_RECITAL, '  - convention: "x"\n', "C108", "acte antérieur"),
        (FIRST_RECITAL, '  - schéma: "x"\n', "C108", "document"),
        (FIRST_RECITAL, "  - arrêté préfectoral: x\n", "C108", "arrêté"),
        (FIRST_RECITAL, "  - Vu la loi sur l'eau\n", "C134", '- texte: "la loi sur l\'eau"'),
        (OWN, "      - fonction: maire\n        genre: féminin\n", "C134", "représentants"),
        ('titre: "Conv', 'lieu: Gard\ntitre: "Conv', "C103", "lieu d'exécution"),
        ("fonction: maire", "fonction: maire de Longvic", "C451", "maire"),
        (OWN, "      fonction: directrice général des services\n", "C451", DIRECTOR),
        ("clause: duree/tacite", "clause: tacite", "C401", "duree/tacite"),
        (OWN, f"{OWN}      par délégation: oui\n", "C103", "signe pour"),
        ("      date: 2025-12-18", "      date: 2025-12-18\n      n°: 12", "C103", "numéro"),
    ],
)
def test_what_a_clerk_meant_is_proposed(
    space: Workspace, old: str, new: str, code: str, meant: str
) -> None:
    told = proposed(space, old, new)

    assert told[:1] == [(code, meant)]


@pytest.mark.parametrize(
    ("new", "code", "meant"),
    [
        ('{{ "pilotera" | accorde(pilote) }}', "C514", "pilote"),
        ('{{ "s\'engage à piloter" | accorde(pilote) }}', "C514", "s'engage"),
        ('{{ "pilotent" | accorde(pilote) }}', "C514", "pilote"),
        (f"{PILOT} {{{{ pilote.LE }}}}", "C350", "Le"),
        (f"{PILOT} {{{{ pilote.SIRET }}}}", "C350", "siret"),
        (f"{PILOT} {{{{ pilote.maire }}}}", "C350", None),
    ],
)
def test_what_a_drafter_meant_is_proposed(
    space: Workspace, new: str, code: str, meant: str | None
) -> None:
    told = proposed(space, PILOT, new, CLAUSE)

    assert told == [(code, meant)]


def test_a_parameter_with_its_accents_is_written_without_them(space: Workspace) -> None:
    path = space.root / CLAUSE
    text = path.read_text(encoding="utf-8").replace("  pilote:", "  délégué:")
    text = text.replace("pilote.le", "délégué.le").replace("(pilote)", "(delegue)")
    path.write_text(text, encoding="utf-8")

    told = proposed(space, "      pilote: commune", "      délégué: commune")

    assert ("C417", "delegue") in told


def test_french_quotes_of_a_setting_are_no_part_of_its_value(space: Workspace) -> None:
    settings = space.root / "conventassembler.toml"
    settings.write_text("profil = « journal-officiel »\n", encoding="utf-8")

    (found,) = (one for one in assemble(space, ("exemple",)).findings if one.code == "C021")

    assert found.arguments["quoted"] == '"journal-officiel"'


def test_a_form_for_two_genders_is_told_once(space: Workspace) -> None:
    told = proposed(space, "{{ acte.Le_present }}", "{{ pilote.Le }}, chargé(e) de tout,", CLAUSE)

    assert [code for code, _ in told] == ["C719"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [("200.000 €", "200 000 €"), ("deux cent mille euros", "200 000 €"), ("gratuit", None)],
)
def test_an_amount_is_proposed_in_figures(text: str, meant: str | None) -> None:
    assert _near("montant", text) == meant


@pytest.mark.parametrize(("text", "meant"), [("deux mois", "2 mois"), ("longtemps", None)])
def test_a_duration_is_proposed_in_figures(text: str, meant: str | None) -> None:
    assert _near("durée", text) == meant


def _near(name: str, text: str) -> object:
    place = Position("essai.yaml", 1, 1)
    type_ = {"montant": AmountType(), "durée": DurationType()}[name]
    _, (found,) = type_.read(Scalar(text, place, "plain", place), "x", "x")
    return found.arguments.get("suggestion")


@pytest.mark.parametrize(
    "title",
    ["relatif à l'eau", "portant création", "d'orientation", "pour l'emploi", "n° 3", "Sur l'eau"],
)
def test_an_object_that_follows_its_text_is_left(space: Workspace, title: str) -> None:
    decree = f'  - décret: "2017-863"\n    date: 2017-05-09\n    intitulé: "{title}"\n'

    told = proposed(space, FIRST_RECITAL, decree + FIRST_RECITAL)

    assert [code for code, _ in told if not code.startswith("C71")] == []


def test_the_prefect_is_no_office_of_a_commune_but_is_of_the_state(space: Workspace) -> None:
    assert proposed(space, "fonction: maire", "fonction: préfète")[0] == ("C448", "maire")


def test_an_article_of_ones_own_stands_for_a_required_clause(space: Workspace) -> None:
    entry = '  - titre: "Durée"\n    repère: duree\n    texte: "Elle dure un an."\n'
    path = space.agreement("exemple")
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  - clause: duree"), text.index("signature:")
    path.write_text(text[:start] + text[end:], encoding="utf-8")

    told = [one for one in assemble(space, ("exemple",)).findings if one.code == "C704"]

    assert [one.arguments["line"] for one in told] == ["repère: duree"]
    assert "C704" not in dict(proposed(space, "signature:", f"{entry}signature:"))
