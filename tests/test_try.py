"""`try`: a clause rendered with its worked example, before any agreement uses it."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from project import REPOSITORY, copy_of_repository

from conventassembler.cli import cli
from conventassembler.diagnostics import has_errors
from conventassembler.draft.model import Paragraph
from conventassembler.draft.people import introduce
from conventassembler.draft.plain import plain_text
from conventassembler.library import Library
from conventassembler.library.loader import load_library
from conventassembler.review.word_reader import read_text
from conventassembler.schema.types import Findings
from conventassembler.trial import Asked, as_typed, try_clause
from conventassembler.trial import run as run_of_try
from conventassembler.trial.act import stage
from conventassembler.workspace import Workspace
from conventassembler.writers.markdown import write_markdown

HERE = Workspace(REPOSITORY)
PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})


@cache
def read() -> tuple[Library, Findings]:
    return load_library(HERE.clauses, HERE.root)


def library() -> Library:
    loaded, found = read()
    assert not has_errors(found)
    return loaded


@pytest.fixture
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let trials of the clauses of this repository share what is read of them."""
    monkeypatch.setattr(run_of_try, "load_library", lambda *_: read())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the repository's clauses and agreements."""
    copy_of_repository(tmp_path)
    return tmp_path


def run(folder: Path, *words: str) -> Result:
    """Try in the workspace `folder`, in English."""
    return CliRunner().invoke(
        cli, ["try", *words, "--workspace", str(folder), "--lang", "en"], catch_exceptions=False
    )


def shown(folder: Path, *words: str) -> str:
    """Return the text that a trial without fault shows, with plain spaces and apostrophes."""
    result = run(folder, *words)
    assert result.exit_code == 0, result.output
    assert "error" not in result.stderr
    return result.stdout.translate(PLAIN)


def rewrite(path: Path, change: Callable[[str], str]) -> None:
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    path.write_text(after, encoding="utf-8")


def clause(folder: Path, name: str, body: str, **front: str) -> None:
    """Write a clause; `front` are keys of its front matter, with plain letters."""
    path = folder / "clauses" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    keys = "".join(f"{key}: {value}\n" for key, value in front.items())
    path.write_text(f"---\ntitre: Essai\nchoisir quand: On essaie.\n{keys}---\n{body}", "utf-8")


# -- the library of this repository


@pytest.mark.usefixtures("read_once")
@pytest.mark.parametrize("id_", library().variants)
def test_every_clause_of_the_library_has_its_worked_example(id_: str) -> None:
    trial = try_clause(HERE, Asked(id_))

    assert trial.findings == ()
    assert trial.draft
    assert "[à compléter" not in plain_text(trial.draft)
    assert plain_text(trial.draft).strip()


@pytest.mark.usefixtures("read_once")
@pytest.mark.parametrize("id_", library().variants)
def test_what_an_example_shows_as_typed_can_be_typed(id_: str) -> None:
    first = try_clause(HERE, Asked(id_))
    typed = [f"{one.key}={as_typed(one.shown)}" for one in first.values if one.shown]
    again = try_clause(HERE, Asked(id_, tuple(typed)))

    assert again.findings == ()
    assert first.draft
    assert again.draft
    assert write_markdown(again.draft) == write_markdown(first.draft)


def test_every_specimen_is_a_party_that_the_tool_knows() -> None:
    variant, model = (
        next(iter(table.values())) for table in (library().variants, library().models)
    )
    agreement = stage(library(), variant, model).agreement((), library().specimens, ())

    people, found = introduce(agreement, ())

    assert found == ()
    assert [party.id for party in library().specimens] == list(people)
    assert len(people) >= 5


# -- the text


def test_the_clause_is_shown_as_the_twin_shows_it(folder: Path) -> None:
    text = shown(folder, "duree/tacite-limitee")

    assert text.startswith("## ARTICLE 1 – Durée\n\nLa présente convention est conclue")
    assert "trois ans" in text
    assert text.endswith("\n")


def test_the_values_go_to_the_other_output(folder: Path) -> None:
    result = run(folder, "duree/tacite")

    assert "années: 3 (example)" in result.stderr
    assert "préavis en mois: 3 (default)" in result.stderr
    assert "(example)" not in result.stdout


