"""`explain`: from words of an act back to the files that made them."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from project import REPOSITORY, copy_of_repository

from conventassembler.build import prepare, stock
from conventassembler.cli import cli
from conventassembler.diagnostics import Diagnostic
from conventassembler.draft.model import Draft, NewPage
from conventassembler.draft.resolve import Resolved
from conventassembler.explain import Explanation, Told
from conventassembler.explain.conditions import conditions_of
from conventassembler.explain.explaining import explained
from conventassembler.explain.spots import Spot, asked_for, spots
from conventassembler.making import Stock
from conventassembler.workspace import Workspace

SPACE = Workspace(REPOSITORY)


@cache
def shared() -> Stock:
    return stock(SPACE)


@cache
def prepared(name: str) -> tuple[Resolved, Draft, tuple[Diagnostic, ...]]:
    made = prepare(SPACE, name, shared())
    assert made.resolved
    assert made.draft
    return made.resolved, made.draft, made.findings


def found(name: str, typed: str) -> tuple[Spot, ...]:
    resolved, draft, _ = prepared(name)
    return asked_for(typed, resolved, draft)


def ask(name: str, typed: str) -> list[Explanation]:
    resolved, draft, findings = prepared(name)
    return [explained(spot, resolved, draft, findings) for spot in found(name, typed)]


def one(name: str, typed: str) -> Explanation:
    said = ask(name, typed)
    assert len(said) == 1, [each.called for each in said]
    return said[0]


def plain(text: str) -> str:
    return " ".join(text.split())  # the spaces that do not break, too


def line_of(file: str, words: str) -> int:
    text = (REPOSITORY / file).read_text(encoding="utf-8")
    return text[: text.index(words)].count("\n") + 1


def told(values: tuple[Told, ...], key: str) -> Told:
    (wanted,) = (each for each in values if each.key == key)
    return wanted


def run(*words: str, lang: str = "fr") -> Result:
    return CliRunner().invoke(cli, [*words, "--lang", lang], catch_exceptions=False)


# -- what it finds


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("article 6", "Article 6 : Durée du protocole"),
        ("ARTICLE 6", "Article 6 : Durée du protocole"),
        ("l'article 6", "Article 6 : Durée du protocole"),
        ("art. 6", "Article 6 : Durée du protocole"),
        ("6", "Article 6 : Durée du protocole"),
        ("durée du protocole", "Article 6 : Durée du protocole"),
        ("duree/tacite", "Article 6 : Durée du protocole"),
        ("duree", "Article 6 : Durée du protocole"),
        ("article 1er", "Article 1 : Objet du protocole"),
        ("axe 1", "Axe 1 – Conforter l’interconnaissance et la circulation de l’information"),
        ("visa 2", "visa 2"),
        ("préambule 3", "préambule 3"),
        ("signature", "signature"),
        ("titre", "titre"),
        ("formule", "formule"),
        ("commune", "la Commune"),
        ("renouvelle par TACITE reconduction", "Article 6 : Durée du protocole"),
        ("a l'expiration de cette duree", "Article 6 : Durée du protocole"),
        ("Volonté de réaffirmer le partenariat", "Volonté de réaffirmer le partenariat"),
    ],
)
def test_a_part_is_found_as_a_clerk_calls_it(typed: str, called: str) -> None:
    assert plain(one("longvic", typed).called) == called


def test_all_of_a_part_is_explained() -> None:
    preamble = ask("longvic", "préambule")

    assert [each.made.variant for each in preamble if each.made] == [
        "preambule/chef-de-file",
        "preambule/politique-sociale",
        "preambule/soutien-aux-territoires",
        "preambule/complementarite",
        "preambule/dynamique",
        "preambule/volonte-de-conclure",
    ]


@pytest.mark.parametrize("name", SPACE.names())
def test_every_block_of_every_act_is_in_one_part_that_its_own_name_finds(name: str) -> None:
    resolved, draft, _ = prepared(name)

    parts = spots(resolved, draft)

    blocks = [block.id for block in draft.blocks if not isinstance(block, NewPage)]
    assert [block.id for part in parts for block in part.blocks] == blocks
    for part in parts:
        assert part.called in [each.called for each in found(name, part.owner)]


# -- what it tells


def test_a_clause_is_told_with_its_text_and_the_line_of_the_agreement() -> None:
    said = one("longvic", "article 6")

    assert said.made is not None
    assert (said.made.variant, said.made.file) == ("duree/tacite", "clauses/duree/tacite.md")
    first, last = said.made.lines
    assert first == line_of("clauses/duree/tacite.md", "{{ acte.Le_present }}")
    assert last == line_of("clauses/duree/tacite.md", "{{ parties.Chaque }} peut")
    assert said.made.choose_when.startswith("L'acte se renouvelle")
    assert said.entry is not None
    assert said.entry.line == line_of("agreements/longvic.yaml", "- clause: duree/tacite")


def test_a_value_is_told_with_its_line_and_what_it_became() -> None:
    said = one("longvic", "article 6")

    years = told(said.parameters, "années")
    assert (years.typed, years.source, years.shown) == ("3", "agreement", ("trois ans",))
    assert years.position is not None
    assert years.position.line == line_of("agreements/longvic.yaml", "années: 3")
    assert told(said.parameters, "préavis en mois").shown == ("trois mois",)


def test_defaults_and_what_is_left_out_are_told_as_such() -> None:
    followed = one("longvic", "article 5")
    paid = one("pacte-dijon-metropole", "versement")

    yearly = told(followed.parameters, "bilan annuel")
    assert (yearly.typed, yearly.source) == ("non", "default")
    assert yearly.position is not None
    assert yearly.position.file == "clauses/suivi/comite-de-pilotage.md"
    assert told(paid.parameters, "ordonnateur").source == "absent"


def test_values_of_the_registry_and_of_files_are_told_as_such() -> None:
    party = one("longvic", "département")
    name = told(party.values, "département › nom")
    objectives = one("ctg-dijon", "objectifs-partages")

    assert (name.typed, name.source) == ("Côte-d'Or", "registry")
    assert name.position is not None
    assert name.position.file == "agreements/parties/departement-cote-d-or.yaml"
    axes = told(objectives.parameters, "axes")
    assert axes.source == "data"
    assert axes.position is not None
    assert axes.position.file == "agreements/ctg-dijon/objectifs.yaml"


def test_a_recital_tells_the_reference_of_the_library() -> None:
    said = one("longvic", "visa 1")

    code = told(said.values, "premier visa › code")
    assert (code.typed, code.shown) == ("CASF", ("code de l’action sociale et des familles",))
    reference = told(said.values, "CASF")
    assert (reference.typed, reference.source) == (
        "code de l'action sociale et des familles",
        "library",
    )


def test_the_same_key_of_two_files_is_told_of_the_right_one() -> None:
    """The heading of a clause and the title of the act have one key path."""
    own = told(one("longvic", "article 2").values, "titre")
    of_act = told(one("longvic", "titre").values, "titre")

    assert (own.source, of_act.source) == ("library", "agreement")
    assert own.typed != of_act.typed


def test_agreement_and_references_are_told_both_ways() -> None:
    followed = one("longvic", "article 5")
    cooperation = one("longvic", "article 3")

    assert ('"son" | accorde(partie.titulaire)', "son") in [
        (each.expression, each.shown) for each in followed.agreed
    ]
    assert [(plain(each.words), plain(each.heading)) for each in followed.refers] == [
        ("article 3", "Article 3 : Actions de coopération")
    ]
    assert followed.called in [each.heading for each in cooperation.referred]


def test_what_was_left_out_of_the_clause_is_told_by_its_condition() -> None:
    paragraph = one("longvic", "préavis de trois mois")

    assert paragraph.conditions == ('not existe("resiliation")',)


def test_conditions_are_those_around_the_line() -> None:
    variant = shared().library.variants["suivi/comite-de-pilotage"]
    lines = variant.body.split("\n")
    loop = next(n for n, line in enumerate(lines) if line.startswith("{% for"))

    assert conditions_of(variant, [variant.body_line + loop + 1])[0].startswith("for ")
    assert conditions_of(variant, [variant.body_line]) == ()


def test_findings_are_those_of_these_lines() -> None:
    signed = {finding.position.line for finding in one("longvic", "signature").findings}
    visa = one("longvic", "visa 1")

    assert line_of("agreements/longvic.yaml", "lieu: à compléter") in signed
    assert [each for each in visa.findings if each.code == "C701"] == []
    assert {"blanks", "double_forms"} <= set(visa.rules)


# -- the command


def test_it_is_said_in_french_with_places_to_open() -> None:
    said = run("explain", "longvic", "article 6", "--workspace", str(REPOSITORY)).output
    said = plain(said)

    assert "Clause : duree/tacite, « Durée » (clauses/duree/tacite.md:" in said
    assert re.search(r"années : 3 – saisi dans agreements/longvic.yaml:\d+", said)
    assert "écrit : « trois ans »" in said
    assert "Renvoie à" not in said


def test_many_places_are_listed_and_none_is_chosen() -> None:
    result = run("explain", "longvic", "les services", "--workspace", str(REPOSITORY))

    said = plain(result.output)
    assert re.match(r"Ces mots se trouvent à \d+ endroits de l’acte", said)
    assert "Clause :" not in said
    assert "Thème 1 –" in said
    assert said.count("les services") >= 5  # each place is shown around these words


def test_words_of_the_place_need_no_quotes() -> None:
    apart = run("explain", "longvic", "article", "6", "--workspace", str(REPOSITORY))
    quoted = run("explain", "longvic", "article 6", "--workspace", str(REPOSITORY))

    assert apart.output == quoted.output


def test_it_is_given_as_json() -> None:
    result = run("explain", "longvic", "article 6", "--json", "--workspace", str(REPOSITORY))
    given: dict[str, Any] = json.loads(result.output)

    (answer,) = given["found"]
    assert given["asked"] == "article 6"
    assert answer["made"]["variant"] == "duree/tacite"
    assert answer["parameters"][0]["shown"] == ["trois ans"]
    assert answer["parameters"][0]["position"]["file"] == "agreements/longvic.yaml"


def test_an_act_with_warnings_is_explained_and_one_with_errors_is_not(tmp_path: Path) -> None:
    space = copy_of_repository(tmp_path)
    path = space.agreement("longvic")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("duree/tacite", "duree/tacit"), encoding="utf-8")

    result = run("explain", "longvic", "article 1", "--workspace", str(tmp_path))

    assert result.exit_code == 1
    assert "C402" in result.output
    assert "C042" in result.output


def test_nothing_of_that_name_tells_what_there_is(workspace: Path) -> None:
    result = run("explain", "exemple", "article 12", "--workspace", str(workspace))

    assert result.exit_code == 2
    assert "C041" in result.output
    assert "Article 1, Article 2" in plain(result.output)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("article 44", "« article 44 » ; la numérotation va jusqu’à « Article 2 »"),
        ("44", "« 44 » ; la numérotation va jusqu’à « Article 2 »"),
        ("l'article 44", "la numérotation va jusqu’à « Article 2 »"),
        ("visa 99", "la numérotation va jusqu’à « visa 3 »"),
        ("partie 7", "la numérotation va jusqu’à « partie 2 »"),
        ("artcle 1", "vouliez-vous dire « Article 1 »"),
        ("annexe 3", "n’a pas « annexe 3 » →"),
    ],
)
def test_beyond_the_last_of_a_row_it_is_told_which_that_is(
    workspace: Path, typed: str, told: str
) -> None:
    result = run("explain", "exemple", typed, "--workspace", str(workspace))

    assert told in plain(result.output)
    assert told.startswith("vouliez") or "vouliez-vous" not in result.output
