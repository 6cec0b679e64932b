"""Lists as clauses number them, in the text and in cells."""

import pytest
from realistic_draft import words
from word_parts import numbers, outline, parts, value

from conventassembler.draft.model import (
    Block,
    Cell,
    Enumeration,
    Heading,
    HeadingNumber,
    ListItem,
    Paragraph,
    Provenance,
    Row,
    Table,
)
from conventassembler.writers.word import default_template
from conventassembler.writers.word.package import read_members, write_members
from conventassembler.writers.word.xml import Element, tag

FORMATS: list[tuple[Enumeration, str, str]] = [
    ("1)", "decimal", "%1)"),
    ("1°", "decimal", "%1°"),
    ("a)", "lowerLetter", "%1)"),
    ("A.", "upperLetter", "%1."),
    ("I.", "upperRoman", "%1."),
]


def item(enumeration: Enumeration, ordinal: int = 1, level: int = 1) -> ListItem:
    return ListItem("i", words("point"), level, "ordered", ordinal, Provenance(), enumeration)


def level_of(numbering: Element, number: str, level: str) -> Element:
    """Return how the list `number` writes the numbers of `level`."""
    instance = next(n for n in numbering.iter(tag("num")) if n.get(tag("numId")) == number)
    abstract = value(next(instance.iter(tag("abstractNumId"))))
    definitions = numbering.findall(tag("abstractNum"))
    definition = next(d for d in definitions if d.get(tag("abstractNumId")) == abstract)
    return next(one for one in definition.iter(tag("lvl")) if one.get(tag("ilvl")) == level)


def formats(*blocks: Block) -> list[tuple[str, str]]:
    """Return the format and the text of the number of each item."""
    found = parts(*blocks)
    levels = [
        level_of(found["word/numbering.xml"], *pair) for pair in numbers(found["word/document.xml"])
    ]
    return [
        (value(next(one.iter(tag("numFmt")))), value(next(one.iter(tag("lvlText")))))
        for one in levels
    ]


@pytest.mark.parametrize(("enumeration", "form", "text"), FORMATS)
def test_each_way_to_number_is_native(enumeration: Enumeration, form: str, text: str) -> None:
    assert formats(item(enumeration)) == [(form, text)]


def test_a_list_that_asks_for_nothing_has_the_numbers_of_the_template() -> None:
    assert formats(item("1."), item("1.", 1, 2)) == [("decimal", "%1."), ("lowerLetter", "%2)")]


def test_headings_leave_the_list_that_a_template_numbers_them_by() -> None:
    members = read_members(default_template())
    own = (
        '<w:abstractNum w:abstractNumId="70"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:pStyle w:val="Heading1"/><w:lvlText w:val="Chapitre %1"/></w:lvl></w:abstractNum>'
    )
    before = members["word/numbering.xml"].decode("utf-8")
    after = before.replace("<w:num ", f"{own}<w:num ", 1)
    template = write_members({**members, "word/numbering.xml": after.encode("utf-8")})
    label = HeadingNumber("article", "Article {n}", "Article 1", value=1)
    heading = Heading("h", 1, "Article 1", " : ", words("Objet"), number=label)

    root = parts(heading, template=template)["word/numbering.xml"]

    levels = [one for one in root.iter(tag("lvl")) if _is_of_headings(one)]
    assert [value(next(one.iter(tag("lvlText")))) for one in levels] == ["Article %1"]


def _is_of_headings(level: Element) -> bool:
    return any(value(one) == "Heading1" for one in level.iter(tag("pStyle")))


def test_a_list_in_a_list_has_its_own_numbers() -> None:
    found = formats(item("1°"), item("A.", 1, 2), item("A.", 2, 2), item("1°", 2))

    assert found == [("decimal", "%1°"), *[("upperLetter", "%2.")] * 2, ("decimal", "%1°")]


def test_two_lists_of_one_format_share_it_and_start_anew() -> None:
    found = parts(item("a)"), item("a)", 2), Paragraph("p", words("puis")), item("a)"))

    asked = [number for number, _ in numbers(found["word/document.xml"])]
    assert asked[0] == asked[1] != asked[2]
    added = found["word/numbering.xml"].findall(tag("abstractNum"))[4:]
    assert len(added) == 1
    assert not list(added[0].iter(tag("pStyle"))), "its levels are tied to no style"


def test_roman_numbers_have_more_room() -> None:
    found = parts(item("I."), item("a)"))["word/numbering.xml"]

    roman, letter = (
        next(one.iter(tag("ind"))).get(tag("hanging"), "")
        for one in found.findall(tag("abstractNum"))[4:]
    )
    assert int(roman) > int(letter)


def test_the_bullets_of_a_model_are_those_of_the_styles() -> None:
    found = parts(ListItem("i", words("point")), bullets=("•", "→"))

    definitions = found["word/numbering.xml"].findall(tag("abstractNum"))
    marks = [[value(one) for one in each.iter(tag("lvlText"))] for each in definitions]
    assert marks[0] == marks[2] == ["•", "→", "•"]
    assert numbers(found["word/document.xml"]) == [], "the style says it"
    assert all(len(list(each.iter(tag("pStyle")))) == 3 for each in definitions)


def test_bullets_in_another_font_come_back_to_that_of_the_text() -> None:
    members = read_members(default_template())
    symbol = b'</w:pPr><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl>'
    members["word/numbering.xml"] = members["word/numbering.xml"].replace(
        b"</w:pPr></w:lvl>", symbol
    )
    template = write_members(members)
    found = parts(ListItem("i", words("point")), bullets=("•",), template=template)

    definitions = found["word/numbering.xml"].findall(tag("abstractNum"))
    fonts = [len(list(one.iter(tag("rFonts")))) for one in definitions]
    assert fonts == [0, 3, 0, 3]


def test_lists_in_cells_are_smaller_and_apart_from_those_of_the_text() -> None:
    blocks: tuple[Block, ...] = (
        item("1°"),
        ListItem("b", words("puce"), 2),
        Paragraph("s", words("suite"), "continuation", 1),
    )
    table = Table("t", ("left",), None, (Row("r", (Cell(blocks),)),))
    found = parts(item("1°"), table, item("1°", 2))

    assert [style for style, _ in outline(found["word/document.xml"])] == [
        "Numero1",
        "NumeroCellule1",
        "PuceCellule2",
        "SuiteCellule1",
        "Numero1",
    ]
    before, inside, after = (number for number, _ in numbers(found["word/document.xml"]))
    assert before == after != inside
