"""How an act is written: what the agreement, its model and the settings say of it."""

import io
import re
import tomllib
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from project import copy_of_repository

from conventassembler import starter
from conventassembler.agreement.manner import USAGES, Manner, manner
from conventassembler.build import assemble
from conventassembler.cli import cli
from conventassembler.draft.manners import chosen_profile
from conventassembler.draft.model import Heading, Reference
from conventassembler.draft.plain import text_of, units
from conventassembler.french.profiles import default_profile, profile, profiles
from conventassembler.french.tables import table
from conventassembler.review.word_reader import read_text
from conventassembler.settings import Settings
from conventassembler.settings.reading import SETTINGS, load_settings
from conventassembler.source.toml import read_toml
from conventassembler.values import Record
from conventassembler.workspace import Workspace
from conventassembler.writers.word import default_template, write_word

NBSP = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"


def said(name: str = "", **usages: object) -> Manner:
    """Return what a file says that names a profile and some usages."""
    lines = [f'profile = "{name}"'] if name else []
    lines += ["[usages]", *(f'{key} = "{value}"' for key, value in usages.items())]
    node, found = read_toml("\n".join(lines), "essai.toml")
    record, faults = SETTINGS.read(node, "", "")
    assert not found
    assert not faults
    assert isinstance(record, Record)
    return manner(record)


# -- which one prevails


def test_without_a_word_the_profile_is_that_of_local_bodies() -> None:
    assert chosen_profile(Manner(), Manner(), Manner()) == default_profile()


@pytest.mark.parametrize("name", profiles())
def test_each_profile_is_had_by_its_name(name: str) -> None:
    assert chosen_profile(said(name)) == profiles()[name] == profile(name.upper())


def test_the_agreement_prevails_over_the_model_and_the_model_over_the_house() -> None:
    act, model, house = (
        said(durations="chiffres"),
        said(first_article="1er"),
        said("journal-officiel"),
    )

    chosen = chosen_profile(act, model, house)

    assert (chosen.name, chosen.durations, chosen.first_article, chosen.recital_last_mark) == (
        "journal-officiel", "chiffres", "1er", ",",
    )  # fmt: skip
    assert (
        chosen_profile(said(durations="lettres"), said(durations="chiffres")).durations == "lettres"
    )


def test_a_profile_that_is_named_takes_the_place_of_usages_below_it() -> None:
    house = said("imprimerie-nationale", durations="chiffres")

    chosen = chosen_profile(said("collectivite", narrow_spaces="oui"), Manner(), house)

    assert chosen.durations == "lettres"
    assert (chosen.high_space, chosen.group_space, chosen.colon_space) == (NARROW, NARROW, NBSP)


# -- the profiles are whole, used, and say where they come from


def test_each_key_of_a_profile_has_its_source() -> None:
    for name, settings in table("profiles").items():
        own = set(settings) - {"base", "source"}
        assert own == set(settings["source"]), name
        assert all(settings["source"].values())


def test_each_key_of_a_profile_is_read_by_some_rule() -> None:
    package = Path(starter.__file__).parents[1]
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in package.rglob("*.py")
        if path.name not in ("profiles.py", "manner.py", "keys.py")
    )
    for name in table("profiles")["collectivite"]:
        assert name == "source" or re.search(rf"\.{name}\b", code), name


def test_each_usage_changes_a_profile() -> None:
    choices = {
        "durations": "chiffres", "reformed_spelling": "oui", "accented_capitals": "non",
        "narrow_spaces": "oui", "first_article": "1er", "recital_mark": "virgule",
        "recital_last_mark": "point-virgule", "recital_order": "rang", "recitals_headed": "oui",
        "recital_articles": "avant", "recital_notably": "et notamment",
    }  # fmt: skip
    assert set(choices) == {item.name for item in USAGES.fields}
    for name, choice in choices.items():
        assert chosen_profile(said(**{name: choice})) != default_profile(), name


# -- the settings


def test_settings_are_optional(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "conventassembler.toml", "") == (Settings(), ())


