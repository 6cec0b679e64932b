"""Edits of a paragraph find their way to its inlines, and values stay what they are."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import blocks, inlines, plain_inlines, valued_inlines

from conventassembler.draft.model import (
    Blank,
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Field,
    Footnote,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Paragraph,
    Reference,
    Row,
    Signatory,
    SignatureGrid,
    Table,
    Text,
    Title,
    ValueMark,
)
from conventassembler.draft.plain import text_of, units
from conventassembler.draft.typeset import typeset_block, typeset_inlines
from conventassembler.french import typography

NBSP = "\u00a0"
YEARS = ValueMark("clauses[duree].with.annees", "en_annees")
NAME = ValueMark("parties.commune.name")


@dataclass(frozen=True)
class Edit:
    start: int
    end: int
    replacement: str


def replacing(pattern: str, replacement: str) -> Callable[[str], tuple[Edit, ...]]:
    """Return rules that turn each `pattern` into `replacement`."""
    return lambda text: tuple(
        Edit(*found.span(), found.expand(replacement)) for found in re.finditer(pattern, text)
    )


def at(start: int, end: int, replacement: str) -> Callable[[str], tuple[Edit, ...]]:
    return lambda _: (Edit(start, end, replacement),)


PLAIN, VALUE, BOLD = Text("ab"), Text("cd", value=NAME), Text("ef", strong=True)


def named(text: str) -> Text:
    return Text(text, value=NAME)


CASES: list[tuple[str, Inlines, tuple[int, int, str], Inlines]] = [
    ("inside plain text", (PLAIN, VALUE), (0, 1, "X"), (Text("Xb"), VALUE)),
    ("inside a value", (PLAIN, VALUE), (2, 3, "X"), (PLAIN, named("Xd"))),
    ("insertion inside a value", (PLAIN, VALUE), (3, 3, "X"), (PLAIN, named("cXd"))),
    ("insertion after plain text", (PLAIN, VALUE), (2, 2, "X"), (Text("abX"), VALUE)),
    ("insertion before plain text", (VALUE, PLAIN), (2, 2, "X"), (VALUE, Text("Xab"))),
    ("insertion between values", (VALUE, VALUE), (2, 2, "X"), (VALUE, Text("X"), VALUE)),
    ("insertion before a value", (VALUE,), (0, 0, "X"), (Text("X"), VALUE)),
    ("insertion after a value", (VALUE,), (2, 2, "X"), (VALUE, Text("X"))),
    ("insertion in nothing", (), (0, 0, "X"), (Text("X"),)),
    ("a repeated end is no change", (PLAIN, VALUE), (1, 3, "bXc"), (Text("abX"), VALUE)),
    ("over a border, plain first", (PLAIN, VALUE), (1, 3, "X"), (Text("aX"), named("d"))),
    ("over a border, value first", (VALUE, PLAIN), (1, 3, "X"), (named("c"), Text("Xb"))),
    ("over two plain stretches", (PLAIN, BOLD), (1, 3, "X"), (Text("aX"), Text("f", strong=True))),
    ("over two values", (VALUE, VALUE), (1, 3, "X"), (named("cX"), named("d"))),
    ("plain text that goes", (PLAIN, VALUE), (0, 2, ""), (VALUE,)),
    ("a value that goes stays", (PLAIN, VALUE), (2, 4, ""), (PLAIN, named(""))),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "edit", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_an_edit_finds_its_stretch(
    content: Inlines, edit: tuple[int, int, str], expected: Inlines
) -> None:
    assert typeset_inlines(content, at(*edit)) == expected


def test_a_stretch_between_bold_values_is_bold() -> None:
    bold = Text("cd", strong=True, value=NAME)
    made = typeset_inlines((bold, bold), at(2, 2, NBSP))
    assert made[1] == Text(NBSP, strong=True)


NOTE = Footnote("n", (Text("x"),))


@pytest.mark.parametrize(
    ("content", "edit", "expected"),
    [
        ((PLAIN, NOTE, Text(";")), (2, 2, NBSP), (PLAIN, NOTE, Text(f"{NBSP};"))),
        ((PLAIN, NOTE, VALUE), (2, 2, NBSP), (PLAIN, NOTE, Text(NBSP), VALUE)),
        ((PLAIN, NOTE), (2, 2, "X"), (PLAIN, NOTE, Text("X"))),
        ((Text("a "), NOTE, Text(" ;")), (1, 3, NBSP), (Text("a"), NOTE, Text(f"{NBSP};"))),
        ((Text("a."), NOTE, Text("..")), (1, 4, "…"), (Text("a."), NOTE, Text(".."))),
        ((PLAIN, NOTE, VALUE), (0, 1, "X"), (Text("Xb"), NOTE, VALUE)),
    ],
    ids=["inserted", "between values", "at the end", "spaces around", "over it", "before it"],
)
def test_a_note_stays_behind_its_word(
    content: Inlines, edit: tuple[int, int, str], expected: Inlines
) -> None:
    rules = at(*edit)
    made = typeset_inlines(content, lambda text: rules(text) if text != "x" else ())
    assert made == expected


def test_a_note_is_a_text_of_its_own() -> None:
    content = (Text("a b"), Footnote("n", (Text("c d"),)), Text(" e"))
    made = typeset_inlines(content, replacing(" ", NBSP))
    note = Footnote("n", (Text(f"c{NBSP}d"),))
    assert made == (Text(f"a{NBSP}b"), note, Text(f"{NBSP}e"))


def test_the_note_of_a_heading_in_capitals_is_in_small_letters() -> None:
    heading = Heading("h", 1, "", "", (Text("a"), Footnote("n", (Text("a"),))), capitals=True)
    made = typeset_block(heading, replacing("a", "b"), replacing("a", "c"))
    assert isinstance(made, Heading)
    assert made.inlines == (Text("c"), Footnote("n", (Text("b"),)))


def test_a_field_is_atomic() -> None:
    content = (Text("a"), Field(cached="1 2"), Text("b"))
    assert typeset_inlines(content, replacing(" ", NBSP)) == content


def test_a_run_in_heading_is_typeset_with_its_end() -> None:
    heading = Heading("h", 6, "", "", (named("Terme"),), run_in=" : ")
    made = typeset_block(heading, typography.edits)
    assert made == replace(heading, run_in=f"{NBSP}: ")


def test_the_end_of_a_run_in_heading_is_never_lost() -> None:
    heading = Heading("h", 6, "", "", (Text("Terme"),), run_in=" ")
    assert typeset_block(heading, replacing(" $", "")) == heading


def test_contents_are_left_alone() -> None:
    contents = Contents("c", (ContentsEntry("a", 1, (Text("a b"),)),))
    assert typeset_block(contents, replacing(" ", NBSP)) == contents


@pytest.mark.parametrize("edit", [(1, 2, "X"), (0, 3, "X"), (4, 4, "X"), (13, 15, "X")])
def test_a_blank_is_atomic(edit: tuple[int, int, str]) -> None:
    content = (Text("a"), Blank("x"), Text("b"))
    assert typeset_inlines(content, at(*edit)) == content


def test_what_stands_beside_a_blank_changes() -> None:
    content = (Text("le "), Blank("x", hint="d e"), Text(" :"))
    made = typeset_inlines(content, replacing(" ", NBSP))
    assert made == (Text(f"le{NBSP}"), content[1], Text(f"{NBSP}:"))


def test_a_line_break_is_atomic() -> None:
    content = (Text("a"), LineBreak(), Text("b"))
    assert typeset_inlines(content, replacing("\n", " ")) == content


def test_a_reference_takes_spaces_and_nothing_else() -> None:
    content = (Text("l'"), Reference("duree", "article 5"))
    assert typeset_inlines(content, replacing(" ", NBSP))[1] == Reference(
        "duree", f"article{NBSP}5"
    )
    assert typeset_inlines(content, replacing("5", "6")) == content
    assert typeset_inlines(content, replacing("article 5", f"article{NBSP}5"))[1].text[7] == NBSP


def test_a_heading_is_typeset_as_one_text() -> None:
    heading = Heading("a", 1, "Article 5", " : ", (Text("Durée"), Text("trois", value=YEARS)))
    made = typeset_block(heading, replacing(r" (?=:)|(?<=e) (?=5)", NBSP))
    assert isinstance(made, Heading)
    assert (made.label, made.separator) == (f"Article{NBSP}5", f"{NBSP}: ")
    assert made.inlines == heading.inlines


def test_what_is_inserted_after_a_label_is_not_of_the_label() -> None:
    heading = Heading("a", 1, "Article 5", ": ", (Text("Durée"),))
    made = typeset_block(heading, replacing("(?=:)", NBSP))
    assert isinstance(made, Heading)
    assert (made.label, made.separator) == ("Article 5", f"{NBSP}: ")


def test_a_heading_without_a_label_gets_none() -> None:
    value = (named("cd"),)
    made = typeset_block(Heading("a", 1, "", "", value), at(0, 0, "«"))
    assert made == Heading("a", 1, "", "", (Text("«"), *value))


def test_every_kind_of_block_is_typeset() -> None:
    text = (Text("a b"),)
    paragraph = Paragraph("p", text)
    row = Row("r", (Cell((paragraph,)),))
    whole: tuple[Block, ...] = (
        Title("t", (text, text)),
        Heading("h", 1, "", "", text),
        paragraph,
        Table("g", ("left",), row, (row,)),
        Table("g", (), None, (row,)),
        SignatureGrid("s", ((Signatory("1", "caf", text, text, text),),)),
    )
    made = [typeset_block(block, replacing(" ", NBSP)) for block in whole]
    assert list(units(made)) == [f"a{NBSP}b"] * 10


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> tuple[Edit, ...]:
    """Draw edits of `text` in order, none over another."""
    borders = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pairs = zip(borders[::2], borders[1::2], strict=False)
    replacements = st.sampled_from(("", NBSP, "’", "…", " x"))
    return tuple(Edit(start, end, draw(replacements)) for start, end in pairs)


def edited(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


def kept(content: Inlines) -> list[Inline | ValueMark]:
    """Return what typography must leave: the marks of values, blanks and line breaks, in order."""
    left: list[Inline | ValueMark] = []
    for part in content:
        if isinstance(part, Blank | LineBreak | Field):
            left.append(part)
        elif isinstance(part, Footnote):
            left += kept(part.inlines)
        elif isinstance(part, Text) and part.value:
            left.append(part.value)
    return left


text_inlines = st.lists(plain_inlines | valued_inlines, max_size=5).map(tuple)


@settings(max_examples=500)
@given(text_inlines, st.data())
def test_the_joined_text_is_what_the_edits_make(content: Inlines, data: st.DataObject) -> None:
    edits = data.draw(edits_of(text_of(content)))
    made = typeset_inlines(content, lambda _: edits)
    assert text_of(made) == edited(text_of(content), edits)
    assert kept(made) == kept(content)


@settings(max_examples=500)
@given(inlines, st.data())
def test_nothing_that_is_not_text_is_lost(content: Inlines, data: st.DataObject) -> None:
    edits = data.draw(edits_of(text_of(content)))
    made = typeset_inlines(content, lambda _: edits, lambda _: ())
    assert kept(made) == kept(content)
    assert _before_notes(made) == _before_notes(content), "no word changes its note"
    targets = [part.target for part in content if isinstance(part, Reference)]
    assert [part.target for part in made if isinstance(part, Reference)] == targets


def _before_notes(content: Inlines) -> list[list[Inline | ValueMark]]:
    """Return what typography must leave before each note."""
    places = [n for n, part in enumerate(content) if isinstance(part, Footnote)]
    return [kept(content[:place]) for place in places]


@settings(max_examples=300)
@given(text_inlines)
def test_real_typography_is_laid_on_whole(content: Inlines) -> None:
    made = typeset_inlines(content, typography.edits)
    assert text_of(made) == typography.correct(text_of(content))


@settings(max_examples=150)
@given(blocks)
def test_a_block_typeset_twice_is_as_once(block: Block) -> None:
    rules = replacing(r" (?=[:;!?])|\.\.\.|(?<=[a-z])'", NBSP)
    once = typeset_block(block, rules)
    assert typeset_block(once, rules) == once
