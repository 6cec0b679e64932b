"""The lines above and in the places to sign: « Fait à », each its own, pages initialled."""

import shutil
from pathlib import Path

import pytest

from conventassembler.build import assemble
from conventassembler.draft.model import Draft, Field, Paragraph, SignatureGrid
from conventassembler.draft.page_count import with_page_count
from conventassembler.draft.plain import plain_text, text_of
from conventassembler.workspace import Workspace

BASE = Path(__file__).parent / "errors" / "_base"
PLAIN = str.maketrans({"\u00a0": " ", "’": "'"})
HAND = "...................."


def made(folder: Path, signature: str, model: str = "convention") -> tuple[Draft, set[str]]:
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    act = folder / "agreements/exemple.yaml"
    text = act.read_text(encoding="utf-8")
    head = text[: text.index("signature:")]
    act.write_text(f"{head}signature:\n  lieu: Longvic\n{signature}", encoding="utf-8")
    path = folder / "clauses/models/convention-simple.yaml"
    outline = path.read_text(encoding="utf-8").replace("acte: convention", f"acte: {model}")
    path.write_text(outline, encoding="utf-8")
    result = assemble(Workspace(folder), ("exemple",))
    return result.drafts["exemple"], {item.code for item in result.findings}


def lines(draft: Draft) -> list[str]:
    """Return the lines above the places to sign."""
    found = [one for one in draft.blocks if isinstance(one, Paragraph)]
    return [text_of(one.inlines).translate(PLAIN) for one in found if one.role == "signature-lead"]


def leads(draft: Draft) -> list[str]:
    """Return what stands first in each place to sign."""
    (grid,) = (one for one in draft.blocks if isinstance(one, SignatureGrid))
    return [text_of(place.lead).translate(PLAIN) for row in grid.rows for place in row]


@pytest.mark.parametrize(
    ("signature", "above", "each"),
    [
        ("  date: 2026-03-01\n", ["Fait à Longvic, le 1er mars 2026"], ""),
        ("  par place: oui\n", ["Fait à Longvic"], f"Fait à Longvic, le {HAND}"),
        (
            "  par place: oui\n  date: à compléter\n",
            ["Fait à Longvic, le [à compléter]"],
            "Fait à Longvic, le [à compléter]",
        ),
        (
            "  par place: oui\n  mention générale: non\n  date: 2026-03-01\n",
            [],
            "Fait à Longvic, le 1er mars 2026",
        ),
    ],
)
def test_the_place_and_the_day_stand_where_they_are_asked_for(
    signature: str, above: list[str], each: str, tmp_path: Path
) -> None:
    draft, codes = made(tmp_path, signature)

    assert lines(draft) == above
    assert leads(draft) == [each, each]
    assert codes <= {"C701"}


@pytest.mark.parametrize(
    ("model", "words"),
    [
        ("convention", "La présente convention"),
        ("protocole", "Le présent protocole"),
        ("accord", "Le présent accord"),
    ],
)
def test_the_pages_are_counted_by_word_and_initialled(
    model: str, words: str, tmp_path: Path
) -> None:
    draft, _ = made(tmp_path, "  paraphes: oui\n", model)

    said = f"{words} comporte [nombre de pages] pages, paraphées par chacun de ses signataires."
    assert lines(draft) == ["Fait à Longvic", said]
    last = [one for one in draft.blocks if isinstance(one, Paragraph)][-1]
    assert [one.kind for one in last.inlines if isinstance(one, Field)] == ["pages"]


@pytest.mark.parametrize(
    ("tag", "field"),
    [
        ("acte.pages", Field("pages", strong=True)),
        ("acte.pages | majuscule", Field("pages", strong=True)),
        ("acte.pages | en_lettres", Field("pages", strong=True, form="words")),
        (
            'acte.pages | en_lettres("féminin")',
            Field("pages", strong=True, form="words", feminine=True),
        ),
    ],
)
def test_a_clause_may_say_how_many_pages_there_are(tag: str, field: Field, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    clause = tmp_path / "clauses/preambule/contexte.md"
    clause.write_text(
        f"---\ntitre: C\nchoisir quand: T.\n---\nL'acte a **{{{{ {tag} }}}}** pages.\n",
        encoding="utf-8",
    )

    draft = assemble(Workspace(tmp_path), ("exemple",)).drafts["exemple"]

    fields = [
        one
        for block in draft.blocks
        if isinstance(block, Paragraph)
        for one in block.inlines
        if isinstance(one, Field)
    ]
    assert fields == [field]


def test_the_number_of_pages_is_in_the_spelling_of_the_act(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "agreements" / "exemple.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\nusages:\n  orthographe de 1990: oui\n", encoding="utf-8")
    clause = tmp_path / "clauses/preambule/contexte.md"
    clause.write_text(
        "---\ntitre: C\nchoisir quand: T.\n---\nIl a {{ acte.pages | en_lettres }} feuillets.\n",
        encoding="utf-8",
    )

    draft = assemble(Workspace(tmp_path), ("exemple",)).drafts["exemple"]

    assert "Il a vingt-et-un" in plain_text(with_page_count(draft, 21))


@pytest.mark.parametrize("tag", ['acte.pages | en_lettres("neutre")', "acte.pages | en_ordinal"])
def test_the_pages_are_written_in_no_other_way(tag: str, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    clause = tmp_path / "clauses/preambule/contexte.md"
    head = "---\ntitre: C\nchoisir quand: T.\n---\n"
    clause.write_text(f"{head}L'acte a {{{{ {tag} }}}} pages.\n", encoding="utf-8")

    found = assemble(Workspace(tmp_path), ("exemple",)).findings

    assert [one.code for one in found] == ["C512"]


@pytest.mark.parametrize(
    ("signature", "codes"),
    [
        ("  mention générale: non\n", {"C723"}),
        ("  mention générale: non\n  par place: oui\n", set()),
        ("  mention générale: non\n  par place: oui\n  originaux: 2\n", {"C723"}),
    ],
)
def test_what_no_line_says_is_told(signature: str, codes: set[str], tmp_path: Path) -> None:
    assert made(tmp_path, signature)[1] == codes