def test_a_long_value_is_cut(folder: Path) -> None:
    result = run(folder, "duree/tacite", "--with", "années=3")
    long = run(folder, "emploi/retour-a-l-activite", "--with", f"groupe={'le groupe ' * 40}")

    assert "années: 3 (from --with)" in result.stderr
    assert "… (from --with)" in long.stderr
    assert max(map(len, long.stderr.splitlines())) <= 100


def test_a_paragraph_of_a_preamble_has_no_heading(folder: Path) -> None:
    text = shown(folder, "preambule/chef-de-file")

    assert "#" not in text
    assert "le Département" in text


def test_the_block_of_a_party_is_that_of_its_example() -> None:
    trial = try_clause(HERE, Asked("parties/domiciliee"))

    assert trial.draft
    assert plain_text(trial.draft).translate(PLAIN).startswith("La commune d'Exempleville, dom")
    assert [block.role for block in trial.draft.blocks if isinstance(block, Paragraph)] == ["party"]


def test_the_block_of_a_party_takes_another(folder: Path) -> None:
    text = shown(folder, "parties/domiciliee", "--with", "partie=caf", "--with", "dernière=oui")

    assert "représentée par sa directrice" in text
    assert text.endswith("« la Caf ».\n")


def test_an_act_has_two_parties_at_least(folder: Path) -> None:
    clause(folder, "essai/parties", "Entre {{ parties | liste }}.")

    assert "Entre le Département et la Commune." in shown(folder, "essai/parties")


def test_the_parties_that_are_named_come_in_the_order_of_the_specimens(folder: Path) -> None:
    body = "{{ parties | liste }} ; {{ pilote.Le }}."
    clause(folder, "essai/parties", body, paramètres="{pilote: {type: partie}}")

    text = shown(folder, "essai/parties", "--with", "pilote=communauté")

    assert "le Département et la Communauté de communes ; La Communauté de communes." in text


# -- what a clause refers to


def test_what_a_clause_refers_to_has_a_number(folder: Path) -> None:
    text = shown(folder, "duree/tacite")

    assert "régie par l'article 2." in text
    assert text.count("Article") == 1
    assert "“--without resiliation” leaves it out" in run(folder, "duree/tacite").stderr


def test_a_clause_is_tried_without_what_it_refers_to(folder: Path) -> None:
    text = shown(folder, "duree/tacite", "--without", "Résiliation", "--with", "préavis en mois=6")

    assert "un préavis de six mois" in text
    assert "l'article 2" not in text


def test_what_the_model_proposes_as_an_annex_is_one(folder: Path) -> None:
    path = folder / "clauses/models/protocole-territorial.yaml"
    annexes = 'annexes:\n  - {titre: "Fiches", repère: fiches, à joindre: oui}\n'
    rewrite(path, lambda text: text + annexes)
    clause(folder, "essai/renvoi", 'Voir {{ ref("fiches").le }} et {{ ref("duree").le }}.')
    words = ("--model", "protocole-territorial")

    assert "Voir l'annexe 1 et l'article 2." in shown(folder, "essai/renvoi", *words)


def test_a_clause_may_refer_to_itself(folder: Path) -> None:
    clause(folder, "essai/renvoi", '{{ ref("essai").Le }} suit {{ ref("duree").le }}.')

    text = shown(folder, "essai/renvoi", "--model", "protocole-territorial")
    assert "L'article 1 suit l'article 2." in text


def test_a_reference_that_the_clause_needs_is_missed(folder: Path) -> None:
    clause(folder, "essai/renvoi", 'Voir {{ ref("duree").le }}.')

    result = run(folder, "essai/renvoi", "--without", "duree")

    assert result.exit_code == 1
    assert "clauses/essai/renvoi.md:5:6: error C511" in result.stderr


@pytest.mark.parametrize("typed", ["essai-voisin", "essai_voisin", "Essai voisin"])
def test_a_family_is_named_as_its_folder(folder: Path, typed: str) -> None:
    clause(folder, "essai-voisin/seul", "Texte.")
    clause(folder, "essai/renvoi", 'Voir{% if existe("essai_voisin") %} aussi{% endif %}.')

    assert "“--without essai-voisin” leaves it out" in run(folder, "essai/renvoi").stderr
    assert "Voir." in shown(folder, "essai/renvoi", "--without", typed)
    near = run(folder, "essai/renvoi", "--without", "essai voisi")
    assert "did you mean “essai-voisin”?" in near.stderr


