"""Sentences of engagement, as a drafter writes them and as the act says them, from a table."""

import tomllib
from collections.abc import Mapping
from functools import cache

import pytest
from act_of_all_clauses import PLACE, Named, party, typed
from project import REPOSITORY

from conventassembler.agreement.model import Agreement
from conventassembler.draft.clause import render_clause
from conventassembler.draft.clause.compiling import compile_clause
from conventassembler.draft.filters import filters
from conventassembler.draft.forms import Group
from conventassembler.draft.model import Block, Paragraph, Provenance
from conventassembler.draft.people import Person, introduce
from conventassembler.draft.together import together_forms, untold
from conventassembler.french.profiles import default_profile
from conventassembler.values import Blank, Origin, Text

TABLE = tomllib.loads(
    (REPOSITORY / "tests/french/fixtures/engagements.toml").read_text(encoding="utf-8")
)
PLAIN = str.maketrans({"\u00a0": " ", "’": "'"})
FILTERS = filters(default_profile())


def agreement(together: Text | Blank | None = None) -> Agreement:
    named = TABLE["parties"].items()
    return Agreement(
        "essai",
        "essai.yaml",
        PLACE,
        typed("protocole", "model"),
        typed("Essai", "title"),
        parties=tuple(party(key, Named(*row)) for key, row in named),
        together=together,
    )


@cache
def people() -> Mapping[str, Person]:
    found, faults = introduce(agreement(), ())
    assert not faults, faults
    return found


def group(together: Text | Blank | None = None) -> Group:
    return together_forms(agreement(together), people().values())


def rendered(body: str, parties: Group) -> tuple[tuple[Block, ...], list[str]]:
    clause, faults = compile_clause(body, "essai.md", filters=FILTERS)
    assert clause, faults
    forms = {key: person.forms for key, person in people().items()}
    blocks, found = render_clause(
        clause,
        {**forms, "parties": parties},
        instance="essai",
        provenance=Provenance("essai"),
        filters=FILTERS,
    )
    return blocks, [item.code for item in found]


def said(body: str, together: Text | Blank | None = None) -> str:
    blocks, found = rendered(body, group(together))
    assert not found
    (block,) = blocks
    assert isinstance(block, Paragraph)
    return "".join(inline.text for inline in block.inlines).translate(PLAIN)


def declared(text: str) -> Text:
    return Text(text, Origin("together", PLACE))


@pytest.mark.parametrize("case", TABLE["cas"], ids=lambda case: case["entrée"][:70])
def test_a_sentence_says_what_the_table_says(case: dict[str, str]) -> None:
    if "refus" in case:
        assert rendered(case["entrée"], group())[1] == [case["refus"]]
    else:
        assert said(case["entrée"]) == case["donne"]


def test_there_are_thirty_sentences() -> None:
    assert len([case for case in TABLE["cas"] if "donne" in case]) >= 30


@pytest.mark.parametrize(
    ("name", "gives"),
    [
        ("les Parties", "Les Parties signent ; chaque Partie, la première, est une Partie."),
        (
            "les Partenaires",
            "Les Partenaires signent ; chaque Partenaire, le premier, est un Partenaire.",
        ),
        (
            "les Parties signataires",
            "Les Parties signataires signent ; chaque Partie signataire, la première, est une"
            " Partie signataire.",
        ),
        (
            "les institutions publiques",
            "C443",
        ),
    ],
)
def test_the_parties_together_bear_the_name_that_the_agreement_gives(name: str, gives: str) -> None:
    body = (
        "{{ parties.Le }} signent ; {{ parties.chaque }},"
        ' {{ "le premier" | accorde(parties.une) }}, est {{ parties.une }}.'
    )
    faults = [item.code for item in untold(agreement(declared(name)))]

    assert faults == ([gives] if gives.startswith("C") and gives[1:].isdigit() else [])
    if not faults:
        assert said(body, declared(name)) == gives


def test_the_name_of_the_parties_together_is_traced_to_its_key() -> None:
    blocks, _ = rendered("Pour {{ parties.du }}.", group(declared("les Partenaires")))
    (block,) = blocks
    assert isinstance(block, Paragraph)
    paths = [getattr(inline, "value", None) for inline in block.inlines]

    assert "together" in [mark.path for mark in paths if mark]


def test_a_name_to_complete_is_shown_as_a_blank_and_each_party_is_still_one() -> None:
    blank = Blank(Origin("together", PLACE))

    assert "signent" in said("{{ parties.Le }} signent ; {{ parties.chaque }} paie.", blank)
    assert "chaque partie paie" in said("{{ parties.Le }} ; {{ parties.chaque }} paie.", blank)


def test_the_parties_are_still_gone_over_one_by_one_and_counted() -> None:
    body = "{{ parties | nombre }}{% for partie in parties %}, {{ partie.le }}{% endfor %}"

    assert said(body).startswith("12, la Commune, le Département, la Région")


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ('"tenu" | accorde(commune, "la mairie")', "C513"),
        ('"agit" | accorde("la mairie")', "C513"),
        ('"agit" | accorde(12)', "C513"),
        ('"agit" | accorde([])', "C513"),
        ('"agit" | accorde(commune, sorte="nom")', "C525"),
        ('"est définit" | accorde(commune)', "C514"),
        ('"notamment" | accorde(commune)', "C514"),
        ("commune.table | accorde(commune)", "C514"),
    ],
)
def test_what_cannot_agree_is_refused(expression: str, code: str) -> None:
    assert rendered(f"{{{{ {expression} }}}}", group())[1] == [code]


def test_a_text_beside_a_party_counts_as_one_more_subject_of_a_verb() -> None:
    assert said('{{ "agit" | accorde(commune, "la mairie") }}') == "agissent"


def test_the_list_of_one_party_is_a_singular() -> None:
    assert said('{{ "agit" | accorde([commune]) }}') == "agit"
    assert said('{{ "est tenu" | accorde([commune, region]) }}') == "sont tenues"
