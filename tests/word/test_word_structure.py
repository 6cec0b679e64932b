"""What Word sees: real headings, lists, tables, fields and bookmarks, in the template's styles."""

import io
from dataclasses import replace

import docx as python_docx
import pytest
from realistic_draft import DRAFT, words
from word_lint import lint
from word_parts import bookmarked, document, has, numbers, outline, parts, value

from conventassembler.draft.model import (
    Blank,
    Block,
    Heading,
    ListItem,
    Paragraph,
    Reference,
    Signatory,
    SignatureGrid,
    Text,
    Title,
    ValueMark,
)
from conventassembler.writers.word import default_template, write_word
from conventassembler.writers.word.bookmarks import bookmark_name
from conventassembler.writers.word.package import read_members, write_members
from conventassembler.writers.word.xml import parse, tag


def test_each_kind_of_text_takes_the_style_of_its_role() -> None:
    root = document(
        Paragraph("b", words("Annexe"), "banner"),
        Title("t", (words("Protocole"), words("entre eux"), words("et nous"))),
        Paragraph("v", words("Vu"), "recital"),
        Paragraph("e", words("Entre"), "party-lead"),
        Paragraph("p", words("La Commune"), "party"),
        Paragraph("f", words("Convenu"), "formula"),
        Heading("h", 1, "Article 1", " : ", words("Objet")),
        Heading("h2", 4, "", "", words("Détail")),
        Heading("h3", 9, "", "", words("Au fond")),
        Paragraph("c", words("Corps")),
        ListItem("i", words("Point"), 2),
        Paragraph("s", words("Suite"), "continuation", 2),
        ListItem("n", words("Premier"), 1, "ordered"),
        Paragraph("l", words("Fait à Dijon"), "signature-lead"),
        SignatureGrid("g", ((Signatory("x", "c", words("Le Maire"), words("A. B.")),),)),
    )

    assert outline(root) == [
        ("Bandeau", "Annexe"),
        ("TitreActe", "Protocole"),
        ("SousTitreActe", "entre eux"),
        ("SousTitreActe", "et nous"),
        ("Visa", "Vu"),
        ("Entre", "Entre"),
        ("Partie", "La Commune"),
        ("Formule", "Convenu"),
        ("Heading1", "Article 1 : Objet"),
        ("Heading4", "Détail"),
        ("Heading4", "Au fond"),
        ("Corps", "Corps"),
        ("Puce2", "Point"),
        ("SuiteListe2", "Suite"),
        ("Numero1", "Premier"),
        ("FaitA", "Fait à Dijon"),
        ("Signataire", "Le Maire"),
        ("NomSignataire", "A. B."),
    ]


def test_capitals_are_a_style_and_the_text_keeps_its_case() -> None:
    root = document(Heading("h", 1, "Article 1", " : ", words("Objet"), capitals=True))

    assert [value(style) for style in root.iter(tag("rStyle"))] == ["Capitales"]
    assert outline(root) == [("Heading1", "Article 1 : Objet")]


def test_a_blank_in_capitals_is_still_seen_as_a_blank() -> None:
    root = document(Heading("h", 1, "", "", (Blank("titre"),), capitals=True))

    run = next(root.iter(tag("r")))
    assert value(next(run.iter(tag("rStyle")))) == "ACompleter"
    assert has(run, "caps")


def test_strong_and_emphasis_are_of_the_run() -> None:
    root = document(Paragraph("p", (Text("a", strong=True), Text("b", emphasis=True), Text("c"))))

    runs = list(root.iter(tag("r")))
    assert [(has(run, "b"), has(run, "i")) for run in runs] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_paragraphs_values_and_blanks_can_be_found_again() -> None:
    mark = ValueMark("clauses[duree].with.annees")
    root = document(
        Heading("duree", 1, "Article 4", " : ", words("Durée")),
        Paragraph("duree/1", (Text("Pour "), Text("trois ans", value=mark), Blank("date"))),
    )

    assert bookmarked(root) == {
        bookmark_name("duree"): "Article 4 : Durée",
        bookmark_name("duree/1"): "Pour trois ans[à compléter]",
        bookmark_name("duree/1", "value", "1"): "trois ans",
        bookmark_name("duree/1", "value", "2"): "[à compléter]",
    }


