"""The values still to be given, listed above the title of a brouillon."""

from pathlib import Path

import pytest
from changed import OFFICE
from hypothesis import given, settings
from realistic_draft import words
from strategies import drafts
from word_lint import lint
from word_parts import bookmarked, value

from conventassembler.build import assemble
from conventassembler.draft.model import (
    Blank,
    Block,
    Cell,
    Draft,
    Footnote,
    Heading,
    ListItem,
    Paragraph,
    PartyName,
    Row,
    Signatory,
    SignatureGrid,
    Table,
    Text,
    Title,
    ValueMark,
)
from conventassembler.draft.plain import plain_text
from conventassembler.review.word_reader import read_text
from conventassembler.workspace import Workspace
from conventassembler.writers.word import Issue, Status, default_template, write_word
from conventassembler.writers.word.package import read_members
from conventassembler.writers.word.xml import Element, parse, tag

NBSP = "\N{NO-BREAK SPACE}"
DATE = Blank("parties.commune.authority.dates", "date")
NUMBER = Blank("parties.commune.authority.number", "numéro", "à demander")
RENT = Blank("clauses[loyer].with.montant", "montant")
VALUE = Text("trois ans", value=ValueMark("duree"))


def members(blocks: tuple[Block, ...], status: Status = "brouillon") -> dict[str, Element]:
    called = (PartyName("commune", "la Commune"),)
    draft = Draft("nom", "Titre", "Court", blocks, parties=called)
    docx, found = write_word(draft, default_template(), Issue(status))
    assert found == ()
    assert lint(docx) == []
    assert read_text(docx) == plain_text(draft), "the list is no word of the act"
    names = ("word/document.xml", "word/footnotes.xml")
    return {name: parse(read_members(docx)[name]) for name in names}


def first(root: Element) -> Element:
    return next(root.iter(tag("p")))


def listed(*blocks: Block, status: Status = "brouillon") -> str:
    """Return the list above the title, or nothing."""
    paragraph = first(members(blocks, status)["word/document.xml"])
    if value(next(paragraph.iter(tag("pStyle")))) != "MentionsACompleter":
        return ""
    return "".join(one.text or "" for one in paragraph.iter(tag("t")))


def test_values_are_listed_by_whose_they_are_with_what_the_clerk_added() -> None:
    found = listed(
        Title("t", (words("Convention"),)),
        Paragraph("v", (Text("Du "), DATE, Text(", n° "), NUMBER)),
        Paragraph("f", (Blank("signature.date", "date"),), "signature-lead"),
    )

    assert found == (
        f"À compléter avant signature (3){NBSP}: la Commune › habilitation{NBSP}: date,"
        f" numéro (à demander){NBSP}; signature{NBSP}: date."
    )


def test_a_value_of_a_clause_is_under_its_heading_and_one_shown_twice_is_listed_once() -> None:
    found = listed(
        Heading("loyer", 1, "Article 3", " : ", words("Loyer")),
        Paragraph("loyer/1", (RENT, Text(" soit "), RENT)),
        Heading("suite", 1, "Article 4", " : ", words("Suite")),
        Paragraph("suite/1", (RENT,)),
    )

    assert found == (
        f"À compléter avant signature (2){NBSP}: article 3{NBSP}: montant (2{NBSP}fois){NBSP};"
        f" article 4{NBSP}: montant."
    )


@pytest.mark.parametrize(
    ("label", "said"), [("Titre II", "titre II"), ("II", "II"), ("A", "A"), ("2.1", "2.1")]
)
def test_a_number_in_letters_keeps_its_capitals(label: str, said: str) -> None:
    heading = Heading("loyer", 1, label, " : ", words("Loyer"))

    assert f" {said}{NBSP}: montant." in listed(heading, Paragraph("loyer/1", (RENT,)))


def test_a_value_without_a_path_or_a_heading_is_listed_all_the_same() -> None:
    assert listed(Paragraph("p", (Blank(""),))).endswith(f"(1){NBSP}: valeur.")
    assert listed(Paragraph("p", (RENT,))).endswith(f"(1){NBSP}: loyer{NBSP}: montant.")
    context = Blank("preamble[contexte].with.habitants", "habitants")
    assert listed(Paragraph("p", (context,))).endswith(f"(1){NBSP}: préambule{NBSP}: habitants.")
    recital = Blank("recitals[2].number", "numéro")
    assert listed(Paragraph("p", (recital,))).endswith(f"(1){NBSP}: deuxième visa{NBSP}: numéro.")