def test_settings_that_cannot_be_opened_are_told(tmp_path: Path) -> None:
    (tmp_path / "conventassembler.toml").mkdir()

    _, found = load_settings(tmp_path / "conventassembler.toml", "conventassembler.toml")

    assert [item.code for item in found] == ["C008"]


@pytest.mark.parametrize(
    "text",
    [
        'usages.durees = "chiffres"',
        'usages = {durees = "chiffres"}',
        "[usages]\r\n'durées' = 'chiffres' # en chiffres\r\n",
        '\ufeff[ usages ]\n"DURÉES"="chiffres"',
        '[usages]\n[usages]\ndur-ees = "chiffres"',
    ],
)
def test_settings_may_be_spelt_in_many_ways(text: str, tmp_path: Path) -> None:
    path = tmp_path / "conventassembler.toml"
    path.write_text(text, encoding="utf-8", newline="")

    said, found = load_settings(path, path.name)

    assert found == ()
    assert chosen_profile(said.manner).durations == "chiffres"


@pytest.mark.parametrize(
    "text",
    ["[usages", "=", "[[usages]]\ndurees = 1", "usages = 3", 'usages = [1, {a = "b"}]', "profil =",
     "a.b.c = 1979-05-27", "profil = '''\nx\n'''", "\x00", "[usages]\nprofil = {}", "usages = ''",
     "a." * 5000 + "b = 1", "a = " + "[" * 9000],
)  # fmt: skip
def test_no_settings_make_the_program_fall(text: str, tmp_path: Path) -> None:
    path = tmp_path / "conventassembler.toml"
    path.write_text(text, encoding="utf-8")

    _, found = load_settings(path, path.name)

    assert found
    assert all(item.position.line >= 1 and item.position.column >= 1 for item in found)


def test_the_settings_of_a_new_workspace_say_nothing_until_they_are_uncommented(
    tmp_path: Path,
) -> None:
    text = starter.starter_files()["conventassembler.toml"].decode("utf-8")
    path = tmp_path / "conventassembler.toml"
    path.write_text(text, encoding="utf-8")
    assert load_settings(path, path.name) == (Settings(), ())
    tomllib.loads(text)

    path.write_text(re.sub(r"(?m)^# (?=[a-z0-9-]+ =)", "", text), encoding="utf-8")
    said, found = load_settings(path, path.name)
    house = said.manner

    assert found == ()
    assert house.profile == "collectivite"
    assert set(house.usages) == {item.name for item in USAGES.fields}
    assert chosen_profile(house) == default_profile()


# -- in the act


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return copy_of_repository(tmp_path)


