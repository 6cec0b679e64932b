"""A draft knows which clause texts speak in it, by the name that Git gives to their content."""

from pathlib import Path

import pytest
from project import REPOSITORY, copy_of_repository, draft

from conventassembler.build import draft_one, stock
from conventassembler.draft.model import Draft, Source
from conventassembler.source.blobs import blob_id
from conventassembler.workspace import Workspace


def composed(workspace: Workspace, name: str = "longvic") -> Draft:
    made, _ = draft_one(workspace, name, stock(workspace))
    assert made is not None
    return made


def source(made: Draft, variant: str) -> Source:
    return next(one for one in made.sources if one.variant == variant)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"),
        ("hello\n", "ce013625030ba8dba906f756967f9e9ca394464a"),
        ("hello\r\n", "ce013625030ba8dba906f756967f9e9ca394464a"),
    ],
)
def test_a_text_has_the_name_that_git_gives_it(text: str, expected: str) -> None:
    assert blob_id(text) == expected


def test_every_clause_that_speaks_is_a_source_once() -> None:
    made = draft("longvic")

    variants = [one.variant for one in made.sources]

    assert len(variants) == len(set(variants))
    assert set(variants) == {b.provenance.variant for b in made.blocks} - {""}
    assert variants[0] == "parties/domiciliee"


def test_a_source_is_the_file_as_it_is() -> None:
    for one in draft("longvic").sources:
        content = (REPOSITORY / "clauses" / f"{one.variant}.md").read_bytes()
        assert one.blob == blob_id(content.decode("utf-8")), one.variant


def test_a_source_says_what_its_front_matter_does(tmp_path: Path) -> None:
    workspace = copy_of_repository(tmp_path)
    path = workspace.clauses / "duree" / "tacite.md"
    text = path.read_text(encoding="utf-8")
    basis = 'base légale: ["Code civil, article 1214", "L\'usage : ici"]\n'
    path.write_text(text.replace("relu le: 2026-11-22", basis + "relu le: 2026-11-01"), "utf-8")

    one = source(composed(workspace), "duree/tacite")

    assert one.title == "Durée"
    assert one.choose_when.startswith("L’acte se renouvelle sans nouvelle décision")
    assert one.basis == ("Code civil, article\u00a01214", "L’usage\u00a0: ici")
    assert one.reviewed == "1er\u00a0novembre\u00a02026"


def test_another_end_of_line_is_no_other_text(tmp_path: Path) -> None:
    workspace = copy_of_repository(tmp_path)
    for path in workspace.clauses.rglob("*.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert composed(workspace).sources == draft("longvic").sources
