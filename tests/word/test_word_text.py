"""The words of the Word file are those of the draft, whatever the words."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from project import assembled
from realistic_draft import DRAFT
from strategies import drafts
from word_lint import lint

from conventassembler.draft.model import (
    Blank,
    Block,
    Cell,
    Draft,
    Heading,
    LineBreak,
    Paragraph,
    Row,
    Signatory,
    SignatureGrid,
    Table,
    Text,
    ValueMark,
)
from conventassembler.draft.plain import plain_text
from conventassembler.review.word_reader import read_text
from conventassembler.writers.word import Issue, default_template, write_word
from conventassembler.writers.word.package import read_members
from conventassembler.writers.word.xml import Element, legal, parse, tag


def of(*blocks: Block, title: str = "") -> Draft:
    return Draft("nom", title, title, blocks)


def write(draft: Draft) -> bytes:
    docx, found = write_word(draft, default_template())
    assert found == ()
    return docx


def malformed(docx: bytes) -> list[str]:
    """What the lint says, less the tags, which hostile texts spell out on purpose."""
    return [fault for fault in lint(docx) if not fault.startswith("tag left")]


@settings(max_examples=120, deadline=None)
@given(drafts)
def test_the_file_says_what_the_draft_says_and_is_well_made(draft: Draft) -> None:
    docx = write(draft)

    assert read_text(docx) == plain_text(draft)
    assert malformed(docx) == []


@settings(max_examples=120, deadline=None)
@given(st.text(st.characters(exclude_categories=())), st.text(st.characters(max_codepoint=0xA0)))
@example("avant\x00après\r", "\x0b\x1f\x7f\x85")
@example("", "{")
@example("\ufffe\ud800\U0001f600", "{{ titre }} {_{ <?conventassembler-body?>")
def test_no_character_fails_and_none_takes_its_neighbours_away(one: str, other: str) -> None:
    value = ValueMark(one)
    draft = of(
        Heading(one, 1, one, other, (Text(other, value=value),), capitals=True),
        Paragraph(other, (Text(one), Blank(other, hint=one))),
        title=one + other,
    )

    assert read_text(write(draft)) == legal(plain_text(draft))


@settings(max_examples=60, deadline=None)
@given(drafts | st.sampled_from([DRAFT, *assembled().drafts.values()]), st.booleans())
def test_what_is_said_in_one_look_with_nothing_in_between_is_one_run(
    draft: Draft, annotated: bool
) -> None:
    docx, _ = write_word(draft, default_template(), Issue(annotated=annotated))

    for name, data in read_members(docx).items():
        runs = parse(data).iter(tag("r")) if name.startswith("word/") else ()
        pairs = [(one, one.getnext()) for one in runs]
        assert not [one for one, other in pairs if other is not None and are_alike(one, other)]


def are_alike(one: Element, other: Element) -> bool:
    """Tell whether text ends `one`, and begins `other` in the same look."""
    texts, looks = [], []
    for run, place in ((one, -1), (other, 0)):
        looks.append([etree.tostring(each) for each in run.findall(tag("rPr"))])
        texts += [each.tag for each in run if each.tag != tag("rPr")][place:][:1]
    return other.tag == tag("r") and looks[0] == looks[1] and texts == [tag("t")] * 2


def test_marks_and_bookmarks_stand_between_runs_of_one_look() -> None:
    value = ValueMark("clé")
    told = Text("a"), Text("b", value=ValueMark(expression="x")), Text("\t"), Text("c")
    inlines = (*told, Text("d", value=value), Text("e"), Text("f", strong=True), LineBreak())
    members = read_members(write(of(Paragraph("p", inlines))))

    body = parse(members["word/document.xml"]).find(tag("body"))
    assert body is not None
    assert [
        ["".join(one.itertext()) or str(one.tag).partition("}")[2] for one in each]
        for each in body[0]
        if each.tag == tag("r")
    ] == [["ab"], ["tab"], ["c"], ["d"], ["e"], ["rPr", "f"], ["br"]]


def test_a_character_that_xml_cannot_carry_becomes_a_visible_one() -> None:
    docx = write(of(Paragraph("p", (Text("avant\x00après\r."),))))

    assert read_text(docx) == "avant\N{REPLACEMENT CHARACTER}après\N{REPLACEMENT CHARACTER}."


def test_a_realistic_draft_is_read_back_whole() -> None:
    docx = write(DRAFT)

    assert read_text(docx) == plain_text(DRAFT)
    assert lint(docx) == []


def test_uneven_nested_and_empty_tables_stay_well_made() -> None:
    cell = Cell((Paragraph("p", (Text("mot"),), "cell"),))
    inner = Table("t", (), Row("r", (cell, cell)), (Row("r", ()), Row("r", (cell, cell, cell))))
    outer = Table("t", ("right",), Row("r", (Cell((inner, inner)),)), ())
    nobody = SignatureGrid("g", ((), (Signatory("s", "commune", ()),), ()))
    draft = of(outer, outer, Table("t", (), Row("r", ()), ()), nobody, SignatureGrid("g", ()))

    docx = write(draft)

    assert read_text(docx) == plain_text(draft)
    assert lint(docx) == []