def test_a_derived_text_has_no_bookmark_of_its_own() -> None:
    root = document(Paragraph("p", (Text("six", value=ValueMark(expression="a * 2")),)))

    assert bookmarked(root) == {bookmark_name("p"): "six"}


def test_two_blocks_with_one_id_have_two_bookmarks() -> None:
    root = document(Paragraph("p", words("un")), Paragraph("p", words("deux")))

    assert bookmarked(root) == {bookmark_name("p"): "un", bookmark_name("p", "2"): "deux"}


def test_a_reference_is_text_in_a_style_that_can_be_searched() -> None:
    root = document(Paragraph("p", (Reference("duree", "article 4"),)))

    run = next(root.iter(tag("r")))
    assert value(next(run.iter(tag("rStyle")))) == "Renvoi"
    assert outline(root) == [("Corps", "article 4")]


def test_each_numbered_list_starts_anew_and_a_deeper_one_does_not_end_it() -> None:
    def item(ordinal: int, level: int = 1) -> ListItem:
        return ListItem("i", words("point"), level, "ordered", ordinal)

    found = parts(item(1), item(1, 2), item(2, 2), item(2), item(1, 2), item(1), item(2))

    assert numbers(found["word/document.xml"]) == [
        *(("5", "0"), ("6", "1"), ("6", "1"), ("5", "0"), ("7", "1")),
        *(("8", "0"), ("8", "0")),
    ]
    starts = {
        num.get(tag("numId")): value(next(num.iter(tag("startOverride"))))
        for num in found["word/numbering.xml"].iter(tag("num"))
        if has(num, "startOverride")
    }
    assert starts == {"5": "1", "6": "1", "7": "1", "8": "1"}


def test_a_list_that_goes_on_starts_at_its_own_number() -> None:
    found = parts(ListItem("i", words("point"), 1, "ordered", 4))

    assert value(next(found["word/numbering.xml"].iter(tag("startOverride")))) == "4"


def test_bullets_take_their_mark_from_their_style() -> None:
    assert numbers(document(ListItem("i", words("point")))) == []


def test_a_table_has_a_header_that_repeats_and_columns_as_wide_as_the_page() -> None:
    docx, _ = write_word(DRAFT, default_template())
    root = parse(read_members(docx)["word/document.xml"])
    table = next(root.iter(tag("tbl")))

    rows = list(table.iter(tag("tr")))
    widths = [int(column.get(tag("w"), "0")) for column in table.iter(tag("gridCol"))]
    assert [has(row, "tblHeader") for row in rows] == [True, False, False]
    assert [value(jc) for jc in rows[1].iter(tag("jc"))] == ["right"]
    assert 9060 <= sum(widths) <= 9072
    assert widths[1] == max(widths)
    assert [value(style) for style in rows[0].iter(tag("pStyle"))] == ["CelluleEnTete"] * 3


def test_every_table_stands_between_two_constant_paragraphs_and_one_ends_the_act() -> None:
    docx, _ = write_word(DRAFT, default_template())
    body = parse(read_members(docx)["word/document.xml"])[0]
    elements = list(body)

    for index, element in enumerate(elements):
        if element.tag == tag("tbl"):
            around = (elements[index - 1], elements[index + 1])
            styles = [value(next(one.iter(tag("pStyle")))) for one in around]
            assert styles == ["Intervalle", "Intervalle"]
    assert value(next(elements[-2].iter(tag("pStyle")))) == "Intervalle"
    assert elements[-1].tag == tag("sectPr")


def test_the_places_to_sign_hold_together_with_the_words_before_them() -> None:
    docx, _ = write_word(DRAFT, default_template())
    body = parse(read_members(docx)["word/document.xml"])[0]
    elements = list(body)
    grid = [one for one in elements if one.tag == tag("tbl")][-1]
    place = elements.index(grid)

    rows = list(grid.iter(tag("tr")))
    assert all(has(row, "cantSplit") and has(row, "trHeight") for row in rows)
    assert all(has(paragraph, "keepNext") for paragraph in rows[0].iter(tag("p")))
    assert has(elements[place - 1], "keepNext"), "the empty paragraph before the grid"
    assert has(elements[place - 3], "keepNext"), "the last paragraph of the last article"