@pytest.mark.parametrize("status", ["relecture", "final"])
def test_only_a_brouillon_lists_them(status: Status) -> None:
    assert listed(Paragraph("p", (DATE,)), status=status) == ""


def test_an_act_that_waits_for_nothing_has_no_list() -> None:
    assert listed(Paragraph("p", words("Tout est dit."))) == ""


def blanks(*names: str) -> list[Blank]:
    return [Blank(f"x.{name}", name) for name in names]


def everywhere() -> tuple[Block, ...]:
    """Blanks in every kind of block, most of them behind another value."""
    title, line, head, lead, item, cell, note, mention, capacity, name = blanks(
        *("titre", "ligne", "intitulé", "tête", "point", "case", "note"),
        *("mention", "qualité", "nom"),
    )
    signatory = Signatory("s", "c", (VALUE, capacity), (name,), (mention,))
    row = Row("r", (Cell((Paragraph("c", (VALUE, cell), "cell"),)),))
    return (
        Title("t", ((title,), (VALUE, line))),
        Heading("h", 1, "Article 1", " : ", (VALUE, head)),
        Heading("k", 2, "1.1", " ", (lead,), run_in=". – "),
        Paragraph("p", (Text("Dit"), Footnote("n", (VALUE, note)))),
        ListItem("i", (VALUE, item)),
        Table("g", ("left",), None, (row,)),
        SignatureGrid("grille", ((signatory,),)),
    )


def test_each_leads_to_the_place_that_waits_for_it() -> None:
    found = members(everywhere())
    places = {name: text for root in found.values() for name, text in bookmarked(root).items()}
    links = list(first(found["word/document.xml"]).iter(tag("hyperlink")))

    assert len(links) == 10
    assert {places[str(link.get(tag("anchor")))] for link in links} == {"[à compléter]"}
    assert len({link.get(tag("anchor")) for link in links}) == 10


@settings(max_examples=80, deadline=None)
@given(drafts)
def test_no_link_leads_nowhere(draft: Draft) -> None:
    docx, _ = write_word(draft, default_template())
    read = read_members(docx)
    texts = [parse(data) for name, data in read.items() if name.startswith("word/")]
    known = {one.get(tag("name")) for root in texts for one in root.iter(tag("bookmarkStart"))}

    paragraph = first(parse(read["word/document.xml"]))
    if value(next(paragraph.iter(tag("pStyle")))) == "MentionsACompleter":
        assert {one.get(tag("anchor")) for one in paragraph.iter(tag("hyperlink"))} <= known


def test_a_gender_that_no_text_shows_is_listed_without_a_link() -> None:
    gender = Blank("parties.commune.representative.gender", "genre", kind="choice")
    block = Paragraph("v", (Text("Du "), DATE))
    called = (PartyName("commune", "la Commune"),)
    draft = Draft("nom", "Titre", "Court", (block,), parties=called, waiting=(gender,))
    docx, found = write_word(draft, default_template(), Issue("brouillon"))
    root = parse(read_members(docx)["word/document.xml"])
    paragraph = first(root)
    said = "".join(one.text or "" for one in paragraph.iter(tag("t"))).replace(NBSP, " ")

    assert found == ()
    assert lint(docx) == []
    assert said == (
        "À compléter avant signature (2) : la Commune › habilitation : date ;"
        " la Commune › représentant : genre."
    )
    assert len(list(paragraph.iter(tag("hyperlink")))) == 1


def test_a_gender_to_complete_is_known_to_the_draft(workspace: Path) -> None:
    file = workspace / "agreements" / "exemple.yaml"
    text = file.read_text(encoding="utf-8")
    told = "      fonction: maire\n      genre: à compléter\n"
    file.write_text(text.replace(OFFICE, told), encoding="utf-8")

    drafted = assemble(Workspace(workspace), ("exemple",)).drafts["exemple"]

    assert [one.path for one in drafted.waiting] == ["parties.commune.representative.gender"]
    assert "Le Maire de Longvic" in plain_text(drafted)
