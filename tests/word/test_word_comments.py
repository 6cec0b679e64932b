"""Comments tell a reviewer which clause speaks and why; the text of the act stays as it was."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from project import assembled, draft
from test_word_manifest import saved
from word_lint import lint

from conventassembler.draft.model import (
    Block,
    Cell,
    Draft,
    Heading,
    Paragraph,
    Provenance,
    Row,
    Source,
    Table,
    Text,
)
from conventassembler.draft.plain import plain_text
from conventassembler.review.manifest import read_manifest
from conventassembler.review.word_reader import read_text
from conventassembler.writers.word import default_template, write_word
from conventassembler.writers.word.comments import remark
from conventassembler.writers.word.issue import Issue
from conventassembler.writers.word.package import read_members, write_members
from conventassembler.writers.word.xml import Element, parse, tag

ANNOTATED = Issue(annotated=True)
DURATION = Source(
    "duree/tacite", "00", "Durée", "L’acte se renouvelle.", ("CGCT, art. 1",), "1er\u00a0mai"
)
TITLE = Source("objet/cadre", "00", "Objet", "Toujours.")
NAMES = sorted(assembled().drafts)


def commented(made: Draft, template: bytes = b"", issue: Issue = ANNOTATED) -> bytes:
    """Return the file of a draft; it is linted, and its text is that of the draft."""
    docx, found = write_word(made, template or default_template(), issue)
    assert found == ()
    assert lint(docx) == []
    assert read_text(docx) == plain_text(made)
    return docx


def act(*blocks: Block) -> Draft:
    return Draft("a", "Titre", "Court", blocks, sources=(DURATION, TITLE))


def said(id_: str, text: str, variant: str = "") -> Paragraph:
    return Paragraph(id_, (Text(text),), provenance=Provenance(variant))


def comments(docx: bytes) -> list[Element]:
    return list(parse(read_members(docx)["word/comments.xml"]))


def text_of(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(tag("t")))


def anchored(docx: bytes) -> dict[str, str]:
    """Return the text that each comment stands at, by what the comment says first."""
    document = parse(read_members(docx)["word/document.xml"])
    titles = {one.get(tag("id")): text_of(one[0]) for one in comments(docx)}
    found = {}
    for line in document.iter(tag("p")):
        for start in line.findall(tag("commentRangeStart")):
            number = start.get(tag("id"))
            assert [one.get(tag("id")) for one in line.findall(tag("commentRangeEnd"))] == [number]
            assert [one.get(tag("id")) for one in line.iter(tag("commentReference"))] == [number]
            found[titles.pop(number)] = text_of(line)
    assert titles == {}
    return found


def test_a_comment_says_the_clause_its_basis_its_use_and_its_reading() -> None:
    assert remark(DURATION) == (
        "Clause duree/tacite – Durée",
        "Base légale\u00a0: CGCT, art. 1",
        "À choisir quand\u00a0: L’acte se renouvelle.",
        "Relue le 1er\u00a0mai.",
    )


def test_what_is_not_known_of_a_clause_is_said_to_be_so() -> None:
    _, basis, _, read = remark(TITLE)

    assert basis == "Base légale non indiquée."
    assert read == "Aucune relecture n’est indiquée."


def test_several_bases_are_a_list() -> None:
    assert remark(replace(TITLE, basis=("A", "B")))[1] == "Base légale\u00a0: A\u00a0; B"


def test_a_clause_is_told_at_its_heading_and_once() -> None:
    docx = commented(
        act(
            Heading("duree", 1, "Article 1", " : ", (Text("Durée"),)),
            said("duree/1", "Un an.", "duree/tacite"),
            said("duree/2", "Puis un autre.", "duree/tacite"),
        )
    )

    assert anchored(docx) == {"Clause duree/tacite – Durée": text_of_heading(docx)}


def text_of_heading(docx: bytes) -> str:
    document = parse(read_members(docx)["word/document.xml"])
    return next(text for text in map(text_of, document.iter(tag("p"))) if "Durée" in text)


def test_a_clause_without_a_heading_is_told_at_its_first_line() -> None:
    lead = Paragraph("parties.a", (Text("Entre :"),), "party-lead")

    docx = commented(act(lead, said("parties.a/1", "La commune,", "objet/cadre")))

    assert anchored(docx) == {"Clause objet/cadre – Objet": "La commune,"}


def test_a_clause_that_speaks_twice_is_told_twice() -> None:
    docx = commented(act(said("a/1", "Un.", "objet/cadre"), said("b/1", "Deux.", "objet/cadre")))

    assert len(comments(docx)) == 2


def test_a_table_is_told_in_its_first_cell_that_says_something() -> None:
    cells = tuple(Cell((said(f"t/{n}", text),)) for n, text in enumerate(("", "Montant")))
    table = Table("t", ("left", "left"), None, (Row("r", cells),), Provenance("objet/cadre"))

    assert anchored(commented(act(table))) == {"Clause objet/cadre – Objet": "Montant"}


def test_a_run_in_heading_and_its_text_have_one_comment() -> None:
    heading = Heading("duree", 2, "", "", (Text("Durée"),), run_in=". – ")

    docx = commented(act(heading, said("duree/1", "Un an.", "duree/tacite")))

    assert anchored(docx) == {"Clause duree/tacite – Durée": "Durée. – Un an."}


def test_what_no_clause_said_has_no_comment() -> None:
    docx = commented(act(said("a/1", "Un."), said("b/1", "Deux.", "autre/inconnue")))

    assert comments(docx) == []


def test_nothing_is_told_unless_asked() -> None:
    members = read_members(commented(draft("longvic"), issue=Issue()))

    assert "word/comments.xml" not in members
    assert b"comment" not in members["word/document.xml"]


@pytest.mark.parametrize("name", NAMES)
def test_every_clause_of_an_act_is_told_where_it_speaks(name: str) -> None:
    made = draft(name)
    docx = commented(made)

    told = {text_of(one[0]).split()[1] for one in comments(docx)}
    places = {
        (b.id.partition("/")[0], b.provenance.variant) for b in made.blocks if b.provenance.variant
    }

    assert told == {one.variant for one in made.sources}
    assert len(comments(docx)) == len(places)
    assert read_manifest(docx) == read_manifest(commented(made, issue=Issue()))


def test_comments_are_signed_and_bear_the_day_that_is_given() -> None:
    issues = (ANNOTATED, Issue(annotated=True, day=date(2026, 3, 1)))
    made = act(said("a/1", "Un.", "objet/cadre"))

    (plain,), (dated,) = (comments(commented(made, issue=issue)) for issue in issues)

    assert (plain.get(tag("author")), plain.get(tag("initials"))) == ("conventassembler", "ca")
    assert plain.get(tag("date")) == "1980-01-01T00:00:00Z"
    assert dated.get(tag("date")) == "2026-03-01T00:00:00Z"


def styles(docx: bytes) -> Iterator[tuple[str, str]]:
    for style in parse(read_members(docx)["word/styles.xml"]).iter(tag("style")):
        name = style.find(tag("name"))
        assert name is not None
        yield name.get(tag("val"), ""), style.get(tag("styleId"), "")


def test_the_styles_of_comments_are_added_where_they_are_missing() -> None:
    docx = commented(act(said("a/1", "Un.", "objet/cadre")))

    assert dict(styles(docx))["annotation text"] == "CommentText"
    assert dict(styles(docx))["annotation reference"] == "CommentReference"


def test_the_styles_and_the_comments_of_a_template_stay() -> None:
    first = read_members(commented(act(said("a/1", "Un.", "objet/cadre"))))
    place = b"<w:p><w:r><w:t>{{p body }}</w:t></w:r></w:p>"
    body = first["word/document.xml"].replace(b"<w:body>", b"<w:body>" + place)
    body = body.replace(b"ca_", b"deja_").replace(b">Un.<", b"><")
    first = {**first, "word/document.xml": body}
    members = {
        name: re.sub(b"Comment(Text|Reference)", rb"Remarque\1", data)
        if name.endswith(("styles.xml", "comments.xml", "document.xml"))
        else data
        for name, data in first.items()
    }

    docx = commented(act(said("b/1", "Deux.", "objet/cadre")), write_members(members))

    assert [one.get(tag("id")) for one in comments(docx)] == ["0", "1"]
    assert dict(styles(docx))["annotation text"] == "RemarqueText"
    assert len(list(styles(docx))) == len(dict(styles(docx)))


def test_the_same_draft_makes_the_same_file() -> None:
    assert commented(draft("sceaux")) == commented(draft("sceaux"))


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is absent")
def test_an_office_suite_keeps_them_and_leaves_a_valid_day(tmp_path: Path) -> None:
    docx = commented(draft("longvic"))
    source = tmp_path / "acte.docx"
    source.write_bytes(docx)

    again = saved(source, tmp_path / "again", "docx:MS Word 2007 XML").read_bytes()

    assert [text_of(one) for one in comments(again)] == [text_of(one) for one in comments(docx)]
    assert {one.get(tag("date")) for one in comments(again)} == {"1980-01-01T00:00:00Z"}
    assert read_text(again) == read_text(docx)
