"""LibreOffice counts the headings to the numbers of the draft, whatever their outline."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from office_reader import unread
from offices import OFFICES, bare, printed
from realistic_draft import DRAFT, words
from strategies import drawn, outlined

from conventassembler.draft.model import Block, Draft, Heading, ListItem, Paragraph
from conventassembler.writers.word import default_template, write_word

pytestmark = pytest.mark.libreoffice
COUNT = 60


def written(draft: Draft) -> bytes:
    docx, found = write_word(draft, default_template())
    assert found == ()
    return docx


def legible(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the headings, paragraphs and items of `blocks`, each with a text of its own."""
    made: list[Block] = []
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            made.append(replace(block, separator=" – ", inlines=words(f"Titre {number}")))
        elif isinstance(block, Paragraph | ListItem):
            made.append(replace(block, inlines=words(f"Alinéa {number}.")))
    return tuple(made)


def random_drafts() -> list[Draft]:
    """Return drafts with numbered headings, the same in every run."""
    return [
        replace(draft, title="Titre", blocks=legible(draft.blocks))
        for draft in drawn(outlined, COUNT)
    ]


def test_a_realistic_draft_is_read_in_libreoffice(tmp_path: Path) -> None:
    read = printed({"acte": written(DRAFT)}, tmp_path, OFFICES[0])

    assert unread(DRAFT.blocks, read["acte"]) == []


@pytest.mark.long
def test_libreoffice_counts_the_headings_of_any_draft(tmp_path: Path) -> None:
    drafts = {f"acte {number}": draft for number, draft in enumerate(random_drafts())}
    assert len(drafts) >= COUNT // 2

    read = printed({name: written(one) for name, one in drafts.items()}, tmp_path, OFFICES[0])

    missing = {name: unread(one.blocks, read[name]) for name, one in drafts.items()}
    assert {name: lost for name, lost in missing.items() if lost} == {}


def test_what_is_not_read_is_told() -> None:
    blocks: tuple[Heading, Paragraph] = (
        Heading("h", 1, "Article 2", " – ", words("Objet")),
        Paragraph("p", words("Un mot.")),
    )

    assert bare("Un\N{NO-BREAK SPACE}MOT ") == "unmot"
    assert unread(blocks, ["article 2  – Objet", "Un mot."]) == []
    assert unread(blocks, ["article 3  – Objet", "Un mot."]) == ["Article 2 – Objet"]
    assert unread(blocks, ["Un mot.", "article 2  – Objet"]) == ["Un mot."]
    run_in = replace(blocks[0], run_in=" : ")
    assert unread((run_in, blocks[1]), ["article 2  – Objet : Un mot."]) == []