@pytest.mark.parametrize(
    ("count", "capacity", "headers"),
    [(1, "Le Maire", 1), (2, "Le Maire", 2), (3, "Le Maire", 0), (2, "Le Maire de " * 30, 0)],
)
def test_places_to_sign_are_headers_where_any_page_holds_them(
    count: int, capacity: str, headers: int
) -> None:
    places = ((Signatory(f"s{number}", "c", words(capacity)),) for number in range(count))

    root = document(SignatureGrid("g", tuple(places)))

    assert [has(row, "tblHeader") for row in root.iter(tag("tr"))].count(True) == headers


@pytest.mark.parametrize("following", [ListItem("i", words("point")), DRAFT.blocks[-1]])
def test_what_announces_a_list_or_is_signed_stays_on_its_page(following: Block) -> None:
    root = document(Paragraph("p", words("Les points :")), following)

    assert has(next(root.iter(tag("p"))), "keepNext")


def test_a_paragraph_before_another_may_end_a_page() -> None:
    root = document(Paragraph("p", words("Un.")), Paragraph("q", words("Deux.")))

    assert not has(root, "keepNext")


def test_the_file_opens_in_python_docx_with_its_title_language_and_headings() -> None:
    docx, _ = write_word(DRAFT, default_template())

    opened = python_docx.Document(io.BytesIO(docx))

    assert opened.core_properties.title == DRAFT.title
    assert opened.core_properties.language == "fr-FR"
    headings = [p.text for p in opened.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings[:2] == ["Préambule", "Article 1\N{NO-BREAK SPACE}: Objet du protocole"]
    assert opened.sections[0].different_first_page_header_footer
    assert opened.sections[0].header.paragraphs[0].text == DRAFT.short_title


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b'<w:pStyle w:val="Visa"/>', b'<w:pStyle w:val="Rien"/>', "Style Rien is not defined"),
        (b"<w:bookmarkEnd ", b"<w:proofErr ", "bookmarks not paired"),
        (b'w:name="ca_', b'w:name="ca-', "bookmark ca-"),
        (b'<w:numId w:val="5"/>', b'<w:numId w:val="99"/>', "numId 99 is not defined"),
        (b"<w:tcW ", b"<w:vAlign/><w:tcW ", "order of"),
        (b"<w:b/></w:rPr>", b'<w:b/><w:rStyle w:val="Renvoi"/></w:rPr>', "order of"),
        (b">Fait ", b">{{ Fait ", "tag left in word/document.xml"),
    ],
)
def test_the_lint_sees_what_is_broken(old: bytes, new: bytes, fault: str) -> None:
    docx, _ = write_word(DRAFT, default_template())
    members = read_members(docx)
    assert old in members["word/document.xml"]
    members["word/document.xml"] = members["word/document.xml"].replace(old, new)

    found = lint(write_members(members))

    assert any(line.startswith(fault) for line in found)


def held(*blocks: Block) -> list[str]:
    """Return the texts of the paragraphs that hold on to the next one by themselves."""
    return [
        "".join(one.text or "" for one in paragraph.iter(tag("t")))
        for paragraph in document(*blocks).iter(tag("p"))
        if has(paragraph, "keepNext")
    ]


def test_one_line_of_the_last_article_does_not_stand_alone_above_the_signatures() -> None:
    first, last = Paragraph("a", words("Avant.")), Paragraph("b", words("Court."))
    lead = Paragraph("s", words("Fait à Dijon"), "signature-lead")

    assert held(first, last, lead) == ["Avant.", "Court."]
    assert held(first, replace(last, inlines=words("Long. " * 40)), lead) == ["Long. " * 40]


def test_no_item_is_parted_from_what_it_announces_and_none_ends_a_list_alone() -> None:
    texts = "un", "deux", "trois", "quatre"
    row = [ListItem(text, words(text), ordinal=n) for n, text in enumerate(texts, 1)]

    assert held(*row) == ["un", "trois"]
    assert held(*row[:2], ListItem("b", words("bis"), 2), *row[2:]) == [
        "un",
        "deux",
        "bis",
        "trois",
    ]
