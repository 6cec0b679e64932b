"""`new` and `données` of a model: what several clauses share is asked for once, in one file."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from project import copy_of_repository

from conventassembler.build import draft_one, stock
from conventassembler.cli import cli
from conventassembler.library.model import Library
from conventassembler.library.sharing import SharedFile, shared_files
from conventassembler.workspace import Workspace

BASE = Path(__file__).parents[1] / "errors/_base"
HERE = Path(__file__).parent
MODEL = """\
format: 1
acte: convention
ordre: [titre, parties, préambule, clauses, signature]
articles: {numéro: "Article {n}", séparateur: " : "}
présentation des parties: parties/domiciliee
titre: "Convention"
parties:
  commune: {nature: commune}
  métropole: {nature: métropole}
clauses:
"""
ENTRIES = """\
  - {clause: un/essai, données: lieux.yaml}
  - {clause: deux/essai, données: lieux.yaml, valeurs: {ton: rare}}
  - {clause: trois/essai, données: lieux.yaml}
"""
PARAMETERS = {
    "un": {
        "pilote": "{type: partie, libellé: Pilote, défaut: commune}",
        "ton": "{type: texte, défaut: usuel}",
        "lieu": "{type: texte, facultatif: oui, libellé: Lieu, aide: Avec son article.}",
        "jours": "{type: entier, défaut: 3}",
        "seul": "{type: texte, libellé: Seul}",
    },
    "deux": {
        "pilote": "{type: partie, libellé: Pilote, défaut: commune}",
        "ton": "{type: texte, défaut: usuel}",
        "lieu": "{type: texte, libellé: Endroit}",
        "jours": "{type: entier, défaut: 5}",
        "mois": "{type: entier}",
    },
    "trois": {
        "ton": "{type: texte, défaut: usuel}",
        "mois": "{type: entier, max: 12}",
    },
}
WAITING = "Texte.\n\n{% if rappel %}\nUn rappel suit {{ delai | en_jours }}.\n\n{% endif %}"
"""A body that shows `délai` under a yes."""


@pytest.fixture(name="space")
def small_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Return a workspace with three clauses, and a model that gives them one file."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    for name, parameters in PARAMETERS.items():
        clause(tmp_path, name, parameters)
    model(tmp_path, ENTRIES)
    monkeypatch.chdir(tmp_path)
    return Workspace(tmp_path)


def clause(root: Path, name: str, parameters: dict[str, str], body: str = "") -> None:
    """Write the clause `NAME/essai`, which shows what it is given unless it has a body."""
    path = root / f"clauses/{name}/essai.md"
    path.parent.mkdir(exist_ok=True)
    rows = "".join(f"  {key}: {value}\n" for key, value in parameters.items())
    forms = {"pilote": "pilote.le"}
    shown = "".join(f" {{{{ {forms.get(key, key.lower())} }}}}" for key in parameters)
    head = f"---\ntitre: Essai {name}\nchoisir quand: On essaie.\nparamètres:\n{rows}---\n"
    path.write_text(f"{head}{body or f'Selon{shown}.'}\n", encoding="utf-8")


def model(root: Path, entries: str, more: str = "") -> None:
    (root / "clauses/models/essai.yaml").write_text(MODEL + entries + more, encoding="utf-8")


def new(*words: str) -> Result:
    return CliRunner().invoke(cli, ["new", *words, "--lang", "fr"], catch_exceptions=False)


def library(space: Workspace) -> Library:
    """Return the library, which has no fault."""
    shared = stock(space)
    assert shared.findings == ()
    return shared.library


def files(space: Workspace) -> dict[str, SharedFile]:
    read = library(space)
    return shared_files(read.models["essai"], read)


def codes_of_library(space: Workspace) -> list[str]:
    return [item.code for item in stock(space).findings]


def texts(space: Workspace, name: str = "genlis") -> tuple[str, str]:
    """Return the agreement and its file of values."""
    path = space.agreement(name)
    data = path.with_suffix("") / "lieux.yaml"
    return path.read_text(encoding="utf-8"), data.read_text(encoding="utf-8")


# -- what goes to the file


def test_what_two_clauses_declare_alike_goes_to_the_file(space: Workspace) -> None:
    (file,) = files(space).values()

    assert [variant.id for variant in file.readers] == ["un/essai", "deux/essai", "trois/essai"]
    assert list(file.parameters) == ["ton", "lieu"]
    assert file.parameters["lieu"].required  # as one of its clauses cannot do without


def test_a_file_of_one_clause_holds_all_but_its_parties(space: Workspace) -> None:
    model(space.root, "  - {clause: un/essai, données: lieux.yaml, valeurs: {seul: dit}}\n")

    assert list(files(space)["lieux.yaml"].parameters) == ["ton", "lieu", "jours"]


def test_the_same_clause_twice_shares_all_but_its_parties(space: Workspace) -> None:
    twice = "  - {clause: un/essai, données: lieux.yaml}\n"
    model(space.root, twice + twice.replace("}", ", repère: autre}"))

    (file,) = files(space).values()
    assert [variant.id for variant in file.readers] == ["un/essai"]
    assert list(file.parameters) == ["ton", "lieu", "jours", "seul"]


def test_entries_below_others_and_annexes_share_too(space: Workspace) -> None:
    above = '  - titre: "Groupe"\n    clauses:\n      - {clause: un/essai, données: lieux.yaml}\n'
    model(space.root, above, "annexes: [{clause: deux/essai, données: lieux.yaml}]\n")

    assert list(files(space)["lieux.yaml"].parameters) == ["ton", "lieu"]


def test_declarations_are_compared_by_what_may_be_typed(space: Workspace) -> None:
    record = "{type: liste, libellé: %s, éléments: {type: fiche, champs: {nom: {type: texte%s}}}}"
    blank = ", défaut: 'à compléter : nom'"
    rows = [
        {"lieux": record % ("Lieux", blank), "mois": "{type: texte, défaut: à compléter}"},
        {"lieux": record % ("Endroits", blank), "mois": "{type: texte, défaut: à compléter}"},
    ]
    bodies = "{% for lieu in lieux %}\n- {{ lieu.nom }} ;\n{% endfor %}\n\nTexte {{ mois }}."
    for name, row in zip(("un", "deux"), rows, strict=True):
        clause(space.root, name, row, bodies)
    model(space.root, ENTRIES.replace(", valeurs: {ton: rare}", ""))
    assert list(files(space)["lieux.yaml"].parameters) == ["lieux"]

    clause(space.root, "deux", rows[1] | {"lieux": record % ("Lieux", "")}, bodies)

    assert codes_of_library(space) == ["C529"] * 3


def test_a_preamble_that_the_act_lacks_shares_nothing(space: Workspace) -> None:
    (space.clauses / "preambule/lieu.md").write_text(
        (space.clauses / "deux/essai.md").read_text(encoding="utf-8"), encoding="utf-8"
    )
    entries = "  - {clause: un/essai, données: lieux.yaml}\npréambule:\n"
    model(space.root, entries + "  - {clause: lieu, données: lieux.yaml}\n")
    assert list(files(space)["lieux.yaml"].parameters) == ["ton", "lieu"]

    path = space.clauses / "models/essai.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("préambule, ", ""), encoding="utf-8")

    (file,) = files(space).values()
    assert [variant.id for variant in file.readers] == ["un/essai"]


# -- what is written


def test_the_file_asks_once_and_the_entries_for_the_rest(space: Workspace) -> None:
    result = new("essai", "genlis")

    act, data = texts(space)
    assert result.output.replace("\u00a0", " ").splitlines()[:2] == [
        "créé : agreements/genlis.yaml",
        "créé : agreements/genlis/lieux.yaml",
    ]
    assert data.partition("format: 1\n\n")[2] == (
        "# ton (valeur proposée).\nton: usuel\n\n# Lieu. Avec son article.\nlieu: à compléter\n"
    )
    assert act.count("données: lieux.yaml") == 3
    assert re.findall("ton: .*", act) == ["ton: rare"]
    assert act.count("lieu:") == 1  # that of the signature
    assert act.count("jours:") == act.count("mois:") == 2


def test_the_files_name_each_other(space: Workspace) -> None:
    new("essai", "genlis")

    act, data = texts(space)
    assert "À remplir aussi : genlis/lieux.yaml." in act.replace("\u00a0", " ").replace("\n# ", " ")
    assert "# Ses autres valeurs s'écrivent dans genlis/lieux.yaml.\n" in act
    head = data.replace("\u00a0", " ").replace("\n# ", " ")
    assert "« genlis » (agreements/genlis.yaml)" in head
    assert "Essai un (un/essai), Essai deux (deux/essai), Essai trois (trois/essai)." in head


def test_its_faults_are_blanks_each_told_once(space: Workspace) -> None:
    new("essai", "genlis")
    told = CliRunner().invoke(cli, ["check", "genlis", "--lang", "fr"]).output

    _, found = draft_one(space, "genlis", stock(space))
    assert {item.code for item in found} == {"C701"}
    assert told.count("agreements/genlis/lieux.yaml:") == 1


def test_an_entry_that_has_no_other_value_has_no_key_for_them(space: Workspace) -> None:
    clause(space.root, "trois", {"ton": "{type: texte, défaut: usuel}"})

    new("essai", "genlis")

    assert "    données: lieux.yaml\n\n# Signature" in texts(space)[0]


def test_a_list_is_one_blank_record_and_its_comment_says_so(space: Workspace) -> None:
    clause(
        space.root, "un", {"lieux": "{type: liste, éléments: {type: texte}}"}, "{{ lieux|liste }}"
    )
    model(space.root, "  - {clause: un/essai, données: lieux.yaml}\n")

    new("essai", "genlis")

    data = texts(space)[1]
    assert data.endswith("lieux:\n  - à compléter\n")
    assert "recopiez ses lignes" in data.replace("\n# ", " ")


def test_an_action_is_typed_once(tmp_path: Path, update_golden: bool) -> None:
    space = copy_of_repository(tmp_path)

    result = new("convention-d-appui", "mon-pacte", "--workspace", str(tmp_path))

    path = space.agreements / "mon-pacte/actions.yaml"
    data, stored = path.read_text(encoding="utf-8"), HERE / "expected-actions.yaml"
    if update_golden:
        stored.write_text(data, encoding="utf-8")
    assert "créé : agreements/mon-pacte/actions.yaml" in result.output.replace("\u00a0", " ")
    assert data == stored.read_text(encoding="utf-8")
    act = space.agreement("mon-pacte").read_text(encoding="utf-8")
    assert act.count("données: actions.yaml") == 6
    assert "axes:" not in act


# -- all files or none


@pytest.mark.parametrize("name", ["lieux.yaml", "Lieux.yaml"])
def test_a_file_of_values_is_never_overwritten(space: Workspace, name: str) -> None:
    own = space.agreements / "genlis"
    own.mkdir()
    (own / name).write_text("format: 1\n", encoding="utf-8")

    result = new("essai", "genlis")

    assert result.exit_code == 2
    assert "agreements/genlis/lieux.yaml" in result.output
    assert "C014" in result.output
    assert (own / name).read_text(encoding="utf-8") == "format: 1\n"
    assert not space.agreement("genlis").exists()


def test_a_folder_that_is_a_file_stops_both(space: Workspace) -> None:
    (space.agreements / "genlis").write_text("", encoding="utf-8")

    result = new("essai", "genlis")

    assert result.exit_code == 1
    assert "C006" in result.output
    assert not space.agreement("genlis").exists()


def test_no_file_goes_into_the_registry(space: Workspace) -> None:
    result = new("essai", "parties")

    assert result.exit_code == 1
    assert "C516" in result.output
    assert [path.name for path in space.registry.iterdir()] == ["departement.yaml"]
    assert not space.agreement("parties").exists()


# -- what a model may say


@pytest.mark.parametrize(
    ("entries", "codes"),
    [
        ("  - {clause: un/essai, données: ../lieux.yaml}\n", ["C517"]),
        ("  - {clause: un/essai, données: lieux}\n", ["C517"]),
        ("  - {clause: objet/simple, données: lieux.yaml}\n", ["C529"]),
        (ENTRIES.replace("trois/essai, données: lieux", "trois/essai, données: mois"), []),
        (
            "  - {clause: un/essai, données: lieux.yaml}\n"
            "  - {clause: deux/essai, données: lieux.yaml, valeurs: {ton: x, lieu: y}}\n",
            ["C529"] * 2,
        ),
        ("  - {titre: Texte, texte: Un., données: lieux.yaml}\n", ["C404"]),
        ("  - {clause: rien/essai, données: lieux.yaml}\n", ["C430"]),
    ],
)
def test_a_model_names_a_file_that_has_something_to_hold(
    space: Workspace, entries: str, codes: list[str]
) -> None:
    model(space.root, entries)

    assert codes_of_library(space) == codes


def test_it_is_told_where_it_is_written_and_not_in_heirs(space: Workspace) -> None:
    model(space.root, "  - {clause: un/essai, données: lieux}\n")
    heir = "format: 1\nreprend: essai\nchoisir quand: On essaie.\nacte: pacte\n"
    (space.clauses / "models/autre.yaml").write_text(heir, encoding="utf-8")

    assert codes_of_library(space) == ["C517"]


def test_the_catalogue_tells_the_file(space: Workspace) -> None:
    listed = CliRunner().invoke(cli, ["list", "essai", "--json", "--lang", "fr"]).output
    card = CliRunner().invoke(cli, ["list", "essai", "--lang", "fr"]).output

    (shown,) = [one for one in json.loads(listed)["models"] if one["id"] == "essai"]
    assert [entry["data"] for entry in shown["clauses"]] == ["lieux.yaml"] * 3
    assert "un/essai – Essai un (valeurs dans lieux.yaml)" in card.replace("\u00a0", " ")


# -- defaults that no text shows


def test_a_default_that_waits_for_a_yes_is_left_to_be_wanted(space: Workspace) -> None:
    parameters = {"rappel": "{type: oui-non, défaut: non}", "délai": "{type: entier, défaut: 8}"}
    clause(space.root, "un", parameters, WAITING)
    model(space.root, "  - un/essai\n")

    new("essai", "genlis")

    act = space.agreement("genlis").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert (
        "      rappel: non\n      # délai (nombre entier ; facultatif).\n      #délai: 8\n" in act
    )
    _, found = draft_one(space, "genlis", stock(space))
    assert {item.code for item in found} == {"C701"}


def test_what_a_model_gives_and_no_text_shows_is_told(space: Workspace) -> None:
    parameters = {"rappel": "{type: oui-non, défaut: non}", "délai": "{type: entier, défaut: 8}"}
    clause(space.root, "un", parameters, WAITING)
    model(space.root, "  - {clause: un/essai, valeurs: {délai: 9}}\n")

    result = new("essai", "genlis")

    assert "C710" in result.output
    assert "      délai: 9\n" in space.agreement("genlis").read_text(encoding="utf-8")


def test_a_default_of_the_file_that_no_text_shows_waits_too(space: Workspace) -> None:
    parameters = {"rappel": "{type: oui-non, défaut: non}", "délai": "{type: entier, défaut: 8}"}
    clause(space.root, "un", parameters, WAITING)
    model(space.root, "  - {clause: un/essai, données: lieux.yaml}\n")

    new("essai", "genlis")

    data = texts(space)[1].replace("\u00a0", " ")
    assert data.endswith("rappel: non\n\n# délai (nombre entier ; facultatif).\n#délai: 8\n")
