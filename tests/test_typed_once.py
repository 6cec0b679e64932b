"""What an act says in several places is typed once: changed there, it changes everywhere.

The actions of the pact are one record each, in `agreements/pacte-dijon-metropole/actions.yaml`;
the articles, the table of commitments and the fiches read them there.
"""

import re
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import pytest
from project import REPOSITORY

from conventassembler.build import draft_one, stock
from conventassembler.diagnostics import has_errors
from conventassembler.making import Stock
from conventassembler.workspace import Workspace
from conventassembler.writers.markdown import write_markdown

PACT = "pacte-dijon-metropole"
ACTIONS = Path("agreements", PACT, "actions.yaml")
PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})
SUBTOTALS = {"1": 102_000, "2": 78_725, "3": 19_275}
"""What each axis takes, of either party, as the dossier has it."""


class Action(NamedTuple):
    number: str
    amount: int
    """What either party brings, in euros."""


ACTIONS_OF_THE_DOSSIER = [
    Action("1.1", 76_000),
    Action("1.2", 7_500),
    Action("1.3", 5_000),
    Action("1.4", 6_000),
    Action("1.5", 7_500),
    Action("2.1", 66_500),
    Action("2.2", 7_000),
    Action("2.3", 5_225),
    Action("3.1", 15_000),
    Action("3.2", 4_275),
]


class Change(NamedTuple):
    """A line of the twin that is another after an edit."""

    place: str
    """« Article 1 », « 2.3.1 », « Annexe 1 », « Annexe 2 »."""
    before: str
    after: str


def typed(euros: int) -> str:
    return f"{euros:,}".replace(",", " ")


@cache
def library() -> Stock:
    return stock(Workspace(REPOSITORY))


def twin(root: Path) -> list[str]:
    """Return the lines of the twin of the pact, with plain spaces and apostrophes."""
    made, found = draft_one(Workspace(root), PACT, library())
    assert made
    assert not has_errors(found), found
    return write_markdown(made).translate(PLAIN).splitlines()


@cache
def as_it_is() -> tuple[str, ...]:
    return tuple(twin(REPOSITORY))


def edit(folder: Path, before: str, after: str, number: str = "") -> list[Change]:
    """Return what changes in the twin when `before` becomes `after`, which is typed once.

    `number` is that of the action in whose record it is typed, where others have its like.
    """
    copytree(REPOSITORY / "agreements", folder / "agreements")
    path = folder / ACTIONS
    text = path.read_text(encoding="utf-8")
    start = text.index(f'numéro: "{number}"') if number else 0
    end = text.find("- numéro:", start) if number else len(text)
    record = text[start:end]
    assert record.count(before) == 1
    path.write_text(text[:start] + record.replace(before, after) + text[end:], encoding="utf-8")
    return list(changes(twin(folder)))


def changes(lines: list[str]) -> list[Change]:
    """Return the lines that are not those of the twin as it is."""
    place, found = "", []
    for old, new in zip(as_it_is(), lines, strict=True):
        if old.startswith("#"):
            place = old.strip("# ").split(" – ")[0]
        if old != new:
            found.append(Change(place, old, new))
    return found


@pytest.mark.parametrize("action", ACTIONS_OF_THE_DOSSIER, ids=lambda action: action.number)
def test_an_amount_makes_row_totals_fiche_and_articles_and_nothing_else(
    tmp_path: Path, action: Action
) -> None:
    number, amount = action
    before, after, axis = typed(amount), typed(amount + 1_000), SUBTOTALS[number[0]]

    found = edit(tmp_path, f"montant état: {before}", f"montant état: {after}", number)

    assert [change.place for change in found] == [
        "Article 1",
        "2.3.1",
        "Annexe 1",
        "Annexe 1",
        "Annexe 1",
        "Annexe 2",
    ]
    article, commitment, row, subtotal, total, fiche = (change.after for change in found)
    assert "l'État apporte 201 000 €" in article
    assert "201 000 € (deux cent un mille euros)" in commitment
    assert row.startswith(f"| {number} – ")
    assert row.endswith(f"| {after} € | {before} € |")
    assert "Sous-total" in subtotal
    assert f"| {typed(axis + 1_000)} € | {typed(axis)} € |" in subtotal.replace("**", "")
    assert "| 201 000 € | 200 000 € |" in total.replace("**", "")
    assert f"{typed(2 * amount + 1_000)} €, dont {after} € apportés par l'État" in fiche


def test_the_other_party_has_its_own_column_and_article(tmp_path: Path) -> None:
    found = edit(tmp_path, "montant collectivité: 6 000", "montant collectivité: 6 500,50", "1.4")

    assert [change.place for change in found] == [
        "Article 1",
        "2.3.2",
        "Annexe 1",
        "Annexe 1",
        "Annexe 1",
        "Annexe 2",
    ]
    assert "Dijon Métropole y apporte 200 500,50 €" in found[0].after
    assert found[2].after.endswith("| 6 000 € | 6 500,50 € |")
    assert "12 500,50 €, dont 6 000 € apportés par l'État" in found[-1].after


@pytest.mark.parametrize(
    ("before", "after", "places"),
    [
        pytest.param(
            "Promouvoir une action sociale décloisonnée",
            "Promouvoir une action sociale ouverte",
            ["Annexe 1", "Annexe 2"],
            id="title of an action",
        ),
        pytest.param(
            "Fortifier l'accompagnement autour du logement",
            "Soutenir l'accès au logement",
            ["2.2.2", "Annexe 1", "Annexe 2", "Annexe 2", "Annexe 2"],
            id="title of an axis",
        ),
        pytest.param('"1.4"', '"1.6"', ["Annexe 1", "Annexe 2", "Annexe 2"], id="number"),
        pytest.param(
            "le nombre de droits ouverts",
            "le nombre de droits recouvrés",
            ["Annexe 2"],
            id="indicator",
        ),
    ],
)
def test_a_title_a_number_and_an_indicator_are_typed_once(
    tmp_path: Path, before: str, after: str, places: list[str]
) -> None:
    found = edit(tmp_path, before, after)

    assert [change.place for change in found] == places
    bare = before.strip('"')
    assert all(change.after == change.before.replace(bare, after.strip('"')) for change in found)


def test_each_text_of_the_actions_is_typed_in_one_file() -> None:
    """No title or indicator of the data file is typed in the agreement too."""
    record = (REPOSITORY / ACTIONS).read_text(encoding="utf-8")
    agreement = (REPOSITORY / "agreements" / f"{PACT}.yaml").read_text(encoding="utf-8")
    texts = re.findall(r'(?:titre: |- )"([^"]+)"', record)

    assert len(texts) > 30
    assert [text for text in texts if text in agreement] == []
    assert [text for text in texts if texts.count(text) > 1] == []