def document(word: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        return archive.read("word/document.xml").decode("utf-8")


def settle(workspace: Workspace, text: str) -> None:
    workspace.settings.write_text(text, encoding="utf-8")


def headings(workspace: Workspace) -> list[Heading]:
    drafts = assemble(workspace, ("plaine-dijonnaise",)).drafts
    return [block for block in drafts["plaine-dijonnaise"].blocks if isinstance(block, Heading)]


def test_a_house_settles_how_all_its_acts_are_written(workspace: Workspace) -> None:
    settle(workspace, 'profil = "journal-officiel"\n[usages]\ndurees = "lettres et chiffres"\n')

    draft = assemble(workspace, ("plaine-dijonnaise",)).drafts["plaine-dijonnaise"]
    text = "\n".join(units(draft.blocks))

    assert f"Article{NBSP}1er" in text
    assert f"trois (3){NBSP}ans" in text
    recitals = [block for block in draft.blocks if getattr(block, "role", "") == "recital"]
    assert text_of(recitals[-1].inlines).endswith(",")


def test_one_heading_may_stand_above_recitals_that_begin_with_their_articles(
    workspace: Workspace,
) -> None:
    usages = '[usages]\ntitre-des-visas = "oui"\nplace-des-articles = "avant"\n'
    settle(workspace, usages + 'ordre-des-visas = "rang"\n')

    draft = assemble(workspace, ("longvic",)).drafts["longvic"]
    lines = [
        text_of(block.inlines).replace(NBSP, " ")
        for block in draft.blocks
        if getattr(block, "role", "") == "recital"
    ]

    assert lines[0] == "VU"
    assert lines[1].startswith("les articles L. 116-1, L. 121-1")
    assert lines[1].endswith("du code de l’action sociale et des familles ;")
    assert not any(line.startswith("Vu ") for line in lines)


def test_the_first_article_is_named_alike_where_it_is_referred_to(workspace: Workspace) -> None:
    path = workspace.clauses / "revision" / "avenant.md"
    body = path.read_text(encoding="utf-8")
    path.write_text(body + '\nVoir {{ ref("objet").le }}.\n', encoding="utf-8")
    settle(workspace, '[usages]\npremier-article = "1er"\n')

    draft = assemble(workspace, ("longvic",)).drafts["longvic"]

    inlines = [one for block in draft.blocks for one in getattr(block, "inlines", ())]
    referred = {one.text for one in inlines if isinstance(one, Reference) and one.target == "objet"}
    assert referred == {f"article{NBSP}1er"}


@pytest.mark.parametrize(
    ("own", "act", "label"),
    [
        ("", "", "1"),
        (', premier: "1er"', "", "1er"),
        (', premier: "1er"', "1", "1"),
        ("", "1er", "1er"),
    ],
)
def test_the_act_then_the_model_then_the_profile_number_the_first_article(
    own: str, act: str, label: str, workspace: Workspace
) -> None:
    model = workspace.clauses / "models" / "protocole-territorial.yaml"
    text = model.read_text(encoding="utf-8")
    assert ", capitales: oui" in text
    model.write_text(text.replace(", capitales: oui", ", capitales: oui" + own), encoding="utf-8")
    if act:
        path = workspace.agreement("plaine-dijonnaise")
        words = path.read_text(encoding="utf-8")
        path.write_text(f'{words}usages: {{premier article: "{act}"}}\n', encoding="utf-8")

    assert headings(workspace)[0].label == f"Article{NBSP}{label}"


def test_only_articles_follow_the_profile(workspace: Workspace) -> None:
    settle(workspace, 'profil = "journal-officiel"')

    first = [one.label for one in headings(workspace) if re.search(r"\b1(er)?$", one.label)]

    assert first[0] == f"Article{NBSP}1er"
    assert f"Axe{NBSP}1" in first


def test_in_capitals_the_letters_of_an_ordinal_stay_low(workspace: Workspace) -> None:
    settle(workspace, 'profil = "journal-officiel"')
    draft = assemble(workspace, ("longvic",)).drafts["longvic"]

    word, found = write_word(draft, default_template())

    assert not found
    assert f"Article{NBSP}1er" in read_text(word)
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t[^>]*>er</w:t></w:r>'
    assert re.search(raised, document(word)), "not in capitals, and above the line"


def test_a_clause_is_tried_in_the_manner_of_the_house(workspace: Workspace) -> None:
    settle(workspace, '[usages]\ndurees = "chiffres"\n')

    result = CliRunner().invoke(
        cli, ["try", "duree/tacite", "--workspace", str(workspace.root), "--lang", "en"]
    )

    assert result.exit_code == 0, result.output
    assert f"3{NBSP}ans" in result.output


def test_an_act_with_faulty_settings_is_not_built(workspace: Workspace) -> None:
    settle(workspace, 'profil = "journal"\n')

    result = CliRunner().invoke(
        cli, ["build", "longvic", "--workspace", str(workspace.root), "--lang", "en"]
    )

    assert result.exit_code == 1
    assert "C462" in result.output
    assert not workspace.output.exists()


def test_forms_are_shown_in_the_manner_of_the_house(workspace: Workspace) -> None:
    record = '[usages]\naccents-sur-les-capitales = "non"\n'
    path = workspace.registry / "departement-cote-d-or.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + 'sigle: "DR Etat"\n', encoding="utf-8")
    shown = []
    for settings in ("", record):
        settle(workspace, settings)
        words = ["forms", "departement-cote-d-or", "--workspace", str(workspace.root)]
        shown.append(CliRunner().invoke(cli, words, catch_exceptions=False).output)

    assert "DR État" in shown[0]
    assert "DR Etat" in shown[1]