def test_neighbours_do_not_matter(folder: Path) -> None:
    clause(folder, "essai/seul", "Texte.", exige="[duree]", exclut="[objet]")

    assert "Texte." in shown(folder, "essai/seul")


# -- `--with`

SHAPES = {
    "a number": ("années=5", "années", "5"),
    "a key without accents": ("Annees=5", "années", "5"),
    "a text": ("lieu=la salle n° 3, à l'étage", "lieu", "la salle n° 3, à l'étage"),
    "an equals sign": ("lieu=a=b", "lieu", "a=b"),
    "spaces around the key": (" lieu =ici", "lieu", "ici"),
    "one item": ("lieux=la mairie", "lieux", "[la mairie]"),
    "items of a list": ('lieux=[la mairie, "le gymnase, à droite"]', "lieux", None),
    "keys": ("fiche={nom: Ada, jours: 3}", "fiche", "{nom: Ada, jours: 3}"),
    "days": ("jours=2026-02-03", "jours", "[2026-02-03]"),
    "yes or no": ("annexe=oui", "annexe", "oui"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_value_is_typed_in_each_shape(folder: Path, shape: str) -> None:
    typed, key, value = SHAPES[shape]
    many_parameters(folder)

    trial = try_clause(Workspace(folder), Asked("essai/valeurs", (typed,)))

    given = {one.key: one for one in trial.values}[key]
    assert trial.findings == ()
    assert given.source == "typed"
    assert given.shown
    assert as_typed(given.shown) == (value or typed.partition("=")[2])


def many_parameters(folder: Path) -> None:
    """Write the clause `essai/valeurs`, with a parameter of each shape and no value to give."""
    declared = {
        "années": "{type: entier, défaut: 3}",
        "lieu": "{type: texte, défaut: la mairie}",
        "lieux": "{type: liste, éléments: {type: texte}, défaut: [la mairie]}",
        "fiche": "{type: fiche, facultatif: oui,"
        " champs: {nom: {type: texte}, jours: {type: entier}}}",
        "jours": "{type: dates, défaut: 2026-01-02}",
        "annexe": "{type: oui-non, défaut: non}",
    }
    body = (
        "{{ annees }} {{ lieu }} {{ lieux | liste }}"
        " {% if fiche %}{{ fiche.nom }} {{ fiche.jours }}{% endif %}"
        " {{ jours | en_dates }}{% if annexe %} annexe{% endif %}\n"
    )
    parameters = "".join(f"\n  {key}: {value}" for key, value in declared.items())
    clause(folder, "essai/valeurs", body, paramètres=parameters)


def test_the_lines_of_a_text_are_kept(folder: Path) -> None:
    texts = '[{texte: "Elle :\\n\\n- lit ;\\n- écrit."}]'
    clause(
        folder,
        "essai/textes",
        "{% for un in textes %}\n{{ un.texte }}\n\n{% endfor %}\n{{ seul }}\n",
        paramètres="\n  textes: {type: liste, éléments: {type: fiche,"
        " champs: {texte: {type: texte riche}}}}\n  seul: {type: texte riche}",
        exemple="\n  textes:\n    - texte: |\n        Elle :\n\n        - lit ;\n        - écrit.\n"
        "  seul: |\n    Il :\n\n    - court.\n",
    )

    first = try_clause(Workspace(folder), Asked("essai/textes"))
    typed = tuple(f"{one.key}={as_typed(one.shown)}" for one in first.values if one.shown)
    again = try_clause(Workspace(folder), Asked("essai/textes", typed))

    assert first.findings == again.findings == ()
    assert typed == (f"textes={texts}", "seul=Il :\n\n- court.")
    assert first.draft
    assert again.draft
    assert write_markdown(again.draft) == write_markdown(first.draft)
    assert "  seul: Il : - court. (example)" in run(folder, "essai/textes").stderr


def test_a_key_typed_again_makes_a_list(folder: Path) -> None:
    many_parameters(folder)

    text = shown(
        folder,
        *("essai/valeurs", "--with", "lieux=la mairie", "--with", "lieux=[le gymnase, la gare]"),
        *("--with", "jours=2026-02-03", "--with", "jours=2026-02-04"),
    )

    assert "la mairie, le gymnase et la gare" in text
    assert "3 et 4 février 2026" in text


def test_records_typed_one_by_one_make_a_list(folder: Path) -> None:
    text = shown(
        folder,
        *("emploi/retour-a-l-activite", "--with", "instances={nom: l'Atelier, public: les uns}"),
        *("--with", "instances={nom: le Forum, public: les autres}"),
    )

    assert "- l'Atelier, pour les uns ;\n- le Forum, pour les autres." in text


def test_a_key_typed_again_elsewhere_is_a_fault(folder: Path) -> None:
    result = run(folder, "duree/tacite", "--with", "années=3", "--with", "annees=4")

    assert result.exit_code == 2
    assert "--with:2:1: error C101" in result.stderr


@pytest.mark.parametrize("typed", ["à compléter", "[à compléter]"])
def test_a_value_may_be_left_to_complete(folder: Path, typed: str) -> None:
    many_parameters(folder)

    result = run(folder, "essai/valeurs", "--with", f"lieu={typed}", "--with", f"lieux={typed}")

    assert result.exit_code == 0
    assert result.stdout.count("[à compléter]") == 2


FAULTS = {
    "an unknown key": (("annes=3",), "--with:1:1: error C406", "did you mean “années”?"),
    "no equals sign": (("années",), "--with:1:1: error C471", "    années\n    ^"),
    "no key": (("=3",), "--with:1:1: error C471", "    =3\n    ^"),
    "a value of another type": (("lieu=x", "années=trois"), "--with:2:8: error C201", "“trois”"),
    "no value": (("années=",), "--with:1:8: error C107", "années"),
    "a list for a value": (("années=[1, 2]",), "--with:1:8: error C104", "années=[1, 2]"),
    "a value for keys": (("fiche=Ada",), "--with:1:7: error C134", "fiche=Ada"),
    "inside keys": (("fiche={nom: Ada, jours: x}",), "--with:1:25: error C201", "“x”"),
    "YAML that does not close": (("lieux=[a",), "--with:1:7: error C113", "lieux=[a"),
    "below a value of two lines": (
        ("lieux=[a,\n b]", "années=x"),
        "--with:3:8: error C201",
        "    années=x\n           ^",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_typed_wrongly_is_told_at_its_place(folder: Path, name: str) -> None:
    typed, place, words = FAULTS[name]
    many_parameters(folder)

    result = run(folder, "essai/valeurs", *(word for one in typed for word in ("--with", one)))

    assert result.exit_code == 2
    assert place in result.stderr
    assert words in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("typed", ["lieu={", "annéés=3"])
def test_what_is_typed_wrongly_lacks_nothing_else(folder: Path, typed: str) -> None:
    clause(folder, "essai/lieu", "À {{ lieu }}.", paramètres="{lieu: {type: texte}}")

    result = run(folder, "essai/lieu", "--with", typed)

    assert result.exit_code == 2
    assert result.stderr.count(" error C") == 1
    assert "C470" not in result.stderr


def test_a_value_that_cannot_be_read_is_typed_all_the_same(folder: Path) -> None:
    trial = try_clause(Workspace(folder), Asked("duree/tacite", ("années={",)))

    assert {one.key: one.source for one in trial.values}["années"] == "typed"


def test_an_unknown_party_is_told_with_the_specimens(folder: Path) -> None:
    result = run(folder, "preambule/chef-de-file", "--with", "département=departemen")

    assert result.exit_code == 2
    assert "--with:1:13: error C211" in result.stderr
    assert "did you mean “département”?" in result.stderr
    assert "métropole" in result.stderr


@pytest.mark.parametrize("character", ["\x07", "\ue000", "\udcff"])
def test_a_character_that_cannot_be_printed_is_taken_out_and_told(
    folder: Path, character: str
) -> None:
    many_parameters(folder)

    result = run(folder, "essai/valeurs", "--with", f"lieu=la{character}mairie")

    assert result.exit_code == 0
    assert "--with:1:8: warning C127" in result.stderr
    assert "lamairie" in result.stdout


# -- what has neither example nor default


def test_a_value_that_nothing_gives_is_a_blank_and_is_told(folder: Path) -> None:
    path = folder / "clauses" / "duree" / "tacite.md"
    rewrite(path, lambda text: text.replace("exemple:\n  années: 3\n", ""))

    result = run(folder, "duree/tacite")

    assert result.exit_code == 0
    assert "clauses/duree/tacite.md:5:3: warning C470" in result.stderr
    assert "as to be completed: années\n" in result.stderr
    assert "[à compléter]" in result.stdout
    assert "années: à compléter (no value)" in result.stderr


def test_what_is_optional_is_left_out(folder: Path) -> None:
    many_parameters(folder)

    result = run(folder, "essai/valeurs")

    assert result.exit_code == 0
    assert "fiche: left out" in result.stderr
    assert "C470" not in result.stderr


def test_a_default_that_names_no_specimen_is_a_blank(folder: Path) -> None:
    declared = "{pilote: {type: partie, défaut: hôpital}}"
    clause(folder, "essai/pilote", "{{ pilote.Le }} agit.", paramètres=declared)

    result = run(folder, "essai/pilote")

    assert result.exit_code == 0
    assert "C470" in result.stderr
    assert "**[à compléter]** agit." in result.stdout


def test_without_specimens_the_parties_are_blanks(folder: Path) -> None:
    shutil.rmtree(folder / "clauses" / "exemples")
    declared = "{pilote: {type: partie}}"
    clause(folder, "essai/pilote", "{{ pilote.Le }} agit.", paramètres=declared)

    result = run(folder, "essai/pilote")

    assert result.exit_code == 0
    assert "**[à compléter]** agit." in result.stdout


def test_without_specimens_the_parties_of_an_example_are_blanks(folder: Path) -> None:
    shutil.rmtree(folder / "clauses" / "exemples")

    result = run(folder, "preambule/chef-de-file")

    assert result.exit_code == 0
    assert "clauses/exemples/parties.yaml:1:1: warning C474" in result.stderr
    assert result.stderr.count("warning C") == 1
    assert "**[à compléter]**" in result.stdout


def test_a_faulty_specimen_is_told_alone(folder: Path) -> None:
    path = folder / "clauses" / "exemples" / "parties.yaml"
    rewrite(path, lambda text: text.replace("nature: commune\n", "natur: commune\n", 1))

    result = run(folder, "preambule/chef-de-file")

    assert result.exit_code == 1
    assert "clauses/exemples/parties.yaml:22:5: error C103" in result.stderr
    assert "errors: 1, warnings: 0" in result.stderr


# -- names


@pytest.mark.parametrize(
    "typed",
    [
        "revision/avenant",
        "clauses/revision/avenant.md",
        "./clauses/revision/avenant.md",
        "clauses\\revision\\avenant.md",
        "avenant",
        "Révision/Avenant",
        "Avenant",
    ],
)
def test_a_clause_is_named_in_the_ways_people_type_it(typed: str) -> None:
    trial = try_clause(HERE, Asked(typed))

    assert trial.draft
    assert trial.draft.name == "revision/avenant"


def test_a_family_of_one_variant_names_it() -> None:
    trial = try_clause(HERE, Asked("confidentialite"))

    assert trial.draft
    assert trial.draft.name == "confidentialite/pendant-et-apres"


def test_a_former_name_still_leads_to_the_clause(folder: Path) -> None:
    path = folder / "clauses" / "revision" / "avenant.md"
    rewrite(path, lambda text: text.replace("---\n", "---\nremplace: revision/ancienne\n", 1))

    assert "Révision" in shown(folder, "revision/ancienne")


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        ("duree/tacit", "clauses/duree/tacit.md: error C402", "did you mean “tacite”?"),
        ("dure/tacite", "clauses/dure/tacite.md: error C401", "did you mean “duree”?"),
        ("tacit", "clauses/tacit.md: error C401", "did you mean “duree/tacite”?"),
        ("duree", "clauses/duree.md: error C403", "tacite, tacite-limitee"),
        ("xyz/xyz", "error C401", "acces-aux-droits, "),
    ],
)
def test_an_unknown_clause_is_misuse(folder: Path, typed: str, code: str, words: str) -> None:
    result = run(folder, typed)

    assert result.exit_code == 2
    assert code in result.stderr
    assert words in result.stderr
    assert result.stdout == ""


# -- models


def other_model(folder: Path, name: str, act: str, *, clauses: str) -> None:
    """Write a second model, whose act and articles are called otherwise."""
    models = folder / "clauses" / "models"
    text = (models / "protocole-territorial.yaml").read_text(encoding="utf-8")
    text = text.replace("acte: protocole", f"acte: {act}").replace("ARTICLE {n}", "Clause {n}")
    text = text[: text.index("\nclauses:")] + f"\nclauses:\n  - clause: {clauses}\n"
    (models / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_the_model_is_the_first_that_proposes_the_clause(folder: Path) -> None:
    other_model(folder, "avenant", "accord", clauses="resiliation/denonciation")

    assert "le présent accord" in shown(folder, "resiliation/denonciation")
    assert "de la présente convention" in shown(folder, "revision/avenant")


def test_the_model_can_be_chosen(folder: Path) -> None:
    other_model(folder, "convention", "convention", clauses="resiliation/denonciation")

    text = shown(folder, "revision/avenant", "--model", "convention")

    assert text.startswith("## Clause 1 : ")
    assert "de la présente convention" in text


def test_a_clause_that_no_model_proposes_is_tried_in_the_first(folder: Path) -> None:
    other_model(folder, "a-convention", "convention", clauses="resiliation/denonciation")
    clause(folder, "essai/nouvelle", "{{ acte.Le_present }} vaut engagement.")

    assert "La présente convention vaut" in shown(folder, "essai/nouvelle")


@pytest.mark.parametrize(
    "typed", ["Protocole Territorial", "clauses\\models\\protocole-territorial.yaml"]
)
def test_a_model_is_named_in_the_ways_people_type_it(folder: Path, typed: str) -> None:
    assert "du présent protocole" in shown(folder, "revision/avenant", "--model", typed)


def test_an_unknown_model_is_misuse(folder: Path) -> None:
    result = run(folder, "revision/avenant", "--model", "protocole-teritorial")

    assert result.exit_code == 2
    assert "error C414" in result.stderr
    assert "did you mean “protocole-territorial”?" in result.stderr


def test_a_library_without_models_says_so(folder: Path) -> None:
    shutil.rmtree(folder / "clauses" / "models")

    result = run(folder, "revision/avenant")

    assert result.exit_code == 1
    assert "error C473" in result.stderr


def test_the_faults_of_the_model_are_told(folder: Path) -> None:
    path = folder / "clauses" / "models" / "protocole-territorial.yaml"
    rewrite(path, lambda text: text.replace("acte: protocole", "acte: protocol"))

    result = run(folder, "revision/avenant", "--model", "protocole-territorial")

    assert result.exit_code == 1
    assert "clauses/models/protocole-territorial.yaml" in result.stderr
    assert "error C461" in result.stderr


def test_the_faults_of_all_that_the_model_takes_from_are_told(folder: Path) -> None:
    models = folder / "clauses" / "models"
    texts = {
        "a": "format: 1\nreprend: b\nintitulés: {}\n",
        "b": "format: 1\nreprend: protocole-territorial\nintitulés: {axe: {niveau: 9}}\n",
    }
    for name, text in texts.items():
        (models / f"{name}.yaml").write_text(text, encoding="utf-8")

    result = run(folder, "revision/avenant", "--model", "a")

    assert result.exit_code == 1
    assert "clauses/models/b.yaml:3:27: error C205" in result.stderr


def test_the_faults_of_a_model_that_cannot_be_read_are_told(folder: Path) -> None:
    path = folder / "clauses" / "models" / "protocole-territorial.yaml"
    rewrite(path, lambda text: text.replace("ordre: [", "ordre: [["))

    result = run(folder, "revision/avenant", "--model", "protocole-territorial")

    assert result.exit_code == 1
    assert "clauses/models/protocole-territorial.yaml" in result.stderr


# -- faults of clauses


def test_a_fault_of_another_clause_does_not_stop_a_trial(folder: Path) -> None:
    for name in ("duree/tacite", "parties/domiciliee", "preambule/dynamique"):
        path = folder / "clauses" / f"{name}.md"
        rewrite(path, lambda text: text + "\n{% if x %}{{ rien | nul }}\n")
    (folder / "clauses" / "objet" / "cadre-de-reference.md").write_text("rien", encoding="utf-8")

    result = run(folder, "revision/avenant")

    assert result.exit_code == 0
    assert result.stdout == run(REPOSITORY, "revision/avenant").stdout


BROKEN = {
    "its body": (lambda text: text + "\n{{ rien }}\n", "C417"),
    "its front matter": (lambda text: text.replace("titre:", "titre"), "C111"),
    "its example": (lambda text: text.replace("  années: 3\n---", "  années: 99\n---"), "C205"),
    "a key of its example": (lambda text: text.replace("  années: 3\n---", "  an: 3\n---"), "C431"),
    "no front matter": (lambda _: "rien", "C131"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_faults_of_the_clause_stop_its_trial(folder: Path, name: str) -> None:
    change, code = BROKEN[name]
    rewrite(folder / "clauses" / "duree" / "tacite.md", change)

    result = run(folder, "duree/tacite")

    assert result.exit_code == 1
    assert "clauses/duree/tacite.md:" in result.stderr
    assert f"error {code} " in result.stderr
    assert result.stdout == ""


def test_a_warning_stands_above_the_text(folder: Path) -> None:
    path = folder / "clauses" / "revision" / "avenant.md"
    rewrite(path, lambda text: text.replace("titre:", "paramètres: {x: {type: date}}\ntitre:", 1))

    result = run(folder, "revision/avenant")

    assert result.exit_code == 0
    assert "warning C418" in result.stderr
    assert "warnings: 2" in result.stderr
    assert result.stdout.translate(PLAIN).startswith("## ARTICLE 1 – ")


def test_what_is_found_composing_stops_a_trial(folder: Path) -> None:
    clause(folder, "essai/faute", '{{ "farfelu" | accorde(acte) }}')

    result = run(folder, "essai/faute")

    assert result.exit_code == 1
    assert "clauses/essai/faute.md:5:1: error C514" in result.stderr
    assert result.stdout == ""


def test_files_are_read_at_each_trial(folder: Path) -> None:
    before = shown(folder, "revision/avenant")
    path = folder / "clauses" / "revision" / "avenant.md"
    rewrite(path, lambda text: text.replace("examen conjoint", "examen commun"))

    after = shown(folder, "revision/avenant")

    assert after == before.replace("examen conjoint", "examen commun") != before


# -- the Word file


@pytest.mark.parametrize("name", ["emploi/retour-a-l-activite", "parties/domiciliee", "dynamique"])
def test_the_word_file_says_the_same(folder: Path, name: str) -> None:
    target = folder / "essai.docx"

    result = run(folder, name, "--docx", str(target))

    trial = try_clause(Workspace(folder), Asked(name))
    assert result.exit_code == 0
    assert "written: essai.docx" in result.stderr
    assert trial.draft
    assert read_text(target.read_bytes()) == plain_text(trial.draft)
    assert write_markdown(trial.draft) == result.stdout


def test_a_word_file_is_written_over(folder: Path) -> None:
    target = folder / "essai.docx"
    run(folder, "revision/avenant", "--docx", str(target))
    first = target.read_bytes()

    run(folder, "duree/tacite", "--docx", str(target))

    assert target.read_bytes() != first
    assert [path.name for path in folder.iterdir() if "tmp" in path.name] == []


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("nowhere/essai.docx", "does not exist"),
        ("clauses/revision/avenant.md", "does not end in .docx"),
        ("dossier.docx", "is a folder"),
    ],
)
def test_a_word_file_goes_to_no_other_place(folder: Path, target: str, words: str) -> None:
    (folder / "dossier.docx").mkdir()
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}

    result = run(folder, "revision/avenant", "--docx", str(folder / target))

    assert result.exit_code == 2
    assert words in result.stderr
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_a_faulty_clause_writes_no_word_file(folder: Path) -> None:
    target = folder / "essai.docx"

    result = run(folder, "duree/tacite", "--with", "années=99", "--docx", str(target))

    assert result.exit_code == 2
    assert not target.exists()


def test_a_word_file_that_cannot_be_written_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", refuse)

    result = run(folder, "revision/avenant", "--docx", str(folder / "essai.docx"))

    assert result.exit_code == 1
    assert "error C006" in result.stderr
