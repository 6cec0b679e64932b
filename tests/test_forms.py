"""`forms`: a party's forms side by side, as clauses would write them."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from project import REPOSITORY, assembled, copy_of_repository

from conventassembler.build import stock
from conventassembler.cli import cli
from conventassembler.french.kinds import Kind, kinds
from conventassembler.making import Stock
from conventassembler.paradigm import paradigms
from conventassembler.workspace import Workspace
from conventassembler.writers.markdown import write_markdown

SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})
REPO = Workspace(REPOSITORY)


def forms(
    typed: str, workspace: Workspace = REPO, read: Stock | None = None
) -> dict[str, dict[str, str]]:
    made, found = paradigms(workspace, typed, read or stock(workspace))
    assert not found
    return {one.name: {tag: words.translate(SPACES) for tag, words in one.rows} for one in made}


def test_a_party_of_an_agreement() -> None:
    rows = forms("longvic/ccas")["ccas"]

    assert rows["ccas.du"] == "du CCAS"
    assert rows["ccas.le_nom_complet"] == "le centre communal d'action sociale de Longvic"
    assert rows["ccas.qualite"] == "La Présidente du CCAS de Longvic"
    assert rows['"domicilié" | accorde(ccas.complet)'] == "domicilié"
    assert rows['"habilité" | accorde(ccas.representant)'] == "habilitée"


def test_an_agreement_shows_all_its_parties() -> None:
    assert list(forms("plaine-dijonnaise")) == ["departement", "communaute"]


def test_the_numbers_of_a_party_are_shown_in_groups(tmp_path: Path) -> None:
    workspace = copy_of_repository(tmp_path)
    path = workspace.agreement("longvic")
    text = path.read_text(encoding="utf-8")
    given = 'nom: "Longvic"\n    siret: 12345678200010\n'
    path.write_text(text.replace('nom: "Longvic"\n', given, 1), encoding="utf-8")

    rows = forms("longvic/commune", workspace)["commune"]

    assert (rows["commune.siret"], rows["commune.siren"]) == ("123 456 782 00010", "123 456 782")


def test_what_it_shows_stands_in_the_act() -> None:
    twin = write_markdown(assembled().drafts["longvic"]).translate(SPACES)

    for key, rows in forms("longvic").items():
        assert rows[f"{key}.qualite"] in twin
        assert rows[f"{key}.adresse"] in twin
        assert rows[f"{key}.organe"] in twin


@pytest.mark.parametrize(
    "typed", ["departement-cote-d-or", "Département Côte d'Or", "etat", "État"]
)
def test_a_record_and_a_specimen_are_named_as_keys_are(typed: str) -> None:
    (rows,) = forms(typed).values()

    assert any(words in ("du Département", "de l'État") for words in rows.values())


@pytest.mark.parametrize("typed", ["préfète", "prefet"])
def test_an_office_in_both_genders(typed: str) -> None:
    masculine, feminine = forms(typed).values()

    assert (masculine["du"], feminine["du"]) == ("du préfet", "de la préfète")
    assert (masculine["son"], feminine["son"]) == ("son préfet", "sa préfète")


@pytest.fixture(scope="module")
def one_of_each_kind(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, Stock]:
    """A registry with a party of each kind, read once."""
    workspace = copy_of_repository(tmp_path_factory.mktemp("kinds"))
    for kind in kinds():
        name = "Bretagne" if kind.join == "region" else "Yonne"
        (workspace.registry / f"essai-{kind.id}.yaml").write_text(
            f'format: 1\nnature: "{kind.called}"\nnom: "{name}"\n'
            f'représentant:\n  fonction: "{kind.executive}"\n  genre: féminin\n',
            encoding="utf-8",
        )
    return workspace, stock(workspace)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.id)
def test_every_kind_has_its_forms(one_of_each_kind: tuple[Workspace, Stock], kind: Kind) -> None:
    (rows,) = forms(f"essai-{kind.id}", *one_of_each_kind).values()

    assert {"partie.le", "partie.du", "partie.au", "partie.qualite"} <= set(rows)
    assert not any("  " in words or words != words.strip() for words in rows.values())


def test_an_unknown_name_is_misuse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)

    result = CliRunner().invoke(cli, ["forms", "longvic/ville", "--lang", "en"])

    assert result.exit_code == 2
    assert "C018" in result.output
