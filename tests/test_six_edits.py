"""One edit in the YAML, and what follows in the text: numbers, references, agreement, signatures.

The differences of the twin are kept in `docs/six-edits.md`, which is made here.
"""

import difflib
from dataclasses import dataclass
from pathlib import Path

import pytest
from project import REPOSITORY, copy_of_repository

from conventassembler.build import assemble
from conventassembler.diagnostics import has_errors
from conventassembler.draft.model import Draft, Heading, Reference
from conventassembler.writers.markdown import write_markdown

PAGE = REPOSITORY / "docs" / "six-edits.md"
AGREEMENT = "longvic"


@dataclass(frozen=True)
class Edit:
    """A change that a clerk makes in one place of the agreement."""

    id: str
    title: str
    old: str
    new: str


CAF = """\
  caf:
    nature: caisse d'allocations familiales
    nom: "Côte-d'Or"
    représentant:
      fonction: directrice
    habilitation:
      acte: décision
      organe: conseil d'administration
      date: à compléter
"""

EDITS = (
    Edit("adding-a-party", "A fourth party comes in", "\nvisas:\n", f"{CAF}\nvisas:\n"),
    Edit("renaming-a-party", "The commune is Le Creusot", 'nom: "Longvic"', 'nom: "Le Creusot"'),
    Edit("short-name", "It is called « la Ville »", 'après: "la Commune"', 'après: "la Ville"'),
    Edit(
        "the-mayor-is-a-man",
        "The mayor is a man",
        "fonction: maire\n      genre: féminin",
        "fonction: maire\n      genre: masculin",
    ),
    Edit("dropping-an-article", "Article 2 goes", "ARTICLE", ""),
    Edit(
        "swapping-a-variant",
        "The renewal is limited to once",
        "clause: duree/tacite\n",
        "clause: duree/tacite-limitee\n",
    ),
)


def article(text: str, family: str) -> str:
    """Return the lines of the top-level entry of a family."""
    start = text.index(f"  - clause: {family}/")
    return text[start : text.index("\n  - ", start) + 1]


def edited(text: str, edit: Edit) -> str:
    old = article(text, "competences") if edit.old == "ARTICLE" else edit.old
    assert text.count(old) == 1, f"{edit.id}: {text.count(old)} places"
    return text.replace(old, edit.new)


def drafted(folder: Path, edit: Edit | None) -> Draft:
    """Return the draft of the agreement after an edit."""
    workspace = copy_of_repository(folder)
    path = workspace.agreement(AGREEMENT)
    if edit:
        path.write_text(edited(path.read_text(encoding="utf-8"), edit), encoding="utf-8")
    assembled = assemble(workspace, (AGREEMENT,))
    assert not has_errors(assembled.findings), assembled.findings
    return assembled.drafts[AGREEMENT]


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Draft]:
    """The drafts by id of the edit; « » for the agreement as it is."""
    made = {edit.id: drafted(tmp_path_factory.mktemp(edit.id), edit) for edit in EDITS}
    return made | {"": drafted(tmp_path_factory.mktemp("as-it-is"), None)}


def difference(drafts: dict[str, Draft], edit: Edit) -> list[str]:
    before, after = (write_markdown(drafts[id_]).split("\n") for id_ in ("", edit.id))
    lines = difflib.unified_diff(before, after, lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def page(drafts: dict[str, Draft]) -> str:
    source = (REPOSITORY / "agreements" / f"{AGREEMENT}.yaml").read_text(encoding="utf-8")
    parts = [
        "# Six edits, and what follows\n",
        "Each is made in one place of `agreements/longvic.yaml`; below it, all that changes in the"
        " twin.\nThis page is made by `tests/test_six_edits.py`.\n",
    ]
    for edit in EDITS:
        yaml = difflib.unified_diff(
            source.split("\n"), edited(source, edit).split("\n"), lineterm="", n=0
        )
        typed = [line for line in yaml if not line.startswith(("---", "+++", "@@"))]
        parts.append(f"## {edit.title}\n\nIn the agreement:\n\n```diff")
        parts.append("\n".join(typed) + "\n```\n\nIn the twin:\n\n```diff")
        parts.append("\n".join(difference(drafts, edit)) + "\n```\n")
    return "\n".join(parts)


def added(drafts: dict[str, Draft], id_: str) -> str:
    edit = next(edit for edit in EDITS if edit.id == id_)
    return "\n".join(line for line in difference(drafts, edit) if line.startswith("+"))


def test_a_party_that_comes_in_is_in_title_block_and_signature(drafts: dict[str, Draft]) -> None:
    text = added(drafts, "adding-a-party")

    assert "La caisse d’allocations familiales de la Côte-d’Or" in text
    assert "représentée par sa directrice" in text
    assert "La Directrice de la Caf de la Côte-d’Or" in text
    assert "«\u00a0la Caf\u00a0»" in text


def test_a_renamed_party_is_renamed_everywhere(drafts: dict[str, Draft]) -> None:
    text = added(drafts, "renaming-a-party")

    for form in (
        "la commune du Creusot",
        "du conseil municipal du Creusot",
        "centre communal d’action sociale du Creusot",
        "La Maire du Creusot",
        "La Présidente du CCAS du Creusot",
    ):
        assert form in text, form
    assert "commune de Longvic" not in write_markdown(drafts["renaming-a-party"])


def test_another_short_name_agrees_everywhere(drafts: dict[str, Draft]) -> None:
    text = write_markdown(drafts["short-name"])

    assert "la Commune" not in text
    assert "de la Ville" in text


def test_a_man_as_mayor_agrees_everywhere(drafts: dict[str, Draft]) -> None:
    text = added(drafts, "the-mayor-is-a-man")

    for form in ("autorisant le maire", "son maire en exercice, habilité", "Le Maire de Longvic"):
        assert form in text, form
    assert "La Présidente du CCAS" in write_markdown(drafts["the-mayor-is-a-man"])


def test_numbers_and_references_follow_an_article_that_goes(drafts: dict[str, Draft]) -> None:
    blocks = drafts["dropping-an-article"].blocks
    articles = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    labels = {block.id: block.label for block in blocks if isinstance(block, Heading)}
    references = [
        inline
        for block in blocks
        for inline in getattr(block, "inlines", ())
        if isinstance(inline, Reference)
    ]

    assert [block.label.split()[-1] for block in articles] == list("123456")
    assert references
    assert all(labels[item.target].lower() == item.text.lower() for item in references)


def test_another_variant_changes_its_article_alone(drafts: dict[str, Draft]) -> None:
    before, after = drafts[""], drafts["swapping-a-variant"]

    assert [block for block in before.blocks if not block.id.startswith("duree/")] == [
        block for block in after.blocks if not block.id.startswith("duree/")
    ]
    assert "une seule fois" in added(drafts, "swapping-a-variant")


def test_the_page_shows_what_the_program_does_now(
    drafts: dict[str, Draft], update_golden: bool
) -> None:
    if update_golden:
        PAGE.write_text(page(drafts), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == page(drafts)
