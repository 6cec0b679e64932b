"""The bodies of the clauses hold what is true of every act: no name, no day, no sum, no « (e) »."""

import re
from collections.abc import Iterator

import pytest
from act_of_all_clauses import shared
from project import REPOSITORY

from conventassembler.agreement import load_agreement
from conventassembler.agreement.model import Party
from conventassembler.french.dates import MONTHS
from conventassembler.french.kinds import kind, short_noun
from conventassembler.library.model import Variant
from conventassembler.workspace import Workspace

TAG = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
CITED = re.compile(
    r"(?:(?:loi|ordonnance|décret) n° [\d-]+|règlement \(UE\) \d{4}/\d+)"
    r" du \d{1,2}(?:er)? \w+ \d{4}"
)
"""A numbered text, whose day is the same in every act."""
BODIES = sorted(shared().library.variants.values(), key=lambda one: one.id)
FORBIDDEN = {
    "a day": rf"\b\d{{1,2}}(?:er)? (?:{'|'.join(MONTHS)})\b|\b\d{{4}}-\d\d-\d\d\b",
    "a year": r"\b(?:19|20)\d\d\b(?!-)",
    "a sum": r"\d\s*(?:€|euros?\b)|\beuros?\b",
    "a share": r"\d\s*%",
    "two genders at once": r"\(e\)|\(es\)|·|\b(?:Monsieur|Madame|M\.|Mme)\b|\b\w+/\w+e\b",
    "the parties by a typed name": r"(?i)\b(?:les|des|aux|chaque|la dernière des) parties?\b",
}


def typed(variant: Variant) -> str:
    """Return what is typed in a body, without its tags and the numbered texts that it cites."""
    return CITED.sub(" ", TAG.sub(" ", variant.body).replace("’", "'"))


def parties() -> Iterator[Party]:
    """Yield every party of an agreement, of the registry, and of the specimens."""
    workspace = Workspace(REPOSITORY)
    yield from shared().library.specimens
    for path in sorted(workspace.agreements.glob("*.yaml")):
        agreement, _ = load_agreement(path, path.name, shared().registry)
        assert agreement
        yield from agreement.parties


def names(party: Party) -> Iterator[str]:
    sort = kind(str(party.kind))
    assert sort
    if sort.join != "none":
        yield str(party.name)
        yield str(short_noun(sort).text)
    if party.short_name:
        yield re.sub(r"^(?:le|la|les) |^l['’]", "", str(party.short_name))


NAMES = sorted({name.replace("’", "'") for party in parties() for name in names(party)})


def test_there_are_names_to_look_for() -> None:
    assert {"Longvic", "Exempleville", "Commune", "Département", "CCAS"} <= set(NAMES)


@pytest.mark.parametrize("variant", BODIES, ids=lambda one: one.id)
def test_a_body_names_no_party(variant: Variant) -> None:
    text = typed(variant)

    assert [name for name in NAMES if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)] == []


@pytest.mark.parametrize("variant", BODIES, ids=lambda one: one.id)
@pytest.mark.parametrize("what", FORBIDDEN)
def test_a_body_holds_nothing_of_one_act(variant: Variant, what: str) -> None:
    assert re.findall(FORBIDDEN[what], typed(variant)) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("le 1er mars 2026", "a day"),
        ("en 2026", "a year"),
        ("12 000 €", "a sum"),
        ("20 %", "a share"),
        ("représenté(e)", "two genders at once"),
        ("Chaque partie", "the parties by a typed name"),
    ],
)
def test_the_patterns_see(text: str, what: str) -> None:
    assert re.search(FORBIDDEN[what], text)
